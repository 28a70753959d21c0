"""JSON Lines: a passage a line, as the API has it, with its document, its address, its sources."""

import json

from loccit.model.as_json import (
    DocumentJson,
    PassageJson,
    ReferenceJson,
    document,
    passage,
    reference,
)
from loccit.web.exports.sources import listed
from loccit.web.quoting.quotation import Quotation


class ExportedJson(PassageJson):
    """A passage as an export has it: a line of `/search.jsonl`.

    `source` is its document, `sources` are what it cites, each once; the text of one is empty where
    the document lists none for the number or label.
    """

    score: float
    address: str
    source: DocumentJson
    sources: list[ReferenceJson]


def line(quoted: Quotation) -> str:
    record: ExportedJson = {
        **passage(quoted.passage),
        "score": quoted.score,
        "address": quoted.address,
        "source": document(quoted.document),
        "sources": [reference(each) for each in listed(quoted.passage, quoted.document)],
    }
    return json.dumps(record) + "\n"
