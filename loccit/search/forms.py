"""Every form of the query language, each with an example that finds something in this index."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loccit.engines.deadline import Deadline, OutOfTime
from loccit.engines.engine import Engine
from loccit.search.query.fields import search_fields
from loccit.search.query.parser import parse
from loccit.search.samples import Sample, sampled


@dataclass(frozen=True, slots=True)
class Form:
    """`pattern` has the names of what stands in it in braces; `otherwise` is an example for an
    index that has none of it."""

    pattern: str
    otherwise: str
    gloss: str


@dataclass(frozen=True, slots=True)
class Group:
    heading: str
    forms: tuple[Form, ...]


_FORMS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "Words": (
        ("{word} {other}", "air strikes",
         "both words, in any form; capitals and accents don’t matter"),
        ('"{phrase}"', '"air strikes"', "the words next to each other, in this order"),
        ('"{near}"~5', '"air strikes"~5',
         "the words in this order, at most five others between them"),
        ("{hyphened}", "al-Assad", "a word with a hyphen or a full stop is read as a phrase"),
        ("{beginning}*", "rebel*", "words that begin so"),
        ("*{ending}", "*ment", "words that end so; a star is any letters, anywhere in a word"),
        ("{hole}", "w?r", "a question mark inside a word is one letter"),
        ("{slip}~", "damascas~", "words spelled much like it; the word’s length says how much"),
        ("{slip}~1", "damascas~1", "with one letter added, left out, changed or swapped"),
        ("{slip}~2", "damascas~2", "with two"),
        ("={word}", "=raids", "just this form of the word, with its accents"),
        ('="{phrase}"', '="air strikes"', "just these forms, next to each other"),
        ("{year}", "2015", "a year that the passage mentions or is dated to"),
        ("{first_year}..{last_year}", "2012..2014", "a range alone is a date"),
    ),
    "Combining parts": (
        ("{word} AND {other}", "russia AND turkey", "both; a space says the same"),
        ("{word} && {other}", "russia && turkey", "both"),
        ("{word} OR {third}", "russia OR turkey", "either"),
        ("{word} | {third}", "russia | turkey", "either"),
        ("{word} OR {third} {other}", "russia OR turkey 2015",
         "the last, and one of the two: OR binds closer than a space"),
        ("({word} {other}) OR {third}", "(air strikes) OR shelling",
         "both of the first two, or the third"),
        ("{word} -{third}", "idlib -raid", "the first and not the second"),
        ("{word} NOT {third}", "idlib NOT raid", "the same"),
        ('{third} -"{phrase}"', 'idlib -"air strikes"', "without a phrase"),
        ("{word} -place:{place}", "raid -place:Idlib", "without a field"),
        ("{third} -({word} {other})", "idlib -(raid truce)", "without both together"),
        ("place:({place} OR {place2})", "place:(Aleppo OR Homs)",
         "any of several values of a field"),
        ("place:({place} AND {place2})", "place:(Aleppo AND Homs)", "all of them"),
    ),
    "Citations": (
        ("cite:{number}", "cite:48", "this citation number, anywhere in the passage"),
        ("[{number}]", "[48]", "the same"),
        ("cite:{number}..{up_to}", "cite:40..60", "a number in the range"),
        ("cite:{number}..", "cite:40..", "a number from there on"),
        ("cite:..{up_to}", "cite:..60", "a number up to it"),
        ("cite:{cited}", "cite:syrian-civil-war#48", "a number of one document"),
        ("cite:{label}", 'cite:"Munro 2011"', "an author’s work of a year, or a note"),
        ("cite:any", "cite:any", "any citation"),
        ("cite:none", "cite:none", "no citation"),
        ("citations:2", "citations:2", "so many citations"),
        ("citations:3..", "citations:3..", "three or more"),
        ("citations:2..4", "citations:2..4", "two to four"),
        ("citations:..1", "citations:..1", "one at most"),
        ("source:{source}", 'source:"Human Rights Watch"',
         "a citation whose source has these words"),
        ("cites:{work}", "cites:a-modest-proposal-1729",
         "a citation whose source is this document of the library"),
    ),
    "Dates": (
        ("date:{year}", "date:2012", "a date that falls in the year, or may"),
        ("date:{month}", "date:2012-10", "in the month"),
        ("date:{day}", "date:2012-10-06", "on the day"),
        ("date:{first_year}..{last_year}", "date:2012..2014", "from one to the other"),
        ("date:{year}..", "date:2015..", "from then on"),
        ("date:..{year}", "date:..2015", "up to then"),
        ('date:"{day_words}"', 'date:"6 October 2012"', "a date in words"),
        ('date:"{month_words}"', 'date:"early July 2012"', "in part of a month or year"),
        ('date:"{decade}"', 'date:"the 1990s"', "in a decade, a century, a season"),
        ('date:"from {first_year} to {last_year}"', 'date:"from 2012 to 2014"',
         "in a range in words"),
        ("date:{month_name}", "date:october", "in that month of any year, or of none"),
        ("date:none", "date:none", "no date at all"),
        ("within:{year}", "within:2012", "a date that falls wholly then"),
        ("before:{last_year}", "before:2015", "a date before"),
        ("after:{first_year}", "after:2015", "a date after"),
    ),
    "Names": (
        ("person:{person}", 'person:"Barack Obama"', "a person, in any spelling"),
        ("org:{organisation}", 'org:"Free Syrian Army"', "an organisation"),
        ("place:{place}", "place:Idlib", "a place"),
        ("group:{group}", "group:Kurds", "a nationality, faith or other group"),
        ("event:{event}", 'event:"World War II"', "an event"),
        ("other:{other_name}", 'other:"Chemical Weapons Convention"', "any other name"),
        ("entity:{place}", "entity:ISIL", "a name of any type"),
    ),
    "Documents": (
        ("doc:{document}", "doc:syrian-civil-war", "in this document"),
        ("page:{page}", "page:48", "that begin on this page, as printed"),
        ("title:{title}", 'title:"civil war"', "in documents with these words in the title"),
        ("section:{section}", "section:history", "under a heading with these words"),
        ("heading:{heading}", 'heading:"Early life"', "under exactly this heading"),
        ("like:{passage}", "like:syrian-civil-war#3", "passages that share its rarest words"),
    ),
}  # fmt: skip
"""Under their headings: pattern, otherwise, gloss of each `Form`."""
FORMS = tuple(
    Group(heading, tuple(Form(*each) for each in forms)) for heading, forms in _FORMS.items()
)
_NAMED = re.compile(r"{(\w+)}")


@dataclass(frozen=True, slots=True)
class Example:
    """A form as it may be typed; it finds `total` passages, 0 where this index has none of it."""

    typed: str
    gloss: str
    total: int


@dataclass(frozen=True, slots=True)
class Examples:
    heading: str
    examples: tuple[Example, ...]


def examples(engine: Engine, until: Deadline) -> tuple[Examples, ...]:
    """Every form with an example of this index; where time runs out, with those that suit any."""
    try:
        return _counted(engine, sampled(engine, until), until)
    except OutOfTime:
        return _counted(engine, {}, None)


def _counted(engine: Engine, sample: Sample, until: Deadline | None) -> tuple[Examples, ...]:
    groups = [*FORMS, *_others()]
    typed = [_filled(form, sample) for group in groups for form in group.forms]
    totals = iter(_totals(engine, typed, until) if until else [0] * len(typed))
    return tuple(
        Examples(group.heading, tuple(_example(form, sample, next(totals)) for form in group.forms))
        for group in groups
    )


def _example(form: Form, sample: Sample, total: int) -> Example:
    return Example(_filled(form, sample) if total else form.otherwise, form.gloss, total)


def _filled(form: Form, sample: Sample) -> str:
    """The pattern with what the index has; what suits any index if it lacks something."""
    wanted = _NAMED.findall(form.pattern)
    if not all(name in sample for name in wanted):
        return form.otherwise
    return _NAMED.sub(lambda match: sample[match[1]], form.pattern)


def _totals(engine: Engine, typed: Sequence[str], until: Deadline) -> list[int]:
    parsed = [parse(each, engine, until) for each in typed]
    until.check()
    answers = engine.answer([each.request() for each in parsed], until)
    return [
        0 if each.problems else answer.total for each, answer in zip(parsed, answers, strict=True)
    ]


def _others() -> Iterator[Group]:
    """Fields that no form above asks."""
    asked = {
        form.pattern.partition(":")[0].split()[-1].lstrip("-") for g in FORMS for form in g.forms
    }
    others = [each for each in search_fields() if each.name not in asked]
    if others:
        forms = (Form(each.example, each.example, each.gloss) for each in others)
        yield Group("Other fields", tuple(forms))
