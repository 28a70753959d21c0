"""An operation of the API: a rule and the function that answers it, which says the rest itself."""

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, get_type_hints

from flask import Blueprint, Response, jsonify, request
from flask.typing import RouteCallable

from loccit.engines.engine import Engine
from loccit.web import parameters
from loccit.web.api.links import header
from loccit.web.state import engine


@dataclass(frozen=True, slots=True)
class Operation:
    """`answer(engine, asked)` takes parameters and gives a JSON object, of the types it is
    annotated with; its docstring's first line is the summary. `example` is a query to try.
    """

    rule: str
    answer: Callable[[Engine, Any], Any]
    example: str = ""

    @property
    def name(self) -> str:
        return self.answer.__name__

    @property
    def path(self) -> str:
        """
        >>> Operation("/documents/<path:document>", print).path
        '/documents/{document}'
        """
        return re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", self.rule)

    @property
    def summary(self) -> str:
        return self._said.partition("\n")[0]

    @property
    def description(self) -> str:
        return self._said.partition("\n")[2].strip()

    @property
    def _said(self) -> str:
        return inspect.getdoc(self.answer) or ""

    @property
    def parameters(self) -> type:
        asked: type = get_type_hints(self.answer)["asked"]
        return asked

    @property
    def returns(self) -> Any:
        return get_type_hints(self.answer)["return"]

    def mount(self, blueprint: Blueprint) -> None:
        blueprint.add_url_rule(self.rule, self.name, self._view(), methods=["GET"])

    def _view(self) -> RouteCallable:
        kind, answer = self.parameters, self.answer

        def view(**path: str) -> Response:
            answered = answer(engine(), parameters.read(kind, request.args, path))
            response = jsonify(answered)
            if "links" in answered:
                response.headers["Link"] = header(answered["links"])
            return response

        return view
