from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
from support.pictures import labelled, texture

from okng.models.arrays import AnyArray
from okng.models.bundles.bundle import AnomalyBundle, BundleError
from okng.models.compilation.build_choice import ChosenEngine
from okng.models.errors import JudgementError
from okng.models.images.preprocessing import ImageError, to_model_input
from okng.models.inference.anomaly_model import AnomalyModel, is_anomalous
from okng.models.training.anomaly.train_anomaly_model import train
from okng.models.training.request import TrainingRequest


@pytest.fixture
def bundle(tmp_path: Path, textures: Callable[[int], list[Path]]) -> AnomalyBundle:
    return train(
        TrainingRequest(
            name="textures",
            root=tmp_path / "models",
            pictures=labelled(textures(20)),
            input_height=64,
            input_width=96,
        )
    )


def test_the_threshold_itself_is_normal() -> None:
    assert not is_anomalous(1.0, 1.0)
    assert is_anomalous(np.nextafter(1.0, 2.0), 1.0)


def test_judgement_is_the_models_own_answer(bundle: AnomalyBundle) -> None:
    image = texture(7)
    judgement = AnomalyModel.load(bundle.path, threads=1).judge(image)
    session = onnxruntime.InferenceSession(bundle.model_path)
    score, anomaly_map = session.run(
        ["score", "anomaly_map"], {"image": to_model_input(image, 64, 96)}
    )
    assert judgement.score == pytest.approx(float(score[0]), rel=1e-4)
    np.testing.assert_allclose(judgement.anomaly_map, anomaly_map[0], rtol=1e-3)
    assert judgement.anomaly_map.shape == (8, 12)
    assert judgement.anomaly_map.dtype == np.float32
    highest = np.sort(judgement.anomaly_map, axis=None)[-4:]
    assert judgement.score == pytest.approx(float(highest.mean()), rel=1e-4)
    assert judgement.inference_ms > 0
    assert judgement.preprocess_ms > 0


def test_pictures_of_any_size_are_judged(bundle: AnomalyBundle) -> None:
    model = AnomalyModel.load(bundle.path)
    for image in (np.zeros((1, 1), np.uint8), np.full((700, 900, 3), 255, np.uint8)):
        assert np.isfinite(model.judge(image).score)


def test_an_unusable_picture_is_refused_and_the_model_goes_on(bundle: AnomalyBundle) -> None:
    model = AnomalyModel.load(bundle.path)
    with pytest.raises(ImageError, match="float64"):
        model.judge(np.zeros((4, 4)))  # type: ignore[arg-type]
    assert np.isfinite(model.judge(texture(0)).score)


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_a_score_that_is_no_number_is_never_a_verdict(bundle: AnomalyBundle, value: float) -> None:
    class BrokenEngine:
        def run(self, inputs: Mapping[str, AnyArray]) -> dict[str, AnyArray]:
            scores = np.full(1, value, np.float32)
            return {"score": scores, "anomaly_map": np.zeros((1, 8, 12), np.float32)}

    with pytest.raises(JudgementError, match="the score is"):
        AnomalyModel(bundle, ChosenEngine(BrokenEngine(), None)).judge(texture(0))


def test_a_damaged_model_is_not_loaded(bundle: AnomalyBundle) -> None:
    data = bytearray(bundle.model_path.read_bytes())
    data[-100] ^= 1
    bundle.model_path.write_bytes(data)
    with pytest.raises(BundleError, match="SHA-256"):
        AnomalyModel.load(bundle.path)
