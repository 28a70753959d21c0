"""What a page of results has besides the search itself: its form, its timeline, its links."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial

from loccit.engines.deadline import Deadline, OutOfTime
from loccit.engines.engine import Engine
from loccit.model import cells
from loccit.model.documents import Document
from loccit.search import narrowing
from loccit.search.query.dates import interval
from loccit.search.query.parser import parse
from loccit.search.results import Parsed, Result, ResultPage
from loccit.search.searcher import SECONDS, search
from loccit.search.timeline.over_time import OverTime, asked, over_time
from loccit.web.addresses import search_address


def sources(engine: Engine, page: ResultPage) -> list[Document]:
    """The documents of the passages shown, each once."""
    ids = dict.fromkeys(result.passage.document for result in (*page.results, *page.most))
    return [document for id in ids if (document := engine.document(id))]


def narrowed(engine: Engine, q: str, form: Mapping[str, str]) -> str:
    """The search with the dates of the from/to form, in place of those it had."""
    first, last = (form.get(name, "").strip().replace(" ", "")[:20] for name in ("from", "to"))
    value = f"{first}..{last}" if first or last else ""
    return narrowing.dating(parse(q, engine).tree)(value)


def ends(parsed: Parsed) -> tuple[str, str]:
    """What the from/to form holds: the days that the search asks for, as few digits as say it."""
    days = asked(parsed)
    if days is None:
        return "", ""
    first = "" if days.first <= cells.EARLIEST else _shortest(days.first, 0)
    last = "" if days.last >= cells.LATEST else _shortest(days.last, 1)
    return first, last


def _shortest(day: int, end: int) -> str:
    """The widest of year, month and day that begins (`end` 0) or ends (1) with the day."""
    for cell in cells.around(day):
        if "X" not in cell:
            days = interval(cell)
            if (days.first, days.last)[end] == day:
                return cell
    return ""


def keeping_order(page: ResultPage) -> Callable[[str], str]:
    """The address of another search, in the order and grouping of this page."""
    sort = page.sort if page.sort != "score" else None
    group = page.group if page.group != "spread" else None
    return partial(search_address, sort=sort, group=group)


def drawn(engine: Engine, page: ResultPage) -> OverTime | None:
    """The timeline of a page of results; None where there is nothing to draw, or no time."""
    with suppress(OutOfTime):
        return over_time(engine, page.parsed, page.when, Deadline.within(SECONDS))
    return None


def preview(engine: Engine, page: ResultPage) -> Result | None:
    """Where nothing was found, the first passage that the smallest change would find."""
    if page.most or page.nothing is None or not page.nothing.changes:
        return None
    found = search(engine, page.nothing.changes[0].search, size=1).results
    return found[0] if found else None
