"""The JSON API, and what tells a supervisor that the site is well."""

from flask import Blueprint, Response, jsonify

from engines.errors import EngineError
from search import as_json
from search.searcher import search
from search.timeline import timeline
from web.state import asked, engine

blueprint = Blueprint("api", __name__)


@blueprint.get("/api/search")
def api_search() -> Response:
    """`?q=&page=&size=&sort=`: the same results as the page."""
    state = asked()
    return jsonify(
        as_json.result_page(search(engine(), state.q, state.page, state.size, state.sort))
    )


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
