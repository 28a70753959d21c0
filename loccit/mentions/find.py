"""Finding on one page: citations, then dates, then names, over a document's passages in order."""

from collections.abc import Sequence

from loccit.mentions import citations, dates
from loccit.mentions.citations import Cited
from loccit.mentions.masking import mask
from loccit.mentions.names import Recogniser
from loccit.model.mentions import Citation, Context, Date, Entity, Mention, Stretch


def find(
    stretches: Sequence[Stretch], context: Context, recogniser: Recogniser | None = None
) -> list[tuple[Mention, ...]]:
    """The mentions of each stretch, in text order; without `recogniser`, no entities.

    The stretches are one document's, in order: a date may take its year from another passage.
    """
    texts = [stretch.text for stretch in stretches]
    given = [stretch.given for stretch in stretches]
    cited = citations.in_document(texts, context.contiguous, given)
    undated = [mask(text, each.undated) for text, each in zip(texts, cited, strict=True)]
    dated = dates.find(stretches, undated, context)
    named = _named(texts, cited, context, recogniser) if recogniser else [() for _ in stretches]
    return [
        in_order(each.citations, days, names)
        for each, days, names in zip(cited, dated, named, strict=True)
    ]


def _named(
    texts: Sequence[str], cited: Sequence[Cited], context: Context, recogniser: Recogniser
) -> list[tuple[Entity, ...]]:
    """The names of each text; the document's title is read with them, as it tells who is who."""
    masked = [mask(text, each.unnamed) for text, each in zip(texts, cited, strict=True)]
    return recogniser.find([*masked, mask(context.title, ())])[:-1]


def in_order(
    cited: Sequence[Citation], dated: Sequence[Date], named: Sequence[Entity]
) -> tuple[Mention, ...]:
    """Where findings overlap the earlier extractor's wins, but a date may lie inside a name."""
    entities = [entity for entity in named if not any(_clash(entity, date) for date in dated)]
    mentions: list[Mention] = [*cited, *dated, *entities]
    return tuple(sorted(mentions, key=lambda mention: (mention.start, -mention.end)))


def _clash(entity: Entity, date: Date) -> bool:
    overlap = entity.start < date.end and date.start < entity.end
    inside = entity.start <= date.start and date.end <= entity.end
    return overlap and (not inside or (entity.start, entity.end) == (date.start, date.end))
