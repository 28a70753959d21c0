"""What a page is asked for, and the engine that answers it: lenient, never an error."""

from dataclasses import dataclass
from typing import cast, get_args

from flask import current_app, g, request

from loccit.engines.deadline import Deadline
from loccit.engines.engine import Engine, Sort
from loccit.engines.errors import IndexDamaged
from loccit.engines.in_service import InService
from loccit.engines.store import Served
from loccit.search.results import Grouping, Spelled
from loccit.search.searcher import SECONDS

_MOST_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Asked:
    """The state of a search: what was typed, the order, the page, from 1, the grouping, and
    whether its spelling is insisted on."""

    q: str
    sort: Sort
    page: int
    grouping: Grouping
    spelled: Spelled


def engine() -> Engine:
    """The engine in service, the same throughout a request; raises EngineError."""
    return served().engine


def served() -> Served:
    """The generation that this request is answered from; raises EngineError."""
    if "served" not in g:
        g.served = _in_service().served()
    opened: Served = g.served
    return opened


def notice() -> str:
    """What every page says of the index: "" unless an older one stands in for a damaged one."""
    return g.served.notice if "served" in g else ""


def leave(damage: IndexDamaged) -> bool:
    """Answer from the generation before, since damage was found; False where this request did."""
    if "served" not in g or "left" in g:
        return False
    _in_service().distrust(g.pop("served"), damage)
    g.left = True
    return True


def _in_service() -> InService:
    in_service: InService = current_app.extensions["loccit"]
    return in_service


def until() -> Deadline:
    """Until when this request may be worked on: one deadline, made when it is first asked for."""
    if "until" not in g:
        g.until = Deadline.within(SECONDS)
    deadline: Deadline = g.until
    return deadline


def asked() -> Asked:
    sort, grouping = request.args.get("sort", "score"), request.args.get("group", "spread")
    spelled = request.args.get("spelled", "likely")
    return Asked(
        request.args.get("q", "").strip(),
        cast(Sort, sort) if sort in get_args(Sort) else "score",
        whole_number(request.args.get("page", ""), 1),
        cast(Grouping, grouping) if grouping in get_args(Grouping) else "spread",
        cast(Spelled, spelled) if spelled in get_args(Spelled) else "likely",
    )


def whole_number(text: str, default: int) -> int:
    """A number from 1 on, `default` for anything else.

    >>> whole_number("3", 1), whole_number("-3", 1), whole_number("٣", 1), whole_number("x", 1)
    (3, 1, 1, 1)
    """
    fits = text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS
    return max(1, int(text)) if fits else default
