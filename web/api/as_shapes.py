"""Values of the search room in the shapes of the API's answers."""

from flask import url_for

from loccit.engines.manifest import Manifest
from loccit.model import as_json as model_json
from loccit.model.documents import Passage
from loccit.search.about.citation import Citing
from loccit.search.about.name import Companion
from loccit.web.api import shapes
from loccit.web.context import InContext


def left_out(manifest: Manifest) -> list[shapes.LeftOutJson]:
    return [{"path": each.path, "why": each.why} for each in manifest.left_out]


def companion(beside_it: Companion) -> shapes.CompanionJson:
    return {"type": beside_it.type, "name": beside_it.name, "count": beside_it.count}


def citing(cited: Citing) -> shapes.CitingJson:
    return {
        "passage": model_json.passage(cited.passage),
        "roles": list(cited.roles),
        "supported": list(cited.supported),
        "before": cited.before.id if cited.before else None,
    }


def beside(shown: InContext, links: shapes.LinksJson) -> shapes.LinksJson:
    """The links of a passage, with those to the ones before and after it."""
    if shown.before:
        links["prev"] = _api_address(shown.before)
    if shown.after:
        links["next"] = _api_address(shown.after)
    return links


def _api_address(passage: Passage) -> str:
    place = f"{passage.number}~{passage.key}"
    return url_for("api.passage", document=passage.document, place=place)
