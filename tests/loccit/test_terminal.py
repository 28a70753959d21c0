"""What is printed: no text controls the terminal, and every terminal can show what it gets."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import loccit
from loccit.model.visible import on_a_line, visible

ROOT = Path(__file__).parents[2]
TEXT = "The raid\x1b[31m on Łódź\x1b]0;x\x07 began\x9b2J with\x01 安倍.\x7f Then it ended."
CONTROL = re.compile(rb"[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("home")
    (home / "seeds").mkdir()
    (home / "seeds" / "war.txt").write_text(TEXT, encoding="utf-8", newline="")
    loccit.build(home / "seeds", home / "index", model="", workers=1)
    return home


def printed(place: Path, *arguments: str, encoding: str = "utf-8", status: int = 0) -> bytes:
    """What a command prints, on both streams, to a terminal of that encoding."""
    command = [sys.executable, "-m", "loccit", *arguments]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding}
    done = subprocess.run(command, cwd=place, env=env, capture_output=True, check=False)
    assert done.returncode == status, done.stderr.decode(encoding, "replace")
    return done.stdout + done.stderr


COMMANDS = [
    ("search", "raid"),
    ("search", "raid", "--explain"),
    ("search", "raid", "--json"),
    ("search", "nothing\x1b[31m"),
    ("extract", "seeds/war.txt", "--model", ""),
    ("extract", "seeds/war.txt", "--model", "", "--json"),
]


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_no_control_character_of_a_text_is_printed(place: Path, arguments: tuple[str, ...]) -> None:
    assert not CONTROL.search(printed(place, *arguments))


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "koi8-r"])
def test_a_terminal_of_another_encoding_gets_replacements(place: Path, encoding: str) -> None:
    shown = printed(place, "search", "raid", encoding=encoding).decode(encoding)
    assert "began" in shown
    assert "??" in shown
    lines = printed(place, "search", "raid", "--json", encoding=encoding).decode(encoding)
    assert json.loads(lines)["results"][0]["text"] == TEXT


def test_a_search_may_begin_with_a_hyphen(place: Path) -> None:
    assert b"0 passages" in printed(place, "search", "-raid")
    assert b"put -- before it" in printed(place, "search", "--raid", status=2)


def test_the_name_of_a_file_stays_on_its_line(place: Path) -> None:
    odd = place / "odd"
    odd.mkdir()
    (odd / "a\nb\x1b[2J.txt").write_text("It rained.", encoding="utf-8")
    (odd / "c\n1 documents.txt").write_bytes(b"")
    out = printed(place, "extract", "odd", "--model", "", status=1).decode()
    assert not CONTROL.search(out.encode())
    assert "a%0Ab%1B[2J" in out
    assert not any(line.startswith("1 documents") for line in out.splitlines())


@given(st.text())
def test_signs_stand_for_controls_one_for_one(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert not CONTROL.search(shown.replace("\r", "").encode("utf-8", "surrogatepass"))
    assert len(on_a_line(text).splitlines()) <= 1
