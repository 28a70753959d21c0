"""What is said on a terminal: nothing of a text controls it, and any encoding can show it."""

import json
import re
import sys
from typing import TextIO

import click

from loccit.model.visible import escaped, on_a_line, visible

_LINE_END = re.compile(r"\r\n?")


def say(text: str, *, err: bool = False) -> None:
    """Print `text`, with signs for control characters and for what the terminal hasn't."""
    click.echo(_shown(visible(_LINE_END.sub("\n", text)), err), err=err)


def say_styled(pieces: list[tuple[str, bool]]) -> None:
    """Print pieces of a text, some of them bold."""
    shown = [(_shown(visible(_LINE_END.sub("\n", text)), False), bold) for text, bold in pieces]
    click.echo("".join(click.style(text, bold=True) if bold else text for text, bold in shown))


def say_json(record: object) -> None:
    """Print a record on a line, with escapes where the output isn't one of Unicode."""
    unicode = _encoding(sys.stdout).lower().replace("-", "").startswith("utf")
    text = json.dumps(record, ensure_ascii=not unicode)
    click.echo(escaped(text))


def failure(error: Exception | str) -> click.ClickException:
    """An error that ends the command."""
    return click.ClickException(_shown(visible(str(error)), True))


def named(name: object) -> str:
    """The name of a file, a document or a field, on one line."""
    return on_a_line(str(name))


def _shown(text: str, err: bool) -> str:
    encoding = _encoding(sys.stderr if err else sys.stdout)
    return text.encode(encoding, "replace").decode(encoding)


def _encoding(stream: TextIO) -> str:
    return getattr(stream, "encoding", None) or "utf-8"
