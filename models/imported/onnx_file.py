"""ONNX files of other programs: parsing, conversion, and their image input."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import onnx
from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
from onnx import TensorProto, inliner, version_converter

from okng.models.bundles.manifest import ModelInput
from okng.models.errors import ImportedModelError
from okng.models.onnx.graph import OPSET

NEWEST_OPSET = 20


@dataclass(frozen=True)
class ImageInput:
    """The only input of a model: float [1, 3, height, width]; None where a side is open."""

    name: str
    height: int | None
    width: int | None


def parse(data: bytes, oldest_opset: int = OPSET) -> onnx.ModelProto:
    """Parse a model, inline its functions, and convert it to opset 13 where it is older.

    Raises `ImportedModelError` for data that is not a complete ONNX model, or has an unsupported
    opset.
    """
    try:
        model = onnx.load_model_from_string(data)
        onnx.checker.check_model(model)
        model = inliner.inline_local_functions(model)
    except (DecodeError, onnx.checker.ValidationError, RuntimeError, ValueError) as error:
        raise ImportedModelError(f"the file is not a complete ONNX model: {error}") from None
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


def image_input(model: onnx.ModelProto, *, half_precision: bool = False) -> ImageInput:
    """The image input of a model; `half_precision` allows float16.

    Raises `ImportedModelError` where the input is not a single colour picture.
    """
    allowed = [TensorProto.FLOAT, *([TensorProto.FLOAT16] if half_precision else [])]
    constants = {constant.name for constant in model.graph.initializer}
    inputs = [value for value in model.graph.input if value.name not in constants]
    if len(inputs) != 1:
        raise ImportedModelError(
            f"the model's inputs are {[value.name for value in inputs]}; needed is one"
        )
    tensor = inputs[0].type.tensor_type
    shape = [dim.dim_value or None for dim in tensor.shape.dim]
    is_nhwc = len(shape) == 4 and shape[3] == 3 and shape[1] != 3
    if tensor.elem_type not in allowed or len(shape) != 4 or shape[1] not in (3, None) or is_nhwc:
        kind = TensorProto.DataType.Name(tensor.elem_type).lower()
        raise ImportedModelError(
            f"the model's input {inputs[0].name!r} is {kind} {_shown(shape)}; "
            f"needed is float [batch, 3, height, width]{_export_hint(tensor.elem_type, is_nhwc)}"
        )
    if shape[0] not in (1, None):
        raise ImportedModelError(
            f"the model was exported for batches of {shape[0]} pictures; export it for one"
        )
    return ImageInput(inputs[0].name, shape[2], shape[3])


def agreed_size(height: int | None, width: int | None, asked: ModelInput | None) -> ModelInput:
    """The input size of a model that takes `height` x `width`, each None where it is open.

    Raises `ImportedModelError` where that contradicts the size `asked` for, or both are unknown.
    """
    if height and width:
        size = ModelInput(height=height, width=width)
        if asked not in (size, None):
            raise ImportedModelError(
                f"the model takes {width} x {height} px, asked were {asked.width} x {asked.height}"
            )
        return size
    if asked is None:
        raise ImportedModelError("the file leaves the input's size open: say how large it is")
    return asked


def _export_hint(kind: int, is_nhwc: bool) -> str:
    if is_nhwc:
        return ": export it with the channels first (NCHW)"
    if kind in (TensorProto.FLOAT16, TensorProto.BFLOAT16):
        return ": export it without half precision (half=False, without --half)"
    if kind in (TensorProto.UINT8, TensorProto.INT8):
        return ": export it before it is quantised; okng compile makes INT8 of it"
    return ""


def _shown(shape: Sequence[int | None]) -> str:
    return "[" + ", ".join("?" if n is None else str(n) for n in shape) + "]"
