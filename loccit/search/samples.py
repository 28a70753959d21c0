"""What an index holds that examples can be made of: words that stand beside each other, names,
dates, citations, documents.

Taken from a few passages and from the most frequent values.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from loccit.engines import analysis
from loccit.engines.deadline import Deadline
from loccit.engines.engine import Engine, FacetRequest, Matches, Request
from loccit.engines.passage_values import COUNTED
from loccit.engines.query import IntRange, MatchAll
from loccit.mentions.citations import markers
from loccit.mentions.masking import blank
from loccit.model import calendar
from loccit.model.date_cells import DateCell, Level
from loccit.model.documents import Passage
from loccit.model.mentions import ENTITY_TYPES
from loccit.search.facets import quoted
from loccit.search.query.stop_words import is_stop_word

Sample = Mapping[str, str]
"""Values, each as it is typed, by the names that `loccit.search.forms` has for them."""

_PASSAGES = 20
_SHORTEST, _LONGEST = 5, 14
"""Letters of a word that makes an example."""
_WORD = re.compile(r"[^\W\d_]+")
_HYPHENED = re.compile(r"\b[^\W\d_]{2,}-[^\W\d_]{3,}\b")
_FACETS = ("document", "work", "heading", "cite_author", *ENTITY_TYPES)
_LEVELS: tuple[Level, ...] = ("year", "month", "day")


def sampled(engine: Engine, until: Deadline) -> Sample:
    """Raises OutOfTime beyond `until`."""
    facets = (
        *(FacetRequest(name, 2) for name in _FACETS),
        *(FacetRequest(COUNTED[level], 40) for level in _LEVELS),
    )
    every, cited = engine.answer(
        [
            Request(MatchAll(), size=_PASSAGES, facets=facets, by="document"),
            Request(IntRange("cite", 1, None), size=_PASSAGES),
        ],
        until,
    )
    citing = [hit.passage for hit in cited.hits]
    passages = [*(hit.passage for hit in every.hits), *citing]
    return dict(
        [
            *_words(engine, passages, until),
            *_dates(every),
            *_citations(engine, citing),
            *_names(every),
            *_documents(every, passages),
        ]
    )


def _words(
    engine: Engine, passages: Sequence[Passage], until: Deadline
) -> Iterator[tuple[str, str]]:
    """Two neighbours, of which the rarer is as common as can be; and a third from elsewhere."""
    texts = [blank(each.text, markers(each.text, each.citations())) for each in passages]
    held = [[word.lower() for word in _WORD.findall(text)] for text in texts]
    fit = dict.fromkeys(word for own in held for word in own if _is_fit(word))
    counts = dict(
        zip(
            fit,
            engine.frequencies("terms", [analysis.term(each) for each in fit], until),
            strict=True,
        )
    )
    pairs = [(one, other) for text in texts for one, other in _neighbours(text) if one != other]
    if pairs:
        word, other = max(pairs, key=lambda pair: min(counts[each] for each in pair))
        yield from (("word", word), ("other", other), ("phrase", f"{word} {other}"))
        third = [each for each in fit if each not in (word, other)]
        if third:
            yield "third", max(third, key=counts.__getitem__)
        yield from _spelled(word)
    yield from _near(held)
    hyphened = next((match[0] for text in texts if (match := _HYPHENED.search(text))), None)
    if hyphened:
        yield "hyphened", hyphened


def _is_fit(word: str) -> bool:
    return _SHORTEST <= len(word) <= _LONGEST and not is_stop_word(word)


def _neighbours(text: str) -> Iterator[tuple[str, str]]:
    """Words with nothing but a space between them."""
    for match in re.finditer(r"(?=\b([^\W\d_]+) ([^\W\d_]+)\b)", text):
        one, other = match[1].lower(), match[2].lower()
        if _is_fit(one) and _is_fit(other):
            yield one, other


def _near(held: Sequence[Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Two words with one or two others between them."""
    for own in held:
        for first, last in zip(own, own[3:], strict=False):
            if _is_fit(first) and _is_fit(last):
                yield "near", f"{first} {last}"
                return


def _spelled(word: str) -> Iterator[tuple[str, str]]:
    middle = len(word) // 2
    yield "beginning", word[: middle + 1]
    yield "hole", f"{word[:middle]}?{word[middle + 1 :]}"
    yield "ending", word[middle - 1 :]
    yield "slip", word[:middle] + word[middle + 1 :]


def _dates(every: Matches) -> Iterator[tuple[str, str]]:
    found = {level: _most(every, level) for level in _LEVELS}
    years = sorted(int(each) for each in found["year"] if not each.startswith("-"))[:40]
    if found["year"]:
        year = next(iter(found["year"]))
        yield "year", year
        if years:
            yield "first_year", calendar.year_text(min(years))
            yield "last_year", calendar.year_text(max(years))
            yield "decade", f"the {years[len(years) // 2] // 10}0s"
    for month in found["month"]:
        if not month.startswith("-"):
            name = calendar.MONTHS[int(month[5:7]) - 1]
            yield from (("month", month), ("month_name", name.lower()))
            yield "month_words", f"early {name} {int(month[:4])}"
            break
    for day in found["day"]:
        if not day.startswith("-"):
            words = f"{int(day[8:])} {calendar.MONTHS[int(day[5:7]) - 1]} {int(day[:4])}"
            yield from (("day", day), ("day_words", words))
            break


def _most(every: Matches, level: Level) -> list[str]:
    """The cells of a level that have the most passages, the most first."""
    read = map(DateCell.read, every.facets[COUNTED[level]].counts)
    return [each.cell for each in read if each and (each.known, each.level) == ("any", level)]


def _citations(engine: Engine, citing: Sequence[Passage]) -> Iterator[tuple[str, str]]:
    for passage in citing[:1]:
        numbers = sorted(each.number for each in passage.citations() if each.number is not None)
        cited = f"{passage.document}#{numbers[0]}"
        yield from (("number", str(numbers[0])), ("up_to", str(numbers[-1] + 9)))
        yield "cited", cited if " " not in cited else quoted(cited)
    for passage in citing:
        document = engine.document(passage.document)
        cites = {each.number for each in passage.citations()}
        for reference in document.references if document else ():
            if reference.number in cites and (pair := next(_neighbours(reference.text), None)):
                yield "source", quoted(" ".join(pair))
                return


def _names(every: Matches) -> Iterator[tuple[str, str]]:
    for type in ENTITY_TYPES:
        for at, name in enumerate(every.facets[type].counts):
            key = "other_name" if type == "other" else type
            yield f"{key}{at + 1 if at else ''}", quoted(name)
    for label in every.facets["cite_author"].counts:
        yield "label", quoted(label)
        break


def _documents(every: Matches, passages: Sequence[Passage]) -> Iterator[tuple[str, str]]:
    for field in ("document", "work"):
        for document in every.facets[field].counts:
            yield field, quoted(document)
            break
    for passage in passages:
        if passage.page:
            yield "page", quoted(passage.page)
            break
    for heading in every.facets["heading"].counts:
        yield from (("heading", quoted(heading)), ("section", quoted(_first_word(heading))))
        break
    for passage in passages:
        if _WORD.search(passage.title):
            yield from (
                ("title", quoted(_first_word(passage.title))),
                ("passage", str(passage.address)),
            )
            break


def _first_word(text: str) -> str:
    words = _WORD.findall(text)
    return next(filter(_is_fit, words), words[0] if words else text)
