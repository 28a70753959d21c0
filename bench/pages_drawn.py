"""Addresses of every kind of page of an index, drawn where pages are hardest to set: what is the
longest, has the most, or is the least of its kind.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar
from urllib.parse import quote, urlencode

from bench.kept import passages
from loccit.engines import field_table
from loccit.engines.engine import Engine
from loccit.model.documents import Document, Passage, Reference
from loccit.model.names import Name

EACH = 3
"""Pages of a kind for each way in which one is hard."""
T = TypeVar("T")
SEARCHES = (
    "war", "the", "cite:any", "cite:0 city", '"united states" date:1860..1870', "date:1945-05",
    "person:Lincoln", "government OR politics -war", "title:Anarchism", "agricultur*", "goverment",
    "when did the war end", "how many people", "zebra zzyzx cite:4x8", "cite:1..20 event:any",
    "acid metal", "doc:alabama", "Abraham Lincoln", "date:-0400..0100", "section:history law",
    "raid date:2012-13", "AARP", "a",
)  # fmt: skip
"""Short and long answers, each kind of part, none, few, and what is spelled wrong."""
VIEWS = ("sort=oldest", "sort=newest", "group=document", "group=passage", "page=2", "page=999")


def drawn(engine: Engine) -> Iterator[tuple[str, str]]:
    """Kinds with addresses."""
    every = list(passages(engine))
    documents = engine.documents()
    yield "home", "/"
    yield from (("results", f"/search?{urlencode({'q': each})}") for each in SEARCHES)
    yield from (("results, otherwise", f"/search?q=war&{view}") for view in VIEWS)
    yield from (("passage", _path("passages", each.document, str(each.number)))
                for each in _of_passages(every))  # fmt: skip
    yield from (("passage, to quote", _path("passages", each.document, str(each.number)) + style)
                for each in every[:1] for style in ("?style=apa", "?style=mla"))  # fmt: skip
    yield from (("document", _path("documents", each.id)) for each in _of_documents(documents))
    yield from (("references", _path("references", each.id)) for each in _of_documents(documents))
    yield from (("documents", f"/documents{rest}") for rest in ("", "?containing=a", "?page=9"))
    for document, reference in _of_references(documents):
        yield "citation", _path("citations", document.id, reference.key)
        yield "source", _path("sources", document.id, reference.key)
    yield from (("name", _path("names", each.type, each.name)) for each in _of_names(engine))
    for row in field_table.offered():
        yield from (("values", f"/facets/{row.name}{rest}") for rest in ("", "?q=war"))
    for q in ("war", "cite:any", ""):
        yield from (("names together", f"/together?q={q}&order={order}")
                    for order in ("count", "surprise"))  # fmt: skip
    yield from (("comparison", f"/compare{rest}") for rest in ("", "?a=war&b=peace", "?a=cite:any"))
    yield "help", "/help"
    yield "the API", "/api/"


def _path(*parts: str) -> str:
    return "/" + "/".join(quote(part, safe="/" if at == 1 else "") for at, part in enumerate(parts))


def _hardest(things: Iterable[T], ways: Sequence[Callable[[T], int]]) -> list[T]:
    """Those with the most of each, and the one with the least."""
    every = list(things)
    found: list[T] = []
    for way in ways:
        ranked = sorted(every, key=way)
        found += [*ranked[: -EACH - 1 : -1], *ranked[:1]]
    return [each for at, each in enumerate(found) if each not in found[:at]]


def _of_passages(every: Sequence[Passage]) -> list[Passage]:
    ways: tuple[Callable[[Passage], int], ...] = (
        lambda each: len(each.text),
        lambda each: len(list(each.citations())),
        lambda each: len(list(each.dates())),
        lambda each: len(list(each.entities())),
        lambda each: max(map(len, each.text.split()), default=0),
    )
    return _hardest(every, ways)


def _of_documents(documents: Sequence[Document]) -> list[Document]:
    ways: tuple[Callable[[Document], int], ...] = (
        lambda each: len(each.references),
        lambda each: len(each.title),
        lambda each: max((len(reference.text) for reference in each.references), default=0),
    )
    return _hardest(documents, ways)


def _of_references(documents: Sequence[Document]) -> list[tuple[Document, Reference]]:
    listed = [(document, each) for document in documents for each in document.references]
    ways: tuple[Callable[[tuple[Document, Reference]], int], ...] = (
        lambda pair: len(pair[1].text),
        lambda pair: max(map(len, pair[1].text.split()), default=0),
        lambda pair: len(pair[1].address),
        lambda pair: len(pair[1].key),
    )
    return _hardest(listed, ways)


def _of_names(engine: Engine) -> list[Name]:
    ways: tuple[Callable[[Name], int], ...] = (
        lambda name: name.mentions,
        lambda name: len(name.name),
        lambda name: len(name.forms),
    )
    return _hardest(engine.names("", 0, 100_000).names, ways)
