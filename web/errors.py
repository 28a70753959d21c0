"""Errors as pages in plain words, and for the API as problem details (RFC 9457)."""

from flask import Flask, Response, jsonify, render_template, request
from werkzeug.exceptions import HTTPException

from engines.errors import EngineError

_TITLES = {
    404: "There is no such page",
    405: "That can't be done here",
    500: "Something went wrong here",
    503: "The index can't be searched yet",
}
_MENDS = {
    404: "Search for what you were looking for, or start from the home page.",
    405: "Pages and the API are read with GET.",
    500: "Try again; if it stays so, the server's log says why.",
}


def mount(app: Flask) -> None:
    @app.errorhandler(HTTPException)
    def http_error(error: HTTPException) -> tuple[Response | str, int]:
        code = error.code or 500
        own = error.description if code == 404 and _is_own(error) else None
        return _answer(code, own or _MENDS.get(code, error.description or ""))

    @app.errorhandler(EngineError)
    def engine_error(error: EngineError) -> tuple[Response | str, int]:
        return _answer(503, str(error))

    @app.errorhandler(Exception)
    def unexpected(error: Exception) -> tuple[Response | str, int]:
        if app.testing:
            raise error
        app.logger.exception("while answering %s", request.path)
        return _answer(500, _MENDS[500])


def _is_own(error: HTTPException) -> bool:
    return bool(error.description and error.description.startswith("There is no passage"))


def _answer(code: int, detail: str) -> tuple[Response | str, int]:
    title = _TITLES.get(code, "That could not be answered")
    if request.path.startswith("/api/"):
        response = jsonify(type="about:blank", title=title, status=code, detail=detail)
        response.content_type = "application/problem+json"
        return response, code
    q = request.args.get("q", "") or (request.view_args or {}).get("document", "")
    return render_template("error.html", title=title, detail=detail, q=q), code
