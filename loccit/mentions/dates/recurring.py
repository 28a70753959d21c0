"""Whether a yearless date recurs: what usually happens in May, how warm the summers are."""

import re

from loccit.mentions.dates.tagged import Tagged

_HABIT = re.compile(
    r"\b(?:usually|typically|generally|commonly|often|frequent(?:ly)?|normally|always|annual(?:ly)?"
    r"|yearly|every|each|average[sd]?|averaging|traditionally|regularly|seasonal(?:ly)?|most\s+years"
    r"|some\s+years)\b",
    re.IGNORECASE,
)
_FEAST = re.compile(
    r"\b(?:[Hh]olidays?|[Ff]easts?|[Ff]estivals?|[Bb]irthday|[Aa]nniversary|celebrat\w+|observed"
    r"|commemorat\w+)\b|(?<=[a-z]\s)Day\b|\bDay\s+of\s"
)
_KEPT = re.compile(r"\b(?:is|are)\s+(?:also\s+)?(?:on|held|observed|kept|\w+ated)\b")
_HELD_ON = re.compile(
    r"\b(?:is|are)\s+(?:now\s+|also\s+|still\s+|today\s+|[a-z]+ly\s+)?"
    r"(?:held|celebrated|observed|kept|commemorated|marked)\s+(?:annually\s+)?on\s+(?:the\s+)?\Z"
)
_DAY_KEPT_ON = re.compile(
    r"\bDay(?:\s+of(?:\s+(?:the|and|of|[A-Z][\w'-]+)){1,6})?,?\s+(?:(?:which|that)\s+)?(?:is\s+on"
    r"|(?:is\s+)?(?:held|celebrated|observed|kept|commemorated|marked)\s+(?:annually\s+)?on"
    r"|falls\s+on|takes\s+place\s+on)\s+(?:the\s+)?\Z"
)
"""The Day of the Paratroopers, marked on."""
_DAY_OF = re.compile(
    r"(?:,?\s+(?:to\s+be|as|is|was|the))*\s+(?:[A-Z]\w+\s+|(?:and|of|the|for|to)\s+){0,6}Day\b"
    r"|,?\s+(?:to\s+be|as|is)\s+(?:now\s+|considered\s+)*(?:the|an?|its|their|our)\s+(?:[\w-]+\s+){0,3}"
    r"(?:[Hh]oliday|[Ff]east|[Ff]estival|[Bb]irthday|[Aa]nniversary|[Dd]ay)\b"
)
"""The name of a day behind it: June 1 the National Day of Mourning."""
_PRESENT = re.compile(
    r"\b(?:is|are|has|have|does|do|can|may|tends?|begins?|occurs?|takes?|lasts?)\b"
)
_PASSIVE = re.compile(
    r"\b(?:is|are|be|been|being)\s+(?:[a-z]+ly\s+|not\s+|also\s+|now\s+|still\s+|often\s+|today\s+)?(?:[a-z]+ed|held|sold|shot|built|told)\b"
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|could|would|[a-z]{2,}ed|took|fell|began|came|went|made|gave|left|won|lost"
    r"|met|led|held|sent|brought|fought|broke|rose|drew|wrote|saw|became|said|told|found|got|ran"
    r"|built|kept|spoke|flew|sank|shot|struck|stood|sat|bought|sold|paid|laid|bore|grew|threw|knew"
    r"|hid|rode|chose|drove|froze|swore|taught|thought|sought|caught|felt|dealt|spent|lent|slew"
    r"|withdrew|overthrew|overcame|undertook|forbade|arose|withstood|swept|crept|slept|meant)\b"
)
_END = re.compile(r"[.!?;]\s+[A-Z]|\n")
_NEAR = 60
_LONGEST = 250
"""Code points to either side of a date in which its sentence is looked for."""


def recurs(text: str, tagged: Tagged) -> bool:
    """Whether its sentence tells of what happens every year; days only if it says so.

    >>> from loccit.mentions.dates.told import told
    >>> summers = "In the summer it is warm.", "In the summer it fell."
    >>> [recurs(text, next(told(text))) for text in summers]
    [True, False]
    """
    before, after = _sentence(text, tagged)
    words = f"{before} {after}"
    if tagged.spec.day is not None:
        if _HABIT.search(before[-_NEAR:]):
            return True
        said = bool(_FEAST.search(words) or _DAY_OF.search(after))
        kept = _KEPT.search(before[-_NEAR:]) or _KEPT.search(after[:_NEAR])
        if (
            _DAY_OF.match(after)
            or _HELD_ON.search(before[-_NEAR:])
            or _DAY_KEPT_ON.search(before[-2 * _NEAR :])
            or (kept and _FEAST.search(words))
        ):
            return True
    else:
        said = bool(tagged.spec.season or _PRESENT.search(words) or _HABIT.search(words))
    return said and not _PAST.search(_PASSIVE.sub(" ", words))


def _sentence(text: str, tagged: Tagged) -> tuple[str, str]:
    """The words of the date's sentence before it and behind it."""
    since = max(0, tagged.start - _LONGEST)
    for ended in _END.finditer(text, since, tagged.start):
        since = ended.start() + 1
    until = tagged.end + _LONGEST
    if ends := _END.search(text, tagged.end, until):
        until = ends.start()
    return text[since : tagged.start], text[tagged.end : until]
