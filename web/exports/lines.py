"""JSON Lines: a passage a line, as the API has it, with its document and its address."""

import json

from loccit.model.as_json import DocumentJson, PassageJson, document, passage
from loccit.web.exports.quoted import Quotation


class ExportedJson(PassageJson):
    """A passage as an export has it: a line of `/search.jsonl`."""

    score: float
    address: str
    source: DocumentJson


def line(quoted: Quotation) -> str:
    record: ExportedJson = {
        **passage(quoted.passage),
        "score": quoted.score,
        "address": quoted.address,
        "source": document(quoted.document),
    }
    return json.dumps(record) + "\n"
