"""A search narrowed by a click: to a value of a facet, or to other dates."""

import pytest

from loccit.engines.deadline import NEVER
from loccit.search import narrowing
from loccit.search.query.parser import parse
from loccit.search.query.vocabulary import NoVocabulary


@pytest.mark.parametrize(
    ("typed", "field", "value", "expected"),
    [
        ("", "place", "Homs", "place:Homs"),
        ("raid", "org", "Free Syrian Army", 'raid org:"Free Syrian Army"'),
        ("raid place:Homs", "place", "Aleppo", "raid place:(Homs OR Aleppo)"),
        ("place:(Homs OR Aleppo)", "place", "Idlib", "place:(Homs OR Aleppo OR Idlib)"),
        ("place:(Homs AND Aleppo)", "place", "Idlib", "place:(Homs AND Aleppo) place:Idlib"),
        ("raid OR truce", "place", "Homs", "raid OR truce place:Homs"),
        ("-place:Homs", "place", "Homs", "-place:Homs place:Homs"),
        ("organisation:NATO", "org", "EU", "organisation:(NATO OR EU)"),
        ('"air strikes', "cite", "48", '"air strikes" cite:48'),
        ("raid", "cite", "wars/rome#48", 'raid cite:"wars/rome#48"'),
    ],
)
def test_a_chosen_value_stands_beside_those_of_its_field(
    typed: str, field: str, value: str, expected: str
) -> None:
    assert narrowing.choosing(parse(typed, NoVocabulary(), NEVER).tree, field)(value) == expected


@pytest.mark.parametrize(
    ("typed", "value", "expected"),
    [
        ("", "2015", "date:2015"),
        ("raid", "2015-10", "raid date:2015-10"),
        ("raid date:2015", "2015-10", "raid date:2015-10"),
        ("2012..2014 raid", "2015", "raid date:2015"),
        ('raid within:"early July 2012" after:2011', "1990..1999", "raid date:1990..1999"),
        ("raid 2015", "2016", "raid 2015 date:2016"),
        ("date:2015", "", ""),
        ("raid before:2015", "", "raid"),
        ("raid -date:2015", "2016", "raid -date:2015 date:2016"),
        ("raid", "-0499..-0400", "raid date:-0499..-0400"),
    ],
)
def test_new_dates_stand_in_place_of_the_old(typed: str, value: str, expected: str) -> None:
    narrowed = narrowing.dating(parse(typed, NoVocabulary(), NEVER).tree)(value)
    assert narrowed == expected
    assert not parse(narrowed, NoVocabulary(), NEVER).problems
