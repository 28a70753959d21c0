"""A passage as it is quoted: with its document, its permanent address and the index it is from."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from flask.globals import request_ctx

from loccit.engines.engine import Engine
from loccit.engines.manifest import Manifest
from loccit.model.documents import Document, Passage
from loccit.web.words import built, is_link, quotation

FINGERPRINT = 12
"""Digits of an index's fingerprint that a permanent link and a reference carry."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """`address` is the passage's, absolute; `score` compares only within one export."""

    passage: Passage
    document: Document
    manifest: Manifest
    address: str
    score: float = 0.0

    @property
    def text(self) -> str:
        """Without citation markers."""
        return quotation(self.passage)

    @property
    def title(self) -> str:
        return self.passage.title or self.document.id

    @property
    def source(self) -> str:
        """The document's address, "" where it has none that can be followed."""
        return self.document.source if is_link(self.document.source) else ""

    @property
    def note(self) -> str:
        """What a reference can't say in a field of its own."""
        parts = [f"Passage {self.passage.number}"]
        if self.passage.page:
            parts.insert(0, f"p. {self.passage.page}")
        if self.passage.section:
            parts.append(f"section “{self.passage.section}”")
        if self.document.source and not self.source:
            parts.append(self.document.source)
        if self.document.licence:
            parts.append(self.document.licence)
        return "; ".join([*parts, self.build])

    @property
    def build(self) -> str:
        manifest = self.manifest
        return (
            f"Loccit index of {built(manifest.built)}, {manifest.fingerprint[:FINGERPRINT]}"
        ).rstrip(", ")

    @property
    def key(self) -> str:
        """What a reference list may call it: letters, digits and hyphens.

        >>> import re; re.sub("[^A-Za-z0-9]+", "-", "peace/one#1")
        'peace-one-1'
        """
        plain = re.sub("[^A-Za-z0-9]+", "-", self.document.id).strip("-") or "passage"
        return f"{plain}-{self.passage.number}-{self.passage.key}"


def quoter(opened: Engine) -> Callable[[Passage, float], Quotation]:
    """What makes a passage, with its score, a quotation; needs the request only to begin with."""
    addresses = request_ctx.url_adapter
    assert addresses is not None

    def quoted(passage: Passage, score: float = 0.0) -> Quotation:
        document = opened.document(passage.document) or Document(passage.document, passage.title)
        place = {"document": passage.document, "place": f"{passage.number}~{passage.key}"}
        address = addresses.build("pages.passage", place, force_external=True)
        return Quotation(passage, document, opened.manifest, address, score)

    return quoted


def on_one_line(text: str) -> str:
    """Runs of white space and control characters as single spaces.

    >>> on_one_line(" a\\r\\n b\\x00c ")
    'a b c'
    """
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", text).strip()
