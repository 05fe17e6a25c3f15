"""What `okng train-detector` says where it can't train, and what its job is told of a dataset."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from support.darknet_networks import NETWORKS, write_network
from support.marked_parts import add_marked_parts
from support.pictures import texture

from okng.device.cli import main
from okng.device.datasets.edit_history import DatasetChanges
from okng.device.datasets.picture_changes import PictureChange
from okng.device.datasets.store import DatasetStore
from okng.device.jobs.detector_training import DetectorTrainingParameters, detector_training_request
from okng.device.jobs.store import JobState, JobStore
from okng.device.types import Label, Split
from okng.models.training.detection.request import classes_of
from okng.models.training.detection.train_detector import train_detector
from okng.models.training.request import TrainingCancelledError, TrainingError
from okng.models.training.subprocess.environment import TrainingEnvironment

HERE = TrainingEnvironment(python=Path(sys.executable), anomalib_version="", torch_version="")
"""This Python has no torch, so what learns in it fails at the first import."""


@pytest.fixture
def station(tmp_path: Path) -> Path:
    """Forty marked parts with their boxes, and one more that nobody has looked at."""
    data_dir = tmp_path / "data"
    add_marked_parts(data_dir, "marks", 40, 96)
    DatasetStore(data_dir).add(texture(1), "marks", Label.NORMAL, "ann")
    return data_dir


@pytest.fixture
def network(tmp_path: Path) -> tuple[Path, Path]:
    return write_network(tmp_path / "network", NETWORKS["yolov4-tiny"](96, 80))


def parameters(network: tuple[Path, Path], **more: object) -> DetectorTrainingParameters:
    cfg, weights = network
    return DetectorTrainingParameters.model_validate(
        {"dataset": "marks", "model": "marks", "cfg": cfg, "weights": weights} | more
    )


def train(station: Path, *arguments: object, environment: str = "") -> tuple[int, str]:
    variables = {"OKNG_DATA_DIR": str(station)}
    if environment:
        variables["OKNG_TRAIN_ENVIRONMENT"] = environment
    answer = CliRunner().invoke(main, ["train-detector", *map(str, arguments)], env=variables)
    return answer.exit_code, answer.output


def test_what_is_asked_wrongly_is_told_before_a_job_begins(
    station: Path, network: tuple[Path, Path]
) -> None:
    cfg, weights = network
    for arguments, problem in (
        (["marks"], "say what to start from: --weights and --cfg"),
        (
            ["none", "--weights", weights],
            "there is no dataset 'none' with pictures; there are: marks",
        ),
        (["marks", "--weights", cfg.with_suffix(".none")], "does not exist"),
        (["marks", "--from", "marks"], "has no detector yet"),
        (["marks", "--from", "x", "--cfg", cfg], "--from brings its own"),
        (["marks", "--weights", weights, "--input-size", 100, 96], "multiple of 32"),
        (["marks", "--weights", weights, "--epochs", 0], "epochs"),
    ):
        status, output = train(station, *arguments)
        assert status == 2, output
        assert problem in output
    assert JobStore(station).newest() == []
    status, output = train(station, "marks", "--weights", weights)
    assert status == 1
    assert "this training needs a separate environment" in output
    (job,) = JobStore(station).newest()
    assert (job.kind, job.state) == ("train-detector", JobState.FAILED)


def test_a_job_gets_the_pictures_that_somebody_has_looked_at(
    station: Path, network: tuple[Path, Path]
) -> None:
    pictures = DatasetStore(station).pictures("marks")
    DatasetChanges(station).change([pictures[3].picture_id], PictureChange(split=Split.TEST), "ann")
    request = detector_training_request(parameters(network, epochs=7), station)
    assert len(request.pictures) == 40
    assert request.epochs == 7
    assert [picture.boxes for picture in request.pictures] == [
        picture.boxes for picture in pictures[:40]
    ]
    assert [i for i, picture in enumerate(request.pictures) if picture.split == "test"] == [3]
    assert classes_of(request.pictures) == ["dot", "scratch"]


def test_what_cannot_be_learnt_is_told_and_nothing_is_left(
    station: Path, network: tuple[Path, Path]
) -> None:
    request = detector_training_request(parameters(network), station)
    bare = [picture.model_copy(update={"boxes": ()}) for picture in request.pictures]
    crack = request.pictures[1].boxes[0].model_copy(update={"name": "crack"})
    rare = request.pictures[1].model_copy(update={"boxes": (crack,)})
    weights = network[1]
    short = weights.with_name("short.weights")
    short.write_bytes(weights.read_bytes()[:-400])
    for change, problem in (
        ({"pictures": bare}, "none of 40 labelled pictures has a box"),
        ({"pictures": request.pictures[:9]}, "9 pictures have boxes.*; at least 10 are needed"),
        ({"pictures": [rare, *request.pictures[2:]]}, "too few boxes in the .*: crack "),
        ({"weights": short}, "short.weights: is too short for this .cfg: 6062814 floats"),
        ({"cfg": weights}, "a .cfg file of darknet has at most"),
        ({}, "No module named 'torch'"),
    ):
        with pytest.raises(TrainingError, match=problem):
            train_detector(request.model_copy(update=change), HERE)
        assert not any((station / "models").iterdir())
    messages: list[str] = []
    with pytest.raises(TrainingCancelledError):
        train_detector(
            request,
            HERE,
            on_progress=lambda share, message: messages.append(message),
            is_cancelled=lambda: len(messages) > 3,
        )
    assert not any((station / "models").iterdir())
