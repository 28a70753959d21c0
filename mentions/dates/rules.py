"""Dates that stand alone: rules, each a pattern and what it reads. Add a form here."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from mentions.dates import values
from mentions.dates.patterns import (
    BEFORE_DAY,
    BEFORE_MONTH,
    DAY,
    ERA,
    FESTIVE,
    HOLIDAY,
    MONTH,
    ORDINAL,
    PART,
    SAME_YEAR,
    SEASON,
    SURE,
    YEAR,
    month_number,
    number,
    which_third,
)
from mentions.dates.tagged import Tagged
from mentions.dates.values import Spec
from mentions.dates.words import DECADES, HOLIDAYS, ORDINALS, QUARTERS, SEASONS, WEEKDAYS


def _dated(match: re.Match[str], prefix: str = "") -> Spec:
    """The spec of the groups `day, month, year, part`, their names led by `prefix`."""
    groups = match.groupdict()
    day, month, year = (groups.get(prefix + name) for name in ("day", "month", "year"))
    return Spec(
        number(year) if year else None,
        month_number(month) if month else None,
        number(day) if day else None,
        third=which_third(groups.get(prefix + "part")),
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
    year = 1 - int(match["bc"]) if match["bc"] else number(match["year"])
    return Spec(year, season=season, third=which_third(match["part"]))


def _holiday(match: re.Match[str]) -> Spec:
    year = number(match["year"]) if match["year"] else None
    return Spec(year, *HOLIDAYS[match["holiday"].lower()])


def _quarter(match: re.Match[str]) -> Spec:
    which = next(match[name] for name in ("word", "q", "behind") if match[name])
    year = match["year"] or match["before"]
    return Spec(number(year) if year else None, season=QUARTERS[which.lower()])


def _year_named(match: re.Match[str]) -> Spec | None:
    """The year 732: there was no year 0."""
    year = int(match["year"])
    return Spec(year) if year else None


def _decade(match: re.Match[str]) -> Spec:
    if match["word"]:
        return Spec(decade=190 + DECADES[match["word"].lower()], third=which_third(match["part"]))
    return Spec(decade=int(match["decade"]), third=which_third(match["part"]))


def _century(match: re.Match[str]) -> Spec | None:
    ordinal = match["ordinal"].lower()
    nth = ORDINALS.get(ordinal) or number(ordinal)
    if not 1 <= nth <= 21:
        return None
    return Spec(century=nth - 1, third=which_third(match["part"]), bc=bool(match["bc"]))


def _before_christ(match: re.Match[str]) -> Spec:
    return Spec(1 - int(match["bc"]), month_number(match["month"]) if match["month"] else None,
                number(match["day"]) if match["day"] else None)  # fmt: skip


def _anno(match: re.Match[str]) -> Spec:
    return Spec(int(match["before"] or match["after"]))


_AT_HOLIDAY = r"(?:[Aa]t|[Bb]y|[Bb]efore|[Uu]ntil|[Ss]ince|[Aa]fter|[Oo]n|[Oo]ver)\s+"


@dataclass(frozen=True, slots=True)
class Rule:
    """A text without anything of `needs` can't have the form, and is not searched for it."""

    needs: re.Pattern[str]
    pattern: re.Pattern[str]
    read: Reader


_A_MONTH = re.compile(MONTH)
_A_SEASON = re.compile(SEASON)
_A_YEAR = re.compile(YEAR)
_PART_OF_YEAR = re.compile(r"(?:arly|[Mm]id|[Ll]ate|of|in)[\s-]+[12]\d")
_EARLY = r"(?P<part>(?:[Ee]arly|[Mm]id|[Ll]ate)[\s-]+)?"


def _rule(needs: re.Pattern[str] | str, pattern: str, read: Reader) -> Rule:
    return Rule(re.compile(needs), re.compile(pattern), read)


RULES: tuple[Rule, ...] = (
    _rule("-", r"(?<![\d-])(?P<year>[12]\d{3})-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])", _iso),
    _rule(_A_MONTH, rf"\b(?P<day>{DAY})(?:\s+of)?\s+(?P<month>{MONTH}),?"
          rf"(?:\s+of)?\s+(?P<year>{YEAR})\b", _dated),
    _rule(_A_MONTH, rf"\b(?P<month>{MONTH})\s+(?:the\s+)?(?P<day>{DAY})"
          rf"(?:,|\s+of)?\s+(?P<year>{YEAR})\b", _dated),
    _rule("BC|B\\.C", rf"(?:\b(?P<day>{DAY})(?:\s+of)?\s+)?(?:\b(?P<month>{MONTH})\s+)?"
          rf"\b(?P<bc>[1-9]\d{{0,3}})\s?{ERA}(?!\w)", _before_christ),
    _rule("AD|A\\.D|CE", r"\bA\.?D\.?\s?(?P<before>[1-9]\d{0,3})\b"
          r"|\b(?P<after>[1-9]\d{0,3})\s?(?:AD|CE)\b", _anno),
    _rule(_A_MONTH, rf"\b(?P<month>{MONTH}),?\s+(?:of\s+)?(?P<year>{YEAR})\b",
          _dated),
    _rule(_A_SEASON, rf"\b(?:[Tt]he\s+)?{_EARLY}(?P<season>{SEASON})"
          rf"(?:\s+of)?,?\s+(?:(?P<year>{YEAR})(?:[-–/]\d\d)?\b"
          rf"|(?P<bc>[1-9]\d{{0,3}})\s?{ERA}(?!\w))", _season),
    _rule(_A_YEAR, rf"\b(?P<holiday>(?i:{HOLIDAY})),?\s+(?:of\s+)?(?P<year>{YEAR})\b", _holiday),
    _rule(_A_MONTH, rf"\b(?P<day>{DAY})(?:\s+of)?\s+(?P<month>{MONTH})\b"
          rf"{SAME_YEAR}", _dated),
    _rule(_A_MONTH, rf"\b(?P<month>{MONTH})\s+(?P<day>{DAY})\b(?![,.]?\d)"
          rf"{SAME_YEAR}", _dated),
    _rule("0'?s", rf"\b(?:[Tt]he\s+)?{_EARLY}(?P<decade>[12]\d\d)0'?s\b(?P<word>)?", _decade),
    _rule("|".join(DECADES), rf"\b[Tt]he\s+{_EARLY}(?P<decade>)?(?P<word>{'|'.join(DECADES)})\b",
          _decade),
    _rule("centur", rf"\b(?:[Tt]he\s+)?{_EARLY}(?P<ordinal>\d\d?(?:st|nd|rd|th)|(?i:{ORDINAL}))"
          rf"[\s-]centur(?:y|ies)(?P<bc>\s{ERA})?(?!\w)", _century),
    _rule(_PART_OF_YEAR, rf"\b(?P<part>{PART})(?P<year>{YEAR})\b", _dated),
    _rule(_A_MONTH, rf"\b(?P<month>{SURE})\b{SAME_YEAR}", _dated),
    _rule("May|March", rf"\b(?P<part>{PART})(?P<month>May|March)\b{SAME_YEAR}", _dated),
    _rule("May|March", r"\b(?:[Ii]n|[Bb]y|[Oo]f|[Ss]ince|[Uu]ntil|[Dd]uring|[Ff]rom|to|[Tt]hrough"
          rf"|[Ll]ast|[Nn]ext|previous|[Bb]etween|and)\s+(?P<date>(?P<month>May|March)\b{SAME_YEAR})"
          r"(?!\s+[a-z]+ed\b)", _dated),
    _rule("Day|Eve", rf"\b(?P<holiday>(?:{FESTIVE}) (?:Day|Eve))\b(?![\s-][A-Z])(?P<year>)?",
          _holiday),
    _rule("Christmas|Halloween", rf"\b{_AT_HOLIDAY}(?P<date>(?P<holiday>Christmas|Halloween))\b"
          r"(?!\s+[A-Z]|\s+(?:tree|card|carol|dinner|present|market|party|season))(?P<year>)?",
          _holiday),
    _rule("quarter|Q[1-4]", rf"\b(?:[Tt]he\s+)?(?:(?P<word>(?i:first|second|third|fourth|last))"
          rf"\s+quarter\s+of|Q(?P<q>[1-4])(?:\s+of)?)\s+(?P<year>{YEAR})\b"
          rf"|\b(?P<before>{YEAR})[\s-]?Q(?P<behind>[1-4])\b", _quarter),
    _rule("year", r"\b(?:[Tt]he\s+)?year\s+(?P<date>(?P<year>[1-9]\d{2}))\b(?![.,]?\d)",
          _year_named),
    _rule(r"\d[/.]\d", r"(?<![\d./])\b(?P<one>\d\d?)(?P<by>[/.])(?P<two>\d\d?)(?P=by)"
          r"(?P<year>[12]\d{3})\b(?![/\d]|\.\d)", _slashes),
)  # fmt: skip
"""In order of trust: of two that begin together the longer stands, then the earlier rule."""


def single(text: str) -> Iterator[Tagged]:
    """The dates that one rule reads; those that the calendar hasn't are kept, marked so."""
    has = {needs: needs.search(text) is not None for needs in {rule.needs for rule in RULES}}
    for rule in RULES:
        if has[rule.needs]:
            for match in rule.pattern.finditer(text):
                spec = rule.read(match)
                if spec is not None:
                    yield _tagged(match, spec)


def _tagged(match: re.Match[str], spec: Spec) -> Tagged:
    """The whole match, or its group `date` where the pattern needs words around it."""
    groups = match.groupdict()
    start, end = match.span("date" if groups.get("date") else 0)
    before = None
    if spec.month is not None and spec.third is None:
        belongs = BEFORE_MONTH if spec.day is None else BEFORE_DAY
        before = belongs.search(match.string, max(0, start - 48), start)
    weekday = before["weekday"] if before and spec.day is not None else None
    if before:
        start = before.start()
        spec = spec if spec.day is not None else replace(spec, third=which_third(before["part"]))
    return Tagged(
        start, end, spec, same_year=bool(groups.get("same")), exists=values.exists(spec),
        weekday=WEEKDAYS[weekday.lower()] if weekday else None,
    )  # fmt: skip
