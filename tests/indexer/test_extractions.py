"""Extractions kept from build to build."""

from pathlib import Path

import pytest

from loccit import engines
from loccit.indexer.build import build, is_current
from loccit.indexer.extract import Extracted, extract_all
from loccit.indexer.extractions import FILE
from loccit.indexer.progress import Silent
from loccit.indexer.settings import Settings
from loccit.indexer.spelled import Spelled, spelled_from_json, spelled_to_json
from loccit.mentions.names.merge import Merge


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The documents that are really extracted, as builds go on."""
    seen: list[str] = []

    def counting(loaded, own, model, workers):  # type: ignore[no-untyped-def]
        for extracted in extract_all(loaded, own, model, workers):
            if isinstance(extracted, Extracted):
                seen.append(extracted.document.id)
            yield extracted

    monkeypatch.setattr("loccit.indexer.collecting.extract_all", counting)
    return seen


def test_only_what_changed_is_extracted_again(tmp_path: Path, counted: list[str]) -> None:
    place, index = tmp_path / "seeds", tmp_path / "index"
    place.mkdir()
    settings = Settings(model="", workers=1, dates=tmp_path / "d", aliases=tmp_path / "a")
    for name in "ab":
        (place / f"{name}.txt").write_text(f"On 6 May 2012, {name} came.[1]\n")
    first = build([place], index, settings).manifest
    assert counted == ["a", "b"]
    second = build([place], index, settings).manifest
    assert counted == ["a", "b"]
    assert (second.counts, second.fingerprint) == (first.counts, first.fingerprint)
    (place / "a.txt").write_text("Changed.[2]\n")
    (place / "b.txt").unlink()
    (place / "c.txt").write_text("New.[3]\n")
    build([place], index, settings)
    assert counted == ["a", "b", "a", "c"]


def test_a_damaged_file_is_made_again(tmp_path: Path, counted: list[str]) -> None:
    place, index = tmp_path / "seeds", tmp_path / "index"
    place.mkdir()
    (place / "a.txt").write_text("It came.[1]\n")
    settings = Settings(model="", workers=1)
    build([place], index, settings)
    (index / FILE).write_bytes(b"not a database" * 1000)
    build([place], index, settings)
    assert counted == ["a", "a"]


def test_it_does_not_matter_how_the_folder_is_typed(
    tmp_path: Path, counted: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    place, index = tmp_path / "seeds", tmp_path / "index"
    place.mkdir()
    (place / "a.txt").write_text("It came.[1]\n")
    settings = Settings(model="", workers=1)
    monkeypatch.chdir(tmp_path)
    paths = []
    for typed in (Path("seeds"), place, Path("./seeds/../seeds")):
        build([typed], index, settings)
        opened = engines.store(index).open()
        paths += [document.path for document in opened.documents()]
        opened.close()
    assert counted == ["a"]
    assert paths == ["seeds/a.txt", str(place / "a.txt"), "seeds/../seeds/a.txt"]


class Meanwhile(Silent):
    """Changes a file when the first document is done."""

    def __init__(self, path: Path, text: str) -> None:
        self.path, self.text = path, text

    def done(self, document: str, passages: int) -> None:
        self.path.write_text(self.text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("seeds/a.txt", "It went.[2]\n"),
        ("seeds/a.toml", "title = 'Another'"),
        ("dates.toml", '[[correction]]\ndocument = "a"\nwords = "May"\nvalue = "2012-05"\n'),
        ("aliases.toml", '[[name]]\nname = "Another"\ntype = "place"\n'),
    ],
)
def test_what_changes_during_a_build_is_not_taken_for_built(
    tmp_path: Path, name: str, text: str
) -> None:
    place, index = tmp_path / "seeds", tmp_path / "index"
    place.mkdir()
    (place / "a.txt").write_text("In May it came.[1]\n")
    settings = Settings(
        model="", workers=1, dates=tmp_path / "dates.toml", aliases=tmp_path / "aliases.toml"
    )
    build([place], index, settings, Meanwhile(tmp_path / name, text))
    assert not is_current([place], index, settings)
    build([place], index, settings)
    assert is_current([place], index, settings)


def test_each_document_is_kept_as_soon_as_it_is_done(tmp_path: Path, counted: list[str]) -> None:
    place, index = tmp_path / "seeds", tmp_path / "index"
    place.mkdir()
    for name in "abc":
        (place / f"{name}.txt").write_text(f"{name} came.[1]\n")
    settings = Settings(model="", workers=1)

    class Interrupting(Silent):
        def done(self, document: str, passages: int) -> None:
            if document == "b":
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build([place], index, settings, Interrupting())
    build([place], index, settings)
    assert counted == ["a", "b", "c"]


def test_names_come_back_as_they_were_spelled() -> None:
    names = Spelled({("NATO", "organisation"): 2}, {("FSA", "organisation"): Merge("Free", "why")})
    assert spelled_from_json(spelled_to_json(names)) == names
