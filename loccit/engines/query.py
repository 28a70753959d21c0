"""The query tree that every engine understands.

Words in it are terms as indexed (`loccit.engines.analysis`), never raw text; dates, citations and
names are lowered to `Has` and `Between`, wildcards expanded, before an engine sees the tree.
"""

from dataclasses import dataclass

from loccit.engines.field_table import IntegerField, KeywordField, TextField


@dataclass(frozen=True, slots=True)
class Everything:
    """Every passage."""


@dataclass(frozen=True, slots=True)
class Term:
    """Passages with `word`, a term as indexed, in `field`. Scored by BM25."""

    field: TextField
    word: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Passages with `words` in order, with at most `slop` other words between them all together."""

    field: TextField
    words: tuple[str, ...]
    slop: int = 0


@dataclass(frozen=True, slots=True)
class Has:
    """Passages with exactly `value` among those of `field`. Adds nothing to the score."""

    field: KeywordField
    value: str


@dataclass(frozen=True, slots=True)
class Between:
    """Passages with a value from `low` to `high`, both included; None leaves an end open."""

    field: IntegerField
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class And:
    parts: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class Or:
    parts: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Every passage but those of `part`. Adds nothing to the score."""

    part: "Query"


Query = Everything | Term | Phrase | Has | Between | And | Or | Not


def all_of(*parts: Query) -> Query:
    """The conjunction, without a needless `And`; of nothing, `Everything`."""
    if not parts:
        return Everything()
    return parts[0] if len(parts) == 1 else And(parts)


def any_of(*parts: Query) -> Query:
    """The disjunction, without a needless `Or`; of nothing, no passage."""
    return parts[0] if len(parts) == 1 else Or(parts)
