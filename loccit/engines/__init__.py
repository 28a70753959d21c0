"""Keeps passages and finds them again: one contract, several engines behind it."""

from importlib import import_module
from pathlib import Path
from typing import Any

from loccit.engines.engine import CACHE_BYTES
from loccit.engines.errors import EngineUnavailable
from loccit.engines.store import Store

ENGINES = {
    "whoosh": "loccit.engines.whoosh.engine:WhooshEngine",
    "memory": "loccit.engines.memory:MemoryEngine",
}
"""By name, where each lives; its library is imported only when it is asked for."""


def engine(name: str) -> Any:
    """The class of the engine called `name`; raises EngineUnavailable."""
    if name not in ENGINES:
        raise EngineUnavailable(f"There is no engine {name}; there are {', '.join(ENGINES)}")
    module, _, attribute = ENGINES[name].partition(":")
    try:
        return getattr(import_module(module), attribute)
    except ImportError as error:
        raise EngineUnavailable(f"The engine {name} needs {error.name}; install it") from error


def store(index: Path, engine: str = "whoosh", cache_bytes: int = CACHE_BYTES) -> Store:
    """The index at `index`, kept by the engine called `engine`."""
    from loccit.engines.generations import Generations

    return Generations(index, engine, cache_bytes)
