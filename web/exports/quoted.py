"""A passage as it is quoted: with its document, its permanent address and the index it is from."""

import re
from dataclasses import dataclass

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
    def source(self) -> str:
        """The document's address, "" where it has none that can be followed."""
        return self.document.source if is_link(self.document.source) else ""

    @property
    def note(self) -> str:
        """What a reference can't say in a field of its own."""
        parts = [f"Passage {self.passage.number}"]
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


def on_one_line(text: str) -> str:
    """Runs of white space and control characters as single spaces.

    >>> on_one_line(" a\\r\\n b\\x00c ")
    'a b c'
    """
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", text).strip()
