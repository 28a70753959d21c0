"""Every seed's extraction: kept from before, or made now and kept at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loccit.indexer.extract import extract_all, extractor
from loccit.indexer.extractions import Extractions
from loccit.indexer.loading import Loaded, load
from loccit.indexer.problems import NoSeeds, Skipped, UnreadableSeed, some_of
from loccit.indexer.progress import Watcher
from loccit.indexer.seeds import Seed
from loccit.indexer.settings import Settings, some_workers


@dataclass(frozen=True, slots=True)
class Collected:
    """What there is to index, in order: each seed with the key of its extraction.

    `contents` are the ids of all seeds with the fingerprints of what was read of them, also of
    those that were left out.
    """

    keys: tuple[tuple[Seed, str], ...]
    contents: tuple[tuple[str, str], ...]
    skipped: tuple[Skipped, ...]
    notice: str


def collected(
    seeds: Sequence[Seed], settings: Settings, kept: Extractions, watcher: Watcher
) -> Collected:
    """Read each seed once, extract what isn't kept yet, and forget the rest; raises NoSeeds."""
    collecting = _Collecting(seeds, kept)
    notice = collecting.extract(settings, watcher)
    keys = tuple((seed, collecting.keys[seed]) for seed in seeds if seed in collecting.keys)
    skipped = tuple(sorted(collecting.skipped, key=lambda each: each.path.as_posix()))
    if not keys:
        raise NoSeeds(f"No document could be read:{some_of(skipped)}")
    kept.keep(key for _, key in keys)
    contents = tuple((seed.id, collecting.contents[seed]) for seed in seeds)
    return Collected(keys, contents, skipped, notice)


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

    def __init__(self, seeds: Sequence[Seed], kept: Extractions) -> None:
        self.keys: dict[Seed, str] = {}
        self.contents: dict[Seed, str] = {}
        self.skipped: list[Skipped] = []
        self._seeds = seeds
        self._kept = kept
        self._under_way: list[Seed] = []

    def extract(self, settings: Settings, watcher: Watcher) -> str:
        """Keep the extractions of all that is new; what to say if the model is missing."""
        new = self._new()
        first = next(new, None)
        if first is None:
            return ""
        workers = min(settings.workers or some_workers(), len(self._seeds))
        own, notice = extractor(settings.model)
        loaded = (each for some in ((first,), new) for each in some)
        for extracted in extract_all(loaded, own, settings.model, workers):
            seed = self._under_way.pop(0)
            if isinstance(extracted, Skipped):
                self.skipped.append(replace(extracted, name=seed.name))
                del self.keys[seed]
            else:
                self._kept.put(self.keys[seed], extracted)
                watcher.done(seed.id, len(extracted.passages))
        return notice

    def _new(self) -> Iterator[Loaded]:
        """Those that aren't kept, each read as it is asked for."""
        for seed in self._seeds:
            try:
                loaded = load(seed)
            except UnreadableSeed as error:
                self.skipped.append(replace(error.skipped, name=seed.name))
                self.contents[seed] = _unreadable(error)
                continue
            self.contents[seed] = loaded.fingerprint
            key = self.keys[seed] = self._kept.key(loaded)
            if not self._kept.has(key):
                self._under_way.append(seed)
                yield loaded
