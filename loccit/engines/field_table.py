"""The fields that an index holds."""

from typing import Literal

TextField = Literal["terms", "words", "title", "section", "source"]
KeywordField = Literal[
    "document",
    "date",
    "date_own",
    "date_span",
    "held",
    "held_own",
    "when",
    "heading",
    "cited",
    "person",
    "organisation",
    "place",
    "group",
    "event",
    "other",
]
IntegerField = Literal["cite", "cites", "first_day", "added", "key"]
FacetField = Literal[
    "document",
    "heading",
    "cite",
    "cited",
    "cites",
    "when",
    "person",
    "organisation",
    "place",
    "group",
    "event",
    "other",
]

TEXT_FIELDS: tuple[TextField, ...] = ("terms", "words", "title", "section", "source")
KEYWORD_FIELDS: tuple[KeywordField, ...] = (
    "document",
    "date",
    "date_own",
    "date_span",
    "held",
    "held_own",
    "when",
    "heading",
    "cited",
    "person",
    "organisation",
    "place",
    "group",
    "event",
    "other",
)
INTEGER_FIELDS: tuple[IntegerField, ...] = ("cite", "cites", "first_day", "added", "key")
