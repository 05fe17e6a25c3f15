"""Large pictures in tiles: the same features as tile by tile, one map without seams, one score."""

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
from onnx import TensorProto
from pydantic import ValidationError
from support.pictures import labelled

from okng.models.anomaly import MethodSettings, create_method, methods
from okng.models.anomaly.embedder import Embedder
from okng.models.anomaly.graphs import EMBEDDING, IMAGE, embedding_model, judgement_model
from okng.models.anomaly.layers import halve
from okng.models.anomaly.padim import PadimSettings
from okng.models.anomaly.patchcore import PatchcoreSettings
from okng.models.anomaly.tiling import OVERLAP_PX, Tiling, tiling_for_defect
from okng.models.arrays import Float32Array, Uint8Array
from okng.models.backbone.backbone import load_backbone
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.inference.anomaly_model import AnomalyModel, is_anomalous
from okng.models.onnx.graph import GraphBuilder
from okng.models.training.anomaly.train_anomaly_model import train
from okng.models.training.request import TrainingError, TrainingRequest

TILE = 256
"""Pixels of a tile: 2 x 2 of them with their overlap are 384 px."""
KEPT = (TILE - OVERLAP_PX // 2) // 8
"""Positions that a tile at a corner gives to the whole: 24 of 32."""


def surface(seed: int, side: int) -> Uint8Array:
    """Blurred noise, as cast or ground surfaces look."""
    noise = np.random.default_rng(seed).normal(0, 1, (side, side, 3))
    blurred = cv2.GaussianBlur(noise, (0, 0), 2)
    return np.clip(128 + 160 * blurred, 0, 255).astype(np.uint8)


def embedding(type_: str, tiling: Tiling, image: Uint8Array) -> Float32Array:
    method = create_method(methods()[type_].settings_class())
    engine = OnnxRuntimeEngine(embedding_model(load_backbone(), method, tiling))
    return engine.run({IMAGE: image[None]})[EMBEDDING]


@pytest.mark.parametrize("type_", sorted(methods()))
def test_tiles_of_a_picture_equal_the_same_tiles_one_by_one(type_: str) -> None:
    image = surface(0, 2 * TILE - OVERLAP_PX)
    whole = embedding(type_, Tiling(height=TILE, width=TILE, rows=2, columns=2), image)
    assert whole.shape[2:] == (2 * KEPT, 2 * KEPT)
    for top, rows in ((0, slice(None, KEPT)), (TILE - OVERLAP_PX, slice(-KEPT, None))):
        for left, columns in ((0, slice(None, KEPT)), (TILE - OVERLAP_PX, slice(-KEPT, None))):
            tile = np.ascontiguousarray(image[top : top + TILE, left : left + TILE])
            alone = embedding(type_, Tiling(height=TILE, width=TILE), tile)
            np.testing.assert_allclose(
                whole[:, :, rows, columns], alone[:, :, rows, columns], rtol=1e-4, atol=1e-4
            )


def test_features_at_a_seam_are_nearly_those_of_the_whole_picture() -> None:
    """Beside what they are at a tile's own edge, where the backbone sees a padded border."""
    image = surface(1, 2 * TILE - OVERLAP_PX)
    side = len(image)
    tiled = embedding("padim", Tiling(height=TILE, width=TILE, rows=2, columns=2), image)
    whole = embedding("padim", Tiling(height=side, width=side), image)
    apart = np.linalg.norm(tiled - whole, axis=1)[0]
    alone = np.ascontiguousarray(image[:TILE, :TILE])
    edge = embedding("padim", Tiling(height=TILE, width=TILE), alone)[:, :, :, -1]
    at_edge = np.linalg.norm(edge - whole[:, :, : TILE // 8, TILE // 8 - 1], axis=1).mean()
    at_seam = apart[:, KEPT - 1 : KEPT + 1].mean()
    assert at_seam < 0.2 * at_edge


@pytest.mark.parametrize(
    "settings", [PatchcoreSettings(coreset_size=200), PadimSettings(dimensions=16)]
)
def test_a_small_defect_is_found_and_shown_where_it_is(
    tmp_path: Path, settings: MethodSettings
) -> None:
    paths = [tmp_path / f"{i}.png" for i in range(20)]
    for i, path in enumerate(paths):
        cv2.imwrite(str(path), surface(i, 400))
    bundle = train(
        TrainingRequest(
            name="surfaces",
            root=tmp_path / "models",
            pictures=labelled(paths),
            method=settings,
            input_height=TILE,
            input_width=TILE,
            tile_rows=2,
            tile_columns=2,
        )
    )
    assert bundle.manifest.tiling == Tiling(height=TILE, width=TILE, rows=2, columns=2)
    assert (bundle.manifest.input.height, bundle.manifest.input.width) == (384, 384)
    model = AnomalyModel.load(bundle.path)
    assert not is_anomalous(model.judge(surface(100, 400)).score, model.threshold)
    # In a corner, in the middle of a tile, and on the seams of two and of all four.
    for y, x in ((8, 390), (300, 120), (200, 60), (200, 200)):
        image = surface(101, 400)
        cv2.circle(image, (x, y), 5, (0, 0, 0), -1)
        judgement = model.judge(image)
        assert is_anomalous(judgement.score, model.threshold)
        peak = np.unravel_index(judgement.anomaly_map.argmax(), judgement.anomaly_map.shape)
        assert judgement.anomaly_map.shape == (48, 48)
        np.testing.assert_allclose((np.array(peak) + 0.5) * 400 / 48, (y, x), atol=17)


def test_a_map_of_good_parts_has_no_seams(tmp_path: Path) -> None:
    method = create_method(PatchcoreSettings(coreset_size=500))
    tiling = Tiling(height=TILE, width=TILE, rows=1, columns=3)
    embedder = Embedder(load_backbone(), method, tiling)
    embeddings = embedder.room(tmp_path, 12)
    for i in range(12):
        embeddings.put(i, embedder.embed(surface(i, 512)[:TILE]))
    model = judgement_model(method.fit(embeddings[:8], 0), (1, embeddings.channels, 32, 64))
    engine = OnnxRuntimeEngine(model)
    maps = [engine.run({EMBEDDING: embedding})["anomaly_map"][0] for embedding in embeddings[8:]]
    columns = np.mean(maps, axis=(0, 1))
    seams = [KEPT - 1, KEPT, 64 - KEPT - 1, 64 - KEPT]
    assert columns[seams].mean() < 1.03 * columns[4:-4].mean()


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"rows": 9, "columns": 9}, "9 x 9 tiles are 81; allowed are 64"),
        ({"rows": 2, "height": 224}, "tiles of 224 px; allowed are 256 px and more"),
    ],
)
def test_tilings_have_limits(fields: dict[str, int], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        Tiling.model_validate({"height": 512, "width": 512} | fields)


@pytest.mark.parametrize(
    ("height", "width", "defect_px", "expected"),
    [
        (480, 640, 120, Tiling(height=224, width=224)),
        (1024, 1280, 48, Tiling(height=512, width=640)),
        (1024, 1280, 6, Tiling(height=1024, width=512, columns=3)),
        (2048, 2448, 24, Tiling(height=512, width=448, rows=5, columns=7)),
    ],
)
def test_the_smallest_defect_chooses_size_and_tiles(
    height: int, width: int, defect_px: float, expected: Tiling
) -> None:
    assert tiling_for_defect(height, width, defect_px) == expected


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            {"input_height": 512, "input_width": 512, "tile_rows": 2},
            r"20 bad pictures:\n.*0.png: 96 x 96 px are smaller than the input of 512 x 896 px in "
            "2 x 1 tiles of 512 x 512 px; use fewer tiles",
        ),
        (
            {"method": PadimSettings(), "tile_rows": 3, "input_height": 1024, "input_width": 1024},
            r"padim learns each position separately, .* has 45,056 positions, more than the 16,384",
        ),
    ],
)
def test_what_tiles_can_not_do_is_told(
    textures: Callable[[int], list[Path]], tmp_path: Path, options: dict[str, object], message: str
) -> None:
    request = TrainingRequest.model_validate(
        {"name": "parts", "root": tmp_path / "models", "pictures": labelled(textures(20))} | options
    )
    with pytest.raises(TrainingError, match=message):
        train(request)
    assert list(tmp_path.glob("models/*")) == []


def test_a_defect_too_small_for_large_pictures_is_told(tmp_path: Path) -> None:
    path = tmp_path / "large.png"
    cv2.imwrite(str(path), np.zeros((5000, 5000), np.uint8))
    request = TrainingRequest(
        name="parts", root=tmp_path, pictures=labelled([path] * 20), smallest_defect_px=4
    )
    with pytest.raises(TrainingError, match=r"4 px in pictures of 5000 x 5000 px: 13 x 13 tiles"):
        train(request)


# --- PatchCore's second look at half the size -------------------------------------------------


def test_half_the_size_is_averaged_and_rounded() -> None:
    image = surface(0, 64)
    graph = GraphBuilder()
    graph.rename(halve(graph, "image"), "half")
    shapes = {"image": (TensorProto.UINT8, (1, 64, 64, 3))}
    model = graph.model("halve", shapes, {"half": (TensorProto.UINT8, (1, 32, 32, 3))})
    got = OnnxRuntimeEngine(model).run({"image": image[None]})["half"][0]
    np.testing.assert_array_equal(got, cv2.resize(image, (32, 32), interpolation=cv2.INTER_AREA))


def test_half_scale_features_are_those_of_the_half_size_picture() -> None:
    """On a pattern that repeats every 32 px interpolation changes nothing far from the border."""
    pattern = np.tile(surface(0, 32), (16, 16, 1))
    half = cv2.resize(pattern, (256, 256), interpolation=cv2.INTER_AREA)
    both = embedding("patchcore", Tiling(height=512, width=512), pattern)
    alone = embedding("patchcore", Tiling(height=256, width=256), half)
    assert (both.shape[1], alone.shape[1]) == (304, 152)
    # Strides 8 and 16 of the half-size picture, at the middle of the pattern's 4 x 4 positions.
    np.testing.assert_allclose(
        both[0, 192:, 28:36, 28:36].mean((1, 2)), alone[0, 40:, 14:18, 14:18].mean((1, 2)), rtol=0.1
    )


@pytest.mark.parametrize(
    ("tiling", "twice"),
    [
        (Tiling(height=224, width=512), False),
        (Tiling(height=288, width=512), True),
        (Tiling(height=544, width=544), False),
        (Tiling(height=512, width=512, columns=2), False),
    ],
)
def test_patchcore_looks_twice_at_middling_inputs_unless_told(tiling: Tiling, twice: bool) -> None:
    assert create_method(PatchcoreSettings()).takes_half(tiling) is twice
    for half_scale in (False, True):
        assert (
            create_method(PatchcoreSettings(half_scale=half_scale)).takes_half(tiling) is half_scale
        )
