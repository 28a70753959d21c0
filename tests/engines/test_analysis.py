"""What a text is read as, a row for each rule; and that reading it quickly reads the same."""

import re
import unicodedata
from time import process_time

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from icu4py.breakers import WordBreaker

from loccit.engines import analysis
from loccit.engines.analysis import indexed
from loccit.engines.analysis.reading import read_anew

LETTERS = "abzABZ"
WORDS = st.sampled_from(
    "The US U.S. Ph.D. IEDs AIDS Hughes's co-operation F-16s COVID-19 250,000 3.5 9/11 $5 100% C++"
    " .NET don't Qur'an l'homme naïve Łódź Işık ﬁre em­ploy long\u200bword می‌روم كتاب الرســـالة"
    " הַמֶּלֶךְ בית־ספר ঢাকা दिल्ली 于2013年占领 東京で 한국에서 ประเทศไทย ភាសាខ្មែរ မြန်မာ Ёлка άλφα"
    " x@example.org https://example.org/a_b"
    " “quoted”, (bracketed). 'single' ʿAbd 𝐀𝐥𝐞𝐩𝐩𝐨 ½ ² 😀".split()
)


@pytest.mark.parametrize(
    ("text", "terms", "also"),
    [
        ("The courts’ holdings", ["the", "court", "hold"], []),
        ("Hughes's cat, and Assad’s", ["hugh", "cat", "and", "assad"], []),
        ("U.S. and U.S.-backed", ["us", "and", "us", "back"], []),
        ("a Ph.D. e.g. of J.R.R.", ["a", "phd", "eg", "of", "jrr"], ["ph"]),
        ("IEDs and B52s, F-16s", ["ied", "and", "b52", "f", "16"], ["f16"]),
        ("com-\nmander", ["command"], ["com", "mander"]),
        ("well-\n known", ["well", "known"], ["wellknown"]),
        ("anti-Assad", ["anti", "assad"], ["antiassad"]),
        ("Qur'an O’Brien", ["quran", "obrien"], ["qur", "an", "brien"]),
        ("l'homme d’Artagnan", ["l", "homm", "d", "artagnan"], ["lhomm", "dartagnan"]),
        ("we'll they've", ["we", "they"], []),
        ("1,250,000.5 and 250 000", ["1250000.5", "and", "250000"], ["250", "000"]),
        ("6.5.2013 2013-05-06 1,2", ["6", "5", "2013", "2013", "05", "06", "1", "2"], []),
        ("example.org a_b", ["exampl", "org", "a", "b"], []),
        ("C++ C# F", ["c++", "c#", "f"], []),
        ("于2013年5月", ["于", "2013", "年", "5", "月"], []),
        ("占领了", ["占领", "领了"], ["占", "领", "了"]),
        ("ประเทศเป็น", ["ประเทศ", "เป็น"], ["ประ", "เทศ"]),
        ("ʼ ' - .", [], []),
    ],
)
def test_reads(text: str, terms: list[str], also: list[str]) -> None:
    read = analysis.analysed(text)
    assert read.terms == terms
    assert sorted(set(read.also) - {"ประเท", "ศ"}) == sorted(also)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("US us Us", {"US", "^us"}),
        ("It cost $5, § 12 or 100 %", {"^it", "$5", "§12", "%100"}),
        ("9/11 .NET LGBT+", {"9/11", ".net", "NET", "LGBT", "lgbt+"}),
        ("WHO SENDS TROOPS", {"!WHO", "!SENDS", "!TROOPS"}),
    ],
)
def test_how_words_are_written_is_kept(text: str, written: set[str]) -> None:
    assert analysis.analysed(text).written == written


@given(st.text(st.sampled_from(LETTERS + "09'’.,-“”\"()!?%$ É\u0301ß"), max_size=12))
@example("B-Aas")
@example("A-B's")
def test_what_is_read_quickly_is_read_the_same(stretch: str) -> None:
    for each in stretch.split():
        assert indexed._kept[each] == indexed._of(read_anew(each))


@given(st.lists(WORDS, max_size=12), st.sampled_from([" ", ", ", "\n", ". "]))
def test_each_word_of_a_text_is_found_by_itself(words: list[str], between: str) -> None:
    """Whatever stands beside it."""
    text = between.join(words)
    assume(not re.search(r"\d\s\d{3}(?!\d)", text))  # 5 100 is one number
    read = analysis.analysed(text)
    found = {*read.terms, *read.also}
    for each in words:
        own = analysis.analysed(each)
        assert {*own.terms} <= found
        assert own.written <= read.written


@given(st.lists(WORDS, max_size=12))
def test_terms_lie_where_they_were_read(words: list[str]) -> None:
    text = " ".join(words)
    tokens = list(analysis.tokens(text))
    assert [token.term for token in tokens] == analysis.terms(text)
    assert all(0 <= token.start < token.end <= len(text) for token in tokens)


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    read = analysis.analysed(text)
    assert len(read.terms) == len(read.words)
    assert all(read.terms)
    assert all(analysis.fold(analysis.fold(text)) == analysis.fold(text) for text in read.words)


@pytest.mark.parametrize(
    "text",
    [
        "Пам’ятка лежить тут", "Ο πόλεμος άρχισε", "Պատերազմը սկսվեց", "ომი დაიწყო",
        "ጦርነት ተጀመረ", "युद्ध शुरू हुआ", "যুদ্ধ শুরু হয়", "போர் தொடங்கியது", "യുദ്ധം തുടങ്ങി",
        "المعركة بدأت", "הקרב החל", "Cuộc chiến bắt đầu", "Savaş başladı", "Bitwa pod Łodzią",
    ],
)  # fmt: skip
def test_words_are_those_of_unicode(text: str) -> None:
    """UAX 29, as ICU has it, where nothing joins or divides words."""
    whole = [text[a:b] for a, b in WordBreaker(text, "und").segments()]
    words = [each for each in whole if unicodedata.category(each[0])[0] in "LN"]
    assert [text[a:b] for a, b in analysis.spans(text)] == words


@pytest.mark.parametrize(
    "unit", ["a'", "ʼa", "1,", "1.", "U.", "a-", "9/", "100 ", "拉", "ไ", "a\u00ad\n"]
)
def test_a_long_row_is_read_in_a_time_that_grows_with_it(unit: str) -> None:
    """Thirty times as long takes no three hundred times the processor's time; were it the square,
    it would take nine hundred."""
    short, long = (_seconds(unit * count) for count in (1_000, 30_000))
    assert long < 300 * max(short, 0.001)


def _seconds(text: str) -> float:
    began = process_time()
    analysis.terms(text)
    return process_time() - began
