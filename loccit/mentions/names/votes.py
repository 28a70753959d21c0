"""One type for each name of a document: what the weights of all its mentions add up to."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set

from loccit.mentions.names import evidence
from loccit.mentions.names.evidence import Weights
from loccit.mentions.names.spans import Span
from loccit.model.mentions import EntityType

Weigh = Callable[[int, Span], Weights]
"""The weights of a mention, by the number of its text and its span."""

_COMMA = re.compile(r"(?:\s*\([^()]*\))?(?:,\s+(?:and\s+|or\s+)?|\s+(?:and|or)\s+)")
_LISTED = 0.6
"""How much of what is told of the other names of a list holds for one of them, on average."""
_CERTAIN = 4.0
"""The weight of a rule's type."""
_SURNAME = 8.0
"""The weight of being the last word of a full name in the same document."""


def types(
    texts: Sequence[str],
    spans: Sequence[Sequence[Span]],
    certain: Sequence[Set[Span]],
    weigh: Weigh,
) -> dict[str, EntityType]:
    """The type of each name as written; `certain` are the spans whose type a rule settled."""
    votes: dict[str, Weights] = {}
    for at, (text, each, sure) in enumerate(zip(texts, spans, certain, strict=True)):
        own = {span: {span[2]: _CERTAIN} if span in sure else weigh(at, span) for span in each}
        for (start, end, _), given in _with_lists(text, each, sure, own).items():
            _add(votes.setdefault(text[start:end], {}), given)
    surnames = {name.split()[-1] for name, given in votes.items() if _is_full_name(name, given)}
    for name in surnames & votes.keys():
        _add(votes[name], {"person": _SURNAME})
    for name, given in _endings(votes):
        _add(votes[name], given)
    return {name: _first(given) for name, given in votes.items()}


def _endings(votes: Mapping[str, Weights]) -> Iterator[tuple[str, Weights]]:
    """Names of two words and more that others end in, with the weights of those."""
    for longer in [name for name in votes if name.count(" ") > 1]:
        words = longer.split(" ")
        for at in range(1, len(words) - 1):
            ending = " ".join(words[at:])
            if ending in votes:
                yield ending, dict(votes[longer])


def by_label(texts: Sequence[str]) -> Weigh:
    """Weights by a mention's label and what stands around it."""
    return lambda at, span: evidence.of(texts[at], *span)


def _with_lists(
    text: str, spans: Sequence[Span], sure: Set[Span], own: dict[Span, Weights]
) -> dict[Span, Weights]:
    for listed in _lists(text, spans):
        together: Weights = {}
        for span in listed:
            _add(together, own[span])
        for span in listed:
            if span not in sure:
                others = {
                    type: weight - own[span].get(type, 0) for type, weight in together.items()
                }
                own[span] = dict(own[span])
                _add(own[span], others, _LISTED / (len(listed) - 1))
    return own


def _lists(text: str, spans: Sequence[Span]) -> Iterator[Sequence[Span]]:
    """The runs of names with nothing but commas, `and` and `or` between them."""
    first = 0
    for at in range(1, len(spans) + 1):
        if at == len(spans) or not _COMMA.fullmatch(text, spans[at - 1][1], spans[at][0]):
            if at - first > 1:
                yield spans[first:at]
            first = at


def _add(to: Weights, given: Mapping[EntityType, float], share: float = 1.0) -> None:
    for type, weight in given.items():
        to[type] = to.get(type, 0.0) + share * weight


def _first(votes: Weights) -> EntityType:
    return max(votes, key=lambda type: votes[type])


def _is_full_name(name: str, votes: Weights) -> bool:
    parts = name.split()
    return 2 <= len(parts) <= 4 and _first(votes) == "person" and parts[-1][0].isupper()
