"""A file that can be taken away, as the API's description has it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class File:
    """`path` as OpenAPI writes it; `parameters` the class that reads them; `example` a query."""

    path: str
    name: str
    summary: str
    parameters: type
    type: str
    example: str = ""
    refused: tuple[str, ...] = ()
    """Statuses beside those that whatever has such a path may answer with."""
