"""Templates that make notes, and lists of them, with the groups that they count in."""

import re
from collections.abc import Mapping
from html import unescape

NOTES: dict[str, str] = {
    "efn": "lower-alpha", "efn-la": "lower-alpha", "efn-ua": "upper-alpha",
    "efn-lr": "lower-roman", "efn-ur": "upper-roman", "efn-lg": "lower-greek",
    "notetag": "note", "refn": "", "#tag:ref": "", "r": "", "rp": "", "sfn": "", "sfnp": "",
    "sfnm": "", "sfnmp": "", "shortened footnote": "", "footnote": "",
}  # fmt: skip
LISTS: dict[str, str] = {
    **dict.fromkeys(
        "reflist|references|refs|ref list|ref-list|reference list|listaref|références|notes|"
        "references-small|#tag:references".split("|"),
        "",
    ),
    "notelist": "lower-alpha", "notelist-la": "lower-alpha", "notelist-ua": "upper-alpha",
    "notelist-lr": "lower-roman", "notelist-ur": "upper-roman", "notelist-lg": "lower-greek",
    "notefoot": "note",
}  # fmt: skip
"""By name, the group that they count in unless they say another."""

_ATTRIBUTE = re.compile(r"([a-z]+)\s*=\s*(?:\"([^\"]*)\"?|'([^']*)'?|([^\s\"'<>]+))", re.IGNORECASE)


def makes_note(name: str) -> bool:
    """Whether a template is a note, or marks of some.

    >>> makes_note("efn"), makes_note("#tag:ref"), makes_note("reflist")
    (True, True, False)
    """
    return name in NOTES


def attribute(written: str, name: str) -> str:
    """The value of an attribute of a tag, "" where it has none.

    >>> attribute('name = "Munro 2011" group=note', "name"), attribute("name=a/b", "name")
    ('Munro 2011', 'a/b')
    """
    for key, double, single, bare in _ATTRIBUTE.findall(written):
        if key.lower() == name:
            return unescape(double or single or bare).strip()
    return ""


def group_of(name: str, said: str) -> str:
    """The group that a template counts in."""
    return said or NOTES.get(name, LISTS.get(name, ""))


def short_text(name: str, fields: Mapping[str, str], written: str) -> str:
    """A short reference; of several in one, each as it is printed.

    >>> short_text("sfnm", {"1a1": "Munro", "1y": "2011", "2a1": "Lee", "2y": "2003"}, "")
    'Munro 2011; Lee 2003'
    """
    if not name.startswith("sfnm"):
        return written
    said = []
    for number in map(str, range(1, 20)):
        who = [fields[key] for at in range(1, 6) if (key := f"{number}a{at}") in fields]
        who = who or ([fields[f"{number}a"]] if f"{number}a" in fields else [])
        year = fields.get(f"{number}y", "")
        if not who and not year:
            break
        names = " & ".join(filter(None, (", ".join(who[:-1]), who[-1]))) if who else ""
        page, pages = fields.get(f"{number}p", ""), fields.get(f"{number}pp", "")
        place = f", p. {page}" if page else f", pp. {pages}" if pages else ""
        said.append(f"{names} {year}{place}".strip())
    return "; ".join(said)
