"""The key is made once, is its owner's alone, and signs what it says it signs."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from loccit.engines import signing
from loccit.engines.signing import Signed


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(signing.VARIABLE, str(tmp_path / "state" / "key"))
    return tmp_path / "state" / "key"


def test_a_key_is_made_once_for_its_owner_alone(place: Path) -> None:
    assert signing.own_key() == b""
    with ThreadPoolExecutor(8) as pool:
        (key,) = set(pool.map(lambda _: signing.own_key(make=True), range(20)))
    assert len(key) == 32
    assert signing.own_key() == key
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert [path.name for path in place.parent.iterdir()] == ["key"]


def test_by_default_it_lies_with_the_settings_of_the_user(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv(signing.VARIABLE)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert tmp_path in signing.key_file().parents
    assert signing.key_file().name == "key"


def test_who_signed_is_told() -> None:
    key, other = signing.own_key(make=True), b"x" * 32
    for signer, by in ((key, "here"), (other, "elsewhere"), (b"", "nobody")):
        text = signing.signature(b"content", signer)
        assert signing.signed(b"content", text.encode()) == Signed(by, signing.name(signer))  # type: ignore[arg-type]
        with pytest.raises(ValueError, match="isn't what was signed"):
            signing.signed(b"contents", text.encode())


@pytest.mark.parametrize(
    "text", [b"", b"{}", b"[]", b"1", b"\xff", b"[" * 100_000, b'{"sha256":1}']
)
def test_what_is_no_signature_is_refused(text: bytes) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        signing.signed(b"content", text)


@pytest.mark.parametrize("content", ["", "ab", "zz" * 32, "é" * 99])
def test_a_key_that_is_none_signs_nothing(place: Path, content: str) -> None:
    place.parent.mkdir()
    place.write_text(content)
    assert signing.own_key(make=True) == b""
    assert place.read_text() == content
