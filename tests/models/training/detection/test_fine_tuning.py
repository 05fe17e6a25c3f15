"""Detectors are fine-tuned on a station's own boxes, in the training environment."""

from __future__ import annotations

import json
import math
import os
import signal
import subprocess
import time
from pathlib import Path

import cv2
import numpy as np
import pytest
from support.command import okng
from support.darknet_networks import NETWORKS, write_network
from support.marked_parts import CLASSES, add_marked_parts, marked_part
from support.package_files import yolov4_tiny
from support.training_environment import ENVIRONMENT, NEEDS_TRAINING_ENVIRONMENT

from okng.device.datasets.store import DatasetStore
from okng.device.host.supervisor import okng_command
from okng.device.jobs.store import JobState, JobStore
from okng.models.boxes import iou
from okng.models.bundles.bundle import load_bundle
from okng.models.bundles.manifest import DetectionManifest, ModelInput
from okng.models.bundles.training_records import boxes_sha256
from okng.models.detection.darknet import read_network
from okng.models.detection.darknet.transfer_learning import retargeted_cfg, retargeted_weights
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.training.detection.measure_detector import measure_detector
from okng.models.training.detection.request import BoxedPicture

PICTURES, SIDE, EPOCHS = 60, 224, 14

pytestmark = NEEDS_TRAINING_ENVIRONMENT


@pytest.fixture(scope="module")
def station(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A station with a dataset of marked parts and their boxes."""
    data_dir = tmp_path_factory.mktemp("station")
    add_marked_parts(data_dir, "marks", PICTURES)
    return data_dir


def variables(data_dir: Path) -> dict[str, str]:
    return {"OKNG_DATA_DIR": str(data_dir), "OKNG_TRAIN_ENVIRONMENT": str(ENVIRONMENT)}


def arguments(*more: object) -> list[object]:
    files = yolov4_tiny()
    begin = ["--weights", files.weights, "--cfg", files.cfg, "--input-size", SIDE, SIDE]
    return ["train-detector", "marks", *begin, *more]


@pytest.fixture(scope="module")
def trained(station: Path) -> Path:
    done = okng(*arguments("--epochs", EPOCHS), **variables(station))
    assert done.returncode == 0, done.stderr
    assert "marks version 1" in done.stdout
    assert "on 12 pictures that it never saw: mAP@0.5 " in done.stdout
    return station / "models/marks/1"


def test_it_finds_on_unseen_pictures_what_it_was_shown(station: Path, trained: Path) -> None:
    manifest = load_bundle(trained, DetectionManifest).manifest
    training = manifest.training
    assert training
    assert manifest.classes == CLASSES
    assert manifest.resize == "stretch"
    assert [source.name for source in manifest.sources] == [
        "yolov4-tiny.cfg",
        "yolov4-tiny.weights",
    ]
    pictures = {picture.sha256: picture for picture in DatasetStore(station).pictures("marks")}
    assert {picture.sha256: picture.boxes for picture in training.dataset} == {
        sha256: picture.boxes for sha256, picture in pictures.items()
    }
    assert training.dataset_sha256 == boxes_sha256(training.dataset[::-1])
    uses = [picture.use for picture in training.dataset]
    assert [uses.count(use) for use in ("learnt", "validation", "test")] == [41, 7, 12]
    assert training.onnx_difference < 1e-3

    unseen = [
        BoxedPicture(
            path=station / pictures[picture.sha256].path, sha256=picture.sha256, boxes=picture.boxes
        )
        for picture in training.dataset
        if picture.use == "test"
    ]
    size = ModelInput(height=SIDE, width=SIDE)
    engine = OnnxRuntimeEngine(trained / "model.onnx")
    again = measure_detector(engine, size, "stretch", unseen, CLASSES)
    assert again == training.metrics
    untrained = measure_detector(
        OnnxRuntimeEngine(untrained_model(station)), size, "stretch", unseen, CLASSES
    )
    assert untrained.map_50 is not None
    assert again.map_50 is not None
    assert again.map_50 > 0.7
    assert untrained.map_50 < 0.35
    assert all(figures.ap_50 and figures.ap_50 > 0.5 for figures in again.classes)


def untrained_model(folder: Path) -> bytes:
    """The same network with its new head as it begins."""
    files = yolov4_tiny()
    network = read_network(files.cfg, height=SIDE, width=SIDE)
    (folder / "untrained.cfg").write_text(retargeted_cfg(network, 2))
    weights = folder / "untrained.weights"
    weights.write_bytes(retargeted_weights(network, files.weights, [None, None]))
    return read_network(folder / "untrained.cfg").to_onnx(weights)


def test_what_was_trained_is_an_ordinary_detector(
    station: Path, trained: Path, tmp_path: Path
) -> None:
    image, boxes = marked_part(PICTURES + 1)
    cv2.imwrite(str(tmp_path / "part.png"), image)
    done = okng("detect", "marks", tmp_path / "part.png", "--json", **variables(station))
    assert done.returncode == 0, done.stderr
    detections = json.loads(done.stdout)["found"]
    overlaps = iou(
        np.array([[box.left, box.top, box.right, box.bottom] for box in boxes]),
        np.array([list(detection["box"].values()) for detection in detections]),
    )
    for box, row in zip(boxes, overlaps, strict=True):
        assert any(
            detection["name"] == box.name and row[i] > 0.5 for i, detection in enumerate(detections)
        )
    assert len(detections) <= len(boxes) + 1
    compiled = okng("compile", "marks", "--engine", "openvino", **variables(station))
    assert compiled.returncode == 0, compiled.stderr + compiled.stdout


def test_it_learns_further_from_where_it_was(station: Path, trained: Path) -> None:
    further = ["train-detector", "marks", "--from", "marks:1", "--epochs", 1]
    done = okng(*further, **variables(station))
    assert done.returncode == 0, done.stderr
    training = load_bundle(trained.parent / "2", DetectionManifest).manifest.training
    assert training
    assert training.metrics.map_50 is not None
    assert training.metrics.map_50 > 0.6


@pytest.mark.parametrize("end", ["cancel", "kill"])
def test_a_training_that_is_stopped_leaves_nothing(station: Path, end: str) -> None:
    name = f"stopped-{end}"
    command = okng_command(*map(str, arguments("--name", name)))
    process = subprocess.Popen(command, env=os.environ | variables(station))
    jobs = JobStore(station)
    while not (jobs.newest() and "Epoch" in jobs.newest()[0].message):
        assert process.poll() is None
        time.sleep(0.2)
    (job_id,) = (job.job_id for job in jobs.newest() if job.state is JobState.RUNNING)
    if end == "cancel":
        jobs.request_cancel(job_id)
    else:
        process.send_signal(signal.SIGKILL)
    process.wait(30)
    jobs.fail_interrupted()
    state = {"cancel": JobState.CANCELLED, "kill": JobState.FAILED}[end]
    assert jobs.get(job_id).state is state
    assert not list((station / "models").glob(f"{name}/*"))


def test_the_torch_module_answers_as_the_graph(tmp_path: Path) -> None:
    files = [
        write_network(tmp_path / name, NETWORKS[name](96, 3))
        for name in ("yolov4-tiny", "yolov4-csp", "yolov3")
    ]
    (tmp_path / "okng").mkdir()
    (tmp_path / "okng/models").symlink_to(Path(__file__).parents[4] / "models")
    done = subprocess.run(
        [
            ENVIRONMENT / "bin/python",
            Path(__file__).with_name("check_in_torch.py"),
            *(path for pair in files for path in pair),
        ],
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answers = json.loads(done.stdout)
    for network in answers["networks"].values():
        assert max(network["differences"]) < 1e-4
        assert network["same_weights"]
    # All that both heads of yolov4-tiny stand on: up to its 1x1 convolution of 256 channels.
    assert next(iter(answers["networks"].values()))["shared"] == 28
    same, beside, taller = answers["overlaps"]
    assert same == pytest.approx(1)
    # IoU 8/24, centres 2 apart of a diagonal of sqrt(52).
    assert beside == pytest.approx(1 / 3 - 4 / 52)
    # IoU 1/2, centres 2 of sqrt(80) apart, aspect ratios 1 and 1/2.
    aspect = 4 / math.pi**2 * (math.atan(1) - math.atan(0.5)) ** 2
    assert taller == pytest.approx(1 / 2 - 4 / 80 - aspect**2 / (1 / 2 + aspect))
