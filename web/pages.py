"""The pages a reader sees."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from loccit.engines.deadline import Deadline
from loccit.search.about import document as documents
from loccit.search.about import source as sources
from loccit.search.about.citation import cited, cited_here
from loccit.search.about.compare import compared
from loccit.search.about.names import named, names_here, readings
from loccit.search.about.together import Order, together
from loccit.search.facets import TITLES, VALUES_ON_A_PAGE, values
from loccit.search.query.parser import parse
from loccit.search.searcher import SECONDS, search
from loccit.search.timeline.over_time import search_over_time
from loccit.web import home as front
from loccit.web import results as beside
from loccit.web.context import found, in_context
from loccit.web.errors import NotThere
from loccit.web.state import asked, engine, whole_number
from loccit.web.words import KINDS, document_search, name_search

blueprint = Blueprint("pages", __name__)
MOST_REFERENCES = 40
"""Of a document that its own page lists; all are on a page apart."""
MOST_CITATION = 999_999_999
"""A citation number has at most nine digits."""


@blueprint.get("/")
def home() -> str:
    """What the index holds, and examples made from it."""
    opened = engine()
    return render_template(
        "home.html",
        manifest=opened.manifest,
        documents=opened.documents()[: front.MOST_DOCUMENTS],
        examples=front.examples(opened),
        over_time=front.whole(opened),
        browse=front.browse(opened),
        q="",
    )


@blueprint.get("/search")
def results() -> str | Response:
    """Results for ?q=; without one, the home page."""
    state = asked()
    if "from" in request.args or "to" in request.args:
        return redirect(
            url_for("pages.results", q=beside.narrowed(engine(), state.q, request.args)), 303
        )
    if not state.q:
        return redirect(url_for("pages.home"), 302)
    opened = engine()
    page = search(opened, state.q, state.page, sort=state.sort, group=state.group)
    return render_template(
        "results.html",
        page=page,
        search_for=beside.keeping_order(page),
        q=state.q,
        sources=beside.sources(opened, page),
        over_time=beside.drawn(opened, page),
        ends=beside.ends(page.parsed),
        preview=beside.preview(opened, page),
    )


@blueprint.get("/facets/<field>")
def facet(field: str) -> str:
    """All the values of one facet of a search, to narrow by; `?containing=` filters them."""
    state = asked()
    if field not in TITLES:
        raise NotThere(f"There is nothing to narrow by called {field}.", state.q)
    opened = engine()
    until = Deadline.within(SECONDS)
    parsed = parse(state.q, opened, until)
    containing = request.args.get("containing", "").strip()[:200]
    shown = values(opened, parsed, field, containing, state.page, until)
    return render_template(
        "facet.html",
        facet=shown, q=state.q, containing=containing, page=state.page,
        pages=max(1, -(-shown.total // VALUES_ON_A_PAGE)), manifest=opened.manifest,
    )  # fmt: skip


@blueprint.get("/passages/<path:document>/<place>")
def passage(document: str, place: str) -> str:
    """A passage between its neighbours; `place` is `number~key`, or a number alone."""
    opened = engine()
    shown = found(opened, document, place)
    context = in_context(opened, shown) if shown else None
    if context is None:
        raise NotThere(f"There is no passage {document} {place}.", f"{document}#{place}")
    return render_template(
        "passage.html",
        context=context,
        is_gone="~" in place and place.partition("~")[2] != context.passage.key,
        citations=cited_here(opened, context.passage),
        names=names_here(opened, context.passage),
        manifest=opened.manifest,
        q="",
    )


@blueprint.get("/documents/<path:document>")
def document(document: str) -> str:
    """A document's passages in order, its references and its times."""
    opened = engine()
    about = documents.opened(opened, document, whole_number(request.args.get("page", ""), 1))
    if about is None:
        raise NotThere(f"There is no document {document}.", document)
    return render_template(
        "document.html",
        about=about,
        over_time=search_over_time(opened, document_search(document)),
        most_references=MOST_REFERENCES,
        manifest=opened.manifest,
        q="",
    )


@blueprint.get("/references/<path:document>")
def references(document: str) -> str:
    """What all the citation numbers of a document stand for."""
    opened = engine()
    found = opened.document(document)
    if found is None:
        raise NotThere(f"There is no document {document}.", document)
    return render_template("references.html", document=found, manifest=opened.manifest, q="")


@blueprint.get("/citations/<path:document>/<int:number>")
def citation(document: str, number: int) -> str:
    """What a document's citation number stands for, and where it stands."""
    opened = engine()
    about = cited(opened, document, number) if number <= MOST_CITATION else None
    if about is None:
        raise NotThere(f"There is no citation {number} in {document}.", document)
    return render_template("citation.html", about=about, manifest=opened.manifest, q="")


@blueprint.get("/names/<type>/<path:name>")
def name(type: str, name: str) -> str:
    """A name: its forms with their reasons, its passages, its times, its company."""
    opened = engine()
    about = named(opened, type, name, whole_number(request.args.get("page", ""), 1))
    if about is None:
        raise NotThere(f"There is no {type} named {name}.", name)
    others = [each for each in readings(opened, name) if each != about.name]
    return render_template(
        "entity.html",
        about=about,
        over_time=search_over_time(opened, name_search(about.name.type, about.name.name)),
        others=others,
        kinds=KINDS,
        manifest=opened.manifest,
        q="",
    )


@blueprint.get("/sources/<path:document>/<int:number>")
def source(document: str, number: int) -> str:
    """A source: under which numbers it is cited, in which documents, and by which passages."""
    opened = engine()
    page = whole_number(request.args.get("page", ""), 1)
    about = sources.source(opened, document, number, page) if number <= MOST_CITATION else None
    if about is None:
        raise NotThere(f"{document} lists no source for the number {number}.", document)
    return render_template("source.html", about=about, manifest=opened.manifest, q="")


@blueprint.get("/together")
def names_together() -> str:
    """The names in the passages of a search: how often, how surprisingly, and with which others."""
    state = asked()
    opened = engine()
    until = Deadline.within(SECONDS)
    parsed = parse(state.q, opened, until)
    order: Order = "count" if request.args.get("order") == "count" else "surprise"
    found = together(opened, parsed, order, until)
    return render_template(
        "together.html", found=found, order=order, q=state.q, manifest=opened.manifest
    )


@blueprint.get("/compare")
def compare() -> str:
    """Two searches over time, drawn to one scale."""
    opened = engine()
    one, other = (request.args.get(name, "").strip() for name in ("a", "b"))
    found = compared(opened, one, other, Deadline.within(SECONDS))
    return render_template("compare.html", compared=found, manifest=opened.manifest, q="")


@blueprint.get("/help")
def query_help() -> str:
    """The query language, from the same table as the parser's."""
    return render_template("help.html", fields=front.help_fields(), q="")
