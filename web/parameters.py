"""Parameters of a request, read strictly, for programs: a wrong one is reported with the fix."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest

T = TypeVar("T")
SAID = ConfigDict(extra="forbid", use_attribute_docstrings=True)
"""Of a class of parameters: nothing else is taken, and docstrings say what each is."""
_MOST_SHOWN = 60
"""Characters of a wrong value that are repeated."""
_SAID = {
    "int_parsing": "must be a whole number",
    "int_parsing_size": "must be a whole number of fewer digits",
    "int_from_float": "must be a whole number",
    "greater_than_equal": "must be at least {ge}",
    "less_than_equal": "must be at most {le}",
    "string_too_long": "must have at most {max_length} characters",
    "literal_error": "must be {expected}",
    "bool_parsing": "must be true or false",
    "missing": "must be given",
}


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with a parameter; `detail` goes on from its name and names the fix."""

    parameter: str
    detail: str


class BadParameters(BadRequest):
    def __init__(self, wrong: Sequence[Wrong]) -> None:
        super().__init__("; ".join(f"{each.parameter} {each.detail}" for each in wrong) + ".")
        self.wrong = tuple(wrong)


@cache
def described(kind: type) -> TypeAdapter[Any]:
    """What checks and describes the parameters `kind`."""
    return TypeAdapter(kind)


def read(kind: type[T], query: MultiDict[str, str], path: Mapping[str, str]) -> T:
    """The parameters `kind` from a request's query and path; raises BadParameters."""
    wrong = [Wrong(name, "is given twice; give it once") for name in query
             if len(query.getlist(name)) > 1]  # fmt: skip
    wrong += [Wrong(name, _unknown(kind)) for name in query if name in path]
    if wrong:
        raise BadParameters(wrong)
    try:
        adapter = described(kind)  # type: ignore[arg-type]  # a class is hashable
        checked: T = adapter.validate_python({**query.to_dict(), **path})
        return checked
    except ValidationError as error:
        raise BadParameters([_wrong(kind, each) for each in error.errors()]) from error


def _wrong(kind: type, error: ErrorDetails) -> Wrong:
    name = str(error["loc"][-1]) if error["loc"] else "?"
    if error["type"] == "unexpected_keyword_argument":
        return Wrong(name[:_MOST_SHOWN], _unknown(kind))
    said = _SAID.get(error["type"], error["msg"]).format(**error.get("ctx", {}))
    given = error["input"]
    shown = f", not “{given[:_MOST_SHOWN]}”" if isinstance(given, str) else ""
    return Wrong(name, said + shown)


def _unknown(kind: type) -> str:
    names: Mapping[str, Any] = kind.__dataclass_fields__  # type: ignore[attr-defined]
    return f"is not a parameter here; there are {', '.join(names) or 'none'}"
