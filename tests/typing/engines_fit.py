"""Checked by mypy, never run: each engine fits the Protocol."""

from loccit.engines.engine import Engine
from loccit.engines.memory import MemoryEngine
from loccit.engines.whoosh.engine import WhooshEngine

fit: list[type[Engine]] = [WhooshEngine, MemoryEngine]
