"""The network: its weights as they are shipped, and what is said of others that can't be read."""

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import loccit
from loccit.indexer.build import build
from loccit.indexer.settings import Settings, versions
from loccit.mentions import names
from loccit.mentions.names.network import likely
from loccit.mentions.names.network.model import Network
from loccit.mentions.names.network.stretches import LONGEST, batches, stretches
from loccit.mentions.names.network.tokens import LABELS, Pieces
from loccit.mentions.names.network.whole import whole
from loccit.mentions.names.recogniser import FOLDER
from loccit.model.mentions import EntityType


@pytest.fixture(scope="module")
def network() -> Network:
    return Network(FOLDER)


def shipped(place: Path) -> Path:
    """A copy of the model's folder."""
    return Path(shutil.copytree(FOLDER, place / "model"))


def stated(folder: Path, **changes: object) -> None:
    file = folder / "model.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | changes))


def _without_weights(folder: Path) -> None:
    (folder / "weights.onnx").unlink()


def _with_a_weight_changed(folder: Path) -> None:
    weights = bytearray((folder / "weights.onnx").read_bytes())
    weights[9_000_000] ^= 1
    (folder / "weights.onnx").write_bytes(weights)


def _with_other_weights(folder: Path) -> None:
    (folder / "weights.onnx").write_bytes(b"no network")
    stated(folder, sha256=hashlib.sha256(b"no network").hexdigest())


def _with_no_pieces(folder: Path) -> None:
    (folder / "tokenizer.json").write_text("{}")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_without_weights, "can't be read"),
        (_with_a_weight_changed, "is damaged"),
        (_with_other_weights, "can't be read"),
        (_with_no_pieces, "can't be read"),
        (lambda folder: stated(folder, tokens=99), "another version"),
        (lambda folder: stated(folder, labels=["O"]), "other types"),
        (lambda folder: (folder / "model.json").write_text("[]"), "another version"),
        (lambda folder: (folder / "model.json").write_text("{"), "can't be read"),
    ],
)
def test_a_model_that_cant_be_read_is_said_and_an_index_is_built_without_names(
    tmp_path: Path, spoil: Callable[[Path], object], said: str
) -> None:
    folder = shipped(tmp_path)
    spoil(folder)
    with pytest.raises(names.ModelMissing, match=said):
        names.load(str(folder))
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("Barack Obama came to Berlin.\n\nHe left.\n")
    built = build([tmp_path / "seeds"], tmp_path / "index", Settings(model=str(folder), workers=1))
    assert said in built.notice
    assert loccit.open(tmp_path / "index").search("Berlin").total == 1


def test_the_weights_are_part_of_what_an_index_depends_on(tmp_path: Path) -> None:
    own = versions(Settings())["model"]
    assert json.loads((FOLDER / "model.json").read_text())["sha256"][:16] in own
    folder = shipped(tmp_path)
    before = versions(Settings(model=str(folder)))
    stated(folder, sha256="0" * 64)
    assert versions(Settings(model=str(folder))) != before


def test_each_text_is_read_by_itself(network: Network) -> None:
    texts = ["Angela Merkel met NATO in Berlin.", "", "they left.", "Homs fell. Then Raqqa did."]
    together = network.read(texts)
    assert [[span[:2] for span in each] for each in together] == [
        [span[:2] for span in network.read([text])[0]] for text in texts
    ]
    assert [texts[0][start:end] for start, end, _ in together[0]] == [
        "Angela Merkel", "NATO", "Berlin",
    ]  # fmt: skip
    assert together[1:3] == [[], []]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=400) | st.text(alphabet="Ab .'-é漢", max_size=900), max_size=5))
def test_every_stretch_fits_and_is_in_one_batch(texts: list[str]) -> None:
    given = list(stretches(texts, Pieces(lambda word: [7] * len(word))))
    for each in given:
        assert 0 < len(each.pieces) <= LONGEST
        assert len(each.firsts) == len(each.words)
        assert all(texts[each.text][w.start : w.end] == w.text for w in each.words)
    assert sorted(at for batch in batches(given) for at in batch) == list(range(len(given)))


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("O O", []),
        ("B-person I-person O", [(0, 2, "person")]),
        ("B-person B-person", [(0, 1, "person"), (1, 2, "person")]),
        ("I-place", [(0, 1, "place")]),
        ("O I-place I-place O I-group", [(1, 3, "place"), (4, 5, "group")]),
        ("B-event I-place I-event", [(0, 3, "event")]),
    ],
)
def test_labels_are_read_as_spans(labels: str, expected: list[tuple[int, int, EntityType]]) -> None:
    array = np.zeros((len(labels.split()), len(LABELS)), dtype=np.float32)
    for row, label in enumerate(labels.split()):
        array[row, LABELS.index(label)] = 1.0
    found = [(n.first, n.last, max(n.types, key=n.types.__getitem__)) for n in likely.names(array)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [
        ("Aoife D'Arcy came", [("Aoife D", "person")], ["Aoife D'Arcy"]),
        ("Edith's book", [("Edith", "person")], ["Edith"]),
        ("Conrad of Urach", [("Conrad", "person"), ("Urach", "place")], ["Conrad of Urach"]),
        ("Conrad of Urach", [("Conrad of", "person"), ("Urach", "place")], ["Conrad of Urach"]),
        ("Ivan the Terrible", [("Ivan", "person")], ["Ivan the Terrible"]),
        ("Henry VIII. ruled", [("Henry", "person")], ["Henry"]),
        ("Henry VIII ruled", [("Henry", "person")], ["Henry VIII"]),
        ("12 Grafton Street", [("12 Grafton Street", "place")], ["Grafton Street"]),
        ("Office for the Arts", [("Office for the", "organisation")], ["Office"]),
        ("Ada Byron &amp; son", [("Ada Byron &amp", "person")], ["Ada Byron"]),
        ("the Cyrillic script", [("Cyrillic script", "group")], ["Cyrillic"]),
        ("Peru national team", [("Peru national football", "organisation")], []),
        ("Cyprus national netball team", [("Cyprus national netball", "organisation")],
         ["Cyprus national netball team"]),
    ],
)  # fmt: skip
def test_names_are_whole(
    text: str, spans: list[tuple[str, EntityType]], expected: list[str]
) -> None:
    given = [
        (text.index(name), text.index(name) + len(name), {type: 1.0})
        for name, type in spans
        if name in text
    ]
    assert [text[start:end] for start, end, _ in whole(text, given)] == expected
