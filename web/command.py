"""The command of this room: `loccit serve`."""

import ipaddress
import re
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from loccit.engines.engine import CACHE_BYTES
from loccit.web.robots import Robots
from loccit.web.serving.limits import PATIENCE

if TYPE_CHECKING:
    from loccit.web.serving.proxies import Proxies

FORWARDED = "forwarded"
"""In place of a path: what `X-Forwarded-Prefix` says."""
_MEGABYTE = 2**20
_CACHE = CACHE_BYTES // _MEGABYTE


def _as_prefix(context: click.Context, option: click.Parameter, value: str) -> str:
    prefix = value.rstrip("/")
    if prefix and prefix != FORWARDED and not re.fullmatch(r"(/[\w.~-]+)+", prefix, re.ASCII):
        raise click.BadParameter(f"{value} is no path such as /loccit", context, option)
    return prefix


def _as_proxies(context: click.Context, option: click.Parameter, value: str) -> "Proxies":
    from loccit.web.serving.proxies import Proxies

    try:
        return Proxies.read(value)
    except ValueError as error:
        told = f"{value} is neither a number nor addresses such as 10.0.0.5,10.1.0.0/16"
        raise click.BadParameter(told, context, option) from error


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
    help="Path that the site is under, behind a proxy: /loccit; or forwarded, for the one that"
    " the proxy names in X-Forwarded-Prefix.",
)
@click.option(
    "--proxies",
    default="0",
    show_default=True,
    envvar="LOCCIT_PROXIES",
    callback=_as_proxies,
    help="Proxies in front, whose X-Forwarded headers are believed: how many, or their addresses.",
)
@click.option(
    "--patience", type=click.IntRange(1), default=PATIENCE, show_default=True,
    envvar="LOCCIT_PATIENCE", help="Seconds until a client that takes nothing is dropped.",
)  # fmt: skip
@click.option(
    "--robots", type=click.Choice(["none", "pages", "all"]), default="none", show_default=True,
    envvar="LOCCIT_ROBOTS", help="What search engines may crawl.",
)  # fmt: skip
@click.option("--engine", default="whoosh", envvar="LOCCIT_ENGINE", hidden=True)
def serve_command(
    index: Path, host: str, port: int, cache: int, prefix: str, proxies: "Proxies", patience: int,
    robots: Robots, engine: str,
) -> None:  # fmt: skip
    """Serve the site."""
    from loccit.web.app import create_app
    from loccit.web.serving.server import listening

    if prefix == FORWARDED and not proxies.are_any:
        raise click.UsageError("--prefix forwarded takes the path from a proxy: add --proxies 1")
    if not _is_loopback(host):
        click.echo(
            f"Serving on {host}: anyone who can reach this machine can search the index."
            " Put a proxy with TLS in front of it.",
            err=True,
        )
    forwarded = prefix == FORWARDED
    app = create_app(
        index, engine, cache * _MEGABYTE, may_crawl=robots, proxies=proxies,
        forwarded_prefix=forwarded,
    )  # fmt: skip
    under = "" if forwarded else prefix
    try:
        server = listening(app, host, port, prefix=under, proxies=proxies, patience=patience)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise click.ClickException(
            f"Can't serve on {_shown(host)}:{port} ({reason}). Choose another: --port 8001"
        ) from error
    click.echo(f"Serving {index} on http://{_shown(host)}:{server.port}{under} (Ctrl+C ends)")
    signal.signal(signal.SIGTERM, _end)
    server.run()


def _end(number: int, frame: object) -> None:
    """What a supervisor asks for ends the server as Ctrl+C does."""
    raise SystemExit(0)


def _shown(host: str) -> str:
    """As an address has it (RFC 3986, section 3.2.2).

    >>> _shown("::1"), _shown("127.0.0.1"), _shown("fe80::1%eth0")
    ('[::1]', '127.0.0.1', '[fe80::1%25eth0]')
    """
    return f"[{host.replace('%', '%25')}]" if ":" in host else host


def _is_loopback(host: str) -> bool:
    """
    >>> _is_loopback("localhost"), _is_loopback("127.0.0.1"), _is_loopback("0.0.0.0")
    (True, True, False)
    """
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
