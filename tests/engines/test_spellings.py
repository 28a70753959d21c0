"""British and American spellings are one term; words that only look like them stay apart."""

import pytest

from loccit.engines import analysis

ONE = """
favour favor, favourite favorite, colours colors, behavioural behavioral, odour odor,
neighbourhood neighborhood, honoured honored, labourers laborers, savoury savory, armoured armored,
organise organize, organisation organization, realised realized, recognising recognizing,
criticise criticize, summarise summarize, authorised authorized, civilisation civilization,
analyse analyze, paralysed paralyzed, catalysing catalyzing, hydrolyse hydrolyze,
centre center, centred centered, theatre theater, kilometres kilometers, fibre fiber, litre liter,
sombre somber, dialogue dialog, catalogues catalogs, catalogued cataloged, cataloguing cataloging,
travelled traveled, traveller traveler, jewellery jewelry, fuelled fueled, counsellors counselors,
marvellous marvelous, modelling modeling, grey gray, programmes programs, ploughing plowing,
defences defenses, practised practiced, archaeologist archeologist, haemoglobin hemoglobin,
paediatric pediatric, anaesthetic anesthetic, aluminium aluminum, manoeuvres maneuvers,
skilful skillful, judgement judgment, sceptics skeptics
"""
APART = """
hour hor, four for, tour tor, flour flor, course corse, timbre timber, hatred hater, wise wize,
tyre tire, promise promiss, paradise parade, expertise expert, advice advise, crisis criz
"""


def _pairs(table: str) -> list[tuple[str, str]]:
    pairs = (each.split() for each in table.split(","))
    return [(one, other) for one, other in pairs]


@pytest.mark.parametrize(("british", "american"), _pairs(ONE))
def test_both_spellings_are_one_term(british: str, american: str) -> None:
    assert analysis.term(british) == analysis.term(american)
    assert analysis.word(british) != analysis.word(american)


@pytest.mark.parametrize(("one", "other"), _pairs(APART))
def test_words_that_only_look_like_it_stay_apart(one: str, other: str) -> None:
    assert analysis.term(one) != analysis.term(other)


@pytest.mark.parametrize(
    "forms",
    ["revise revised revision", "supervise supervision", "surprise surprising", "promise promised",
     "advertise advertisement", "precise precision", "compromise compromised"],
)  # fmt: skip
def test_forms_of_a_word_stay_one_term(forms: str) -> None:
    assert len({analysis.term(each) for each in forms.split()}) == 1
