"""Dates that name a time without moving the story there: asides, plans, what had been."""

import re

from loccit.mentions.dates.tagged import Aside, Bound, Tagged

_BEFORE_NAME = re.compile(
    r"\b(?:[Ss]ince|[Uu]ntil|[Bb]y|[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|\w's)\s+\Z"
)
"""Since 2016; the 2010 Constitution; a 2011 embargo."""
_OF_TIME = frozenset(
    "summer spring autumn fall winter early mid late end beginning start middle half quarter part"
    " day days week weeks month months year course rest remainder season onset eve close dawn"
    " most all second first morning night evening afternoon".split()
)
_EVENT = re.compile(
    r"(?:\s+[^\W\d_][\w'-]*){0,4}?\s+(?:[Ww]ars?|[Cc]ampaigns?|[Ii]nvasion|[Rr]evolutions?|[Ee]lections?"
    r"|[Ss]easons?|[Uu]prising|[Rr]ising|[Rr]evolt|[Rr]ebellion|[Ss]iege|[Bb]attles?|[Cc]risis|[Cc]oup"
    r"|[Cc]hampionships?|[Gg]ames|[Oo]lympics|[Tt]ournament|[Tt]our|[Oo]ffensive|[Ee]arthquake|[Ff]loods?"
    r"|[Ff]ire|[Aa]ttacks?|[Ff]amine|[Ee]pidemic|[Pp]andemic|[Ee]xpedition|[Cc]onference|[Cc]ongress"
    r"|[Cc]up|[Ff]estival|[Rr]iots?|[Ss]trikes?|[Mm]assacre|[Ss]ummer|[Ww]inter|[Pp]laying)\b"
)
"""What happens at a time, behind its year (the 1812 campaign)."""
_AT_EVENT = re.compile(
    r"\b(?:[Ii]n|[Dd]uring|[Aa]t|[Ff]or|[Tt]hroughout)\s+"
    r"(?:the\s+(?:beginning|start|end|outbreak|height|time|close|course|opening|eve)\s+of\s+)?"
    r"(?:the|his|her|its|their|a|an)\s+\Z"
)
_THING_OF = re.compile(r"\b([^\W\d_]+)\s+of\s+\Z")
_PLAN = re.compile(
    r"\b(?:would|will|shall|plans?|planned|planning|scheduled|expect(?:s|ed)|intend(?:s|ed)|propos(?:al|ed)"
    r"|aim(?:s|ed)?|due|projected|anticipated|hop(?:es?|ed)|promis(?:es?|ed)|target|deadline)\b"
)
_HAD = re.compile(r"\bhad\b")
_HAD_BEHIND = re.compile(r",?(?:\s+[^\W\d_]+){1,4}?\s+had\b")
_SINCE = re.compile(r"\b[Ss]ince\s+(?:[\w'-]+\s+){1,7}\Z")
"""Since its founding in 1912, a cup is played every year: the story is later."""
_BOUND = re.compile(r"\b([Ss]ince|[Uu]ntil|[Tt]ill)\s+(?:at\s+least\s+)?(?:the\s+)?\Z")
_IMPRINT = re.compile(r"[^\W\d_]{2},\s\Z")
"""Oxford, 1985."""
_LONGEST_QUOTED = 2_000
_CLAUSE = re.compile(r"[.;:!?]\s|\n")
_LONGEST = 120
"""Code points before a date that are looked at."""


def kind(text: str, tagged: Tagged) -> Aside:
    """Whether the story moves to the date: not to an aside, to a plan only backwards, and to what
    had been only forwards.

    >>> from loccit.mentions.dates.years import years
    >>> texts = ("In 2012 he", "the crisis of 2008", "the book of 2008")
    >>> [kind(text, next(years(text))) for text in texts]
    ['', 'event', 'always']
    """
    if tagged.spec.year is None or tagged.relative:
        return ""
    since = max(0, tagged.start - _LONGEST)
    bare = tagged.spec.month is None and tagged.spec.season is None and tagged.spec.part is None
    if (
        _in_brackets(text, since, tagged)
        or _in_quotation(text, tagged)
        or (bare and _SINCE.search(text, since, tagged.start))
        or (bare and _IMPRINT.search(text, max(0, tagged.start - 12), tagged.start))
    ):
        return "always"
    if bare and _BEFORE_NAME.search(text, max(0, tagged.start - 12), tagged.start):
        return _of_event(text, since, tagged)
    thing = _THING_OF.search(text, max(0, tagged.start - 30), tagged.start) if bare else None
    if thing and thing[1].lower() not in _OF_TIME:
        return "event" if _EVENT.match(f" {thing[1]}") else "always"
    return _by_verb(text, since, tagged)


def _of_event(text: str, since: int, tagged: Tagged) -> Aside:
    """The year of something named: the story is at it where it happens "during" that."""
    if not _EVENT.match(text, tagged.end):
        return "always"
    return "" if _AT_EVENT.search(text, since, tagged.start) else "event"


def bound(text: str, tagged: Tagged) -> Bound:
    """What a yearless date is for the story.

    >>> from loccit.mentions.dates.rules import single
    >>> [bound(text, next(single(text))) for text in ("since early May", "until 5 May", "in June")]
    ['since', 'until', '']
    """
    led = _BOUND.search(text, max(0, tagged.start - 24), tagged.start)
    if led is None or tagged.parts:
        return ""
    return "since" if led[1].lower() == "since" else "until"


def _in_brackets(text: str, since: int, tagged: Tagged) -> bool:
    return text.rfind("(", since, tagged.start) > text.rfind(")", since, tagged.start)


def _in_quotation(text: str, tagged: Tagged) -> bool:
    """Whether an odd number of quotation marks stands before it in its paragraph."""
    since = max(text.rfind("\n", 0, tagged.start) + 1, tagged.start - _LONGEST_QUOTED)
    return (
        text.count('"', since, tagged.start) % 2 == 1
        and '"' in text[tagged.end : tagged.end + _LONGEST_QUOTED]
    )


def _by_verb(text: str, since: int, tagged: Tagged) -> Aside:
    for end in _CLAUSE.finditer(text, since, tagged.start):
        since = end.end()
    if _PLAN.search(text, since, tagged.start):
        return "ahead"
    had = _HAD.search(text, since, tagged.start) or _HAD_BEHIND.match(text, tagged.end)
    return "back" if had else ""
