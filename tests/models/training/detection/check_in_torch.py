"""Run in the training environment: the torch module against the ONNX graph, and the loss by hand.

python tests/models/training/detection/check_in_torch.py CFG WEIGHTS [CFG WEIGHTS ...]

Prints, as JSON, for each network the largest differences of boxes (as a share of the input's size),
objectness and scores, and whether the weights come out as they went in; and values of CIoU.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import onnxruntime
import torch

from okng.models.detection.darknet import read_network
from okng.models.detection.graph_outputs import BOXES, IMAGE, OBJECTNESS, SCORES
from okng.models.training.detection.box_decoding import BoxDecoder
from okng.models.training.detection.darknet_module import DarknetModule
from okng.models.training.detection.loss import complete_iou


def compare(cfg: Path, weights: Path) -> dict[str, object]:
    network = read_network(cfg)
    module = DarknetModule(network, weights).eval()
    size = network.input.height
    picture = np.random.default_rng(1).integers(0, 256, (1, size, size, 3), np.uint8)
    with torch.no_grad():
        tensor = torch.from_numpy(picture).permute(0, 3, 1, 2).float() / 255
        rows = BoxDecoder(network.heads)(module(tensor))
    objectness = rows.objectness.sigmoid()
    learnt = [rows.boxes / size, objectness, rows.classes.sigmoid() * objectness[..., None]]
    session = onnxruntime.InferenceSession(
        network.to_onnx(weights), providers=["CPUExecutionProvider"]
    )
    boxes, *scores = session.run([BOXES, OBJECTNESS, SCORES], {IMAGE: picture})
    differences = [
        float(np.abs(in_torch.numpy() - in_onnx).max())
        for in_torch, in_onnx in zip(learnt, [boxes / size, *scores], strict=True)
    ]
    return {
        "differences": differences,
        "same_weights": module.to_weights() == weights.read_bytes(),
        "shared": len(module.shared_layers()),
    }


def overlaps() -> list[float]:
    boxes = torch.tensor([[0, 0, 4, 4], [0, 0, 4, 4], [0, 0, 4, 4.0]])
    targets = torch.tensor([[0, 0, 4, 4], [2, 0, 6, 4], [0, 0, 4, 8.0]])
    return complete_iou(boxes, targets).tolist()


if __name__ == "__main__":
    files = [Path(argument) for argument in sys.argv[1:]]
    networks = {
        str(cfg): compare(cfg, weights)
        for cfg, weights in zip(files[::2], files[1::2], strict=True)
    }
    print(json.dumps({"networks": networks, "overlaps": overlaps()}))
