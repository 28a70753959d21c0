"""Who vouches for an index: a key of this user on this machine, and what was signed with it.

The key lies with the user's own settings, not with the index: an index is copied and handed on,
and whoever could change the index could take a key beside it. Nothing depends on it for safety,
since an index is read as data whoever built it; it tells an index that was built here from others.
"""

import hashlib
import hmac
import json
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import click

VARIABLE = "LOCCIT_KEY"
"""Names the file of the key, where it isn't to lie with the user's settings."""
_SIZE = 32
_MOST = 1000

Maker = Literal["here", "elsewhere", "nobody"]


@dataclass(frozen=True, slots=True)
class Signed:
    """`key` is the name of the key that it is signed with, as far as that says."""

    by: Maker
    key: str = ""


def key_file() -> Path:
    named = os.environ.get(VARIABLE)
    return Path(named) if named else Path(click.get_app_dir("loccit")) / "key"


def own_key(make: bool = False) -> bytes:
    """The key, b"" where there is none, or none that can be read (or made, with `make`)."""
    path = key_file()
    try:
        return _read(path)
    except FileNotFoundError:
        return _made(path) if make else b""
    except (OSError, ValueError):
        return b""


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        key = bytes.fromhex(file.read(_MOST).decode("ascii"))
    return key if len(key) >= _SIZE else b""


def _made(path: Path) -> bytes:
    """Whole at once, and the same for all who make it at once: the first one's."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(secrets.token_hex(_SIZE).encode("ascii"))
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            os.link(fresh, path)
        return _read(path)
    except (OSError, ValueError):
        return b""
    finally:
        with suppress(OSError):
            fresh.unlink()


def name(key: bytes) -> str:
    """What a key is called: it tells two apart and nothing of either; "" of none."""
    return hashlib.sha256(b"loccit name of key\0" + key).hexdigest()[:16] if key else ""


def mac(key: bytes, what: str, content: bytes) -> str:
    """The signature of `content`, which is good for `what` alone."""
    return hmac.new(key or b"no key", f"loccit {what}\0".encode() + content, "sha256").hexdigest()


def signature(content: bytes, key: bytes) -> str:
    """Of a manifest: its SHA-256, so that damage is seen by anyone, and who signed it."""
    digest = hashlib.sha256(content).hexdigest()
    signed = mac(key, "manifest", content) if key else ""
    return json.dumps({"sha256": digest, "key": name(key), "hmac": signed}) + "\n"


def signed(content: bytes, signature: bytes) -> Signed:
    """Who signed a manifest; raises ValueError where it isn't what was signed."""
    try:
        said = json.loads(signature)
        digest, by, code = (str(said[part]) for part in ("sha256", "key", "hmac"))
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError("the signature can't be read") from error
    if not hmac.compare_digest(digest.encode(), hashlib.sha256(content).hexdigest().encode()):
        raise ValueError("it isn't what was signed")
    key = own_key()
    if not by or by != name(key):
        return Signed("elsewhere" if by else "nobody", by[:16])
    if not hmac.compare_digest(code.encode(), mac(key, "manifest", content).encode()):
        raise ValueError("it isn't what was signed with this machine's key")
    return Signed("here", by)
