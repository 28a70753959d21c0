"""The JSON API, and what tells a supervisor that the site is well."""

from flask import Blueprint, Response, jsonify

from engines.errors import EngineError
from search.as_json import result_page
from search.searcher import search
from web.state import asked, engine

blueprint = Blueprint("api", __name__)


@blueprint.get("/api/search")
def api_search() -> Response:
    """`?q=&page=&size=&sort=`: the same results as the page."""
    state = asked()
    return jsonify(result_page(search(engine(), state.q, state.page, state.size, state.sort)))


@blueprint.get("/healthz")
def healthz() -> tuple[Response, int]:
    try:
        generation = engine().manifest.generation
    except EngineError as error:
        return jsonify(status="no index", detail=str(error)), 503
    return jsonify(status="ok", generation=generation), 200
