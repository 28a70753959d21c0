"""Dates of whole articles that no rule was made from: `python -m bench.accuracy_drawn [--checked]`.

`tests/annotated/dates.jsonl` says where 811 expressions stand in articles of the large collection
and what a reader takes them for. A year that the program gives is right if the annotated one is
the same; one given to what recurs, is open or is no date is wrong. `--misses` lists the wrong
ones of the lots that were developed on.
"""

import json
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bench.annotated import FILE
from bench.drawing import articles
from loccit.indexer.extract import Extractor
from loccit.indexer.loading import Loaded
from loccit.indexer.seeds import Seed
from loccit.mentions.dates import read_range
from loccit.model.calendar import civil
from loccit.model.mentions import Date, Interval

_YEAR = re.compile(r"(?:^|(?<=/))-?\d{4}(?!\d)")
DATES = FILE.with_name("dates.jsonl")


@dataclass(frozen=True, slots=True)
class Annotated:
    """An expression at `at` to `end` of an article's text; `kind` is dated, open, recurring or
    none, `value` EDTF where it is dated; the fourth `lot` served for checking."""

    article: str
    title: str
    at: int
    end: int
    words: str
    form: str
    long: bool
    kind: str
    value: str
    sure: bool
    lot: int


@dataclass(frozen=True, slots=True)
class Judged:
    """What the program made of an expression: `read` is None where it found no date."""

    expected: Annotated
    read: Date | None
    around: str
    headed: bool = False
    """Whether it stands in a heading, which is no passage and has no dates of its own."""

    @property
    def given(self) -> bool:
        """Whether it was given a year."""
        return self.read is not None and self.read.interval is not None

    @property
    def right(self) -> bool:
        if self.read is None or self.read.interval is None or self.expected.kind != "dated":
            return False
        if self.expected.form.startswith("inferred"):
            return _years(self.read.interval) <= _asked(self.expected.value)
        return _same(self.read, self.expected.value)


CHECKED = 4
"""The lot that no rule was made from."""


@cache
def annotated() -> tuple[Annotated, ...]:
    lines = DATES.read_text(encoding="utf-8").splitlines()
    return tuple(Annotated(**json.loads(line)) for line in lines)


def _years(days: Interval) -> set[int]:
    return set(range(civil(days.first)[0], civil(days.last)[0] + 1))


def _asked(value: str) -> set[int]:
    """The years of an annotated value; a winter has two."""
    years = {int(year) for year in _YEAR.findall(value)}
    return years | ({min(years) + 1} if value.endswith("-24") else set())


def _same(read: Date, value: str) -> bool:
    """Whether the days are the same, or a part of them where the words say early or late."""
    assert read.interval is not None
    if value.endswith(".."):
        return civil(read.interval.first)[0] == int(value[:4])
    asked = read_range(value)
    if asked is None or asked.interval is None:
        return False
    inside = asked.interval.first <= read.interval.first <= read.interval.last
    inside = inside and read.interval.last <= asked.interval.last
    return inside and read.granularity == asked.granularity


def judged(given: Iterable[Annotated]) -> list[Judged]:
    """Each expression with what the indexer reads there; raises DataMissing."""
    by_article: dict[str, list[Annotated]] = {}
    for each in given:
        by_article.setdefault(each.article, []).append(each)
    made: list[Judged] = []
    for id, title, text in articles():
        if id in by_article:
            covered, dates = _dates(id, title, text)
            for each in by_article[id]:
                around = text[max(0, each.at - 90) : each.end + 60].replace("\n", " ¶ ")
                headed = not any(start <= each.at < end for start, end in covered)
                made.append(Judged(each, _over(each, dates), around, headed))
    return made


Placed = tuple[list[tuple[int, int]], list[tuple[int, int, Date]]]


def _dates(id: str, title: str, text: str) -> Placed:
    """Where an article has its passages, and their dates as an index has them, by parts too."""
    sidecar = f"title = {json.dumps(title, ensure_ascii=False)}\n".encode()
    seed = Seed(id=id, path=Path(f"{id}.txt"))
    extracted = Extractor(None).extract(Loaded(seed, text.encode(), sidecar))
    passages = getattr(extracted, "passages", ())
    return [(each.offset, each.offset + len(each.text)) for each in passages], [
        (passage.offset + part.start, passage.offset + part.end, part)
        for passage in passages
        for date in passage.dates()
        for part in (date, *date.parts)
    ]


def _over(each: Annotated, dates: Sequence[tuple[int, int, Date]]) -> Date | None:
    """The date that lies over most of the expression, the narrowest of such."""
    over = [
        (min(end, each.end) - max(start, each.at), start - end, n)
        for n, (start, end, _) in enumerate(dates)
        if start < each.end and each.at < end
    ]
    return dates[max(over)[2]][2] if over else None


def table(checked: bool = False) -> str:
    """Shares of the checked lot, or of the others."""
    every = judged(each for each in annotated() if (each.lot == CHECKED) == checked)
    own = [each for each in every if not each.headed]
    lot = "checked on" if checked else "developed on"
    rows = [
        f"| dates of whole articles, {lot} | asked | given a year | of these right |",
        "|---|---|---|---|",
    ]
    inferred = [each for each in own if each.expected.form.startswith("inferred")]
    stated = [each for each in own if each.expected.form.startswith("stated")]
    for name, group in (
        ("without a year", inferred),
        ("… in short articles", [each for each in inferred if not each.expected.long]),
        ("… in long articles", [each for each in inferred if each.expected.long]),
    ):
        given = [each for each in group if each.given]
        right = sum(each.right for each in given)
        rows.append(f"| {name} | {len(group)} | {len(given)} | {right / max(1, len(given)):.3f} |")
    if stated:
        right = sum(each.right for each in stated)
        rows.append(
            f"| with a year, right of all | {len(stated)} | {sum(each.given for each in stated)}"
            f" | {right / len(stated):.3f} |"
        )
    return "\n".join(rows)


def checked_table() -> str:
    """Shares of the lot that was drawn for checking."""
    return table(checked=True)


def misses() -> None:
    for each in judged(each for each in annotated() if each.lot != CHECKED):
        stated = each.expected.form.startswith("stated")
        if each.right or not (each.given or stated or each.expected.kind == "dated"):
            continue
        sign = "X" if each.given else "-"
        made = f"{each.read.value} {each.read.reading}" if each.read else "nothing"
        told = [e.text for e in each.read.evidence] if each.read else []
        print(
            f"{sign} {each.expected.form} | {each.expected.title} | «{each.expected.words}» asked"
            f" {each.expected.kind} {each.expected.value}, made {made} {told}\n    {each.around}"
        )


if __name__ == "__main__":
    print(table("--checked" in sys.argv))
    if "--misses" in sys.argv:
        misses()
