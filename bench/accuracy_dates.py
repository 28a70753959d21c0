"""How well dates are read, on WikiWars: `python -m bench.accuracy_dates`; with `--misses`,
every date of the development documents that was missed, made up or read wrong.

Calendar dates only; a range is scored by its parts, since the collection annotates its ends. A
lenient match overlaps, a strict one has the same ends; each gold date is matched at most once.
"""

import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bench import annotated
from bench.data import DataMissing, place
from bench.wikiwars import Annotated, Gold, documents
from loccit.mentions import citations, dates
from loccit.mentions.masking import Masked, mask
from loccit.model.mentions import Context, Date, Stretch

SEED = "syrian-civil-war"
SAMPLE = Context(contiguous=False)
CHECKED_EVERY = 3
"""Every third document is kept for checking; rules are developed on the others."""


@dataclass(slots=True)
class Score:
    gold: int = 0
    found: int = 0
    lenient: int = 0
    strict: int = 0
    right: int = 0
    yearless: int = 0
    open: int = 0
    words: int = 0
    seconds: float = 0.0

    def f(self, hits: int) -> float:
        """F1 in per cent."""
        return 200 * hits / max(1, self.gold + self.found)


def _undated(texts: list[str]) -> list[Masked]:
    """The texts as dates are read in them: without what is cited."""
    cited = citations.in_document(texts)
    return [mask(text, each.undated) for text, each in zip(texts, cited, strict=True)]


def read(document: Annotated) -> list[Date]:
    """The dates of the document, ranges as their ends, placed on its whole text."""
    pieces = [(at, part) for at, part in _paragraphs(document.text)]
    stretches = [Stretch(f"d#{n}", text) for n, (_, text) in enumerate(pieces, start=1)]
    masked = _undated([text for _, text in pieces])
    dates_read = dates.find(stretches, masked, Context())
    flat: list[Date] = []
    for (offset, _), each in zip(pieces, dates_read, strict=True):
        for date in each:
            for part in date.parts or (date,):
                flat.append(_moved(part, offset))
    return flat


def _moved(date: Date, by: int) -> Date:
    return Date(
        date.start + by, date.end + by, date.value, date.interval, date.bounds, date.granularity,
        date.reading,
    )  # fmt: skip


def _paragraphs(text: str) -> Iterable[tuple[int, str]]:
    at = 0
    for part in text.split("\n"):
        if part.strip():
            yield at, part
        at += len(part) + 1


def score(document: Annotated, into: Score, misses: list[str] | None = None) -> None:
    began = time.process_time()
    read_dates = read(document)
    into.seconds += time.process_time() - began
    into.words += len(document.text.split())
    into.gold += len(document.dates)
    into.found += len(read_dates)
    left = list(document.dates)
    for date in read_dates:
        gold = _match(date, left)
        if gold is None:
            _note(misses, "made up", document, date.start, date.end, date.value, "")
            continue
        left.remove(gold)
        into.lenient += 1
        into.strict += (gold.start, gold.end) == (date.start, date.end)
        into.right += gold.value == date.value
        into.yearless += date.interval is None
        if gold.value != date.value:
            _note(misses, "value", document, gold.start, gold.end, date.value, gold.value)
        elif (gold.start, gold.end) != (date.start, date.end):
            _note(misses, "span", document, gold.start, gold.end,
                  document.text[date.start : date.end], "")  # fmt: skip
    for gold in left:
        _note(misses, "missed", document, gold.start, gold.end, "", gold.value)


def _match(date: Date, left: Sequence[Gold]) -> Gold | None:
    overlapping = [gold for gold in left if gold.start < date.end and date.start < gold.end]
    return min(
        overlapping, key=lambda gold: abs(gold.start - date.start) + abs(gold.end - date.end),
        default=None,
    )  # fmt: skip


def _note(
    misses: list[str] | None, kind: str, document: Annotated, start: int, end: int, got: str,
    wanted: str,
) -> None:  # fmt: skip
    if misses is not None:
        words = " ".join(document.text[max(0, start - 40) : end + 20].split())
        misses.append(f"{kind:8}[{document.text[start:end]}] got {got} wanted {wanted} | {words}")


def table() -> str:
    """The figures as a table in Markdown; raises DataMissing."""
    annotated = list(documents(place("dates/wikiwars")))
    rows = [
        "| WikiWars | dates | span, lenient F | span, strict F | span and right value, F"
        " | read, with a year | of these, right value | words a second |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, chosen in (*_split(annotated).items(), ("all", annotated)):
        total = Score()
        for document in chosen:
            score(document, total)
        rows.append(_row(name, len(chosen), total))
    return "\n".join(rows)


def own_table() -> str:
    """On the project's own annotated passages, each document a sample; a range as a whole."""
    rows = [
        "| own passages | dates | span, lenient F | span and right value, F | read, with a year"
        " | of these, right value |",
        "|---|---|---|---|---|---|",
    ]
    for name, chosen in (("the seed", True), ("twenty articles", False)):
        total = _own_score(chosen)
        read = total.lenient - total.yearless
        settled = total.right - total.open
        rows.append(
            f"| {name} | {total.gold} | {total.f(total.lenient):.1f} | {total.f(total.right):.1f}"
            f" | {read} | {settled} |"
        )
    return "\n".join(rows)


def _own_score(seed: bool) -> Score:
    total = Score()
    for document in dict.fromkeys(each.document for each in annotated.passages()):
        if (document == SEED) != seed:
            continue
        own = [each for each in annotated.passages() if each.document == document]
        stretches = [Stretch(f"d#{n}", each.text) for n, each in enumerate(own, start=1)]
        masked = _undated([each.text for each in own])
        for each, read_dates in zip(own, dates.find(stretches, masked, SAMPLE), strict=True):
            gold = [Gold(m.start, m.end, m.value) for m in each.marked if m.type == "date"]
            _count(total, gold, read_dates)
    return total


def _count(total: Score, gold: list[Gold], read_dates: Sequence[Date]) -> None:
    total.gold += len(gold)
    total.found += len(read_dates)
    for date in read_dates:
        match = _match(date, gold)
        if match is not None:
            gold.remove(match)
            right = match.value == date.value
            total.lenient += 1
            total.right += right
            total.yearless += date.interval is None
            total.open += right and date.interval is None


def _row(name: str, documents: int, total: Score) -> str:
    read = total.lenient - total.yearless
    return (
        f"| {name}, {documents} documents | {total.gold} | {total.f(total.lenient):.1f}"
        f" | {total.f(total.strict):.1f} | {total.f(total.right):.1f}"
        f" | {100 * read / total.gold:.1f} % | {100 * total.right / max(1, read):.1f} %"
        f" | {total.words / total.seconds:,.0f} |"
    )


def _split(annotated: Sequence[Annotated]) -> dict[str, list[Annotated]]:
    checked = [document for n, document in enumerate(annotated) if n % CHECKED_EVERY == 2]
    return {
        "developed on": [document for document in annotated if document not in checked],
        "checked on": checked,
    }


def main() -> None:
    try:
        print(table())
        misses: list[str] = []
        for document in _split(list(documents(place("dates/wikiwars"))))["developed on"]:
            score(document, Score(), misses)
    except DataMissing as error:
        raise SystemExit(str(error)) from error
    if "--misses" in sys.argv:
        print("\n".join(sorted(misses)))


if __name__ == "__main__":
    main()
