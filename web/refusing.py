"""What is refused before anything is done for it: who asks for too much at once is told so."""

from flask import Flask, request

from loccit.web.errors import Crowded, TooMuch
from loccit.web.serving.lanes import REFUSED


def mount(app: Flask) -> None:
    """To be called before what looks anything up for a request."""

    @app.before_request
    def refuse() -> None:
        why = request.environ.get(REFUSED)
        if why == "client":
            raise TooMuch
        if why == "site":
            raise Crowded
