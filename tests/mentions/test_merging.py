"""Merging: one name under its spellings, never across types, each with its reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loccit.mentions.names.agreement import agreed, apart
from loccit.mentions.names.by_rule import by_rule
from loccit.mentions.names.definitions import defines
from loccit.mentions.names.merge import Key
from loccit.mentions.names.merging import across, within
from loccit.mentions.names.plain import plain
from loccit.mentions.names.prior import retyped
from loccit.mentions.names.subject import subject
from loccit.model.mentions import Entity, EntityType

Given = list[tuple[str, EntityType]]


def merged(text: str, names: Given, title: str = "") -> dict[str, str]:
    """What each of `names`, which stand in the text in order, is merged into."""
    entities = []
    at = 0
    for name, type in names:
        start = text.index(name, at)
        at = start + len(name)
        entities.append(Entity(start, at, name, type))
    return {key[0]: merge.name for key, merge in within([text], [entities], title).items()}


@pytest.mark.parametrize(
    ("text", "names", "title", "expected"),
    [
        ("Syrian Democratic Forces (SDF) won. SDF left.",
         [("Syrian Democratic Forces", "organisation"), ("SDF", "organisation")], "",
         {"SDF": "Syrian Democratic Forces"}),
        ("People's Protection Units (YPG)",
         [("People's Protection Units", "organisation"), ("YPG", "organisation")], "",
         {"YPG": "People's Protection Units"}),
        ("Damascus (Syria)", [("Damascus", "place"), ("Syria", "place")], "", {}),
        ("the Front (Moscow) men", [("Front", "organisation"), ("Moscow", "organisation")], "", {}),
        ("National Front for Liberation; NLF",
         [("National Front for Liberation", "organisation"), ("NLF", "organisation")], "",
         {"NLF": "National Front for Liberation"}),
        ("Free Syrian Army, Former Soviet Army; FSA",
         [("Free Syrian Army", "organisation"), ("Former Soviet Army", "organisation"),
          ("FSA", "organisation")], "", {}),
        ("Republic of Albania; Albania",
         [("Republic of Albania", "place"), ("Albania", "place")], "Albania",
         {"Republic of Albania": "Albania"}),
        ("Republic of Macedonia; Macedonia",
         [("Republic of Macedonia", "place"), ("Macedonia", "place")], "Albania", {}),
        ("Barack Obama said. Obama left.", [("Barack Obama", "person"), ("Obama", "person")], "",
         {"Obama": "Barack Obama"}),
        ("Bashar al-Assad; Assad", [("Bashar al-Assad", "person"), ("Assad", "person")], "",
         {"Assad": "Bashar al-Assad"}),
        ("Bill Clinton, Hillary Clinton; Clinton",
         [("Bill Clinton", "person"), ("Hillary Clinton", "person"), ("Clinton", "person")], "",
         {}),
        ("Barack Obama; Obama", [("Barack Obama", "person"), ("Obama", "place")], "", {}),
        ("John Smith; J. Smith", [("John Smith", "person"), ("J. Smith", "person")], "",
         {"J. Smith": "John Smith"}),
        ("John Smith; James Smith; J. Smith",
         [("John Smith", "person"), ("James Smith", "person"), ("J. Smith", "person")], "", {}),
        ("Lincoln spoke.", [("Lincoln", "person")], "Abraham Lincoln",
         {"Lincoln": "Abraham Lincoln"}),
        ("Lincoln is a town.", [("Lincoln", "place")], "Abraham Lincoln", {}),
        ("Lincoln spoke.", [("Lincoln", "person")], "History of Lincoln", {}),
        ("Fort Lincoln; Lincoln spoke.", [("Fort Lincoln", "place"), ("Lincoln", "person")],
         "Fort Lincoln", {}),
        ("Anna Maria Ek and Maria Ek met.", [("Anna Maria Ek", "person"), ("Maria Ek", "person")],
         "", {}),
        ("Maria Ek; Ek; Per Maria Ek", [("Maria Ek", "person"), ("Ek", "person"),
         ("Per Maria Ek", "person")], "Maria Ek", {"Ek": "Maria Ek"}),
        ("Maria Ek; Maria left.", [("Maria Ek", "person"), ("Maria", "person")], "Maria Ek",
         {"Maria": "Maria Ek"}),
        ("Maria Ek, Maria Lund; Maria left.", [("Maria Ek", "person"), ("Maria Lund", "person"),
         ("Maria", "person")], "Maria Ek", {}),
        ("Ek spoke. Ek left. Anna Ek came.", [("Ek", "person"), ("Ek", "person"),
         ("Anna Ek", "person")], "", {}),
        ("Ek spoke. Ek left. Ek ate. Anna Ek came. Anna Ek sat.", [("Ek", "person")] * 3 +
         [("Anna Ek", "person")] * 2, "", {"Ek": "Anna Ek"}),
        ("Ek spoke. Anna Ek came.", [("Ek", "person"), ("Anna Ek", "person")], "",
         {"Ek": "Anna Ek"}),
        ("Jan van der Valk; van der Valk", [("Jan van der Valk", "person"),
         ("van der Valk", "person")], "", {"van der Valk": "Jan van der Valk"}),
        ("Ada Byron (poet); Byron wrote.", [("Ada Byron", "person"), ("Byron", "person")],
         "Ada Byron (poet)", {"Byron": "Ada Byron"}),
    ],
)  # fmt: skip
def test_within_a_document(text: str, names: Given, title: str, expected: dict[str, str]) -> None:
    assert merged(text, names, title) == expected


@pytest.mark.parametrize(
    ("title", "opening", "expected"),
    [
        ("Vik FC", "Vik FC is a professional Faroese football club based in Vik.",
         ({"Vik FC", "Vik"}, "organisation")),
        ("Leda Vik", "Leda Maria Vik (born 1970) was a jazz singer.",
         ({"Leda Vik", "Leda Maria Vik", "Leda", "Vik"}, "person")),
        ("Vik (album)", "Vik is the third studio album by Leda Vik.", ({"Vik"}, "other")),
        ("Vik", "Vik is a town in Iceland.", ({"Vik"}, "place")),
        ("Battle of Vik", "The Battle of Vik was a naval battle in 1123.",
         ({"Battle of Vik"}, "event")),
        ("Vik", "Lund is a town in Sweden.", None),
        ("Vik", "Vik is known for its rain.", None),
        ("", "It is a town.", None),
    ],
)  # fmt: skip
def test_the_title_and_the_first_sentence_name_the_subject(
    title: str, opening: str, expected: tuple[set[str], str] | None
) -> None:
    found = subject(title, opening)
    assert (found and (set(found.names), found.type)) == expected


@pytest.mark.parametrize(
    ("one", "other", "type", "same"),
    [
        ("al-Assad", "Al Assad", "person", True),
        ("Kurds", "Kurd", "group", True),
        ("U.S.", "US", "place", True),
        ("Müller", "Muller", "person", True),
        ("The Hague", "Hague", "place", True),
        ("Swiss", "Swis", "group", False),
        ("Idlib province", "Idlib Governorate", "place", True),
        ("Kurd", "Kurdish", "group", False),
        ("United States", "United State", "place", False),
    ],
)
def test_spellings_that_are_the_same(one: str, other: str, type: EntityType, same: bool) -> None:
    assert (plain(one, type) == plain(other, type)) == same


def test_across_documents_the_most_frequent_spelling_stands() -> None:
    counts: dict[Key, int] = {
        ("al-Assad", "person"): 3, ("Al Assad", "person"): 1, ("al-Assad", "place"): 1
    }  # fmt: skip
    merges = across(counts)
    assert {key: merge.name for key, merge in merges.items()} == {
        ("Al Assad", "person"): "al-Assad"
    }
    assert merges["Al Assad", "person"].reason


def test_two_peoples_are_two_groups() -> None:
    text = "the Syrian Ba'athist army"
    (spans,) = agreed([text], [[]], [[(4, 20, "organisation")]])
    assert [(text[start:end], type) for start, end, type in spans] == [
        ("Syrian", "group"), ("Ba'athist", "group"),
    ]  # fmt: skip


def test_a_name_has_the_type_that_it_has_in_most_documents() -> None:
    documents: dict[Key, int] = {
        ("Aleppo", "place"): 8, ("Aleppo", "group"): 2, ("Homs", "place"): 2, ("Homs", "group"): 1,
        ("Lincoln", "place"): 5, ("Lincoln", "person"): 4,
    }  # fmt: skip
    assert retyped(documents) == {("Aleppo", "group"): "place"}


@given(st.dictionaries(st.tuples(st.text(min_size=1), st.just("person")), st.integers(1, 9)))
def test_a_merge_ends_in_a_name_that_is_not_merged(counts: dict[Key, int]) -> None:
    merges = across(counts)
    assert all((merge.name, key[1]) not in merges for key, merge in merges.items())
    assert all((merge.name, key[1]) in counts for key, merge in merges.items())


@pytest.mark.parametrize(
    ("full", "short", "expected"),
    [
        ("Syrian Democratic Forces", "SDF", True),
        ("United Nations Office for the Coordination of Humanitarian Affairs", "OCHA", True),
        ("Idlib", "SDF", False),
        ("Free Army", "F", False),
    ],
)
def test_an_abbreviation_is_made_of_first_letters(full: str, short: str, expected: bool) -> None:
    assert defines(full, short) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Nepal and the United States.", {"Nepal": "place", "United States": "place"}),
        ("Kurdish and Anglo-Irish men", {"Kurdish": "group", "Anglo-Irish": "group"}),
        ("the Army of Conquest coalition", {"Army of Conquest": "organisation"}),
        ("after the Great Vowel Shift it", {"Great Vowel Shift": "event"}),
        ("Operation Euphrates Shield began", {"Operation Euphrates Shield": "event"}),
        ('the hymn "Auld Lang Syne" was', {"Auld Lang Syne": "other"}),
        ('the novel "Emma" and a "word"', {"Emma": "other"}),
        ("nepalis and syria", {}),
        (
            "the Assyrian Empire and its Assyrian kings",
            {"Assyrian Empire": "place", "Assyrian": "group"},
        ),
        ("the Islamic State", {}),
        ("South African and Old Norse", {"South African": "group", "Old Norse": "group"}),
        ("in Mahayana Buddhism", {"Mahayana Buddhism": "group"}),
        ("While Islam grew", {"Islam": "group"}),
        ('her hymn "O rest in the Lord, Ann" is', {"O rest in the Lord, Ann": "other"}),
        ("the textbook, Gray's Anatomy, is", {"Gray's Anatomy": "other"}),
        ("in Ann Lee's The Long Game.", {"The Long Game": "other"}),
        ('the phrase "Ohio Supreme Court" is', {"Ohio Supreme Court": "organisation"}),
        ("a Russian T-34 tank", {"Russian": "group", "T-34": "other"}),
        ("vitamin B12 deficiency", {}),
        ("the steamship Great Eastern sailed", {"Great Eastern": "other"}),
    ],
)
def test_rules_find_names_without_a_model(text: str, expected: dict[str, str]) -> None:
    assert {text[start:end]: type for start, end, type in by_rule(text)} == expected


def test_a_document_agrees_on_its_names() -> None:
    texts = ["Barack Obama spoke.", "Obama left; then Obama's men and the SDF came."]
    found: list[list[tuple[int, int, EntityType]]] = [
        [(0, 12, "person")],
        [(0, 5, "organisation")],
    ]
    spans = agreed(texts, [[], []], found)
    named = [(texts[1][start:end], type) for start, end, type in spans[1]]
    assert named == [("Obama", "person"), ("Obama", "person")]


@given(st.lists(st.text(max_size=60) | st.just("Barack Obama (BO) met Kurds. Obama's 'Kurds'")))
def test_any_text_is_agreed_on_in_order(texts: list[str]) -> None:
    spans = agreed(texts, [list(by_rule(text)) for text in texts], [[] for _ in texts])
    for text, each in zip(texts, spans, strict=True):
        at = 0
        for start, end, _ in each:
            assert at <= start < end <= len(text)
            at = end


@pytest.mark.parametrize(
    ("text", "name", "label", "type"),
    [
        ("She moved to the town of Brockhaus.", "Brockhaus", "person", "place"),
        ("The actor Brockhaus was born here.", "Brockhaus", "organisation", "person"),
        ("He joined the band Brockhaus.", "Brockhaus", "person", "organisation"),
        ("Brockhaus is a small village in Ohio.", "Brockhaus", "person", "place"),
        ("They met near Brockhaus, Germany.", "Brockhaus", "organisation", "place"),
        ("Brockhaus comments that it rains.", "Brockhaus", "group", "person"),
        ("Brockhaus (1888–1958), editor", "Brockhaus", "organisation", "person"),
    ],
)
def test_what_stands_around_a_name_tells_its_type(
    text: str, name: str, label: EntityType, type: str
) -> None:
    start = text.index(name)
    (spans,) = agreed([text], [[]], [[(start, start + len(name), label)]])
    assert [(text[first:last], found) for first, last, found in spans][:1] == [(name, type)]


def test_a_list_shares_its_type() -> None:
    text = "at Ely, Hart and Kells"
    read: list[tuple[int, int, EntityType]] = [
        (3, 6, "place"),
        (8, 12, "person"),
        (17, 22, "place"),
    ]
    (spans,) = agreed(["Hart, Ely, Kells and Ross"], [[]], [[]])
    assert spans == []
    (spans,) = agreed([text], [[]], [read])
    assert {type for _, _, type in spans} == {"place"}


def test_a_demonym_is_no_surname() -> None:
    texts = ["Ann Persian wrote.", "The Persian army and Persian kings."]
    ruled = [list(by_rule(text)) for text in texts]
    spans = agreed(texts, ruled, [[(0, 11, "person")], []])
    assert {type for _, _, type in spans[1]} == {"group"}


def test_an_abbreviation_of_a_known_body_is_found_where_it_stands_alone() -> None:
    texts = ["The Free Syrian Army came.", "Then the FSA left."]
    spans = agreed(texts, [[], []], [[(4, 20, "organisation")], []])
    assert spans[1] == [(9, 12, "organisation")]


def test_of_overlapping_spans_the_longer_stands() -> None:
    assert apart([(0, 5, "place"), (3, 10, "person"), (11, 12, "group")]) == [
        (3, 10, "person"),
        (11, 12, "group"),
    ]
