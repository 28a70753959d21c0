"""Loccit as others get it: built from the checkout, installed beside what it stands on."""

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]


def checkout(place: Path) -> Path:
    """A copy of the files that git keeps, or would keep, with links as links."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, names.split("\0")):
        original, copy = ROOT / name, place / name
        if original.is_symlink() or original.exists():
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(original, copy, follow_symlinks=False)
    return place


def build(source: Path, into: Path, *kinds: str) -> None:
    """Build the `kinds`, "sdist" or "wheel", of what is at `source`, without a network."""
    flags = ["--no-isolation", *(f"--{kind}" for kind in kinds), "--outdir", str(into)]
    run(sys.executable, "-m", "build", *flags, str(source), cwd=into.parent)


def run(*command: str, cwd: Path, status: int = 0, path: Path | None = None) -> str:
    """What the command prints; it must end with `status`, and otherwise all of it is shown.

    It imports from `path` first, if that is given.
    """
    own = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    own |= {"PYTHONPATH": str(path)} if path else {}
    done = subprocess.run(
        command, cwd=cwd, env=own, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == status, f"{done.args}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def wheel_files(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if not name.endswith("/")}


def unpacked(sdist: Path, place: Path) -> Path:
    """The one folder that the archive holds."""
    with tarfile.open(sdist) as archive:
        archive.extractall(place, filter="data")
    (folder,) = place.iterdir()
    return folder


def package_files(source: Path) -> set[str]:
    """What of `loccit` is in a checkout, linked rooms included, as paths from its root."""
    return {path.relative_to(source).as_posix() for path in _files(source / "loccit")}


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.is_dir():
            yield from _files(path)
        else:
            yield path


@dataclass(frozen=True, slots=True)
class Environment:
    """A virtual environment with the wheel, which sees what else is installed here."""

    python: str

    @classmethod
    def having(cls, wheel: Path, place: Path) -> "Environment":
        venv.create(place, symlinks=True)
        python = str(place / "bin" / "python")
        pip = (sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check")
        run(*pip, "install", "--quiet", "--no-deps", "--no-index", str(wheel), cwd=place)
        own = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=place)
        # A .pth file found by way of another is not read, so the checkout is not seen.
        here = dict.fromkeys(sysconfig.get_path(name) for name in ("purelib", "platlib"))
        Path(own.strip(), "installed_here.pth").write_text("\n".join(here))
        return cls(python)

    def run(self, *arguments: str, cwd: Path) -> str:
        return run(self.python, *arguments, cwd=cwd)
