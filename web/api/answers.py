"""The operations: what is asked of the engine in service, and the answer in its JSON."""

from flask import url_for

from loccit.engines.deadline import OutOfTime
from loccit.engines.engine import Engine
from loccit.model import as_json as model_json
from loccit.model.addresses import CitationAddress
from loccit.search import as_json
from loccit.search.about import citation, name
from loccit.search.about import document as documents
from loccit.search.cited import Listed, sources
from loccit.search.json_shapes import TimelineJson
from loccit.search.pages import DEEPEST
from loccit.search.query.parser import MOST_CHARACTERS
from loccit.search.searcher import search as found
from loccit.search.suggestions import suggest as suggested
from loccit.search.timeline.timeline import Timeline, tabulated
from loccit.search.timeline.timeline import timeline as timed
from loccit.search.timeline.when import When
from loccit.web import context
from loccit.web.addresses import citation_address, document_address, name_address, passage_address
from loccit.web.api import as_shapes, parameters, shapes
from loccit.web.api.links import links, paged
from loccit.web.errors import NotThere
from loccit.web.exports.parameters import OnePassage
from loccit.web.parameters import BadParameters, Wrong
from loccit.web.state import until

_DEEPER = f"goes down to match {DEEPEST:,}; take all of them from /search.jsonl or /search.csv"


def search(engine: Engine, asked: parameters.Search) -> shapes.SearchJson:
    """Search the passages

    What can't be read in the query is named among `problems`, and the rest is searched. A query
    that finds nothing and has one likely mending is searched for as mended.
    """
    if asked.page > max(1, DEEPEST // asked.size):
        raise BadParameters([Wrong("page", _DEEPER)])
    page = found(
        engine, asked.q, until(), page=asked.page, size=asked.size, sort=asked.sort,
        explain=asked.explain, grouping=asked.group, spelled=asked.spelled,
    )  # fmt: skip
    pages = max(1, min(page.pages, DEEPEST // asked.size))
    spelled = asked.spelled if asked.spelled != "likely" else None
    html = url_for("pages.results", q=asked.q, sort=asked.sort, group=asked.group, spelled=spelled)
    return {**as_json.result_page(page), "links": paged(asked.page, pages, html)}


def suggest(engine: Engine, asked: parameters.TypedSoFar) -> shapes.SuggestionsJson:
    """What a search being typed may go on to: fields, names, documents and words"""
    typed = asked.q[:MOST_CHARACTERS]
    return {"suggestions": as_json.suggestions(suggested(engine, typed, until()))}


def timeline(engine: Engine, asked: parameters.Found) -> TimelineJson:
    """How many of the passages that a search finds fall when, and how well that is known"""
    return as_json.timeline(timed(engine, asked.q, until()))


def index(engine: Engine, asked: parameters.NothingAsked) -> shapes.IndexJson:
    """What the index holds and when it was built"""
    manifest = engine.manifest
    return {
        "engine": manifest.engine,
        "generation": manifest.generation,
        "built": manifest.built,
        "fingerprint": manifest.fingerprint,
        "documents": manifest.documents,
        "passages": manifest.passages,
        "counts": dict(manifest.counts or {}),
        "skipped": manifest.skipped,
        "left_out": as_shapes.left_out(manifest),
    }


def passage(engine: Engine, asked: OnePassage) -> shapes.PassagePageJson:
    """A passage between its neighbours"""
    at = context.passage_at(engine, asked.document, asked.place, until())
    was = context.changed_at(engine, asked.document, asked.place, at, until())
    at = was.passage if was else at
    shown = context.in_context(engine, at, until()) if at else None
    if shown is None:
        raise NotThere(f"There is no passage {asked.document} {asked.place}.")
    return {
        "passage": model_json.passage(shown.passage),
        "sources": [
            as_json.cited_source(each) for each in sources(shown.passage, Listed(shown.document))
        ],
        "is_changed": was is not None,
        "former": was.former.text if was and was.former else None,
        "document": model_json.document(shown.document),
        "neighbours": [
            model_json.passage(each.passage)
            for each in shown.shown
            if each.passage.number != shown.passage.number
        ],
        "opens_next": list(shown.opens_next),
        "last_number": shown.last_number,
        "generation": engine.manifest.generation,
        "links": as_shapes.beside(shown, links(passage_address(shown.passage))),
    }


def every_document(engine: Engine, asked: parameters.Documents) -> shapes.DocumentsJson:
    """The documents of the index"""
    held = engine.documents()
    first = (asked.page - 1) * asked.size
    return {
        "total": len(held),
        "page": asked.page,
        "size": asked.size,
        "documents": [model_json.document(each) for each in held[first : first + asked.size]],
        "skipped": engine.manifest.skipped,
        "left_out": as_shapes.left_out(engine.manifest) if asked.page == 1 else [],
        "links": paged(asked.page, max(1, -(-len(held) // asked.size))),
    }


def document(engine: Engine, asked: parameters.OneDocument) -> shapes.DocumentPageJson:
    """A document with its references, its timeline and its passages"""
    about = documents.opened(engine, asked.document, asked.page, until())
    if about is None:
        raise NotThere(f"There is no document {asked.document}.")
    _check(about.stopped)
    return {
        "document": model_json.document(about.document),
        "references": [model_json.reference(each) for each in about.document.references],
        "timeline": as_json.timeline(_times(about.when)),
        "total": about.total,
        "page": about.page,
        "size": documents.SIZE,
        "passages": [model_json.passage(each) for each in about.passages],
        "links": paged(about.page, about.pages, document_address(about.document.id)),
    }


def every_entity(engine: Engine, asked: parameters.Entities) -> shapes.EntitiesJson:
    """The names of the index, or those with a form that begins so"""
    held = engine.names(asked.prefix, (asked.page - 1) * asked.size, asked.size)
    return {
        "total": held.total,
        "page": asked.page,
        "size": asked.size,
        "entities": [model_json.name(each) for each in held.names],
        "links": paged(asked.page, max(1, -(-held.total // asked.size))),
    }


def entity(engine: Engine, asked: parameters.OneEntity) -> shapes.EntityPageJson:
    """A name with its forms, its company, its timeline and its passages"""
    about = name.named(engine, asked.type, asked.name, asked.page, until())
    if about is None:
        raise NotThere(f"There is no {asked.type} named {asked.name}.")
    _check(about.stopped)
    return {
        "entity": model_json.name(about.name),
        "companions": [as_shapes.companion(each) for each in about.companions],
        "timeline": as_json.timeline(_times(about.when)),
        "total": about.total,
        "page": about.page,
        "size": name.SIZE,
        "passages": [model_json.passage(each) for each in about.passages],
        "links": paged(about.page, about.pages, name_address(about.name.type, about.name.name)),
    }


def cited(engine: Engine, asked: parameters.OneCitation) -> shapes.CitationPageJson:
    """What a document cites as a number or label, and the passages that cite it"""
    address = CitationAddress.read(f"{asked.document}#{asked.label}")
    about = citation.cited(engine, address, until()) if address else None
    if about is None:
        raise NotThere(f"There is no citation {asked.label} in {asked.document}.")
    _check(about.stopped)
    return {
        "document": model_json.document(about.document),
        "label": about.label,
        "number": about.number,
        "reference": model_json.reference(about.reference) if about.reference else None,
        "cited": [model_json.document(each) for each in about.cited],
        "total": about.total,
        "citing": [as_shapes.citing(each) for each in about.citing],
        "links": links(citation_address(about.document.id, about.label)),
    }


def _check(stopped: bool) -> None:
    """A program gets all of an answer or a refusal; raises OutOfTime."""
    if stopped:
        raise OutOfTime


def _times(when: When | None) -> Timeline:
    if when is None:
        raise OutOfTime
    return tabulated(when)
