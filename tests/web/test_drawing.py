"""Timelines as shapes: within the drawing, to scale, each kind of knowledge in its own place."""

import pytest
from flask.testing import FlaskClient

from loccit.search.narrowing import dating
from loccit.search.timeline.over_time import OverTime
from loccit.search.timeline.plot import plot, window
from loccit.web.drawing import HEIGHT, timeline
from tests.search.dated import counts
from tests.search.test_plot import days


def drawn(*values: str, asked: str = "") -> OverTime:
    when = counts(*values)
    stretch = window(when.dated_years(), days(asked) if asked else None)
    assert stretch is not None
    return OverTime(plot(when, stretch), (), dating(None))


CASES = [
    (("2012-10-06", "October 2012", "2012"), ""),
    (("2012-10-06", "October 2012", "2012"), "October 2012"),
    (("1990", "2012-10-06", "2012", "2012"), ""),
    (("44 BC", "2012-10-06"), ""),
]


@pytest.mark.parametrize(("values", "asked"), CASES)
def test_every_shape_lies_within_the_drawing(values: tuple[str, ...], asked: str) -> None:
    found = timeline(drawn(*values, asked=asked), address=str)
    assert found.bars
    for bar in found.bars:
        assert 0 <= bar.x <= bar.x + bar.width <= found.width
        assert -1e-9 <= bar.y <= bar.y + bar.height <= HEIGHT + 1e-9


@pytest.mark.parametrize(("values", "asked"), CASES)
def test_what_is_known_to_the_year_never_stands_on_the_line(
    values: tuple[str, ...], asked: str
) -> None:
    found = timeline(drawn(*values, asked=asked), address=str)
    for bar in found.bars:
        below = bar.y >= found.base
        assert below == (bar.kind in ("tl-year", "tl-year-empty"))


def test_heights_are_to_scale() -> None:
    found = timeline(drawn("2012-10-06", "2012-10-07", "2012-10-07", "2012-11-01"), address=str)
    heights = {bar.title: bar.height for bar in found.bars if bar.kind == "tl-day"}
    assert heights["October 2012: 3 to the day"] == 3 * heights["November 2012: 1 to the day"]


def test_the_table_has_what_is_drawn(client: FlaskClient) -> None:
    page = client.get("/search?q=raid").text
    assert 'aria-label="Passages by month, 2012 to 2014: 32 to the day' in page
    assert ">May 2014</a></th>" in page
    assert client.get("/search?q=raid+date:2014-05").text.count("May 2014: 1 to the day") == 30
