"""Settings: `loccit.toml` in the working folder, `LOCCIT_…` variables, then the options given."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from loccit.model.errors import LoccitError

KEYS = (
    "index", "engine", "model", "workers", "dates", "aliases", "host", "port", "prefix", "proxies",
    "robots", "cache", "patience",
)  # fmt: skip


class BadSettings(LoccitError):
    """`loccit.toml` can't be used; the message names the fix."""


def read(path: Path) -> dict[str, Any]:
    """The settings in the file at `path`, {} if there is none; raises BadSettings."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadSettings(f"{path} can't be read: {error}") from error
    _check(path, table)
    return table


def _check(path: Path, table: Mapping[str, Any]) -> None:
    for key, value in table.items():
        if key not in KEYS:
            raise BadSettings(f"{path} has the setting {key}; known are {', '.join(KEYS)}")
        if not isinstance(value, str | int) or isinstance(value, bool):
            raise BadSettings(f"{path}: {key} takes a text or a number")
