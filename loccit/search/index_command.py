"""The commands about an index itself: `loccit status`, `loccit check` and `loccit trust`."""

import sys
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

import click

from loccit import engines
from loccit.engines.errors import EngineError
from loccit.engines.signing import Signed
from loccit.engines.store import Sound, Store
from loccit.terminal import failure, named, say, say_json

_INDEX = click.option(
    "--index", type=click.Path(path_type=Path), default=Path("index"), show_default=True,
    envvar="LOCCIT_INDEX", help="Folder of the index.",
)  # fmt: skip
_ENGINE = click.option("--engine", default="whoosh", envvar="LOCCIT_ENGINE", hidden=True)
_JSON = click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
_SHOWN = ("engine", "generation", "documents", "passages", "built", "fingerprint", "skipped")


def _made(signed: Signed) -> str:
    """Who vouches for a generation, in words.

    >>> _made(Signed("here", "ab12")), _made(Signed("elsewhere", "ab12")), _made(Signed("nobody"))
    ('here', 'elsewhere (key ab12)', 'by nobody')
    """
    said = {"here": "here", "elsewhere": f"elsewhere (key {signed.key})", "nobody": "by nobody"}
    return said[signed.by]


@click.command("status")
@_INDEX
@_ENGINE
@_JSON
def status_command(index: Path, engine: str, as_json: bool) -> None:
    """Show what the index holds, whether it is the newest, and what was left out of it."""
    try:
        served = engines.store(index, engine).serve()
    except EngineError as error:
        raise failure(error) from error
    with closing(served.engine) as opened:
        manifest = asdict(opened.manifest)
    shown = {key: manifest[key] for key in _SHOWN}
    if as_json:
        damage = None if served.damage is None else str(served.damage)
        say_json(shown | {"left_out": manifest["left_out"], "damage": damage})
        return
    for key, value in shown.items():
        say(f"{key:<12}{value}")
    for each in manifest["left_out"]:
        say(f"  {named(each['path'])}: {named(each['why'])}")
    more = manifest["skipped"] - len(manifest["left_out"])
    if more > 0:
        say(f"  and {more:,} more")
    if served.damage is not None:
        say(f"{served.notice} {served.damage}", err=True)


@click.command("check")
@_INDEX
@_ENGINE
def check_command(index: Path, engine: str) -> None:
    """Read all files of the index and compare them with what was written.

    The exit status is 1 where the generation in service is damaged.
    """
    store = engines.store(index, engine)
    try:
        store.open().close()
        damage = None
    except EngineError as error:
        damage = error
    current = store.current()
    for name in store.kept():
        where = "in service" if name == current else "before it"
        try:
            sound = store.sound(name)
            say(f"{name}  {where}  whole: {_told(sound)}")
        except EngineError as error:
            say(f"{name}  {where}  damaged")
            damage = damage or (error if name == current else None)
    if damage is not None:
        say(str(damage), err=True)
        sys.exit(1)


def _told(sound: Sound) -> str:
    files = sound.manifest.files
    size = sum(each.size for each in files) / 1e6
    return (
        f"{len(files)} files, {size:,.1f} MB, built {sound.manifest.built},"
        f" signed {_made(sound.signed)}"
    )


@click.command("trust")
@_INDEX
@_ENGINE
def trust_command(index: Path, engine: str) -> None:
    """Vouch for an index that was built elsewhere: sign it with this machine's key.

    All of it is read first, and compared with what was written.
    """
    store = engines.store(index, engine)
    try:
        sound = _vouched(store)
    except EngineError as error:
        raise failure(error) from error
    except OSError as error:
        raise failure(f"{index} can't be written to ({error.strerror})") from error
    if sound.signed.by != "here":
        raise click.ClickException(
            "There is no key to sign with, and none could be made. Name a file for it that you may"
            " write: LOCCIT_KEY=/path/to/key"
        )
    say(f"Signed {sound.manifest.generation}: {_told(sound)}.")


def _vouched(store: Store) -> Sound:
    store.open().close()
    return store.vouch(store.current() or "")
