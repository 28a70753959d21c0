"""Canonical names of an index, with every spelling that stands for each."""

from dataclasses import dataclass

from loccit.model.mentions import EntityType


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling of a name: how many mentions have it, and why it was taken for the name."""

    form: str
    count: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A canonical name with every form that stands for it."""

    name: str
    type: EntityType
    forms: tuple[Form, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """The canonical name, then every form."""
        return (self.name, *(form.form for form in self.forms))

    @property
    def mentions(self) -> int:
        """How many there are of it in the index."""
        return sum(form.count for form in self.forms)
