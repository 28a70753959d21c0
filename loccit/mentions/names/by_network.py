"""Names as our own network reads them."""

from collections.abc import Sequence

from loccit.mentions.masking import Masked
from loccit.mentions.names import spans
from loccit.mentions.names.agreement import agreed
from loccit.mentions.names.by_rule import by_rule
from loccit.mentions.names.capitals import eased
from loccit.mentions.names.evidence import Weights, around
from loccit.mentions.names.network.model import Network
from loccit.mentions.names.network.whole import LikelySpan, likeliest, whole
from loccit.mentions.names.placed import placed
from loccit.mentions.names.spans import Span
from loccit.model.mentions import Entity, EntityType

_LABELS: dict[EntityType, str] = {
    "person": "PERSON",
    "organisation": "ORG",
    "place": "GPE",
    "group": "NORP",
    "event": "EVENT",
    "other": "WORK_OF_ART",
}
"""The labels that the rules of spans know our types by."""
_RULED = 1.0
"""How much likelier a type is that a rule gives to a mention."""
_AROUND = 1.0
"""How much what stands around a name weighs, beside what the network says."""
_WEIGHT = 4.0
"""The weight of a type that is certain."""


class NetworkRecogniser:
    def __init__(self, network: Network) -> None:
        self._network = network

    def find(self, masked: Sequence[Masked]) -> list[tuple[Entity, ...]]:
        texts = [eased(each.text) for each in masked]
        read = [
            _Read(text, own) for text, own in zip(texts, self._network.read(texts), strict=True)
        ]
        named = agreed(
            texts,
            [list(by_rule(text)) for text in texts],
            [each.spans for each in read],
            lambda at, span: read[at].weights(span),
        )
        return placed(masked, named)


class _Read:
    """The names that the network read in a text, corrected, with the weights of their types."""

    def __init__(self, text: str, likely: Sequence[LikelySpan]) -> None:
        self._text = text
        self._types: dict[tuple[int, int], dict[EntityType, float]] = {}
        self.spans: list[Span] = []
        for start, end, types in whole(text, likely):
            best = likeliest(types)
            span = spans.corrected(text, start, end, _LABELS[best])
            if span is not None:
                self.spans.append(span)
                by_rule = {span[2]: _RULED} if span[2] != best else {}
                self._types[span[:2]] = {
                    type: share + by_rule.get(type, 0.0) for type, share in types.items()
                }

    def weights(self, span: Span) -> Weights:
        start, end, _ = span
        types = self._types.get((start, end)) or self._of_part(span)
        weights: Weights = {type: _WEIGHT * share for type, share in types.items()}
        for type, weight in around(self._text, start, end).items():
            weights[type] = weights.get(type, 0.0) + _AROUND * weight
        return weights

    def _of_part(self, span: Span) -> dict[EntityType, float]:
        """The types of a part of what was read, or of what only agreement found."""
        start, end, type = span
        around = (own for (at, to), own in self._types.items() if at <= start and end <= to)
        types = dict(next(around, {}))
        types[type] = types.get(type, 0.0) + _RULED
        return types
