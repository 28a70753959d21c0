"""A page of results in the JSON that others may rely on, for the API and the command line."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from mentions.as_json import mention
from search.results import Facet, Part, Problem, Result, ResultPage
from search.suggestions import Suggestion
from search.timeline import Timeline


def result_page(page: ResultPage) -> dict[str, Any]:
    """`total, read_as, problems, results, facets`, and where the page stands among them."""
    return {
        "query": page.typed,
        "total": page.total,
        "possible": page.possible,
        "page": page.page,
        "size": page.size,
        "sort": page.sort,
        "read_as": [_part(part) for part in page.parsed.parts],
        "problems": [_problem(problem) for problem in page.parsed.problems],
        "did_you_mean": [asdict(each) for each in page.spellings],
        "nothing_found": asdict(page.nothing) if page.nothing else None,
        "results": [result(each) for each in page.results],
        "most_words": [result(each) for each in page.most],
        "facets": {facet.field: _facet(facet) for facet in page.facets},
        "generation": page.manifest.generation,
    }


def result(found: Result) -> dict[str, Any]:
    passage = found.passage
    return {
        "id": passage.id,
        "document": passage.document,
        "number": passage.number,
        "key": passage.key,
        "title": passage.title,
        "section": passage.section,
        "score": found.score,
        "possible": found.possible,
        "explanation": [asdict(each) for each in found.explanation],
        "snippet": [
            {"text": p.text, "matched": p.matched, "filter": p.filter} for p in found.snippet
        ],
        "text": passage.text,
        "mentions": [mention(each, passage.text) for each in passage.mentions],
    }


def suggestions(found: Iterable[Suggestion]) -> list[dict[str, Any]]:
    return [asdict(each) for each in found]


def timeline(found: Timeline) -> dict[str, Any]:
    """`months` and `years` in order, with how well the dates are known; what isn't drawn."""
    return asdict(found)


def _part(part: Part) -> dict[str, Any]:
    return {
        "kind": part.kind,
        "heading": part.heading,
        "label": part.label,
        "start": part.start,
        "end": part.end,
        "without": part.without,
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {"start": problem.start, "end": problem.end, "message": problem.message}


def _facet(facet: Facet) -> list[dict[str, Any]]:
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
