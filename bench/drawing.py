"""Draws what is annotated from whole articles.

`python -m bench.drawing dates FOLDER`; so too `names` and `references`. Articles, places in them
and their order follow from a seed; what an engine or a reader of dates makes of them plays no part.
"""

import gzip
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

from bench.annotated import checked, passages
from bench.data import place

SEED = 1814
LONG = 5_000
"""Code points from which an article is long."""
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_NO_YEAR = r"(?!(?:st|nd|rd|th)?,? ?(?:of )?(?:\d|AD|BC))"
_DAY = rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?)\b"
INFERRED = {
    "day": re.compile(_DAY + _NO_YEAR),
    "month": re.compile(
        rf"(?<=\b[Ii]n )(?:early |late |mid-)?{_MONTH}\b{_NO_YEAR}"
        rf"|(?<=\b(?:of|by) )(?:early |late |mid-)?{_MONTH}\b{_NO_YEAR}"
    ),
    "told": re.compile(
        r"\b(?:the )?(?:following|next|same|previous|preceding) (?:year|month|day|summer|spring"
        rf"|autumn|winter|{_MONTH})\b"
        r"|\b(?:a|one|two|three|four|five|six|\d) (?:years?|months?|decades?) (?:later|earlier"
        r"|before|after)\b|\bthat (?:year|summer|spring|autumn|winter)\b"
    ),
}
STATED = {
    "day": re.compile(_DAY + r",? (?:1\d|20)\d\d\b"),
    "month": re.compile(rf"\b{_MONTH},? (?:1\d|20)\d\d\b"),
    "range": re.compile(r"\b(?:1\d|20)\d\d ?[–-] ?(?:(?:1\d|20)?\d\d|present)\b"),
    "year": re.compile(r"(?<=\b[Ii]n )(?:1\d|20)\d\d\b"),
    "vague": re.compile(
        r"\b(?:(?:early|late|mid)[ -])?(?:the )?(?:1\d|20)\d0s\b|\b\d\dth[ -]century\b"
        r"|\b(?:early|late|spring|summer|autumn|winter|by|since|until|around|about|circa)"
        r" (?:of |in )?(?:1\d|20)\d\d\b"
    ),
}
_PLAIN = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*")
_STOPPED = re.compile(rf"(?P<word>{_PLAIN.pattern})\.(?!\w)")
_END = re.compile(rf"(?P<word>{_PLAIN.pattern})\.[\"'”’)]* +[\"'“‘(]*[^\W_a-z]")
_GOING_ON = re.compile(rf"(?P<word>{_PLAIN.pattern})\.(?:[,;:)]| +[a-z])")
_LAST = re.compile(rf"(?P<word>{_PLAIN.pattern})\.$", re.MULTILINE)
_FEWEST = 5
"""Times that an abbreviation is met."""
SHARES = {"day": 180, "month": 80, "told": 40}
STATED_SHARES = {"day": 30, "month": 15, "range": 20, "year": 15, "vague": 20}


@dataclass(frozen=True, slots=True)
class Drawn:
    """An expression in an article: `at` and `end` in code points of its text."""

    article: str
    title: str
    at: int
    end: int
    words: str
    form: str
    long: bool


@dataclass(frozen=True, slots=True)
class Stop:
    """A full stop at `at` of a paragraph, behind `word`; `form` says why it was drawn."""

    article: str
    title: str
    text: str
    word: str
    at: int
    form: str


def articles() -> Iterator[tuple[str, str, str]]:
    """Id, title and text of each article of the large collection; raises DataMissing."""
    with gzip.open(place("scale/enwiki-35k-articles.jsonl.gz"), "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield str(record["id"]), record["title"], record["text"]


def dates() -> list[Drawn]:
    """300 expressions without a year and 100 with one, at most two of a form an article.

    Every second one of each is for developing, the others for checking only.
    """
    dice = random.Random(SEED)
    dated = [
        each
        for each in articles()
        if INFERRED["day"].search(each[2]) or INFERRED["month"].search(each[2])
    ]
    dice.shuffle(dated)
    by_length = [[each for each in dated if (len(each[2]) >= LONG) == long] for long in (0, 1)]
    turns = [each for pair in zip(*by_length, strict=False) for each in pair]
    drawn: list[Drawn] = []
    for group, patterns, shares in (
        ("inferred", INFERRED, SHARES), ("stated", STATED, STATED_SHARES),
    ):  # fmt: skip
        left = Counter(shares)
        for id, title, text in turns:
            long = len(text) >= LONG
            for form, pattern in patterns.items():
                hits = list(pattern.finditer(text))
                for hit in dice.sample(hits, min(2, left[form], len(hits))):
                    left[form] -= 1
                    drawn.append(
                        Drawn(id, title, hit.start(), hit.end(), hit[0], f"{group} {form}", long)
                    )
    return drawn


def names() -> list[tuple[str, str]]:
    """Title and text of three passages each of 40 articles: the first, and two of the later."""
    dice = random.Random(SEED + 1)
    seen = {each.document for each in (*passages(), *checked())}
    with gzip.open(place("cited/enwiki2014_cited.jsonl.gz"), "rt", encoding="utf-8") as lines:
        cited = [(r["title"], re.sub(r"\[\d+\]", "", r["text"])) for r in map(json.loads, lines)]
    cited = [each for each in cited if each[0] not in seen and each[0].lower() not in seen]
    scale = [(title, text) for _, title, text in articles() if len(text) > 15_000]
    cited, scale = ([each for each in group if _whole(each[1])] for group in (cited, scale))
    drawn = []
    for title, text in dice.sample(cited, 20) + dice.sample(scale, 20):
        whole = _whole(text)
        later = dice.sample(whole[1:], 2)
        drawn += [(title, _cut(each)) for each in (whole[0], *later)]
    return drawn


def ends() -> list[Stop]:
    """200 full stops that may end a sentence: what follows opens like one.

    Half of them stand behind any word with a capital, the others behind a word that is an
    abbreviation by its use: mostly with a stop, within a sentence or not at the end of a paragraph
    (at most two of a word). Every second one of each is for developing, the others for checking
    only.
    """
    dice = random.Random(SEED + 2)
    with_stop: Counter[str] = Counter()
    words: Counter[str] = Counter()
    going_on: Counter[str] = Counter()
    last: Counter[str] = Counter()
    stops: list[tuple[str, str, str, str, int]] = []
    for id, title, text in articles():
        words.update(_PLAIN.findall(text))
        with_stop.update(match["word"] for match in _STOPPED.finditer(text))
        going_on.update(match["word"] for match in _GOING_ON.finditer(text))
        last.update(match["word"] for match in _LAST.finditer(text))
        for own in text.split("\n"):
            found = _END.finditer(own)
            stops += ((id, title, own, match["word"], match.end("word")) for match in found)
    abbreviations = {
        word
        for word, count in with_stop.items()
        if count >= max(_FEWEST, 0.6 * words[word])
        and (going_on[word] >= 0.03 * count or (count >= 20 and last[word] <= 0.01 * count))
    }
    dice.shuffle(stops)
    capitalised = list(islice((each for each in stops if each[3][0].isupper()), 100))
    of_each: Counter[str] = Counter()
    abbreviated = []
    for stop in stops:
        of_each[stop[3]] += 1
        if stop[3] in abbreviations and of_each[stop[3]] <= 2 and stop not in capitalised:
            abbreviated.append(stop)
    halves = (("capitalised", capitalised), ("abbreviated", abbreviated[:100]))
    return [Stop(*stop, form) for form, group in halves for stop in group]


def _whole(text: str) -> list[str]:
    """Its paragraphs of some length; none where there are fewer than three."""
    own = [each.strip() for each in text.split("\n") if len(each.split()) >= 25]
    return own if len(own) >= 3 else []


def _cut(text: str) -> str:
    """The first sentences of a long paragraph."""
    if len(text) <= 900:
        return text
    return text[: text.rfind(". ", 0, 900) + 1] or text[:900]


def references() -> list[dict[str, object]]:
    """50 references for developing and 50 for checking, of different articles.

    At most three are of one article. The articles are shuffled and halved, then references drawn
    from all of a half's.
    """
    dice = random.Random(SEED + 2)
    with gzip.open(place("cited/enwiki2014_cited.jsonl.gz"), "rt", encoding="utf-8") as lines:
        cited = [(r["title"], r["refs"]) for r in map(json.loads, lines) if r["refs"]]
    dice.shuffle(cited)
    drawn: list[dict[str, object]] = []
    for half in (0, 1):
        listed = [(title, n, refs[n]) for title, refs in cited[half::2] for n in sorted(refs)]
        dice.shuffle(listed)
        left = Counter({title: 3 for title, _ in cited})
        taken = 0
        for title, number, text in listed:
            if left[title] and taken < 50:
                left[title] -= 1
                taken += 1
                drawn.append({"document": title, "number": int(number), "text": text,
                              "checked": bool(half)})  # fmt: skip
    return drawn


def main(what: str, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if what == "dates":
        rows = [asdict(each) for each in dates()]
    elif what == "ends":
        rows = [asdict(each) for each in ends()]
    elif what == "references":
        rows = references()
    else:
        rows = [{"title": title, "text": text} for title, text in names()]
    with (folder / f"{what}.jsonl").open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
