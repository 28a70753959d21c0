"""The query tree that every engine understands.

Words in it are terms as indexed (`loccit.engines.analysis`), never raw text; dates, citations and
names are lowered to `KeywordTerm`, `AnyOf` and `IntRange`, and wildcards are expanded, before an
engine sees the tree. Fields are names of rows of `loccit.engines.field_table`.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MatchAll:
    """Every passage."""


@dataclass(frozen=True, slots=True)
class Term:
    """Passages with `word`, a term as indexed, in a text field. Scored by BM25."""

    field: str
    word: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Passages with `words` in order, with at most `slop` other words between them all together."""

    field: str
    words: tuple[str, ...]
    slop: int = 0


@dataclass(frozen=True, slots=True)
class Anywhere:
    """Passages with `words`, in order with at most `slop` others between, in any of the fields
    that have a weight: the text, or the title, the heading, a name. Scored by BM25F.

    What a name of `names` stands for has the words too, however it is spelled there.
    """

    words: tuple[str, ...]
    slop: int = 0
    names: tuple["KeywordTerm", ...] = ()


@dataclass(frozen=True, slots=True)
class KeywordTerm:
    """Passages with exactly `value` among those of a keyword field. Adds nothing to the score."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Passages with at least one of `values` in a keyword field. Adds nothing to the score."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IntRange:
    """Passages with a number from `low` to `high`, both included; None leaves an end open.

    Of an integer field or one of days. Adds nothing to the score.
    """

    field: str
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


@dataclass(frozen=True, slots=True)
class Preferred:
    """Passages of `part`; those that `by` matches too score `factor` times as much (above 0).

    `why` says it to a reader, in an explanation.
    """

    part: "Query"
    by: "Query"
    factor: float
    why: str = ""


@dataclass(frozen=True, slots=True)
class Covering:
    """Passages of any of `parts`; the more of what was asked one has, the more its score counts.

    The sum of its parts' scores is multiplied by its share of what all parts are worth, to the
    `power`; a part is worth the idf of the passages that it matches. So what is rare isn't
    outweighed by what is common and repeated.
    """

    parts: tuple["Query", ...]
    power: float


Query = (
    MatchAll
    | Term
    | Phrase
    | Anywhere
    | KeywordTerm
    | AnyOf
    | IntRange
    | And
    | Or
    | Not
    | Preferred
    | Covering
)


def all_of(*parts: Query) -> Query:
    """The conjunction, without a needless `And`; of nothing, `MatchAll`."""
    if not parts:
        return MatchAll()
    return parts[0] if len(parts) == 1 else And(parts)


def any_of(*parts: Query) -> Query:
    """The disjunction, without a needless `Or`; of nothing, no passage.

    Values of the same field are asked for together.

    >>> any_of(KeywordTerm("place", "Homs"), Term("terms", "raid"), KeywordTerm("place", "Idlib"))
    Or(parts=(AnyOf(field='place', values=('Homs', 'Idlib')), Term(field='terms', word='raid')))
    """
    values: dict[str, list[str]] = {}
    for part in parts:
        if isinstance(part, KeywordTerm | AnyOf):
            own = (part.value,) if isinstance(part, KeywordTerm) else part.values
            values.setdefault(part.field, []).extend(own)
    joined = dict.fromkeys(
        among(part.field, values[part.field]) if isinstance(part, KeywordTerm | AnyOf) else part
        for part in parts
    )
    return next(iter(joined)) if len(joined) == 1 else Or(tuple(joined))


def among(field: str, values: Iterable[str]) -> Query:
    """Passages with one of the values, each asked for once."""
    distinct = tuple(dict.fromkeys(values))
    return KeywordTerm(field, distinct[0]) if len(distinct) == 1 else AnyOf(field, distinct)
