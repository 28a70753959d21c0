"""The command of this room: `loccit serve`."""

import ipaddress
import re
from pathlib import Path

import click

from loccit.engines.engine import CACHE_BYTES
from loccit.web.robots import Robots

_THREADS = 8
_MEGABYTE = 2**20
_CACHE = CACHE_BYTES // _MEGABYTE


def _as_prefix(context: click.Context, option: click.Parameter, value: str) -> str:
    prefix = value.rstrip("/")
    if prefix and not re.fullmatch(r"(/[\w.~-]+)+", prefix, re.ASCII):
        raise click.BadParameter(f"{value} is no path such as /loccit", context, option)
    return prefix


@click.command("serve")
@click.option(
    "--index", type=click.Path(path_type=Path), default=Path("index"), show_default=True,
    envvar="LOCCIT_INDEX", help="Folder of the index.",
)  # fmt: skip
@click.option("--host", default="127.0.0.1", show_default=True, envvar="LOCCIT_HOST")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, envvar="LOCCIT_PORT"
)
@click.option(
    "--cache", type=click.IntRange(1), default=_CACHE, show_default=True, envvar="LOCCIT_CACHE",
    help="Megabytes to keep in memory of what searches have read of the index.",
)  # fmt: skip
@click.option(
    "--prefix",
    default="",
    envvar="LOCCIT_PREFIX",
    callback=_as_prefix,
    help="Path that the site is under, behind a proxy: /loccit.",
)
@click.option(
    "--proxies",
    type=click.IntRange(0),
    default=0,
    show_default=True,
    envvar="LOCCIT_PROXIES",
    help="Proxies in front, whose X-Forwarded headers are believed.",
)
@click.option(
    "--robots", type=click.Choice(["none", "pages", "all"]), default="none", show_default=True,
    envvar="LOCCIT_ROBOTS", help="What search engines may crawl.",
)  # fmt: skip
@click.option("--engine", default="whoosh", envvar="LOCCIT_ENGINE", hidden=True)
def serve_command(
    index: Path, host: str, port: int, cache: int, prefix: str, proxies: int, robots: Robots,
    engine: str,
) -> None:  # fmt: skip
    """Serve the site."""
    from waitress.server import create_server

    from loccit.web.app import create_app

    if not _is_loopback(host):
        click.echo(
            f"Serving on {host}: anyone who can reach this machine can search the index."
            " Put a proxy with TLS in front of it.",
            err=True,
        )
    app = create_app(index, engine, cache * _MEGABYTE, may_crawl=robots, proxies=proxies)
    try:
        server = create_server(
            app,
            host=host,
            port=port,
            threads=_THREADS,
            url_prefix=prefix,
            clear_untrusted_proxy_headers=not proxies,
        )
    except OSError as error:
        raise click.ClickException(
            f"Can't serve on {host}:{port} ({error.strerror}). Choose another: --port 8001"
        ) from error
    click.echo(f"Serving {index} on http://{host}:{server.effective_port}{prefix} (Ctrl+C ends)")
    try:
        server.run()
    finally:
        server.close()


def _is_loopback(host: str) -> bool:
    """
    >>> _is_loopback("localhost"), _is_loopback("127.0.0.1"), _is_loopback("0.0.0.0")
    (True, True, False)
    """
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
