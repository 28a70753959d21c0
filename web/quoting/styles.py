"""The reference of a quoted passage, as style guides have it, as runs of text.

Of a document on the web its title stands between quotation marks, of another it is in italics.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from loccit.mentions.references import Person, person
from loccit.model.calendar import MONTHS
from loccit.web.quoting.quotation import Quotation
from loccit.web.when import cell, year

Style = Literal["loccit", "chicago", "apa", "mla"]
NAMES: dict[Style, str] = {"loccit": "Loccit", "chicago": "Chicago", "apa": "APA", "mla": "MLA"}
_MLA_MONTHS = ("", "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.",
               "Nov.", "Dec.")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Run:
    text: str
    italic: bool = False


def is_style(text: str) -> bool:
    return text in get_args(Style)


def reference(quoted: Quotation, style: Style) -> tuple[Run, ...]:
    """What the quoted passage is from."""
    written: dict[Style, Callable[[Quotation], Iterator[Run]]] = {
        "loccit": _loccit,
        "chicago": _chicago,
        "apa": _apa,
        "mla": _mla,
    }
    return tuple(run for run in written[style](quoted) if run.text)


def _loccit(quoted: Quotation) -> Iterator[Run]:
    """With the index that it was found in, and its licence."""
    document = quoted.document
    authors, date = ", ".join(document.authors), document.date
    yield Run(f"{authors}, " if authors else "")
    yield Run(f"“{quoted.title}”{', ' + cell(date) if date else ''}, {_place(quoted)}")
    yield Run(f", {document.source}" if document.source else "")
    yield Run(f"; {quoted.build}.{f' {document.licence}.' if document.licence else ''}")


def _chicago(quoted: Quotation) -> Iterator[Run]:
    """A bibliography entry of The Chicago Manual of Style (18th edition, 2024)."""
    yield Run(_sentence(_inverted_first(quoted.document.authors, most=6, shown=3)))
    yield from _title(quoted)
    when = _american(quoted.document.date) or "n.d."
    yield Run(_sentence(", ".join(filter(None, (quoted.document.publisher, when)))))
    yield Run(_sentence(_opening(_place(quoted))))
    yield Run(f"{_where(quoted)}.")


def _apa(quoted: Quotation) -> Iterator[Run]:
    """A reference of the Publication Manual of the APA (7th edition, 2020)."""
    document = quoted.document
    authors = list(map(_with_initials, document.authors))
    dated = f"({_american(document.date, year_first=True) or 'n.d.'}). "
    yield Run(_sentence(_joined(authors, "& ", most=20, shown=19)) if authors else "")
    yield Run(dated if authors else "")
    yield Run(quoted.title, italic=True)
    yield Run(f" ({_place(quoted)}). {dated if not authors else ''}")
    yield Run(_sentence(document.publisher))
    yield Run(_where(quoted))


def _mla(quoted: Quotation) -> Iterator[Run]:
    """An entry in the works cited of the MLA Handbook (9th edition, 2021)."""
    yield Run(_sentence(_inverted_first(quoted.document.authors, most=2, shown=1)))
    yield from _title(quoted)
    dated = _british(quoted.document.date)
    said = (quoted.document.publisher, dated, _place(quoted), _where(quoted))
    yield Run(", ".join(filter(None, said)) + ".")


def _place(quoted: Quotation) -> str:
    page = f"p. {quoted.passage.page}, " if quoted.passage.page else ""
    return f"{page}passage {quoted.passage.number}"


def _opening(text: str) -> str:
    """
    >>> _opening("p. xii, passage 4"), _opening("passage 4")
    ('P. xii, passage 4', 'Passage 4')
    """
    return text[:1].upper() + text[1:]


def _where(quoted: Quotation) -> str:
    """The document's address, or what its source is called; else the passage's own address."""
    return quoted.document.source or quoted.address


def _title(quoted: Quotation) -> Iterator[Run]:
    title = quoted.title
    ended = title if title.endswith((".", "?", "!")) else f"{title}."
    if quoted.source:
        yield Run(f"“{ended}” ")
    else:
        yield Run(ended, italic=True)
        yield Run(" ")


def _sentence(text: str) -> str:
    if not text:
        return ""
    return f"{text} " if text.endswith((".", "?", "!")) else f"{text}. "


def _inverted_first(authors: tuple[str, ...], most: int, shown: int) -> str:
    """The first by the family name, the others as they are called; of more than `most` the first
    `shown`."""
    names = [_inverted(name) if not place else _called(name) for place, name in enumerate(authors)]
    if len(names) > most:
        return f"{', '.join(names[:shown])}, et al."
    return _joined(names, "and ", most, shown)


def _joined(names: list[str], last: str, most: int, shown: int) -> str:
    if len(names) > most:
        return f"{', '.join(names[:shown])}, … {names[-1]}"
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])}, {last}{names[-1]}"


def _inverted(name: str) -> str:
    known = person(name)
    return ", ".join(filter(None, (known.family, known.given))) if known else name


def _called(name: str) -> str:
    known = person(name)
    return f"{known.given} {known.family}".strip() if known else name


def _with_initials(name: str) -> str:
    """
    >>> _with_initials("Jonathan Swift"), _with_initials("Sartre, Jean-Paul"), _with_initials("IMF")
    ('Swift, J.', 'Sartre, J.-P.', 'IMF')
    """
    known = person(name)
    if known is None or not known.given:
        return name
    return f"{known.family}, {' '.join(_initials(known))}"


def _initials(known: Person) -> Iterable[str]:
    for word in known.given.split():
        if word.isupper() and "." not in word:
            yield " ".join(f"{letter}." for letter in word)
        else:
            yield "-".join(f"{part[0]}." for part in word.split("-") if part)


def _parted(date: str) -> tuple[str, int, int]:
    """Year in words, month and day of an EDTF date; 0 where it has none.

    >>> _parted("2013-05-06"), _parted("-0043")
    (('2013', 5, 6), ('44 BC', 0, 0))
    """
    if not date:
        return "", 0, 0
    sign = -1 if date.startswith("-") else 1
    number, *finer = date.removeprefix("-").split("-")
    month, day = (*map(int, finer), 0, 0)[:2]
    return year(sign * int(number)), month, day


def _american(date: str, year_first: bool = False) -> str:
    """
    >>> _american("2013-05-06"), _american("2013-05", year_first=True), _american("1729")
    ('May 6, 2013', '2013, May', '1729')
    """
    in_year, month, day = _parted(date)
    finer = f"{MONTHS[month - 1]}{f' {day}' if day else ''}" if month else ""
    if year_first or not finer:
        return ", ".join(filter(None, (in_year, finer)))
    return f"{finer}, {in_year}" if day else f"{finer} {in_year}"


def _british(date: str) -> str:
    """
    >>> _british("2013-09-06"), _british("2013-05")
    ('6 Sept. 2013', 'May 2013')
    """
    in_year, month, day = _parted(date)
    return " ".join(filter(None, (str(day or ""), _MLA_MONTHS[month], in_year)))
