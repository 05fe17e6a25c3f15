"""Methods of the address space: arguments are checked, refusals are answered and logged."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from asyncua import Node, ua

from okng.device.handshake.refusal_log import RefusalLog
from okng.device.wires.opcua.server import machine_vision as mv

_NUMBERS = {
    mv.INT32: ua.VariantType.Int32,
    mv.UINT32: ua.VariantType.UInt32,
    mv.RESULT_STATE: ua.VariantType.Int32,
    mv.TRI_STATE: ua.VariantType.Int32,
}


class MethodError(IntEnum):
    """Values of the output `Error`; 1 to 5 are those of `acquisition_error`."""

    NONE = 0
    NOT_ONLINE = 1
    BUSY = 2
    NO_BUFFER = 3
    TRIGGER_HELD = 4
    REFUSED = 5
    STATE = 6
    """Not allowed in this state."""
    RECIPE = 7
    """The recipe can't be loaded, or isn't the one that runs."""
    NOT_FOUND = 8
    ARGUMENT = 9


class MethodRefusedError(Exception):
    """A call that is refused, with its status code."""

    def __init__(self, error: MethodError, status: int, reason: str) -> None:
        super().__init__(reason)
        self.error = error
        self.status = status


@dataclass(frozen=True, slots=True)
class Method:
    """A method by its standard name, with its arguments in order; the output `Error` comes last."""

    name: str
    inputs: tuple[tuple[str, mv.Type], ...]
    outputs: tuple[tuple[str, mv.Type], ...]
    run: Callable[..., Awaitable[Sequence[Any]]]
    """Gets the text of each input, and gives the values of the outputs before `Error`."""


async def add_method(
    parent: Node,
    method: Method,
    namespaces: tuple[int, int],
    refusals: RefusalLog,
    done: Callable[[], Awaitable[None]],
) -> None:
    """Adds a method to an object.

    Args:
        parent: The object.
        method: What it takes, and what it does.
        namespaces: Index of Machine Vision, and of the station's own nodes.
        refusals: Takes the refused calls.
        done: Called before the answer, so that what the method did can be read at once.
    """
    vision, own = namespaces

    def arguments(described: tuple[tuple[str, mv.Type], ...]) -> list[ua.Argument]:
        return [
            ua.Argument(
                Name=name,
                DataType=type_.node_id(vision),
                ValueRank=ua.ValueRank.OneDimension if type_.is_array else ua.ValueRank.Scalar,
            )
            for name, type_ in described
        ]

    async def call(called_on: ua.NodeId, *inputs: ua.Variant) -> ua.CallMethodResult:
        if called_on != parent.nodeid:
            return ua.CallMethodResult(StatusCode=ua.StatusCode(ua.StatusCodes.BadMethodInvalid))
        answer = await _answer(method, vision, refusals, inputs)
        await done()
        return answer

    await parent.add_method(
        ua.NodeId(method.name, own),
        ua.QualifiedName(method.name, vision),
        call,
        arguments(method.inputs),
        arguments((*method.outputs, ("Error", mv.INT32))),
    )


async def _answer(
    method: Method, vision: int, refusals: RefusalLog, inputs: Sequence[ua.Variant]
) -> ua.CallMethodResult:
    result = ua.CallMethodResult()
    error = MethodError.NONE
    try:
        values = await method.run(*_texts(method, inputs, result))
        outputs = [
            mv.as_variant(type_, value)
            for (_, type_), value in zip(method.outputs, values, strict=True)
        ]
    except MethodRefusedError as refusal:
        refusals.tell(f"{method.name} refused: {refusal}")
        error = refusal.error
        result.StatusCode = ua.StatusCode(refusal.status)
        outputs = [mv.default_value(type_, vision) for _, type_ in method.outputs]
    result.OutputArguments = [*outputs, ua.Variant(int(error), ua.VariantType.Int32)]
    return result


def _texts(method: Method, inputs: Sequence[ua.Variant], result: ua.CallMethodResult) -> list[str]:
    if len(inputs) != len(method.inputs):
        few = len(inputs) < len(method.inputs)
        raise MethodRefusedError(
            MethodError.ARGUMENT,
            ua.StatusCodes.BadArgumentsMissing if few else ua.StatusCodes.BadTooManyArguments,
            f"{len(inputs)} arguments, {len(method.inputs)} are needed",
        )
    texts = [_text(type_, value) for (_, type_), value in zip(method.inputs, inputs, strict=True)]
    result.InputArgumentResults = [
        ua.StatusCode(ua.StatusCodes.BadTypeMismatch if text is None else ua.StatusCodes.Good)
        for text in texts
    ]
    wrong = [name for (name, _), text in zip(method.inputs, texts, strict=True) if text is None]
    if wrong:
        raise MethodRefusedError(
            MethodError.ARGUMENT,
            ua.StatusCodes.BadInvalidArgument,
            f"argument of another type: {', '.join(wrong)}",
        )
    return [text or "" for text in texts]


def _text(type_: mv.Type, value: ua.Variant) -> str | None:
    """The text or number of an argument, or the `Id` of a structure; None if the type is wrong.

    A plain string will do in place of a structure, for clients that know no structures.
    """
    content: Any = value.Value
    if content is None or type_.is_array:
        return ""
    if type_ in _NUMBERS:
        is_number = value.VariantType is _NUMBERS[type_] and not value.is_array
        return str(int(content)) if is_number else None
    if isinstance(content, str):
        return content
    given: ua.NodeId | None = getattr(content, "data_type", None)
    if given is not None and given == type_.node_id(given.NamespaceIndex):
        return content.Id or ""
    return None
