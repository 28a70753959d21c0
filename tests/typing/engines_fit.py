"""Checked by mypy, never run: each engine fits the Protocol."""

from engines.engine import Engine
from engines.memory import MemoryEngine
from engines.whoosh.engine import WhooshEngine

fit: list[type[Engine]] = [WhooshEngine, MemoryEngine]
