"""What can be taken away, on one page: the formats, and the addresses that they have."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from flask import Flask, Response, abort, request

from loccit.engines.engine import Engine, Hit
from loccit.search.about.works import chosen, of_generation
from loccit.search.searcher import every
from loccit.web import context, parameters
from loccit.web.errors import NotThere
from loccit.web.exports import bibtex, csl, feed, lines, plain, ris, sources, table
from loccit.web.exports.at_once import AtOnce, Turn
from loccit.web.exports.file import File
from loccit.web.exports.parameters import (
    MatchesAsked,
    NewsAsked,
    OnePassage,
    OneQuotation,
    ReadingListAsked,
    RestAsked,
)
from loccit.web.exports.rest import INDEX, behind, check_index
from loccit.web.exports.work import cited_work
from loccit.web.quoting.quotation import Quotation, quoter
from loccit.web.signs import cleaning
from loccit.web.state import engine, until

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Format(Generic[T]):
    """A file of passages, or of works: its media type, the part of each, and what it opens with,
    has between them and ends with."""

    name: str
    type: str
    each: Callable[[T], str]
    head: Callable[[], str] = str
    between: str = ""
    end: str = ""


_BIBTEX_TYPE = "application/x-bibtex; charset=utf-8"
_RIS_TYPE = "application/x-research-info-systems; charset=utf-8"
_CSL_TYPE = "application/vnd.citationstyles.csl+json"
_BIBTEX = Format("BibTeX", _BIBTEX_TYPE, bibtex.entry)
_RIS = Format("RIS", _RIS_TYPE, ris.entry)
MATCHES = {
    "csv": Format("CSV", "text/csv; charset=utf-8", table.row, table.head),
    "jsonl": Format("JSON Lines", "application/x-ndjson", lines.line),
    "bib": _BIBTEX,
    "ris": _RIS,
}
"""Of all matches of a search, at `/search.` and the suffix."""
ONE = {
    "txt": Format("Plain text", "text/plain; charset=utf-8", plain.quotation),
    "bib": _BIBTEX,
    "ris": _RIS,
    "csl.json": Format("CSL-JSON", _CSL_TYPE, csl.items),
}
"""Of one passage, at its own address and the suffix."""
SOURCES = {
    "bib": Format("BibTeX", _BIBTEX_TYPE, bibtex.written),
    "ris": Format("RIS", _RIS_TYPE, ris.written),
    "csl.json": Format("CSL-JSON", _CSL_TYPE, csl.written, lambda: "[\n", ",\n", "\n]\n"),
}
"""Of the sources that all matches of a search cite, at `/sources.` and the suffix."""
FILES = (
    *(
        File(
            f"/search.{suffix}",
            f"matches_{suffix}",
            f"All matches of a search as {format.name}, streamed",
            RestAsked,
            format.type,
            "q=cite:any",
            ("404", "409"),
        )
        for suffix, format in MATCHES.items()
    ),
    *(
        File(
            f"/sources.{suffix}",
            f"sources_{suffix.partition('.')[0]}",
            f"The sources that all matches of a search cite, each once, as {format.name}, streamed",
            MatchesAsked,
            format.type,
            "q=cite:any",
        )
        for suffix, format in SOURCES.items()
    ),
    *(
        File(
            f"/works.{suffix}",
            f"reading_list_{suffix.partition('.')[0]}",
            "The works that the library cites and lacks, the most cited first, as"
            f" {format.name}, streamed",
            ReadingListAsked,
            format.type,
        )
        for suffix, format in SOURCES.items()
    ),
    File(
        "/search.atom",
        "feed",
        "The passages that a search finds, the latest added first, as an Atom feed",
        NewsAsked,
        feed.TYPE,
        "q=cite:any",
    ),
    *(
        File(
            f"/passages/{{document}}/{{place}}.{suffix}",
            f"quotation_{suffix.partition('.')[0]}",
            f"A passage as one quotes it, as {format.name}",
            OneQuotation if suffix == "txt" else OnePassage,
            format.type,
        )
        for suffix, format in ONE.items()
    ),
)
"""For the API's description."""
_CHUNK = 64
"""Passages that are sent at once."""


def mount(app: Flask) -> None:
    at_once = AtOnce()

    @app.get("/search.<suffix>", endpoint="matches")
    def matches(suffix: str) -> Response:
        """All matches of a search, streamed."""
        if suffix not in MATCHES:
            abort(404)
        asked = parameters.read(RestAsked, request.args, {})
        check_index(asked.index, engine())
        file = replace(MATCHES[suffix], head=str) if asked.after else MATCHES[suffix]
        with at_once.turn() as turn:
            values = _quoted(*_found(asked, asked.after))
            return _streamed(file, values, f"loccit.{suffix}", turn)

    @app.get("/sources.<suffix>", endpoint="sources")
    def cited(suffix: str) -> Response:
        """The sources that all matches of a search cite, each once, streamed."""
        if suffix not in SOURCES:
            abort(404)
        asked = parameters.read(MatchesAsked, request.args, {})
        with at_once.turn() as turn:
            passages = ((each.passage, each.document) for each in _quoted(*_found(asked)))
            name = f"loccit-sources.{suffix}"
            return _streamed(SOURCES[suffix], sources.works(passages), name, turn)

    @app.get("/works.<suffix>", endpoint="reading_list")
    def reading_list(suffix: str) -> Response:
        """The works that the library cites and lacks, the most cited first."""
        if suffix not in SOURCES:
            abort(404)
        lacking = chosen(of_generation(engine(), until()), "out")
        cited = (cited_work(each.reference, each.document) for each in lacking)
        with at_once.turn() as turn:
            return _streamed(SOURCES[suffix], cited, f"loccit-reading-list.{suffix}", turn)

    @app.get("/search.atom", endpoint="feed")
    def news() -> Response:
        """The passages that a search finds, the latest added first, as an Atom feed."""
        asked = parameters.read(NewsAsked, request.args, {})
        opened = engine()
        hits = every(opened, asked.q, until(), sort="added", since=asked.since_seconds)
        return feed.answer(asked, opened.manifest, _quoted(opened, hits))

    suffixes = ",".join(f'"{suffix}"' for suffix in ONE)

    @app.get(f"/passages/<path:document>/<place>.<any({suffixes}):suffix>", endpoint="quotation")
    def quotation(document: str, place: str, suffix: str) -> Response:
        """A passage as it is quoted, for a text or a reference manager."""
        opened = engine()
        shown = context.passage_at(opened, document, place, until())
        if shown is None:
            raise NotThere(f"There is no passage {document} {place}.", document)
        quoted = quoter(opened)(shown, 0.0)
        if suffix == "txt":
            place_asked = {"document": document, "place": place}
            asked = parameters.read(OneQuotation, request.args, place_asked)
            return Response(plain.quotation(quoted, asked.style), content_type=ONE[suffix].type)
        response = Response(ONE[suffix].each(quoted), content_type=ONE[suffix].type)
        return _as_file(response, f"{quoted.key}.{suffix}")


def _quoted(opened: Engine, hits: Iterable[Hit]) -> Iterator[Quotation]:
    quoted = quoter(opened)
    return (quoted(hit.passage, hit.score) for hit in hits)


def _found(asked: MatchesAsked, after: str = "") -> tuple[Engine, Iterator[Hit]]:
    """All matches of a search in its order, behind the passage `after` if that is given."""
    opened = engine()
    hits = every(opened, asked.q, until(), sort=asked.sort)
    return opened, behind(after, hits) if after else hits


def _streamed(format: Format[T], values: Iterable[T], name: str, turn: Turn) -> Response:
    pieces = turn.each_at_its_time(_pieces(format, values))
    response = Response(pieces, content_type=format.type)
    response.headers[INDEX] = engine().manifest.generation
    response.call_on_close(turn.end)
    return _as_file(response, name)


def _pieces(format: Format[T], values: Iterable[T]) -> Iterator[str]:
    """The file in pieces of some entries each; what is sent is forgotten."""
    held, clean = [format.head()], cleaning(format.type)
    for place, value in enumerate(values):
        held.append(f"{format.between if place else ''}{clean(format.each(value))}")
        if len(held) > _CHUNK:
            yield "".join(held)
            held.clear()
    yield "".join([*held, format.end])


def _as_file(response: Response, name: str) -> Response:
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response
