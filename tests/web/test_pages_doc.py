"""docs/pages.md names every page that there is, and no other."""

import re
from pathlib import Path

from flask.testing import FlaskClient

from loccit.engines import field_table

DOC = (Path(__file__).parents[2] / "docs" / "pages.md").read_text(encoding="utf-8")


def first(path: str) -> str:
    """What an address begins with: `/passages` of `/passages/<path:document>/<place>`."""
    return "/" + path.lstrip("/").partition("/")[0].partition("?")[0]


def test_the_pages_are_those_of_the_docs(client: FlaskClient) -> None:
    table = DOC.split("| Address |")[1].split("\n\n")[0]
    cells = [line.split("|")[1] for line in table.splitlines()[2:]]
    told = {first(form) for cell in cells for form in re.findall(r"`(/[^`]*)`", cell)}
    rules = client.application.url_map.iter_rules()
    assert told == {first(rule.rule) for rule in rules if rule.endpoint.startswith("pages.")}


def test_the_facets_are_those_of_the_docs(client: FlaskClient) -> None:
    row = next(line for line in DOC.splitlines() if line.startswith("| `/facets/"))
    told = re.findall(r"`(\w+)`", row)
    assert set(told) == {row.name for row in field_table.offered()} - {"cites", "cite"}
    for field in told:
        assert client.get(f"/facets/{field}").status_code == 200
