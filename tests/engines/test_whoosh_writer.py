"""The segment written in bulk holds what Whoosh's own writer would have written."""

from pathlib import Path
from random import Random
from typing import Any

import pytest
from whoosh import index as whoosh_index

from loccit.engines import field_table
from loccit.engines.engine import CACHE_BYTES
from loccit.engines.passage_values import Held
from loccit.engines.whoosh import files, writer
from loccit.engines.whoosh.engine import WhooshEngine
from loccit.model.documents import Document, Passage
from loccit.model.mentions import Mention
from tests.engines.made import cited, day, manifest, named, passage, year

WORDS = [*(f"w{number}" for number in range(30)), "naïve", "Æther", "القاهرة", "x\u0301"]
Collection = dict[str, tuple[Document, list[Passage]]]


def collection() -> Collection:
    rng = Random(48)
    weights = [1 / rank for rank in range(1, len(WORDS) + 1)]
    held: Collection = {}
    for name in ("wars", "peace/one", "\ud800", "empty"):
        document = Document(name, "Of wars, and of wars")
        texts = [" ".join(rng.choices(WORDS, weights, k=rng.randint(0, 40))) for _ in range(140)]
        own = [
            passage(name, number, text, *mentions(rng), section="Of one" * (number % 2))
            for number, text in enumerate(texts if name != "empty" else [], start=1)
        ]
        held[name] = (document, own)
    return held


def mentions(rng: Random) -> list[Mention]:
    names = [named(rng.choice(["NATO", "Aleppo", "\udfff"]), "place") for _ in range(2)]
    return [*cited(*rng.sample(range(60), 2)), *names, rng.choice([day("2012-10-06"), year(1999)])]


def by_us(held: Collection, place: Path, workers: int = 1) -> Path:
    writing = WhooshEngine.begin_folder(place, workers)
    for document, passages in held.values():
        writing.put(document, passages)
    writing.finish(manifest("whoosh", {name: own for name, (_, own) in held.items()}))
    return place


def by_whoosh(held: Collection, place: Path) -> Path:
    place.mkdir()
    writing = whoosh_index.create_in(str(place), files.schema()).writer()
    for _, (document, passages) in sorted(held.items()):
        for each in passages:
            indexed = field_table.indexed(Held(each, document))
            texts = indexed.texts | indexed.keywords
            safe = {
                name: [files.term_bytes(value).decode() for value in values]
                for name, values in texts.items()
                if values
            }
            writing.add_document(**safe, **{k: v for k, v in indexed.numbers.items() if v})
    writing.commit()
    return place


def content(place: Path) -> dict[tuple[str, bytes], Any]:
    """Every term with what Whoosh's reader says of it, and every posting."""
    index = whoosh_index.open_dir(str(place))
    found: dict[tuple[str, bytes], Any] = {}
    with index.reader() as reader:
        for field, term in reader.all_terms():
            matcher = reader.postings(field, term)
            postings = []
            while matcher.is_active():
                postings.append((matcher.id(), matcher.weight(), matcher.value()))
                matcher.next()
            about = reader.term_info(field, term)
            found[field, term] = (
                postings, about.weight(), about.doc_frequency(), about.min_length(),
                about.max_length(), about.max_weight(), about.min_id(), about.max_id(),
            )  # fmt: skip
        for name in (row.name for row in field_table.texts()):
            size = range(reader.doc_count_all())
            lengths = [reader.doc_field_length(doc, name) for doc in size]
            found["length", name.encode()] = (reader.field_length(name), lengths)
    index.close()
    return found


def test_it_holds_what_whoosh_would_have_written(tmp_path: Path) -> None:
    held = collection()
    ours, theirs = content(by_us(held, tmp_path / "us")), content(by_whoosh(held, tmp_path / "w"))
    assert ours.keys() == theirs.keys()
    for key, value in theirs.items():
        assert ours[key] == value, key


@pytest.mark.parametrize("workers", [1, 2])
def test_batches_and_processes_change_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workers: int
) -> None:
    held = collection()
    whole = content(by_us(held, tmp_path / "whole"))
    monkeypatch.setattr(writer, "BATCH", 100)
    assert content(by_us(held, tmp_path / "cut", workers)) == whole
    one, other = (tmp_path / name / files.COLUMNS for name in ("whole", "cut"))
    assert one.read_bytes() == other.read_bytes()


def test_an_index_without_a_passage_is_one(tmp_path: Path) -> None:
    engine = WhooshEngine.open_folder(by_us({}, tmp_path / "none"), CACHE_BYTES)
    assert engine.manifest.passages == 0
    assert engine.words_beginning("a", 5).words == ()
    engine.close()
