"""JSON Lines: a passage a line, as the API has it, with its document and its address."""

import json

from loccit.search import as_json
from loccit.web.api import as_shapes, shapes
from loccit.web.exports.quoted import Quoted


def line(quoted: Quoted) -> str:
    found: shapes.ExportedJson = {
        **as_json.passage(quoted.passage),
        "score": quoted.score,
        "address": quoted.address,
        "source": as_shapes.document(quoted.document),
    }
    return json.dumps(found) + "\n"
