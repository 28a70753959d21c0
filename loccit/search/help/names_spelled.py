"""The name that the value of a name field is, but for one of its words."""

from collections.abc import Iterator

from loccit.engines import analysis
from loccit.engines.engine import Engine
from loccit.search.help.letters import FAR, distance
from loccit.search.query import fields
from loccit.search.query.vocabulary import MOST_NAMES

_MOST_WORDS = 6
_MOST_NEAR = 40
_FURTHEST = 2.0


def likely(engine: Engine, field: str, value: str) -> str:
    """The nearest such name of the field's type; "" where there is none or the value is one."""
    words = value.split()
    if len(words) > _MOST_WORDS or _known(engine, field, value):
        return ""
    for at, word in enumerate(words):
        for other in _near(engine, word):
            known = _known(engine, field, " ".join((*words[:at], other, *words[at + 1 :])))
            if known:
                return known
    return ""


def _near(engine: Engine, word: str) -> Iterator[str]:
    """Words of the index a letter or two away, the nearest first."""
    found = engine.words_near(word, 1 if len(word) < 6 else 2, _MOST_NEAR).words
    typed = analysis.fold(word)
    away = {each: distance(typed, analysis.fold(each), _FURTHEST) for each in found}
    yield from sorted((each for each in found if away[each] < FAR), key=lambda each: away[each])


def _known(engine: Engine, field: str, value: str) -> str:
    """The first name that the value is a form of, in that field."""
    known = fields.search_field(field)
    facet = known.facet if known else ""
    fitting = (name for name in engine.named(value, MOST_NAMES) if facet in ("entity", name.type))
    return next((name.name for name in fitting), "")
