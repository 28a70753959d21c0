"""An Atom feed (RFC 4287) of a search: the passages that were added last.

A passage is new in the build in which its document first had its text; moving to another number
doesn't make it so. Its entry keeps its id for good.
"""

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice

from flask import Response, render_template, url_for

from loccit.engines.manifest import Manifest
from loccit.web.exports.parameters import NewsAsked
from loccit.web.quoting.quotation import Quotation

TYPE = "application/atom+xml; charset=utf-8"
MOST = 50
"""Entries."""
_IDS = uuid.UUID("2f0d6c2e-7b5a-5e0c-9c56-0a4f4f3f6f0d")
"""Under which ids of entries and feeds are made (RFC 9562, version 5)."""
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class FeedEntry:
    id: str
    quoted: Quotation
    updated: str


def answer(asked: NewsAsked, manifest: Manifest, quotations: Iterator[Quotation]) -> Response:
    """The feed of what `asked` finds, `found`, the latest added first."""
    entries = tuple(islice(_entries(quotations, manifest), MOST))
    text = render_template(
        "feed.xml",
        asked=asked,
        id=_id("search", asked.q),
        entries=entries,
        updated=entries[0].updated if entries else manifest.built,
        own=url_for("feed", q=asked.q, since=asked.since or None, _external=True),
        page=url_for("pages.results", q=asked.q, sort="added", _external=True),
    )
    clean = _NOT_XML.sub("\ufffd", text)
    return Response(clean, content_type=TYPE)


def _entries(quotations: Iterator[Quotation], manifest: Manifest) -> Iterator[FeedEntry]:
    """A document may have the same text twice, which is one entry."""
    given: set[str] = set()
    for quoted in quotations:
        id = _id(quoted.passage.document, quoted.passage.key)
        if id not in given:
            given.add(id)
            yield FeedEntry(id, quoted, _moment(quoted.passage.first_seen) or manifest.built)


def _id(*parts: str) -> str:
    return uuid.uuid5(_IDS, "\n".join(parts).encode("utf-8", "replace").decode()).urn


def _moment(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat() if seconds else ""
