"""Writes the files beside it: `make requirements`.

Each names every package that an installation needs, on any platform, at the version of
constraints.txt and with the SHA-256 of each of its published wheels. What builds Loccit itself is
among them, so that nothing is fetched that isn't named here.
"""

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
EXTRAS: dict[str, tuple[str, ...]] = {
    "loccit": (),
    "test": ("spacy", "test"),
    "bench": ("spacy", "test", "bench"),
}
"""What each file is for, by the extras of pyproject.toml."""
PINS = "pins"
"""The file with what this program needs itself."""
ABOVE = """\
# Made by `make requirements` from pyproject.toml and constraints.txt; don't edit.
# Install with: pip install --require-hashes --only-binary :all: -r requirements/{name}.txt
"""


def main() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    builds = project["build-system"]["requires"]
    for name, extras in EXTRAS.items():
        asked = [each for extra in extras for each in ("--extra", extra)]
        write(name, builds, "pyproject.toml", *asked)
    write(PINS, project["project"]["optional-dependencies"][PINS])


def write(name: str, further: list[str], *given: str) -> None:
    """One file, of what is given and of `further` requirements."""
    command = [
        sys.executable, "-m", "uv", "pip", "compile", *given, "-", "--universal",
        "--python-version", "3.11", "--constraints", "constraints.txt", "--generate-hashes",
        "--only-binary", ":all:", "--no-annotate", "--no-header", "--quiet",
    ]  # fmt: skip
    made = subprocess.run(
        command, cwd=ROOT, input="\n".join(further), capture_output=True, text=True, check=False
    )
    if made.returncode:
        sys.exit(made.stderr)
    file = Path(__file__).with_name(f"{name}.txt")
    file.write_text(ABOVE.format(name=name) + made.stdout, encoding="utf-8")


if __name__ == "__main__":
    main()
