"""Models in the form that anomalib exports, imported."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import pytest
from click.testing import CliRunner
from onnx import TensorProto, helper, numpy_helper
from support.pictures import texture

from okng.device.cli import main
from okng.device.store.datasets import DatasetStore
from okng.device.types import Label
from okng.models.anomaly_model import AnomalyModel
from okng.models.bundle import load_bundle
from okng.models.imported.anomalib_onnx import ImportedModelError, wrap_onnx
from okng.models.preprocessing import read_image, to_model_input


def export(
    *,
    batch: int | str = "batch",
    size: int | str = 64,
    clamp: bool = False,
    opset: int = 18,
    offset: float = 0.0,
    score: str = "pred_score",
) -> bytes:
    """anomalib's contract around a tiny judgement: how far each pixel's red is from 0.2."""
    axes = numpy_helper.from_array(np.array([1, 2, 3]), "axes")
    constants = [
        axes,
        numpy_helper.from_array(np.array([0]), "first"),
        numpy_helper.from_array(np.array([1]), "second"),
        numpy_helper.from_array(np.array([1]), "channel"),
        numpy_helper.from_array(np.float32(0.2), "usual"),
        numpy_helper.from_array(np.float32(offset), "offset"),
        numpy_helper.from_array(np.float32(0), "low"),
        numpy_helper.from_array(np.float32(1), "high"),
    ]
    nodes = [
        helper.make_node("Slice", ["input", "first", "second", "channel"], ["red"]),
        helper.make_node("Sub", ["red", "usual"], ["difference"]),
        helper.make_node("Abs", ["difference"], ["anomaly_map"]),
        helper.make_node("ReduceMax", ["anomaly_map", "axes"], ["highest"], keepdims=0),
        helper.make_node("Add", ["highest", "offset"], ["raw"]),
        helper.make_node("Clip", ["raw", "low", "high"], ["clipped"]),
        helper.make_node("Identity", ["clipped" if clamp else "raw"], [score]),
    ]
    value = helper.make_tensor_value_info
    graph = helper.make_graph(
        nodes,
        "main_graph",
        [value("input", TensorProto.FLOAT, [batch, 3, size, size])],
        [
            value(score, TensorProto.FLOAT, [batch]),
            value("anomaly_map", TensorProto.FLOAT, [batch, 1, size, size]),
        ],
        constants,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=10)
    return bytes(model.SerializeToString())


@pytest.fixture
def station(tmp_path: Path) -> Path:
    """A data directory with 20 good pictures and one anomalous in the dataset `parts`."""
    store = DatasetStore(tmp_path)
    for i in range(21):
        label = Label.NORMAL if i < 20 else Label.ANOMALY
        image = texture(i) if i < 20 else np.full((64, 64, 3), 255, np.uint8)
        store.add(image, "parts", label, "tests")
    return tmp_path


def run(station: Path, data: bytes, *options: str) -> tuple[int, str]:
    file = station / "export.onnx"
    file.write_bytes(data)
    arguments = ["import-model", str(file), "--name", "parts", "--dataset", "parts", *options]
    answer = CliRunner().invoke(main, arguments, env={"OKNG_DATA_DIR": str(station)})
    return answer.exit_code, answer.output


def test_an_import_scores_as_the_file_itself(station: Path) -> None:
    status, output = run(station, export())
    assert status == 0, output
    bundle = load_bundle(station / "models/parts/1")
    assert bundle.manifest.method.type == "imported"
    assert bundle.manifest.metrics
    assert bundle.manifest.normal_scores.count == 20
    assert bundle.manifest.threshold > bundle.manifest.normal_scores.mean
    model = AnomalyModel.load(bundle.path)
    pictures = DatasetStore(station).pictures("parts")
    for picture in pictures:
        image = read_image(station / picture.path)
        red = to_model_input(image, 64, 64)[0, ..., 0].astype(np.float32) / 255
        judgement = model.judge(image)
        assert judgement.score == pytest.approx(np.abs(red - 0.2).max(), abs=1e-5)
        np.testing.assert_allclose(judgement.anomaly_map, np.abs(red - 0.2), atol=1e-5)


def test_a_given_threshold_is_taken_and_clamped_scores_are_said(station: Path) -> None:
    status, output = run(station, export(clamp=True), "--threshold", "0.5")
    assert status == 0, output
    assert "threshold 0.5" in output
    assert "post_processor = None" in output


def test_scores_without_a_scale_need_a_threshold(station: Path) -> None:
    status, output = run(station, export(offset=-3.0))
    assert status == 1
    assert "--threshold" in output
    assert not (station / "models/parts/1").exists()
    assert run(station, export(offset=-3.0), "--threshold", "-2")[0] == 0


def test_too_few_pictures_are_refused(station: Path) -> None:
    status, output = run(station, export(), "--dataset", "others")
    assert status == 2
    assert "'others' has 0 good pictures" in output
    assert "parts" in output


def test_an_open_size_has_to_be_said(station: Path) -> None:
    status, output = run(station, export(size="size"))
    assert status == 1
    assert "size open" in output
    status, output = run(station, export(size="size"), "--input-size", "96", "64")
    assert status == 0, output
    size = load_bundle(station / "models/parts/1").manifest.input
    assert (size.height, size.width) == (96, 64)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (export()[:200], "no whole ONNX model"),
        (b"", "no whole ONNX model"),
        (b"PK\x03\x04 a torch checkpoint", "no whole ONNX model"),
        (export(batch=2), "batches of 2 pictures"),
        (export(score="output"), "needed are 'pred_score' and 'anomaly_map'"),
    ],
)
def test_other_files_are_refused(data: bytes, told: str) -> None:
    with pytest.raises(ImportedModelError, match=told):
        wrap_onnx(data)


def test_the_wrapped_graph_is_checked_onnx() -> None:
    wrapped = wrap_onnx(export(batch=1))
    assert not wrapped.clamped
    onnx.checker.check_model(onnx.load_model_from_string(wrapped.model), full_check=True)
