"""Names counted over all documents, for the index's table of names."""

from collections import Counter
from collections.abc import Iterable

from engines.schema import Form, Name, Passage
from mentions.types import EntityType


class Names:
    """Counts every form of every name as passages go by."""

    def __init__(self) -> None:
        self._forms: dict[tuple[str, EntityType], Counter[str]] = {}

    def count(self, passages: Iterable[Passage]) -> None:
        for passage in passages:
            for entity in passage.entities():
                forms = self._forms.setdefault((entity.name, entity.type), Counter())
                forms[passage.text[entity.start : entity.end]] += 1

    def table(self) -> tuple[Name, ...]:
        """Every name with its forms, the most frequent first."""
        return tuple(
            Name(name, type, tuple(_forms(name, counts)))
            for (name, type), counts in sorted(self._forms.items())
        )


def _forms(name: str, counts: Counter[str]) -> Iterable[Form]:
    for form, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield Form(form, count, "" if form == name else "written so")
