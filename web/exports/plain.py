"""A quotation with its reference, as one pastes it into a text."""

from loccit.web.exports.quoted import Quotation


def quotation(quoted: Quotation) -> str:
    source = f", {quoted.document.source}" if quoted.document.source else ""
    licence = f" {quoted.document.licence}." if quoted.document.licence else ""
    return (
        f"“{quoted.text}” “{quoted.passage.title or quoted.document.id}”,"
        f" passage {quoted.passage.number}{source}; {quoted.build}.{licence}\n"
    )
