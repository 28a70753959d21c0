"""`loccit serve` in a process of its own, for tests that need a real server."""

import re
import resource
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import Message
from pathlib import Path

ROOT = Path(__file__).parents[2]


@contextmanager
def serving(index: Path, *options: str) -> Iterator[str]:
    """The address of the site of `index`, without a slash at its end."""
    with server_of(index, *options) as (_, address):
        yield address


@contextmanager
def server_of(
    index: Path, *options: str, files: int = 0
) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A serving process and its address; it may open so many `files` at once, if that is given."""

    def prepare() -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if files:
            resource.setrlimit(resource.RLIMIT_NOFILE, (files, files))

    command = [sys.executable, "-m", "loccit", "serve", "--index", str(index), "--port", "0"]
    with subprocess.Popen(
        [*command, *options], stdout=subprocess.PIPE, text=True, cwd=ROOT, preexec_fn=prepare
    ) as server:
        try:
            assert server.stdout is not None
            told = server.stdout.readline()
            found = re.search(r"http://\S+", told)
            assert found, told
            yield server, found[0]
        finally:
            server.terminate()
            server.wait(10)


def got(address: str, **headers: str) -> tuple[int, Message, bytes]:
    """Status, headers and body, whatever the status; redirects are followed."""
    asked = urllib.request.Request(
        address, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    try:
        with urllib.request.urlopen(asked, timeout=30) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()
