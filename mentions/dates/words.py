"""The words that dates are made of, as tables that the rules are written with."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sept sep", "october oct", "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
QUARTERS = {
    "first": 33, "1": 33, "second": 34, "2": 34, "third": 35, "3": 35, "fourth": 36, "4": 36,
    "last": 36,
}  # fmt: skip
"""EDTF's numbers of three months of the year, shown as seasons are."""
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""EDTF's numbers (ISO 8601-2, 4.8)."""
SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12, 33: 1, 34: 4, 35: 7, 36: 10}
"""The month in which each begins, for three months."""
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs",
            "friday fri", "saturday sat", "sunday sun",
        )
    )
    for name in names.split()
}  # fmt: skip
"""0 is Monday."""
DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7,
    "eighties": 8, "nineties": 9,
}  # fmt: skip
ORDINALS = {
    name: number
    for number, name in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
        " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        " twenty-first".split(),
        start=1,
    )
}
PARTS = {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "end": 2}
"""Which third of the whole each names."""

NOT_YEARS_BEFORE = frozenset(
    "no number page pages pp p flight route highway room chapter article resolution about"
    " approximately nearly over some around least than almost roughly figure table section law"
    " unit bus model type version apollo psalm vol volume".split()
)
"""Words before a four-digit number that make it something other than a year."""
COUNTED = frozenset(
    "people troops soldiers men women children civilians fighters rebels dead deaths killed"
    " wounded injured casualties refugees houses homes families km kilometres kilometers miles"
    " metres meters feet ft m kg tons tonnes tanks aircraft ships dollars pounds euros copies"
    " times years days hours minutes months weeks percent prisoners workers students members"
    " votes seats units pages square acres hectares horses guns vehicles rpm mph mhz hours"
    " employees men-at-arms inhabitants residents persons individuals others militants".split()
)
"""Words behind a four-digit number that make it a count."""

NUMBERS = {
    name: number
    for number, name in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
} | {"a": 1, "an": 1, "several": 0, "few": 0}
HOLIDAYS = {
    "new year's day": (1, 1), "valentine's day": (2, 14), "may day": (5, 1),
    "halloween": (10, 31), "all saints' day": (11, 1), "christmas eve": (12, 24),
    "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31),
}  # fmt: skip
"""Holidays with a fixed date, as month and day."""
STEPS = {"next": 1, "following": 1, "previous": -1, "preceding": -1, "last": -1}
"""Where a unit lies from the date that the text is at; others (that, same, this) stay on it."""
FROM_DOCUMENT = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
"""Days on from the one that the document itself is dated."""
LATER = {"later": 1, "afterwards": 1, "earlier": -1, "previously": -1, "ago": -1}
