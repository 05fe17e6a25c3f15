"""`[yolo]`: a detection head, and the decoding of its boxes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from okng.models.arrays import Float64Array
from okng.models.detection.darknet.cfg_file import CfgSection
from okng.models.detection.darknet.layer import (
    DarknetLayer,
    FeatureShape,
    OnnxEmission,
    PrecedingLayers,
)
from okng.models.detection.graph_outputs import DecodedTensors
from okng.models.onnx.graph import GraphBuilder

BOX_NUMBERS = 5
"""Numbers of a box before its class scores: x, y, width, height and objectness."""


@dataclass(frozen=True)
class YoloHead(DarknetLayer):
    """A head, with a box per cell and anchor; its tensor is called `head_<layer number>`."""

    input: FeatureShape
    anchors: tuple[tuple[float, float], ...]
    """Width and height in pixels of the network's input."""
    classes: int
    scale_xy: float
    new_coords: bool
    """As in the scaled networks: the layer before applies the logistic, and sizes are squared."""

    @classmethod
    def read(cls, section: CfgSection, before: PrecedingLayers) -> YoloHead:
        """The head that a `[yolo]` section describes, as `DarknetLayer.read` has it."""
        incoming = before.shape(before.last)
        anchors = _anchors(section)
        classes = section.integer("classes", 20, minimum=1)
        needed = len(anchors) * (classes + BOX_NUMBERS)
        if incoming.channels != needed:
            raise section.error(
                "classes",
                f"the layer before has {incoming.channels} filters; {len(anchors)} anchors with "
                f"{classes} classes need {len(anchors)} x ({classes} + {BOX_NUMBERS}) = {needed}",
            )
        return cls(
            section,
            (before.last,),
            incoming,
            input=before.input,
            anchors=anchors,
            classes=classes,
            scale_xy=section.number("scale_x_y", 1.0),
            new_coords=section.integer("new_coords", 0) != 0,
        )

    @property
    def box_count(self) -> int:
        """Number of boxes of this head."""
        return len(self.anchors) * self.output.height * self.output.width

    def emit(self, to: OnnxEmission, inputs: Sequence[str]) -> str:
        """Name the head's tensor in the graph, as `DarknetLayer.emit` requires."""
        return to.graph.rename(inputs[0], f"head_{self.sources[0] + 1}")

    def rows(self, graph: GraphBuilder, head: str) -> str:
        """Reshape a head's tensor to [1, boxes, 5 + classes], in the order anchor, row, column."""
        numbers, height, width = BOX_NUMBERS + self.classes, self.output.height, self.output.width
        split = graph.shape(1, len(self.anchors), numbers, height, width)
        boxes_first = graph.add(
            "Transpose", graph.add("Reshape", head, split), perm=[0, 1, 3, 4, 2]
        )
        return graph.add("Reshape", boxes_first, graph.shape(1, self.box_count, numbers))

    def places(self) -> tuple[Float64Array, Float64Array]:
        """Size and corner (x, y) of every box's cell, each in input pixels [boxes, 2].

        The corner includes the shift by `scale_x_y`: a centre lies at size * scale * p + corner.
        """
        height, width = self.output.height, self.output.width
        cell = np.array([self.input.width / width, self.input.height / height])
        rows, columns = np.mgrid[:height, :width]
        grid = np.stack([columns, rows], axis=-1).reshape(-1, 2)
        corners = (grid - (self.scale_xy - 1) / 2) * cell
        count = len(self.anchors)
        return np.tile(cell * self.scale_xy, (self.box_count, 1)), np.tile(corners, (count, 1))

    def sizes(self) -> Float64Array:
        """The anchor's width and height of every box, [boxes, 2]."""
        return np.repeat(self.anchors, self.output.height * self.output.width, axis=0)


def _anchors(section: CfgSection) -> tuple[tuple[float, float], ...]:
    numbers = section.numbers("anchors")
    count = section.integer("num", 1, minimum=1)
    if len(numbers) != 2 * count:
        raise section.error("anchors", f"are {len(numbers)} numbers; num={count} needs {2 * count}")
    mask = section.integers("mask") if "mask" in section.options else list(range(count))
    if not mask or not all(0 <= index < count for index in mask):
        raise section.error("mask", f"allowed are 0 to {count - 1}")
    return tuple((numbers[2 * index], numbers[2 * index + 1]) for index in mask)


def decode(graph: GraphBuilder, heads: Sequence[tuple[YoloHead, str]]) -> DecodedTensors:
    """Add the box decoding of all heads (`get_yolo_box` in darknet's yolo_layer.c)."""
    rows = [head.rows(graph, tensor) for head, tensor in heads]
    every = graph.add("Concat", *rows, axis=1) if len(rows) > 1 else rows[0]
    new_coords, classes = heads[0][0].new_coords, heads[0][0].classes
    chances = every if new_coords else graph.add("Sigmoid", every)
    cells, corners = (
        graph.constant(np.concatenate(parts)[None])
        for parts in zip(*(head.places() for head, _ in heads), strict=True)
    )
    anchors = np.concatenate([head.sizes() for head, _ in heads])[None]
    centre = graph.add("Add", graph.add("Mul", graph.slice(chances, 2, 0, 2), cells), corners)
    raw_size = graph.slice(every, 2, 2, 4)
    if new_coords:
        half = graph.add("Mul", graph.add("Mul", raw_size, raw_size), graph.constant(anchors * 2))
    else:
        half = graph.add("Mul", graph.add("Exp", raw_size), graph.constant(anchors / 2))
    boxes = graph.add(
        "Concat", graph.add("Sub", centre, half), graph.add("Add", centre, half), axis=2
    )
    objectness = graph.slice(chances, 2, 4, BOX_NUMBERS)
    of_classes = graph.slice(chances, 2, BOX_NUMBERS, BOX_NUMBERS + classes)
    return DecodedTensors(
        boxes=boxes,
        objectness=graph.add("Squeeze", objectness, graph.shape(2)),
        scores=graph.add("Mul", of_classes, objectness),
    )
