"""Errors as pages in plain words, and for programs as problem details (RFC 9457)."""

import re
from collections.abc import Sequence

from flask import Flask, Response, g, jsonify, render_template, request
from werkzeug.exceptions import (
    Conflict,
    HTTPException,
    MethodNotAllowed,
    NotFound,
    ServiceUnavailable,
    TooManyRequests,
)

from loccit.engines.deadline import OutOfTime
from loccit.engines.errors import EngineError, IndexDamaged
from loccit.search.searcher import STOPPED
from loccit.web.parameters import BadParameters, Wrong
from loccit.web.state import leave

PROBLEM = "application/problem+json"
_FILE = re.compile(r"/passages/.*\.(?:txt|bib|ris|csl\.json)", re.DOTALL)
_WORD = re.compile(r"[^\W_]+")
AGAIN = 10
"""Seconds until a page, or a program, may look whether there is an index."""
_TITLES = {
    400: "A parameter is wrong",
    404: "There is no such page",
    405: "Method not allowed",
    409: "The index has changed",
    413: "Too large a request",
    429: "Too many searches at once",
    500: "Something went wrong here",
    503: "Temporarily unavailable",
}
_FIXES = {
    404: "Search for what you were looking for, or start from the home page.",
    405: "Pages and the API are read with GET.",
    413: "Nothing here takes more than 64 KiB.",
    500: "Try again; if this persists, the server's log says why.",
}


class NotThere(NotFound):
    """What was asked for is not in the index; the words of `sought` are what to search for
    instead."""

    def __init__(self, detail: str, sought: str = "") -> None:
        super().__init__(detail)
        self.sought = sought


class Outdated(Conflict):
    """An export was to go on in another index than it began with."""

    def __init__(self) -> None:
        super().__init__(
            "The index that this export began with is no longer in service, and in another the"
            " order may differ. Begin again, without after and index."
        )


class Busy(ServiceUnavailable):
    """The limit of exports running at once is reached; later ones are served."""

    def __init__(self) -> None:
        super().__init__("Too many exports are running at once; try again soon.")


class Crowded(ServiceUnavailable):
    """More is being asked for than can be answered in time."""

    def __init__(self) -> None:
        super().__init__("More is being asked for than can be answered just now; try again soon.")


class TooMuch(TooManyRequests):
    """One client has more requests waiting than one client may."""

    def __init__(self) -> None:
        super().__init__(
            "So many of your requests are waiting already that this one was not taken on. Ask"
            f" again in {AGAIN} seconds, and for fewer things at once; searches with *, ? or ~ are"
            " answered one after another."
        )


_OWN_WORDS = (NotThere, BadParameters, Outdated, Busy, Crowded, TooMuch)
_SOON = (Busy, Crowded, TooMuch)
"""What may be asked for again soon."""


def mount(app: Flask) -> None:
    @app.errorhandler(HTTPException)
    def http_error(error: HTTPException) -> Response:
        code = error.code or 500
        own = error.description if isinstance(error, _OWN_WORDS) else None
        response = _answer(
            code,
            own or _FIXES.get(code, error.description or ""),
            error.sought if isinstance(error, NotThere) else "",
            error.wrong if isinstance(error, BadParameters) else (),
        )
        if isinstance(error, MethodNotAllowed) and error.valid_methods:
            response.headers["Allow"] = ", ".join(sorted(error.valid_methods))
        if isinstance(error, _SOON):
            _ask_again(response)
        return response

    @app.errorhandler(IndexDamaged)
    def index_damaged(error: IndexDamaged) -> Response:
        """Answered once more, from the generation before, where damage was found on the way."""
        if not leave(error):
            return engine_error(error)
        g.etag = ""
        try:
            return app.make_response(app.dispatch_request())
        except Exception as again:
            return app.make_response(app.handle_user_exception(again))

    @app.errorhandler(EngineError)
    def engine_error(error: EngineError) -> Response:
        response = _answer(503, str(error), title="The index can't be searched yet")
        _ask_again(response)
        return response

    @app.errorhandler(OutOfTime)
    def out_of_time(error: OutOfTime) -> Response:
        return _answer(503, STOPPED)

    @app.errorhandler(Exception)
    def unexpected(error: Exception) -> Response:
        if app.testing:
            raise error
        app.logger.exception("while answering %s", request.path)
        return _answer(500, _FIXES[500])


def _ask_again(response: Response) -> None:
    """Tell programs when, and let pages do so by themselves."""
    response.headers["Retry-After"] = str(AGAIN)
    if response.status_code == 503 and not for_programs(request.path):
        response.headers["Refresh"] = str(AGAIN)


def _answer(
    code: int, detail: str, sought: str = "", wrong: Sequence[Wrong] = (), title: str = ""
) -> Response:
    title = title or _TITLES.get(code, "That could not be answered")
    if for_programs(request.path):
        response = _problem(title, code, detail, wrong)
    else:
        q = "" if code == 404 else request.args.get("q", "")
        words = " ".join(_WORD.findall(sought))
        page = render_template(
            "error.html", title=title, detail=detail, q=q, code=code, sought=words
        )
        response = Response(page)
    response.status_code = code
    return response


def for_programs(path: str) -> bool:
    """Whether what is asked for at `path` is read by a program.

    >>> [for_programs(path) for path in ("/api/search", "/search.csv", "/search", "/help")]
    [True, True, False, False]
    >>> for_programs("/passages/war/9.bib"), for_programs("/passages/war/9")
    (True, False)
    """
    begins = ("/api/", "/search.", "/sources.", "/opensearch")
    return path.startswith(begins) or bool(_FILE.fullmatch(path))


def _problem(title: str, code: int, detail: str, wrong: Sequence[Wrong]) -> Response:
    problem: dict[str, object] = {
        "type": "about:blank",
        "title": title,
        "status": code,
        "detail": detail,
    }
    if wrong:
        problem["errors"] = [{"parameter": w.parameter, "detail": w.detail} for w in wrong]
    response = jsonify(problem)
    response.content_type = PROBLEM
    return response
