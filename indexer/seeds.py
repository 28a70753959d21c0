"""Which files go in, what each is called, and what is left out."""

import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from loccit.indexer import readers, sidecar
from loccit.indexer.problems import NoSeeds, Skipped, some_of
from loccit.indexer.walking import File, Met, walk
from loccit.model.file_names import shown


@dataclass(frozen=True, slots=True)
class Seed:
    """A file to index; `id` is its path under the seeds without suffix, as it can be shown,
    `name` that path as it is."""

    id: str
    path: Path
    name: Path = Path()


@dataclass(frozen=True, slots=True)
class Found:
    """The seeds by id, and what lies beside them that isn't indexed, by name."""

    seeds: tuple[Seed, ...]
    skipped: tuple[Skipped, ...]


def find(places: Sequence[Path], root: Path | None = None) -> tuple[Seed, ...]:
    """The seeds that `look` finds; raises NoSeeds."""
    return look(places, root).seeds


def look(places: Sequence[Path], root: Path | None = None, but: Collection[Path] = ()) -> Found:
    """The files under `places` (folders or files) and what is left out of them; raises NoSeeds.

    A file's id is its path under the folder it was found in, or under `root`. Those that would
    share an id keep their suffixes. What lies at `but` is neither indexed nor left out.
    """
    met = [each for place in places for each in _met(place, places, root, but)]
    skipped = [each for each in met if isinstance(each, Skipped)]
    files = [each for each in met if not isinstance(each, Skipped)]
    seeds = sorted(_named(list(_taken(files, skipped)), skipped), key=lambda seed: seed.id)
    skipped.sort(key=lambda each: os.fsencode(each.name))
    if not seeds:
        raise NoSeeds(
            f"Nothing to index in {', '.join(shown(str(place)) for place in places)}: there is no"
            f" file with a known suffix ({readers.known()}). Put documents there and run again."
            f"{some_of(skipped)}"
        )
    return Found(tuple(seeds), tuple(skipped))


def _met(
    place: Path, places: Iterable[Path], root: Path | None, but: Collection[Path]
) -> Iterator[Met]:
    """All that lies at a place; a file that is named itself may be a link to anywhere."""
    if os.path.isdir(place):
        roots = [Path(os.path.realpath(each)) for each in places]
        apart = {Path(os.path.realpath(each)) for each in but}
        for met in walk(place, apart, lambda target: any(map(target.is_relative_to, roots))):
            yield replace(met, name=_under(met.path, root)) if root else met
    elif os.path.isfile(place):
        name = _under(place, root) if root else Path(place.name)
        yield File(place, name, Path(os.path.realpath(place)))
    elif os.path.lexists(place):
        yield Skipped(place, "neither a file nor a folder that can be read", Path(place.name))
    else:
        raise NoSeeds(
            f"There is no {shown(str(place))}. Name a folder of documents: loccit index FOLDER"
        )


def _under(path: Path, root: Path) -> Path:
    real = Path(os.path.realpath(path.parent)) / path.name
    try:
        return real.relative_to(os.path.realpath(root))
    except ValueError:
        return Path(path.name)


def _taken(files: Sequence[File], skipped: list[Skipped]) -> Iterator[File]:
    """The files that can be read, each once, whatever leads to it; the others are skipped."""
    stems = {file.path.with_suffix("") for file in files if readers.is_known(file.path)}
    taken: dict[Path, File] = {}
    for file in sorted(files, key=lambda file: file.is_link):
        if not readers.is_known(file.path):
            if not sidecar.is_one(file.path):
                skipped.append(Skipped(file.path, readers.why_unknown(file.path), file.name))
            elif file.is_link:
                skipped.append(Skipped(file.path, sidecar.LINKED, file.name))
            elif file.path.with_suffix("") not in stems:
                skipped.append(Skipped(file.path, sidecar.ALONE, file.name))
            continue
        before = taken.setdefault(file.target, file)
        if before is file:
            yield file
        elif before.path != file.path:
            why = f"the same file as {shown(before.name.as_posix())}, which is indexed"
            skipped.append(Skipped(file.path, why, file.name))


_LONGEST = 2
"""The level of the longest id."""


def _id(file: File, level: int) -> str:
    """Without suffix, with it, or with the whole path as it was typed."""
    by_level = (file.name.with_suffix(""), file.name, file.path)
    return shown(by_level[level].as_posix().lstrip("/"))


def _named(files: Sequence[File], skipped: list[Skipped]) -> Iterator[Seed]:
    """Each with the shortest id that no other has; the last of two that share one is skipped."""
    levels = dict.fromkeys(files, 0)
    clashing = list(files)
    ids: dict[File, str] = {}
    while clashing:
        ids = {file: _id(file, level) for file, level in levels.items()}
        shared = Counter(ids.values())
        clashing = [f for f in files if shared[ids[f]] > 1 and levels[f] < _LONGEST]
        for file in clashing:
            levels[file] += 1
    named: dict[str, File] = {}
    for file in files:
        if named.setdefault(ids[file], file) is file:
            yield Seed(ids[file], file.path, file.name)
        else:
            why = f"its name is that of {shown(str(named[ids[file]].path))}"
            skipped.append(Skipped(file.path, why, file.name))
