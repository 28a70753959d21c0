"""`aliases.toml`: read with clear errors, applied last, checked before a build."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from loccit.engines.deadline import NEVER
from loccit.engines.generations import Generations
from loccit.indexer import aliases
from loccit.indexer.aliases import Aliases
from loccit.indexer.build import build, is_current
from loccit.indexer.command import aliases_command, index_command
from loccit.indexer.extract import Extracted
from loccit.indexer.naming import Naming
from loccit.indexer.own_files import load
from loccit.indexer.problems import BadFile
from loccit.indexer.settings import Settings
from loccit.indexer.spelled import spelled
from loccit.model.documents import Document, Passage
from loccit.model.mentions import Entity, EntityType

FSA = '[[name]]\nname = "Free Syrian Army"\ntype = "organisation"\nforms = ["FSA"]\n'


def written(tmp_path: Path, text: str) -> Aliases:
    (tmp_path / "aliases.toml").write_text(text)
    return aliases.read(load(tmp_path / "aliases.toml"))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[[name]", "line 1"),
        ("a = 1", "known are"),
        ("name = 1", "[[name]]"),
        ("[[name]]\ncolour = 1", "colour"),
        ('[[name]]\ntype = "person"', "name is missing"),
        ('[[name]]\nname = "A"\ntype = "thing"', "line 2: type is one of"),
        ('[[name]]\nname = "A"\ntype = "person"\nforms = "B"', "forms takes a list"),
        (FSA + '[[name]]\nname = "Other"\ntype = "person"\nforms = ["FSA"]', "line 8: “FSA”"),
        (
            FSA + '[[name]]\nname = "FSA"\ntype = "person"\nforms = ["Free Syrian Army"]',
            "is listed",
        ),
        (FSA + FSA, "2 entries"),
        (FSA + '[[split]]\nform = "FSA"', "is listed under"),
        ("not_a_name = [1]", "list of texts"),
        ("[[split]]", "form is missing"),
    ],
)
def test_a_file_that_is_wrong_says_where(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(BadFile) as raised:
        written(tmp_path, text)
    assert "aliases.toml" in str(raised.value)
    assert why in str(raised.value)


def test_the_readers_own_win_over_the_starters(tmp_path: Path) -> None:
    own = written(tmp_path, '[[name]]\nname = "Isis"\ntype = "other"\nforms = ["ISIS"]\n')
    assert own.by_form["ISIS"].name == "Isis"
    assert own.by_form["ISIL"].name == "Islamic State"
    assert own.by_form["UN"].name == "United Nations"


NAMES: list[tuple[str, EntityType]] = [
    ("Barack Obama", "person"), ("Obama", "person"), ("ISIL", "group"), ("State", "organisation"),
]  # fmt: skip
TEXT = "Barack Obama came. Obama fought ISIL and the FSA for the State."


def extracted() -> Extracted:
    at = 0
    entities = []
    for name, type in NAMES:
        start = TEXT.index(name, at)
        at = start + len(name)
        entities.append(Entity(start, at, name, type))
    passage = Passage("d#1", "d", 1, "k", 0, "", "", TEXT, tuple(entities))
    return Extracted(Document("d", "D"), (passage,), spelled((passage,), "D"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["Barack Obama", "Barack Obama", "Islamic State", "State"]),
        (FSA, ["Barack Obama", "Barack Obama", "Islamic State", "Free Syrian Army", "State"]),
        ('[[split]]\nform = "Obama"', ["Barack Obama", "Obama", "Islamic State", "State"]),
        ('not_a_name = ["State", "ISIL"]', ["Barack Obama", "Barack Obama"]),
        ('[[name]]\nname = "Obama"\ntype = "event"',
         ["Barack Obama", "Obama", "Islamic State", "State"]),
        ('[[name]]\nname = "B. H. Obama"\ntype = "person"\nforms = ["Barack Obama"]',
         ["B. H. Obama", "B. H. Obama", "Islamic State", "State"]),
    ],
)  # fmt: skip
def test_aliases_are_applied_last(tmp_path: Path, text: str, expected: list[str]) -> None:
    naming = Naming(written(tmp_path, text))
    given = extracted()
    naming.read(given.document.id, given.spelled)
    (passage,) = naming.applied("d", given.passages)
    assert [entity.name for entity in passage.entities()] == expected
    forms = {name.name: name.forms for name in naming.table()}
    assert all(form.reason for name in forms for form in forms[name] if form.form != name)


def test_the_index_holds_them_and_its_fingerprint_too(tmp_path: Path) -> None:
    place = tmp_path / "seeds"
    place.mkdir()
    (place / "a.txt").write_text("Then ISIL came.\nAnd FSA left.\n")
    own = tmp_path / "aliases.toml"
    settings = Settings(model="", workers=1, aliases=own, dates=tmp_path / "dates.toml")
    build([place], tmp_path / "index", settings)
    own.write_text(FSA)
    assert not is_current([place], tmp_path / "index", settings)
    build([place], tmp_path / "index", settings)
    engine = Generations(tmp_path / "index", "whoosh").open()
    names = [[e.name for e in passage.entities()] for passage in engine.passages("a", 1, 2, NEVER)]
    assert names == [["Islamic State"], ["Free Syrian Army"]]
    own.write_text("[[name]")
    options = [str(place), "--index", str(tmp_path / "index"), "--model", "", "--aliases", str(own)]
    run = CliRunner().invoke(index_command, options)
    assert (run.exit_code, "line 1" in run.output) == (1, True)
    assert Generations(tmp_path / "index", "whoosh").open().manifest == engine.manifest


def test_check_says_what_would_change(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Then ISIL came.\nAnd FSA left.\n")
    (tmp_path / "aliases.toml").write_text('not_a_name = ["ISIL"]\n' + FSA)
    options = ["check", str(tmp_path / "a.txt"), "--aliases", str(tmp_path / "aliases.toml")]
    run = CliRunner().invoke(aliases_command, [*options, "--model", ""])
    assert run.exit_code == 0
    assert "no name → Free Syrian Army (organisation), 1 times" in run.output
    assert "Islamic State (organisation) → no name, 1 times" in run.output
