"""Mish: the activation function in two equivalent forms of standard ONNX operators.

Mish(x) = x tanh(softplus(x)) (Misra, BMVC 2020). ONNX Runtime computes this plain form slowly,
operator by operator. The rational form x (1 - q) / (1 + q) with q = sigmoid(-x)^2 takes half the
time. OpenVINO recognises the plain form and has one operation for it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Literal, TypeAlias

import numpy as np
import onnx
from onnx import numpy_helper

from okng.models.onnx.graph import GraphBuilder

MishForm = Literal["plain", "rational"]
Expression: TypeAlias = "str | float | tuple[str, *tuple[Expression, ...]]"
"""An expression: the variable `x`, a constant, or an operator with its operands."""

_SIGMOID: Expression = ("Sigmoid", ("Neg", "x"))
_Q: Expression = ("Mul", _SIGMOID, _SIGMOID)
_VARIABLE = ""
"""Stands for `x` among the names of tensors, which are never empty."""
FORMS: dict[MishForm, Expression] = {
    "plain": ("Mul", "x", ("Tanh", ("Softplus", "x"))),
    "rational": ("Mul", "x", ("Div", ("Sub", 1.0, _Q), ("Add", 1.0, _Q))),
}


def mish(graph: GraphBuilder, tensor: str, form: MishForm) -> str:
    """Add Mish of a tensor to the graph in one of its forms."""
    return _write(FORMS[form], tensor, graph.add, graph.constant)


def rewrite_mish(model: bytes, form: MishForm) -> bytes:
    """Rewrite every Mish in the other form to this one.

    It works on graphs of any origin; a model without such a Mish is returned unchanged.
    """
    replacement: MishForm = "plain" if form == "rational" else "rational"
    proto = onnx.load_from_string(model)
    write = partial(_replacement, proto.graph, FORMS[form])
    if not replace_mish(proto.graph, replacement, write):
        return model
    del proto.graph.value_info[:]
    return bytes(onnx.shape_inference.infer_shapes(proto).SerializeToString())


def replace_mish(
    graph: onnx.GraphProto,
    form: MishForm,
    write: Callable[[str, str], list[onnx.NodeProto] | None],
) -> int:
    """Replace every Mish of this form by other nodes; returns how many were replaced.

    `write` takes the names of variable and result, and returns the nodes between them, or None
    where this Mish is to stay.
    """
    occurrences = _Occurrences(graph, FORMS[form])
    nodes: list[onnx.NodeProto] = []
    replaced = 0
    for node in graph.node:
        output = node.output[0] if node.output else ""
        variable = occurrences.variables.get(output)
        instead = None if variable is None else write(variable, output)
        replaced += instead is not None
        nodes += [node] if instead is None else instead
    if replaced:
        _replace(graph, nodes, occurrences.inner)
    return replaced


def _write(
    expression: Expression,
    variable: str,
    add: Callable[..., str],
    constant: Callable[[float], str],
) -> str:
    """Write an expression with `add(operator, *inputs)`, repeated parts only once."""
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
    """The occurrences of an expression in a graph."""

    def __init__(self, graph: onnx.GraphProto, expression: Expression) -> None:
        self._producers = {name: node for node in graph.node for name in node.output}
        self._constants = {
            tensor.name: float(numpy_helper.to_array(tensor).reshape(()))
            for tensor in graph.initializer
            if np.prod(tensor.dims) == 1
        }
        self.variables: dict[str, str] = {}
        """Maps each tensor that equals the expression to the tensor of its variable."""
        self.inner: set[str] = set()
        """Tensors between these two, and constants."""
        for node in graph.node:
            inner: dict[str, str] = {}
            if node.output and self._matches(node.output[0], expression, inner):
                self.variables[node.output[0]] = inner.pop(_VARIABLE)
                self.inner |= set(inner) - {node.output[0]}

    def _matches(self, tensor: str, expression: Expression, bound: dict[str, str]) -> bool:
        """Whether a tensor equals the expression; `bound` collects its tensors and the variable."""
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
                self._matches(name, pattern, tried)
                for name, pattern in zip(node.input, order, strict=True)
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
    """Set the graph's nodes, without those of `inner` that are no longer used."""
    used = {tensor.name for tensor in graph.output}
    kept: list[onnx.NodeProto] = []
    for node in reversed(nodes):
        if not inner.issuperset(node.output) or used.intersection(node.output):
            used |= set(node.input)
            kept.append(node)
    del graph.node[:]
    graph.node.extend(reversed(kept))
    constants = [
        tensor for tensor in graph.initializer if tensor.name not in inner or tensor.name in used
    ]
    del graph.initializer[:]
    graph.initializer.extend(constants)
