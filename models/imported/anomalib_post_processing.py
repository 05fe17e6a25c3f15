"""What anomalib's post-processor does at the end of an ONNX export, undone.

anomalib 2 moves and stretches score and map by the lowest and highest value of its validation
pictures, so that its own threshold becomes 0.5, and cuts off what is outside 0..1:

    normalised = Clip((raw - threshold) / (highest - lowest) + 0.5, 0, 1)

What is cut off can't be told apart any more: all clearly bad parts score 1. The raw tensor is in
the graph as well, and so are both numbers.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import onnx
from onnx import numpy_helper

_PASSING = {"Identity", "Cast", "Reshape", "Squeeze", "Unsqueeze", "Flatten"}


@dataclass(frozen=True)
class RawOutput:
    """An output before normalisation."""

    tensor: str
    threshold: float | None = None
    """Over which anomalib itself would say "anomalous", in the raw output's units."""
    clamped: bool = False
    """It is cut off to a range all the same."""
    probability: bool = False
    """It comes out of a sigmoid: values of very anomalous parts lie close together at 1."""


class OutputReader:
    """Follows the outputs of a model backwards."""

    def __init__(self, model: onnx.ModelProto) -> None:
        self._made_by = {output: node for node in model.graph.node for output in node.output}
        self._constants = {
            tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer
        }

    def raw(self, output: str, label: str) -> RawOutput:
        """`output` as it was before normalisation; `label` is the output with its verdicts."""
        threshold = self._label_threshold(label, output)
        normalised = self._back(output)
        if normalised is not None and normalised.op_type == "Where":
            # Where no validation picture was scored, nothing is normalised: Where(known, x, raw).
            shift = self._shift(normalised.input[1], normalised.input[2])
            if shift is not None:
                middle, extent = shift
                own = middle if threshold is None else middle + (threshold - 0.5) * extent
                return RawOutput(normalised.input[2], own, *self._kind(normalised.input[2]))
        return RawOutput(output, threshold, *self._kind(output))

    def _shift(self, normalised: str, raw: str) -> tuple[float, float] | None:
        """Threshold and extent in Where(_, _, Clip(Add(Div(Sub(raw, threshold), extent), _)))."""
        values = []
        tensor = normalised
        for operator, side in (("Where", 2), ("Clip", 0), ("Add", 0), ("Div", 0), ("Sub", 0)):
            node = self._made_by.get(tensor)
            if node is None or node.op_type != operator:
                return None
            if operator in ("Div", "Sub"):
                value = self._scalar(node.input[1])
                if value is None:
                    return None
                values.append(value)
            tensor = node.input[side]
        return (values[1], values[0]) if tensor == raw else None

    def _label_threshold(self, label: str, output: str) -> float | None:
        node = self._back(label)
        if node is None or node.op_type != "Greater" or node.input[0] != output:
            return None
        return self._scalar(node.input[1])

    def _kind(self, tensor: str) -> tuple[bool, bool]:
        node = self._back(tensor)
        operator = None if node is None else node.op_type
        return operator in ("Clip", "Min", "Max"), operator == "Sigmoid"

    def _back(self, tensor: str) -> onnx.NodeProto | None:
        """The node that makes the tensor's values; those that only pass them on are skipped."""
        node = self._made_by.get(tensor)
        while node is not None and node.op_type in _PASSING:
            node = self._made_by.get(node.input[0])
        return node

    def _scalar(self, tensor: str) -> float | None:
        value = self._constants.get(tensor)
        return None if value is None or value.size != 1 else float(np.ravel(value)[0])
