"""Draw in the terminal when the passages that a search finds are dated to.

    python examples/timeline.py index 'idlib'

A year has a # for each passage dated to a day in it, a + for one dated to a month, and a - for one
dated to the year or a season; a passage has one of each that it has a date for.
"""

import sys

import loccit

WIDEST = 60
"""Characters of the longest bar; where a year holds more, each stands for several passages."""


def main(index: str, typed: str) -> None:
    with loccit.open(index) as library:
        found = library.timeline(typed)
    most = max((year.by_day + year.by_month + year.by_year for year in found.years), default=0)
    each = -(-most // WIDEST) or 1
    for year in found.years:
        known = ((year.by_day, "#"), (year.by_month, "+"), (year.by_year, "-"))
        bar = "".join(mark * -(-count // each) for count, mark in known)
        print(f"{year.cell:>6} {bar}")
    print(f"Not drawn: {found.decades} dated to a decade, {found.centuries} to a century,")
    print(f"{found.yearless} to a day or month of an unknown year, {found.undated} undated")


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except loccit.LoccitError as error:
        sys.exit(str(error))
