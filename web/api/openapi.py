"""The API's description, OpenAPI 3.1, made from the operations' own types and docstrings."""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.metadata import version
from typing import Any

from apispec import APISpec
from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from loccit.web.api.operation import Operation
from loccit.web.api.shapes import ProblemDetails
from loccit.web.errors import PROBLEM
from loccit.web.exports.file import File
from loccit.web.parameters import described as parameters_described

_REF = "#/components/schemas/{model}"
_ABOUT = (
    "Everything the site shows, as JSON, read with GET. Every response has an `ETag` that changes"
    " only with the index: sent back in `If-None-Match`, it gets 304 and no body. Paged responses"
    " have `links`, repeated in the `Link` header. Errors are reported as problem details"
    " (RFC 9457)."
)
_REFUSALS = {
    "400": ("BadParameter", "A parameter is wrong; `errors` says which, and the fix."),
    "404": ("NotThere", "Not found in the index."),
    "409": ("Outdated", "The index that the export began with is no longer in service."),
    "429": (
        "TooMuch",
        "Too many of this client's requests are waiting already; `Retry-After` says when to ask"
        " again.",
    ),
    "503": (
        "NoIndex",
        "There is no index yet, too much is being asked for or too many exports are running"
        " (`Retry-After` says when to ask again), or the search took too long.",
    ),
}


_SOON = ("429", "503")
_SECONDS = {
    "description": "Seconds until it may be asked for again.",
    "schema": {"type": "integer"},
}
_BY_PATH = "404"
_OF_SOME = ("409",)


class _PlainSchema(GenerateJsonSchema):
    """Shapes under the names a reader sees, without a title for every field."""

    def normalize_name(self, name: str) -> str:
        return super().normalize_name(name).removesuffix("Json")

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


@cache
def described(
    operations: Sequence[Operation], files: Sequence[File], prefix: str
) -> dict[str, Any]:
    """The description of `operations` and `files`, served under `prefix` ("" for none)."""
    spec = APISpec(
        "Loccit",
        version("loccit"),
        "3.1.0",
        info={"description": _ABOUT, "license": {"name": "MIT", "identifier": "MIT"}},
        servers=[{"url": prefix or "/"}],
    )
    answers = _shapes(spec, operations)
    for code, (name, description) in _REFUSALS.items():
        spec.components.response(name, _refusal(code, description))
    spec.components.response("Unchanged", {"description": "What `If-None-Match` names is current."})
    for operation in operations:
        path = f"/api{operation.path}"
        content = {"application/json": {"schema": answers[operation.name]}}
        said = {"description": operation.description} if operation.description else {}
        spec.path(path, operations={"get": _get(operation, path, content) | said})
    for file in files:
        content = {file.type.partition(";")[0]: {"schema": _file(file.type)}}
        spec.path(file.path, operations={"get": _get(file, file.path, content)})
    document: dict[str, Any] = spec.to_dict()
    return document


def _shapes(spec: APISpec, operations: Sequence[Operation]) -> dict[str, Any]:
    """Put every shape among the components; the schema of each operation's answer."""
    adapters = {operation.name: TypeAdapter(operation.returns) for operation in operations}
    adapters["problem"] = TypeAdapter(ProblemDetails)
    named, every = TypeAdapter.json_schemas(
        [(name, "serialization", adapter) for name, adapter in adapters.items()],
        ref_template=_REF,
        schema_generator=_PlainSchema,
    )
    for name, schema in every["$defs"].items():
        spec.components.schema(name, {k: v for k, v in schema.items() if k != "title"})
    return {name: schema for (name, _), schema in named.items()}


def _refusal(code: str, description: str) -> dict[str, Any]:
    shape = {"$ref": _REF.format(model="ProblemDetails")}
    said = {"description": description, "content": {PROBLEM: {"schema": shape}}}
    return said | ({"headers": {"Retry-After": _SECONDS}} if code in _SOON else {})


def _file(type: str) -> dict[str, Any]:
    """What a file of that media type is, as JSON Schema sees it."""
    if type.endswith("+json"):
        return {"type": "array", "items": {"type": "object"}}
    return {"type": "string"}


def _get(of: Operation | File, path: str, content: dict[str, Any]) -> dict[str, Any]:
    own = of.refused if isinstance(of, File) else ()
    refused = [code for code in _REFUSALS if code in own or _is_refused(code, path)]
    return {
        "operationId": of.name,
        "summary": of.summary,
        "parameters": list(_parameters(of.parameters, path)),
        "responses": {
            "200": {
                "description": "The answer.",
                "headers": {"ETag": {"schema": {"type": "string"}}},
                "content": content,
            },
            "304": "Unchanged",
            **{code: _REFUSALS[code][0] for code in refused},
        },
    }


def _is_refused(code: str, path: str) -> bool:
    """Whether everything with such a path may answer with that status."""
    return "{" in path if code == _BY_PATH else code not in _OF_SOME


def _parameters(kind: type, path: str) -> Iterator[dict[str, Any]]:
    schema = parameters_described(kind).json_schema(schema_generator=_PlainSchema)
    for name, own in schema.get("properties", {}).items():
        in_path = f"{{{name}}}" in path
        yield {
            "name": name,
            "in": "path" if in_path else "query",
            "required": in_path,
            "description": own.pop("description", ""),
            "schema": own,
        }
