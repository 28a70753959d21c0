"""Original files: offered only where that is said, from the seeds alone, and harmless."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from loccit.engines.generations import InService
from loccit.indexer.build import build
from loccit.web.app import create_app
from tests.web.conftest import PLAIN, seeds
from tests.web.reading import hrefs


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("originals")
    folder = seeds(place / "seeds", war="The town fell on 6 May 2012.[1] It rose again.\n")
    (folder / "war.toml").write_text('title = "The war"\n')
    build([folder], place / "index", PLAIN)
    (place / "elsewhere").mkdir()
    return place


@contextmanager
def visitor(place: Path, folder: str | None) -> Iterator[FlaskClient]:
    app = create_app(place / "index", seeds=place / folder if folder else None)
    with app.test_client() as client:
        yield client
    in_service: InService = app.extensions["loccit"]
    in_service.engine().close()


def test_a_document_leads_to_its_file(place: Path) -> None:
    with visitor(place, "seeds") as client:
        assert "/originals/war" in hrefs(client.get("/documents/war").text, "main a")
        assert "/originals/war" in hrefs(client.get("/passages/war/1").text, "main a")
        with client.get("/originals/war") as answer:
            assert answer.status_code == 200
            assert answer.data == (place / "seeds/war.txt").read_bytes()
        assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
        assert answer.headers["Content-Security-Policy"].startswith("sandbox;")
        assert answer.headers["Content-Disposition"] == "inline; filename=war.txt"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("folder", [None, "elsewhere"])
def test_no_file_is_offered_otherwise(place: Path, folder: str | None) -> None:
    with visitor(place, folder) as client:
        assert "/originals/war" not in hrefs(client.get("/documents/war").text, "main a")
        assert client.get("/originals/war").status_code == 404


@pytest.mark.parametrize("asked", ["none", "../seeds/war", "war.txt", "..%2fseeds%2fwar.toml"])
def test_only_documents_have_files(place: Path, asked: str) -> None:
    with visitor(place, "seeds") as client:
        assert client.get(f"/originals/{asked}").status_code == 404


def test_a_file_that_became_a_link_out_of_the_seeds_is_not_offered(place: Path) -> None:
    file = place / "seeds/war.txt"
    kept = file.read_bytes()
    secret = place / "secret.txt"
    secret.write_text("secret")
    file.unlink()
    file.symlink_to(secret)
    try:
        with visitor(place, "seeds") as client:
            assert client.get("/originals/war").status_code == 404
    finally:
        file.unlink()
        file.write_bytes(kept)
