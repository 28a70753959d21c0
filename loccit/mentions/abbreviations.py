"""Whether a full stop only abbreviates a word, so that no sentence ends with it.

Some abbreviations never end a sentence (a title stands before its name), some words abbreviate
only before a number ("No. 5", but "No. He left."), and the others end one where what follows is a
word that sentences open with ("of Time Inc. In 1990", but "the Time Inc. Building").
"""

import re

from loccit.model.calendar import MONTHS

_TITLES = frozenset(
    "mr mrs ms mx messrs mme mmes mlle mgr msgr dr drs prof profs rev revd fr br bro ven hon rt sra"
    " sta sto ste brig gen maj col lt lieut capt cpt cmdr cdr comdr cmdt commr cdre comm adm radm"
    " vadm adjt cpl sgt ssgt msgt pvt pfc spc gnr tpr bdr flt sqn wg gov sen sens rep reps pres"
    " supt insp det amb atty surg adv smt dott ing ph wm chas geo thos jas robt saml benj edw danl"
    " fredk richd".split()
)
"""Written with a capital, before a name: of offices and ranks, and first names cut short."""
_WITHIN = frozenset(
    "e.g i.e eg ie cf vs v viz sc ca c fl approx incl excl esp resp dir prof tr p pp".split()
)
"""In small letters; more of the sentence follows."""
_BEFORE_NUMBER = frozenset(
    "no nos nr art arts fig figs ch chs chap chaps sec secs sect par para paras vv l ll n nn b d r"
    " m bk bks pl pls ser est pop fol fols cols tab eq eqs ex ms mss jan feb mar apr jun jul aug"
    " sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun cal vers lot apt rm cap max"
    " min col rev rep".split()
)
_UNITS = frozenset("ft in lb lbs oz st cwt yd yds mi hr hrs h min mins m sec secs s deg".split())
"""Between two numbers: 5 ft. 6 in., 8 st. 4 lb."""
_MAY_END = frozenset(
    "inc ltd co cos corp bros plc pty pte gmbh llc assn assoc dept depts div govt univ inst intl"
    " natl admin mfg regt bn bde bty batt sr jr snr jnr esq bt bart ret ed eds edn edns trans"
    " transl vol vols repr suppl publ illus al ibid op opp cit seq spp ssp subsp ave blvd hwy rte"
    " expy pkwy jct st sts mt mts ft pt jl".split()
)
_WITH_CAPITAL = frozenset("st sts mt mts ft pt div op ret co".split())
"""Of those, words or units of their own where they have no capital."""
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,4}")
"""U.S, Ph.D, A.F.C, e.V"""
_TIMES = frozenset("a.m p.m".split())
_TIME_GOES_ON = re.compile(
    r"(?:[A-Z]{2,4}T|UTC|GMT|Z(?:ulu)?)\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b"
    rf"|(?:{'|'.join(MONTHS)})\b"
    r"|(?:\w+ ){1,3}[Tt]ime\b"
)
_LETTERED = frozenset(
    "war part type class phase division group serie series category level grade stage vitamin"
    " hepatitis plan block section schedule volume book act title chapter appendix line team"
    " model influenza league pool terminal exhibit company coy liga ligue lega".split()
)
"""What is told apart by a letter, which is then no initial: Serie A, World War I."""
_OPENERS = frozenset(
    "the a an this that these those he she it they we you his her its their our my your"
    " in on at by for from with without within after before during since until under over between"
    " among amongst through throughout despite although though while whilst when whenever where"
    " whereas because if as once upon unlike but and or nor yet so however moreover furthermore"
    " nevertheless nonetheless meanwhile later then thus therefore hence accordingly also"
    " additionally consequently subsequently eventually finally initially originally currently"
    " today now here there both each every some many most several few all other others another"
    " one two three four five six seven eight nine ten first second third not only such what who"
    " whose which why how is was were are did does do has had have can could would should might"
    " must to according along around across about above against apart aside besides beyond near"
    " of off out up due given following instead rather still even just often sometimes usually"
    " generally recently previously formerly soon shortly afterward afterwards whether nobody"
    " everyone everything neither either perhaps indeed overall similarly likewise otherwise"
    " unfortunately fortunately notably specifically typically traditionally historically"
    " no none nothing".split()
)
_WORD = re.compile(r"[^\s(\[\"'“‘«/–—]+\Z")
_GLUED = re.compile(r"[-‐]|(?<=\d)(?=[^\W\d_])")
_NUMBER_BEFORE = re.compile(r"\d\s*\Z")
_WORD_BEFORE = re.compile(r"([^\W_]+)\s*\Z")
_NEXT = re.compile(r"\s+[\"'“‘«]*(?P<bracket>[(\[]?)(?P<word>[^\W_]*)(?P<initial>\.?)")
_NUMBER = re.compile(r"\d+\w*|[IVXLC]{2,}")
_NEAR = 40
"""Code points looked at before the stop."""


def abbreviates(text: str, stop: int, end: int) -> bool:
    """Whether the full stop at `stop`, with what closes behind it up to `end`, ends no sentence.

    >>> text = "Brig. Gen. Li of Time Inc. met No. 5. No. He left."
    >>> [abbreviates(text, at, at + 1) for at, each in enumerate(text) if each == "."]
    [True, True, True, True, False, False, False]
    """
    start = max(0, stop - _NEAR)
    match = _WORD.search(text, start, stop)
    following = _NEXT.match(text, end)
    if match is None or following is None:
        return False
    word = _GLUED.split(match[0])[-1]
    return bool(word) and _goes_on(word, text[start : stop - len(word)], following)


def _goes_on(word: str, before: str, following: re.Match[str]) -> bool:
    """Whether a sentence that has `word` with a full stop goes on with what follows."""
    folded, has_capital = word.lower(), word[0].isupper()
    if _NUMBER.fullmatch(following["word"]) and (
        folded in _BEFORE_NUMBER or (folded in _UNITS and _NUMBER_BEFORE.search(before))
    ):
        return True
    if folded in _TIMES and _NUMBER_BEFORE.search(before):
        zone = _TIME_GOES_ON.match(following.string, following.start("word"))
        return bool(following["bracket"] or zone)
    if len(word) == 1 and has_capital:
        return not (_opens_sentence(following) or _is_told_apart_by_letter(before))
    if folded in (_TITLES if has_capital else _WITHIN):
        return True
    may_end = folded in _MAY_END and (has_capital or folded not in _WITH_CAPITAL)
    return (may_end or _DOTTED.fullmatch(word) is not None) and not _opens_sentence(following)


def _opens_sentence(following: re.Match[str]) -> bool:
    word = following["word"].lower()
    return word in _OPENERS and not (following["bracket"] or following["initial"])


def _is_told_apart_by_letter(before: str) -> bool:
    kind = _WORD_BEFORE.search(before)
    return kind is not None and kind[1].lower() in _LETTERED
