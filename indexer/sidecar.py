"""Sidecars: `name.toml` beside `name.txt` settles what the file itself can't say."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal, get_args

from loccit.indexer.problems import UnreadableSeed
from loccit.model import calendar
from loccit.model.addresses import CitationAddress
from loccit.model.documents import Reference

Cut = Literal["paragraphs", "lines", "prose"]
"""Ways to cut a text: a paragraph a line, unrelated lines, paragraphs between blank lines."""


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What the sidecar says; None and "" where it is silent. `date` counts days from 0001."""

    title: str = ""
    source: str = ""
    licence: str = ""
    start_year: int | None = None
    date: int | None = None
    passages: Cut | None = None
    contiguous: bool | None = None
    references: tuple[Reference, ...] = ()


def read(path: Path, data: bytes | None) -> Sidecar:
    """What the bytes of the sidecar of the document at `path` say, None where it has none.

    Raises UnreadableSeed.
    """
    if data is None:
        return Sidecar()
    try:
        table = tomllib.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        name = place(path).name
        raise UnreadableSeed(path, f"its sidecar {name} can't be read: {error}") from error
    return _checked(path, table)


def place(path: Path) -> Path:
    return path.with_suffix(".toml")


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


_KEYS: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "title": (_is_text, "a text"),
    "source": (_is_text, "an address or a text"),
    "licence": (_is_text, "a text"),
    "start_year": (
        lambda value: type(value) is int and -9999 <= value <= 9999,
        "a year from -9999 to 9999",
    ),
    "date": (
        lambda value: isinstance(value, date) and not isinstance(value, datetime),
        "a day such as 2013-05-06, without quotes",
    ),
    "passages": (lambda value: value in get_args(Cut), '"paragraphs", "lines" or "prose"'),
    "contiguous": (lambda value: isinstance(value, bool), "true or false"),
    "references": (lambda value: isinstance(value, dict), "a table of number or label to source"),
}


def _checked(path: Path, table: Mapping[str, Any]) -> Sidecar:
    name = place(path).name
    for key, value in table.items():
        if key not in _KEYS:
            raise UnreadableSeed(path, f"{name} has the key {key}; known are {', '.join(_KEYS)}")
        fits, what = _KEYS[key]
        if not fits(value):
            raise UnreadableSeed(path, f"{name}: {key} takes {what}")
    plain = {key: value for key, value in table.items() if key not in ("references", "date")}
    dated = table.get("date")
    day = calendar.day(dated.year, dated.month, dated.day) if dated else None
    return Sidecar(
        **plain, date=day, references=tuple(_references(path, table.get("references", {})))
    )


_REFERENCE = ("text", "address", "author", "date", "title")


def _references(path: Path, table: Mapping[str, Any]) -> list[Reference]:
    listed = []
    for number, source in table.items():
        fields = {"text": source} if isinstance(source, str) else source
        if not _is_key(number) or not isinstance(fields, dict) or "text" not in fields:
            raise UnreadableSeed(
                path, f'{place(path).name}: references are written 48 = "the source\'s text"'
            )
        unknown = set(fields) - set(_REFERENCE)
        if unknown or not all(isinstance(value, str) for value in fields.values()):
            raise UnreadableSeed(
                path,
                f"{place(path).name}: reference {number} takes texts under {', '.join(_REFERENCE)}",
            )
        if number.isdecimal():
            listed.append(Reference(int(number), **fields))
        else:
            listed.append(Reference(None, label=number, **fields))
    return listed


def _is_key(key: str) -> bool:
    """A number, or a label such as `note 3` or `Munro 2011`."""
    return key.isdecimal() or CitationAddress.read(f"document#{key}") is not None
