"""A damaged copy of an index answers as the whole one does, or says what is damaged; never else."""

import os
import shutil
import time
from contextlib import closing
from pathlib import Path

import pytest

from bench.faults_index import Whole, damaged, everything, whole
from loccit.engines import blocks, in_service, sealing
from loccit.engines.deadline import NEVER
from loccit.engines.errors import IndexDamaged
from loccit.engines.generations import Generations, InService
from loccit.engines.whoosh import layout
from loccit.indexer.build import build
from loccit.indexer.settings import Settings
from loccit.web.app import create_app

SOUND = {"all is right", "an error with the fix", "the newest whole one, and told"}


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    return whole(tmp_path_factory.mktemp("whole") / "whole")


@pytest.fixture
def index(known: Whole, tmp_path: Path) -> Path:
    """A copy to damage."""
    shutil.copytree(known.place / "index", tmp_path / "index")
    return tmp_path / "index"


def now(index: Path) -> Path:
    return index / (Generations(index).current() or "")


def flip(path: Path, at: int = -100) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


@pytest.fixture(params=["at opening", "block by block"])
def verified(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """As small indexes are, and as large ones."""
    if request.param == "block by block":
        monkeypatch.setattr(sealing, "READ_WHOLE", 0)


@pytest.mark.parametrize("alone", [False, True])
@pytest.mark.usefixtures("verified")
def test_a_damaged_copy_is_right_or_says_so(known: Whole, tmp_path: Path, alone: bool) -> None:
    for how, name, what in damaged(known, 10, tmp_path, 1812, alone):
        assert what in SOUND, (how, name)


@pytest.mark.slow
@pytest.mark.parametrize("alone", [False, True])
@pytest.mark.usefixtures("verified")
def test_many_damaged_copies_are_right_or_say_so(known: Whole, tmp_path: Path, alone: bool) -> None:
    for how, name, what in damaged(known, 125, tmp_path, 48, alone):
        assert what in SOUND, (how, name)


def test_each_bit_of_a_small_file_is_looked_at(known: Whole, index: Path) -> None:
    for name in ("former.jsonl", "documents.jsonl", "manifest.json", "blocks.sha256"):
        path = now(index) / name
        content = path.read_bytes()
        for at in range(0, len(content), max(1, len(content) // 12)):
            flip(path, at)
            served = Generations(index).serve()
            assert name in str(served.damage), at
            served.engine.close()
            path.write_bytes(content)
    with closing(Generations(index).open()) as engine:
        assert everything(engine) == known.now


def test_the_generation_before_is_served_and_the_date_of_it_told(known: Whole, index: Path) -> None:
    flip(now(index) / "documents.jsonl")
    served = Generations(index).serve()
    with closing(served.engine) as engine:
        assert everything(engine) == known.before
        assert engine.manifest.built[:10] in served.notice
    assert "documents.jsonl" in str(served.damage)
    assert "loccit index" in str(served.damage)


def test_a_damaged_generation_is_not_what_a_build_keeps_as_the_one_before(index: Path) -> None:
    generations = Generations(index)
    damaged_one, whole_one = now(index).name, min(each.name for each in index.glob("gen-*"))
    flip(index / damaged_one / "documents.jsonl")
    with generations.writing():
        writer = generations.begin(base=whole_one)
        with closing(generations.serve().engine) as engine:
            manifest = engine.manifest
        writer.finish(
            type(manifest)(
                manifest.engine, writer.generation, manifest.documents, manifest.passages,
                manifest.built, manifest.fingerprint,
            )
        )  # fmt: skip
        generations.publish(writer.generation)
    assert sorted(each.name for each in index.glob("gen-*")) == [whole_one, writer.generation]


def test_what_was_never_published_is_not_served(index: Path) -> None:
    """A build that died before it put its generation into service left it behind."""
    later = "gen-99991231T235959-0001"
    shutil.copytree(now(index), index / later)
    flip(now(index) / "documents.jsonl")
    served = Generations(index).serve()
    assert served.engine.manifest.generation < now(index).name
    served.engine.close()


def look_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(in_service, "_EVERY", 0.0)


DAMAGED = (layout.SEGMENT_FILE, "columns.npz", "documents.jsonl", "former.jsonl", "manifest.json")


@pytest.mark.parametrize("name", DAMAGED)
def test_the_running_server_notices(
    index: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    look_at_once(monkeypatch)
    app = create_app(index)
    app.testing = True
    with app.test_client() as client:
        before = client.get("/search?q=raid")
        assert "The newest index is damaged" not in before.text
        flip(now(index) / name)
        for address in ("/", "/search?q=raid", "/help", "/documents", "/api/", "/nowhere"):
            assert "The newest index is damaged. This is the index of" in client.get(address).text
        old = {"If-None-Match": before.headers["ETag"]}
        assert client.get("/search?q=raid", headers=old).status_code == 200
        health = client.get("/healthz")
        assert (health.status_code, health.json and health.json["status"]) == (200, "damaged")
        flip(now(index) / name)
        assert "The newest index is damaged" not in client.get("/search?q=raid").text
    app.extensions["loccit"].engine().close()


def test_without_a_whole_generation_every_page_says_what_to_do(
    index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_at_once(monkeypatch)
    for folder in index.glob("gen-*"):
        flip(folder / layout.SEGMENT_FILE)
    app = create_app(index)
    app.testing = True
    with app.test_client() as client:
        for address in ("/", "/search?q=raid", "/documents", "/api/search?q=raid"):
            answer = client.get(address)
            assert answer.status_code == 503
            assert layout.SEGMENT_FILE in answer.text
            assert "Rebuild it with" in answer.text
            assert answer.headers["Retry-After"]


def test_damage_that_is_met_while_answering_is_answered_from_the_generation_before(
    known: Whole, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bad block of a large index: it opens, and only what is read of it tells."""
    for module in (blocks, sealing):
        monkeypatch.setattr(module, "BLOCK", 1024)
    for _ in range(2):
        build([known.place / "seeds"], index, Settings(model="", workers=1))
    monkeypatch.setattr(sealing, "READ_WHOLE", 0)
    monkeypatch.setattr(InService, "_read_through", lambda *_: None)
    for at in range(2048, 9000, 500):
        flip(now(index) / layout.SEGMENT_FILE, at)
    Generations(index).open().close()
    app = create_app(index)
    app.testing = True
    with app.test_client() as client:
        answer = client.get("/search?q=raid")
        assert answer.status_code == 200
        assert "The newest index is damaged" in answer.text
        assert "ETag" not in answer.headers
        assert "The newest index is damaged" in client.get("/").text
    app.extensions["loccit"].engine().close()


def test_a_large_index_is_read_through_in_the_background(
    known: Whole, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "READ_WHOLE", 0)
    flip(now(index) / "former.jsonl")
    served = InService(Generations(index))
    until = time.monotonic() + 10
    while served.served().damage is None:
        assert time.monotonic() < until
        time.sleep(0.01)
    with closing(served.engine()) as engine:
        assert everything(engine) == known.before


def test_a_file_cut_short_under_a_reader_is_an_error(index: Path) -> None:
    with closing(Generations(index).open()) as engine:
        os.truncate(now(index) / layout.SEGMENT_FILE, 10)
        document = next(iter(engine.documents()))
        with pytest.raises(IndexDamaged, match="cut short"):
            engine.passages(document.id, 1, 5, NEVER)
