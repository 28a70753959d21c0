"""Nothing found: which part stops the search, and the smallest changes that find something.

Everything is made from the search's tree, and counted in one round trip to the engine; what is
left when the parts that nothing matches are gone takes a second, since it takes the counts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loccit.engines.deadline import Deadline
from loccit.engines.engine import Engine, Matches, Request
from loccit.search.help.changes import Candidate, Tried, candidates, without_the_dead
from loccit.search.help.spelling import Mendings
from loccit.search.query import syntax
from loccit.search.query.parsed import Parsed
from loccit.search.query.parser import needed, understood
from loccit.search.query.syntax import Negated, Node, written
from loccit.search.results import Alone, Change, NothingFound, Result
from loccit.search.shown import Shown

MOST_CHANGES = 5
MOST_ALONE = 16
"""Parts that are counted alone."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A part that has to match, with what it asks for by itself."""

    node: Node
    label: str
    parsed: Parsed


class Nothing:
    """What to ask about a search that finds nothing, and what follows from the answers."""

    def __init__(
        self, engine: Engine, tree: Node | None, mendings: Mendings, until: Deadline
    ) -> None:
        self._engine = engine
        self._mendings = mendings
        self._until = until
        self._parts = tuple(self._required(needed(tree)))[:MOST_ALONE]
        nodes, labels = [p.node for p in self._parts], [p.label for p in self._parts]
        distinct: dict[str, Candidate] = {}
        for each in candidates(nodes, labels):
            distinct.setdefault(written(each.tree), each)
        self._tried = tuple(
            (each, understood(each.tree, engine, until)) for each in distinct.values()
        )

    def _required(self, tree: Node | None) -> Iterator[_Part]:
        given = set()
        for node in syntax.required(tree):
            parsed = understood(node, self._engine, self._until)
            is_read = any(part.kind != "unread" for part in parsed.parts)
            if is_read and written(node) not in given:
                given.add(written(node))
                yield _Part(node, _label(node, parsed), parsed)

    @property
    def requests(self) -> tuple[Request, ...]:
        alone = (part.parsed.request() for part in self._parts)
        return (*alone, *(parsed.request(size=1) for _, parsed in self._tried))

    def answered(self, answers: Sequence[Matches], spelled: Sequence[Tried]) -> NothingFound:
        """Out of the answers to `requests`; `spelled` are other spellings, which come first.

        Raises OutOfTime.
        """
        totals = [matches.total for matches in answers[: len(self._parts)]]
        tried = [
            Tried(candidate, parsed, matches)
            for (candidate, parsed), matches in zip(
                self._tried, answers[len(self._parts) :], strict=True
            )
        ]
        tried += self._without_the_dead(totals, tried)
        known = {written(each.candidate.tree) for each in spelled}
        helping = [
            each
            for each in tried
            if each.matches.total and written(each.candidate.tree) not in known
        ]
        helping.sort(key=lambda each: (each.candidate.step, -each.matches.total))
        helping = [*spelled, *helping]
        alone = tuple(
            Alone(part.label, written(part.node), total)
            for part, total in zip(self._parts, totals, strict=True)
        )
        nothing = NothingFound(alone, tuple(map(_change, helping[:MOST_CHANGES])))
        return replace(nothing, preview=self._preview(helping[0])) if helping else nothing

    def _preview(self, tried: Tried) -> Result:
        return Shown(self._engine, tried.parsed).of(tried.matches.hits[0])

    def _without_the_dead(self, totals: Sequence[int], tried: Sequence[Tried]) -> Iterator[Tried]:
        nodes = [part.node for part in self._parts]
        candidate = without_the_dead(nodes, totals, list(map(self._mendings.of_part, nodes)))
        known = {written(each.candidate.tree) for each in tried}
        if candidate and written(candidate.tree) not in known:
            parsed = understood(candidate.tree, self._engine, self._until)
            (matches,) = self._engine.answer([parsed.request(size=1)], self._until)
            yield Tried(candidate, parsed, matches)


def _label(node: Node, parsed: Parsed) -> str:
    label = parsed.parts[0].label if len(parsed.parts) == 1 else written(node)
    return f"without {label}" if isinstance(node, Negated) and len(parsed.parts) == 1 else label


def _change(tried: Tried) -> Change:
    return Change(tried.candidate.label, written(tried.candidate.tree), tried.matches.total)
