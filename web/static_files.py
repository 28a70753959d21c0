"""Static files under addresses that change with their content, so that they may be kept forever."""

import hashlib
import mimetypes
from functools import cache
from pathlib import Path

from flask import Flask, Response, abort, url_for

_FOLDER = Path(__file__).parent / "static"
_A_YEAR = 365 * 24 * 3600


@cache
def _names() -> frozenset[str]:
    """Asked of the folder, so that no name that a browser sends is ever looked for on the disk."""
    return frozenset(path.name for path in _FOLDER.iterdir() if path.is_file())


@cache
def fingerprint(name: str) -> str:
    """Ten hexadecimal digits of the file's SHA-256."""
    return hashlib.sha256(_read(name)).hexdigest()[:10]


@cache
def _read(name: str) -> bytes:
    return (_FOLDER / name).read_bytes()


def mount(app: Flask) -> None:
    @app.get("/static/<version>/<name>", endpoint="static_file")
    def static_file(version: str, name: str) -> Response:
        if name not in _names() or version != fingerprint(name):
            abort(404)
        response = Response(_read(name), mimetype=mimetypes.guess_type(name)[0])
        response.cache_control.public = True
        response.cache_control.max_age = _A_YEAR
        response.cache_control.immutable = True
        return response

    @app.context_processor
    def with_static() -> dict[str, object]:
        return {"static": lambda name: url_for(
            "static_file", version=fingerprint(name), name=name)}  # fmt: skip
