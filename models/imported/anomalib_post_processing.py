"""Removal of anomalib's post-processing from the end of an ONNX export.

anomalib 2 normalises score and map by the lowest and highest value of its validation pictures, so
that its own threshold becomes 0.5, and clips them to 0..1:

    normalised = Clip((raw - threshold) / (highest - lowest) + 0.5, 0, 1)

Clipped values can't be told apart: all clearly bad parts score 1. The raw tensor is still in the
graph, and so are both constants.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import onnx
from onnx import numpy_helper

_PASSING = {"Identity", "Cast", "Reshape", "Squeeze", "Unsqueeze", "Flatten"}


@dataclass(frozen=True)
class RawOutput:
    """An output of the model before anomalib's normalisation."""

    tensor: str
    threshold: float | None = None
    """anomalib's own threshold, in the raw output's units."""
    clamped: bool = False
    """Whether the raw output itself is clipped to a range."""
    probability: bool = False
    """Whether it comes from a sigmoid: very anomalous parts then have nearly equal values at 1."""


class OutputReader:
    """Traces the outputs of a model back to their raw values."""

    def __init__(self, model: onnx.ModelProto) -> None:
        self._made_by = {output: node for node in model.graph.node for output in node.output}
        self._constants = {
            tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer
        }

    def raw(self, output: str, label: str) -> RawOutput:
        """The raw tensor of `output` before normalisation; `label` is the output with verdicts."""
        threshold = self._label_threshold(label, output)
        normalised = self._back(output)
        if normalised is not None and normalised.op_type == "Where":
            # Without scored validation pictures nothing is normalised: Where(known, x, raw).
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
        """The node that computes the tensor's values; nodes that only pass them on are skipped."""
        node = self._made_by.get(tensor)
        while node is not None and node.op_type in _PASSING:
            node = self._made_by.get(node.input[0])
        return node

    def _scalar(self, tensor: str) -> float | None:
        value = self._constants.get(tensor)
        return None if value is None or value.size != 1 else float(np.ravel(value)[0])
