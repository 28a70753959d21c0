"""Indexing on one page: find the seeds, extract, write a new generation, check it, swap it in."""

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from engines.engine import Writer
from engines.generations import Generations
from engines.schema import Manifest, Passage
from indexer import corrections
from indexer import seeds as seeds_found
from indexer.corrections import Corrections, Entry
from indexer.extract import Extracted, extract_all, extractor
from indexer.naming import Names
from indexer.problems import NoSeeds, Skipped
from indexer.progress import Silent, Watcher
from indexer.seeds import Seed
from indexer.settings import Settings, fingerprint, some_workers, versions

_SAMPLE = 20
"""Passages that the check asks back from the new generation."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: the manifest of the generation in service, and what was left out."""

    manifest: Manifest
    skipped: tuple[Skipped, ...]
    notice: str = ""
    unmatched: tuple[Entry, ...] = ()
    """Corrections whose words stand nowhere."""


@dataclass(frozen=True, slots=True)
class Own:
    """What the reader says of the text, applied last and winning."""

    corrections: Corrections

    def applied(self, found: Extracted) -> Extracted:
        return replace(found, passages=self.corrections.apply(found.passages))


@dataclass(slots=True)
class _Counts:
    """Kept while writing, for the manifest and for checking."""

    documents: int = 0
    passages: int = 0
    mentions: Counter[str] = field(default_factory=Counter)
    sample: deque[Passage] = field(default_factory=lambda: deque(maxlen=_SAMPLE))
    names: Names = field(default_factory=Names)

    def add(self, extracted: Extracted) -> None:
        self.documents += 1
        self.passages += len(extracted.passages)
        self.sample.extend(extracted.passages[:: max(1, len(extracted.passages) // 4)])
        self.names.count(extracted.passages)
        numbers: set[int] = set()
        for passage in extracted.passages:
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
    own = Own(Corrections(corrections.read(settings.dates)))
    generations = Generations(index, settings.engine)
    with generations.writing():
        name, writer = generations.begin()
        try:
            built = _fill(name, writer, seeds, settings, own, watcher or Silent())
        except BaseException:
            writer.abandon()
            raise
        generations.check(name, built[1])
        generations.publish(name)
    return built[0]


def is_current(places: Sequence[Path], index: Path, settings: Settings) -> bool:
    """Whether the index in service was built from just these seeds with just these settings."""
    generations = Generations(index, settings.engine)
    if generations.current() is None:
        return False
    with_engine = generations.open()
    try:
        found = with_engine.manifest.fingerprint
    finally:
        with_engine.close()
    return found == fingerprint(seeds_found.find(places), settings)


def _fill(
    name: str,
    writer: Writer,
    seeds: Sequence[Seed],
    settings: Settings,
    own: Own,
    watcher: Watcher,
) -> tuple[Built, list[Passage]]:
    skipped: list[Skipped] = []
    counts = _Counts()
    workers = min(settings.workers or some_workers(), len(seeds))
    reader, notice = extractor(settings.model)
    for found in _readable(extract_all(seeds, reader, settings.model, workers), skipped):
        extracted = own.applied(found)
        writer.put(extracted.document, extracted.passages)
        counts.add(extracted)
        watcher.done(extracted.document.id, len(extracted.passages))
    if not counts.documents:
        raise NoSeeds("No document could be read:\n" + "\n".join(map(str, skipped)))
    names = counts.names.table()
    writer.put_names(names)
    manifest = Manifest(
        settings.engine,
        name,
        counts.documents,
        counts.passages,
        datetime.now(UTC).isoformat(timespec="seconds"),
        fingerprint(seeds, settings),
        extractors=versions(settings),
        settings={"model": "" if notice else settings.model},
        counts={**counts.mentions, "names": len(names)},
    )
    writer.finish(manifest)
    built = Built(manifest, tuple(skipped), notice, own.corrections.unmatched())
    return built, list(counts.sample)


def _readable(found: Iterable[Extracted | Skipped], skipped: list[Skipped]) -> Iterator[Extracted]:
    """The documents that could be read; the others are added to `skipped`."""
    for each in found:
        if isinstance(each, Skipped):
            skipped.append(each)
        else:
            yield each
