"""Who asks for too much at once is told so: in a sentence on pages, in the API's shape there."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from schemathesis.checks import not_a_server_error
from schemathesis.openapi import from_wsgi

from loccit.web.app import create_app
from loccit.web.serving.lanes import REFUSED, Refusal

CODES: dict[Refusal, int] = {"client": 429, "site": 503}
SENTENCES: dict[Refusal, str] = {
    "client": "So many of your requests are waiting already",
    "site": "More is being asked for than can be answered just now",
}


@pytest.mark.parametrize("why", ["client", "site"])
def test_a_page_says_so_and_when_to_ask_again(client: FlaskClient, why: Refusal) -> None:
    answer = client.get("/search?q=raid", environ_overrides={REFUSED: why})
    assert answer.status_code == CODES[why]
    assert answer.headers["Retry-After"] == "10"
    assert answer.headers["Cache-Control"] == "no-store"
    assert SENTENCES[why] in answer.text
    assert ("Refresh" in answer.headers) == (why == "site")


@pytest.mark.parametrize("why", ["client", "site"])
@pytest.mark.parametrize("address", ["/api/search?q=raid", "/search.csv?q=raid", "/opensearch.xml"])
def test_a_program_gets_a_problem(client: FlaskClient, why: Refusal, address: str) -> None:
    answer = client.get(address, environ_overrides={REFUSED: why})
    assert answer.content_type == "application/problem+json"
    assert answer.headers["Retry-After"] == "10"
    assert answer.get_json(force=True)["status"] == CODES[why]
    assert SENTENCES[why] in answer.get_json(force=True)["detail"]


def test_no_header_of_a_request_makes_it_refused(client: FlaskClient) -> None:
    headers = {"loccit.refused": "client", "Loccit-Refused": "client"}
    assert client.get("/healthz", headers=headers).status_code == 200


Wsgi = Callable[[dict[str, Any], Any], Iterable[bytes]]


def refusing(app: Flask, why: Refusal) -> None:
    """Let everything be refused but the description."""
    answered: Wsgi = app.wsgi_app

    def refused(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        if not environ["PATH_INFO"].endswith("openapi.json"):
            environ[REFUSED] = why
        return answered(environ, start_response)

    app.wsgi_app = refused  # type: ignore[method-assign]


@pytest.mark.parametrize("why", ["client", "site"])
@pytest.mark.parametrize("path", ["/api/search", "/api/documents", "/search.csv", "/search.atom"])
def test_the_description_has_every_refusal(index: Path, path: str, why: Refusal) -> None:
    app = create_app(index)
    app.testing = True
    refusing(app, why)
    case = from_wsgi("/api/openapi.json", app)[path]["GET"].Case()
    answer = case.call_and_validate(excluded_checks=[not_a_server_error])
    assert answer.status_code == CODES[why]
