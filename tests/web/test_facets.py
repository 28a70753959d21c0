"""Narrowing by facets and dates: each count is what following its link finds."""

import html
import re

import pytest
from flask.testing import FlaskClient

from tests.web.test_site import links, total


def values(page: str) -> dict[str, tuple[str, int]]:
    """Each value of the facets with where it leads and its count."""
    chosen = ' <span class="visually-hidden">chosen, remove</span><span aria-hidden="true">×</span>'
    found = re.findall(
        r'<li><a href="([^"]+)"(?: aria-current="true")?><span class="facet-name">([^<]+)'
        rf'(?:{chosen})?</span> <span class="count">([\d,]+)',
        page,
    )
    return {html.unescape(name): (html.unescape(link), int(n)) for link, name, n in found}


def test_two_values_of_a_facet_are_alternatives(client: FlaskClient) -> None:
    first = values(client.get("/search?q=raid").text)
    one = values(client.get(first["Many"][0]).text)
    both = client.get(one["<script>alert(1)</script>"][0]).text
    assert total(both) == first["Many"][1] + first["<script>alert(1)</script>"][1]
    assert both.count('aria-current="true"><span class="facet-name"') == 2


def test_numbers_of_several_documents_name_them(client: FlaskClient) -> None:
    found = values(client.get("/facets/cited?q=raid").text)
    link, count = found["[1] Many"]
    one = client.get(link).text
    assert (total(one), count) == (1, 1)
    assert one.count('class="cite cite-hit"') == 1
    assert "[1] <script>alert(1)</script>" in found
    in_one = client.get("/search?q=raid+doc:many").text
    assert 'aria-label="One citation"' in in_one


def test_how_well_sourced_counts_what_it_finds(client: FlaskClient) -> None:
    found = values(client.get("/search?q=raid").text)
    for label in ("Uncited", "One citation", "Two or more"):
        link, count = found[label]
        assert total(client.get(link).text) == count > 0


def test_a_page_has_all_the_values(client: FlaskClient) -> None:
    page = client.get("/facets/cited?q=raid").text
    assert "36 values" in page
    assert len(values(page)) == 36
    filtered = values(client.get("/facets/cited?q=raid&containing=[3").text)
    assert {"[3] Many", "[30] Many"} == set(filtered)
    for link, count in filtered.values():
        assert total(client.get(link).text) == count
    assert "No value contains this text" in client.get("/facets/cited?containing=zzz").text


@pytest.mark.parametrize(
    "query", ["?page=99", "?page=x", "?q=%00&containing=%ff", "?q=" + "(" * 99]
)
def test_any_request_for_values_is_answered(client: FlaskClient, query: str) -> None:
    assert client.get(f"/facets/place{query}").status_code == 200


def test_an_unknown_facet_is_not_there(client: FlaskClient) -> None:
    assert client.get("/facets/when").status_code == 404


def test_the_form_holds_the_dates_that_were_asked_for(client: FlaskClient) -> None:
    page = client.get("/search?q=raid+2012..2014-06").text
    assert 'name="from" value="2012"' in page
    assert 'name="to" value="2014-06"' in page


def test_drilling_narrows_to_what_the_label_counts(client: FlaskClient) -> None:
    page = client.get("/search?q=raid").text
    label = r'<a href="([^"]+)"><span class="visually-hidden">{}</span>.*?<span class="count">(\d+)'
    for step in ("2014", "May 2014", "6 May 2014"):
        found = re.search(label.format(step), page)
        assert found, step
        page = client.get(html.unescape(found[1])).text
        assert total(page) == int(found[2])
    assert any(link == "/search?q=raid" for link in links(page))
