"""The counts of a timeline, made of passages with one date each."""

from collections import Counter
from collections.abc import Iterable

from loccit.engines.engine import FacetCounts
from loccit.engines.passage_values import Held, first_year, last_year
from loccit.mentions import dates
from loccit.model.documents import Document
from loccit.model.mentions import Date
from loccit.search.timeline.when import When
from tests.engines.made import passage


def counted(drawn: Iterable[Date]) -> When:
    held = [Held(passage("d", n, "", date), Document("d", "D")) for n, date in enumerate(drawn, 1)]

    def counts(field: str) -> FacetCounts:
        values = Counter(value for each in held for value in each.dated[field])
        return FacetCounts(values, len(values), len(held))

    return When(
        years=counts("when"),
        months=counts("when_month"),
        days=counts("when_day"),
        first_years=Counter(year for each in held for year in first_year(each)),
        last_years=Counter(year for each in held for year in last_year(each)),
    )


def counts(*values: str) -> When:
    """Of dates as EDTF or in words."""
    read = [dates.read(value) for value in values]
    assert None not in read
    return counted(date for date in read if date)
