"""A stretch of a sealed file reads as any other file, and Whoosh's pickles are read as data."""

import hashlib
import os
import pickle
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loccit.engines import ordinary
from loccit.engines.blocks import BLOCK, BlockFile, Damage
from loccit.engines.manifest import ListedFile
from loccit.engines.whoosh import plain
from loccit.engines.whoosh.structured import Structured, View

STEPS = st.lists(
    st.tuples(st.just("read"), st.integers(-1, 9))
    | st.tuples(st.just("seek"), st.integers(0, 30))
    | st.tuples(st.just("line"), st.just(0))
)


def block_file(place: Path, content: bytes) -> BlockFile:
    path = place / "content"
    path.write_bytes(content)
    blocks = [content[at : at + BLOCK] for at in range(0, len(content), BLOCK)]
    digests = b"".join(hashlib.sha256(block).digest() for block in blocks)
    listed = ListedFile("content", len(content), hashlib.sha256(content).hexdigest())
    return BlockFile(ordinary.opened(path), listed, digests)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("blocks")


@given(st.binary(max_size=30) | st.just(b"a\nb\n\nc"), STEPS)
def test_it_reads_as_a_file_does(place: Path, content: bytes, steps: list[tuple[str, int]]) -> None:
    whole = block_file(place, b"before" + content + b"after")
    view, file = View(whole, 6, len(content)), BytesIO(content)
    for step, number in steps:
        if step == "read":
            assert view.read(number) == file.read(number)
        elif step == "seek":
            assert view.seek(number) == file.seek(number)
        else:
            assert view.readline() == file.readline()
        assert view.tell() == file.tell()
    whole.close()


@pytest.mark.parametrize("protocol", range(6))
def test_pickles_of_data_are_read_from_it(tmp_path: Path, protocol: int) -> None:
    value = {"a": (1, 2.5, "ä", [b"x" * 300] if protocol > 2 else None)}
    content = pickle.dumps(value, protocol)
    whole = block_file(tmp_path, content)
    assert Structured(whole, 0, len(content)).read_pickle() == value
    assert plain.loads(content) == value
    assert plain.first(content + b"rest") == (value, len(content))
    whole.close()


class Runs:
    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return os.mkdir, ("never",)


@pytest.mark.parametrize("protocol", range(6))
@pytest.mark.parametrize("value", [Runs(), len, Path, {"a": [Runs()]}, complex(1, 2)])
def test_a_pickle_that_names_anything_is_refused(protocol: int, value: object) -> None:
    with pytest.raises(pickle.UnpicklingError, match="names"):
        plain.loads(pickle.dumps(value, protocol))


@pytest.mark.parametrize("length", [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK + 7])
def test_what_is_read_across_blocks_is_what_was_written(tmp_path: Path, length: int) -> None:
    content = os.urandom(length)
    file = block_file(tmp_path, content)
    for at in (0, 1, BLOCK - 2, BLOCK, 2 * BLOCK + 3):
        if at <= length:
            assert file.get(at, min(5, length - at)) == content[at : at + 5]
    assert file.get(0, length) == content
    file.verify()
    with pytest.raises(Damage, match="beyond"):
        file.get(length, 1)
    file.close()


def test_a_block_that_was_changed_is_never_given(tmp_path: Path) -> None:
    content = os.urandom(3 * BLOCK)
    file = block_file(tmp_path, content)
    with (tmp_path / "content").open("r+b") as other:
        other.seek(BLOCK + 9)
        other.write(bytes([content[BLOCK + 9] ^ 1]))
    assert file.get(0, BLOCK) == content[:BLOCK]
    for _ in range(2):
        with pytest.raises(Damage, match="its file content is not as it was written"):
            file.get(BLOCK, 1)
    with pytest.raises(Damage, match="content"):
        file.verify()
    file.close()


def test_a_file_cut_short_while_it_is_read_is_an_error_like_any_other(tmp_path: Path) -> None:
    file = block_file(tmp_path, os.urandom(3 * BLOCK))
    file.get(0, 3 * BLOCK)
    os.truncate(tmp_path / "content", BLOCK)
    with pytest.raises(Damage, match="cut short"):
        file.get(2 * BLOCK, 10)
    file.close()
    with pytest.raises(Damage):
        file.get(0, 1)


def test_what_would_unpack_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    import zlib

    monkeypatch.setattr(plain, "MOST_BYTES", 1000)
    assert plain.decompressed(zlib.compress(b"a" * 1000)) == b"a" * 1000
    with pytest.raises(zlib.error):
        plain.decompressed(zlib.compress(b"a" * 10_000))
    with pytest.raises(zlib.error):
        plain.decompressed(zlib.compress(b"abc")[:-2])
