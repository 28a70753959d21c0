"""What robots may read: everything, only what isn't an endless space of searches, or nothing."""

from typing import Literal, get_args

from flask import Flask, Response, url_for

Robots = Literal["none", "pages", "all"]
ROBOTS: tuple[Robots, ...] = get_args(Robots)
_CLOSED: dict[Robots, tuple[str, ...]] = {
    "none": ("",),
    "pages": ("search", "sources.", "facets/", "together", "compare", "api/", "opensearch/"),
    "all": (),
}
"""Paths that robots stay out of; searches lead to ever more searches."""


def mount(app: Flask, robots: Robots) -> None:
    @app.get("/robots.txt")
    def robots_txt() -> Response:
        return Response("\n".join(_lines(robots)) + "\n", content_type="text/plain; charset=utf-8")

    @app.after_request
    def with_robots(response: Response) -> Response:
        """Robots read no robots.txt under a prefix, only at a host's root; this they do."""
        if robots == "none":
            response.headers.setdefault("X-Robots-Tag", "noindex, nofollow")
        return response


def _lines(robots: Robots) -> list[str]:
    home = url_for("pages.home")
    closed = [f"Disallow: {home}{path}" for path in _CLOSED[robots]]
    return ["User-agent: *", *(closed or [f"Allow: {home}"])]
