"""A mapped file reads as any other, and an index is opened without a copy of it."""

import pickle
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loccit.engines.whoosh.engine import WhooshEngine
from loccit.engines.whoosh.mapped import MappedFile, MappedStorage, View
from tests.engines.made import built

STEPS = st.lists(
    st.tuples(st.just("read"), st.integers(-1, 9))
    | st.tuples(st.just("seek"), st.integers(0, 30))
    | st.tuples(st.just("line"), st.just(0))
)


@given(st.binary(max_size=30) | st.just(b"a\nb\n\nc"), STEPS)
def test_it_reads_as_a_file_does(content: bytes, steps: list[tuple[str, int]]) -> None:
    view, file = View(memoryview(content)), BytesIO(content)
    for step, number in steps:
        if step == "read":
            assert view.read(number) == file.read(number)
        elif step == "seek":
            assert view.seek(number) == file.seek(number)
        else:
            assert view.readline() == file.readline()
        assert view.tell() == file.tell()


@pytest.mark.parametrize("protocol", range(6))
def test_pickles_are_read_from_it(protocol: int) -> None:
    value = {"a": (1, 2.5, "ä", b"x" * 300)}
    assert pickle.load(View(memoryview(pickle.dumps(value, protocol)))) == value


def test_the_index_is_opened_over_it(tmp_path: Path) -> None:
    engine = built("whoosh", tmp_path / "gen-1")
    assert isinstance(engine, WhooshEngine)
    matcher = engine.postings.reader.postings("terms", b"town")
    assert isinstance(matcher._postfile, MappedFile)
    engine.close()


def test_an_empty_file_is_mapped_too(tmp_path: Path) -> None:
    (tmp_path / "none").touch()
    assert MappedStorage(tmp_path).open_file("none").read(5) == b""
