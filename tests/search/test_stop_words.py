"""Which words of a search needn't be there: told by the word as typed, never by its stem."""

import pytest

from loccit.engines.query import Anywhere, Covering, Preferred
from loccit.search.help.most_words import any_of_words
from loccit.search.query.grammar import read
from loccit.search.query.stop_words import content, dropped, is_stop_word


@pytest.mark.parametrize("word", ["the", "of", "why", "because", "themselves", "may", "Will"])
def test_function_words_are_stop_words(word: str) -> None:
    assert is_stop_word(word)


@pytest.mark.parametrize(
    "word", ["war", "mines", "mining", "willing", "downs", "owned", "against-war", "2012", "U.S."]
)
def test_words_with_content_are_not(word: str) -> None:
    assert not is_stop_word(word)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("the raid of the town", ["the", "of", "the"]),
        ("The raid", ["The"]),
        ("land mines", []),
        ("coalition of the willing", ["of", "the"]),
        ("Theresa May", []),
        ("may elections", ["may"]),
        ("May elections", []),
        ("Will Smith", []),
        ("Will the war end", ["Will", "the"]),
        ("Thomas More Utopia", []),
        ("WHO staff", []),
        ("who staff", ["who"]),
        ("staff of WHO", ["of"]),
        ("vitamin A", []),
        ("US troops OR UN troops", []),
        ("raid -the", []),
        ('raid "the town"', []),
        ("title:the raid", []),
        ("WHO SENT TROOPS", ["WHO"]),
        ("What arms did they have?", ["What", "did", "they", "have"]),
        ("who raided it.", ["who", "it"]),
        ("Can frogs count? Which study tested it?", ["Can", "Which", "it"]),
        ("a study of the U.S. Will Smith wrote it?!", ["a", "of", "the", "it"]),
    ],
)
def test_dropped(typed: str, expected: list[str]) -> None:
    assert [each.text for each in dropped(read(typed).tree)] == expected


def test_a_search_of_stop_words_alone_keeps_them() -> None:
    assert content("who the who") == ("who", "the")


def test_each_word_is_asked_for_once() -> None:
    asked = any_of_words("the raid on the town, raided")
    while isinstance(asked, Preferred):
        asked = asked.part
    assert asked == Covering((Anywhere(("raid",)), Anywhere(("town",))), 1.0)
