"""Stop words are terms as indexed, and content words are not among them."""

import pytest

from loccit.engines.query import Anywhere, Or, Preferred
from loccit.search.help.most_words import any_of_words
from loccit.search.query.stop_words import STOP_WORDS, content


@pytest.mark.parametrize("word", ["the", "of", "whi", "becaus", "themselv"])
def test_function_words_are_stop_words_as_stems(word: str) -> None:
    assert word in STOP_WORDS


@pytest.mark.parametrize("word", ["war", "state", "unit", "year", "first", "against-war", "2012"])
def test_words_with_content_are_not(word: str) -> None:
    assert word not in STOP_WORDS


def test_a_search_of_stop_words_alone_keeps_them() -> None:
    assert content(["who", "the", "who"]) == ("who", "the")


def test_each_word_is_asked_for_once() -> None:
    asked = any_of_words(["the", "raid", "town", "raid"])
    while isinstance(asked, Preferred):
        asked = asked.part
    assert asked == Or((Anywhere(("raid",)), Anywhere(("town",))))
