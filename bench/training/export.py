"""Makes what is shipped of a trained network: `python -m bench.training.export TRAINED FOLDER`.

The weights as 8-bit integers in ONNX, which onnxruntime reads, with the tokenizer's table. The
folder's README.md is its card and is written by hand.
"""

import hashlib
import json
import sys
import warnings
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from bench.training.names import Network, base_folder
from loccit.mentions.names.network.tokens import LABELS, TOKENS_VERSION

FILES = ("weights.onnx", "tokenizer.json", "model.json")


def export(trained: Path, folder: Path) -> None:
    """Writes `FILES` into `folder`; `trained` is what training kept."""
    state = torch.load(trained, weights_only=True)
    state = state.get("network", state)
    network = Network(state["word.weight"].shape[0])
    network.load_state_dict(state)
    network.eval()
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as beside, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        whole = Path(beside) / "whole.onnx"
        given = (torch.ones(2, 9, dtype=torch.long), torch.ones(2, 9, dtype=torch.long),
                 torch.ones(2, 9, dtype=torch.long))  # fmt: skip
        torch.onnx.export(
            network, given, str(whole), dynamo=False, opset_version=17,
            input_names=["pieces", "shapes", "there"], output_names=["scores"],
            dynamic_axes={
                name: {0: "batch", 1: "length"} for name in ("pieces", "shapes", "there", "scores")
            },
        )  # fmt: skip
        quantize_dynamic(
            whole, folder / "weights.onnx", weight_type=QuantType.QInt8, per_channel=True,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        )  # fmt: skip
    (folder / "tokenizer.json").write_bytes((base_folder() / "tokenizer.json").read_bytes())
    known = {
        "labels": LABELS,
        "tokens": TOKENS_VERSION,
        "sha256": hashlib.sha256((folder / "weights.onnx").read_bytes()).hexdigest(),
        "base_sha256": hashlib.sha256(
            (base_folder() / "model.safetensors").read_bytes()
        ).hexdigest(),
    }
    (folder / "model.json").write_text(json.dumps(known, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    export(Path(sys.argv[1]), Path(sys.argv[2]))
