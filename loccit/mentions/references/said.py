"""A template with its fields as plain text, as its readers ask for them."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """`fields` by name, as the markup has them, in their order."""

    name: str
    fields: Mapping[str, str]

    def get(self, *names: str) -> str:
        """The first of these that says something, "" where none does."""
        return next(filter(None, (self.fields.get(name, "") for name in names)), "")

    @property
    def positions(self) -> list[str]:
        """The fields without a name that say something."""
        return [value for name, value in self.fields.items() if name.isdecimal() and value]
