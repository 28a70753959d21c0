"""Answers compressed for those who take it, also those that are sent piece by piece."""

from flask import Flask
from flask_compress import Compress

_TEXTS = [
    "text/html", "text/css", "text/plain", "text/javascript", "text/csv", "image/svg+xml",
    "application/json", "application/problem+json", "application/x-ndjson",
    "application/atom+xml", "application/opensearchdescription+xml",
    "application/x-suggestions+json", "application/x-bibtex",
    "application/x-research-info-systems", "application/vnd.citationstyles.csl+json",
]  # fmt: skip


def mount(app: Flask) -> None:
    """To be called first: what is mounted later runs earlier on an answer."""
    app.config.update(
        COMPRESS_MIMETYPES=_TEXTS,
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_ALGORITHM_STREAMING=["br", "gzip"],
    )
    Compress(app)
