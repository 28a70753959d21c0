"""The API on one page: its operations, its description, and the page that explains it."""

from flask import Blueprint, Flask, Response, jsonify, render_template, request

from loccit.engines.errors import EngineError
from loccit.web.api import answers, explained, openapi, tries
from loccit.web.api.operation import Operation
from loccit.web.exports.exports import FILES
from loccit.web.state import engine, until

OPERATIONS = (
    Operation("/search", answers.search, "q=cite:any&size=2"),
    Operation("/suggest", answers.suggest, "q=th"),
    Operation("/timeline", answers.timeline, "q=cite:any"),
    Operation("/index", answers.index),
    Operation("/documents", answers.every_document),
    Operation("/documents/<path:document>", answers.document),
    Operation("/passages/<path:document>/<place>", answers.passage),
    Operation("/entities", answers.every_entity, "size=5"),
    Operation("/entities/<type>/<path:name>", answers.entity),
    Operation("/citations/<path:document>/<label>", answers.cited),
)


def mount(app: Flask) -> None:
    blueprint = Blueprint("api", __name__, url_prefix="/api")
    for operation in OPERATIONS:
        operation.mount(blueprint)

    @blueprint.get("/openapi.json")
    def description() -> Response:
        """What the API takes and answers, as OpenAPI 3.1."""
        return jsonify(openapi.described(OPERATIONS, FILES, request.script_root))

    @blueprint.get("/")
    def explanation() -> str:
        """The same for people."""
        try:
            held = tries.held(engine(), until())
        except EngineError:
            held = {}
        shown = explained.page(OPERATIONS, FILES, request.script_root, held)
        return render_template("api.html", q="", **shown)

    app.register_blueprint(blueprint)
