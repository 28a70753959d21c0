"""CSL-JSON (Citation Style Language 1.0.2), as Zotero, pandoc and citeproc read it."""

import json

from loccit.web.exports.quoted import Quotation


def items(quoted: Quotation) -> str:
    item = {
        "id": quoted.key,
        "type": "webpage" if quoted.source else "document",
        "title": quoted.passage.title or quoted.document.id,
        "URL": quoted.source or quoted.address,
        "section": quoted.passage.section,
        "license": quoted.document.licence,
        "note": quoted.note,
        "abstract": quoted.text,
    }
    return json.dumps([{name: value for name, value in item.items() if value}], indent=1) + "\n"
