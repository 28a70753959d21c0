"""What a page of results has besides the search itself: its form, its timeline, its links."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial

from loccit.engines.deadline import Deadline, OutOfTime
from loccit.engines.engine import Engine
from loccit.model import cells
from loccit.model.documents import Document
from loccit.model.names import Name
from loccit.search import narrowing
from loccit.search.chips import Chips
from loccit.search.query.dates import interval
from loccit.search.query.parsed import Parsed
from loccit.search.query.parser import needed, parse, understood
from loccit.search.results import Result, ResultPage
from loccit.search.timeline.over_time import OverTime, asked, over_time
from loccit.web.addresses import search_address
from loccit.web.record import Records


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


def records(engine: Engine, page: ResultPage) -> Records:
    """What stands below each passage that the search found."""
    in_one = any(each.field == "cite" for each in page.facets)
    return Records(Chips(page.parsed, in_one), keeping_order(page), engine.document)


def records_of_name(engine: Engine, name: Name, until: Deadline) -> Records:
    """Below the passages of a name: to narrow the search for it."""
    named = understood(narrowing.named(name.type, name.name), engine, until)
    return Records(Chips(named), search_address, engine.document, apart=name)


def records_of_most(engine: Engine, page: ResultPage, until: Deadline) -> Records | None:
    """Below passages with most of the words: to narrow the search for any of them."""
    if not page.most:
        return None
    any_of_them = understood(narrowing.loosened(needed(page.parsed.tree)), engine, until)
    return Records(Chips(any_of_them), keeping_order(page), engine.document)


def records_of_preview(engine: Engine, page: ResultPage, until: Deadline) -> Records | None:
    """Below the preview: to narrow the search that would find it."""
    if page.nothing is None or not page.nothing.changes:
        return None
    changed = parse(page.nothing.changes[0].search, engine, until)
    return Records(Chips(changed), keeping_order(page), engine.document)


def preview(page: ResultPage) -> Result | None:
    """Where nothing was found, the first passage that the smallest change would find."""
    return page.nothing.preview if page.nothing and not page.most else None
