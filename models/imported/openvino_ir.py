"""anomalib's OpenVINO exports, converted to okng's graph contract.

OpenVINO's IR can't be converted back to ONNX, so the model stays IR, and OpenVINO runs it
(`okng.models.engines.openvino_engine`). Inputs and outputs are those of the ONNX export.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from okng.models.anomaly.graphs import ANOMALY_MAP, IMAGE, SCORE
from okng.models.bundles.manifest import OPENVINO_MODEL, OPENVINO_WEIGHTS, ModelInput
from okng.models.engines.engine import EngineMissingError
from okng.models.errors import ImportedModelError
from okng.models.imported.anomalib_onnx import MAP, MAP_SCALE, PRED_LABEL, PRED_SCORE
from okng.models.imported.onnx_file import agreed_size
from okng.models.imported.wrapped_model import WrappedModel

_PASSING = ("Convert", "Reshape", "Squeeze", "Unsqueeze")


def wrap_openvino(
    xml: bytes, weights: bytes, size: ModelInput | None = None, map_scale: float = 1
) -> WrappedModel:
    """Wrap the two files of an IR; `size` is needed where it leaves height and width open.

    Raises `ImportedModelError` for files of another kind, and `EngineMissingError` without
    OpenVINO.
    """
    try:
        import openvino
        from openvino import opset13
        from openvino.preprocess import PrePostProcessor
    except ModuleNotFoundError:
        raise EngineMissingError(
            "importing OpenVINO models needs OpenVINO: pip install 'okng[openvino]'"
        ) from None
    try:
        model = openvino.Core().read_model(xml, weights)
    except RuntimeError as error:
        raise ImportedModelError(f"the files are not an OpenVINO model: {error}") from None
    size = _fix_input(model, size)
    outputs = {name: output for output in model.outputs for name in output.names}
    if not {PRED_SCORE, MAP} <= outputs.keys():
        raise ImportedModelError(
            f"the model's outputs are {sorted(outputs)}; needed are {PRED_SCORE!r} and {MAP!r}"
        )
    steps = PrePostProcessor(model)
    layout = openvino.Layout
    steps.input().tensor().set_element_type(openvino.Type.u8).set_layout(layout("NHWC"))
    steps.input().model().set_layout(layout("NCHW"))
    steps.input().preprocess().convert_element_type(openvino.Type.f32).scale(255.0)
    model = steps.build()
    model.input().set_names({IMAGE})
    raw_score, raw_map = _raw(model.output(PRED_SCORE)), _raw(model.output(MAP))
    rows, columns = (raw_map.output.partial_shape[i].get_length() for i in (-2, -1))

    def shaped(output: Any, shape: list[int]) -> Any:
        return opset13.convert(opset13.reshape(output, shape, special_zero=False), "f32")

    scale = opset13.constant(map_scale, openvino.Type.f32, name=MAP_SCALE)
    results = {
        SCORE: shaped(raw_score.output, [1]),
        ANOMALY_MAP: opset13.multiply(shaped(raw_map.output, [1, rows, columns]), scale),
    }
    for name, node in results.items():
        node.output(0).set_names({name})
    wrapped = openvino.Model(
        [opset13.result(node) for node in results.values()], model.get_parameters(), "imported"
    )
    return WrappedModel(
        files=_files(wrapped),
        input=size,
        clamped=raw_score.made_by == "Clamp",
        probability=raw_score.made_by == "Sigmoid",
        threshold=raw_score.unnormalised(_label_threshold(model)),
    )


def _fix_input(model: Any, asked: ModelInput | None) -> ModelInput:
    """Fix the shape of the model's only input to one picture."""
    if len(model.inputs) != 1:
        raise ImportedModelError(f"the model has {len(model.inputs)} inputs; needed is one")
    shape = model.input().partial_shape
    if shape.rank.is_dynamic or len(shape) != 4 or model.input().element_type.to_string() != "f32":
        raise ImportedModelError(
            f"the model's input is {model.input().element_type.to_string()} {shape}; "
            "needed is f32 [batch, 3, height, width]"
        )
    height, width = (
        None if dimension.is_dynamic else dimension.get_length()
        for dimension in (shape[2], shape[3])
    )
    size = agreed_size(height, width, asked)
    try:
        model.reshape([1, 3, size.height, size.width])
    except RuntimeError:
        raise ImportedModelError(
            "the model takes no single pictures; export it anew, with dynamic_axes={}"
        ) from None
    return size


@dataclass(frozen=True)
class _Raw:
    """An output before anomalib normalised it: normalised = Clamp(raw * factor + shift)."""

    output: Any
    factor: float | None = None
    """None where the output is not normalised."""
    shift: float = 0.0

    @property
    def made_by(self) -> str:
        return str(_skip_passing(self.output).get_type_name())

    def unnormalised(self, threshold: float | None) -> float | None:
        """Convert a threshold of the normalised output, by default anomalib's 0.5, to raw units."""
        if self.factor is None:
            return threshold
        return ((0.5 if threshold is None else threshold) - self.shift) / self.factor


def _raw(output: Any) -> _Raw:
    """Undo Clamp(Add(Multiply(raw, factor), shift)), OpenVINO's form of anomalib's normalisation.

    The formula is in `okng.models.imported.anomalib_post_processing`.
    """
    own = output.get_node().input_value(0)
    values, tensor = [], own
    for operator in ("Clamp", "Add", "Multiply"):
        node = _skip_passing(tensor)
        if node.get_type_name() != operator:
            return _Raw(own)
        if operator != "Clamp":
            value = _scalar(node.input_value(1))
            if value is None:
                return _Raw(own)
            values.append(value)
        tensor = node.input_value(0)
    return _Raw(tensor, factor=values[1], shift=values[0])


def _label_threshold(model: Any) -> float | None:
    """The constant in `pred_label = pred_score > constant`."""
    for output in model.outputs:
        if PRED_LABEL in output.names:
            node = _skip_passing(output.get_node().input_value(0))
            return _scalar(node.input_value(1)) if node.get_type_name() == "Greater" else None
    return None


def _skip_passing(tensor: Any) -> Any:
    """The node that computes a tensor's values; nodes that only pass them on are skipped."""
    node = tensor.get_node()
    while True:
        if node.get_type_name() in _PASSING:
            source = 0
        elif node.get_type_name() == "Select" and _is_constant(node.input_value(0)):
            source = 1 if node.input_value(0).get_node().data.ravel()[0] else 2
        else:
            return node
        node = node.input_value(source).get_node()


def _is_constant(tensor: Any) -> bool:
    return bool(tensor.get_node().get_type_name() == "Constant")


def _scalar(tensor: Any) -> float | None:
    node = _skip_passing(tensor)
    if node.get_type_name() != "Constant" or node.data.size != 1:
        return None
    return float(node.data.ravel()[0])


def _files(model: Any) -> dict[str, bytes]:
    import openvino

    with tempfile.TemporaryDirectory() as folder:
        xml, weights = Path(folder, OPENVINO_MODEL), Path(folder, OPENVINO_WEIGHTS)
        openvino.serialize(model, xml, weights)
        return {OPENVINO_MODEL: xml.read_bytes(), OPENVINO_WEIGHTS: weights.read_bytes()}
