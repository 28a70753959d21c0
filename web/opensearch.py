"""What lets a browser add Loccit as a search engine (OpenSearch 1.1), and its suggestions."""

from flask import Blueprint, Response, jsonify, render_template, request

from loccit.search.query.parser import MOST_CHARACTERS
from loccit.search.suggestions import suggest
from loccit.web.state import engine, until

blueprint = Blueprint("opensearch", __name__)


@blueprint.get("/opensearch.xml")
def description() -> Response:
    """Where a browser finds the search, its suggestions and its feed."""
    text = render_template("opensearch.xml")
    return Response(text, content_type="application/opensearchdescription+xml; charset=utf-8")


@blueprint.get("/opensearch/suggest")
def suggestions() -> Response:
    """`?q=`: what was typed, what it may go on to, and what each of these is."""
    typed = request.args.get("q", "")
    offered = suggest(engine(), typed[:MOST_CHARACTERS], until())
    response = jsonify(
        [typed, [each.search.strip() for each in offered], [f.note for f in offered]]
    )
    response.content_type = "application/x-suggestions+json"
    return response
