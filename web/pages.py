"""The pages a reader sees."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from search.searcher import search
from web import home as front
from web.context import found, in_context
from web.state import asked, engine

blueprint = Blueprint("pages", __name__)


@blueprint.get("/")
def home() -> str:
    """What the index holds, and examples made from it."""
    opened = engine()
    return render_template(
        "home.html",
        manifest=opened.manifest,
        documents=opened.documents()[: front.MOST_DOCUMENTS],
        examples=front.examples(opened),
        q="",
    )


@blueprint.get("/search")
def results() -> str | Response:
    """Results for ?q=; without one, the home page."""
    state = asked()
    if "from" in request.args or "to" in request.args:
        return redirect(url_for("pages.results", q=front.narrowed(state.q, request.args)), 303)
    if not state.q:
        return redirect(url_for("pages.home"), 302)
    opened = engine()
    page = search(opened, state.q, state.page, sort=state.sort)
    return render_template("results.html", page=page, q=state.q, sources=front.sources(opened))


@blueprint.get("/passages/<path:document>/<place>")
def passage(document: str, place: str) -> str:
    """A passage between its neighbours; `place` is `number~key`, or a number alone."""
    opened = engine()
    shown = found(opened, document, place)
    context = in_context(opened, shown) if shown else None
    if context is None:
        abort(404, f"There is no passage {document} {place}.")
    return render_template("passage.html", context=context, manifest=opened.manifest, q="")


@blueprint.get("/help")
def query_help() -> str:
    """The query language, from the same table as the parser's."""
    return render_template("help.html", fields=front.help_fields(), q="")
