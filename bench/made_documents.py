"""Documents made at random, of every kind of block that a text has, in twelve scripts.

They say nothing: what matters is where their words stand, and that each can be found there.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random

SCRIPTS = {
    "Latin": "abcdefghijklmnoprstuvz",
    "Greek": "αβγδεζηθικλμνξοπρστυφχψω",
    "Cyrillic": "абвгдежзиклмнопрстуфхцчшщюя",
    "Armenian": "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցփքօֆ",
    "Georgian": "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    "Hebrew": "אבגדהוזחטיכלמנסעפצקרשת",
    "Arabic": "بتثجحخدذرزسشصضطظعغفقكلمنهو",
    "Devanagari": "कखगघचछजझटठडढणतथदधनपफबभमयरलवशषसह",
    "Ethiopic": "ሀለሐመሠረሰቀበተኀነአከወዐዘየደገጠጰጸፀፈፐ",
    "Hangul": "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허",
    "Thai": "กขคงจชซดตถทนบปผพฟมยรลวสหอ",
    "Han": "山水火木金土日月天地人口手足目耳大小中上下左右東西南北",
}
"""Letters without signs that combine. Chinese has no space between words; Thai has them here, since
where its words end is told by a dictionary, which has no words without meaning."""
ENDS = ("\n", "\n", "\r\n", "\r")
_MONTHS = ("January", "March", "May 1948", "6 October 1921", "1914", "In 1933")
_REFERENCES = (
    "{}, {} (1999). {}.", "{} {} {}", "{}. “{}”. {}, 2011.", "{}.\n   {} {}", "''{}'' [{}] {}",
    "{{{{cite book|author={}|title={}|foo={}}}}}", "{} https://example.org/a {} {}",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Made:
    """A document's text, the title that its sidecar gives it ("" if none), and its words."""

    text: str
    title: str
    words: frozenset[str]


def words(script: str, count: int, random: Random) -> list[str]:
    """Different words, none of which means anything."""
    letters = SCRIPTS[script]
    made: dict[str, None] = {}
    while len(made) < count:
        made["".join(random.choices(letters, k=random.randint(5, 9)))] = None
    return list(made)


def document(vocabulary: list[str], random: Random) -> Made:
    """A document of up to eight blocks of any kind, with any line ends."""
    making = _Making(vocabulary, random)
    blocks = [random.choice(_BLOCKS)(making) for _ in range(random.randint(1, 8))]
    if random.random() < 0.4:
        blocks.append(making.references())
        if random.random() < 0.5:
            blocks.append(making.paragraph())
    text = "".join(block + random.choice(("\n", "\n\n", "\n\n\n")) for block in blocks)
    text = random.choice(("", "", "\n\n", "  ")) + text.rstrip("\n")
    text += random.choice(("", "\n", "\n\n"))
    title = making.capital(2) if random.random() < 0.3 else ""
    ended = text.replace("\n", random.choice(ENDS))
    return Made(ended, title, frozenset(making.used))


@dataclass(slots=True)
class _Making:
    vocabulary: list[str]
    random: Random
    used: set[str] = field(default_factory=set)
    cited: int = 0

    def some(self, most: int) -> str:
        """One word or more."""
        own = self.random.choices(self.vocabulary, k=self.random.randint(1, most))
        self.used.update(own)
        return ("" if own[0][0] in SCRIPTS["Han"] else " ").join(own)

    def capital(self, most: int) -> str:
        text = self.some(most)
        return text[:1].upper() + text[1:]

    def marker(self) -> str:
        if self.random.random() < 0.7:
            return ""
        self.cited += 1
        return f"[{self.cited}]"

    def sentence(self) -> str:
        end = self.random.choice((".", ".", "!", "?", "", "…", "。", "।"))
        return f"{self.capital(9)}{end}{self.marker()}"

    def paragraph(self) -> str:
        joined = self.random.choice((" ", " ", "\n"))
        return joined.join(self.sentence() for _ in range(self.random.randint(1, 5)))

    def line(self) -> str:
        return self.capital(3)

    def heading(self) -> str:
        form = self.random.choice(("# {}", "## {}", "== {} ==", "{}", "{}\n---", "1. {}", "{}:"))
        return form.format(self.capital(3))

    def headings(self) -> str:
        return "\n".join(self.heading() for _ in range(self.random.randint(2, 3)))

    def list(self) -> str:
        mark = self.random.choice(("- ", "* ", "• ", "{n}. ", "{n}) ", "({n}) ", "", "[ ] "))
        apart = self.random.choice(("\n", "\n\n"))
        count = self.random.randint(1, 5)
        return apart.join(mark.format(n=n) + self.capital(4) for n in range(1, count + 1))

    def chronology(self) -> str:
        apart, sign = self.random.choice(("\n", "\n\n")), self.random.choice((": ", " ", " – "))
        return apart.join(
            f"{self.random.choice(_MONTHS)}{sign}{self.capital(5)}"
            for _ in range(self.random.randint(1, 4))
        )

    def table(self) -> str:
        between = self.random.choice(("\t", " | ", ", "))
        return "\n".join(
            between.join(self.capital(2) for _ in range(3))
            for _ in range(self.random.randint(1, 3))
        )

    def front_matter(self) -> str:
        return f"---\ntitle: {self.capital(3)}\ntags: [{self.some(1)}, {self.some(1)}]\n---"

    def quotation(self) -> str:
        return "\n".join(f"> {self.sentence()}" for _ in range(self.random.randint(1, 3)))

    def code(self) -> str:
        return f"```\n{self.some(3)} = {self.some(1)}(1)\n```"

    def footnote(self) -> str:
        return f"{self.capital(4)}.[^1]\n\n[^1]: {self.capital(5)}.\n    {self.some(2)}"

    def references(self) -> str:
        heads = ("# Notes", "## References", "References", "== Notes ==", "Footnotes:")
        heading = self.random.choice(heads)
        mark = self.random.choice(("{n}. ", "[{n}] ", "{n}) ", "^{n} ", "- "))
        lines = [mark.format(n=n) + self._reference() for n in range(1, self.random.randint(2, 5))]
        return f"{heading}\n{self.random.choice(('', chr(10)))}" + "\n".join(lines)

    def _reference(self) -> str:
        form = self.random.choice(_REFERENCES)
        return form.format(self.capital(1), self.some(3), self.some(2))


_BLOCKS: tuple[Callable[[_Making], str], ...] = (
    _Making.paragraph, _Making.paragraph, _Making.line, _Making.heading, _Making.headings,
    _Making.list, _Making.chronology, _Making.table, _Making.front_matter, _Making.quotation,
    _Making.code, _Making.footnote, _Making.references,
)  # fmt: skip


def documents(count: int, seed: int) -> Iterator[tuple[str, Made]]:
    """Documents with the script of each, in turn."""
    random = Random(seed)
    vocabularies = {script: words(script, 300, random) for script in SCRIPTS}
    for number in range(count):
        script = [*SCRIPTS][number % len(SCRIPTS)]
        yield script, document(vocabularies[script], random)
