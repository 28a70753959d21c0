"""What can be taken away, on one page: the formats, and the addresses that they have."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from flask import Flask, Response, abort, request
from flask.globals import request_ctx

from loccit.engines.engine import Engine, Hit
from loccit.model.documents import Document, Passage
from loccit.search.searcher import every
from loccit.web import context, parameters
from loccit.web.errors import Busy, NotThere
from loccit.web.exports import bibtex, csl, feed, lines, plain, ris, table
from loccit.web.exports.at_once import AtOnce, Turn
from loccit.web.exports.file import File
from loccit.web.exports.parameters import MatchesAsked, NewsAsked, OnePassage
from loccit.web.exports.quoted import Quotation
from loccit.web.state import engine, until


@dataclass(frozen=True, slots=True)
class Format:
    """A file of passages: its media type, each passage's part of it, and what it opens with."""

    name: str
    type: str
    each: Callable[[Quotation], str]
    head: Callable[[], str] = str


_BIBTEX = Format("BibTeX", "application/x-bibtex; charset=utf-8", bibtex.entry)
_RIS = Format("RIS", "application/x-research-info-systems; charset=utf-8", ris.entry)
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
    "csl.json": Format("CSL-JSON", "application/vnd.citationstyles.csl+json", csl.items),
}
"""Of one passage, at its own address and the suffix."""
FILES = (
    *(
        File(
            f"/search.{suffix}",
            f"matches_{suffix}",
            f"All matches of a search as {format.name}, streamed",
            MatchesAsked,
            format.type,
            "q=cite:any",
        )
        for suffix, format in MATCHES.items()
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
            OnePassage,
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
        asked = parameters.read(MatchesAsked, request.args, {})
        opened = engine()
        hits = every(opened, asked.q, until(), sort=asked.sort)
        turn = at_once.turn()
        if turn is None:
            raise Busy
        format = MATCHES[suffix]
        body = _stream(format, _quoted(opened, hits), turn)
        response = Response(body, content_type=format.type)
        response.call_on_close(turn.end)
        return _as_file(response, f"loccit.{suffix}")

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
        quoted = _quoter(opened)(shown, 0.0)
        response = Response(ONE[suffix].each(quoted), content_type=ONE[suffix].type)
        return response if suffix == "txt" else _as_file(response, f"{quoted.key}.{suffix}")


def _quoter(opened: Engine) -> Callable[[Passage, float], Quotation]:
    """What makes a passage, with its score, a quotation; needs the request only to begin with."""
    addresses = request_ctx.url_adapter
    assert addresses is not None

    def quoted(passage: Passage, score: float) -> Quotation:
        document = opened.document(passage.document) or Document(passage.document, passage.title)
        place = {"document": passage.document, "place": f"{passage.number}~{passage.key}"}
        address = addresses.build("pages.passage", place, force_external=True)
        return Quotation(passage, document, opened.manifest, address, score)

    return quoted


def _quoted(opened: Engine, hits: Iterable[Hit]) -> Iterator[Quotation]:
    quoted = _quoter(opened)
    return (quoted(hit.passage, hit.score) for hit in hits)


def _stream(format: Format, quotations: Iterator[Quotation], turn: Turn) -> Iterator[str]:
    """The file in pieces of some passages each; what is sent is forgotten."""
    try:
        held = [format.head()]
        for quoted in quotations:
            held.append(format.each(quoted))
            if len(held) > _CHUNK:
                yield "".join(held)
                held.clear()
        yield "".join(held)
    finally:
        turn.end()


def _as_file(response: Response, name: str) -> Response:
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response
