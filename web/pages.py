"""The pages a reader sees."""

from typing import cast

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from loccit.engines import field_table
from loccit.model.addresses import CitationAddress
from loccit.search import narrowing
from loccit.search.about import document as documents
from loccit.search.about import documents as document_list
from loccit.search.about import source as sources
from loccit.search.about.citation import cited, cited_here
from loccit.search.about.compare import Compared, Side, compared
from loccit.search.about.name import named, names_here
from loccit.search.about.together import Order, Together, together
from loccit.search.cited import labels
from loccit.search.facets import VALUES_ON_A_PAGE, values
from loccit.search.forms import examples
from loccit.search.query.parser import parse
from loccit.search.results import Facet
from loccit.search.searcher import in_time, search
from loccit.web import home as front
from loccit.web import results as beside
from loccit.web.context import changed_at, in_context, passage_at
from loccit.web.errors import NotThere
from loccit.web.quoting.quotation import quoter
from loccit.web.quoting.styles import NAMES, Style, is_style, reference
from loccit.web.state import asked, engine, until, whole_number
from loccit.web.words import KINDS

blueprint = Blueprint("pages", __name__)
MOST_REFERENCES = 40
"""Of a document that its own page lists; all are on a page apart."""
MOST_LEFT_OUT = 200
"""Files that the page of all documents names as not indexed."""


@blueprint.get("/")
def home() -> str:
    """What the index holds, and examples made from it."""
    opened = engine()
    page = front.home(opened, until())
    return render_template(
        "home.html",
        manifest=opened.manifest,
        documents=opened.by_title("", 0, front.MOST_DOCUMENTS).documents,
        home=page,
        stopped=page.stopped,
        q="",
    )


@blueprint.get("/search")
def results() -> str | Response:
    """Results for ?q=; without one, the home page."""
    state = asked()
    opened = engine()
    if document := request.args.get("in", ""):
        inside = narrowing.in_document(state.q, document)
        return redirect(url_for("pages.results", q=inside), 303)
    if "from" in request.args or "to" in request.args:
        narrowed = beside.narrowed(opened, state.q, request.args, until())
        return redirect(url_for("pages.results", q=narrowed), 303)
    if not state.q:
        return redirect(url_for("pages.home"), 302)
    page = search(
        opened, state.q, until(), page=state.page, sort=state.sort, grouping=state.grouping,
        spelled=state.spelled,
    )  # fmt: skip
    return render_template(
        "results.html",
        page=page,
        search_for=beside.keeping_order(page),
        as_typed=beside.as_typed(page),
        q=page.typed if page.instead_of else state.q,
        typed=state.q,
        documents=beside.documents(opened, page),
        over_time=beside.drawn(opened, page, until()),
        ends=beside.ends(page.parsed),
        preview=beside.preview(page),
        records=beside.records(opened, page),
        records_of_most=beside.records_of_most(opened, page, until()),
        records_of_preview=beside.records_of_preview(opened, page, until()),
    )


@blueprint.get("/facets/<field>")
def facet(field: str) -> str:
    """All the values of one facet of a search, to narrow by; `?containing=` filters them."""
    state = asked()
    offered = {row.name: row for row in field_table.offered()}
    if field not in offered:
        raise NotThere(f"There is nothing to narrow by called {field}.", state.q)
    opened = engine()
    parsed = parse(state.q, opened, until())
    containing = request.args.get("containing", "").strip()[:200]
    shown = in_time(lambda: values(opened, parsed, field, containing, state.page, until()))
    empty = Facet(field, offered[field].title, ())
    return render_template(
        "facet.html",
        facet=shown or empty, q=state.q, containing=containing, page=state.page,
        pages=max(1, -(-(shown or empty).total // VALUES_ON_A_PAGE)), manifest=opened.manifest,
        stopped=shown is None,
    )  # fmt: skip


@blueprint.get("/passages/<path:document>/<place>")
def passage(document: str, place: str) -> str:
    """A passage between its neighbours; `place` is `number~key`, or a number alone."""
    opened = engine()
    shown = passage_at(opened, document, place, until())
    was = changed_at(opened, document, place, shown, until())
    shown = was.passage if was else shown
    context = in_context(opened, shown, until()) if shown else None
    if context is None:
        raise NotThere(f"There is no passage {document} {place}.", document)
    citations = in_time(lambda: cited_here(opened, context.passage, until()))
    names = in_time(lambda: names_here(opened, context.passage, until()))
    style = request.args.get("style", "")
    chosen: Style = cast(Style, style) if is_style(style) else "loccit"
    quoted = quoter(opened)(context.passage, 0.0)
    return render_template(
        "passage.html",
        context=context,
        was=was,
        quoted=quoted,
        style=chosen,
        styles=NAMES,
        reference=reference(quoted, chosen),
        citations=citations or (),
        cited_in_all=len(labels(context.passage)),
        names=names or (),
        stopped=citations is None or names is None,
        manifest=opened.manifest,
        q="",
    )


@blueprint.get("/documents")
def all_documents() -> str:
    """All documents, by their titles; `?containing=` filters them."""
    opened = engine()
    page = whole_number(request.args.get("page", ""), 1)
    containing = request.args.get("containing", "").strip()[:200]
    listed = in_time(lambda: document_list.listed(opened, containing, page, until()))
    return render_template(
        "documents.html", listed=listed or document_list.DocumentsPage(page, 0, ()),
        containing=containing, stopped=listed is None, manifest=opened.manifest, q="",
        most_left_out=MOST_LEFT_OUT,
    )  # fmt: skip


@blueprint.get("/documents/<path:document>")
def document(document: str) -> str:
    """A document's passages in order, its references and its times."""
    opened = engine()
    page = whole_number(request.args.get("page", ""), 1)
    about = documents.opened(opened, document, page, until())
    if about is None:
        raise NotThere(f"There is no document {document}.", document)
    return render_template(
        "document.html",
        about=about,
        stopped=about.stopped,
        most_references=MOST_REFERENCES,
        manifest=opened.manifest,
        q="",
    )


@blueprint.get("/references/<path:document>")
def references(document: str) -> str:
    """What all the citations of a document stand for."""
    opened = engine()
    held = opened.document(document)
    if held is None:
        raise NotThere(f"There is no document {document}.", document)
    return render_template("references.html", document=held, manifest=opened.manifest, q="")


@blueprint.get("/citations/<path:document>/<label>")
def citation(document: str, label: str) -> str:
    """What a document cites as a number or label, and where."""
    opened = engine()
    address = CitationAddress.read(f"{document}#{label}")
    about = cited(opened, address, until()) if address else None
    if about is None:
        raise NotThere(f"There is no citation {label} in {document}.", document)
    return render_template(
        "citation.html", about=about, stopped=about.stopped, manifest=opened.manifest, q=""
    )


@blueprint.get("/names/<type>/<path:name>")
def name(type: str, name: str) -> str:
    """A name: its forms with their reasons, its passages, its times, its company."""
    opened = engine()
    page = whole_number(request.args.get("page", ""), 1)
    about = named(opened, type, name, page, until())
    if about is None:
        raise NotThere(f"There is no {type} named {name}.", name)
    return render_template(
        "entity.html",
        about=about,
        records=beside.records_of_name(opened, about.name, until()),
        stopped=about.stopped,
        kinds=KINDS,
        manifest=opened.manifest,
        q="",
    )


@blueprint.get("/sources/<path:document>/<label>")
def source(document: str, label: str) -> str:
    """A source: as what it is cited, in which documents, and by which passages."""
    opened = engine()
    page = whole_number(request.args.get("page", ""), 1)
    address = CitationAddress.read(f"{document}#{label}")
    about = sources.source(opened, address, page, until()) if address else None
    if about is None:
        raise NotThere(f"{document} lists no source for {label}.", document)
    return render_template(
        "source.html", about=about, stopped=about.stopped, manifest=opened.manifest, q=""
    )


@blueprint.get("/together")
def names_together() -> str:
    """The names in the passages of a search: how often, how far above chance, and with which."""
    state = asked()
    opened = engine()
    parsed = parse(state.q, opened, until())
    order: Order = "count" if request.args.get("order") == "count" else "surprise"
    names = in_time(lambda: together(opened, parsed, order, until()))
    return render_template(
        "together.html", together=names or Together(0, (), ()), stopped=names is None,
        order=order, q=state.q, manifest=opened.manifest,
    )  # fmt: skip


@blueprint.get("/compare")
def compare() -> str:
    """Two searches over time, drawn to one scale."""
    opened = engine()
    one, other = (request.args.get(name, "").strip() for name in ("a", "b"))
    both = in_time(lambda: compared(opened, one, other, until()))
    empty = Compared((Side(one, 0, None), Side(other, 0, None)))
    return render_template(
        "compare.html", compared=both or empty, stopped=both is None, manifest=opened.manifest,
        q="",
    )  # fmt: skip


@blueprint.get("/help")
def query_help() -> str:
    """Every form of the query language, with an example of this index."""
    opened = engine()
    groups = examples(opened, until())
    return render_template("help.html", groups=groups, manifest=opened.manifest, q="")
