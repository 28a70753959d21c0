"""The API on one page: its operations, its description, and the page that explains it."""

from flask import Blueprint, Flask, Response, jsonify, render_template, request

from web.api import answers, explained, openapi
from web.api.operation import Operation
from web.exports.exports import FILES

OPERATIONS = (
    Operation("/search", answers.search, "/search?q=air+strikes&size=2"),
    Operation("/suggest", answers.suggest, "/suggest?q=dam"),
    Operation("/timeline", answers.timeline, "/timeline?q=air+strikes"),
    Operation("/index", answers.index, "/index"),
    Operation("/documents", answers.every_document, "/documents"),
    Operation("/documents/<path:document>", answers.document, "/documents/syrian-civil-war?page=2"),
    Operation("/passages/<path:document>/<place>", answers.passage, "/passages/syrian-civil-war/9"),
    Operation("/entities", answers.every_entity, "/entities?prefix=syria&size=5"),
    Operation("/entities/<type>/<path:name>", answers.entity, "/entities/place/Damascus"),
    Operation(
        "/citations/<path:document>/<number>", answers.cited, "/citations/syrian-civil-war/48"
    ),
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
        shown = explained.page(OPERATIONS, FILES, request.script_root)
        return render_template("api.html", q="", **shown)

    app.register_blueprint(blueprint)
