"""British spellings as American ones, so that either finds both.

By the endings in which the two differ by rule; words that a rule would make another word of are
left, and the words that follow no rule have a row of their own. What isn't spelled otherwise
anywhere (`promise`) may be changed too: texts and searches are read alike.
"""

import re

_WORDS = {
    "grey": "gray", "programme": "program", "plough": "plow", "defence": "defense",
    "offence": "offense", "licence": "license", "pretence": "pretense", "practise": "practice",
    "sceptic": "skeptic", "sceptical": "skeptical", "scepticism": "skepticism", "mould": "mold",
    "moult": "molt", "smoulder": "smolder", "moustache": "mustache", "pyjamas": "pajamas",
    "aluminium": "aluminum", "sulphur": "sulfur", "sulphate": "sulfate", "sulphide": "sulfide",
    "sulphuric": "sulfuric", "judgement": "judgment", "acknowledgement": "acknowledgment",
    "cosy": "cozy", "artefact": "artifact", "gaol": "jail", "aeroplane": "airplane",
    "caesium": "cesium", "jewellery": "jewelry", "jeweller": "jeweler", "woollen": "woolen",
    "counsellor": "counselor", "councillor": "councilor", "skilful": "skillful",
    "wilful": "willful", "ageing": "aging", "doughnut": "donut", "omelette": "omelet",
    "manoeuvre": "maneuver", "meagre": "meager", "sepulchre": "sepulcher", "ochre": "ocher",
    "odour": "odor", "odourless": "odorless", "foetus": "fetus",
    "foetal": "fetal", "oestrogen": "estrogen", "oesophagus": "esophagus", "mediaeval": "medieval",
    "encyclopaedia": "encyclopedia", "diarrhoea": "diarrhea", "anaemia": "anemia",
    "anaemic": "anemic", "leukaemia": "leukemia", "faeces": "feces", "fuelled": "fueled",
    "fuelling": "fueling", "duelled": "dueled", "duelling": "dueling", "dialled": "dialed",
    "dialling": "dialing", "centred": "centered", "centring": "centering",
    "practising": "practicing", "manoeuvring": "maneuvering",
}  # fmt: skip
"""Those that no rule has."""
_ENDINGS = ("s", "es", "d", "ed", "ing", "ment", "r", "rs")
_RULES = (
    (
        re.compile(
            r"(?<=\w{3})our(?=(?:s|ed|ing|ings|er|ers|ful|fully|less|able|ably|al|ally|y|ly|"
            r"ite|ites|itism|ist|ists|hood|hoods|some|ation|ations)?\Z)"
        ),
        "or",
    ),
    (
        re.compile(
            r"(\w\w(?:[bdghklmnpst]|[aeiouy]r|ic))(?<!advert)(?<!chast)(?<!parad)(?<!expert)is"
            r"(?=(?:e|es|ed|ing|er|ers|able|ation|ations|ational)\Z)"
        ),
        r"\1iz",
    ),
    (re.compile(r"(?<=\w\wly)s(?=(?:e|es|ed|ing|er|ers)\Z)"), "z"),
    (re.compile(r"(?<=\w\w)(t|(?<!tim)b)re(?=s?\Z)"), r"\1er"),
    (re.compile(r"(?<=\wlog)ue(?=s?\Z)|(?<=\wlog)u(?=(?:ed|ing|er|ers)\Z)"), ""),
    (re.compile(r"\A(an|arch|gyn|h|orthop|p|pal)ae(?=colog|d|m|o|sthe)"), r"\1e"),
)
_MAYBE = re.compile(r"our|is[eai]|lys|[tb]re|logu|\A(?:an|arch|gyn|h|orthop|p|pal)ae")
"""What a word has that a rule may change; most have none of it."""


_OTHERWISE = (
    ("or", "our"),
    ("er", "re"),
    ("iz", "is"),
    ("yz", "ys"),
    ("log", "logue"),
    ("e", "ae"),
)


def others(word: str) -> tuple[str, ...]:
    """How else a folded word may be spelled.

    >>> others("harbour"), others("harbor"), others("homer")
    (('harbor',), ('harbour',), ())
    """
    own = american(word)
    tried = [own, *(row for row, instead in _WORDS.items() if instead == own)]
    for said, instead in _OTHERWISE:
        places = (match.span() for match in re.finditer(said, own))
        tried += (f"{own[:start]}{instead}{own[end:]}" for start, end in places)
    return tuple(dict.fromkeys(each for each in tried if each != word and american(each) == own))


def american(word: str) -> str:
    """A folded word, spelled as in America.

    >>> [american(each) for each in "favourite organised analysing theatres dialogue mould".split()]
    ['favorite', 'organized', 'analyzing', 'theaters', 'dialog', 'mold']
    >>> [american(each) for each in "hour tourist revise surprise timbre promised".split()]
    ['hour', 'tourist', 'revise', 'surprise', 'timbre', 'promized']
    """
    if word in _WORDS:
        return _WORDS[word]
    for ending in _ENDINGS:
        if word.endswith(ending) and (row := _WORDS.get(word.removesuffix(ending))):
            joint = "e" if ending[0] in "dr" and row[-1] != "e" else ""
            return row + joint + ending
    if not _MAYBE.search(word):
        return word
    for form, instead in _RULES:
        changed = form.sub(instead, word)
        if changed != word:
            return changed
    return word
