"""Signs that stand in flat wikitext for what is settled: marks, text as it is, what is set aside.

They are characters that no page has (`cleared` takes them out of it), so that whatever is done to
the text around them leaves them whole.
"""

import re

MARK = re.compile("\ue000(\\d+)\ue001")
LITERAL = re.compile("\ue002(\\d+)\ue003")
ASIDE = re.compile("\ue004([^\ue004\ue005]*)\ue005")
"""A text of its own: a picture's caption."""
GONE = "\ue006"
"""Here stood a template that isn't shown."""
BAR = "\ue007"
"""A bar that divides nothing."""

BLOCK_TAG = re.compile(
    r"<(?P<end>/)?(?P<name>table|tr|t[dh]|caption|[uod]l|li|d[td]|p|div|blockquote|center|h[1-6])"
    r"(?P<with>[\s/][^<>]{0,500})?>",
    re.IGNORECASE,
)
"""A tag of HTML that begins or ends a block."""

_ALL = re.compile("[\ue000-\ue007]")


def cleared(text: str) -> str:
    return _ALL.sub("", text)


def mark(at: int) -> str:
    return f"\ue000{at}\ue001"


def literal(at: int) -> str:
    return f"\ue002{at}\ue003"


def aside(text: str) -> str:
    """A text set aside, in a line; what was set aside in it is part of it."""
    inside = BLOCK_TAG.sub(" ", ASIDE.sub(r" \1 ", text)).replace("\n", " ")
    return f"\ue004{inside}\ue005"
