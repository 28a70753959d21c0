"""Addresses to try on the page about the API: with what the index in service holds."""

import re
from urllib.parse import quote

from loccit.engines.deadline import Deadline
from loccit.engines.engine import Engine, Request
from loccit.engines.query import IntRange

Values = dict[str, str]


def held(engine: Engine, until: Deadline) -> Values:
    """A value for each parameter of a path, as far as the index has one."""
    values: Values = {}
    (cited,) = engine.answer([Request(IntRange("cite", None, None), size=1)], until)
    for hit in cited.hits:
        numbers = [each.number for each in hit.passage.citations() if each.number is not None]
        values |= {"label": str(numbers[0])}
        values |= {"document": hit.passage.document, "place": str(hit.passage.number)}
    for document in engine.documents()[:1]:
        values = {"document": document.id, "place": "1"} | values
    for name in engine.most_named("", 1):
        values |= {"type": name.type, "name": name.name}
    return values


def address(path: str, query: str, values: Values) -> str:
    """`path` with the values in their places, "" where one is missing.

    >>> address("/api/documents/{document}", "page=2", {"document": "peace/a b"})
    '/api/documents/peace/a%20b?page=2'
    >>> address("/api/entities/{type}/{name}", "", {})
    ''
    """
    names = re.findall(r"{(\w+)}", path)
    if not set(names) <= set(values):
        return ""
    filled = path.format_map({name: quote(values[name], safe="/~") for name in names})
    return f"{filled}?{query}" if query else filled
