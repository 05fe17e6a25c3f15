"""anomalib and okng give the same scores and maps, whichever of them trained."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from click.testing import CliRunner
from support.pictures import labelled, texture
from support.training_environment import ENVIRONMENT, NEEDS_TRAINING_ENVIRONMENT

from okng.device.cli import main
from okng.device.datasets.export import Layout, export_dataset
from okng.device.datasets.store import DatasetStore
from okng.device.types import Label
from okng.models.bundles.anomalib_settings import (
    AnomalibDfm,
    AnomalibFre,
    AnomalibPadim,
    AnomalibPatchcore,
    AnomalibSettings,
    AnomalibStfpm,
    AnomalibSupersimplenet,
)
from okng.models.bundles.bundle import AnomalyBundle, load_bundle
from okng.models.bundles.imported_settings import ImportedSettings
from okng.models.bundles.manifest import AnomalyManifest
from okng.models.images.image_files import read_image
from okng.models.imported.anomalib_onnx import MAP_SCALE
from okng.models.inference.anomaly_model import AnomalyModel
from okng.models.onnx.graph import constants
from okng.models.training.anomalib.train_anomalib_model import train_by_anomalib
from okng.models.training.request import TrainingCancelledError, TrainingRequest
from okng.models.training.subprocess.environment import find_environment

SIZE = 96
"""Of the pictures and of the models: nothing is resized on either side."""
RELATIVE, ABSOLUTE = 2e-4, 2e-3
"""torch and ONNX Runtime add up in another order; scores are between 0.1 and 10,000."""

THRESHOLD = 0.1
"""One that scores of every method reach."""

pytestmark = NEEDS_TRAINING_ENVIRONMENT


@dataclass(frozen=True)
class Trained:
    """What anomalib made by itself of the station's export."""

    folder: Path
    names: list[str]
    scores: npt.NDArray[np.float32]
    maps: npt.NDArray[np.float32]
    threshold: float


@pytest.fixture(scope="session")
def station(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory: 20 good pictures to learn, 20 besides, 4 with a bright spot."""
    data_dir = tmp_path_factory.mktemp("station")
    store = DatasetStore(data_dir)
    for i in range(44):
        image = texture(i)
        if i >= 40:
            image[30:50, 20 + i : 30 + i] = 255
        label = Label.ANOMALY if i >= 40 else Label.NORMAL
        store.add(image, "learn" if i < 20 else "judge", label, "tests")
    return data_dir


@pytest.fixture(scope="session")
def export(station: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pictures as anomalib's `Folder` reads them: `learn` to train with, `judge` to test."""
    out = tmp_path_factory.mktemp("export")
    store = DatasetStore(station)
    for dataset in ("learn", "judge"):
        export_dataset(station, store.pictures(dataset), out / dataset, Layout.FOLDER, {})
    both = out / "both"
    for split, dataset, source in (
        ("train/good", "learn", "*/good"),
        ("test/good", "judge", "*/good"),
        ("test/defect", "judge", "test/defect"),
    ):
        (both / split).mkdir(parents=True)
        for picture in (out / dataset).glob(f"{source}/*"):
            (both / split / picture.name).symlink_to(picture)
    return both


def train_in_anomalib(method: AnomalibSettings, export: Path, out: Path) -> Trained:
    task = {
        "export": str(export),
        "out": str(out),
        "model": method.model,
        "arguments": method.arguments(SIZE, SIZE),
        "epochs": method.passes,
        "size": [SIZE, SIZE],
    }
    (out / "task.json").write_text(json.dumps(task))
    script = Path(__file__).with_name("train_in_anomalib.py")
    ended = subprocess.run(
        [ENVIRONMENT / "bin/python", script, out / "task.json"],
        capture_output=True,
        text=True,
        check=False,
        cwd=out,
        env=os.environ | {"OMP_NUM_THREADS": "1", "HF_HUB_OFFLINE": "1"},
    )
    assert ended.returncode == 0, ended.stderr[-5000:]
    scored = np.load(out / "scores.npz")
    return Trained(
        out, scored["names"].tolist(), scored["scores"], scored["maps"], float(scored["threshold"])
    )


def import_model(station: Path, file: Path, name: str, *options: str) -> AnomalyBundle:
    answer = CliRunner().invoke(
        main,
        [
            "import-model",
            str(file),
            "--name",
            name,
            "--dataset",
            "judge",
            "--threshold",
            str(THRESHOLD),
            *options,
        ],
        env={"OKNG_DATA_DIR": str(station), "OKNG_TRAIN_ENVIRONMENT": str(ENVIRONMENT)},
    )
    assert answer.exit_code == 0, answer.output
    version = max(int(folder.name) for folder in (station / "models" / name).iterdir())
    return load_bundle(station / "models" / name / str(version), AnomalyManifest)


def assert_same(bundle: AnomalyBundle, trained: Trained, export: Path) -> None:
    """Scores within 0.02 % and 0.002, maps alike after the factor that okng put on them."""
    model = AnomalyModel.load(bundle.path)
    pictures = {path.name: path for path in export.glob("test/*/*")}
    judged = [model.judge(read_image(pictures[name])) for name in trained.names]
    assert len(judged) == 24
    scores = np.array([picture.score for picture in judged])
    np.testing.assert_allclose(scores, trained.scores, RELATIVE, ABSOLUTE)
    if bundle.model_path.suffix == ".onnx":
        scale = constants(bundle.model_path.read_bytes())[MAP_SCALE].item()
        maps = np.stack([picture.anomaly_map for picture in judged]) / scale
        np.testing.assert_allclose(maps, trained.maps, RELATIVE, ABSOLUTE)


@pytest.mark.parametrize(
    "method",
    [
        AnomalibPatchcore(coreset_sampling_ratio=0.02),
        AnomalibPadim(),
        AnomalibDfm(),
        AnomalibFre(epochs=3),
        AnomalibStfpm(epochs=3),
        AnomalibSupersimplenet(epochs=3),
    ],
    ids=lambda method: method.model,
)
def test_what_anomalib_trained_scores_the_same_here(
    method: AnomalibSettings, station: Path, export: Path, tmp_path: Path
) -> None:
    trained = train_in_anomalib(method, export, tmp_path)
    files = {"onnx": tmp_path / "weights/onnx/model.onnx", "checkpoint": tmp_path / "model.ckpt"}
    for kind, file in files.items():
        size = ("--input-size", str(SIZE), str(SIZE)) if kind == "checkpoint" else ()
        bundle = import_model(station, file, f"{method.model}-{kind}", *size)
        assert isinstance(bundle.manifest.method, ImportedSettings)
        assert bundle.manifest.method.threshold == pytest.approx(trained.threshold, rel=1e-4)
        assert_same(bundle, trained, export)
    assert bundle.manifest.threshold == THRESHOLD


def test_openvino_scores_the_same_as_anomalib(station: Path, export: Path, tmp_path: Path) -> None:
    openvino = pytest.importorskip("openvino")
    trained = train_in_anomalib(AnomalibDfm(), export, tmp_path)
    converted = openvino.convert_model(tmp_path / "weights/onnx/model.onnx")
    openvino.save_model(converted, tmp_path / "ir/model.xml", compress_to_fp16=False)
    bundle = import_model(station, tmp_path / "ir", "openvino")
    assert isinstance(bundle.manifest.method, ImportedSettings)
    assert bundle.manifest.method.threshold == pytest.approx(trained.threshold, rel=1e-4)
    assert_same(bundle, trained, export)


def train_here(method: AnomalibSettings, station: Path, **changes: Any) -> AnomalyBundle:
    store = DatasetStore(station)
    normal, anomaly = (
        [station / picture.path for picture in store.pictures(dataset, label)]
        for dataset, label in (("learn", Label.NORMAL), ("judge", Label.ANOMALY))
    )
    request = TrainingRequest(
        name=method.model,
        root=station / "models",
        pictures=labelled(normal, anomaly),
        method=method,
        input_height=SIZE,
        input_width=SIZE,
        threads=1,
    )
    return train_by_anomalib(request, find_environment(ENVIRONMENT), **changes)


@pytest.mark.parametrize(
    "method", [AnomalibPadim(folds=2), AnomalibDfm(folds=2)], ids=lambda method: method.model
)
def test_a_training_here_gives_the_scores_of_one_by_anomalib(
    method: AnomalibSettings, station: Path, export: Path, tmp_path: Path
) -> None:
    """Of these two, what they learn does not hang on the order of the pictures."""
    bundle = train_here(method, station)
    assert_same(bundle, train_in_anomalib(method, export, tmp_path), export)
    manifest = bundle.manifest
    assert isinstance(manifest.method, type(method))
    assert manifest.method.anomalib_version == "2.7.0"
    assert manifest.metrics is not None
    assert manifest.metrics.image_auroc == 1
    assert manifest.false_rejects is not None
    assert manifest.false_rejects.unseen == 20
    assert manifest.scene is not None
    assert not list((station / "models").glob(".*"))


def test_progress_comes_from_anomalib_and_a_cancel_leaves_nothing(station: Path) -> None:
    reports: list[tuple[float, str]] = []
    with pytest.raises(TrainingCancelledError):
        train_here(
            AnomalibStfpm(epochs=50),
            station,
            on_progress=lambda share, message: reports.append((share, message)),
            is_cancelled=lambda: any("epoch 3 of 50" in message for _, message in reports),
        )
    shares = [share for share, _ in reports]
    assert shares == sorted(shares)
    assert not (station / "models/Stfpm").exists()
    assert not list((station / "models").glob(".*"))
