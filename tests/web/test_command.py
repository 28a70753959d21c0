"""`loccit serve` before it serves: what it warns of, and what it refuses."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from loccit.web.command import serve_command
from tests.web.serving import ROOT


def told(*options: str) -> str:
    ran = CliRunner().invoke(serve_command, [*options])
    assert ran.exit_code != 0
    return ran.output


def test_a_host_beyond_this_machine_is_warned_of(tmp_path: Path) -> None:
    """On an address of documentation (RFC 5737), which no machine has, so that nothing listens."""
    command = [sys.executable, "-m", "loccit", "serve", "--host", "192.0.2.1"]
    ran = subprocess.run([*command, "--index", tmp_path], cwd=ROOT, capture_output=True, text=True)
    assert ran.returncode != 0
    assert "anyone who can reach this machine can search the index" in ran.stderr
    assert "Choose another: --port" in ran.stderr


@pytest.mark.parametrize("prefix", ["loccit", "/a b", "/a//b", "/<script>", "/é", "http://x/y"])
def test_a_prefix_is_a_path(prefix: str) -> None:
    assert "is no path such as /loccit" in told("--prefix", prefix)


def test_robots_may_read_what_is_known() -> None:
    assert "'none', 'pages', 'all'" in told("--robots", "some")


@pytest.mark.parametrize("proxies", ["-1", "proxy.example", "10.0.0.0/99", "1,2"])
def test_proxies_are_a_number_or_addresses(proxies: str) -> None:
    assert "is neither a number nor addresses" in told("--proxies", proxies)


def test_the_path_is_taken_from_a_proxy_only_where_there_is_one() -> None:
    assert "add --proxies 1" in told("--prefix", "forwarded")
