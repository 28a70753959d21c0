"""What a run says at its end: what was skipped and why, what was guessed, and what is indexed."""

from collections.abc import Sequence
from pathlib import Path

from loccit.indexer.build import Built
from loccit.indexer.problems import MOST_SAID, Skipped, Warned
from loccit.model.file_names import shown
from loccit.terminal import named, say

_MOST_WARNINGS = 20
"""That are printed; every document's own page has its own."""
_MOST_NAMED = 5
"""Of what was skipped, in the last line."""


def report(built: Built, index: Path) -> None:
    """Of a build; the last line counts the documents."""
    manifest = built.manifest
    if built.notice:
        say(built.notice, err=True)
    say_skipped(built.skipped, ", which loccit status names")
    for entry in built.unmatched:
        say(f"A correction matches nothing: {entry}", err=True)
    warn(built.warnings)
    documents = _counted(manifest.documents, "document")
    passages = _counted(manifest.passages, "passage")
    say(f"{index} now serves {manifest.generation}, with {passages}.", err=True)
    say(f"{documents} indexed{_left_out(built.skipped)}", err=True)


def say_skipped(skipped: Sequence[Skipped], elsewhere: str = "") -> None:
    """A line each, for the first; `elsewhere` says where the others are named."""
    for each in skipped[:MOST_SAID]:
        say(f"Skipped {named(each)}", err=True)
    if len(skipped) > MOST_SAID:
        more = len(skipped) - MOST_SAID
        say(f"Skipped {more:,} more{elsewhere}.", err=True)


def _left_out(skipped: Sequence[Skipped]) -> str:
    """The end of the last line of a build."""
    if not skipped:
        return "."
    first = "; ".join(
        f"{shown(each.name.as_posix())} ({each.why})" for each in skipped[:_MOST_NAMED]
    )
    more = len(skipped) - _MOST_NAMED
    return f", {len(skipped):,} skipped: {first}{f'; {more:,} more' if more > 0 else ''}."


def warn(warnings: Sequence[Warned]) -> None:
    """A line each, for the first."""
    for warned in warnings[:_MOST_WARNINGS]:
        say(f"Warning: {named(warned)}", err=True)
    if len(warnings) > _MOST_WARNINGS:
        more = f"{len(warnings) - _MOST_WARNINGS:,} more warnings"
        say(f"Warning: {more}; the page of a document shows its own.", err=True)


def _counted(number: int, what: str) -> str:
    """
    >>> _counted(1, "document"), _counted(1200, "passage")
    ('1 document', '1,200 passages')
    """
    return f"{number:,} {what}{'' if number == 1 else 's'}"
