"""The network's weights and its table of pieces, as a folder: loaded, checked and asked."""

import hashlib
import json
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from loccit.mentions.names.network.likely import names
from loccit.mentions.names.network.stretches import Stretch, batches, stretches
from loccit.mentions.names.network.tokens import LABELS, TOKENS_VERSION, Pieces
from loccit.mentions.names.network.whole import LikelySpan
from loccit.model.errors import LoccitError

OPENS, CLOSES, UNKNOWN = 101, 102, 100
"""BERT's pieces [CLS], [SEP] and [UNK]."""


class Unfit(LoccitError):
    """The folder holds no weights that can be read; says why."""


class Network:
    """Weights in use. onnxruntime and tokenizers are imported when they are loaded."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        """Loads the weights of a folder; raises Unfit, or ImportError without onnxruntime."""
        weights = _checked(folder)
        runtime = import_module("onnxruntime")
        tokenizers = import_module("tokenizers")
        options = runtime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._session: Any = runtime.InferenceSession(
                weights, options, providers=["CPUExecutionProvider"]
            )
            table: Any = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
        except Exception as error:
            raise Unfit(f"can't be read: {error}") from error
        table.no_padding()
        table.no_truncation()
        self._pieces = Pieces(lambda word: _encoded(table, word))

    def read(self, texts: Sequence[str]) -> list[list[LikelySpan]]:
        """The names of each text, in order."""
        given = list(stretches(texts, self._pieces))
        found: list[list[LikelySpan]] = [[] for _ in texts]
        for batch in batches(given):
            own = [given[at] for at in batch]
            for stretch, scores in zip(own, self._scores(own), strict=True):
                for name in names(_likelihoods(scores[stretch.firsts])):
                    start, end = stretch.words[name.first].start, stretch.words[name.last - 1].end
                    found[stretch.text].append((start, end, name.types))
        return [sorted(each, key=lambda span: span[:2]) for each in found]

    def _scores(self, batch: Sequence[Stretch]) -> list[NDArray[np.float32]]:
        """Scores of labels for the pieces of each stretch."""
        length = max(len(each.pieces) for each in batch) + 2
        pieces, shapes, there = np.zeros((3, len(batch), length), dtype=np.int64)
        for row, each in enumerate(batch):
            own = len(each.pieces)
            pieces[row, 0], pieces[row, own + 1] = OPENS, CLOSES
            pieces[row, 1 : own + 1] = each.pieces
            shapes[row, 1 : own + 1] = each.shapes
            there[row, : own + 2] = 1
        given = {"pieces": pieces, "shapes": shapes, "there": there}
        (scores,) = self._session.run(None, given)
        return [
            scores[row, 1 : len(each.pieces) + 1].astype(np.float32)
            for row, each in enumerate(batch)
        ]


def _checked(folder: Path) -> bytes:
    """The weights of a folder, if they are whole and of the version that is read here."""
    try:
        known = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        weights = (folder / "weights.onnx").read_bytes()
    except (OSError, ValueError) as error:
        raise Unfit(f"can't be read: {error}") from error
    if not isinstance(known, dict) or known.get("tokens") != TOKENS_VERSION:
        raise Unfit("is of another version of Loccit")
    if known.get("labels") != list(LABELS):
        raise Unfit("has other types of names")
    if hashlib.sha256(weights).hexdigest() != known.get("sha256"):
        raise Unfit("is damaged: its weights don't have the checksum that it states")
    return weights


def _encoded(table: Any, word: str) -> list[int]:
    return table.encode(word, add_special_tokens=False).ids or [UNKNOWN]


def _likelihoods(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Softmax of each row."""
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: NDArray[np.float32] = powers / powers.sum(axis=1, keepdims=True)
    return shares
