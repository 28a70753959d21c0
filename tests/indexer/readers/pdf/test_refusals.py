"""What can't be read is refused with its reason, and nothing else ever comes."""

import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loccit.indexer.problems import UnreadableSeed
from loccit.indexer.readers.pdf.reader import read
from tests.indexer.readers.pdf.paper import Page, pdf
from tests.indexer.readers.pdf.reading import NAME, body, content

GOOD = pdf(body(Page()), body(Page()), packed=True)


def bomb() -> bytes:
    """A file whose page unpacks twice, to 200 MB."""
    packing = zlib.compressobj()
    once = b"".join(packing.compress(bytes(2**20)) for _ in range(200)) + packing.flush()
    twice = zlib.compress(once)
    page = pdf(Page().put(50, 50, "here"))
    head = f"<</Length {len(twice)}/Filter[/FlateDecode/FlateDecode]>>stream\n".encode()
    return page.replace(b"<</Length", head + twice + b"\nendstream <</Length", 1)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "not a PDF"),
        (b"\x89PNG\r\n", "not a PDF"),
        (GOOD[: len(GOOD) // 3], "cut off"),
        (pdf(Page().put(50, 50, "Secret"), encrypted=True), "password"),
        (pdf(Page(picture=True)), "ocrmypdf"),
        (pdf(Page()), "ocrmypdf"),
        (pdf(), "damaged"),
        (bomb(), "expands"),
    ],
    ids=["empty", "a picture", "cut off", "locked", "a scan", "blank", "no pages", "a bomb"],
)
def test_a_bad_file_is_refused_with_its_reason(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableSeed, match=why) as refused:
        read(NAME, data)
    assert str(NAME) in str(refused.value)


def test_a_few_letters_are_a_text() -> None:
    assert [block.text for block in content(Page().put(50, 100, "Here.")).blocks] == ["Here."]


def test_a_scanned_page_among_others_is_told() -> None:
    found = content(body(Page()), Page(picture=True), Page(picture=True), Page())
    assert found.warnings == ("sheets 2–3: without text (scans need OCR: ocrmypdf)",)


def test_each_page_is_told_when_it_has_been_read() -> None:
    beats: list[None] = []
    read(NAME, GOOD, lambda: beats.append(None))
    assert len(beats) == 2


@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=30), st.booleans())
@settings(max_examples=60, deadline=None)
def test_damage_is_read_or_refused(at: int, noise: bytes, cut: bool) -> None:
    data = GOOD[:at] + noise + (b"" if cut else GOOD[at + len(noise) :])
    try:
        (found,) = read(NAME, data)
    except UnreadableSeed:
        return
    assert found.blocks
