"""The original files of documents, where whoever serves the site says so: from the seeds alone.

A browser opens PDF, text and pages; what it shows of a page runs no scripts and loads nothing.
Everything else is taken away as a file.
"""

import os
from pathlib import Path

from flask import Flask, Response, abort, current_app, send_file, url_for

from loccit.model.documents import Document, Passage
from loccit.model.file_names import meant
from loccit.web.errors import NotThere
from loccit.web.state import engine

_SHOWN = {
    "pdf": "application/pdf",
    "txt": "text/plain; charset=utf-8",
    "md": "text/plain; charset=utf-8",
    "wikitext": "text/plain; charset=utf-8",
    "html": "text/html",
}
"""What a browser opens, by format; of HTML the file's own encoding counts."""
_POLICIES = {"pdf": "default-src 'none'; object-src 'self'; frame-ancestors 'none'"}
"""A browser's reader of PDF opens nothing in a sandbox; it is one itself."""
_POLICY = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none';"
    " base-uri 'none'; frame-ancestors 'none'"
)


def mount(app: Flask, seeds: Path | None) -> None:
    """Offer the files under the folder `seeds`; none without it."""
    app.extensions["originals"] = Path(os.path.realpath(seeds)) if seeds else None
    app.jinja_env.globals["original"] = address

    @app.get("/originals/<path:document>", endpoint="original")
    def original(document: str) -> Response:
        """The file that a document was read from."""
        held = engine().document(document)
        path = _path(held) if held else None
        if held is None or path is None:
            raise NotThere(f"There is no original of {document} here.", document)
        try:
            return _answer(held, path)
        except OSError:
            abort(404)


def _answer(document: Document, path: Path) -> Response:
    kind = _SHOWN.get(document.format, "application/octet-stream")
    opened = document.format in _SHOWN
    response = send_file(
        path, mimetype=kind.partition(";")[0], as_attachment=not opened, download_name=path.name,
        conditional=True, etag=False,
    )  # fmt: skip
    response.headers["Content-Type"] = kind
    response.headers["Content-Security-Policy"] = _POLICIES.get(document.format, _POLICY)
    return response


def _path(document: Document) -> Path | None:
    """The file, if it is under the seeds, by whatever links lead to it."""
    seeds: Path | None = current_app.extensions["originals"]
    if seeds is None or not document.path:
        return None
    path = Path(os.path.realpath(meant(document.path)))
    return path if path.is_relative_to(seeds) and path.is_file() else None


def address(document: Document, passage: Passage | None = None) -> str:
    """Where the original opens, at the passage's page or anchor; "" where it isn't offered."""
    if _path(document) is None:
        return ""
    place = passage.locator if passage else ""
    anchor = place.rpartition("#")[2] if "#" in place or "=" in place else ""
    opened = document.format in _SHOWN
    return url_for("original", document=document.id) + (f"#{anchor}" if anchor and opened else "")
