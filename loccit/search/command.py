"""The command `loccit search`."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import click

from loccit import engines
from loccit.engines.deadline import Deadline
from loccit.engines.engine import Contribution, Engine, Sort
from loccit.engines.errors import EngineError
from loccit.search.as_json import result_page
from loccit.search.help.most_words import most_words_line
from loccit.search.results import Grouping, NothingFound, Result, ResultPage
from loccit.search.searcher import MOST_RESULTS, SECONDS, search
from loccit.terminal import failure, named, say, say_json, say_styled

_INDEX = click.option(
    "--index", type=click.Path(path_type=Path), default=Path("index"), show_default=True,
    envvar="LOCCIT_INDEX", help="Folder of the index.",
)  # fmt: skip
_ENGINE = click.option("--engine", default="whoosh", envvar="LOCCIT_ENGINE", hidden=True)
_JSON = click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")


def _open(index: Path, engine: str) -> Engine:
    """The index in service; the one before it, which is said, where that is damaged."""
    served = engines.store(index, engine).serve()
    if served.damage is not None:
        say(f"{served.notice} {served.damage}", err=True)
    return served.engine


class SearchCommand(click.Command):
    """Takes `-raid` for a search, since no option begins with one dash but `-h`, which is `--help`.

    What begins with two dashes is an option, or a mistake that is told how to be a search; behind
    `--` everything is one.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.ignore_unknown_options = True
        end = args.index("--") if "--" in args else len(args)
        options = ["--help" if each == "-h" else each for each in args[:end]]
        for word in self._left_over(ctx, options):
            if re.match(r"--\w", word):
                raise self._no_such_option(ctx, word)
        return super().parse_args(ctx, options + args[end:])

    def _left_over(self, ctx: click.Context, args: list[str]) -> Iterator[str]:
        """What is neither an option nor the value of one."""
        values, rest, _ = self.make_parser(ctx).parse_args(list(args))
        yield from (each for each in (values.get("query"), *rest) if isinstance(each, str))

    def _no_such_option(self, ctx: click.Context, word: str) -> click.NoSuchOption:
        name = word.partition("=")[0]
        options = [each for parameter in self.get_params(ctx) for each in parameter.opts]
        message = (
            f"No such option {name}. To search for it, put -- before it"
            f" (loccit search -- {shlex.quote(word)})."
        )
        return click.NoSuchOption(name, message, options, ctx)


@click.command("search", cls=SearchCommand)
@click.argument("query")
@_INDEX
@click.option(
    "--size", type=click.IntRange(1, MOST_RESULTS), default=10, show_default=True,
    help="Passages to show.",
)  # fmt: skip
@click.option("--page", type=click.IntRange(1), default=1, help="Which page of them.")
@click.option("--sort", type=click.Choice(get_args(Sort)), default="score")
@click.option(
    "--group", type=click.Choice(get_args(Grouping)), default="spread",
    help="Keep one document from filling the first page; rank passages alone, or one a document.",
)  # fmt: skip
@click.option(
    "--as-typed", is_flag=True,
    help="Search for what was typed, also where it finds nothing and has one likely mending.",
)  # fmt: skip
@click.option("--explain", is_flag=True, help="Show what each term adds to the score.")
@_ENGINE
@_JSON
def search_command(
    query: str, index: Path, size: int, page: int, sort: Sort, group: Grouping, as_typed: bool,
    explain: bool, engine: str, as_json: bool,
) -> None:  # fmt: skip
    """Search the index for QUERY.

    Put -- before a QUERY that begins with two dashes itself: loccit search -- '--help'.
    """
    try:
        opened = _open(index, engine)
        results = search(
            opened, query, Deadline.within(SECONDS), page=page, size=size, sort=sort,
            explain=explain, grouping=group, spelled="as-typed" if as_typed else "likely",
        )  # fmt: skip
        if as_json:
            say_json(result_page(results))
        else:
            _show(results)
    except EngineError as error:
        raise failure(error) from error


def _show(results: ResultPage) -> None:
    """What was found; where that is little, then what has most of the words, then why."""
    for problem in results.parsed.problems:
        say(f"Characters {problem.start + 1} to {problem.end}: {problem.message}", err=True)
    for notice in results.notices:
        say(notice, err=True)
    if results.instead_of:
        say(
            f"Showing results for “{results.typed}”. Search for “{results.instead_of}” as typed:"
            " --as-typed"
        )
    of = "" if results.documents is None else f" in {results.documents} documents"
    say(f"{results.total} passages{of}")
    for spelling in () if results.instead_of else results.spellings:
        say(f"Did you mean: {spelling.search}")
    for name in results.names:
        say(f"“{name.form}” is a name, {name.name} ({name.type}): {name.search}")
    for result in results.results:
        _show_one(result)
    if results.most:
        say(f"\n{most_words_line(results)}")
    for result in results.most:
        _show_one(result)
    if results.nothing:
        _show_why(results.nothing)


def _show_one(result: Result) -> None:
    before, after = "…" * result.cut_before, "…" * result.cut_after
    say(f"\n{named(result.passage.id)}  {result.score:.2f}")
    text = [(piece.text, piece.matched) for piece in result.snippet]
    say_styled([(before, False), *text, (after, False)])
    if result.missing:
        say(f"Without: {', '.join(result.missing)}")
    if result.others:
        say(f"{result.others} more of this document: {result.others_search}")
    for part in result.explanation:
        say(f"  {part.score:6.3f}  {_explained(part)}")


def _explained(part: Contribution) -> str:
    """A part of a score in words."""
    words = " ".join(part.words)
    if not part.field:
        return f"{words}: {part.weight:g} times as much"
    return (
        f"{part.field}: {words}, {part.frequency:.3g} times here, weight {part.weight:g},"
        f" in {part.passages:,} passages"
    )


def _show_why(nothing: NothingFound) -> None:
    """Which part stops the search, and the smallest changes."""
    say("")
    if len(nothing.alone) > 1:
        for part in nothing.alone:
            say(f"“{part.label}” by itself: {part.total} passages")
    for change in nothing.changes:
        said = "" if change.search in change.label else f": {change.search}"
        say(f"{change.label}{said} ({change.total} passages)")
