"""Spans of masked texts as entities on the author's texts."""

import re
from collections.abc import Sequence

from loccit.mentions.masking import Masked
from loccit.mentions.names.spans import Span
from loccit.model.mentions import Entity, EntityType


def placed(masked: Sequence[Masked], named: Sequence[Sequence[Span]]) -> list[tuple[Entity, ...]]:
    """The entities of each text."""
    return [
        tuple(_entity(each, *span) for span in own) for each, own in zip(masked, named, strict=True)
    ]


def _entity(masked: Masked, start: int, end: int, type: EntityType) -> Entity:
    name = re.sub(r"\s+", " ", masked.text[start:end])
    return Entity(*masked.span(start, end), name, type)
