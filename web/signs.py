"""No control character of a text reaches whoever reads an answer; JSON escapes them itself."""

from flask import Flask, Response

from loccit.model.visible import visible

_READ = ("text/html", "text/plain", "application/atom+xml")
"""What is read as it is, rather than by a program that knows escapes."""


def mount(app: Flask) -> None:
    @app.after_request
    def without_controls(response: Response) -> Response:
        if response.mimetype in _READ and not response.is_streamed:
            text = response.get_data(as_text=True)
            shown = visible(text)
            if shown != text:
                response.set_data(shown)
        return response
