"""Intermediate tensors of a network, recorded while it runs on calibration inputs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

import onnx
from onnx import helper

from okng.models.arrays import AnyArray
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine


def intermediate_tensors(
    network: onnx.ModelProto, names: Collection[str], pictures: Sequence[Mapping[str, AnyArray]]
) -> Iterator[Mapping[str, AnyArray]]:
    """Inputs, outputs and the named tensors for each of `pictures`, given as inputs by name."""
    extended = onnx.ModelProto()
    extended.CopyFrom(network)
    existing = {tensor.name for tensor in (*network.graph.input, *network.graph.output)}
    extended.graph.output.extend(
        helper.make_empty_tensor_value_info(name) for name in sorted(set(names) - existing)
    )
    engine = OnnxRuntimeEngine(extended.SerializeToString())
    for inputs in pictures:
        yield {**inputs, **engine.run(inputs)}
