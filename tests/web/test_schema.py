"""Schemathesis asks whatever the API's description allows, and what it doesn't.

No answer is a server's error, and every answer is one that the description has.
"""

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import Case, GenerationMode
from schemathesis.openapi import from_wsgi
from schemathesis.specs.openapi.checks import positive_data_acceptance
from schemathesis.specs.openapi.schemas import OpenApiSchema

from loccit.indexer.build import build
from loccit.web.api.api import OPERATIONS
from loccit.web.app import create_app
from loccit.web.exports.exports import FILES
from tests.web.conftest import PLAIN

PATHS = [f"/api{operation.path}" for operation in OPERATIONS] + [file.path for file in FILES]
REFUSING = [path for path in PATHS if path not in (
    "/api/suggest", "/api/timeline", "/api/index", "/api/passages/{document}/{place}"
) and not path.startswith(("/passages/", "/works."))]  # fmt: skip
"""Those with parameters that not every text is right for."""
_PLAIN = {"Accept-Encoding": "identity"}


THERE: list[tuple[str, dict[str, str | int]]] = [
    ("/api/documents/{document}", {"document": "wars/one"}),
    ("/api/passages/{document}/{place}", {"document": "wars/one", "place": "2"}),
    ("/api/entities/{type}/{name}", {"type": "organisation", "name": "Islamic State"}),
    ("/api/citations/{document}/{label}", {"document": "wars/one", "label": "1"}),
]
THERE += [
    (path, {"document": "wars/one", "place": "1"})
    for path in PATHS
    if path.startswith("/passages/")
]


@pytest.fixture(scope="module")
def description(tmp_path_factory: pytest.TempPathFactory) -> OpenApiSchema:
    place = tmp_path_factory.mktemp("schema")
    (place / "seeds" / "wars").mkdir(parents=True)
    (place / "seeds" / "wars" / "one.txt").write_text(
        "ISIL came to Homs on 6 May 2012.[1] It left.[2]\n[1] On 9 May the UN watched.[note 3]\n"
    )
    build([place / "seeds"], place / "index", PLAIN)
    app = create_app(place / "index")
    app.testing = True
    return from_wsgi("/api/openapi.json", app)


def ask(description: OpenApiSchema, path: str, mode: GenerationMode) -> set[int]:
    """Ask what `path` takes, or what it doesn't; with which statuses it answered."""
    answered: set[int] = set()

    @settings(
        max_examples=12,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=description[path]["GET"].as_strategy(generation_mode=mode))
    def check(case: Case[Any]) -> None:
        # a page and a size that are right alone may be too much together
        left_out: list[Any] | None = [positive_data_acceptance] if path == "/api/search" else None
        answer = case.call_and_validate(headers=_PLAIN, excluded_checks=left_out)
        answered.add(answer.status_code)

    check()
    return answered


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_is_described(description: OpenApiSchema, path: str) -> None:
    assert ask(description, path, GenerationMode.POSITIVE) & {200, 404}


@pytest.mark.parametrize(("path", "there"), THERE)
def test_what_is_there_is_answered_as_described(
    description: OpenApiSchema, path: str, there: dict[str, str | int]
) -> None:
    case = description[path]["GET"].Case(path_parameters=there)
    assert case.call_and_validate(headers=_PLAIN).status_code == 200


@pytest.mark.parametrize("path", REFUSING)
def test_what_is_not_described_is_refused(description: OpenApiSchema, path: str) -> None:
    assert 400 in ask(description, path, GenerationMode.NEGATIVE)
