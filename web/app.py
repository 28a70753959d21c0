"""The application factory: an index in, a Flask application out."""

from pathlib import Path

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from loccit import engines
from loccit.engines.engine import CACHE_BYTES
from loccit.engines.generations import InService
from loccit.web import (
    caching,
    compression,
    errors,
    health,
    opensearch,
    pages,
    policy,
    robots,
    static_files,
    words,
)
from loccit.web.api import api
from loccit.web.exports import exports


def create_app(
    index: Path,
    engine: str = "whoosh",
    cache_bytes: int = CACHE_BYTES,
    *,
    may_crawl: robots.Robots = "none",
    proxies: int = 0,
) -> Flask:
    """The site of the index at `index`; it follows each new generation by itself.

    At most `cache_bytes` are kept in memory of what searches have read of the index. `proxies`
    is how many appear in front, whose `X-Forwarded-…` headers are believed.
    """
    app = Flask(__name__, static_folder=None)
    app.extensions["loccit"] = InService(engines.store(index, engine, cache_bytes))
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    if proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, proxies, proxies, proxies, 0, proxies)  # type: ignore[method-assign]
    compression.mount(app)
    caching.mount(app)
    static_files.mount(app)
    words.mount(app)
    app.register_blueprint(pages.blueprint)
    app.register_blueprint(health.blueprint)
    app.register_blueprint(opensearch.blueprint)
    api.mount(app)
    exports.mount(app)
    robots.mount(app, may_crawl)
    errors.mount(app)
    policy.mount(app)
    return app
