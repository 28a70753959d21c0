"""A site over a real index on disk, made from hard text."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from loccit.engines.generations import InService
from loccit.indexer.build import build
from loccit.indexer.settings import Settings
from loccit.web.app import create_app

PLAIN = Settings(model="", workers=1)
HARD = (
    "[1] A <b>raid</b> on 6 May 2012 & \"more\" 'quotes'.[2][note 3]\n"
    f"On 7 May the raid went on \u202eover\u202c there, {'w' * 200} it said.[12, 14–16]\n"
    "No citation stands here; the raid ended on 3 June 2013.\n"
)


def seeds(place: Path, **texts: str) -> Path:
    place.mkdir(exist_ok=True)
    for name, text in texts.items():
        (place / f"{name}.txt").write_text(text, encoding="utf-8")
    return place


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("site")
    many = "\n".join(f"Passage {n} speaks of the raid of {n} May 2014.[{n}]" for n in range(1, 31))
    folder = seeds(place / "seeds", hard=HARD, many=many)
    (folder / "hard.toml").write_text(
        'title = "<script>alert(1)</script>"\nsource = "javascript:alert(1)"\nlicence = "CC0"\n'
    )
    (folder / "many.toml").write_text(
        'source = "https://example.org/many"\nlicence = "CC BY 4.0"\n'
    )
    build([folder], place / "index", PLAIN)
    return place / "index"


@pytest.fixture
def client(index: Path) -> Iterator[FlaskClient]:
    app = create_app(index)
    app.testing = True
    with app.test_client() as client:
        yield client
    in_service: InService = app.extensions["loccit"]
    in_service.engine().close()
