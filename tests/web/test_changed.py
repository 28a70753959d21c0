"""A permanent address whose text has changed, over real builds one after another."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from loccit.engines.generations import InService
from loccit.indexer.build import build
from loccit.web.app import create_app
from tests.web.conftest import PLAIN, seeds
from tests.web.reading import all_of, attribute, hrefs, texts, words

FIRST = "The rebels took the old town on 6 May.\nAn envoy was received in Madrid.\nThey left.\n"
SECOND = (
    "A census was held.\nThe rebels took the new town on 7 May 2012.\nThey left.\n"
    "Prices rose by a third.\n"
)


class Site:
    """A folder of seeds, built as often as a test says, and a visitor."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._app = create_app(place / "index")
        self.visitor: FlaskClient = self._app.test_client()

    def built(self, **held: str) -> None:
        for path in (self._place / "seeds").glob("*.txt"):
            path.unlink()
        build([seeds(self._place / "seeds", **held)], self._place / "index", PLAIN)

    def address(self, number: int) -> str:
        page = self.visitor.get(f"/passages/war/{number}").text
        (link,) = hrefs(page, 'link[rel="canonical"]')
        return link

    def close(self) -> None:
        in_service: InService = self._app.extensions["loccit"]
        in_service.engine().close()


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    made = Site(tmp_path)
    made.built(war=FIRST)
    yield made
    made.close()


def edits(page: str) -> list[tuple[str, str]]:
    """What was left out and put in, as marked in the text."""
    marked = all_of(page, ".changed blockquote del, .changed blockquote ins")
    return [(each.tag or "", re.sub(r"\[[a-z ]+\]", "", words(each)).strip()) for each in marked]


def test_a_changed_text_leads_to_the_passage_most_like_it(site: Site) -> None:
    address = site.address(1)
    site.built(war=SECOND)
    page = site.visitor.get(address).text
    assert texts(page, ".crumbs span")[0].startswith("Passage 2 of 4")
    assert edits(page) == [
        ("del", "old"),
        ("ins", "new"),
        ("del", "6 May."),
        ("ins", "7 May 2012."),
    ]
    (now,) = hrefs(page, ".changed > p:last-child a")
    assert hrefs(page, 'link[rel="canonical"]') == [now]
    assert not all_of(site.visitor.get(now).text, ".changed")


def test_it_still_does_after_further_builds(site: Site) -> None:
    address = site.address(1)
    site.built(war=SECOND)
    site.built(war=SECOND, peace="It came.\n")
    site.built(war=SECOND.replace("new", "whole"))
    assert ("ins", "whole") in edits(site.visitor.get(address).text)
    site.built(war=FIRST)
    assert not all_of(site.visitor.get(address).text, ".changed")


def test_a_program_is_told(site: Site) -> None:
    address = site.address(1)
    site.built(war=SECOND)
    told = site.visitor.get(f"/api{address}").get_json()
    assert (told["is_changed"], told["former"]) == (True, FIRST.split("\n")[0])
    assert told["passage"]["number"] == 2
    unknown = site.visitor.get("/api/passages/war/3~00000000").get_json()
    assert (unknown["is_changed"], unknown["former"]) == (True, None)
    same = site.visitor.get(f"/api{site.address(2)}").get_json()
    assert (same["is_changed"], same["former"]) == (False, None)


def test_a_text_that_nothing_is_like_is_shown_as_it_was(site: Site) -> None:
    address = site.address(2)
    site.built(war=SECOND)
    page = site.visitor.get(address).text
    assert "no passage is like it" in texts(page, ".changed")[0]
    assert edits(page) == [("del", "An envoy was received in Madrid.")]
    assert texts(page, ".crumbs span")[0].startswith("Passage 2 of 4")


@pytest.mark.parametrize(
    ("place", "shown", "said"),
    [
        ("2~00000000", 2, "which has that number now"),
        ("99~00000000", 3, "the nearest to it"),
        ("2~nonsense", 2, "which has that number now"),
        ("0~00000000", 1, "the nearest to it"),
    ],
)
def test_an_unknown_text_leads_to_its_number(site: Site, place: str, shown: int, said: str) -> None:
    page = site.visitor.get(f"/passages/war/{place}").text
    assert texts(page, ".crumbs span")[0].startswith(f"Passage {shown} of 3")
    assert "what it was is not known" in texts(page, ".changed")[0]
    assert said in texts(page, ".changed")[0]


@pytest.mark.parametrize("place", ["99", "x~00000000", "-1~00000000", "9999999999~00000000"])
def test_no_address_is_not_there(site: Site, place: str) -> None:
    assert site.visitor.get(f"/passages/war/{place}").status_code == 404
    assert site.visitor.get(f"/passages/none/{place}").status_code == 404


def test_what_changed_is_told_without_colour_and_is_inert(site: Site) -> None:
    site.built(war="The <b>old</b> town fell on 6 May.\n")
    address = site.address(1)
    site.built(war="The <i>new</i> town fell on 6 May.\n")
    page = site.visitor.get(address).text
    assert edits(page) == [("del", "<b>old</b>"), ("ins", "<i>new</i>")]
    assert not all_of(page, "main b, main i")
    assert [words(each) for each in all_of(page, ".changed blockquote del .visually-hidden")] == [
        "[left out]", "[end]",
    ]  # fmt: skip


def test_a_removed_document_takes_its_former_texts_along(site: Site) -> None:
    address = site.address(1)
    site.built(war=SECOND)
    site.built(peace="It came.\n")
    assert site.visitor.get(address).status_code == 404
    site.built(war=SECOND)
    assert "what it was is not known" in texts(site.visitor.get(address).text, ".changed")[0]


def test_former_texts_are_limited(site: Site) -> None:
    addresses = []
    for n in range(25):
        site.built(war=f"Number {n} was here with its very own words.\nThey left.\n")
        addresses.append(site.address(1))
    known = ["not known" not in site.visitor.get(each).text for each in addresses]
    assert known == [False] * 4 + [True] * 21


def test_a_very_long_text_is_not_compared_word_by_word(site: Site) -> None:
    long = " ".join(f"word{n}" for n in range(4000))
    site.built(war=f"{long} end.\n")
    address = site.address(1)
    site.built(war=f"{long} another end.\n")
    page = site.visitor.get(address).text
    assert "too long to be compared" in page
    assert not edits(page)
    assert attribute(all_of(page, ".changed")[0], "aria-labelledby")
