"""Which lines and paragraphs are headings of what follows them."""

import re
from collections.abc import Sequence
from itertools import pairwise

from loccit.indexer.dated_lines import (
    is_date_alone,
    is_dated,
    opens_with_date,
    opens_with_month,
    opens_with_year,
)

_MARKED = re.compile(r"(?:#{1,6}\s+(?P<hash>.+?)\s*#*|={2,6}\s*(?P<wiki>[^=\n]+?)\s*={2,6})\Z")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*(?:\[[^\[\]]{1,40}\])*\Z")
_NO_HEADING_END = re.compile(r"[.!?…,;:\]\"”]\Z")
_NUMBERED = re.compile(r"\d+(?:\.\d+)*\.?\s*\S*[^\W\d_]")
_OF_YEARS = re.compile(
    r"[12]\d{3}(?:s|\s?[-–—/]\s?(?:\d{4}|\d\d|present))?:\s+[^\W\d_]", re.IGNORECASE
)
"""1986–1993: Breakthrough."""
_FULL_STOP = re.compile(r"[\w)'’\"”]\.\Z")
_SAYS_SOMETHING = re.compile(r".*[^\W\d_]{2}|(?:1\d{3}|20\d\d)")
_OPENS = re.compile(r"[\"'“‘«(\[]*[^\W_a-z]")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LONGEST = 80
_FEW_WORDS = 6
_MOST_ABOVE = 3
"""Headings directly above each other."""
_LONG_LINE = 160
"""Code points; what is above such a line is a line of its own."""
_NARROW = 40
"""Columns; nobody wraps prose closer."""

_PRONOUNS = frozenset(
    "i he she it they we you this that these those there here who nobody everybody someone".split()
)
_VERBS = frozenset(
    "am is are was were be been has have had does do did will would shall should can could may"
    " might must isn't wasn't aren't weren't hasn't haven't hadn't doesn't don't didn't won't"
    " wouldn't can't couldn't arose ate awoke beat became becomes began begins bore bought broke"
    " brought built burnt came caught chose comes consists contains dealt died dies drank drew"
    " drove ends exists fell fled flew followed follows fought found gave goes got grew happened"
    " happens held hid includes joins kept knew laid lasted leads leaves led left lies lived lives"
    " lost made makes meant meets met occurs paid plays ran remains returns rose runs said sang"
    " sank sat saw says seems sent serves shot slept sold spent spoke stands stayed stole stood"
    " struck studies studied swam swept takes taught tells threw told took tore understood wears"
    " went wins woke won works wrote".split()
)
_RUNS_ON = frozenset(
    "a an the of in on at to by for from with and or but as than that which who is was were are"
    " into over under his her its their this".split()
)


def is_ended(line: str) -> bool:
    """Whether it ends as a sentence does, citation markers aside."""
    return _SENTENCE_END.search(line.rstrip()[-120:]) is not None


def marked(paragraph: str) -> str:
    """The words of a heading that is marked as one, "" if it isn't.

    >>> marked("== Events of 2013 =="), marked("# Aftermath #"), marked("Aftermath")
    ('Events of 2013', 'Aftermath', '')
    """
    match = _MARKED.match(paragraph.strip())
    return (match["hash"] or match["wiki"]) if match else ""


def is_plain(paragraph: str) -> bool:
    """Whether it may be a heading without a mark: short, on one line, not ended; a number, or
    the years that it is about, may open it.

    >>> [is_plain(each) for each in ("Aftermath", "1. Origins", "1815 to 1918", "1970–85: Youth")]
    [True, True, True, True]
    >>> [is_plain(each) for each in ("It ended.", "and so on", "12")]
    [False, False, False]
    """
    plain = paragraph.strip()
    if len(plain) > _LONGEST or len(plain.split()) > 10 or re.search(r"[\r\n]", plain):
        return False
    if _NO_HEADING_END.search(plain):
        return False
    if plain[:1].isupper() or is_date_alone(plain) or _NUMBERED.match(plain):
        return True
    return _OF_YEARS.match(plain) is not None and _is_verbless(plain)


def is_stopped(line: str) -> bool:
    """Whether it may be a heading with a full stop: a few words, no verb among them.

    >>> [is_stopped(each) for each in ("Early life.", "Works and awards.", "One came.")]
    [True, True, False]
    """
    plain = line.strip()
    return (
        len(plain) <= _LONGEST
        and len(plain.split()) <= _FEW_WORDS
        and _FULL_STOP.search(plain) is not None
        and _OPENS.match(plain) is not None
        and _SAYS_SOMETHING.match(plain) is not None
        and not re.search(r"[;:]\s|[.!?]\s+[^\W\d_]{4}", plain)
        and _is_verbless(plain)
    )


def _is_verbless(line: str) -> bool:
    """Whether no word of a short line is known as a verb; a participle may open it."""
    words = _WORD.findall(line)
    return not (words and words[0].lower() in _PRONOUNS) and not any(
        word in _VERBS or (word.endswith("ed") and len(word) > 4) for word in words[1:]
    )


def runs_on(line: str, below: str, width: int) -> bool:
    """Whether the sentence goes on in the line below: the line isn't ended, and in a text as wide
    as `width` the next word hadn't fitted."""
    fitted = len(line.strip()) + 1 + len(below.split()[0]) <= max(_NARROW, width)
    return not fitted and not is_ended(line)


def is_broken(line: str, below: str, width: int) -> bool:
    """Whether by its words, or by its length, the line's sentence goes on below; by words alone
    where `width` is 0.

    >>> is_broken("It lay in", "Asia.", 0), is_broken("A list of:", "Asia", 0)
    (True, False)
    """
    if is_ended(line) or line.rstrip().endswith(":"):
        return False
    words = line.split()[-1].lower() in _RUNS_ON or below.lstrip()[0].islower()
    return words or (width > 0 and runs_on(line, below, width))


def above(lines: Sequence[str], width: int) -> int:
    """How many of these lines are headings directly above the paragraph of the others.

    `width` is that of the text's longest line: where the next word had fitted, the line was ended
    on purpose.

    >>> above(["Origins", "The village is old."], 19), above(["Part I", "War", "It began."], 19)
    (1, 2)
    >>> above(["It lay in the north of", "Asia."], 22)
    0
    >>> above([" Pipelines ", " gas, 2 km"], 11), above(["Awards", " Cup: 1999", " Cap: 1998"], 10)
    (1, 1)
    """
    if _is_over_data(lines, width) or _is_over_items(lines, width):
        return 1
    for count in range(min(_MOST_ABOVE, len(lines) - 1), 0, -1):
        heads, below = lines[:count], lines[count:]
        if all(_is_ended_on_purpose(*pair, width) for pair in pairwise(lines[: count + 1])) and (
            _is_paragraph_under(heads[-1], below, width)
        ):
            return count
    return 0


def _is_over_data(lines: Sequence[str], width: int) -> bool:
    """Whether the first line alone has white space on both sides, as a wiki's headings keep it."""
    if len(lines) < 2 or not is_plain(lines[0]) or lines[0].split()[-1].lower() in _RUNS_ON:
        return False
    first, *below = lines
    is_set_off = first[0].isspace() and first[-1].isspace()
    is_alone = not any(each[-1].isspace() for each in below)
    return is_set_off and is_alone and not runs_on(first, below[0], width)


def _is_over_items(lines: Sequence[str], width: int) -> bool:
    """Whether the lines below are a list's, each indented as the first line isn't."""
    first, *below = lines
    return (
        len(below) > 1
        and not first[0].isspace()
        and all(each[0].isspace() and _OPENS.match(each.strip()) for each in below)
        and _is_ended_on_purpose(first, below[0], width)
        and not any(is_broken(*pair, width) for pair in pairwise(below))
    )


def _is_ended_on_purpose(line: str, below: str, width: int) -> bool:
    """Whether a line that may be a heading isn't the beginning of what is below."""
    words = line.lower().split()
    if not is_plain(line) or words[-1] in _RUNS_ON or words[0] in _PRONOUNS:
        return False
    is_apart = len(below) >= _LONG_LINE or _is_verbless(line.strip())
    return is_apart and not runs_on(line, below, width)


def _is_paragraph_under(heading: str, lines: Sequence[str], width: int) -> bool:
    first = lines[0].strip()
    goes_on = len(lines) > 1 and is_broken(first, lines[1], width)
    return (
        _OPENS.match(first) is not None
        and (goes_on or not is_plain(first))
        and is_ended(lines[-1])
        and len(first) > 0.6 * len(heading.strip())
    )


def of_paragraphs(paragraphs: Sequence[str]) -> list[str]:
    """The heading that each paragraph is, "" where it is none, in a text with blank lines."""
    found = [marked(each) or (each.strip() if is_plain(each) else "") for each in paragraphs]
    return _without_entries(paragraphs, found)


def of_lines(lines: Sequence[str]) -> list[str]:
    """The heading that each line is, "" where it is none, in a text whose lines are paragraphs.

    A line without a mark is one only above what is longer or ended; where headings have full
    stops, three short lines in a row, and a short line under a heading, are items of a list.
    """
    plain = [is_plain(line) for line in lines]
    stopped = [is_stopped(line) for line in lines]
    width = max(map(len, lines), default=0)
    found = [""] * len(lines)
    for at in reversed(range(len(lines))):
        below = lines[at + 1] if at + 1 < len(lines) else ""
        words = marked(lines[at])
        if words or not below:
            found[at] = words
        elif plain[at]:
            over = _is_over(lines[at], below, width) or (
                bool(found[at + 1]) and not stopped[at + 1]
            )
            listed = at > 0 and (stopped[at - 1] or (plain[at - 1] and at > 1 and plain[at - 2]))
            if is_date_alone(lines[at]):
                over, listed = not opens_with_year(below), False
            elif at > 0 and is_date_alone(lines[at - 1]):
                listed = True
            found[at] = lines[at].strip() if over and not listed else ""
        elif stopped[at]:
            longer = len(below) >= 1.5 * len(lines[at]) and not is_stopped(below)
            if longer or found[at + 1] or not is_ended(below):
                found[at] = lines[at].strip().removesuffix(".")
    return _without_entries(lines, found)


def _is_over(line: str, below: str, width: int) -> bool:
    """Whether what is below a plain line is what headings stand over, sentences or entries, and
    not the rest of its own sentence."""
    if is_broken(line, below, 0) or (runs_on(line, below, width) and not _is_verbless(line)):
        return False
    return (is_ended(below) and not is_stopped(below)) or (is_dated(below) and not is_dated(line))


def _without_entries(paragraphs: Sequence[str], found: list[str]) -> list[str]:
    """Dated ones beside each other, or that say what happened, are entries of a chronology, which
    no heading is, unless it stands over prose; a date alone is a heading of what follows without
    one."""
    short = [
        bool(each) and not marked(own) and is_dated(own)
        for each, own in zip(found, paragraphs, strict=True)
    ]
    mostly = is_chronology(paragraphs)
    kept = list(found)
    for at, dated in enumerate(short):
        if not dated:
            continue
        before, after = at > 0 and short[at - 1], at + 1 < len(short) and short[at + 1]
        if is_date_alone(paragraphs[at]):
            if after and opens_with_year(paragraphs[at + 1]):
                kept[at] = ""
            continue
        is_entry = mostly and not (at + 1 < len(kept) and _is_of_prose(*paragraphs[at : at + 2]))
        if before or after or is_entry or _tells(paragraphs[at]):
            kept[at] = ""
    return kept


def _is_of_prose(line: str, below: str) -> bool:
    """Whether a dated line has sentences under it that are no entry themselves.

    >>> _is_of_prose("1812 campaign", "In 1812 he crossed the river, and he went on.")
    True
    >>> _is_of_prose("1914 War", "1915: Italy joins it."), _is_of_prose("1914 War begins", "So.")
    (False, False)
    """
    is_longer = len(below.strip()) > len(line.strip())
    return _is_verbless(line) and is_ended(below) and is_longer and not opens_with_date(below)


def _tells(line: str) -> bool:
    """Whether a dated line says what happened then: behind a month or a day and a colon, or with
    a verb."""
    return opens_with_month(line) and (":" in line or not _is_verbless(line))


def is_chronology(lines: Sequence[str]) -> bool:
    """Whether two in three of the lines open with a date, those under a date alone among them.

    >>> is_chronology(["A history", "May 1914: war", "1918 Peace", "1919", "A treaty"])
    True
    """
    dated = [is_dated(line) for line in lines]
    alone = [is_date_alone(line) for line in lines]
    entries = [
        dated[at] or (at > 0 and alone[at - 1])
        for at, line in enumerate(lines)
        if not alone[at] and not marked(line) and not (at == 0 and is_plain(line) and not dated[0])
    ]
    return len(entries) >= 2 and 3 * sum(entries) >= 2 * len(entries)
