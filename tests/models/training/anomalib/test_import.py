"""Models in the form that anomalib exports, imported."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import numpy as np
import onnx
import pytest
from click.testing import CliRunner
from onnx import TensorProto, helper, numpy_helper
from support.pictures import texture

from okng.device.cli import main
from okng.device.datasets.store import DatasetStore
from okng.device.types import Label
from okng.models.bundles.bundle import BundleError, load_bundle
from okng.models.bundles.imported_settings import ImportedSettings
from okng.models.bundles.manifest import AnomalyManifest
from okng.models.errors import ImportedModelError
from okng.models.images.image_files import read_image
from okng.models.images.preprocessing import to_model_input
from okng.models.imported.anomalib_onnx import wrap_onnx
from okng.models.inference.anomaly_model import AnomalyModel
from okng.models.inference.threshold_outcome import threshold_for, threshold_outcome


def export(
    *,
    batch: int | str = "batch",
    size: int | str = 64,
    clamp: bool = False,
    opset: int = 18,
    offset: float = 0.0,
    score: str = "pred_score",
    normalised: bool = False,
    resize: int | None = None,
    scale: float = 1.0,
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
        numpy_helper.from_array(np.float32(scale), "scale"),
        numpy_helper.from_array(np.float32(0), "low"),
        numpy_helper.from_array(np.float32(1), "high"),
        numpy_helper.from_array(np.float32(0.5), "half"),
        numpy_helper.from_array(np.float32(THRESHOLD), "threshold"),
        numpy_helper.from_array(np.float32(0.25), "extent"),
        numpy_helper.from_array(np.bool_(False), "no"),
        numpy_helper.from_array(np.bool_(True), "yes"),
        numpy_helper.from_array(np.array([1, 3, resize or 1, resize or 1]), "sizes"),
    ]
    first = [helper.make_node("Resize", ["input", "", "", "sizes"], ["resized"])] if resize else []
    picture = "resized" if resize else "input"
    nodes = [
        *first,
        helper.make_node("Slice", [picture, "first", "second", "channel"], ["red"]),
        helper.make_node("Sub", ["red", "usual"], ["difference"]),
        helper.make_node("Abs", ["difference"], ["distance"]),
        helper.make_node("Mul", ["distance", "scale"], ["anomaly_map"]),
        helper.make_node("ReduceMax", ["anomaly_map", "axes"], ["highest"], keepdims=0),
        helper.make_node("Add", ["highest", "offset"], ["raw"]),
        helper.make_node("Clip", ["raw", "low", "high"], ["clipped"]),
        *(
            post_processing(score)
            if normalised
            else [helper.make_node("Identity", ["clipped" if clamp else "raw"], [score])]
        ),
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


THRESHOLD = 0.625
"""That anomalib would have chosen."""


def post_processing(score: str) -> list[onnx.NodeProto]:
    """The nodes that anomalib 2.7 writes behind a raw score (seen in its exports)."""
    node = helper.make_node
    return [
        node("Sub", ["raw", "threshold"], ["over"]),
        node("Div", ["over", "extent"], ["share"]),
        node("Add", ["share", "half"], ["moved"]),
        node("Clip", ["moved", "low", "high"], ["cut"]),
        node("Greater", ["raw", "threshold"], ["gt"]),
        node("Less", ["raw", "threshold"], ["lt"]),
        node("Where", ["lt", "low", "half"], ["where_1"]),
        node("Where", ["gt", "high", "where_1"], ["where_2"]),
        node("Where", ["no", "where_2", "cut"], ["where_3"]),
        node("Where", ["yes", "where_3", "raw"], [score]),
        node("Greater", [score, "half"], ["pred_label"]),
    ]


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
    return import_file(station, file, *options)


def import_file(station: Path, file: Path, *options: str) -> tuple[int, str]:
    arguments = ["import-model", str(file), "--name", "parts", "--dataset", "parts", *options]
    answer = CliRunner().invoke(main, arguments, env={"OKNG_DATA_DIR": str(station)})
    return answer.exit_code, answer.output


def test_an_import_scores_as_the_file_itself(station: Path) -> None:
    status, output = run(station, export())
    assert status == 0, output
    bundle = load_bundle(station / "models/parts/1", AnomalyManifest)
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


def test_normalised_scores_become_raw_again_and_their_threshold_is_told(station: Path) -> None:
    """Cut off to 0..1, most of these scores would be 0."""
    assert run(station, export())[0] == 0
    status, output = run(station, export(normalised=True))
    assert status == 0, output
    assert "anomalib's own threshold, which is not used: 0.625" in output
    raw, normalised = (
        load_bundle(station / f"models/parts/{i}", AnomalyManifest).manifest for i in (1, 2)
    )
    assert normalised.normal_scores == raw.normal_scores
    assert normalised.threshold == raw.threshold
    assert isinstance(normalised.method, ImportedSettings)
    assert normalised.method.threshold == THRESHOLD


def test_a_map_of_other_units_is_brought_to_those_of_the_score(station: Path) -> None:
    assert run(station, export(offset=10.0), "--threshold", "10.7")[0] == 0
    model = AnomalyModel.load(station / "models/parts/1")
    judged = [
        model.judge(read_image(station / picture.path))
        for picture in DatasetStore(station).pictures("parts", Label.NORMAL)
    ]
    scores = np.median([picture.score for picture in judged])
    assert scores > 10
    assert np.median([picture.anomaly_map.max() for picture in judged]) == pytest.approx(
        scores, rel=1e-5
    )


def test_a_model_that_resizes_by_itself_gets_pictures_of_that_size(station: Path) -> None:
    status, output = run(station, export(size="size", resize=96))
    assert status == 0, output
    assert "input 96 x 96 px" in output


def test_weights_beside_the_file_a_folder_and_an_archive_are_read(
    station: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "onnx"
    folder.mkdir()
    onnx.save_model(
        onnx.load_model_from_string(export()),
        folder / "model.onnx",
        save_as_external_data=True,
        location="model.onnx.data",
        size_threshold=0,
    )
    assert (folder / "model.onnx.data").stat().st_size
    archive = tmp_path / "export.zip"
    with zipfile.ZipFile(archive, "w") as writer:
        for file in folder.iterdir():
            writer.write(file, f"weights/onnx/{file.name}")
    for path in (folder / "model.onnx", folder, archive):
        status, output = import_file(station, path)
        assert status == 0, output
    models = [station / f"models/parts/{i}/model.onnx" for i in (1, 2, 3)]
    assert len({model.read_bytes() for model in models}) == 1

    (folder / "model.onnx.data").unlink()
    status, output = import_file(station, folder)
    assert (status, "not a complete ONNX model" in output) == (1, True)
    (folder / "model.onnx").unlink()
    status, output = import_file(station, folder)
    assert (status, "needed is one" in output) == (1, True)


def test_openvino_runs_what_it_alone_can_read(
    station: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    openvino = pytest.importorskip("openvino")
    (tmp_path / "export.onnx").write_bytes(export(normalised=True))
    model = openvino.convert_model(tmp_path / "export.onnx")
    openvino.save_model(model, tmp_path / "ir/model.xml", compress_to_fp16=False)
    assert import_file(station, tmp_path / "export.onnx")[0] == 0
    status, output = import_file(station, tmp_path / "ir/model.xml")
    assert status == 0, output
    assert "own threshold, which is not used: 0.625" in output
    by_onnx, by_openvino = (AnomalyModel.load(station / f"models/parts/{i}") for i in (1, 2))
    assert set(by_openvino.bundle.manifest.files) == {"model.xml", "model.bin"}
    assert by_openvino.threshold == pytest.approx(by_onnx.threshold, rel=1e-5)
    for picture in DatasetStore(station).pictures("parts"):
        image = read_image(station / picture.path)
        mine, theirs = by_openvino.judge(image), by_onnx.judge(image)
        assert mine.score == pytest.approx(theirs.score, abs=1e-5)
        np.testing.assert_allclose(mine.anomaly_map, theirs.anomaly_map, atol=1e-5)
    # As on a station without the package.
    monkeypatch.setitem(sys.modules, "openvino", None)
    with pytest.raises(BundleError, match=r"pip install 'okng\[openvino\]'"):
        AnomalyModel.load(by_openvino.bundle.path)


def test_a_checkpoint_needs_the_training_environment(station: Path, tmp_path: Path) -> None:
    checkpoint = tmp_path / "model.ckpt"
    checkpoint.write_bytes(b"PK\x03\x04")
    status, output = import_file(station, checkpoint)
    assert (status, "train_environment" in output) == (1, True), output


@pytest.mark.parametrize("name", ["model.pt", "model.xml", "model.zip"])
def test_other_kinds_of_files_are_refused(station: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04")
    status, output = import_file(station, tmp_path / name)
    messages = {"model.pt": "allowed are .onnx", "model.xml": "model.bin is not beside it"}
    assert (status, messages.get(name, "the archive is damaged") in output) == (1, True), output


@pytest.mark.parametrize("scale", [1.0, 1e-3])
def test_the_slider_chooses_as_the_import_did(station: Path, scale: float) -> None:
    """Whatever the size of the scores."""
    assert run(station, export(scale=scale))[0] == 0
    manifest = load_bundle(station / "models/parts/1", AnomalyManifest).manifest
    rate = manifest.allowed_false_reject_rate
    assert threshold_for(manifest, rate) == manifest.threshold
    moved = threshold_outcome(manifest, manifest.threshold)
    assert moved.false_rejects.expected_rate == pytest.approx(rate, rel=1e-3)


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
    status, output = run(station, export(offset=-3.0), "--threshold", "-2")
    assert status == 1
    assert "threshold -2, so every part would be OK: the model's scores end at -2.2" in output
    assert run(station, export(offset=-3.0), "--threshold", "-2.5")[0] == 0


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
    size = load_bundle(station / "models/parts/1", AnomalyManifest).manifest.input
    assert (size.height, size.width) == (96, 64)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (export()[:200], "not a complete ONNX model"),
        (b"", "not a complete ONNX model"),
        (b"PK\x03\x04 a torch checkpoint", "not a complete ONNX model"),
        (export(batch=2), "batches of 2 pictures"),
        (export(score="output"), "needed are 'pred_score' and 'anomaly_map'"),
    ],
)
def test_other_files_are_refused(data: bytes, message: str) -> None:
    with pytest.raises(ImportedModelError, match=message):
        wrap_onnx(data)


def test_the_wrapped_graph_is_checked_onnx() -> None:
    wrapped = wrap_onnx(export(batch=1))
    assert not wrapped.clamped
    model = onnx.load_model_from_string(wrapped.files["model.onnx"])
    onnx.checker.check_model(model, full_check=True)
