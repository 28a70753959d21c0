"""Endings of English words, which tell two forms of a word from a word and its misspelling."""

_ENDINGS = frozenset(
    """
    s es ed er ers or ors ing ings ist ists ism isms ic ics ical al ally ly ise ize ised ized ises
    izes isation ization ation ations ion ions ive ity ities y ies ian ians ean an ans a um us ous
    ment ments ness ful ology ary ette ess ance ence ant ent ants ents ine ate ates ated ator able
    ible age ages ability ibility ium ia ish itis oid ol ose yl ite ane ene
    """.split()
) | {""}
_SHORTEST_STEM = 4


def are_forms(one: str, other: str) -> bool:
    """Whether both begin alike, for the most part of them, and end as words of English do.

    >>> are_forms("collectivist", "collectivism"), are_forms("milennium", "millennium")
    (True, False)
    """
    stem = min(len(one), len(other))
    while one[:stem] != other[:stem]:
        stem -= 1
    least = max(_SHORTEST_STEM, len(one) // 2)
    return any(
        one[at:] in _ENDINGS and other[at:] in _ENDINGS
        for at in range(stem, max(least, stem - 2) - 1, -1)
    )
