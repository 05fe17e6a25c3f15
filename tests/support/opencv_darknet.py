"""OpenCV's reader of darknet files, as the reference for ours."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import onnx

from okng.models.arrays import Float32Array, Uint8Array
from okng.models.detection.darknet import DarknetNetwork

OPENCV_EPSILON = 1e-6
"""Epsilon of OpenCV's batch normalisation; darknet's is 1e-5."""


def with_heads(model: bytes) -> bytes:
    """The model with its raw heads as additional outputs."""
    proto = onnx.load_from_string(model)
    for tensor in [name for node in proto.graph.node for name in node.output]:
        if tensor.startswith("head_"):
            info = onnx.helper.make_tensor_value_info(tensor, onnx.TensorProto.FLOAT, None)
            proto.graph.output.append(info)
    return bytes(proto.SerializeToString())


def by_opencv(
    cfg: Path, weights: Path, network: DarknetNetwork, picture: Uint8Array
) -> list[tuple[Float32Array, Float32Array]]:
    """The raw tensor and decoded rows of every head by OpenCV's reader, for RGB [H, W, 3]."""
    net = cv2.dnn.readNetFromDarknet(str(cfg), str(weights))
    net.setInput(cv2.dnn.blobFromImage(picture, 1 / 255))
    numbers = [i for i, layer in enumerate(network.layers) if layer in network.heads]
    raw = net.forward([f"conv_{number - 1}" for number in numbers])
    # OpenCV applies the logistic function of scaled networks' heads in its yolo layer.
    raw = [
        1 / (1 + np.exp(-output)) if head.new_coords else output
        for head, output in zip(network.heads, raw, strict=True)
    ]
    return list(zip(raw, net.forward([f"yolo_{number}" for number in numbers]), strict=True))
