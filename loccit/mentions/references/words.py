"""What the words around a title are: houses, periodicals, sites, cities where books are made."""

import re

_HOUSE = re.compile(
    r"\b(?:Press|Publish\w*|Publications?|Publ|Books?|Verlag|Vlg|Ltd|Inc|LLC|GmbH|Edi[tc]ions?"
    r"|Editores|Éditions|Presses|Printing|Imprint|Sons|Brothers|Bros|& Co|House|Unwin"
    r"|Universit\w+|College|School|Institut\w*|Academy|Academic|Museum|Library|Foundation"
    r"|Cent(?:er|re)|Society|Association|Council|Commission|Committee|Organi[sz]ation|Union|Bank"
    r"|Ministry|Minist[eé]ri\w+|Department|Office|Bureau|Agency|Administration|Government|Service"
    r"|Group|Company|Corporation|Initiative|State of|Board|Federation|Party|Authority|Project)\b"
)
"""A body, or a house that makes books, says by one of these what it is."""
_HOUSES = frozenset(
    (
        "penguin", "macmillan", "routledge", "brill", "springer", "elsevier", "wiley", "blackwell",
        "norton", "w. w. norton", "w.w. norton", "knopf", "alfred a. knopf", "continuum", "harper",
        "harpercollins", "harper & row", "palgrave", "palgrave macmillan", "sage", "doubleday",
        "simon & schuster", "scribner", "viking", "vintage", "houghton mifflin", "mcgraw-hill",
        "mcgraw hill", "prentice hall", "pearson", "addison-wesley", "crc", "wiley-vch", "cengage",
        "wiley-blackwell", "dover", "heinemann", "faber and faber", "faber & faber", "hodder",
        "methuen", "longman", "longmans", "longmans, green", "marshall cavendish", "greenwood",
        "abc-clio", "rowman & littlefield", "lexington", "transaction", "de gruyter", "mouton",
        "peter lang", "ashgate", "thames & hudson", "phaidon", "taschen", "rizzoli", "abrams",
        "eerdmans", "zondervan", "thomson", "collins", "cassell", "batsford", "secker & warburg",
        "victor gollancz", "gollancz", "jonathan cape", "hamish hamilton", "chatto & windus",
        "bloomsbury", "hachette", "gallimard", "suhrkamp", "mondadori", "einaudi", "laterza",
        "random house", "farrar, straus and giroux", "st. martin's", "plenum", "kluwer",
        "birkhäuser", "karger", "lippincott", "saunders", "mosby", "churchill livingstone",
        "o'reilly", "no starch", "humana", "cornell", "hackett", "verso", "zed", "pluto",
        "jones and bartlett", "henry holt", "colibri", "unwin hyman", "allen & unwin",
    )
)  # fmt: skip
_PERIODICAL = re.compile(
    r"\b(?:Journal|Review|Revue|Revista|Times|News(?:week|paper|papers)?|Magazine|Post|Herald"
    r"|Guardian|Telegraph|Tribune|Gazette|Chronicle|Daily|Weekly|Quarterly|Bulletin|Proceedings"
    r"|Annals|Annual|Transactions|Letters|Encyclop\w+|Dictionary|Handbook|Companion|Science|Nature"
    r"|Lancet|Cell|Studies|Notices|Archives?|Today|Observer|Independent|Economist|Economics"
    r"|History and|Online|Notes|Monthly|Item|Jornal|Diário|Zeitung|Monde|Report(?:s|er)?"
    r"|Psychology|Biology|Chemistry|Physics|Philosophy|Medicine|Anthropology|Mathematics"
    r"|Statistics|Wire|Monitor|Globe|Star|Sun|Mail|Express)\b"
)
_SITE = re.compile(
    r"(?:[\w-]{1,63}\.){1,4}(?:com|org|net|edu|gov|info|int|biz|tv|eu|[a-z]{2})", re.IGNORECASE
)
_CITIES = frozenset(
    "london oxford cambridge paris berlin leiden boston chicago barcelona madrid munich münchen"
    " amsterdam washington philadelphia toronto sydney melbourne luanda lisbon lisboa rome roma"
    " milan milano vienna wien leipzig stuttgart frankfurt hamburg heidelberg tübingen göttingen"
    " weinheim basel zürich zurich geneva brussels antwerp copenhagen stockholm uppsala oslo"
    " helsinki moscow prague budapest warsaw dublin edinburgh glasgow manchester harmondsworth"
    " princeton berkeley stanford ithaca dordrecht bern jerusalem cairo delhi calcutta bombay"
    " tokyo beijing shanghai singapore baltimore durham westport thousand-oaks hoboken reading"
    " york ny n.y nj uk usa us england seattle austin lincoln connecticut massachusetts".split()
)


def is_house(text: str) -> bool:
    """
    >>> is_house("Harvard University Press"), is_house("Brill"), is_house("Leiden")
    (True, True, False)
    """
    return _HOUSE.search(text) is not None or text.casefold().strip(" .") in _HOUSES


def is_periodical(text: str) -> bool:
    return _PERIODICAL.search(text) is not None


def is_site(text: str) -> bool:
    """
    >>> is_site("Portalangop.co.ao"), is_site("p.323"), is_site("sea-seek.com")
    (True, False, True)
    """
    return _SITE.fullmatch(text) is not None and not text.lower().startswith(("p.", "pp."))


def is_city(text: str) -> bool:
    """
    >>> is_city("Upper Saddle River, NJ"), is_city("New York"), is_city("Brill")
    (True, True, False)
    """
    words = re.findall(r"[\w.'-]+", text.casefold())
    return bool(words) and words[-1].strip(".") in _CITIES
