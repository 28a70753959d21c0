"""The application factory: an index in, a Flask application out."""

from pathlib import Path

from flask import Flask

from loccit import engines
from loccit.engines.engine import CACHE_BYTES
from loccit.engines.generations import InService
from loccit.web import (
    caching,
    compression,
    errors,
    health,
    opensearch,
    originals,
    pages,
    policy,
    refusing,
    robots,
    signs,
    static_files,
    words,
)
from loccit.web.api import api
from loccit.web.exports import exports
from loccit.web.serving.limits import MOST_BYTES
from loccit.web.serving.proxies import Believed, Proxies


def create_app(
    index: Path,
    engine: str = "whoosh",
    cache_bytes: int = CACHE_BYTES,
    *,
    may_crawl: robots.Robots = "none",
    proxies: Proxies | None = None,
    forwarded_prefix: bool = False,
    seeds: Path | None = None,
) -> Flask:
    """The site of the index at `index`; it follows each new generation by itself.

    At most `cache_bytes` are kept in memory of what searches have read of the index. What
    `proxies` say in `X-Forwarded-…` headers is believed, of the path that the site is under only
    with `forwarded_prefix`. The original files of documents are offered if they lie in the folder
    `seeds`.
    """
    app = Flask(__name__, static_folder=None)
    app.extensions["loccit"] = InService(engines.store(index, engine, cache_bytes))
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    app.config["MAX_CONTENT_LENGTH"] = MOST_BYTES
    believed = Believed(app.wsgi_app, proxies or Proxies(), forwarded_prefix)
    app.wsgi_app = believed  # type: ignore[method-assign]
    refusing.mount(app)
    compression.mount(app)
    caching.mount(app)
    static_files.mount(app)
    words.mount(app)
    app.register_blueprint(pages.blueprint)
    app.register_blueprint(health.blueprint)
    app.register_blueprint(opensearch.blueprint)
    api.mount(app)
    exports.mount(app)
    originals.mount(app, seeds)
    robots.mount(app, may_crawl)
    errors.mount(app)
    policy.mount(app)
    signs.mount(app)
    return app
