"""A small index of hostile and long text: nothing in it has a place where a line would break."""

from pathlib import Path

from loccit.indexer.build import build
from loccit.indexer.settings import Settings

WORD = "pneumono" + "ultramicroscopic" * 30 + "silico"
"""About five hundred letters."""
CAPITAL = "Xer" + "xes" * 166
ADDRESS = "https://example.org/" + "a/very/long/path/" * 20 + "?query=" + "0123456789" * 10
FORMULA = "f(x)=" + "+".join(f"a_{{{n}}}x^{{{n}}}" for n in range(60))
ROW = "|".join(f"column{n}" for n in range(80))
LONG_TITLE = " ".join(["A", WORD, ADDRESS, "and the rest of a title that goes on"])
CITATIONS = "".join(f"[{n}]" for n in range(1, 61))
NAME = f"{CAPITAL} of {CAPITAL}"

TEXT = f"""# {WORD} {ADDRESS}

The raid on 6 May 2012 met {WORD} and {CAPITAL} there.{CITATIONS} It is told at {ADDRESS} by
{NAME}, in {FORMULA}, on 7 June 2013, 8 July 2014, 9 August 2015, 10 September 2016, 11 October
2017, in November 2018, from 1 to 9 December 2019 and in the 1850s.[61, 63–{65}]

# Plain

[1] A raid of one line, at {ROW} it stands, and (Munro 2011, p. 3) said {WORD}.[note 3]

{"The raid went on. " * 3}On the same day in {WORD} it ended; {CAPITAL} fell.[{2}]
"""
REFERENCES = "\n".join(
    f'{n} = {{ text = "{text} {n}", address = "{ADDRESS}" }}'
    for n, text in enumerate([WORD, ADDRESS, FORMULA, "Munro, A. A History. 2011. " + WORD] * 15, 1)
)
ALIASES = f"""
[[name]]
name = "{NAME}"
type = "person"
forms = ["{CAPITAL}"]
""" + "".join(
    f'[[name]]\nname = "{name}"\ntype = "{type}"\nforms = ["{form}"]\n'
    for name, type, form in (
        (f"{CAPITAL} Office", "organisation", "It"),
        (f"{CAPITAL}ville", "place", "there"),
        (f"Battle of {CAPITAL}", "event", "raid"),
    )
)


def built(place: Path) -> Path:
    """The index, in a folder of `place`."""
    seeds = place / "seeds"
    seeds.mkdir()
    for name in ("long", "w" * 150):
        (seeds / f"{name}.md").write_text(TEXT, encoding="utf-8")
        (seeds / f"{name}.toml").write_text(
            f'title = "{LONG_TITLE}"\nsource = "{ADDRESS}"\nlicence = "{WORD}"\n'
            f"[references]\n{REFERENCES}\n",
            encoding="utf-8",
        )
    (place / "aliases.toml").write_text(ALIASES, encoding="utf-8")
    build([seeds], place / "index", Settings("", 1, aliases=place / "aliases.toml"))
    return place / "index"


KINDS = {
    "home": "/",
    "results": "/search?q=raid",
    "results, narrowed": f"/search?q=raid+date:2012+event:%22Battle+of+{CAPITAL}%22",
    "results, a long word": f"/search?q={WORD}",
    "results, problems": f"/search?q=raid+cite:{WORD}+date:{WORD}+{WORD}:x",
    "results, few": f"/search?q=raid+fell+{WORD}+zebra",
    "nothing found": f"/search?q=zebra{WORD}+cite:{WORD}+{WORD}",
    "passage": "/passages/long/1",
    "passage, in the plain section": "/passages/long/2",
    "documents": "/documents",
    "works": "/works",
    "document": "/documents/long",
    "document, a long id": f"/documents/{'w' * 150}",
    "citation": "/citations/long/1",
    "citation, no source": "/citations/long/note 3",
    "name": f"/names/person/{NAME}",
    "source": "/sources/long/1",
    "references": "/references/long",
    "values": "/facets/event?q=raid",
    "values, cited": "/facets/cited",
    "values, none": f"/facets/place?containing={WORD}",
    "names together": "/together?q=raid",
    "comparison": f"/compare?a=raid&b={WORD}",
    "help": "/help",
    "the API": "/api/",
    "not there": f"/passages/{WORD}/1",
    "nothing of the kind": f"/{WORD}",
}
"""An address of every kind of page over it."""
