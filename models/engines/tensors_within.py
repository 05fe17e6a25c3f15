"""What lies inside of a network while it looks at pictures."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

import onnx
from onnx import helper

from okng.models.engines.engine import Array
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine


def tensors_within(
    network: onnx.ModelProto, names: Collection[str], pictures: Sequence[Mapping[str, Array]]
) -> Iterator[Mapping[str, Array]]:
    """Inputs, outputs and the tensors of these names, for each of `pictures`, inputs by name."""
    shown = onnx.ModelProto()
    shown.CopyFrom(network)
    there = {one.name for one in (*network.graph.input, *network.graph.output)}
    shown.graph.output.extend(
        helper.make_empty_tensor_value_info(name) for name in sorted(set(names) - there)
    )
    engine = OnnxRuntimeEngine(shown.SerializeToString())
    for inputs in pictures:
        yield {**inputs, **engine.run(inputs)}
