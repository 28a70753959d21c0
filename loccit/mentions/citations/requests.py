"""What is marked like a citation and cites nothing: requests that editors leave in a text."""

from loccit.mentions.citations.pointers import is_pointer
from loccit.model.mentions import Citation

PATTERN = (
    r"citation needed|clarification needed|better source needed|dubious(?: [-–] discuss)?"
    r"|when\?|who\?|which\?|by whom\?|according to whom\?|failed verification|page needed"
    r"|unreliable source\?|dead link|verification needed"
)
_WORDS = frozenset(
    "citation needed|clarification needed|better source needed|when?|who?|which?|by whom?"
    "|according to whom?|failed verification|page needed|unreliable source?|dead link"
    "|verification needed".split("|")
)


def cites_nothing(citation: Citation) -> bool:
    """Whether it is a request, or a pointer with no citation before it."""
    if is_request(citation.label):
        return True
    return citation.number is None and not citation.to and is_pointer(citation.label)


def is_request(label: str) -> bool:
    """Whether a label asks for a citation instead of being one.

    >>> is_request("Citation needed"), is_request("note 3")
    (True, False)
    """
    lower = label.lower()
    return lower in _WORDS or lower.startswith("dubious")
