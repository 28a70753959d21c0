"""What a page shows, read with a parser: its links, counts, facets and passages."""

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

ATTRIBUTES = ("href", "src", "action", "data-suggest", "template")
"""Those that hold addresses."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet: where it leads, how many it counts, whether it is chosen."""

    link: str
    count: int
    chosen: bool


def all_of(page: str, css: str) -> list[LexborNode]:
    return LexborHTMLParser(page).css(css)


def words(node: LexborNode) -> str:
    """A node's text with runs of white space as single spaces."""
    return " ".join(node.text().split())


def texts(page: str, css: str) -> list[str]:
    """The text of each node, in order."""
    return [words(node) for node in all_of(page, css)]


def attribute(node: LexborNode, name: str) -> str:
    return node.attributes.get(name) or ""


def hrefs(page: str, css: str) -> list[str]:
    """Where the links lead, in order."""
    return [attribute(node, "href") for node in all_of(page, css)]


def links(page: str) -> list[str]:
    """Everything that the page links to."""
    return hrefs(page, "[href]")


def addresses(page: str) -> list[str]:
    """Everything that the page links to, loads or sends to."""
    return [
        attribute(node, name)
        for name in ATTRIBUTES
        for node in all_of(page, f"[{name}]")
        if not attribute(node, name).startswith("#")
    ]


def number(text: str) -> int:
    """The first number of a text.

    >>> number("1,234 passages")
    1234
    """
    return int(text.split()[0].replace(",", ""))


def total(page: str) -> int:
    """How many passages a page of results says were found, 0 where it says none."""
    counts = texts(page, "p.result-count")
    return number(counts[0]) if counts else 0


def passages(page: str) -> list[str]:
    """The addresses of the passages listed, in order."""
    return hrefs(page, "li.passage .passage-title a")


def values(page: str) -> dict[str, Value]:
    """The values of the facets, by what they are called."""
    shown = {}
    for link in all_of(page, "ul.facet-list li a"):
        name, count = link.css_first(".facet-name"), link.css_first(".count")
        if name is not None and count is not None:
            label = name.text(deep=False).strip()
            chosen = attribute(link, "aria-current") == "true"
            shown[label] = Value(attribute(link, "href"), number(words(count)), chosen)
    return shown


def rows(page: str, css: str = "table") -> list[tuple[str, ...]]:
    """The cells of the rows of the tables, as text."""
    return [
        tuple(" ".join(cell.text(separator=" ").split()) for cell in row.css("th, td"))
        for row in all_of(page, f"{css} tbody tr")
    ]


def record(page: str) -> list[tuple[str, tuple[str, ...]]]:
    """What stands beneath the passages: each term with the chips that its line shows."""
    return [
        (words(term.css("dt")[0]), tuple(words(each) for each in term.css("dd .chip-text")))
        for term in all_of(page, "dl.record")
    ]


def handlers(page: str) -> list[str]:
    """Attributes that would run a script, or that style by themselves."""
    return [
        name
        for node in all_of(page, "*")
        for name in node.attributes
        if name.startswith("on") or name == "style"
    ]
