"""No control character of a text reaches whoever reads an answer: signs and escapes do."""

from collections.abc import Callable

from flask import Flask, Response

from loccit.model.visible import escaped, visible

_READ = ("text/html", "text/plain", "text/csv", "application/atom+xml", "application/x-bibtex",
         "application/x-research-info-systems")  # fmt: skip
"""What is read as it is; everything else that has texts of documents is JSON."""


def cleaning(type: str) -> Callable[[str], str]:
    """What makes a text of that media type fit to be sent."""
    if type.partition(";")[0] in _READ:
        return visible
    return escaped if "json" in type else str


def mount(app: Flask) -> None:
    @app.after_request
    def without_controls(response: Response) -> Response:
        clean = cleaning(response.mimetype or "")
        own = not (response.is_streamed or response.direct_passthrough)
        if clean is not str and own:
            text = response.get_data(as_text=True)
            cleaned = clean(text)
            if cleaned != text:
                response.set_data(cleaned)
        return response
