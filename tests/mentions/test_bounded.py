"""However a text is made, reading it takes time by its length, and nothing of it is lost."""

from collections.abc import Callable
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loccit.mentions.find import find
from loccit.mentions.masking import Masked
from loccit.mentions.names.agreement import agreed
from loccit.mentions.names.by_rule import by_rule
from loccit.mentions.names.merging import within
from loccit.mentions.names.spans import Span
from loccit.mentions.names.subject import subject
from loccit.mentions.pieces import LONGEST, in_pieces
from loccit.mentions.sentences import sentences
from loccit.model.mentions import Citation, Context, Date, Entity, Stretch

SIZE = 40_000
"""Code points; a reader whose time grows with their square takes minutes."""
SECONDS = 10.0
"""Of processor time, which is ten times and more what each takes."""
MADE: dict[str, str] = {
    "dates": "on 3 May 1915, ",
    "dates without a year": "on 3 May, ",
    "dates told": "the next day, ",
    "years": "1915 ",
    "years in brackets": "(1915 ",
    "citations": "it rained,[48] ",
    "authors": "it rained (Munro 1915), ",
    "pages": ", 1aff",
    "brackets": "[",
    "round brackets": "(",
    "pairs": "[]",
    "open quotes": '"The ',
    "one word": "a",
    "one capital word": "A",
    "parts of a word": "A-",
    "quoted parts": "a'A",
    "initials": "A.",
    "full stops": ".",
    "commas": ",",
    "raised": "¹,",
    "spaces": " ",
    "lines": "\n",
    "headings": "= A =\n",
    "abbreviations": "Bank of Lund and Ystad (BLY), ",
}


def text_of(part: str) -> str:
    """Behind a sentence that is told of a day, and before one that ends nothing."""
    return f"The rain of 3 May 1915 was. {part * (SIZE // len(part))}x"


def in_time(read: Callable[[], object]) -> None:
    began = process_time()
    read()
    assert process_time() - began < SECONDS


@pytest.mark.parametrize("part", MADE.values(), ids=MADE)
def test_dates_and_citations_take_time_by_the_length(part: str) -> None:
    in_time(lambda: find([Stretch("d#1", text_of(part))], Context()))


@pytest.mark.parametrize("part", MADE.values(), ids=MADE)
def test_sentences_take_time_by_the_length(part: str) -> None:
    in_time(lambda: list(sentences(text_of(part))))


class _Capitals:
    """Takes every word with a capital for a person, so that there are as many as can be."""

    def find(self, masked: list[Masked]) -> list[tuple[Entity, ...]]:
        texts = [each.text for each in masked]
        subject(texts[-1], texts[0])
        read: list[list[Span]] = [
            [(at, at + 1, "person") for at, sign in enumerate(text) if sign.isupper()]
            for text in texts
        ]
        agreed(texts, [list(by_rule(text)) for text in texts], read)
        return [() for _ in masked]


@pytest.mark.parametrize("part", MADE.values(), ids=MADE)
def test_names_take_time_by_the_length(part: str) -> None:
    recogniser = _Capitals()
    in_time(lambda: find([Stretch("d#1", text_of(part))], Context("The rain"), recogniser))  # type: ignore[arg-type]


NAMES = {
    "surnames": lambda at: f"Smith{at}",
    "full names": lambda at: f"John Smith{at}",
    "one surname": lambda at: f"John{at} Smith",
    "initials": lambda at: f"J. Smith{at}",
    "one given name": lambda at: f"Ada Smith{at} Brown",
}


@pytest.mark.parametrize("made", NAMES.values(), ids=NAMES)
def test_names_are_merged_in_time_by_their_number(made: Callable[[int], str]) -> None:
    entities = [Entity(0, 4, made(at), "person") for at in range(20_000)]
    in_time(lambda: within(["text"], [entities], "Ada Lovelace"))


@given(st.text(alphabet="a .,1[]\n", max_size=200), st.integers(1, 400))
def test_pieces_join_to_the_text(part: str, times: int) -> None:
    text = part * times
    pieces = in_pieces(Stretch("d#1", text))
    assert "".join(piece.text for piece in pieces) == text
    assert all(len(piece.text) <= LONGEST for piece in pieces)
    at = 0
    for piece in pieces:
        assert piece.offset == at
        at += len(piece.text)


def test_what_is_found_in_a_long_passage_stands_where_it_says() -> None:
    part = "It rained on 3 May 1915 in Homs.[48] Two days later it fell (Munro 1999, p. 3). "
    text = part * 400
    (found,) = find([Stretch("d#1", text)], Context())
    dates = [each for each in found if isinstance(each, Date)]
    assert {text[each.start : each.end] for each in dates} == {"3 May 1915", "Two days later"}
    assert len(dates) == 800
    for date in dates:
        for each in date.evidence:
            assert text[each.start : each.end] == each.text == "3 May 1915"
    cited = [each for each in found if isinstance(each, Citation)]
    assert {(text[each.start : each.end], each.role) for each in cited} == {
        ("[48]", "here"), ("Munro 1999", "here"),
    }  # fmt: skip
    assert len(cited) == 800
