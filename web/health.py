"""What tells a supervisor that the site is well."""

from flask import Blueprint, Response, jsonify

from loccit.engines.errors import EngineError
from loccit.web.state import served

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
def healthz() -> tuple[Response, int]:
    try:
        standing = served()
    except EngineError as error:
        return jsonify(status="no index", detail=str(error)), 503
    generation = standing.engine.manifest.generation
    if standing.damage is not None:
        return jsonify(status="damaged", generation=generation, detail=standing.notice), 200
    return jsonify(status="ok", generation=generation), 200
