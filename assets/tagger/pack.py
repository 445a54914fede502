"""Packs what `train.py` has learnt into `careful.rten`: weights as 8-bit whole numbers, one sentence chunk a run.

    python pack.py --out DIR
"""

import argparse, pathlib, subprocess
import torch, torch.nn as nn
from onnxruntime.quantization import QuantType, quantize_dynamic
from train import Tagger


class OneChunk(nn.Module):
    """The tagger on one chunk without padding: (1, pieces) numbers to (1, pieces, tags) log chances."""

    def __init__(self, tagger):
        super().__init__()
        self.tagger = tagger

    def forward(self, ids, cases):
        return torch.log_softmax(self.tagger(ids, cases, torch.ones_like(ids, dtype=torch.float32)), -1)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", required=True)
    out = pathlib.Path(parser.parse_args().out)
    weights = torch.load(out / "careful.pt", weights_only=True)
    model = Tagger(weights["words.weight"].shape[0])
    model.load_state_dict(weights)
    model.eval()
    ids = torch.randint(5, 1000, (1, 40))
    torch.onnx.export(
        OneChunk(model), (ids, torch.zeros_like(ids)), out / "careful.f32.onnx", opset_version=17,
        input_names=["ids", "cases"], output_names=["chances"],
        dynamic_axes={"ids": {1: "pieces"}, "cases": {1: "pieces"}, "chances": {1: "pieces"}})
    quantize_dynamic(out / "careful.f32.onnx", out / "careful.onnx", weight_type=QuantType.QInt8, per_channel=True,
                     op_types_to_quantize=["MatMul", "Gather"])
    subprocess.run(["rten-convert", out / "careful.onnx", out / "careful.rten"], check=True)


if __name__ == "__main__":
    main()
