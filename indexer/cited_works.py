"""Which references cite documents of the library: asked when all documents are known.

`sources.toml`: the reader's own word on what cites what, which wins.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from loccit.indexer.own_files import OwnFile
from loccit.indexer.problems import BadFile
from loccit.mentions.references.matching import Library
from loccit.mentions.references.works import Work
from loccit.model.documents import Document, InLibrary, Reference

BY_HAND = "your own word"
_HINT = '\nIt is written as ["citing/document"], then 48 = "cited/document", or "" for none.'


@dataclass(frozen=True, slots=True)
class SourceCorrections:
    """By citing document and number or label, the document that is cited; "" is none."""

    path: str
    cited: Mapping[str, Mapping[str, str]]


def read(file: OwnFile) -> SourceCorrections:
    """Raises BadFile."""
    table = file.table(_HINT)
    for id, references in table.items():
        if not _is_table_of_texts(references):
            raise BadFile(f"{file.path}: {id} can't be read.{_HINT}")
    return SourceCorrections(file.path.name, table)


def _is_table_of_texts(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(each, str) for each in value.values())


class CitedWorks:
    """The documents of a build, whose references are matched with each other."""

    def __init__(self, documents: Iterable[Document], corrections: SourceCorrections) -> None:
        self._corrections = corrections
        self._listed: dict[str, frozenset[str]] = {}
        self._library = Library(map(self._read, documents))

    def _read(self, document: Document) -> Work:
        own = document.references if document.id in self._corrections.cited else ()
        self._listed[document.id] = frozenset(each.key for each in own)
        return Work.of(document)

    def unmatched(self) -> Iterator[str]:
        """The corrections that name no document, or no reference of it, in sentences."""
        for id, references in self._corrections.cited.items():
            if id not in self._listed:
                yield f"{self._corrections.path}: there is no document {id}"
                continue
            for key, cites in references.items():
                if key not in self._listed[id]:
                    yield f"{self._corrections.path}: {id} has no reference {key}"
                elif cites and cites not in self._listed:
                    yield f"{self._corrections.path}: {id} {key}: there is no document {cites}"

    def applied(self, document: Document) -> Document:
        """The document, with what its references cite."""
        own = self._corrections.cited.get(document.id, {})
        listed = tuple(self._cites(document.id, each, own) for each in document.references)
        return replace(document, references=listed) if document.references else document

    def _cites(self, citing: str, reference: Reference, own: Mapping[str, str]) -> Reference:
        if reference.key in own:
            cited = own[reference.key]
            return replace(
                reference, cites=InLibrary(cited, BY_HAND) if cited in self._listed else None
            )
        return replace(reference, cites=self._library.match(reference, citing))
