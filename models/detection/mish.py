"""The activation Mish in two forms of plain ONNX operators that give the same numbers.

Mish(x) = x tanh(softplus(x)) (Misra, BMVC 2020). ONNX Runtime computes that operator by operator,
slowly; with q = sigmoid(-x)^2 the same is x (1 - q) / (1 + q), which it does in half the time.
OpenVINO knows the plain form and has one operation for it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Literal, TypeAlias

import numpy as np
import onnx
from onnx import numpy_helper

from okng.models.onnx_graph import GraphBuilder

MishForm = Literal["plain", "rational"]
Expression: TypeAlias = "str | float | tuple[str, *tuple[Expression, ...]]"
"""The variable `x`, a constant, or an operator over expressions."""

_SIGMOID: Expression = ("Sigmoid", ("Neg", "x"))
_Q: Expression = ("Mul", _SIGMOID, _SIGMOID)
_VARIABLE = ""
"""Stands for `x` among names of tensors, of which none is empty."""
FORMS: dict[MishForm, Expression] = {
    "plain": ("Mul", "x", ("Tanh", ("Softplus", "x"))),
    "rational": ("Mul", "x", ("Div", ("Sub", 1.0, _Q), ("Add", 1.0, _Q))),
}


def mish(graph: GraphBuilder, tensor: str, form: MishForm) -> str:
    """Add Mish of a tensor to the graph in one of its forms."""
    return _write(FORMS[form], tensor, graph.add, graph.constant)


def rewrite_mish(model: bytes, form: MishForm) -> bytes:
    """The ONNX model with every Mish in this form, wherever it had the other one.

    Works on graphs of any origin; a model without Mish comes back as it was.
    """
    other: MishForm = "plain" if form == "rational" else "rational"
    proto = onnx.load_from_string(model)
    write = partial(_replacement, proto.graph, FORMS[form])
    if not replace_mish(proto.graph, other, write):
        return model
    del proto.graph.value_info[:]
    return bytes(onnx.shape_inference.infer_shapes(proto).SerializeToString())


def replace_mish(
    graph: onnx.GraphProto,
    form: MishForm,
    write: Callable[[str, str], list[onnx.NodeProto] | None],
) -> int:
    """Put other nodes in the place of every Mish of this form; how many were replaced.

    `write` takes the name of the variable and of the result, and gives the nodes between them, or
    None, where this Mish is to stay.
    """
    found = _Occurrences(graph, FORMS[form])
    nodes: list[onnx.NodeProto] = []
    replaced = 0
    for node in graph.node:
        output = node.output[0] if node.output else ""
        variable = found.variables.get(output)
        instead = None if variable is None else write(variable, output)
        replaced += instead is not None
        nodes += [node] if instead is None else instead
    if replaced:
        _replace(graph, nodes, found.inner)
    return replaced


def _write(
    expression: Expression,
    variable: str,
    add: Callable[..., str],
    constant: Callable[[float], str],
) -> str:
    """Write an expression with `add(operator, *inputs)`, what occurs twice once."""
    done: dict[Expression, str] = {"x": variable}

    def write(part: Expression) -> str:
        if part not in done:
            assert not isinstance(part, str)
            done[part] = (
                constant(part)
                if isinstance(part, float)
                else add(part[0], *(write(operand) for operand in part[1:]))
            )
        return done[part]

    return write(expression)


class _Occurrences:
    """Where an expression stands in a graph."""

    def __init__(self, graph: onnx.GraphProto, expression: Expression) -> None:
        self._producers = {name: node for node in graph.node for name in node.output}
        self._constants = {
            tensor.name: float(numpy_helper.to_array(tensor).reshape(()))
            for tensor in graph.initializer
            if np.prod(tensor.dims) == 1
        }
        self.variables: dict[str, str] = {}
        """Tensor that is the expression -> tensor that is its variable."""
        self.inner: set[str] = set()
        """Tensors between them, and constants."""
        for node in graph.node:
            inner: dict[str, str] = {}
            if node.output and self._matches(node.output[0], expression, inner):
                self.variables[node.output[0]] = inner.pop(_VARIABLE)
                self.inner |= set(inner) - {node.output[0]}

    def _matches(self, tensor: str, expression: Expression, bound: dict[str, str]) -> bool:
        """Whether a tensor is the expression; `bound` takes its tensors and the variable."""
        if expression == "x":
            return bound.setdefault(_VARIABLE, tensor) == tensor
        bound[tensor] = tensor
        if isinstance(expression, float):
            return self._constants.get(tensor) == expression
        node = self._producers.get(tensor)
        operands = expression[1:]
        if node is None or node.op_type != expression[0] or len(node.input) != len(operands):
            return False
        orders = [operands, operands[::-1]] if node.op_type in ("Mul", "Add") else [operands]
        for order in orders:
            tried = dict(bound)
            if all(
                self._matches(name, one, tried) for name, one in zip(node.input, order, strict=True)
            ):
                bound.update(tried)
                return True
        return False


def _replacement(
    graph: onnx.GraphProto, expression: Expression, variable: str, output: str
) -> list[onnx.NodeProto]:
    nodes: list[onnx.NodeProto] = []

    def add(operator: str, *inputs: str) -> str:
        name = f"{output}.mish.{len(nodes)}"
        nodes.append(onnx.helper.make_node(operator, list(inputs), [name], name=name))
        return name

    def constant(value: float) -> str:
        name = f"{output}.mish.constant"
        graph.initializer.append(numpy_helper.from_array(np.array(value, np.float32), name))
        return name

    _write(expression, variable, add, constant)
    nodes[-1].output[0] = output
    return nodes


def _replace(graph: onnx.GraphProto, nodes: list[onnx.NodeProto], inner: set[str]) -> None:
    """Give the graph these nodes without those of `inner` that nothing takes any more."""
    used = {tensor.name for tensor in graph.output}
    kept: list[onnx.NodeProto] = []
    for node in reversed(nodes):
        if not inner.issuperset(node.output) or used.intersection(node.output):
            used |= set(node.input)
            kept.append(node)
    del graph.node[:]
    graph.node.extend(reversed(kept))
    constants = [one for one in graph.initializer if one.name not in inner or one.name in used]
    del graph.initializer[:]
    graph.initializer.extend(constants)
