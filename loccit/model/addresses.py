"""Addresses: a passage is a number in its document, a citation a number or a label."""

import re
from dataclasses import dataclass
from typing import Self

MOST_DIGITS = 9
"""Of a number: more passages than a document has, more citations than it carries."""
MOST_OF_A_LABEL = 100
"""Code points."""
_WRITTEN = re.compile(rf"(.+)#([0-9]{{1,{MOST_DIGITS}}})", re.DOTALL)


@dataclass(frozen=True, order=True, slots=True)
class Address:
    """Passage `number` of `document`; written `document#number`.

    >>> str(Address("wars/syria", 48)), Address.read("wars/syria#48")
    ('wars/syria#48', Address(document='wars/syria', number=48))
    """

    document: str
    number: int

    def __str__(self) -> str:
        return f"{self.document}#{self.number}"

    @classmethod
    def read(cls, text: str) -> Self | None:
        """None where `text` isn't an address: no document, or no number of one to nine digits.

        >>> [Address.read(text) for text in ("#3", "wars", "wars#x", "wars#1234567890")]
        [None, None, None, None]
        """
        match = _WRITTEN.fullmatch(text)
        return cls(match[1], int(match[2])) if match else None


_CITED = re.compile(rf"(.+)#([^#/\n]{{1,{MOST_OF_A_LABEL}}})", re.DOTALL)


@dataclass(frozen=True, order=True, slots=True)
class CitationAddress:
    """What `document` cites as `label`, which may be a number; written `document#label`.

    >>> str(CitationAddress("wars/syria", "Munro 2011")), CitationAddress.read("wars/syria#048")
    ('wars/syria#Munro 2011', CitationAddress(document='wars/syria', label='48'))
    """

    document: str
    label: str

    def __str__(self) -> str:
        return f"{self.document}#{self.label}"

    @property
    def number(self) -> int | None:
        """None where the label is no number."""
        return int(self.label) if _is_number(self.label) else None

    @classmethod
    def read(cls, text: str) -> Self | None:
        """None where `text` isn't an address: no document, or no label, or a very long number.

        >>> [CitationAddress.read(text) for text in ("#3", "wars", "wars#1234567890")]
        [None, None, None]
        """
        match = _CITED.fullmatch(text)
        if match is None or (match[2].isdecimal() and not _is_number(match[2])):
            return None
        return cls(match[1], str(int(match[2])) if _is_number(match[2]) else match[2])


def _is_number(label: str) -> bool:
    return label.isascii() and label.isdecimal() and len(label) <= MOST_DIGITS
