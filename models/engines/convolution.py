"""A convolution as the sums that it makes: which values of its input go into one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import onnx

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Convolution:
    """A convolution over the height and width of a tensor."""

    source: str
    """The tensor that it reads."""
    output: str
    weights: Floats
    """[O, C / groups, h, w]."""
    groups: int
    strides: tuple[int, int]
    pads: tuple[int, int, int, int]
    """Zeros around the input: top, left, bottom, right."""

    @classmethod
    def of(cls, node: onnx.NodeProto, constants: Mapping[str, Floats]) -> Convolution | None:
        """That of a node; None for other operators, and for dilations and automatic padding."""
        if node.op_type != "Conv" or node.input[1] not in constants:
            return None
        weights = constants[node.input[1]]
        said = {one.name: onnx.helper.get_attribute_value(one) for one in node.attribute}
        if weights.ndim != 4 or set(said.get("dilations", [1])) != {1}:
            return None
        if said.get("auto_pad", b"NOTSET") != b"NOTSET":
            return None
        top, left, bottom, right = said.get("pads", [0, 0, 0, 0])
        down, across = said.get("strides", [1, 1])
        return cls(
            node.input[0],
            node.output[0],
            weights,
            said.get("group", 1),
            (down, across),
            (top, left, bottom, right),
        )

    @property
    def products(self) -> int:
        """In one sum."""
        return int(np.prod(self.weights.shape[1:]))

    def patches(self, tensor: Floats, count: int, generator: np.random.Generator) -> Floats:
        """What goes into sums of the input [B, C, H, W], as [groups, sums, products].

        All sums, in any order; of more than `count`, so many drawn ones.
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
