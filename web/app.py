"""The application factory: an index in, a Flask application out."""

from pathlib import Path

from flask import Flask

from engines.engine import CACHE_BYTES
from engines.generations import InService
from web import errors, health, pages, policy, static_files, words
from web.api import api


def create_app(index: Path, engine: str = "whoosh", cache_bytes: int = CACHE_BYTES) -> Flask:
    """The site of the index at `index`; it follows each new generation by itself.

    At most `cache_bytes` are kept in memory of what searches have read of the index.
    """
    app = Flask(__name__, static_folder=None)
    app.extensions["loccit"] = InService(index, engine, cache_bytes)
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    static_files.mount(app)
    words.mount(app)
    app.register_blueprint(pages.blueprint)
    app.register_blueprint(health.blueprint)
    api.mount(app)
    errors.mount(app)
    policy.mount(app)
    return app
