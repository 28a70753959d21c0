"""Names that stand before a year in brackets and are no authors: months, places, events, makers.

`(London 1999)` says where, `(Battle of Leipzig 1813)` what, `(Columbia 1958)` who brought it out.
"""

import re

_MONTHS = frozenset(
    "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn fall winter easter"
    " christmas ramadan lent early mid late monday tuesday wednesday thursday friday saturday"
    " sunday".split()
)
_WORDS = frozenset(
    """
    born died since until till before after from in at by on as circa about around approx ca and or
    the a an with for to of when then aged age est founded built opened closed released published
    retired elected appointed reigned ruled season episode series part volume vol chapter act issue
    version model class type mark group division league cup final finals championship championships
    open tour games olympics olympiad world euro worlds grand prix race round week day census
    election elections referendum battle siege war revolution treaty convention congress conference
    act law bill resolution directive amendment constitution edition reprint revised paperback
    hardback album single film
    movie tv television radio video dvd vhs cd lp ep live remix remastered
    documentary drama comedy novel play opera ballet musical book text art painting oil bronze
    exhibition museum gallery university press books records music pictures productions studios
    entertainment films company inc ltd co corporation publications publishing verlag editions
    award awards prize medal gold silver bronze winner nominated nominee best champion champions
    runner-up ba ma bsc msc phd md mba llb llm dphil u.s us uk usa eu un ussr gdr frg nba nfl nhl
    mlb fifa uefa ioc iaaf bbc itv nbc cbs
    abc hbo mtv pbs emi rca ecm naxos mgm rko aka no yes total men women boys girls junior senior
    male female population pop data source survey estimate est present now today present-day
    operation hurricane typhoon cyclone apollo voyager windows linux java unicode iso din ieee
    north south east west northern southern eastern western central upper lower new old great
    """.split()
)
_STATUTES = frozenset(
    "act treaty constitution directive regulation convention code bill law charter cup olympics"
    " season episode series born died since until".split()
)
"""What has parts and pages too, and is named by its own year."""
_PUBLISHERS = frozenset(
    """
    columbia decca philips deutsche capitol atlantic motown universal warner sony virgin island
    polydor mercury parlophone elektra verve prestige riverside vertigo epic arista geffen reprise
    rhino sire chandos hyperion supraphon ondine dacapo gateway nonesuch erato melodiya naive
    penguin routledge knopf macmillan harper harpercollins doubleday viking vintage faber oxford
    cambridge harvard yale princeton springer elsevier wiley blackwell brill bloomsbury palgrave
    scribner simon random hodder collins pan picador anchor bantam ballantine dover norton
    paramount disney miramax gaumont pathe netflix amazon hulu pixar dreamworks lionsgate
    marvel dc image vertigo nintendo sega capcom konami atari honda toyota ford bmw porsche ferrari
    """.split()
)
_PLACES = frozenset(
    """
    london paris rome roma berlin vienna wien madrid lisbon amsterdam brussels athens moscow warsaw
    prague budapest bucharest sofia belgrade zagreb helsinki stockholm oslo copenhagen dublin
    edinburgh glasgow belfast cardiff manchester liverpool birmingham leeds sheffield bristol
    munich münchen hamburg cologne köln frankfurt stuttgart leipzig dresden düsseldorf geneva zurich
    zürich basel bern lausanne milan milano turin florence venice naples bologna barcelona valencia
    seville porto lyon marseille nice cannes grenoble albertville chamonix strasbourg antwerp
    rotterdam hague maastricht luxembourg monaco athens istanbul ankara jerusalem cairo beirut
    damascus baghdad tehran riyadh dubai doha tokyo osaka kyoto nagano sapporo beijing shanghai
    nanjing hong singapore seoul pyeongchang incheon busan bangkok jakarta manila hanoi kuala delhi
    mumbai bombay calcutta kolkata madras chennai karachi lahore dhaka kabul tashkent sydney
    melbourne brisbane perth adelaide auckland wellington christchurch york washington boston
    chicago philadelphia atlanta angeles francisco diego seattle houston dallas denver detroit miami
    toronto montreal montréal vancouver ottawa calgary quebec québec mexico havana rio são buenos
    santiago lima bogotá caracas quito montevideo johannesburg nairobi lagos accra dakar tunis
    algiers casablanca tripoli durban pretoria sochi turin innsbruck cortina lillehammer sarajevo
    petersburg kiev kyiv minsk riga vilnius tallinn wimbledon
    america africa asia europe australia austria belgium brazil britain bulgaria canada chile china
    colombia croatia cuba cyprus czechoslovakia denmark egypt england estonia ethiopia finland
    france georgia germany ghana greece hungary iceland india indonesia iran iraq ireland israel
    italy jamaica japan jordan kenya korea kuwait latvia lebanon libya lithuania malaysia malta
    morocco nepal netherlands holland nigeria norway pakistan palestine panama peru philippines
    poland portugal qatar romania russia scotland serbia slovakia slovenia spain sudan sweden
    switzerland syria taiwan thailand tunisia turkey uganda ukraine uruguay venezuela vietnam wales
    yemen yugoslavia zambia zimbabwe alabama alaska arizona arkansas california colorado
    connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine
    maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio
    oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming ontario
    bavaria saxony prussia bohemia tuscany sicily lombardy catalonia burgundy normandy
    """.split()
)
_NAME = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def is_no_author(who: str, paged: bool) -> bool:
    """Whether `who`, before a year, is no author; a page behind it makes a place one.

    >>> is_no_author("London", False), is_no_author("London", True), is_no_author("Munro", False)
    (True, False, False)
    """
    names = [name.lower() for name in _NAME.findall(who)]
    if not names or any(name in _MONTHS for name in names):
        return True
    if paged or "al" in names:
        return any(name in _STATUTES for name in names)
    return any(
        name in _WORDS or name in _PUBLISHERS or name in _PLACES for name in names if name != "and"
    )
