"""Indexing on one page: find the seeds, extract, name, write a generation, check, publish."""

import time
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from loccit import engines
from loccit.engines.manifest import Manifest
from loccit.engines.store import Writer
from loccit.indexer import aliases, corrections, own_files
from loccit.indexer import seeds as seeds_found
from loccit.indexer.arrivals import Arrivals
from loccit.indexer.collecting import Collected, collected, contents
from loccit.indexer.corrections import Corrections
from loccit.indexer.extractions import Extractions
from loccit.indexer.naming import Naming
from loccit.indexer.own_files import OwnFile
from loccit.indexer.problems import Skipped, Warned
from loccit.indexer.progress import Silent, Watcher
from loccit.indexer.seeds import Found
from loccit.indexer.settings import SETTINGS_FILE, Settings, fingerprint, versions
from loccit.mentions.citations import cites_nothing
from loccit.model.documents import Document, Passage
from loccit.model.file_names import shown
from loccit.model.left_out import LeftOut

_SAMPLE = 20
"""Passages that the check asks back from the new generation."""
MOST_LEFT_OUT = 1000
"""Of what is left out that the manifest names."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: the manifest of the generation in service, and what was left out."""

    manifest: Manifest
    skipped: tuple[Skipped, ...]
    notice: str = ""
    unmatched: tuple[str, ...] = ()
    """Corrections whose words are in no passage, and why."""
    warnings: tuple[Warned, ...] = ()
    """What of the sidecars was ignored and of encodings guessed, also of documents that were not
    read again."""


@dataclass(frozen=True, slots=True)
class _Own:
    """What the reader says of the text, applied last and winning."""

    corrections: Corrections
    naming: Naming
    files: tuple[OwnFile, ...]

    @classmethod
    def read(cls, settings: Settings) -> "_Own":
        """Each file is read once; raises BadFile."""
        dates, names, _ = files = _files(settings)
        return cls(Corrections(corrections.read(dates)), Naming(aliases.read(names)), files)

    def applied(self, document: str, passages: Sequence[Passage]) -> tuple[Passage, ...]:
        return self.corrections.apply(self.naming.applied(document, passages))


def _files(settings: Settings) -> tuple[OwnFile, OwnFile, OwnFile]:
    dates, names = own_files.load(settings.dates), own_files.load(settings.aliases)
    return dates, names, own_files.load(aliases.STARTER)


@dataclass(slots=True)
class _Counts:
    """Kept while writing, for the manifest and for checking."""

    documents: int = 0
    passages: int = 0
    warnings: list[Warned] = field(default_factory=list)
    mentions: Counter[str] = field(default_factory=Counter)
    sample: deque[Passage] = field(default_factory=lambda: deque(maxlen=_SAMPLE))

    def add(self, document: Document, passages: Sequence[Passage]) -> None:
        self.documents += 1
        self.warnings.extend(Warned(Path(document.path), why) for why in document.warnings)
        self.passages += len(passages)
        self.sample.extend(passages[:: max(1, len(passages) // 4)])
        labels: set[str] = set()
        for passage in passages:
            cited = [c.cites for c in passage.citations() if not cites_nothing(c)]
            labels.update(cited)
            self.mentions["dates"] += len(passage.dates())
            self.mentions["uncited"] += not cited
        self.mentions["citations"] += len(labels)


def build(
    places: Sequence[Path],
    index: Path,
    settings: Settings | None = None,
    watcher: Watcher | None = None,
) -> Built:
    """Index the documents under `places` into a new generation of `index` and publish it.

    Raises NoSeeds if nothing could be read, BadFile if a file of the reader's own is wrong,
    IndexLocked if another run writes; whatever happens, the generation in service before stays
    until the new one is whole. What was extracted before it stopped is kept for the next run.
    """
    settings = settings or Settings()
    found = found_in(places, index, settings)
    own = _Own.read(settings)
    store = engines.store(index, settings.engine)
    with (
        store.writing(),
        closing(Extractions(index, settings)) as kept,
        closing(Arrivals(store, int(time.time()))) as arrivals,
    ):
        collection = collected(found.seeds, settings, kept, watcher or Silent())
        for seed, key in collection.keys:
            own.naming.read(seed.id, kept.spelled(key))
        writer = store.begin(workers=settings.workers)
        try:
            counts = _fill(writer, collection, kept, own, arrivals)
            skipped = _in_order((*found.skipped, *collection.skipped))
            manifest = _manifest(writer.generation, settings, collection, found, own, counts)
            manifest = _with_left_out(manifest, skipped)
            writer.finish(manifest)
        except BaseException:
            writer.abandon()
            raise
        store.check(writer.generation, list(counts.sample))
        store.publish(writer.generation)
    unmatched = own.corrections.unmatched()
    warnings = tuple(counts.warnings)
    return Built(manifest, skipped, collection.notice, unmatched, warnings)


def found_in(places: Sequence[Path], index: Path, settings: Settings) -> Found:
    """What lies under `places`, without what Loccit itself keeps there; raises NoSeeds."""
    kept = (index, settings.dates, settings.aliases, SETTINGS_FILE)
    return seeds_found.look(places, but=kept)


def _in_order(skipped: Iterable[Skipped]) -> tuple[Skipped, ...]:
    return tuple(sorted(skipped, key=lambda each: (shown(each.name.as_posix()), each.why)))


def is_current(places: Sequence[Path], index: Path, settings: Settings) -> bool:
    """Whether the index in service was built from just these seeds with just these settings."""
    store = engines.store(index, settings.engine)
    if store.current() is None:
        return False
    with closing(store.open()) as opened:
        built_from = opened.manifest.fingerprint
    found = found_in(places, index, settings)
    now = (*contents(found.seeds), *_told(found))
    return built_from == fingerprint(now, _files(settings), settings)


def _told(found: Found) -> Iterator[tuple[str, str]]:
    """What of a build depends on the files that aren't seeds."""
    for each in found.skipped:
        yield shown(each.name.as_posix()), f"skipped: {each.why}"


def _with_left_out(manifest: Manifest, skipped: Sequence[Skipped]) -> Manifest:
    first = skipped[:MOST_LEFT_OUT]
    named = tuple(LeftOut(shown(each.name.as_posix()), each.why) for each in first)
    return replace(manifest, skipped=len(skipped), left_out=named)


def _fill(
    writer: Writer, collection: Collected, kept: Extractions, own: _Own, arrivals: Arrivals
) -> _Counts:
    counts = _Counts()
    for seed, key in collection.keys:
        kept_document, extracted = kept.get(key)
        document = replace(kept_document, path=shown(seed.path.as_posix()))
        passages = arrivals.dated(document.id, own.applied(document.id, extracted))
        writer.put(document, passages, arrivals.formers(document.id, passages))
        counts.add(document, passages)
    writer.put_names(own.naming.table())
    return counts


def _manifest(
    generation: str,
    settings: Settings,
    collection: Collected,
    found: Found,
    own: _Own,
    counts: _Counts,
) -> Manifest:
    contents = (*collection.contents, *_told(found))
    return Manifest(
        engine=settings.engine,
        generation=generation,
        documents=counts.documents,
        passages=counts.passages,
        built=datetime.now(UTC).isoformat(timespec="seconds"),
        fingerprint=fingerprint(contents, own.files, settings),
        extractors=versions(settings),
        settings={"model": "" if collection.notice else settings.model},
        counts={**counts.mentions, "names": len(own.naming.table())},
    )
