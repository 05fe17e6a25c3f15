"""Builder of ONNX graphs: adds nodes and constants under unique names.

Graphs use opset 13, which ONNX Runtime, OpenVINO and TensorRT from 8 on support; a graph built
around another program's has the opset of that one.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

from okng.models.arrays import AnyArray

OPSET = 13
IR_VERSION = 8

Shape = Sequence[int | str]
_Named = TypeVar("_Named", onnx.NodeProto, TensorProto)


class GraphBuilder:
    """Collects nodes and constants, and builds a model from them."""

    def __init__(self) -> None:
        self._nodes: list[onnx.NodeProto] = []
        self._initializers: list[TensorProto] = []
        self._applied: dict[str, int] = {}
        self._opsets = [helper.make_opsetid("", OPSET)]
        self._ir_version = IR_VERSION

    def include(self, model: onnx.ModelProto) -> None:
        """Add the nodes and constants of `model` under their names, and take its opset."""
        self._nodes += model.graph.node
        self._initializers += model.graph.initializer
        self._opsets = list(model.opset_import)
        self._ir_version = max(self._ir_version, model.ir_version)

    def apply(self, model: onnx.ModelProto, inputs: Mapping[str, str]) -> dict[str, str]:
        """Add the nodes of `model` with these tensors as inputs; its constants are added only once.

        `inputs` maps names of the model's inputs to tensors of this graph; the result maps its
        outputs likewise. The model must have this graph's opset, and a unique name.
        """
        prefix = model.graph.name
        times = self._applied[prefix] = self._applied.get(prefix, 0) + 1
        names = {"": "", **inputs}
        for constant in model.graph.initializer:
            names[constant.name] = f"{prefix}.{constant.name}"
            if times == 1:
                self._initializers.append(_renamed(constant, names[constant.name]))
        for node in model.graph.node:
            names |= {output: f"{prefix}.{times}.{output}" for output in node.output}
            copy = _renamed(node, f"{prefix}.{times}.{node.name}")
            copy.input[:] = [names[name] for name in node.input]
            copy.output[:] = [names[name] for name in node.output]
            self._nodes.append(copy)
        return {output.name: names[output.name] for output in model.graph.output}

    def add(self, op: str, *inputs: str, **attributes: Any) -> str:
        """Add one node of operator `op` and return the name of its output."""
        output = f"{op.lower()}_{len(self._nodes)}"
        self._nodes.append(helper.make_node(op, list(inputs), [output], name=output, **attributes))
        return output

    def image_planes(self, image: str) -> str:
        """Add the conversion of an image uint8 [1, H, W, 3] to float32 [1, 3, H, W] in 0..1."""
        planes = self.add(
            "Transpose", self.add("Cast", image, to=TensorProto.FLOAT), perm=[0, 3, 1, 2]
        )
        return self.add("Mul", planes, self.constant(1 / 255))

    def slice(self, tensor: str, axis: int, start: int, end: int) -> str:
        """Add the slice of a tensor from `start` to before `end` along an axis."""
        return self.add("Slice", tensor, self.shape(start), self.shape(end), self.shape(axis))

    def top_k(self, values: str, count: int) -> str:
        """Add a TopK node: the highest `count` values of the last axis, without their indices."""
        output = f"topk_{len(self._nodes)}"
        outputs = [output, f"{output}_indices"]
        inputs = [values, self.shape(count)]
        self._nodes.append(helper.make_node("TopK", inputs, outputs, name=output))
        return output

    def constant(
        self, value: npt.ArrayLike, dtype: npt.DTypeLike = np.float32, name: str | None = None
    ) -> str:
        """Add a constant tensor and return its name, which is `name` if given."""
        name = name or f"constant_{len(self._initializers)}"
        array = np.ascontiguousarray(np.asarray(value, dtype=dtype))
        self._initializers.append(numpy_helper.from_array(array, name))
        return name

    def shape(self, *sizes: int) -> str:
        """Add an int64 constant, as for Reshape and Unsqueeze, and return its name."""
        return self.constant(sizes, np.int64)

    def rename(self, tensor: str, name: str) -> str:
        """Give a tensor a public name, which graph outputs need; returns `name`."""
        self._nodes.append(helper.make_node("Identity", [tensor], [name], name=name))
        return name

    def model(
        self,
        name: str,
        inputs: Mapping[str, tuple[int, Shape]],
        outputs: Mapping[str, tuple[int, Shape]],
    ) -> bytes:
        """Build the model, check it, and serialise it.

        Inputs and outputs are given as name -> (`TensorProto` element type, shape).

        Raises `onnx.checker.ValidationError` or `onnx.shape_inference.InferenceError` where the
        graph is not valid.
        """
        graph = helper.make_graph(
            self._nodes,
            name,
            [helper.make_tensor_value_info(k, t, list(s)) for k, (t, s) in inputs.items()],
            [helper.make_tensor_value_info(k, t, list(s)) for k, (t, s) in outputs.items()],
            self._initializers,
        )
        model = helper.make_model(
            graph,
            producer_name="okng",
            ir_version=self._ir_version,
            opset_imports=self._opsets,
        )
        onnx.checker.check_model(model)
        inferred = onnx.shape_inference.infer_shapes(model, check_type=True, strict_mode=True)
        return bytes(inferred.SerializeToString())


def _renamed(message: _Named, name: str) -> _Named:
    copy = type(message)()
    copy.CopyFrom(message)
    copy.name = name
    return copy


def constants(model: bytes) -> dict[str, AnyArray]:
    """The constants of a model's graph by name.

    Raises `google.protobuf.message.DecodeError` where `model` is no ONNX.
    """
    tensors = onnx.load_from_string(model).graph.initializer
    return {tensor.name: numpy_helper.to_array(tensor) for tensor in tensors}
