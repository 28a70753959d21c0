"""The front door for programs: an index, open for searching from Python."""

import warnings
from collections.abc import Iterator
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Self

from loccit import engines
from loccit.engines.deadline import Deadline
from loccit.engines.engine import Engine, Hit, Sort
from loccit.engines.manifest import Manifest
from loccit.model.addresses import Address, CitationAddress
from loccit.model.documents import Document, Passage
from loccit.search.about.citation import CitationPage, cited
from loccit.search.about.name import NamePage, named
from loccit.search.results import Grouping, ResultPage, Spelled
from loccit.search.searcher import SECONDS, every, search
from loccit.search.suggestions import Suggestion, suggest
from loccit.search.timeline.timeline import Timeline, timeline


def _deadline() -> Deadline:
    """Of one call."""
    return Deadline.within(SECONDS)


class Library:
    """One generation of an index; a `with` block closes it. Safe to use from several threads."""

    def __init__(self, engine: Engine, notice: str = "") -> None:
        self._engine = engine
        self.notice = notice
        """What to know of the index: "" unless an older generation stands in for a damaged one."""

    @property
    def manifest(self) -> Manifest:
        """What the index holds and when it was built."""
        return self._engine.manifest

    def search(
        self,
        typed: str,
        *,
        page: int = 1,
        size: int = 10,
        sort: Sort = "score",
        explain: bool = False,
        group: Grouping = "spread",
        spelled: Spelled = "likely",
    ) -> ResultPage:
        """The page of results that the site shows for `typed`; `page` counts from 1.

        `group` is `spread` (of the first page at most half is of one document while others
        match), `passage` (the passages as they rank) or `document` (each document once). What
        finds nothing and has one likely mending is searched for as mended, unless `spelled` is
        `as-typed`; `instead_of` of the page is then what was typed.
        Never raises for what was typed: what can't be read is among `parsed.problems`.
        """
        return search(
            self._engine, typed, _deadline(), page=page, size=size, sort=sort, explain=explain,
            grouping=group, spelled=spelled,
        )  # fmt: skip

    def every(self, typed: str, *, sort: Sort = "score") -> Iterator[Hit]:
        """All passages that `typed` finds, in order, each read as it is asked for.

        Raises OutOfTime at once if the search takes longer than one may.
        """
        return every(self._engine, typed, _deadline(), sort=sort)

    def suggest(self, typed: str) -> tuple[Suggestion, ...]:
        """What a search being typed may go on to."""
        return suggest(self._engine, typed, _deadline())

    def timeline(self, typed: str) -> Timeline:
        """When the passages that `typed` finds are dated to."""
        return timeline(self._engine, typed, _deadline())

    def documents(self) -> tuple[Document, ...]:
        return tuple(self._engine.documents())

    def passage(self, document: str, number: int) -> Passage | None:
        """The passage, `number` from 1; None if there is none."""
        return self._engine.passage(Address(document, number), _deadline())

    def citation(self, document: str, number: int | str) -> CitationPage | None:
        """What a document cites as a number, or as a label, and the passages that cite it."""
        return cited(self._engine, CitationAddress(document, str(number)), _deadline())

    def name(self, type: str, name: str, page: int = 1) -> NamePage | None:
        """A canonical name with its forms, its times and one page of its passages."""
        return named(self._engine, type, name, page, _deadline())

    def close(self) -> None:
        self._engine.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def open_library(index: str | PathLike[str] = "index", engine: str = "whoosh") -> Library:
    """The generation in service of the index at `index`, or where that is damaged, of which it
    warns, the one before it; raises IndexMissing, or IndexDamaged where none is whole."""
    served = engines.store(Path(index), engine).serve()
    if served.damage is not None:
        warnings.warn(f"{served.notice} {served.damage}", stacklevel=2)
    return Library(served.engine, served.notice)
