"""What `loccit` offers by name: all of it there, none of it loaded before it is asked for."""

import inspect
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

import loccit
from loccit.indexer.settings import Settings

HEAVY = (
    "spacy",
    "onnxruntime",
    "tokenizers",
    "flask",
    "numpy",
    "whoosh",
    "pydantic",
    "click",
    "lark",
    "rich",
)


def in_a_new_process(code: str) -> str:
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    return run.stdout.strip()


def test_importing_loccit_loads_nothing_else() -> None:
    code = (
        "import sys; before = set(sys.modules); import loccit\n"
        f"print([m for m in {HEAVY!r} if m in sys.modules],"
        " [m for m in sys.modules if m.startswith('loccit.')])"
    )
    assert in_a_new_process(code) == "[] []"


@pytest.mark.parametrize("name", loccit.__all__)
def test_every_stable_name_is_there_and_listed(name: str) -> None:
    assert getattr(loccit, name)
    assert name in dir(loccit)


@pytest.mark.parametrize("name", [n for n in loccit.__all__ if n[0].isupper()])
def test_a_stable_name_loads_neither_the_site_nor_the_model(name: str) -> None:
    code = (
        f"import sys; from loccit import {name}\n"
        f"print({name}.__name__,"
        " [m for m in ('spacy', 'onnxruntime', 'flask') if m in sys.modules])"
    )
    assert in_a_new_process(code) == f"{name} []"


def test_every_error_offered_is_a_loccit_error() -> None:
    errors = [getattr(loccit, name) for name in loccit.__all__]
    for each in errors:
        if inspect.isclass(each) and issubclass(each, Exception):
            assert issubclass(each, loccit.LoccitError)


def test_the_version_is_that_of_the_package() -> None:
    assert loccit.__version__ == metadata.version("loccit")


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'opne'"):
        getattr(loccit, "opne")  # noqa: B009


def test_a_build_from_python_has_the_settings_of_one_from_the_command_line() -> None:
    own = inspect.signature(loccit.build).parameters
    settings = Settings()
    assert own["model"].default == settings.model
    assert own["workers"].default == settings.workers
    assert Path(own["dates"].default) == settings.dates
    assert Path(own["aliases"].default) == settings.aliases


@pytest.mark.parametrize("several", [False, True])
def test_seeds_are_one_place_or_several(tmp_path: Path, several: bool) -> None:
    seed = tmp_path / "war.txt"
    seed.write_text("The raid began on 6 October 2012.[48]")
    for place in (str(seed), seed):
        seeds = [place] if several else place
        built = loccit.build(seeds, tmp_path / "index", model="")
        assert (built.manifest.passages, built.skipped) == (1, ())
    with loccit.open(tmp_path / "index") as library:
        assert library.search("raid").total == 1


def test_what_goes_wrong_is_named(tmp_path: Path) -> None:
    with pytest.raises(loccit.NoSeeds, match="absent"):
        loccit.build(tmp_path / "absent", tmp_path / "index", model="")
    with pytest.raises(loccit.IndexMissing, match="loccit index"):
        loccit.open(tmp_path / "index")
    (tmp_path / "war.txt").write_text("The raid began.")
    loccit.build(tmp_path / "war.txt", tmp_path / "index", model="")
    with pytest.raises(loccit.EngineUnavailable, match="no engine steam"):
        loccit.open(tmp_path / "index", engine="steam")
    (tmp_path / "dates.toml").write_text("x = ")
    with pytest.raises(loccit.BadFile, match=r"dates\.toml"):
        loccit.build(
            tmp_path / "war.txt", tmp_path / "index", model="", dates=tmp_path / "dates.toml"
        )
