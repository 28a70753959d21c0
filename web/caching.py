"""What may be kept, and until when: every answer is good until the next index.

An answer depends on its address, on the index and on the program, so its ETag is made of these
and is known before the answer is: for what a browser already has nothing is searched.
"""

import hashlib
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from flask import Flask, Response, g, request

from loccit.engines.errors import EngineError
from loccit.web.state import engine, served, until

_PROGRAM = tuple(
    Path(__file__).parents[1] / room for room in ("web", "search", "engines", "mentions", "model")
)
_MADE_OF = {".py", ".html", ".xml", ".css", ".js", ".lark"}
_APART = {"static_file", "health.healthz"}
"""Kept for good, and never."""


def mount(app: Flask) -> None:
    @app.before_request
    def unchanged() -> Response | None:
        g.etag = _etag() if request.endpoint not in _APART else ""
        return Response(status=304) if g.etag and _is_had(g.etag) else None

    @app.after_request
    def with_validators(response: Response) -> Response:
        etag = g.get("etag", "") if _in_time() else ""
        if etag and response.status_code in (200, 304):
            response.set_etag(etag, weak=True)
            response.last_modified = _changed()
            response.headers["Cache-Control"] = "no-cache"
        elif request.endpoint != "static_file" or response.status_code >= 400:
            response.headers["Cache-Control"] = "no-store"
        return response


def _in_time() -> bool:
    """An answer beyond the request's deadline is not kept: it may have been stopped."""
    return "until" not in g or not until().over


def _is_had(etag: str) -> bool:
    """Whether the browser has this answer already (RFC 9110, section 13.2.2)."""
    if request.method not in ("GET", "HEAD"):
        return False
    if request.if_none_match:
        return request.if_none_match.contains_weak(etag)
    since = request.if_modified_since
    return since is not None and _changed().replace(microsecond=0) <= since


def _etag() -> str:
    """Of this address in the index in service; "" while there is none."""
    try:
        standing = served()
    except EngineError:
        return ""
    generation = f"{standing.engine.manifest.generation} {standing.notice}"
    parts = (generation, _program()[0], request.host_url, request.script_root, request.full_path)
    return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()[:20]


def _changed() -> datetime:
    """When the index was built, or the program changed, whichever is later."""
    return max(datetime.fromisoformat(engine().manifest.built), _program()[1])


@cache
def _program() -> tuple[str, datetime]:
    """A digest of the program that makes the answers, and when it changed last."""
    files = sorted(path for room in _PROGRAM for path in room.rglob("*") if path.suffix in _MADE_OF)
    digest = hashlib.sha256(b"\n".join(path.read_bytes() for path in files)).hexdigest()[:10]
    newest = max(path.stat().st_mtime for path in files)
    return digest, datetime.fromtimestamp(newest, UTC)
