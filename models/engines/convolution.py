"""Convolution of an ONNX graph, and the input patches that its sums are computed from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import onnx

from okng.models.arrays import Float32Array


@dataclass(frozen=True)
class Convolution:
    """A two-dimensional convolution, over the height and width of a tensor."""

    source: str
    """Name of the input tensor."""
    output: str
    weights: Float32Array
    """[O, C / groups, h, w]."""
    groups: int
    strides: tuple[int, int]
    pads: tuple[int, int, int, int]
    """Zero padding of the input: top, left, bottom, right."""

    @classmethod
    def of(cls, node: onnx.NodeProto, constants: Mapping[str, Float32Array]) -> Convolution | None:
        """The convolution of a node; None for other operators, dilations and automatic padding."""
        if node.op_type != "Conv" or node.input[1] not in constants:
            return None
        weights = constants[node.input[1]]
        attributes = {
            attribute.name: onnx.helper.get_attribute_value(attribute)
            for attribute in node.attribute
        }
        if weights.ndim != 4 or set(attributes.get("dilations", [1])) != {1}:
            return None
        if attributes.get("auto_pad", b"NOTSET") != b"NOTSET":
            return None
        top, left, bottom, right = attributes.get("pads", [0, 0, 0, 0])
        down, across = attributes.get("strides", [1, 1])
        return cls(
            node.input[0],
            node.output[0],
            weights,
            attributes.get("group", 1),
            (down, across),
            (top, left, bottom, right),
        )

    @property
    def products(self) -> int:
        """Number of products in one sum of the convolution."""
        return int(np.prod(self.weights.shape[1:]))

    def patches(
        self, tensor: Float32Array, count: int, generator: np.random.Generator
    ) -> Float32Array:
        """Patches of the input [B, C, H, W], one per sum, as [groups, sums, products].

        The order is arbitrary; of more than `count` patches, `count` are drawn at random.
        """
        top, left, bottom, right = self.pads
        padded = np.pad(tensor, ((0, 0), (0, 0), (top, bottom), (left, right)))
        windows = np.lib.stride_tricks.sliding_window_view(padded, self.weights.shape[2:], (2, 3))
        windows = windows[:, :, :: self.strides[0], :: self.strides[1]]
        batch, _, height, width = windows.shape[:4]
        total = batch * height * width
        places = generator.choice(total, min(count, total), replace=False)
        picture, row, column = np.unravel_index(places, (batch, height, width))
        drawn = windows[picture, :, row, column]
        grouped = drawn.reshape(len(places), self.groups, self.products)
        return np.ascontiguousarray(grouped.transpose(1, 0, 2))
