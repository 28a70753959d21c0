"""Sidecars: `name.toml` beside `name.txt` settles what the file itself can't say."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal, get_args

from loccit.indexer import encodings
from loccit.indexer.problems import UnreadableSeed
from loccit.indexer.readers import formats
from loccit.indexer.readers.jsonl import FIELDS
from loccit.indexer.unknown_keys import unknown_keys
from loccit.model import calendar
from loccit.model.addresses import CitationAddress
from loccit.model.documents import Reference
from loccit.model.file_names import shown

SUFFIX = ".toml"
LINKED = "a link; a sidecar is read only where it is a file itself"
ALONE = "a sidecar without a document of its name beside it"

Cut = Literal["paragraphs", "lines", "prose"]
"""Ways to cut a text: a paragraph a line, unrelated lines, paragraphs between blank lines."""


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What the sidecar says; None, "" and () where it is silent.

    `date` is a year, a month or a day in EDTF; `encoding` is the file's, `fields` say which field
    of a record has what a document says.
    `warnings` name the keys that are not known.
    """

    title: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    publisher: str = ""
    language: str = ""
    source: str = ""
    licence: str = ""
    encoding: str = ""
    start_year: int | None = None
    passages: Cut | None = None
    contiguous: bool | None = None
    fields: tuple[tuple[str, str], ...] = ()
    references: tuple[Reference, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def day(self) -> int | None:
        """Of `date`, counted from 0001; None unless it is known to the day."""
        is_day = self.date.lstrip("-").count("-") == 2
        return calendar.from_iso(self.date) if is_day else None


def read(path: Path, data: bytes | None) -> Sidecar:
    """What the bytes of the sidecar of the document at `path` say, None where it has none.

    Raises UnreadableSeed.
    """
    if data is None:
        return Sidecar()
    try:
        table = tomllib.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        name = _name(path)
        raise UnreadableSeed(path, f"its sidecar {name} can't be read: {error}") from error
    return _read(path, table)


def place(path: Path) -> Path:
    """Beside the file: `name.toml` of `name.txt`, and of `name.xml.bz2`."""
    bare = formats.bare(path)
    return bare.with_name(bare.name + SUFFIX)


def is_one(path: Path) -> bool:
    """Whether a file is a sidecar by its name."""
    return path.suffix == SUFFIX


def _name(path: Path) -> str:
    """Of the sidecar, as it can be shown."""
    return shown(place(path).name)


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _authors(value: Any) -> tuple[str, ...] | None:
    """
    >>> _authors("Jonathan Swift"), _authors(["A", " B "]), _authors(""), _authors([1])
    (('Jonathan Swift',), ('A', 'B'), (), None)
    """
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list) or not all(isinstance(each, str) for each in listed):
        return None
    return tuple(each.strip() for each in listed if each.strip())


def _dated(value: Any) -> str | None:
    """A year, a month or a day in EDTF.

    >>> _dated(1729), _dated("1729-10"), _dated(date(2013, 5, 6)), _dated("855"), _dated(-43)
    ('1729', '1729-10', '2013-05-06', '0855', '-0043')
    >>> _dated("soon"), _dated("2013-02-29"), _dated(True), _dated(12345)
    (None, None, None, None)
    """
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    written = str(value) if type(value) is int else value
    if not isinstance(written, str) or not written.isascii():
        return None
    year = re.match(r"\s*(-?)(\d{1,4})(?!\d)", written)
    whole = f"{year[1]}{year[2]:0>4}{written[year.end() :]}".strip() if year else ""
    try:
        day = calendar.iso(calendar.from_iso(whole))
    except ValueError:
        return None
    finer = whole.lstrip("-").count("-")
    return day[: len(day) - 3 * (2 - finer)]


_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
"""A well-formed tag (RFC 5646) whose language is one of ISO 639."""


def _language(value: Any) -> str | None:
    return value if isinstance(value, str) and (not value or _LANGUAGE.fullmatch(value)) else None


def _encoding(value: Any) -> str | None:
    """
    >>> _encoding("windows-1251"), _encoding("Latin-1"), _encoding("rot13"), _encoding("none")
    ('cp1251', 'iso8859-1', None, None)
    """
    return encodings.named(value) if isinstance(value, str) else None


def _start_year(value: Any) -> int | None:
    is_year = type(value) is int and calendar.FIRST_YEAR <= value <= calendar.LAST_YEAR
    return value if is_year else None


def _fields(value: Any) -> tuple[tuple[str, str], ...] | None:
    """
    >>> _fields({"text": "body", "title": "head.line"}), _fields({"verse": "a"}), _fields([])
    ((('text', 'body'), ('title', 'head.line')), None, None)
    """
    if not isinstance(value, dict) or not all(isinstance(each, str) for each in value.values()):
        return None
    return tuple(value.items()) if set(value) <= set(FIELDS) else None


@dataclass(frozen=True, slots=True)
class _Key:
    """A key's value, read, is `field` of the sidecar; `read` gives None where it doesn't fit."""

    field: str
    read: Callable[[Any], Any]
    takes: str


# What a sidecar may say, as docs/formats.md has it.
KEYS: Mapping[str, _Key] = {
    "title": _Key("title", _text, "a text"),
    "author": _Key("authors", _authors, "a text or a list of texts"),
    "date": _Key("date", _dated, 'a day, a month or a year: 2013-05-06, "2013-05" or 2013'),
    "publisher": _Key("publisher", _text, "a text"),
    "language": _Key("language", _language, 'an IETF language tag such as "en" or "pt-BR"'),
    "source": _Key("source", _text, "an address or a text"),
    "licence": _Key("licence", _text, "a text"),
    "encoding": _Key("encoding", _encoding, 'the name of an encoding such as "windows-1252"'),
    "start_year": _Key("start_year", _start_year, "a year from -9999 to 9999"),
    "passages": _Key(
        "passages",
        lambda value: value if value in get_args(Cut) else None,
        '"paragraphs", "lines" or "prose"',
    ),
    "contiguous": _Key(
        "contiguous", lambda value: value if isinstance(value, bool) else None, "true or false"
    ),
    "fields": _Key("fields", _fields, f"a table of {', '.join(FIELDS)} to a record's field"),
    "references": _Key(
        "references",
        lambda value: value if isinstance(value, dict) else None,
        "a table of number or label to source",
    ),
}
_REFERENCE = ("text", "address", "author", "date", "title")
"""The keys of a reference."""


def _read(path: Path, table: Mapping[str, Any]) -> Sidecar:
    fields = {}
    for name, value in table.items():
        key = KEYS.get(name)
        if key is None:
            continue
        fields[key.field] = key.read(value)
        if fields[key.field] is None:
            raise UnreadableSeed(path, f"{_name(path)}: {name} takes {key.takes}")
    listed = fields.pop("references", {})
    references = tuple(_references(path, listed))
    return Sidecar(**fields, references=references, warnings=tuple(_warnings(path, table, listed)))


def _warnings(path: Path, table: Mapping[str, Any], listed: Mapping[str, Any]) -> Iterator[str]:
    name = _name(path)
    unknown = [key for key in table if key not in KEYS]
    if unknown:
        yield unknown_keys(f"{name} has", unknown, KEYS)
    tables = {number: fields for number, fields in listed.items() if isinstance(fields, dict)}
    having = [number for number, fields in tables.items() if set(fields) - set(_REFERENCE)]
    if having:
        unknown = [key for number in having for key in tables[number] if key not in _REFERENCE]
        several = f"{len(having):,} references, from {having[0]} on, have"
        one = f"reference {having[0]} has"
        yield unknown_keys(f"{name}: {one if len(having) == 1 else several}", unknown, _REFERENCE)


def _references(path: Path, table: Mapping[str, Any]) -> Iterator[Reference]:
    for number, source in table.items():
        fields = {"text": source} if isinstance(source, str) else source
        if not _is_key(number) or not isinstance(fields, dict) or "text" not in fields:
            raise UnreadableSeed(
                path, f'{_name(path)}: references are written 48 = "the source\'s text"'
            )
        known = {key: value for key, value in fields.items() if key in _REFERENCE}
        if not all(isinstance(value, str) for value in known.values()):
            raise UnreadableSeed(
                path,
                f"{_name(path)}: reference {number} takes texts under {', '.join(_REFERENCE)}",
            )
        if number.isdecimal():
            yield Reference(int(number), **known)
        else:
            yield Reference(None, label=number, **known)


def _is_key(key: str) -> bool:
    """A number, or a label such as `note 3` or `Munro 2011`."""
    return key.isdecimal() or CitationAddress.read(f"document#{key}") is not None
