"""The tagger: rules, each a pattern and what it reads, over the masked text of a passage."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from mentions.dates import values
from mentions.dates.values import Spec
from mentions.dates.words import (
    COUNTED,
    DECADES,
    HOLIDAYS,
    LATER,
    MONTHS,
    NOT_YEARS_BEFORE,
    NUMBERS,
    ORDINALS,
    PARTS,
    SEASONS,
    STEPS,
)
from mentions.types import Date

Unit = Literal["day", "month", "season", "year"]


@dataclass(frozen=True, slots=True)
class Relative:
    """A date told from the one that the text is at: `count` units on ("two months later": 2)."""

    unit: Unit
    count: int


@dataclass(frozen=True, slots=True)
class Tagged:
    """A span of the masked text read as a date; a range has its two ends as `parts`.

    `relative` is a date that another gives ("the same day"); `same_year` one whose year is that
    of the date before ("June of that year"); `aside` one that names a year without moving the
    story there ("since 2016", "the 2019 offensive"). A day that the calendar hasn't (30 February
    2012) doesn't exist: nothing else is read from its words.
    """

    start: int
    end: int
    spec: Spec
    parts: tuple["Tagged", ...] = ()
    relative: Relative | None = None
    same_year: bool = False
    aside: bool = False
    exists: bool = True


_FULL = "|".join(name.title() for name in MONTHS if len(name) > 4 or name in ("june", "july"))
_SURE = "|".join(name for name in _FULL.split("|") if name != "March")
_SHORT = "|".join(
    name.title() for name in MONTHS if len(name) <= 4 and name not in ("may", "june", "july")
)
_MONTH = rf"(?:{_FULL}|May|(?:{_SHORT})\b\.?|{_FULL.upper()}|MAY)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:1\d{3}|20\d\d)"
_DASH = r"\s?[-–—]\s?"
_TO = rf"(?:{_DASH}|\s+(?:to|until|till|through)\s+)"
_PART = (
    r"(?:(?:[Ee]arly|[Mm]id|[Ll]ate)(?:[\s-]+(?:in\s+)?)"
    r"|(?:[Tt]he\s+)?(?:beginning|start|middle|end)\s+of\s+)"
)
_SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
_ERA = r"(?:BCE?|B\.C\.?(?:E\.)?)"
_OF_DAY = (
    r"(?:[Tt]he\s+)?(?:(?:early|late)\s+)?(?:morning|afternoon|evening|night)(?:\s+hours)?\s+of\s+"
)
_SAME_YEAR = r"(?P<same>\s+of\s+(?:the\s+same|that)\s+year)?"
_COUNT = "|".join((*NUMBERS, r"\d{1,3}"))
_HOLIDAY = "|".join(sorted(HOLIDAYS, key=len, reverse=True))
_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True))


def _month(text: str) -> int:
    return MONTHS[text.rstrip(".").lower()]


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _third(text: str | None) -> int | None:
    """
    >>> _third("the end of "), _third("mid-"), _third(None)
    (2, 1, None)
    """
    found = re.search("|".join(PARTS), (text or "").lower())
    return PARTS[found[0]] if found else None


def _dated(match: re.Match[str], prefix: str = "") -> Spec:
    """The spec of the groups `day, month, year, part`, their names led by `prefix`."""
    groups = match.groupdict()
    day, month, year = (groups.get(prefix + name) for name in ("day", "month", "year"))
    return Spec(
        _number(year) if year else None,
        _month(month) if month else None,
        _number(day) if day else None,
        third=_third(groups.get(prefix + "part")),
    )


Reader = Callable[[re.Match[str]], Spec | None]


def _iso(match: re.Match[str]) -> Spec:
    return Spec(int(match["year"]), int(match["m"]), int(match["d"]) if match["d"] else None)


def _slashes(match: re.Match[str]) -> Spec | None:
    """Day first or month first, only where one of them can't be a month."""
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    if one > 12 >= two:
        return Spec(year, two, one)
    if two > 12 >= one or one == two:
        return Spec(year, one, two)
    return None


def _season(match: re.Match[str]) -> Spec:
    season = SEASONS[match["season"].lower()]
    return Spec(_number(match["year"]), season=season, third=_third(match["part"]))


def _holiday(match: re.Match[str]) -> Spec:
    return Spec(_number(match["year"]), *HOLIDAYS[match["holiday"].lower()])


def _decade(match: re.Match[str]) -> Spec:
    if match["word"]:
        return Spec(decade=190 + DECADES[match["word"].lower()], third=_third(match["part"]))
    return Spec(decade=int(match["decade"]), third=_third(match["part"]))


def _century(match: re.Match[str]) -> Spec | None:
    ordinal = match["ordinal"].lower()
    number = ORDINALS.get(ordinal) or _number(ordinal)
    if match["bc"] or not 1 <= number <= 21:
        return None
    return Spec(century=number - 1, third=_third(match["part"]))


def _before_christ(match: re.Match[str]) -> Spec:
    return Spec(1 - int(match["bc"]), _month(match["month"]) if match["month"] else None,
                _number(match["day"]) if match["day"] else None)  # fmt: skip


def _anno(match: re.Match[str]) -> Spec:
    return Spec(int(match["before"] or match["after"]))


RULES: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(pattern), reader)
    for pattern, reader in (
        (r"(?<![\d-])(?P<year>[12]\d{3})-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])", _iso),
        (rf"\b(?:{_OF_DAY})?(?P<day>{_DAY})(?:\s+of)?\s+(?P<month>{_MONTH}),?(?:\s+of)?"
         rf"\s+(?P<year>{_YEAR})\b", _dated),
        (rf"\b(?:{_OF_DAY})?(?P<month>{_MONTH})\s+(?:the\s+)?(?P<day>{_DAY})(?:,|\s+of)?"
         rf"\s+(?P<year>{_YEAR})\b", _dated),
        (rf"(?:\b(?P<day>{_DAY})(?:\s+of)?\s+)?(?:\b(?P<month>{_MONTH})\s+)?"
         rf"\b(?P<bc>[1-9]\d{{0,3}})\s?{_ERA}(?!\w)", _before_christ),
        (r"\bA\.?D\.?\s?(?P<before>[1-9]\d{0,3})\b|\b(?P<after>[1-9]\d{0,3})\s?(?:AD|CE)\b", _anno),
        (rf"\b(?P<part>{_PART})?(?P<month>{_MONTH}),?\s+(?:of\s+)?(?P<year>{_YEAR})\b", _dated),
        (rf"\b(?:[Tt]he\s+)?(?:(?P<part>[Ee]arly|[Mm]id|[Ll]ate)[\s-]+)?(?P<season>{_SEASON})"
         rf"(?:\s+of)?,?\s+(?P<year>{_YEAR})\b", _season),
        (rf"\b(?P<holiday>(?i:{_HOLIDAY})),?\s+(?:of\s+)?(?P<year>{_YEAR})\b", _holiday),
        (rf"\b(?:{_OF_DAY})?(?P<day>{_DAY})(?:\s+of)?\s+(?P<month>{_MONTH})\b{_SAME_YEAR}", _dated),
        (rf"\b(?:{_OF_DAY})?(?P<month>{_MONTH})\s+(?P<day>{_DAY})\b(?![,.]?\d){_SAME_YEAR}", _dated),
        (r"\b(?:[Tt]he\s+)?(?P<part>(?:[Ee]arly|[Mm]id|[Ll]ate)[\s-]+)?(?P<decade>[12]\d\d)0'?s\b"
         r"(?P<word>)?", _decade),
        (r"\b[Tt]he\s+(?P<part>(?:[Ee]arly|[Mm]id|[Ll]ate)[\s-]+)?(?P<decade>)?"
         rf"(?P<word>{'|'.join(DECADES)})\b", _decade),
        (rf"\b(?:[Tt]he\s+)?(?P<part>(?:[Ee]arly|[Mm]id|[Ll]ate)[\s-]+)?(?P<ordinal>\d\d?(?:st|nd|rd|th)"
         rf"|(?i:{_ORDINAL}))[\s-]centur(?:y|ies)(?P<bc>\s{_ERA})?(?!\w)", _century),
        (rf"\b(?P<part>{_PART})(?P<year>{_YEAR})\b", _dated),
        (rf"\b(?P<part>{_PART})?(?P<month>{_SURE})\b{_SAME_YEAR}", _dated),
        (rf"\b(?P<part>{_PART})(?P<month>May|March)\b{_SAME_YEAR}", _dated),
        (r"(?:(?<=\b[Ii]n )|(?<=\b[Bb]y )|(?<=\b[Oo]f )|(?<=[Ss]ince )|(?<=[Uu]ntil )"
         r"|(?<=[Dd]uring )|(?<=[Ff]rom )|(?<= to )|(?<=[Tt]hrough )|(?<=[Ll]ast )"
         rf"|(?<=[Nn]ext )|(?<= previous ))(?P<month>May|March)\b(?!\s+[a-z]+ed){_SAME_YEAR}",
         _dated),
        (r"\b(?P<one>\d\d?)/(?P<two>\d\d?)/(?P<year>[12]\d{3})\b", _slashes),
    )
)  # fmt: skip
"""In order of trust: of two that begin together the longer stands, then the earlier rule."""

_RANGES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?P<a_day>{_DAY})(?:\s+(?P<a_month>{_MONTH}))?(?:\s+(?P<a_year>{_YEAR}))?{_TO}"
        rf"(?P<b_day>{_DAY})\s+(?P<b_month>{_MONTH})(?:,?\s+(?P<b_year>{_YEAR}))?\b",
        rf"\b(?P<a_month>{_MONTH})\s+(?P<a_day>{_DAY})(?:,\s+(?P<a_year>{_YEAR}))?{_TO}"
        rf"(?:(?P<b_month>{_MONTH})\s+)?(?P<b_day>{_DAY})(?:,?\s+(?P<b_year>{_YEAR}))?\b",
        rf"\b(?P<a_month>{_MONTH})(?:\s+(?P<a_year>{_YEAR}))?{_TO}"
        rf"(?P<b_month>{_MONTH})\s+(?P<b_year>{_YEAR})\b",
        rf"(?<![\d.,/-])\b(?P<a_year>{_YEAR}){_DASH}(?P<b_year>{_YEAR}|\d\d)\b(?![\d-]|[.,]\d)",
        rf"\b(?:[Ff]rom|[Bb]etween)\s+(?P<a_year>{_YEAR})"
        rf"\s+(?:to|and|until)\s+(?P<b_year>{_YEAR})\b",
    )
)
_BARE_YEAR = re.compile(rf"(?<![\d.,/$£€#:+-])\b{_YEAR}\b(?![\d%/]|[.,:]\d|-[a-z\d]|s\b)")
_DAYTIME = r"day|morning|afternoon|evening|night"
_WORD_BEFORE = re.compile(r"([^\W\d_]+|[(])[\s]*\Z")
_WORD_AFTER = re.compile(r"\s+([^\W\d_]+)")
_LOOKING_BACK = re.compile(r"\b(?:[Ss]ince|[Uu]ntil|[Bb]y|[Tt]he|[Aa])\s+\Z")


def tag(text: str) -> tuple[Tagged, ...]:
    """The dates of a masked text in order, not overlapping, still without their years."""
    candidates = [
        *_ranges(text), *_single(text), *_years(text), *_relative(text)
    ]  # fmt: skip
    candidates.sort(key=lambda tagged: (tagged.start, -tagged.end))
    kept: list[Tagged] = []
    for tagged in candidates:
        if not kept or kept[-1].end <= tagged.start:
            kept.append(tagged)
    return tuple(tagged for tagged in kept if tagged.exists)


def _single(text: str) -> Iterator[Tagged]:
    for pattern, reader in RULES:
        for match in pattern.finditer(text):
            spec = reader(match)
            if spec is not None:
                same = bool(match.groupdict().get("same"))
                yield Tagged(*match.span(), spec, same_year=same, exists=values.exists(spec))


def _ranges(text: str) -> Iterator[Tagged]:
    for pattern in _RANGES:
        for match in pattern.finditer(text):
            tagged = _range(match)
            if tagged is not None:
                yield tagged


def _range(match: re.Match[str]) -> Tagged | None:
    groups = match.groupdict()
    for name in ("month", "year"):
        known = groups.get(f"a_{name}") or groups.get(f"b_{name}")
        groups[f"a_{name}"] = groups.get(f"a_{name}") or known
        if name == "month":
            groups[f"b_{name}"] = groups.get(f"b_{name}") or known
    if groups["b_year"] and len(groups["b_year"]) == 2 and groups["a_year"]:
        groups["b_year"] = groups["a_year"][:2] + groups["b_year"]
    first, last = (_end(groups, letter) for letter in "ab")
    if not (values.exists(first) and values.exists(last)) or not _ordered(first, last):
        return None
    ends = (
        Tagged(*_end_span(match, "a"), first),
        Tagged(*_end_span(match, "b"), last),
    )
    start = match.start("a_day") if groups.get("a_day") else match.start()
    if groups.get("a_day") and match.start("a_month") >= 0:
        start = min(start, match.start("a_month"))
    if not groups.get("a_month"):
        start = match.start("a_year")
    return Tagged(start, match.end(), last, ends)


def _end(groups: dict[str, str | None], letter: str) -> Spec:
    day, month, year = (groups.get(f"{letter}_{name}") for name in ("day", "month", "year"))
    return Spec(
        int(year) if year else None, _month(month) if month else None, _number(day) if day else None
    )


def _end_span(match: re.Match[str], letter: str) -> tuple[int, int]:
    spans = [
        match.span(name)
        for name in match.groupdict()
        if name.startswith(letter) and match.start(name) >= 0
    ]
    return min(start for start, _ in spans), max(end for _, end in spans)


def _ordered(first: Spec, last: Spec) -> bool:
    def key(spec: Spec) -> tuple[int, int, int]:
        return spec.year or 0, spec.month or 0, spec.day or 0

    return key(first) < key(last) or (first.year is None and last.year is None)


def _years(text: str) -> Iterator[Tagged]:
    for match in _BARE_YEAR.finditer(text):
        if _is_year(text, match):
            back = _LOOKING_BACK.search(text, max(0, match.start() - 12), match.start())
            yield Tagged(*match.span(), Spec(int(match[0])), aside=bool(back))


def _is_year(text: str, match: re.Match[str]) -> bool:
    """By the words around: a count, a page or a flight number is no year."""
    before = _WORD_BEFORE.search(text, max(0, match.start() - 30), match.start())
    after = _WORD_AFTER.match(text, match.end())
    if after and after[1].lower() in COUNTED:
        return False
    if before and before[1].lower() in NOT_YEARS_BEFORE:
        return False
    return before is not None or match.start() == 0


def _relative(text: str) -> Iterator[Tagged]:
    for match in _STEP.finditer(text):
        unit = _unit(match["unit"])
        if unit is not None:
            step = next((STEPS[w] for w in match["which"].lower().split() if w in STEPS), 0)
            third = _third(match["part"])
            yield _told(match, Relative(unit, step), Spec(third=third))
    for match in _PART_OF.finditer(text):
        unit = "month" if match["unit"] == "month" else "year"
        yield _told(match, Relative(unit, 0), Spec(third=_third(match["part"])))
    for match in _COUNTED.finditer(text):
        count = NUMBERS.get(match["count"].lower()) or _digits(match["count"])
        unit = _unit(match["unit"].rstrip("s"))
        if unit and count:
            days = 7 if match["unit"].startswith("week") else 1
            yield _told(match, Relative(unit, count * days * LATER[match["direction"]]), Spec())
    for match in _SEASON_ALONE.finditer(text):
        which = (match["which"] or "").lower()
        season = SEASONS[match["season"].lower()]
        told = Relative("season", STEPS.get(which, 0))
        yield _told(match, told, Spec(season=season, third=_third(match["part"])))


def _told(match: re.Match[str], relative: Relative, spec: Spec) -> Tagged:
    return Tagged(*match.span(), spec, relative=relative)


def _digits(text: str) -> int:
    return int(text) if text.isdecimal() else 0


def _unit(word: str) -> Unit | None:
    """A part of a day counts as its day; weeks are told in days.

    >>> _unit("afternoon"), _unit("month"), _unit("time")
    ('day', 'month', None)
    """
    match word:
        case "day" | "morning" | "afternoon" | "evening" | "night" | "week":
            return "day"
        case "month":
            return "month"
        case "year":
            return "year"
        case _:
            return None


_STEP = re.compile(
    rf"\b(?P<part>{_PART}|(?:[Ll]ater|[Ee]arlier|[Ll]ate|[Ee]arly)\s+(?:in\s+)?)?"
    rf"(?P<which>(?:[Tt]he\s+)?(?:next|following|previous|preceding|same)"
    rf"|[Tt]hat(?:\s+same)?|[Tt]his|[Nn]ext|[Ll]ast)"
    rf"\s+(?P<unit>{_DAYTIME}|month|year)\b(?!-)"
)
_PART_OF = re.compile(
    rf"\b(?P<part>{_PART}|(?:[Ll]ater|[Ll]ate|[Ee]arly|[Ee]arlier)\s+in\s+)the\s+(?P<unit>month|year)\b"
)
_COUNTED = re.compile(
    rf"\b(?P<count>(?i:{_COUNT}))\s+(?P<unit>days?|weeks?|months?|years?)"
    rf"\s+(?P<direction>{'|'.join(LATER)})\b"
)
_SEASON_ALONE = re.compile(
    rf"\b(?:(?:[Tt]he|[Tt]hat|[Tt]his)\s+)(?P<which>next|following|previous|preceding|same)?\s*"
    rf"(?P<part>(?:early|mid|late)[\s-]+)?(?P<season>{_SEASON})\b"
    rf"(?!\s+(?:of|from|in)\s+(?:[^\W\d_]|the)|\s+[A-Z])"
)


def read(words: str) -> Date | None:
    """The date that `words` are as a whole, in words or in EDTF; None if they are none.

    >>> read("early July 2012").value, read("2012-10").value, read("october").value
    ('2012-07', '2012-10', 'XXXX-10')
    """
    spec = _edtf(words) or _whole(words)
    if spec is None:
        return None
    interval = values.interval(spec)
    reading = "stated" if interval else "unknown"
    return Date(
        0, len(words), values.value(spec), interval, None, spec.granularity, reading  # type: ignore[arg-type]
    )  # fmt: skip


_EDTF = re.compile(
    r"(?:(?P<century>\d\d)XX|(?P<decade>\d\d\d)X"
    r"|(?P<year>-?\d{4}|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?)\Z"
)


def _edtf(words: str) -> Spec | None:
    match = _EDTF.match(words)
    if not match:
        return None
    if match["century"] or match["decade"]:
        return Spec(
            decade=int(match["decade"]) if match["decade"] else None,
            century=int(match["century"]) if match["century"] else None,
        )
    year = None if match["year"] == "XXXX" else int(match["year"])
    month = int(match["month"]) if match["month"] else None
    if month is not None and 21 <= month <= 24 and not match["day"] and year is not None:
        return Spec(year, season=month)
    spec = Spec(year, month, int(match["day"]) if match["day"] else None)
    return spec if values.exists(spec) and (year is not None or month) else None


def _whole(words: str) -> Spec | None:
    text = words.strip()
    for tried in (text, text.title(), f"in {text.title()}", f"the {text}", f"in {text}"):
        for tagged in tag(tried):
            covers = tagged.end == len(tried) and tried[: tagged.start] in ("", "in ", "the ")
            if covers and not tagged.parts and tagged.relative is None:
                return tagged.spec
    return None
