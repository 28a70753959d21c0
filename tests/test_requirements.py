"""What is installed is named once, with hashes, and agrees with what is asked for."""

import re
import tomllib
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
FILES: dict[str, tuple[str, ...]] = {
    "loccit": (), "test": ("spacy", "test"), "bench": ("spacy", "test", "bench"),
}  # fmt: skip
AGAIN = "run: make requirements"


@dataclass(frozen=True, slots=True)
class Pinned:
    requirement: Requirement
    hashes: tuple[str, ...]

    @property
    def version(self) -> str:
        (only,) = self.requirement.specifier
        assert only.operator == "=="
        return only.version


def pinned(name: str) -> dict[str, Pinned]:
    """What a file names, by its canonical name; raises where a line is anything else."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    joined = re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).replace("\\\n", " ")
    found: dict[str, Pinned] = {}
    for line in filter(str.strip, joined.splitlines()):
        asked, *hashes = re.split(r"\s+--hash=", line.strip())
        requirement = Requirement(asked)
        found[canonicalize_name(requirement.name)] = Pinned(requirement, tuple(hashes))
    return found


def constraints() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").split()
    parts = [line.partition("==") for line in lines]
    return {canonicalize_name(name): version for name, _, version in parts}


def asked_for(extras: tuple[str, ...]) -> list[Requirement]:
    project = PROJECT["project"]
    asked = [*project["dependencies"], *PROJECT["build-system"]["requires"]]
    for extra in extras:
        asked += project["optional-dependencies"][extra]
    return [Requirement(each) for each in asked]


@pytest.mark.parametrize("name", [*FILES, "pins"])
def test_every_package_has_one_version_and_the_hashes_of_its_wheels(name: str) -> None:
    for each in pinned(name).values():
        assert each.hashes
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", one) for one in each.hashes)
        assert each.requirement.url is None


@pytest.mark.parametrize("name", [*FILES, "pins"])
def test_versions_are_those_of_the_constraints(name: str) -> None:
    chosen = constraints()
    assert {key: each.version for key, each in pinned(name).items()} == {
        key: chosen.get(key) for key in pinned(name)
    }, AGAIN


@pytest.mark.parametrize(("name", "extras"), FILES.items())
def test_whatever_the_project_asks_for_is_there(name: str, extras: tuple[str, ...]) -> None:
    held = pinned(name)
    for each in asked_for(extras):
        own = held.get(canonicalize_name(each.name))
        assert own is not None, AGAIN
        assert each.specifier.contains(own.version), AGAIN


@pytest.mark.parametrize(("name", "extras"), FILES.items())
def test_nothing_is_needed_that_is_not_named(name: str, extras: tuple[str, ...]) -> None:
    """By what the installed packages say that they need themselves, here and by their extras."""
    held = pinned(name)
    waiting = [(each, tuple(each.extras)) for each in asked_for(extras)]
    seen = set()
    while waiting:
        requirement, own_extras = waiting.pop()
        key = canonicalize_name(requirement.name)
        assert key in held, f"{requirement} is not in requirements/{name}.txt; {AGAIN}"
        if (key, own_extras) in seen:
            continue
        seen.add((key, own_extras))
        try:
            needed = distribution(key).requires or []
        except PackageNotFoundError:
            continue
        for each in map(Requirement, needed):
            markers = [{"extra": extra} for extra in ("", *own_extras)]
            if each.marker is None or any(each.marker.evaluate(one) for one in markers):
                waiting.append((each, tuple(each.extras)))
    assert {key for key, _ in seen} <= held.keys()


def test_no_file_names_an_address() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "requirements").glob("*.txt")]
    texts.append((ROOT / "constraints.txt").read_text(encoding="utf-8"))
    assert not [text for text in texts if "://" in text or "--index" in text or "-i " in text]


def test_the_pins_of_what_pins_are_there() -> None:
    assert set(pinned("pins")) == {"uv"}
