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
from loccit.search.query.parsed import Parsed
from loccit.search.query.parser import parse
from loccit.search.results import Result, ResultPage
from loccit.search.timeline.over_time import OverTime, asked, over_time
from loccit.web.addresses import search_address


def documents(engine: Engine, page: ResultPage) -> list[Document]:
    """The documents of the passages shown, each once."""
    ids = dict.fromkeys(result.passage.document for result in (*page.results, *page.most))
    return [document for id in ids if (document := engine.document(id))]


def narrowed(engine: Engine, q: str, form: Mapping[str, str], until: Deadline) -> str:
    """The search with the dates of the from/to form, in place of those it had."""
    first, last = (form.get(name, "").strip().replace(" ", "")[:20] for name in ("from", "to"))
    value = f"{first}..{last}" if first or last else ""
    return narrowing.dating(parse(q, engine, until).tree)(value)


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
    grouping = page.grouping if page.grouping != "spread" else None
    return partial(search_address, sort=sort, group=grouping)


def as_typed(page: ResultPage) -> str:
    """The address of the search as it was typed, where it was taken otherwise; else ""."""
    if not page.instead_of and page.most_read_as is None:
        return ""
    return f"{keeping_order(page)(page.instead_of or page.typed)}&spelled=as-typed"


def drawn(engine: Engine, page: ResultPage, until: Deadline) -> OverTime | None:
    """The timeline of a page of results; None where there is nothing to draw, or no time."""
    if page.when is None:
        return None
    with suppress(OutOfTime):
        return over_time(engine, page.parsed, page.when, until)
    return None


def preview(page: ResultPage) -> Result | None:
    """Where nothing was found, the first passage that the smallest change would find."""
    return page.nothing.preview if page.nothing and not page.most else None
