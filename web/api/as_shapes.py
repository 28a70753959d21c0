"""Values of the search room in the shapes of the API's answers."""

from flask import url_for

from loccit.model.documents import Document, Passage, Reference
from loccit.model.names import Name
from loccit.search import as_json
from loccit.search.about.citation import Citing
from loccit.search.about.name import Companion
from loccit.web.api import shapes
from loccit.web.context import InContext


def document(found: Document) -> shapes.DocumentJson:
    return {
        "id": found.id,
        "title": found.title,
        "source": found.source,
        "licence": found.licence,
        "contiguous": found.contiguous,
    }


def reference(found: Reference) -> shapes.ReferenceJson:
    return {
        "number": found.number,
        "text": found.text,
        "address": found.address,
        "author": found.author,
        "date": found.date,
        "title": found.title,
    }


def name(found: Name) -> shapes.EntityNameJson:
    return {
        "type": found.type,
        "name": found.name,
        "forms": [{"form": f.form, "count": f.count, "reason": f.reason} for f in found.forms],
    }


def companion(found: Companion) -> shapes.CompanionJson:
    return {"type": found.type, "name": found.name, "count": found.count}


def citing(found: Citing) -> shapes.CitingJson:
    return {
        "passage": as_json.passage(found.passage),
        "roles": list(found.roles),
        "supported": list(found.supported),
        "before": found.before.id if found.before else None,
    }


def beside(shown: InContext, found: shapes.LinksJson) -> shapes.LinksJson:
    """The links of a passage, with those to the ones before and after it."""
    if shown.before:
        found["prev"] = _api_address(shown.before)
    if shown.after:
        found["next"] = _api_address(shown.after)
    return found


def _api_address(passage: Passage) -> str:
    place = f"{passage.number}~{passage.key}"
    return url_for("api.passage", document=passage.document, place=place)
