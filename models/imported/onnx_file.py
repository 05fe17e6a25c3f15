"""ONNX files of other programs: what they are, and the picture that they take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import onnx
from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
from onnx import TensorProto, inliner, version_converter

from okng.models.imported.wrapped_model import ImportedModelError
from okng.models.manifest import ModelInput
from okng.models.onnx_graph import OPSET

NEWEST_OPSET = 20


@dataclass(frozen=True)
class PictureInput:
    """The one input of a model: float32 [1, 3, height, width], None where a side is open."""

    name: str
    height: int | None
    width: int | None


def parse(data: bytes, oldest_opset: int = OPSET) -> onnx.ModelProto:
    """The model, without functions, in the opset that it has, or in 13 where that is older.

    Raises `ImportedModelError` for what is no whole ONNX model, or is of an opset that is not
    allowed.
    """
    try:
        model = onnx.load_model_from_string(data)
        onnx.checker.check_model(model)
        model = inliner.inline_local_functions(model)
    except (DecodeError, onnx.checker.ValidationError, RuntimeError, ValueError) as error:
        raise ImportedModelError(f"the file is no whole ONNX model: {error}") from None
    opset = next((i.version for i in model.opset_import if i.domain in ("", "ai.onnx")), 0)
    if not oldest_opset <= opset <= NEWEST_OPSET:
        raise ImportedModelError(
            f"the model is written in opset {opset}; allowed are {oldest_opset} to {NEWEST_OPSET}"
        )
    if opset >= OPSET:
        return model
    try:
        return version_converter.convert_version(model, OPSET)
    except RuntimeError as error:
        raise ImportedModelError(
            f"the model is written in opset {opset} and can't be converted to {OPSET}; export it "
            f"in opset {OPSET}: {error}"
        ) from None


def picture_input(model: onnx.ModelProto) -> PictureInput:
    """What the model takes; raises `ImportedModelError` where that is no single colour picture."""
    constants = {constant.name for constant in model.graph.initializer}
    inputs = [one for one in model.graph.input if one.name not in constants]
    if len(inputs) != 1:
        raise ImportedModelError(
            f"the model's inputs are {[one.name for one in inputs]}; needed is one"
        )
    tensor = inputs[0].type.tensor_type
    shape = [dim.dim_value or None for dim in tensor.shape.dim]
    if tensor.elem_type != TensorProto.FLOAT or len(shape) != 4 or shape[1] not in (3, None):
        kind = TensorProto.DataType.Name(tensor.elem_type).lower()
        raise ImportedModelError(
            f"the model's input {inputs[0].name!r} is {kind} {_shown(shape)}; "
            "needed is float [batch, 3, height, width]"
        )
    if shape[0] not in (1, None):
        raise ImportedModelError(
            f"the model was exported for batches of {shape[0]} pictures; export it for one"
        )
    return PictureInput(inputs[0].name, shape[2], shape[3])


def agreed_size(height: int | None, width: int | None, asked: ModelInput | None) -> ModelInput:
    """The size of a model that takes `height` x `width`, None where that is open.

    Raises `ImportedModelError` where it is not what was asked, or where nobody says it.
    """
    if height and width:
        found = ModelInput(height=height, width=width)
        if asked not in (found, None):
            raise ImportedModelError(
                f"the model takes {width} x {height} px, asked were {asked.width} x {asked.height}"
            )
        return found
    if asked is None:
        raise ImportedModelError("the file leaves the input's size open: say how large it is")
    return asked


def _shown(shape: Sequence[int | None]) -> str:
    return "[" + ", ".join("?" if n is None else str(n) for n in shape) + "]"
