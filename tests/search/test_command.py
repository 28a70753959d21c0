"""`loccit search` takes for a search what isn't one of its options."""

import click
import pytest
from click.testing import CliRunner

from loccit.search.command import search_command

SEARCHES: list[tuple[list[str], str, dict[str, object]]] = [
    (["raid"], "raid", {}),
    (["-"], "-", {}),
    (["- -"], "- -", {}),
    (["-raid"], "-raid", {}),
    (["-raid -idlib"], "-raid -idlib", {}),
    (["-size"], "-size", {}),
    (["-size=5"], "-size=5", {}),
    (["-history"], "-history", {}),
    (["-date:2012"], "-date:2012", {}),
    (['-"air strikes"'], '-"air strikes"', {}),
    (["-315"], "-315", {}),
    (["-é"], "-é", {}),
    (["---"], "---", {}),
    (["-- raid"], "-- raid", {}),
    (["--", "raid"], "raid", {}),
    (["--", "-raid"], "-raid", {}),
    (["--", "--size"], "--size", {}),
    (["--", "--size=5"], "--size=5", {}),
    (["--", "--help"], "--help", {}),
    (["--", "-h"], "-h", {}),
    (["--", "--wrong"], "--wrong", {}),
    (["--", "--"], "--", {}),
    (["--", "- -"], "- -", {}),
    (["--", ""], "", {}),
    ([""], "", {}),
    (["--size", "5", "-raid"], "-raid", {"size": 5}),
    (["--size=5", "-raid"], "-raid", {"size": 5}),
    (["-raid", "--size", "5"], "-raid", {"size": 5}),
    (["-raid", "--json", "--sort", "oldest"], "-raid", {"as_json": True, "sort": "oldest"}),
    (["--json", "-raid", "--page", "2"], "-raid", {"as_json": True, "page": 2}),
    (["--size", "5", "--", "--json"], "--json", {"size": 5, "as_json": False}),
    (["--index", "-odd", "raid"], "raid", {}),
]


@pytest.mark.parametrize(("arguments", "query", "options"), SEARCHES)
def test_what_is_no_option_is_the_search(
    arguments: list[str], query: str, options: dict[str, object]
) -> None:
    read = search_command.make_context("search", list(arguments)).params
    assert read["query"] == query
    assert {name: read[name] for name in options} == options


WRONG = [
    (["--wrong"], "--wrong", "loccit search -- --wrong"),
    (["--wrong=5"], "--wrong", "loccit search -- --wrong=5"),
    (["--wrong", "raid"], "--wrong", "loccit search -- --wrong"),
    (["raid", "--wrong"], "--wrong", "loccit search -- --wrong"),
    (["--wrong", "--", "raid"], "--wrong", "loccit search -- --wrong"),
    (["--air strikes"], "--air strikes", "loccit search -- '--air strikes'"),
    (["--siz", "5", "-raid"], "--siz", "-- --siz). Did you mean '--size'?"),
]


@pytest.mark.parametrize(("arguments", "name", "way_out"), WRONG)
def test_a_wrong_option_is_told_how_to_be_a_search(
    arguments: list[str], name: str, way_out: str
) -> None:
    run = CliRunner().invoke(search_command, arguments)
    assert run.exit_code == 2
    assert f"No such option {name}." in run.output
    assert way_out in run.output


@pytest.mark.parametrize(
    "arguments", [["-raid", "-idlib"], ["raid", "strikes"], [], ["--json"], ["--size", "x", "-r"]]
)
def test_the_search_is_still_one_argument(arguments: list[str]) -> None:
    with pytest.raises(click.UsageError):
        search_command.make_context("search", list(arguments))


@pytest.mark.parametrize("arguments", [["-h"], ["--help"], ["raid", "-h"]])
def test_help_is_not_a_search(arguments: list[str]) -> None:
    run = CliRunner().invoke(search_command, arguments)
    assert run.exit_code == 0
    assert "Usage:" in run.output
