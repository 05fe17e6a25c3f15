"""What every anomaly method keeps, and what each computes."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import onnx
import pytest
from onnx import TensorProto
from pydantic import TypeAdapter, ValidationError
from support.pictures import labelled, scratched, texture
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from okng.models.anomaly import AnomalySettings, MethodSettings, create_method, methods
from okng.models.anomaly.embeddings import Embeddings
from okng.models.anomaly.graphs import embedding_model, judgement_model, whole_model
from okng.models.anomaly.layers import (
    align_to_stride8,
    compress,
    concatenate,
    score_and_map,
    smooth,
)
from okng.models.anomaly.method import FittedMethod
from okng.models.anomaly.padim import FittedPadim, PadimSettings
from okng.models.anomaly.patchcore import FittedPatchcore, PatchcoreSettings, greedy_coreset
from okng.models.anomaly.tiling import Tiling
from okng.models.arrays import Float32Array, Float64Array, Uint8Array
from okng.models.backbone.backbone import load_backbone
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.images.preprocessing import to_model_input
from okng.models.inference.anomaly_model import AnomalyModel, is_anomalous
from okng.models.onnx.graph import GraphBuilder
from okng.models.training.anomaly.train_anomaly_model import train
from okng.models.training.request import TrainingRequest

SIZE = 96
WHOLE = Tiling(height=SIZE, width=SIZE)

every_method = pytest.mark.parametrize("type_", sorted(methods()))


def settings_of(type_: str) -> MethodSettings:
    return TypeAdapter(AnomalySettings).validate_python({"type": type_})


def embeddings_of(settings: MethodSettings, images: list[Uint8Array]) -> Float32Array:
    method = create_method(settings)
    engine = OnnxRuntimeEngine(embedding_model(load_backbone(), method, WHOLE))
    inputs = [to_model_input(image, SIZE, SIZE) for image in images]
    return np.concatenate([engine.run({"image": i})["embedding"] for i in inputs])


def judge(fitted: FittedMethod, embedding: Float32Array) -> tuple[float, Float32Array]:
    engine = OnnxRuntimeEngine(judgement_model(fitted, (1, *embedding.shape)))
    outputs = engine.run({"embedding": embedding[None]})
    return float(outputs["score"][0]), outputs["anomaly_map"][0]


@every_method
def test_unknown_settings_are_refused(type_: str) -> None:
    with pytest.raises(ValidationError, match="surprise"):
        TypeAdapter(AnomalySettings).validate_python({"type": type_, "surprise": 1})


def test_unknown_method_is_refused_with_those_that_are_there() -> None:
    with pytest.raises(ValidationError, match=r"magic.*'padim', 'patchcore'"):
        settings_of("magic")


@every_method
def test_one_plain_graph_from_bytes_to_score(type_: str) -> None:
    method = create_method(settings_of(type_))
    images = [texture(i) for i in range(5)]
    fitted = method.fit(Embeddings.of(embeddings_of(method.settings, images)), seed=0)
    model = onnx.load_from_string(whole_model(load_backbone(), method, fitted, WHOLE))

    (image,) = model.graph.input
    assert image.name == "image"
    assert image.type.tensor_type.elem_type == TensorProto.UINT8
    assert [d.dim_value for d in image.type.tensor_type.shape.dim] == [1, SIZE, SIZE, 3]
    shapes = {
        o.name: [d.dim_value for d in o.type.tensor_type.shape.dim] for o in model.graph.output
    }
    assert shapes["score"] == [1]
    assert [(i.domain, i.version) for i in model.opset_import] == [("", 13)]
    assert not [n.op_type for n in model.graph.node if n.op_type in ("Loop", "If", "Scan")]

    outputs = OnnxRuntimeEngine(model.SerializeToString()).run(
        {"image": to_model_input(images[0], SIZE, SIZE)}
    )
    assert outputs["score"].shape == (1,)
    assert outputs["anomaly_map"].shape == (1, SIZE // 8, SIZE // 8)
    assert outputs["score"].dtype == outputs["anomaly_map"].dtype == np.float32


@every_method
def test_the_same_seed_gives_the_same_model(type_: str) -> None:
    method = create_method(settings_of(type_))
    embeddings = embeddings_of(method.settings, [texture(i) for i in range(5)])
    shape = (1, *embeddings.shape[1:])
    first, again, other = (
        judgement_model(method.fit(Embeddings.of(embeddings), seed), shape) for seed in (1, 1, 2)
    )
    assert first == again
    assert first != other


@every_method
def test_fitting_leaves_the_embeddings_as_they_are(type_: str) -> None:
    method = create_method(settings_of(type_))
    embeddings = embeddings_of(method.settings, [texture(i) for i in range(4)])
    before = embeddings.copy()
    method.fit(Embeddings.of(embeddings), 0)
    np.testing.assert_array_equal(embeddings, before)


@every_method
def test_a_trained_bundle_finds_and_shows_a_scratch(
    tmp_path: Path, textures: Callable[[int], list[Path]], type_: str
) -> None:
    anomalies = [tmp_path / f"scratched-{i}.png" for i in range(5)]
    for i, path in enumerate(anomalies):
        cv2.imwrite(str(path), scratched(100 + i))
    bundle = train(
        TrainingRequest(
            name="textures",
            root=tmp_path / "models",
            pictures=labelled(textures(24), anomalies),
            method=settings_of(type_),
            input_height=SIZE,
            input_width=SIZE,
        )
    )
    assert bundle.manifest.metrics is not None
    assert bundle.manifest.metrics.image_auroc == 1
    model = AnomalyModel.load(bundle.path)
    normal = [model.judge(texture(200 + i)).score for i in range(20)]
    assert sum(is_anomalous(score, model.threshold) for score in normal) <= 1
    judgement = model.judge(scratched(300))
    assert is_anomalous(judgement.score, model.threshold)
    row, column = np.unravel_index(judgement.anomaly_map.argmax(), judgement.anomaly_map.shape)
    assert 30 <= (row + 0.5) * 8 <= 62
    assert 30 <= (column + 0.5) * 8 <= 62
    # The same surface in other depths and colours is the same part.
    deep = texture(400).astype(np.uint16) * 16
    assert not is_anomalous(model.judge(deep, significant_bits=12).score, model.threshold)
    colour = cv2.cvtColor(texture(400), cv2.COLOR_GRAY2BGR)
    assert model.judge(colour).score == pytest.approx(model.judge(texture(400)).score)


@every_method
@pytest.mark.parametrize("value", [None, 0, 255])
def test_identical_pictures_make_a_model_that_passes_them(
    tmp_path: Path, type_: str, value: int | None
) -> None:
    image = texture(0) if value is None else np.full((SIZE, SIZE), value, np.uint8)
    paths = [tmp_path / f"{i}.png" for i in range(20)]
    for path in paths:
        cv2.imwrite(str(path), image)
    bundle = train(
        TrainingRequest(
            name="same",
            root=tmp_path / "models",
            pictures=labelled(paths),
            method=settings_of(type_),
            input_height=SIZE,
            input_width=SIZE,
        )
    )
    assert bundle.manifest.warnings == [
        "19 pictures are copies of others, so metrics look better than they are"
    ]
    model = AnomalyModel.load(bundle.path)
    assert not is_anomalous(model.judge(image).score, model.threshold)
    assert is_anomalous(model.judge(scratched(0)).score, model.threshold)


# --- the graphs against NumPy -----------------------------------------------------------------


def smoothed(anomaly_map: Float64Array, sigma: float) -> Float64Array:
    """Gaussian weights within two standard deviations, over what lies inside the picture."""
    height, width = anomaly_map.shape
    radius = max(1, round(2 * sigma))
    result = np.empty_like(anomaly_map)
    for y in range(height):
        for x in range(width):
            total = weight_sum = 0.0
            for v in range(max(0, y - radius), min(height, y + radius + 1)):
                for u in range(max(0, x - radius), min(width, x + radius + 1)):
                    weight = np.exp(-((v - y) ** 2 + (u - x) ** 2) / (2 * sigma**2))
                    total += weight * anomaly_map[v, u]
                    weight_sum += weight
            result[y, x] = total / weight_sum
    return result


def test_smoothing_is_gaussian_also_at_the_border() -> None:
    anomaly_map = np.random.default_rng(0).random((9, 12))
    graph = GraphBuilder()
    graph.rename(smooth(graph, "map", 9, 12, 1.3), "smoothed")
    model = graph.model(
        "smooth",
        {"map": (TensorProto.FLOAT, (1, 1, 9, 12))},
        {"smoothed": (TensorProto.FLOAT, (1, 1, 9, 12))},
    )
    got = OnnxRuntimeEngine(model).run({"map": anomaly_map[None, None].astype(np.float32)})
    np.testing.assert_allclose(got["smoothed"][0, 0], smoothed(anomaly_map, 1.3), rtol=1e-5)


def mean_of_highest(anomaly_map: Float64Array) -> float:
    return float(np.sort(anomaly_map, axis=None)[-4:].mean())


def test_score_is_the_mean_of_the_four_highest_values() -> None:
    anomaly_map = np.random.default_rng(0).permutation(96).astype(np.float32).reshape(8, 12)
    graph = GraphBuilder()
    score, map_shown = score_and_map(graph, "map", 8, 12)
    graph.rename(score, "score")
    graph.rename(map_shown, "shown")
    model = graph.model(
        "score",
        {"map": (TensorProto.FLOAT, (1, 1, 8, 12))},
        {"score": (TensorProto.FLOAT, (1,)), "shown": (TensorProto.FLOAT, (1, 8, 12))},
    )
    got = OnnxRuntimeEngine(model).run({"map": anomaly_map[None, None]})
    np.testing.assert_allclose(got["score"], [np.arange(92, 96).mean()])
    np.testing.assert_array_equal(got["shown"][0], anomaly_map)


def test_compression_takes_a_quarter_of_the_logarithm_of_a_positions_length() -> None:
    features = np.random.default_rng(0).normal(size=(1, 5, 3, 4)).astype(np.float32)
    features[0, :, 0, 0] = 0
    graph = GraphBuilder()
    graph.rename(compress(graph, "features", square_roots=2), "compressed")
    shape = {"features": (TensorProto.FLOAT, features.shape)}
    model = graph.model("compress", shape, {"compressed": (TensorProto.FLOAT, features.shape)})
    engine = OnnxRuntimeEngine(model)
    got = engine.run({"features": features})["compressed"]
    rms = np.sqrt((features**2).mean(axis=1, keepdims=True))
    np.testing.assert_allclose(got, features / np.maximum(rms, 1e-3) ** 0.25, rtol=1e-4)
    larger = engine.run({"features": 16 * features})["compressed"]
    np.testing.assert_allclose(larger, 8 * got, rtol=1e-4)


def test_alignment_averages_and_interpolates() -> None:
    shapes = {"s4": (1, 2, 8, 12), "s8": (1, 3, 4, 6), "s16": (1, 1, 2, 3)}
    generator = np.random.default_rng(0)
    taps = {name: generator.random(shape, np.float32) for name, shape in shapes.items()}
    graph = GraphBuilder()
    graph.rename(concatenate(graph, align_to_stride8(graph, list(taps))), "all")
    model = graph.model(
        "align",
        {name: (TensorProto.FLOAT, shape) for name, shape in shapes.items()},
        {"all": (TensorProto.FLOAT, (1, 6, 4, 6))},
    )
    got = OnnxRuntimeEngine(model).run(taps)["all"][0]
    expected4 = taps["s4"][0].reshape(2, 4, 2, 6, 2).mean((2, 4))
    expected16 = cv2.resize(taps["s16"][0, 0], (6, 4), interpolation=cv2.INTER_LINEAR)
    np.testing.assert_allclose(got[:2], expected4, rtol=1e-5)
    np.testing.assert_array_equal(got[2:5], taps["s8"][0])
    np.testing.assert_allclose(got[5], expected16, rtol=1e-4)


def test_padim_score_is_the_mahalanobis_distance() -> None:
    settings = PadimSettings(dimensions=16, pooling=0.25)
    method = create_method(settings)
    embeddings = embeddings_of(settings, [texture(i) for i in range(12)])
    fitted = method.fit(Embeddings.of(embeddings), seed=3)
    assert isinstance(fitted, FittedPadim)
    np.testing.assert_allclose(fitted.projection.T @ fitted.projection, np.eye(16), atol=1e-5)

    embedding = embeddings_of(settings, [scratched(50)])[0]
    reduced = embeddings.astype(np.float64).transpose(0, 2, 3, 1) @ fitted.projection
    part = embedding.astype(np.float64).transpose(1, 2, 0) @ fitted.projection
    side = SIZE // 8
    own = np.array([[np.cov(reduced[:, y, x].T) for x in range(side)] for y in range(side)])
    covariances = 0.75 * own + 0.25 * own.mean((0, 1)) + 0.01 * np.eye(16)
    expected = np.empty((side, side))
    for y in range(side):
        for x in range(side):
            away = part[y, x] - reduced[:, y, x].mean(0)
            expected[y, x] = np.sqrt(away @ np.linalg.inv(covariances[y, x]) @ away)
    expected = smoothed(expected, settings.smoothing_sigma)

    score, anomaly_map = judge(fitted, embedding)
    np.testing.assert_allclose(anomaly_map, expected, rtol=1e-3)
    assert score == pytest.approx(mean_of_highest(expected), rel=1e-3)


def test_patchcore_score_is_the_distance_to_the_nearest_kept_patch() -> None:
    settings = PatchcoreSettings(coreset_size=100)
    method = create_method(settings)
    embeddings = embeddings_of(settings, [texture(i) for i in range(12)])
    fitted = method.fit(Embeddings.of(embeddings), seed=3)
    assert isinstance(fitted, FittedPatchcore)
    bank = fitted.bank.astype(np.float64) + fitted.center
    assert bank.shape == (100, 152)
    patches = embeddings.transpose(0, 2, 3, 1).reshape(-1, 152)
    for kept in bank[:5]:
        assert np.abs(patches - kept).max(axis=1).min() < 1e-4

    embedding = embeddings_of(settings, [scratched(50)])[0]
    part = embedding.astype(np.float64).transpose(1, 2, 0)
    distances = np.linalg.norm(part[:, :, None] - bank, axis=3).min(axis=2)
    expected = smoothed(distances, settings.smoothing_sigma)
    score, anomaly_map = judge(fitted, embedding)
    np.testing.assert_allclose(anomaly_map, expected, rtol=1e-3)
    assert score == pytest.approx(mean_of_highest(expected), rel=1e-3)


def test_coreset_takes_the_farthest_point_each_time() -> None:
    points = np.array([[0], [1], [10], [4], [10.5]], np.float32)
    assert greedy_coreset(points, 3) == [0, 4, 3]
    assert greedy_coreset(points, 99) == [0, 4, 3, 1, 2]


@pytest.mark.parametrize(("pictures", "kept"), [(30, 2000), (50, 2560), (80, 3000)])
def test_of_more_pictures_more_is_kept(pictures: int, kept: int) -> None:
    """A twentieth of at most 60,000 candidates, but 2,000 of few."""
    drawn = np.random.default_rng(0).normal(size=(pictures, 4, 32, 32)).astype(np.float32)
    with threadpool_limits(limits=1, user_api="blas"):
        fitted = create_method(PatchcoreSettings()).fit(Embeddings.of(drawn), seed=0)
    assert isinstance(fitted, FittedPatchcore)
    assert fitted.bank.shape == (kept, 4)


def test_coreset_of_equal_points_is_one() -> None:
    assert greedy_coreset(np.full((50, 3), 7, np.float32), 10) == [0]


def test_judging_and_training_need_no_torch() -> None:
    script = (
        "import sys, okng.models.training.anomaly.train_anomaly_model;"
        "import okng.models.inference.anomaly_model;"
        "sys.exit(bool({'torch', 'anomalib', 'openvino'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
