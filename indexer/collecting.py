"""Every seed's extraction: kept from before, or made now and kept at once."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import chain

from loccit.indexer.extract import extract_all, extractor
from loccit.indexer.extractions import Extractions
from loccit.indexer.loading import Loaded, load
from loccit.indexer.problems import NoSeeds, Skipped, UnreadableSeed, some_of
from loccit.indexer.progress import Watcher
from loccit.indexer.readers.isolated import Isolated
from loccit.indexer.seeds import Seed
from loccit.indexer.settings import Settings, some_workers
from loccit.indexer.unfolding import Leaf, unfolded


@dataclass(frozen=True, slots=True)
class Kept:
    """A document that is kept, by the key of its seed and its place among the seed's."""

    id: str
    seed: Seed
    key: str
    part: int


@dataclass(frozen=True, slots=True)
class Collected:
    """What there is to index, by id.

    `contents` are the ids of all seeds with the fingerprints of what was read of them, also of
    those that were left out.
    """

    documents: tuple[Kept, ...]
    contents: tuple[tuple[str, str], ...]
    skipped: tuple[Skipped, ...]
    notice: str


def collected(
    seeds: Sequence[Seed], settings: Settings, kept: Extractions, watcher: Watcher
) -> Collected:
    """Read each seed once, extract what isn't kept yet, and forget the rest; raises NoSeeds."""
    collecting = _Collecting(seeds, kept, watcher)
    notice = collecting.extract(settings)
    keys = tuple((seed, collecting.keys[seed]) for seed in seeds if seed in collecting.keys)
    skipped = [*collecting.skipped]
    documents = tuple(_apart(_documents(keys, kept, skipped), skipped))
    if not documents:
        raise NoSeeds(f"No document could be read:{some_of(_in_order(skipped))}")
    kept.keep(key for _, key in keys)
    contents = tuple((seed.id, collecting.contents[seed]) for seed in seeds)
    return Collected(documents, contents, _in_order(skipped), notice)


def _in_order(skipped: Iterable[Skipped]) -> tuple[Skipped, ...]:
    return tuple(sorted(skipped, key=lambda each: each.path.as_posix()))


def _documents(
    keys: Iterable[tuple[Seed, str]], kept: Extractions, skipped: list[Skipped]
) -> Iterator[Kept]:
    """The documents of each seed; one that was not read to its end is named."""
    for seed, key in keys:
        ids = kept.documents(key)
        yield from (Kept(id, seed, key, part) for part, id in enumerate(ids))
        if why := kept.stopped(key):
            of = "document was" if len(ids) == 1 else f"{len(ids):,} documents were"
            skipped.append(Skipped(seed.path, f"only its first {of} read: {why}", seed.name))


def _apart(documents: Iterable[Kept], skipped: list[Skipped]) -> Iterator[Kept]:
    """By id; of two that share one the second is left out."""
    last = ""
    for each in sorted(documents, key=lambda each: each.id):
        if each.id == last:
            why = f"its document {each.id} has the id of another"
            skipped.append(Skipped(each.seed.path, why, each.seed.name))
        else:
            yield each
        last = each.id


def contents(seeds: Sequence[Seed]) -> Iterator[tuple[str, str]]:
    """The ids of the seeds with the fingerprints of what they hold now."""
    for seed in seeds:
        try:
            yield seed.id, load(seed).fingerprint
        except UnreadableSeed as error:
            yield seed.id, _unreadable(error)


def _unreadable(error: UnreadableSeed) -> str:
    return f"unreadable: {error}"


class _Collecting:
    """Seeds on their way: their bytes are held only until they are extracted."""

    def __init__(self, seeds: Sequence[Seed], kept: Extractions, watcher: Watcher) -> None:
        self.keys: dict[Seed, str] = {}
        self.contents: dict[Seed, str] = {}
        self.skipped: list[Skipped] = []
        self._seeds = seeds
        self._kept = kept
        self._watcher = watcher
        self._under_way: deque[tuple[Seed, int]] = deque()
        self._left: dict[Seed, _Left] = {}

    def extract(self, settings: Settings) -> str:
        """Keep the extractions of all that is new; what to say if the model is missing."""
        with closing(Isolated()) as reading:
            new = self._new(reading)
            first = next(new, None)
            if first is None:
                return ""
            workers = settings.workers or some_workers()
            own, notice = extractor(settings.model)
            for extracted in extract_all(chain((first,), new), own, settings.model, workers):
                seed, part = self._under_way.popleft()
                if isinstance(extracted, Skipped):
                    self._skip(seed, extracted)
                    continue
                if seed in self.keys:
                    self._kept.put(self.keys[seed], part, extracted)
                    self._got(seed)
                    self._watcher.done(extracted.document.id, len(extracted.passages))
        return notice

    def _skip(self, seed: Seed, skipped: Skipped) -> None:
        self.skipped.append(replace(skipped, name=seed.name))
        self.keys.pop(seed, None)

    def _got(self, seed: Seed) -> None:
        """One more of a seed's documents is kept; it is complete with the last of them."""
        left = self._left[seed]
        left.extracted += 1
        if left.parts == left.extracted:
            self._kept.complete(self.keys[seed], left.parts, left.why)
            self._watcher.seed_done()

    def _new(self, reading: Isolated) -> Iterator[Leaf]:
        """The documents of the seeds that aren't kept, each read as it is asked for."""
        for seed in self._seeds:
            try:
                loaded = load(seed)
            except UnreadableSeed as error:
                self._skip(seed, error.skipped)
                self.contents[seed] = _unreadable(error)
                continue
            self.contents[seed] = loaded.fingerprint
            key = self.keys[seed] = self._kept.key(loaded)
            if not self._kept.has(key):
                yield from self._unfolded(loaded, reading)

    def _unfolded(self, loaded: Loaded, reading: Isolated) -> Iterator[Leaf]:
        """Each but the last is handed on when the one after it is there, so that how many there
        are is known before the last is extracted."""
        seed, waiting, why = loaded.seed, None, ""
        left = self._left[seed] = _Left()
        try:
            for leaf in unfolded(loaded, reading):
                if waiting:
                    yield waiting
                self._under_way.append((seed, left.met))
                left.met += 1
                waiting = leaf
        except UnreadableSeed as error:
            if waiting is None:
                self._skip(seed, error.skipped)
                return
            why = error.skipped.why
        left.parts, left.why = left.met, why
        if waiting:
            yield waiting


@dataclass(slots=True)
class _Left:
    """How many documents of a seed were met and extracted, and how many it has, once that is
    known."""

    met: int = 0
    parts: int | None = None
    extracted: int = 0
    why: str = ""
