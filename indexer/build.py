"""Indexing on one page: find the seeds, extract, name, write a generation, check, swap it in."""

import time
from collections import Counter, deque
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from loccit import engines
from loccit.engines.manifest import Manifest
from loccit.engines.store import Writer
from loccit.indexer import aliases, corrections
from loccit.indexer import seeds as seeds_found
from loccit.indexer.arrivals import Arrivals
from loccit.indexer.corrections import Corrections
from loccit.indexer.extract import Extracted, extract_all, extractor
from loccit.indexer.extractions import Extractions
from loccit.indexer.naming import Naming
from loccit.indexer.problems import NoSeeds, Skipped, UnreadableSeed
from loccit.indexer.progress import Silent, Watcher
from loccit.indexer.seeds import Seed
from loccit.indexer.settings import Settings, fingerprint, some_workers, versions
from loccit.model.documents import Passage

_SAMPLE = 20
"""Passages that the check asks back from the new generation."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: the manifest of the generation in service, and what was left out."""

    manifest: Manifest
    skipped: tuple[Skipped, ...]
    notice: str = ""
    unmatched: tuple[str, ...] = ()
    """Corrections whose words stand nowhere, and why."""


@dataclass(frozen=True, slots=True)
class _Own:
    """What the reader says of the text, applied last and winning."""

    corrections: Corrections
    naming: Naming

    def applied(self, found: Extracted) -> tuple[Passage, ...]:
        document = found.document.id
        return self.corrections.apply(self.naming.applied(document, found.passages))


@dataclass(frozen=True, slots=True)
class Read:
    """The keys of the extractions to index, in order, and what was left out."""

    keys: tuple[str, ...]
    skipped: tuple[Skipped, ...]
    notice: str


@dataclass(slots=True)
class _Counts:
    """Kept while writing, for the manifest and for checking."""

    documents: int = 0
    passages: int = 0
    mentions: Counter[str] = field(default_factory=Counter)
    sample: deque[Passage] = field(default_factory=lambda: deque(maxlen=_SAMPLE))

    def add(self, passages: Sequence[Passage]) -> None:
        self.documents += 1
        self.passages += len(passages)
        self.sample.extend(passages[:: max(1, len(passages) // 4)])
        numbers: set[int] = set()
        for passage in passages:
            cited = [c.number for c in passage.citations() if c.number is not None]
            numbers.update(cited)
            self.mentions["dates"] += len(passage.dates())
            self.mentions["uncited"] += not cited
        self.mentions["citations"] += len(numbers)


def build(
    places: Sequence[Path],
    index: Path,
    settings: Settings | None = None,
    watcher: Watcher | None = None,
) -> Built:
    """Index the documents under `places` into a new generation of `index` and publish it.

    Raises NoSeeds if nothing could be read, BadFile if a file of the reader's own is wrong,
    IndexLocked if another run writes; whatever happens, the generation in service before stays
    until the new one is whole.
    """
    settings = settings or Settings()
    seeds = seeds_found.find(places)
    own = _Own(
        Corrections(corrections.read(settings.dates)), Naming(aliases.read(settings.aliases))
    )
    store = engines.store(index, settings.engine)
    with (
        store.writing(),
        closing(Extractions(index, settings)) as kept,
        closing(Arrivals(store, int(time.time()))) as arrivals,
    ):
        read = extracted(seeds, settings, kept, watcher or Silent())
        for key in read.keys:
            own.naming.read(kept.get(key))
        writer = store.begin(workers=settings.workers)
        try:
            counts = _fill(writer, read, kept, own, arrivals)
            manifest = _manifest(writer.generation, seeds, settings, read, own, counts)
            writer.finish(manifest)
        except BaseException:
            writer.abandon()
            raise
        store.check(writer.generation, list(counts.sample))
        store.publish(writer.generation)
    return Built(manifest, read.skipped, read.notice, own.corrections.unmatched())


def is_current(places: Sequence[Path], index: Path, settings: Settings) -> bool:
    """Whether the index in service was built from just these seeds with just these settings."""
    store = engines.store(index, settings.engine)
    if store.current() is None:
        return False
    with_engine = store.open()
    try:
        found = with_engine.manifest.fingerprint
    finally:
        with_engine.close()
    return found == fingerprint(seeds_found.find(places), settings)


def extracted(
    seeds: Sequence[Seed], settings: Settings, kept: Extractions, watcher: Watcher
) -> Read:
    """Extract what isn't kept yet, keep it, and forget the rest; raises NoSeeds."""
    keys: dict[Seed, str] = {}
    skipped: list[Skipped] = []
    for seed in seeds:
        try:
            keys[seed] = kept.key(seed)
        except UnreadableSeed as error:
            skipped.append(error.skipped)
    new = [seed for seed, key in keys.items() if not kept.has(key)]
    notice = _extract(new, keys, settings, kept, watcher, skipped) if new else ""
    if not keys:
        raise NoSeeds("No document could be read:\n" + "\n".join(map(str, skipped)))
    kept.keep(keys.values())
    in_order = sorted(skipped, key=lambda each: each.path.as_posix())
    return Read(tuple(keys.values()), tuple(in_order), notice)


def _extract(
    new: Sequence[Seed],
    keys: dict[Seed, str],
    settings: Settings,
    kept: Extractions,
    watcher: Watcher,
    skipped: list[Skipped],
) -> str:
    """Keep the extractions of the `new` seeds; those that can't be read leave `keys`."""
    workers = min(settings.workers or some_workers(), len(new))
    reader, notice = extractor(settings.model)
    for seed, found in zip(new, extract_all(new, reader, settings.model, workers), strict=True):
        if isinstance(found, Skipped):
            skipped.append(found)
            del keys[seed]
        else:
            kept.put(keys[seed], found)
            watcher.done(found.document.id, len(found.passages))
    kept.commit()
    return notice


def _fill(writer: Writer, read: Read, kept: Extractions, own: _Own, arrivals: Arrivals) -> _Counts:
    counts = _Counts()
    for key in read.keys:
        found = kept.get(key)
        passages = arrivals.dated(found.document.id, own.applied(found))
        writer.put(found.document, passages)
        counts.add(passages)
    writer.put_names(own.naming.table())
    return counts


def _manifest(
    name: str, seeds: Sequence[Seed], settings: Settings, read: Read, own: _Own, counts: _Counts
) -> Manifest:
    return Manifest(
        settings.engine,
        name,
        counts.documents,
        counts.passages,
        datetime.now(UTC).isoformat(timespec="seconds"),
        fingerprint(seeds, settings),
        extractors=versions(settings),
        settings={"model": "" if read.notice else settings.model},
        counts={**counts.mentions, "names": len(own.naming.table())},
    )
