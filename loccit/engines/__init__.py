"""Keeps passages and finds them again: one seam, several engines behind it."""

from importlib import import_module

from loccit.engines.engine import Engine
from loccit.engines.errors import EngineUnavailable

ENGINES = {
    "whoosh": "loccit.engines.whoosh.engine:WhooshEngine",
    "memory": "loccit.engines.memory:MemoryEngine",
}
"""By name, where each lives; its library is imported only when it is asked for."""


def engine(name: str) -> type[Engine]:
    """The engine called `name`; raises EngineUnavailable."""
    if name not in ENGINES:
        raise EngineUnavailable(f"There is no engine {name}; there are {', '.join(ENGINES)}")
    module, _, attribute = ENGINES[name].partition(":")
    try:
        found: type[Engine] = getattr(import_module(module), attribute)
    except ImportError as error:
        raise EngineUnavailable(f"The engine {name} needs {error.name}; install it") from error
    return found
