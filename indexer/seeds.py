"""Which files go in, and what each is called."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from loccit.indexer.problems import NoSeeds
from loccit.indexer.readers import READERS


@dataclass(frozen=True, slots=True)
class Seed:
    """A file to index; `id` is its path under the seeds without suffix."""

    id: str
    path: Path


def find(places: Sequence[Path], root: Path | None = None) -> tuple[Seed, ...]:
    """The files under `places` (folders or files), by id; raises NoSeeds.

    A file's id is its path under the folder it was found in, or under `root`. Two that would
    share an id keep their suffixes.
    """
    files = list(dict.fromkeys(each for place in places for each in _files(place, root)))
    if not files:
        known = ", ".join(READERS)
        raise NoSeeds(
            f"Nothing to index in {', '.join(map(str, places))}: there is no file with a known"
            f" suffix ({known}). Put documents there and run again."
        )
    return tuple(sorted(_named(files), key=lambda seed: seed.id))


def _files(place: Path, root: Path | None) -> Iterator[tuple[Path, Path]]:
    """Each file and the folder its id is counted from."""
    if place.is_file():
        yield place, root or place.parent
    elif place.is_dir():
        for path in sorted(place.rglob("*")):
            hidden = any(part.startswith(".") for part in path.relative_to(place).parts)
            if path.suffix.lower() in READERS and path.is_file() and not hidden:
                yield path, root or place
    else:
        raise NoSeeds(f"There is no {place}. Name a folder of documents: loccit index FOLDER")


def _named(paths: Iterable[tuple[Path, Path]]) -> Iterator[Seed]:
    files = [(path, _under(path, root)) for path, root in paths]
    shared = Counter(relative.with_suffix("").as_posix() for _, relative in files)
    for path, relative in files:
        bare = relative.with_suffix("").as_posix()
        yield Seed(relative.as_posix() if shared[bare] > 1 else bare, path)


def _under(path: Path, root: Path) -> Path:
    try:
        return path.resolve().relative_to(root.resolve())
    except ValueError:
        return Path(path.name)
