"""Training by anomalib, as far as it goes on a station without it: what is offered and refused."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from pydantic import TypeAdapter
from support.pictures import labelled, texture

from okng.device.cli import main
from okng.device.datasets.store import DatasetStore
from okng.device.jobs.store import JobState, JobStore
from okng.device.types import Label
from okng.models.bundles.anomalib_settings import ANOMALIB_METHODS, AnomalibFre, AnomalibPatchcore
from okng.models.inference.score_scale import ScoreScale
from okng.models.training.anomalib.train_anomalib_model import train_by_anomalib
from okng.models.training.methods import WHY_NOT, TrainingMethod
from okng.models.training.request import TrainingCancelledError, TrainingError, TrainingRequest
from okng.models.training.subprocess.environment import (
    MissingEnvironmentError,
    TrainingEnvironment,
    find_environment,
)
from okng.models.training.subprocess.worker_process import scratch_folder


@pytest.fixture
def station(tmp_path: Path) -> Path:
    store = DatasetStore(tmp_path)
    for i in range(20):
        store.add(texture(i), "parts", Label.NORMAL, "tests")
    return tmp_path


def okng_train(station: Path, method: str, environment: str = "") -> tuple[int, str]:
    variables = {"OKNG_DATA_DIR": str(station)}
    if environment:
        variables["OKNG_TRAIN_ENVIRONMENT"] = environment
    answer = CliRunner().invoke(main, ["train", "parts", "--method", method], env=variables)
    return answer.exit_code, answer.output


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("efficient_ad", "would have to download"),
        ("fastflow", "supports none of the backbones"),
        ("magic", "is not an anomalib model that okng knows"),
    ],
)
def test_what_cannot_be_had_is_refused_with_what_can(station: Path, name: str, reason: str) -> None:
    status, output = okng_train(station, f"anomalib:{name}")
    assert status == 2
    assert reason in output
    for method in ANOMALIB_METHODS:
        assert method in output
    assert JobStore(station).newest() == []


def test_a_method_is_either_there_or_has_a_reason() -> None:
    trainable = {method.removeprefix("anomalib:") for method in ANOMALIB_METHODS}
    assert trainable.isdisjoint(WHY_NOT)
    settings = TypeAdapter(TrainingMethod).validate_python({"type": "anomalib:patchcore"})
    assert settings == AnomalibPatchcore()
    assert settings.arguments(256, 256) == {
        "layers": ["blocks.2", "blocks.4"],
        "coreset_sampling_ratio": 0.1,
        "num_neighbors": 9,
    }
    assert AnomalibFre().arguments(256, 224)["input_dim"] == 112 * 8 * 7


def test_without_an_environment_the_job_says_how_to_get_one(station: Path) -> None:
    status, output = okng_train(station, "anomalib:padim")
    assert status == 1
    assert "pip install" in output
    (job,) = JobStore(station).newest()
    assert job.state is JobState.FAILED
    assert "train_environment" in job.message


def test_an_environment_that_is_none_or_lacks_something_is_told(tmp_path: Path) -> None:
    with pytest.raises(MissingEnvironmentError, match="is not a virtual environment"):
        find_environment(tmp_path)
    with pytest.raises(MissingEnvironmentError, match="lacks anomalib, torch"):
        find_environment(Path(sys.prefix))


def request_of(folder: Path) -> TrainingRequest:
    paths = sorted(folder.glob("datasets/**/*.png"))
    return TrainingRequest(
        name="parts",
        root=folder / "models",
        pictures=labelled(paths),
        method=AnomalibPatchcore(),
        input_height=64,
        input_width=64,
    )


HERE = TrainingEnvironment(python=Path(sys.executable), anomalib_version="", torch_version="")
"""This Python has no torch, so what runs in it fails at the first import."""


def test_when_anomalib_fails_its_last_words_are_told_and_nothing_is_left(station: Path) -> None:
    with pytest.raises(TrainingError, match="No module named 'torch'"):
        train_by_anomalib(request_of(station), HERE)
    assert list((station / "models").iterdir()) == []


def test_a_cancelled_training_leaves_nothing(station: Path) -> None:
    messages: list[str] = []
    with pytest.raises(TrainingCancelledError):
        train_by_anomalib(
            request_of(station),
            HERE,
            on_progress=lambda share, message: messages.append(message),
            is_cancelled=lambda: any("Starting anomalib" in message for message in messages),
        )
    assert list((station / "models").iterdir()) == []


def test_what_a_killed_training_left_is_removed_but_no_folder_in_use(tmp_path: Path) -> None:
    left = tmp_path / ".training-left"
    left.mkdir()
    with scratch_folder(tmp_path) as first, scratch_folder(tmp_path) as second:
        assert set(tmp_path.iterdir()) == {first, second}
    assert list(tmp_path.iterdir()) == []


def test_a_threshold_of_probabilities_stays_below_one() -> None:
    logits = np.random.default_rng(0).normal(4, 2, 40)
    scores = 1 / (1 + np.exp(-logits))
    scale = ScoreScale.of(scores, probability=True)
    threshold = scale.choose_threshold(scores, 0.01)
    assert logits.max() < np.log(threshold / (1 - threshold)) < 20
    assert 0 < scale.review_distance(scores, threshold, 0.01) < threshold
    ones = np.ones(40)
    assert 0.99 < ScoreScale.of(ones, probability=True).choose_threshold(ones, 0.01) < 1


def test_a_threshold_does_not_hang_on_the_scale() -> None:
    scores = np.exp(np.random.default_rng(0).normal(0, 0.2, 40))
    small, large = (ScoreScale.of(scores * by, probability=False) for by in (1e-3, 1e3))
    threshold = large.choose_threshold(scores * 1e3, 0.01)
    assert threshold / 1e6 == pytest.approx(small.choose_threshold(scores * 1e-3, 0.01))
    distance = large.review_distance(scores * 1e3, threshold, 0.01)
    assert distance / 1e6 == pytest.approx(
        small.review_distance(scores * 1e-3, threshold / 1e6, 0.01)
    )
