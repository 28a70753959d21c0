"""Names that the words of a search may mean: `SDF` is also Syrian Democratic Forces."""

from collections.abc import Iterator
from functools import partial

from loccit.engines import analysis
from loccit.engines.engine import Engine
from loccit.model.names import Name
from loccit.search import narrowing
from loccit.search.query import syntax
from loccit.search.query.parsed import Parsed
from loccit.search.query.spelled_names import is_another
from loccit.search.query.stop_words import is_stop_word
from loccit.search.query.syntax import Fielded, Leaf, Node, Quoted, Word, written
from loccit.search.query.vocabulary import MOST_NAMES
from loccit.search.results import NameMeant

MOST = 3
"""Names of one form that are offered, those with the most mentions first."""
_MOST_FORMS = 8
_MOST_LETTERS = 80


def names_meant(engine: Engine, parsed: Parsed) -> Iterator[NameMeant]:
    """For all words together, and each word and quotation, the names that they are a form of.

    Only names that are written in other ways too, which the words alone don't find. Names that
    the search narrows by already are left out.
    """
    by_form = partial(engine.named, most=MOST_NAMES)
    taken = {value for part in parsed.parts if part.field for value in part.values}
    required = syntax.required(parsed.tree)
    for form, leaves in list(_forms(required))[:_MOST_FORMS]:
        before = _before(leaves, required)
        names = [
            name
            for name in by_form(form)
            if _says_more(name, form) and not is_another(name, before, by_form)
        ]
        for name in sorted(names, key=_by_mentions)[:MOST]:
            if name.name not in taken:
                taken.add(name.name)
                kept = [part for part in required if part not in leaves]
                named = Fielded(name.type, narrowing.leaf(name.name))
                search = written(syntax.all_of([*kept, named]))
                yield NameMeant(form, name.name, name.type, search)


def _forms(required: tuple[Node, ...]) -> Iterator[tuple[str, tuple[Leaf, ...]]]:
    words = tuple(each for each in required if isinstance(each, Word))
    asked = [(each,) for each in required if isinstance(each, Word | Quoted)]
    for leaves in [words, *asked] if len(words) > 1 else asked:
        form = " ".join(leaf.text for leaf in leaves)
        if 1 < len(form) <= _MOST_LETTERS and not is_stop_word(form):
            yield form, leaves


def _before(leaves: tuple[Leaf, ...], required: tuple[Node, ...]) -> str:
    """The word before one that is looked at by itself."""
    at = next((at for at, each in enumerate(required) if each is leaves[0]), 0)
    node = required[at - 1] if at and len(leaves) == 1 else None
    return node.text if isinstance(node, Word) else ""


def _says_more(name: Name, form: str) -> bool:
    asked = analysis.fold(form)
    return any(analysis.fold(each) != asked for each in name.spellings)


def _by_mentions(name: Name) -> tuple[int, str]:
    return -name.mentions, name.name
