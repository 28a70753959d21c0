"""Narrowing by facets and dates: each count is what following its link finds."""

import pytest
from flask.testing import FlaskClient

from tests.web.reading import all_of, attribute, links, number, texts, total, values, words


def test_two_values_of_a_facet_are_alternatives(client: FlaskClient) -> None:
    first = values(client.get("/search?q=raid").text)
    one = values(client.get(first["Many"].link).text)
    both = client.get(one["<script>alert(1)</script>"].link).text
    assert total(both) == first["Many"].count + first["<script>alert(1)</script>"].count
    assert sum(value.chosen for value in values(both).values()) == 2


def test_numbers_of_several_documents_name_them(client: FlaskClient) -> None:
    shown = values(client.get("/facets/cited?q=raid").text)
    one = client.get(shown["[1] Many"].link).text
    assert (total(one), shown["[1] Many"].count) == (1, 1)
    assert len(all_of(one, "a.cite.cite-hit")) == 1
    assert "[1] <script>alert(1)</script>" in shown
    in_one = client.get("/search?q=raid+doc:many").text
    assert all_of(in_one, '[aria-label="One citation"]')


def test_how_well_sourced_counts_what_it_finds(client: FlaskClient) -> None:
    shown = values(client.get("/search?q=raid").text)
    for label in ("Uncited", "One citation", "Two or more"):
        assert total(client.get(shown[label].link).text) == shown[label].count > 0


def test_a_page_has_all_the_values(client: FlaskClient) -> None:
    page = client.get("/facets/cited?q=raid").text
    assert any("37 values" in text for text in texts(page, "main p"))
    assert len(values(page)) == 37
    filtered = values(client.get("/facets/cited?q=raid&containing=[3").text)
    assert {"[3] Many", "[30] Many"} == set(filtered)
    for value in filtered.values():
        assert total(client.get(value.link).text) == value.count
    nothing = client.get("/facets/cited?containing=zzz").text
    assert any("No value contains this text" in text for text in texts(nothing, "main p"))


@pytest.mark.parametrize(
    "query", ["?page=99", "?page=x", "?q=%00&containing=%ff", "?q=" + "(" * 99]
)
def test_any_request_for_values_is_answered(client: FlaskClient, query: str) -> None:
    assert client.get(f"/facets/place{query}").status_code == 200


def test_an_unknown_facet_is_not_there(client: FlaskClient) -> None:
    assert client.get("/facets/when").status_code == 404


def test_the_form_holds_the_dates_that_were_asked_for(client: FlaskClient) -> None:
    page = client.get("/search?q=raid+2012..2014-06").text
    for name, asked in (("from", "2012"), ("to", "2014-06")):
        (box,) = all_of(page, f'input[name="{name}"]')
        assert attribute(box, "value") == asked


def test_drilling_narrows_to_what_the_label_counts(client: FlaskClient) -> None:
    page = client.get("/search?q=raid").text
    for step in ("2014", "May 2014", "6 May 2014"):
        (label,) = [
            link
            for link in all_of(page, "a")
            if [words(each) for each in link.css(".visually-hidden")] == [step]
        ]
        page = client.get(attribute(label, "href")).text
        assert total(page) == number(words(label.css(".count")[0]))
    assert any(link == "/search?q=raid" for link in links(page))
