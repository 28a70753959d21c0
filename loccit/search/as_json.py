"""A page of results in the JSON that others may rely on, for the API and the command line."""

from collections.abc import Iterable

from loccit.engines.engine import Contribution
from loccit.model.as_json import passage
from loccit.search.cited import CitedSource
from loccit.search.json_shapes import (
    ChangeJson,
    CitedSourceJson,
    ContributionJson,
    FacetValueJson,
    MostWordsJson,
    NameMeantJson,
    NothingJson,
    PartJson,
    PieceJson,
    ProblemJson,
    ResultJson,
    ResultPageJson,
    SpellingJson,
    SuggestionJson,
    TimelineJson,
)
from loccit.search.query.parsed import Part, Problem
from loccit.search.query.syntax import written
from loccit.search.references import pieces
from loccit.search.results import (
    Change,
    Facet,
    NameMeant,
    NothingFound,
    Piece,
    Result,
    ResultPage,
    Spelling,
)
from loccit.search.suggestions import Suggestion
from loccit.search.timeline.timeline import Timeline


def result_page(page: ResultPage) -> ResultPageJson:
    return {
        "query": page.instead_of or page.typed,
        "searched_instead": page.typed if page.instead_of else None,
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
        "most_words": [_with_most_words(each) for each in page.most],
        "most_words_read_as": written(page.most_read_as.tree) if page.most_read_as else None,
        "facets": {facet.field: _facet(facet) for facet in page.facets},
        "generation": page.manifest.generation,
    }


def result(shown: Result) -> ResultJson:
    return {
        **passage(shown.passage),
        "score": shown.score,
        "possible": shown.possible,
        "others": shown.others,
        "others_search": shown.others_search,
        "sources": [cited_source(each) for each in shown.sources],
        "explanation": [_contribution(each) for each in shown.explanation],
        "snippet": [_piece(piece) for piece in shown.snippet],
    }


def _with_most_words(shown: Result) -> MostWordsJson:
    return {**result(shown), "missing": list(shown.missing)}


def cited_source(cited: CitedSource) -> CitedSourceJson:
    reference = cited.reference
    drawn = pieces(reference) if reference else ()
    return {
        "number": cited.number,
        "label": cited.label,
        "roles": list(cited.roles),
        "text": reference.text if reference else "",
        "address": next((each.address for each in drawn if each.address), ""),
        "supported": list(cited.supported),
        "search": cited.search,
    }


def suggestions(offered: Iterable[Suggestion]) -> list[SuggestionJson]:
    return [
        {
            "kind": each.kind,
            "label": each.label,
            "note": each.note,
            "count": each.count,
            "search": each.search,
        }
        for each in offered
    ]


def timeline(times: Timeline) -> TimelineJson:
    return {
        "months": [
            {"cell": each.cell, "by_day": each.by_day, "by_month": each.by_month}
            for each in times.months
        ],
        "years": [
            {
                "cell": each.cell,
                "by_day": each.by_day,
                "by_month": each.by_month,
                "by_year": each.by_year,
            }
            for each in times.years
        ],
        "decades": times.decades,
        "centuries": times.centuries,
        "yearless": times.yearless,
        "undated": times.undated,
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


def _spelling(spelling: Spelling) -> SpellingJson:
    return {
        "word": spelling.word,
        "instead": spelling.instead,
        "search": spelling.search,
        "total": spelling.total or 0,
    }


def _nothing(nothing: NothingFound) -> NothingJson:
    return {
        "alone": [
            {"label": each.label, "search": each.search, "total": each.total}
            for each in nothing.alone
        ],
        "changes": [_change(each) for each in nothing.changes],
    }


def _change(change: Change) -> ChangeJson:
    return {"label": change.label, "search": change.search, "total": change.total}


def _contribution(contribution: Contribution) -> ContributionJson:
    return {
        "field": contribution.field,
        "words": list(contribution.words),
        "frequency": contribution.frequency,
        "passages": contribution.passages,
        "length": contribution.length,
        "idf": contribution.idf,
        "score": contribution.score,
        "weight": contribution.weight,
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
