"""The API's description for people: the same OpenAPI document, as values for a page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from loccit.web.api import openapi
from loccit.web.api.operation import Operation
from loccit.web.api.tries import Values, address
from loccit.web.exports.file import File

_NAMED = {"integer": "whole number", "number": "number", "string": "text", "boolean": "true, false"}


@dataclass(frozen=True, slots=True)
class DescribedType:
    """A type in words: before the shape that it names, the shape's name, and after."""

    text: str
    shape: str = ""


@dataclass(frozen=True, slots=True)
class DescribedField:
    """A parameter or a field of a shape; `always` whether it must be, or is always, there."""

    name: str
    kind: DescribedType
    always: bool
    description: str = ""
    default: str = ""


@dataclass(frozen=True, slots=True)
class Explained:
    path: str
    summary: str
    description: str
    example: str
    parameters: tuple[DescribedField, ...]
    answer: DescribedType


@dataclass(frozen=True, slots=True)
class DescribedShape:
    name: str
    description: str
    fields: tuple[DescribedField, ...]


def page(
    operations: Sequence[Operation], files: Sequence[File], prefix: str, held: Values
) -> dict[str, Any]:
    """What the page shows: `about`, `explained` and `shapes`."""
    document = openapi.described(tuple(operations), tuple(files), prefix)
    return {
        "about": document["info"]["description"],
        "explained": [
            _explained(document, path, address(path, query, held))
            for path, query in (
                *((f"/api{each.path}", each.example) for each in operations),
                *((each.path, each.example) for each in files),
            )
        ],
        "shapes": [
            DescribedShape(name, schema.get("description", ""), tuple(_fields(schema)))
            for name, schema in sorted(document["components"]["schemas"].items())
        ],
    }


def _explained(document: dict[str, Any], path: str, example: str) -> Explained:
    said = document["paths"][path]["get"]
    ((type, content),) = said["responses"]["200"]["content"].items()
    parameters = tuple(
        DescribedField(
            each["name"],
            _kind(each["schema"]),
            each["required"],
            each["description"],
            str(each["schema"].get("default", "")).lower(),
        )
        for each in said["parameters"]
    )
    kind = _kind(content["schema"])
    answer = kind if kind.shape else DescribedType(type)
    return Explained(
        path, said["summary"], said.get("description", ""), example, parameters, answer
    )


def _fields(schema: dict[str, Any]) -> Iterator[DescribedField]:
    required = schema.get("required", ())
    for name, own in schema.get("properties", {}).items():
        yield DescribedField(name, _kind(own), name in required)


def _kind(schema: dict[str, Any]) -> DescribedType:
    """
    >>> _kind({"type": "array", "items": {"$ref": "#/components/schemas/Piece"}})
    DescribedType(text='list of', shape='Piece')
    >>> _kind({"anyOf": [{"type": "integer", "minimum": 1}, {"type": "null"}]})
    DescribedType(text='whole number from 1 or null', shape='')
    """
    match schema:
        case {"$ref": ref}:
            return DescribedType("", ref.rpartition("/")[2])
        case {"anyOf": options}:
            kinds = [_kind(each) for each in options]
            words = " or ".join(each.text or each.shape for each in kinds)
            shapes = {each.shape for each in kinds if each.shape}
            return DescribedType(
                "" if len(shapes) == 1 else words, shapes.pop() if len(shapes) == 1 else ""
            )
        case {"enum": values}:
            return DescribedType(" or ".join(f"“{value}”" for value in values))
        case {"const": value}:
            return DescribedType(f"“{value}”")
        case {"type": "array", "items": items}:
            inner = _kind(items)
            return DescribedType(f"list of {inner.text}".strip(), inner.shape)
        case {"type": "object", "additionalProperties": values}:
            inner = _kind(values)
            return DescribedType(f"by name, {inner.text}".strip(), inner.shape)
        case {"type": name}:
            limits = f" from {schema['minimum']}" if "minimum" in schema else ""
            limits += f" to {schema['maximum']:,}" if "maximum" in schema else ""
            return DescribedType(_NAMED.get(name, name) + limits)
    return DescribedType("anything")
