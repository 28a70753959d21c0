"""A quotation with its reference, as one pastes it into a text."""

from loccit.web.quoting.quotation import Quotation
from loccit.web.quoting.styles import Style, reference


def quotation(quoted: Quotation, style: Style = "loccit") -> str:
    return f"“{quoted.text}” {''.join(run.text for run in reference(quoted, style))}\n"
