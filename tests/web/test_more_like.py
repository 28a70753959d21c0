"""Passages like one, and results grouped by document: by links on the pages."""

import pytest
from flask.testing import FlaskClient

from tests.web.reading import all_of, attribute, hrefs, links, passages, texts, total


def test_a_passage_leads_to_those_like_it(client: FlaskClient) -> None:
    (link,) = hrefs(client.get("/passages/many/3").text, ".more-like a")
    page = client.get(link).text
    assert total(page) > 0
    assert not any(each.startswith("/passages/many/3~") for each in passages(page))
    assert "like the passage" in " ".join(texts(page, ".interpretation"))


def test_each_result_leads_to_those_like_it(client: FlaskClient) -> None:
    page = client.get("/search?q=raid").text
    leads = hrefs(page, "li.passage .more-like a")
    assert len(set(leads)) == len(passages(page)) == 10
    assert all(total(client.get(link).text) for link in leads)


def grouping(page: str) -> dict[str, str]:
    """The ways to group, and where each leads; the one in use with a star."""
    return {
        each.text() + ("*" if attribute(each, "aria-current") else ""): attribute(each, "href")
        for each in all_of(page, 'nav[aria-label="Group the passages"] a')
    }


def test_results_are_grouped_by_a_link_and_keep_so(client: FlaskClient) -> None:
    ways = grouping(client.get("/search?q=raid").text)
    assert list(ways) == ["Mixed documents*", "All passages", "One a document"]
    page = client.get(ways["One a document"]).text
    assert len(passages(page)) == 2
    assert list(grouping(page)) == ["Mixed documents", "All passages", "One a document*"]
    (oldest,) = [link for link in links(page) if "sort=oldest" in link and "index=" not in link
                 and link.startswith("/search?q=raid&")]  # fmt: skip
    by_date = client.get(oldest).text
    assert len(passages(by_date)) == 2
    assert list(grouping(by_date)) == ["All passages", "One a document*"]
    every = grouping(by_date)["All passages"]
    assert list(grouping(client.get(every).text)) == ["All passages*", "One a document"]
    assert "sort=oldest" in every


@pytest.mark.parametrize("sort", ["oldest", "newest", "added"])
def test_in_an_order_of_dates_nothing_is_mixed(client: FlaskClient, sort: str) -> None:
    ways = grouping(client.get(f"/search?q=raid&sort={sort}").text)
    assert list(ways) == ["All passages*", "One a document"]
    permanent = client.get(f"/search?q=raid&sort={sort}&group=document").text
    assert any("group=document" in link and "index=" in link for link in links(permanent))
