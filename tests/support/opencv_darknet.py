"""OpenCV's own reader of darknet's files, as the measure of ours."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import onnx

from okng.models.detection.darknet import DarknetNetwork

OPENCV_EPSILON = 1e-6
"""Of its batch normalisation; darknet's is 1e-5."""

Array = npt.NDArray[np.float32]


def with_heads(model: bytes) -> bytes:
    """The model with its raw heads as outputs besides."""
    proto = onnx.load_from_string(model)
    for tensor in [name for node in proto.graph.node for name in node.output]:
        if tensor.startswith("head_"):
            info = onnx.helper.make_tensor_value_info(tensor, onnx.TensorProto.FLOAT, None)
            proto.graph.output.append(info)
    return bytes(proto.SerializeToString())


def by_opencv(
    cfg: Path, weights: Path, network: DarknetNetwork, picture: npt.NDArray[np.uint8]
) -> list[tuple[Array, Array]]:
    """Of every head the raw tensor and the decoded rows of OpenCV's reader, for RGB [H, W, 3]."""
    net = cv2.dnn.readNetFromDarknet(str(cfg), str(weights))
    net.setInput(cv2.dnn.blobFromImage(picture, 1 / 255))
    numbers = [i for i, layer in enumerate(network.layers) if layer in network.heads]
    raw = net.forward([f"conv_{number - 1}" for number in numbers])
    # OpenCV takes the logistic of the scaled nets' heads in its yolo layer.
    raw = [
        1 / (1 + np.exp(-one)) if head.new_coords else one
        for head, one in zip(network.heads, raw, strict=True)
    ]
    return list(zip(raw, net.forward([f"yolo_{number}" for number in numbers]), strict=True))
