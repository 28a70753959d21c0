"""A match as it is shown: its passage with the stretch that best shows why it matched."""

from collections.abc import Iterator, Sequence

from loccit.engines import analysis
from loccit.engines.engine import Engine, Hit
from loccit.engines.query import And, IntRange, KeywordTerm, Or, Phrase, Query, Term
from loccit.model.addresses import CitationAddress
from loccit.model.documents import Passage
from loccit.model.lives import lives
from loccit.model.mentions import Citation, Date, Entity
from loccit.search.cited import Listed, citing, leads, sources
from loccit.search.highlights import Match
from loccit.search.narrowing import in_document
from loccit.search.query import dates
from loccit.search.query.parsed import Parsed
from loccit.search.results import Result
from loccit.search.snippets import snippet


class Shown:
    """Shows the hits of one search; of each document the references are read once."""

    def __init__(self, engine: Engine, parsed: Parsed) -> None:
        self._engine = engine
        self._parsed = parsed
        self._listed: dict[str, Listed] = {}

    def of(self, hit: Hit) -> Result:
        return _shown(hit, self._parsed, self._references(hit.passage.document))

    def _references(self, document: str) -> Listed:
        if document not in self._listed:
            self._listed[document] = Listed(self._engine.document(document))
        return self._listed[document]


def _shown(hit: Hit, parsed: Parsed, listed: Listed) -> Result:
    passage = hit.passage
    followed = leads(passage.text, citing(passage))
    filtered = tuple(_filtered(hit, parsed))
    cut = snippet(passage.text, parsed.highlights, filtered, leads=followed)
    return Result(
        passage=passage,
        score=hit.score,
        snippet=cut.pieces,
        possible=bool(parsed.dated) and not _is_certain(passage, parsed),
        start=cut.start,
        sources=sources(passage, listed),
        explanation=hit.explanation,
        others=hit.others,
        others_search=in_document(parsed.typed, passage.document) if hit.others else "",
    )


def _is_certain(passage: Passage, parsed: Parsed) -> bool:
    """Whether a date of the passage falls for certain in each that was asked for."""
    of_people = lives(passage)
    return all(dates.is_certain(passage.dates(), days, of_people) for days in parsed.dated)


def _filtered(hit: Hit, parsed: Parsed) -> Iterator[Match]:
    """The citations, names and dates of the passage that the search narrows by."""
    names = {value for part in parsed.parts if part.kind == "named" for value in part.values}
    asked = [each.query for each in parsed.filters if each.tag == "cite"]
    document = hit.passage.document
    for mention in hit.passage.mentions:
        match mention:
            case Citation(start, end) if _cited(_address(document, mention), asked):
                yield Match(start, end, -1, "cite")
            case Entity(start, end, name) if name in names:
                yield Match(start, end, -1, "name")
            case Date(start, end, interval=interval) if interval:
                if any(dates.overlaps(interval, days) for days in parsed.dated):
                    yield Match(start, end, -1, "date")


def _address(document: str, citation: Citation) -> CitationAddress:
    number = citation.number
    return CitationAddress(document, citation.cites if number is None else str(number))


def _cited(citation: CitationAddress, asked: Sequence[Query]) -> bool:
    """Whether a filter names the number, alone or in a range, or words of the label."""
    return any(_asks_for(query, citation) for query in asked)


def _asks_for(query: Query, citation: CitationAddress) -> bool:
    match query:
        case IntRange("cite", low, high):
            number = citation.number
            return (
                number is not None
                and (low is None or low <= number)
                and (high is None or number <= high)
            )
        case Term("cite_label", term):
            return citation.number is None and term in analysis.terms(citation.label)
        case Phrase("cite_label", terms):
            return citation.number is None and {*terms} <= {*analysis.terms(citation.label)}
        case KeywordTerm("cited", value):
            return value == str(citation)
        case Or(parts) | And(parts):
            return _cited(citation, parts)
        case _:
            return False
