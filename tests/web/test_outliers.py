"""A timeline with a few dates far off: what is drawn, what is counted at its ends."""

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from loccit.engines.generations import InService
from loccit.indexer.build import build
from loccit.web.app import create_app
from tests.web.conftest import PLAIN, seeds
from tests.web.reading import hrefs, number, texts, total

NEAR = "".join(f"A council met in {1900 + n % 60} for the {n}th time.\n" for n in range(200))
FAR = "A wall was built in 4000 BC.\nA king was crowned in 2300 BC.\nA comet is due in 2095.\n"


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    place = tmp_path_factory.mktemp("outliers")
    build([seeds(place / "seeds", near=NEAR, far=FAR)], place / "index", PLAIN)
    app = create_app(place / "index")
    with app.test_client() as client:
        yield client
    in_service: InService = app.extensions["loccit"]
    in_service.engine().close()


@pytest.mark.parametrize("address", ["/", "/search?q=date:..", "/search?q=a"])
def test_the_ends_count_what_their_links_find(visitor: FlaskClient, address: str) -> None:
    page = visitor.get(address).text
    if address != "/search?q=date:..":
        assert texts(page, ".timeline-ends a") == ["← 2 earlier", "1 later →"]
        assert len(texts(page, ".timeline-years li")) == 6
    for link, label in zip(
        hrefs(page, ".timeline-ends a"), texts(page, ".timeline-ends a"), strict=True
    ):
        assert total(visitor.get(link).text) == number(label.removeprefix("← "))


def test_labels_are_few_where_all_is_far_off(visitor: FlaskClient) -> None:
    labels = texts(visitor.get("/search?q=wall+OR+king+OR+comet").text, ".timeline-years li a")
    assert len(labels) == 3
    assert all("mill" in label for label in labels)
