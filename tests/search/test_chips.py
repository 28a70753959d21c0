"""A date, name or citation of a passage narrows the search that found the passage."""

import pytest

from loccit.engines.deadline import NEVER
from loccit.search.chips import Chips
from loccit.search.narrowing import loosened
from loccit.search.query import dates
from loccit.search.query.parser import parse
from loccit.search.query.syntax import written
from tests.search.known import Known


def chips(typed: str, in_one: bool = False) -> Chips:
    return Chips(parse(typed, Known(), NEVER), in_one)


@pytest.mark.parametrize(
    ("typed", "narrowed", "chosen"),
    [
        ("raid", "raid place:Idlib", False),
        ("raid place:Idlib", "raid", True),
        ("place:idlib raid", "raid", True),
        ("raid place:Georgia", "raid place:Georgia place:Idlib", False),
        ("raid place:(Georgia OR Idlib)", "raid place:Georgia", True),
        ("raid OR town", "raid OR town place:Idlib", False),
        ("raid -place:Idlib", "raid -place:Idlib place:Idlib", False),
        ("", "place:Idlib", False),
    ],
)
def test_a_name(typed: str, narrowed: str, chosen: bool) -> None:
    chip = chips(typed).named("place", "Idlib")
    assert (chip.search, chip.chosen) == (narrowed, chosen)


@pytest.mark.parametrize(
    ("typed", "in_one", "narrowed", "chosen"),
    [
        ("raid", False, 'raid cite:"war#48"', False),
        ("raid", True, "raid cite:48", False),
        ("raid cite:48", True, "raid", True),
        ('raid cite:"war#48"', True, "raid", True),
        ('raid cite:"war#48"', False, "raid", True),
        ("raid cite:3", True, "raid cite:3 cite:48", False),
    ],
)
def test_a_citation(typed: str, in_one: bool, narrowed: str, chosen: bool) -> None:
    chip = chips(typed, in_one).citing("war", "48")
    assert (chip.search, chip.chosen) == (narrowed, chosen)


def test_a_date_without_a_year_is_asked_for_too() -> None:
    assert chips("raid date:2012").dated("XXXX-10", None).search == "raid date:2012 date:XXXX-10"


def test_a_label_is_asked_for_with_its_document() -> None:
    assert chips("raid", True).citing("war", "note 3").search == 'raid cite:"war#note 3"'


@pytest.mark.parametrize(
    ("typed", "narrowed", "chosen"),
    [
        ("raid", "raid date:2012-10", False),
        ("raid date:2012", "raid date:2012-10", False),
        ("raid date:2011", "raid date:2011 date:2012-10", False),
        ("2011..2013 raid", "raid date:2012-10", False),
        ("date:2012-10 raid", "raid", True),
        ("raid within:2012-10", "raid within:2012-10 date:2012-10", False),
    ],
)
def test_a_date(typed: str, narrowed: str, chosen: bool) -> None:
    chip = chips(typed).dated("2012-10", dates.interval("2012-10"))
    assert (chip.search, chip.chosen) == (narrowed, chosen)


@pytest.mark.parametrize(
    ("typed", "loose"),
    [
        ("raid town", "raid OR town"),
        ('raid "air strikes" place:Idlib', "raid OR air OR strikes place:Idlib"),
        ("raid (a OR b) -town", "raid OR a OR b -town"),
        ("raid 2012..2013 town", "raid OR town 2012..2013"),
        ("place:Idlib", "place:Idlib"),
        ("", ""),
    ],
)
def test_a_search_for_any_of_its_words(typed: str, loose: str) -> None:
    assert written(loosened(parse(typed, Known(), NEVER).tree)) == loose
