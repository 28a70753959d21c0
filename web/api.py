"""The JSON API, and what tells a supervisor that the site is well."""

from flask import Blueprint, Response, jsonify, request

from engines.errors import EngineError
from search import as_json
from search.query_parser import MOST_CHARACTERS
from search.searcher import search
from search.suggestions import suggest
from search.timeline import timeline
from web.state import asked, engine

blueprint = Blueprint("api", __name__)


@blueprint.get("/api/search")
def api_search() -> Response:
    """`?q=&page=&size=&sort=&explain=`: the same results as the page."""
    state = asked()
    found = search(engine(), state.q, state.page, state.size, state.sort, state.explain)
    return jsonify(as_json.result_page(found))


@blueprint.get("/api/suggest")
def api_suggest() -> Response:
    """`?q=`: the fields, names and words that a search being typed may go on to."""
    typed = request.args.get("q", "")[:MOST_CHARACTERS]
    return jsonify(suggestions=as_json.suggestions(suggest(engine(), typed)))


@blueprint.get("/api/timeline")
def api_timeline() -> Response:
    """`?q=`: how many of the passages fall when, and how well that is known."""
    return jsonify(as_json.timeline(timeline(engine(), asked().q)))


@blueprint.get("/healthz")
def healthz() -> tuple[Response, int]:
    try:
        generation = engine().manifest.generation
    except EngineError as error:
        return jsonify(status="no index", detail=str(error)), 503
    return jsonify(status="ok", generation=generation), 200
