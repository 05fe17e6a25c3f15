"""Floors of quality on real pictures, a little under what docs/models.md measured."""

from pathlib import Path

import pytest
from pydantic import TypeAdapter
from support.pictures import Pictures, labelled

from okng.models.anomaly import AnomalySettings, methods
from okng.models.evaluation import auroc
from okng.models.images.image_files import read_image
from okng.models.inference.anomaly_model import AnomalyModel, is_anomalous
from okng.models.training.anomaly.train_anomaly_model import train
from okng.models.training.request import TrainingRequest


def model_of(pictures: Pictures, root: Path, type_: str) -> AnomalyModel:
    bundle = train(
        TrainingRequest(
            name="parts",
            root=root,
            pictures=labelled(pictures.train, pictures.anomaly[:10]),
            method=TypeAdapter(AnomalySettings).validate_python({"type": type_}),
        )
    )
    return AnomalyModel.load(bundle.path)


@pytest.mark.parametrize("type_", sorted(methods()))
@pytest.mark.parametrize(
    ("name", "floor"), [("elpv", 0.9), pytest.param("cookies", 0.97, marks=pytest.mark.slow)]
)
def test_defective_parts_score_higher(
    tmp_path: Path, request: pytest.FixtureRequest, type_: str, name: str, floor: float
) -> None:
    pictures: Pictures = request.getfixturevalue(name)
    model = model_of(pictures, tmp_path, type_)
    normal = [model.judge(read_image(path)).score for path in pictures.normal]
    anomaly = [model.judge(read_image(path)).score for path in pictures.anomaly]
    assert auroc(normal, anomaly) >= floor
    # What cross-validation promised holds on pictures that no model has seen.
    metrics = model.bundle.manifest.metrics
    assert metrics is not None
    assert metrics.image_auroc >= floor - 0.07
    rejected = sum(is_anomalous(score, model.threshold) for score in normal)
    assert rejected <= 0.08 * len(normal)
    assert any(is_anomalous(score, model.threshold) for score in anomaly)
