"""What a page is asked for, and the engine that answers it: lenient, never an error."""

from dataclasses import dataclass
from typing import cast, get_args

from flask import current_app, g, request

from loccit.engines.engine import Engine, Group, Sort
from loccit.engines.generations import InService

_MOST_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Asked:
    """The state of a search: what was typed, the order, the grouping and the page, from 1."""

    q: str
    sort: Sort
    page: int
    group: Group


def engine() -> Engine:
    """The engine in service, the same throughout a request; raises EngineError."""
    if "engine" not in g:
        in_service: InService = current_app.extensions["loccit"]
        g.engine = in_service.engine()
    found: Engine = g.engine
    return found


def asked() -> Asked:
    sort, group = request.args.get("sort", "score"), request.args.get("group", "spread")
    return Asked(
        request.args.get("q", "").strip(),
        cast(Sort, sort) if sort in get_args(Sort) else "score",
        whole_number(request.args.get("page", ""), 1),
        cast(Group, group) if group in get_args(Group) else "spread",
    )


def whole_number(text: str, default: int) -> int:
    """A number from 1 on, `default` for anything else.

    >>> whole_number("3", 1), whole_number("-3", 1), whole_number("٣", 1), whole_number("x", 1)
    (3, 1, 1, 1)
    """
    fits = text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS
    return max(1, int(text)) if fits else default
