"""How a source of a template is shown: as Wikipedia's citation style 1 has it."""

from collections.abc import Iterator
from itertools import chain

from loccit.mentions.references import identifiers
from loccit.mentions.references.pieces import Field, Shown
from loccit.mentions.references.source import Source

_ENDS = (".", "?", "!", "…", "?”", "!”", ".”")


def drawn(source: Source) -> Iterator[Shown]:
    """The pieces that a reader sees, each with the part that it is."""
    sentences = (
        _by(source),
        _titled(source),
        _appeared(source),
        _published(source),
        _dated(source),
        _paged(source),
        *((Shown(each),) for each in source.further),
        *_identified(source),
        _accessed(source),
        _archived(source),
        _quoted(source),
    )
    first = True
    for sentence in sentences:
        pieces = [each for each in sentence if each.text]
        if not pieces:
            continue
        if not first:
            yield Shown(" ")
        yield from pieces
        first = False
        if not "".join(each.text for each in pieces[-2:]).endswith(_ENDS):
            yield Shown(".")


def _date(source: Source) -> Iterator[Shown]:
    """The date with its year apart."""
    before, found, after = source.date.partition(source.year or "\0")
    yield Shown(before)
    yield Shown(found, field="year")
    yield Shown(after)


def _by(source: Source) -> Iterator[Shown]:
    people = source.authors or source.editors
    if not people:
        return
    field: Field = "authors" if source.authors else ""
    between = "; " if any("," in each for each in people) else ", "
    for place, person in enumerate(people):
        yield Shown(between if place else "")
        yield Shown(person, field=field)
    if source.more_authors:
        yield Shown(" et al.")
    if not source.authors:
        yield Shown(" (ed.)" if len(people) == 1 else " (eds.)")
    if source.date:
        yield Shown(" (")
        yield from _date(source)
        yield Shown(")")


def _titled(source: Source) -> Iterator[Shown]:
    part = source.chapter or (source.title if _is_part(source) else "")
    if part:
        yield from _in_quotes(part, source.address)
    elif source.title:
        yield Shown(source.title, source.address, italic=True, field="title")
    elif source.address:
        yield Shown(source.address, source.address, field="address")


def _is_part(source: Source) -> bool:
    """Whether the title is that of an article or a page, which stands between quotation marks."""
    if source.container:
        return True
    return not (source.whole or source.isbn or source.place or source.edition)


def _in_quotes(title: str, address: str) -> Iterator[Shown]:
    plain = title.strip('“”"') if title.count('"') in (0, 2) and title[-1] in '”"' else title
    yield Shown("“")
    yield Shown(plain, address, field="title")
    yield Shown("”")


def _appeared(source: Source) -> Iterator[Shown]:
    whole = source.title if source.chapter else source.container
    if source.chapter and source.authors and source.editors:
        yield Shown(f"In {', '.join(source.editors)} ({_editor_word(source)}). ")
    yield Shown(whole, italic=True, field="container")
    if source.chapter and source.container:
        yield Shown(f". {source.container}")
    if source.volume:
        yield Shown(f" {source.volume}" if whole else f"Vol. {source.volume}")
    if source.issue:
        yield Shown(f" ({source.issue})" if whole or source.volume else f"No. {source.issue}")
    if source.pages and source.volume:
        yield Shown(f": {_bare(source.pages)}")


def _editor_word(source: Source) -> str:
    return "ed." if len(source.editors) == 1 else "eds."


def _bare(pages: str) -> str:
    return pages.removeprefix("pp. ").removeprefix("p. ")


def _published(source: Source) -> Iterator[Shown]:
    if source.edition:
        yield Shown(f"{source.edition} ed" + ("." if source.place or source.publisher else ""))
        yield Shown(" " if source.place or source.publisher else "")
    yield Shown(f"{source.place}: " if source.place and source.publisher else source.place)
    yield Shown(source.publisher, field="publisher")


def _dated(source: Source) -> Iterator[Shown]:
    return _date(source) if not (source.authors or source.editors) else iter(())


def _paged(source: Source) -> Iterator[Shown]:
    yield Shown("" if source.volume else source.pages)


def _identified(source: Source) -> Iterator[Iterator[Shown]]:
    if source.isbn:
        yield chain((Shown("ISBN "),), (Shown(source.isbn, field="isbn"),))
    if source.doi:
        lead = identifiers.leads("doi", source.doi)
        yield chain((Shown("doi:", lead),), (Shown(source.doi, lead, field="doi"),))
    if source.arxiv:
        lead = identifiers.leads("arxiv", source.arxiv)
        yield chain((Shown("arXiv:", lead),), (Shown(source.arxiv, lead, field="arxiv"),))
    for called, value in source.others:
        yield iter((Shown(f"{called} {value}"),))


def _accessed(source: Source) -> Iterator[Shown]:
    yield Shown(f"Retrieved {source.accessed}" if source.accessed else "")


def _archived(source: Source) -> Iterator[Shown]:
    if source.archive:
        yield Shown("Archived", source.archive)
        yield Shown(f" {source.archived}" if source.archived else "")


def _quoted(source: Source) -> Iterator[Shown]:
    if source.quote:
        yield Shown("“")
        yield Shown(source.quote.strip('“”"'))
        yield Shown("”")
