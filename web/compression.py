"""Answers compressed for those who take it, also those that are sent piece by piece."""

from flask import Flask, request
from flask_compress import Compress
from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header

_TEXTS = [
    "text/html", "text/css", "text/plain", "text/javascript", "text/csv", "image/svg+xml",
    "application/json", "application/problem+json", "application/x-ndjson",
    "application/atom+xml", "application/opensearchdescription+xml",
    "application/x-suggestions+json", "application/x-bibtex",
    "application/x-research-info-systems", "application/vnd.citationstyles.csl+json",
]  # fmt: skip
_KNOWN = ("br", "gzip")
"""The better one first."""


def mount(app: Flask) -> None:
    """To be called before what answers: what is mounted later runs earlier on an answer."""
    app.config.update(
        COMPRESS_MIMETYPES=_TEXTS,
        COMPRESS_ALGORITHM=list(_KNOWN),
        COMPRESS_ALGORITHM_STREAMING=list(_KNOWN),
    )

    @app.before_request
    def accepted() -> None:
        """Flask-Compress takes what is refused (`gzip;q=0`) for accepted: it is told which one."""
        request.environ["HTTP_ACCEPT_ENCODING"] = encoding(
            request.environ.get("HTTP_ACCEPT_ENCODING", "")
        )

    Compress(app)


def encoding(accepted: str) -> str:
    """The encoding of `Accept-Encoding` that is preferred (RFC 9110, section 12.5.3).

    >>> [encoding(a) for a in ("gzip, br", "gzip;q=0", "identity;q=1, gzip;q=0.5", "*", "")]
    ['br', 'identity', 'identity', 'br', 'identity']
    """
    asked = parse_accept_header(accepted.lower(), Accept)
    weights = dict(asked)
    rest = weights.get("*", 0.0)
    plain = weights.get("identity", 0.0)
    best = max(_KNOWN, key=lambda name: weights.get(name, rest))
    weight = weights.get(best, rest)
    return best if weight > 0 and weight >= plain else "identity"
