"""What tells a supervisor that the site is well."""

from flask import Blueprint, Response, jsonify

from loccit.engines.errors import EngineError
from loccit.web.state import engine

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
def healthz() -> tuple[Response, int]:
    try:
        generation = engine().manifest.generation
    except EngineError as error:
        return jsonify(status="no index", detail=str(error)), 503
    return jsonify(status="ok", generation=generation), 200
