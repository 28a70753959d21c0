"""A page of results in the JSON that others may rely on, for the API and the command line."""

from collections.abc import Iterable

from loccit.engines.engine import Contribution
from loccit.model.as_json import mention
from loccit.model.documents import Passage
from loccit.search.json_shapes import (
    ChangeJson,
    ContributionJson,
    FacetValueJson,
    NameMeantJson,
    NothingJson,
    PartJson,
    PassageJson,
    PieceJson,
    ProblemJson,
    ResultJson,
    ResultPageJson,
    SpellingJson,
    SuggestionJson,
    TimelineJson,
)
from loccit.search.results import (
    Change,
    Facet,
    NameMeant,
    NothingFound,
    Part,
    Piece,
    Problem,
    Result,
    ResultPage,
    Spelling,
)
from loccit.search.suggestions import Suggestion
from loccit.search.timeline.timeline import Timeline


def result_page(page: ResultPage) -> ResultPageJson:
    return {
        "query": page.typed,
        "total": page.total,
        "possible": page.possible,
        "page": page.page,
        "size": page.size,
        "pages": page.pages,
        "sort": page.sort,
        "group": page.grouping,
        "documents": page.documents,
        "notices": list(page.notices),
        "read_as": [_part(part) for part in page.parsed.parts],
        "problems": [_problem(problem) for problem in page.parsed.problems],
        "did_you_mean": [_spelling(each) for each in page.spellings],
        "names_meant": [_name_meant(each) for each in page.names],
        "nothing_found": _nothing(page.nothing) if page.nothing else None,
        "results": [result(each) for each in page.results],
        "most_words": [result(each) for each in page.most],
        "facets": {facet.field: _facet(facet) for facet in page.facets},
        "generation": page.manifest.generation,
    }


def result(found: Result) -> ResultJson:
    return {
        **passage(found.passage),
        "score": found.score,
        "possible": found.possible,
        "others": found.others,
        "others_search": found.others_search,
        "explanation": [_contribution(each) for each in found.explanation],
        "snippet": [_piece(piece) for piece in found.snippet],
    }


def passage(found: Passage) -> PassageJson:
    return {
        "id": found.id,
        "document": found.document,
        "number": found.number,
        "key": found.key,
        "offset": found.offset,
        "title": found.title,
        "section": found.section,
        "text": found.text,
        "mentions": [mention(each, found.text) for each in found.mentions],
    }


def suggestions(found: Iterable[Suggestion]) -> list[SuggestionJson]:
    return [
        {
            "kind": each.kind,
            "label": each.label,
            "note": each.note,
            "count": each.count,
            "search": each.search,
        }
        for each in found
    ]


def timeline(found: Timeline) -> TimelineJson:
    return {
        "months": [
            {"cell": each.cell, "by_day": each.by_day, "by_month": each.by_month}
            for each in found.months
        ],
        "years": [
            {
                "cell": each.cell,
                "by_day": each.by_day,
                "by_month": each.by_month,
                "by_year": each.by_year,
            }
            for each in found.years
        ],
        "decades": found.decades,
        "centuries": found.centuries,
        "yearless": found.yearless,
        "undated": found.undated,
    }


def _part(part: Part) -> PartJson:
    return {
        "kind": part.kind,
        "heading": part.heading,
        "label": part.label,
        "start": part.start,
        "end": part.end,
        "without": part.without,
    }


def _problem(problem: Problem) -> ProblemJson:
    return {"start": problem.start, "end": problem.end, "message": problem.message}


def _name_meant(name: NameMeant) -> NameMeantJson:
    return {"form": name.form, "name": name.name, "type": name.type, "search": name.search}


def _spelling(found: Spelling) -> SpellingJson:
    return {
        "word": found.word,
        "instead": found.instead,
        "search": found.search,
        "total": found.total or 0,
    }


def _nothing(found: NothingFound) -> NothingJson:
    return {
        "alone": [
            {"label": each.label, "search": each.search, "total": each.total}
            for each in found.alone
        ],
        "changes": [_change(each) for each in found.changes],
    }


def _change(found: Change) -> ChangeJson:
    return {"label": found.label, "search": found.search, "total": found.total}


def _contribution(found: Contribution) -> ContributionJson:
    return {
        "field": found.field,
        "words": list(found.words),
        "frequency": found.frequency,
        "passages": found.passages,
        "length": found.length,
        "idf": found.idf,
        "score": found.score,
    }


def _piece(piece: Piece) -> PieceJson:
    return {"text": piece.text, "matched": piece.matched, "filter": piece.filter}


def _facet(facet: Facet) -> list[FacetValueJson]:
    return [
        {
            "value": value.value,
            "label": value.label,
            "count": value.count,
            "chosen": value.chosen,
            "search": value.search,
        }
        for value in facet.values
    ]
