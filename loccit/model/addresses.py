"""The address of a passage, or of a citation: a document and a number in it."""

import re
from dataclasses import dataclass
from typing import Self

MOST_DIGITS = 9
"""Of a number: more passages than a document has, more citations than it carries."""
_WRITTEN = re.compile(rf"(.+)#([0-9]{{1,{MOST_DIGITS}}})", re.DOTALL)


@dataclass(frozen=True, order=True, slots=True)
class Address:
    """Passage, or citation, `number` of `document`; written `document#number`.

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
