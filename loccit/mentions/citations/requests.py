"""Requests that editors leave in a text, which are marked like citations and are none."""

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


def is_request(label: str) -> bool:
    """Whether a label asks for a citation instead of being one.

    >>> is_request("Citation needed"), is_request("note 3")
    (True, False)
    """
    lower = label.lower()
    return lower in _WORDS or lower.startswith("dubious")
