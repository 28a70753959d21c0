"""What others install is `loccit` alone, whole, and works beside anything of theirs."""

import json
import sys
from pathlib import Path

import pytest

from tests.packaging import (
    Environment,
    build,
    checkout,
    package_files,
    run,
    unpacked,
    wheel_files,
)

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("packaging")]

STRAYS = (
    "search", "web", "engines", "indexer", "mentions", "model", "settings", "library", "command",
    "bench", "tests",
)  # fmt: skip


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return checkout(tmp_path_factory.mktemp("checkout"))


@pytest.fixture(scope="module")
def built(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with a wheel and an sdist."""
    place = tmp_path_factory.mktemp("built") / "dist"
    build(source, place, "sdist", "wheel")
    return place


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    (wheel,) = built.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def sdist(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    (archive,) = built.glob("*.tar.gz")
    return unpacked(archive, tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    return Environment.having(wheel, tmp_path_factory.mktemp("environment"))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A user's folder: two documents, and modules that must not be taken for ours."""
    place = tmp_path_factory.mktemp("home")
    for name in STRAYS:
        (place / f"{name}.py").write_text(f"raise RuntimeError('{name}.py is not ours')\n")
    (place / "seeds").mkdir()
    (place / "seeds" / "war.txt").write_text("The raid began on 6 October 2012.[48]")
    (place / "seeds" / "peace.txt").write_text("The raid ended in 2013.[49]")
    return place


def tops(names: set[str]) -> set[str]:
    return {name.partition("/")[0] for name in names}


def test_a_wheel_holds_the_package_and_its_metadata_alone(wheel: Path) -> None:
    package, metadata = sorted(tops(wheel_files(wheel)))
    assert package == "loccit"
    assert metadata.endswith(".dist-info")


def test_a_wheel_holds_the_whole_package(source: Path, wheel: Path) -> None:
    held = {name for name in wheel_files(wheel) if name.startswith("loccit/")}
    assert held == package_files(source)
    assert held >= {
        "loccit/py.typed",
        "loccit/search/query/grammar.lark",
        "loccit/indexer/starter_aliases.toml",
        "loccit/web/templates/base.html",
        "loccit/web/static/loccit.css",
    }


def test_an_sdist_holds_the_package_and_what_builds_it(source: Path, sdist: Path) -> None:
    metadata = {"LICENSE", "MANIFEST.in", "PKG-INFO", "README.md", "pyproject.toml", "setup.cfg"}
    assert {each.name for each in sdist.iterdir()} == metadata | {"loccit", "loccit.egg-info"}
    assert package_files(sdist) == package_files(source)


def test_the_wheel_from_an_sdist_is_the_same(sdist: Path, wheel: Path, tmp_path: Path) -> None:
    build(sdist, tmp_path / "dist", "wheel")
    (again,) = (tmp_path / "dist").glob("*.whl")
    assert again.name == wheel.name
    assert wheel_files(again) == wheel_files(wheel)


def test_the_commands_work_beside_strangers(environment: Environment, home: Path) -> None:
    place = environment.run("-c", "import loccit; print(loccit.__file__)", cwd=home)
    assert Path(place.strip()).is_relative_to(Path(environment.python).parents[1])
    index = ("index", "seeds", "--index", "by-command", "--model", "", "--workers", "2")
    environment.run("-m", "loccit", *index, cwd=home)
    search = ("search", "raid", "--index", "by-command", "--json")
    page = json.loads(environment.run("-m", "loccit", *search, cwd=home))
    assert [each["document"] for each in page["results"]] == ["peace", "war"]


PROGRAM = """
import loccit

if __name__ == "__main__":
    built = loccit.build("seeds", "by-program", model="", workers=2)
    with loccit.open("by-program") as library:
        ids = [result.passage.id for result in library.search("raid").results]
    print(built.manifest.passages, ids, loccit.__version__)
"""


def test_programs_work_beside_strangers(environment: Environment, home: Path) -> None:
    (home / "program.py").write_text(PROGRAM)
    assert environment.run("program.py", cwd=home) == "2 ['peace#1', 'war#1'] 0.1.0\n"


SITE = """
import re
from pathlib import Path

import loccit
from loccit.web.app import create_app

loccit.build("seeds", "for-site", model="", workers=1)
client = create_app(Path("for-site")).test_client()
page = client.get("/search?q=raid")
style = re.search(r'href="([^"]+[.]css[^"]*)"', page.get_data(as_text=True))[1]
print(page.status_code, client.get(style).status_code, client.get("/help").status_code)
"""


def test_the_site_has_its_templates_and_static_files(environment: Environment, home: Path) -> None:
    (home / "site_of_ours.py").write_text(SITE)
    assert environment.run("site_of_ours.py", cwd=home) == "200 200 200\n"


TYPED = """
import loccit
from loccit import Built, Library

def texts(library: Library) -> list[str]:
    page = library.search("raid", size=5)
    reveal_type(page.results[0].passage.text)
    reveal_type(page.results[0].snippet)
    reveal_type(page.total)
    return [result.passage.text for result in page.results]

def tried() -> Built | None:
    try:
        return loccit.build(["seeds"], "index", model="")
    except (loccit.NoSeeds, loccit.BadFile, loccit.IndexLocked) as error:
        error.args
    except loccit.LoccitError as error:
        reveal_type(error)
    return None

with loccit.open() as library:
    reveal_type(library)
    reveal_type(library.timeline("raid").years)
    reveal_type(library.citation("war", 48))
reveal_type(loccit.build("seeds").skipped)
reveal_type(loccit.__version__)
reveal_type(loccit.OutOfTime)
loccit.opne()
loccit.build("seeds", modle="")
"""
REVEALED = [
    "str",
    "tuple[loccit.search.results.Piece, ...]",
    "int",
    "loccit.model.errors.LoccitError",
    "loccit.library.Library",
    "tuple[loccit.search.timeline.timeline.Year, ...]",
    "loccit.search.about.citation.CitationPage | None",
    "tuple[loccit.indexer.problems.Skipped, ...]",
    "str",
    "def () -> loccit.engines.deadline.OutOfTime",
]


def test_a_users_type_checker_sees_exact_types(environment: Environment, tmp_path: Path) -> None:
    (tmp_path / "typed.py").write_text(TYPED)
    mypy = ("-m", "mypy", "--strict", "--python-executable", environment.python, "typed.py")
    notes = run(sys.executable, *mypy, cwd=tmp_path, status=1).splitlines()
    revealed = [note.partition('Revealed type is "')[2].rstrip('"') for note in notes]
    assert [each for each in revealed if each] == REVEALED
    errors = [note for note in notes if ": error: " in note]
    assert ["[attr-defined]" in errors[0], "[call-arg]" in errors[1]] == [True, True]
    assert len(errors) == 2
