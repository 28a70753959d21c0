"""Checked by mypy, never run: each engine and each store fits its Protocol."""

from loccit.engines.engine import Engine
from loccit.engines.generations import FolderEngine, Generations
from loccit.engines.memory import MemoryEngine
from loccit.engines.store import Store
from loccit.engines.whoosh.engine import WhooshEngine

fit: list[type[Engine]] = [WhooshEngine, MemoryEngine]
folders: list[type[FolderEngine]] = [WhooshEngine, MemoryEngine]
store: type[Store] = Generations
