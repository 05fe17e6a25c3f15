"""Bundles that grow: the next version of a model, from further pictures alone."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
from support.pictures import labelled, scratched

from okng.models.anomaly.augmentation import Augmentation
from okng.models.bundles.bundle import AnomalyBundle, list_bundles, load_bundle
from okng.models.bundles.imported_settings import ImportedSettings
from okng.models.bundles.manifest import AnomalyManifest
from okng.models.images.image_files import read_image
from okng.models.inference.anomaly_model import AnomalyModel
from okng.models.training.anomaly.incremental_training import (
    IncrementalTrainingRequest,
    train_incrementally,
    why_not,
)
from okng.models.training.anomaly.train_anomaly_model import train
from okng.models.training.request import (
    TrainingCancelledError,
    TrainingError,
    TrainingPicture,
    TrainingRequest,
)

Textures = Callable[[int], list[Path]]
LEARNT, ALL = 24, 34


@pytest.fixture
def defects(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"scratched-{i}.png" for i in range(6)]
    for i, path in enumerate(paths):
        cv2.imwrite(str(path), scratched(100 + i))
    return paths


def request_of(root: Path, pictures: list[TrainingPicture], method: str) -> TrainingRequest:
    return TrainingRequest.model_validate(
        {
            "name": "textures",
            "root": root,
            "pictures": pictures,
            "method": {"type": method},
            "input_height": 64,
            "input_width": 64,
        }
    )


def trained(
    root: Path, normal: list[Path], anomaly: list[Path], method: str = "padim"
) -> AnomalyBundle:
    return train(request_of(root, labelled(normal, anomaly), method))


def growing(
    root: Path, pictures: list[TrainingPicture], version: int = 1
) -> IncrementalTrainingRequest:
    return IncrementalTrainingRequest(
        root=root, name="textures", version=version, pictures=pictures, author="Anna"
    )


def scores(bundle: AnomalyBundle, paths: list[Path]) -> list[float]:
    model = AnomalyModel.load(bundle.path)
    return [model.judge(read_image(path)).score for path in paths]


def test_padim_grown_is_padim_trained_from_all(
    tmp_path: Path, textures: Textures, defects: list[Path]
) -> None:
    normal = textures(ALL)
    base = trained(tmp_path / "models", normal[:LEARNT], defects[:2])
    new = labelled(normal[LEARNT:], defects)
    # Nothing that was learnt is needed again.
    for path in normal[:LEARNT]:
        path.rename(path.with_suffix(".away"))
    grown = train_incrementally(growing(tmp_path / "models", new))
    for path in normal[:LEARNT]:
        path.with_suffix(".away").rename(path)
    full = trained(tmp_path / "full", normal, defects)

    assert scores(grown, defects) == pytest.approx(scores(full, defects), rel=0.01)
    manifest = load_bundle(grown.path, AnomalyManifest).manifest
    assert manifest.threshold == pytest.approx(full.manifest.threshold, rel=0.2)
    assert (manifest.version, manifest.author) == (2, "Anna")
    assert manifest.normal_scores.count == ALL
    assert {image.sha256 for image in manifest.dataset} == {
        image.sha256 for image in full.manifest.dataset
    }
    assert manifest.metrics is not None
    assert manifest.metrics.image_auroc == 1
    assert manifest.scene is not None
    assert manifest.scene.pictures == ALL

    growth = manifest.growth
    assert growth is not None
    assert (growth.version, growth.content_hash) == (1, base.manifest.content_hash)
    assert (growth.learnt, growth.added) == (LEARNT, ALL - LEARNT)
    assert growth.threshold_before == base.manifest.threshold
    assert growth.bank is None
    assert (growth.auroc_before, growth.auroc) == (1, 1)


def test_what_is_added_is_varied_as_what_was_learnt(
    tmp_path: Path, textures: Textures, defects: list[Path]
) -> None:
    normal = textures(ALL)
    varied = {"augmentation": Augmentation(mirror=True, light=True, copies=2)}

    def trained_varied(root: Path, pictures: list[TrainingPicture]) -> AnomalyBundle:
        return train(request_of(root, pictures, "padim").model_copy(update=varied))

    base = trained_varied(tmp_path / "models", labelled(normal[:LEARNT]))
    grown = train_incrementally(growing(tmp_path / "models", labelled(normal[LEARNT:])))
    full = trained_varied(tmp_path / "full", labelled(normal))

    assert grown.manifest.augmentation == base.manifest.augmentation
    near, far, full_mean = (np.mean(scores(bundle, defects)) for bundle in (grown, base, full))
    assert abs(near - full_mean) < abs(far - full_mean)


def test_what_changed_sides_is_told(
    tmp_path: Path, textures: Textures, defects: list[Path]
) -> None:
    """Scratched parts that are said to be good: the version before rejects each, the grown not."""
    root = tmp_path / "models"
    base = trained(root, textures(LEARNT), [], "patchcore")
    harmless = [tmp_path / f"harmless-{i}.png" for i in range(8)]
    for i, path in enumerate(harmless):
        cv2.imwrite(str(path), scratched(200 + i))
    manifest = train_incrementally(growing(root, labelled(harmless))).manifest
    growth = manifest.growth
    assert growth is not None
    learnt = base.manifest.dataset
    rejected = {
        picture.name
        for picture in learnt
        if picture.score and picture.score > base.manifest.threshold
    }
    assert {picture.name for picture in growth.changed} == {
        path.name for path in harmless
    } | rejected
    for picture in growth.changed:
        assert picture.score_before > base.manifest.threshold
        assert picture.score <= manifest.threshold
    # None of them is like what was learnt, so nothing is known of the change for what is.
    assert growth.good_score_ratio == 1
    assert (growth.anomaly_score_ratio, growth.auroc) == (None, None)
    assert growth.bank is not None
    assert 0 < growth.bank.kept < growth.bank.after
    assert manifest.warnings == []
    with_defects = train_incrementally(growing(root, labelled(harmless, defects))).manifest
    assert with_defects.warnings == [
        "6 anomalous pictures that version 1 caught now pass as normal: "
        "check whether the added pictures are good"
    ]


def test_one_picture_is_enough_and_growing_goes_on(
    tmp_path: Path, textures: Textures, defects: list[Path]
) -> None:
    root, normal = tmp_path / "models", textures(LEARNT + 3)
    trained(root, normal[:LEARNT], defects)
    grown = train_incrementally(
        growing(root, labelled(normal[LEARNT : LEARNT + 1], defects[:4]))
    ).manifest
    assert grown.growth is not None
    # Learnt from nothing else, so its unseen score is the version before's.
    assert grown.growth.good_score_ratio == 1
    assert any("2 pictures that version 1 was measured on" in warning for warning in grown.warnings)
    assert sum(image.label == "anomaly" for image in grown.dataset) == 4
    put_aside = TrainingPicture(path=normal[-1], label="normal", split="test")
    two = train_incrementally(
        growing(root, [*labelled(normal[LEARNT + 1 : -1]), put_aside], 2)
    ).manifest
    assert two.growth is not None
    assert (two.version, two.growth.version, two.growth.learnt) == (3, 2, LEARNT + 1)
    assert two.held_out is not None
    assert two.held_out.normal == 1
    assert two.normal_scores.count == LEARNT + 2


def test_batches_are_held_apart_where_they_can_be(tmp_path: Path, textures: Textures) -> None:
    normal = textures(LEARNT + 8)

    def of_batches(paths: list[Path], names: str) -> list[TrainingPicture]:
        dealt = zip(paths, names * len(paths), strict=False)
        return [TrainingPicture(path=path, label="normal", batch=name) for path, name in dealt]

    train(request_of(tmp_path, of_batches(normal[:LEARNT], "abcd"), "padim"))
    two = train_incrementally(growing(tmp_path, of_batches(normal[LEARNT:], "ef"))).manifest
    assert two.cross_validation is not None
    assert (two.cross_validation.by, two.cross_validation.folds) == ("batch", 2)
    assert two.false_rejects is not None
    assert two.false_rejects.unseen == LEARNT + 8
    grown = train_incrementally(growing(tmp_path, of_batches(normal[LEARNT:], "e"))).manifest
    assert grown.cross_validation is not None
    assert grown.cross_validation.by == "picture"
    assert any("all normal pictures are from batch 'e'" in warning for warning in grown.warnings)
    # What a known batch does to the new scores says nothing of unseen batches.
    assert grown.growth is not None
    assert grown.growth.good_score_ratio == 1


def test_what_can_not_be_learnt_is_refused(
    tmp_path: Path, textures: Textures, defects: list[Path]
) -> None:
    root, normal = tmp_path / "models", textures(LEARNT + 2)
    trained(root, normal[:LEARNT], [])
    new = labelled(normal[LEARNT:])
    for pictures, message in (
        ([], r"^there is nothing new: textures version 1 has learnt"),
        (labelled([], defects), r"^there is nothing new"),
        (
            labelled(normal[LEARNT - 1 :]),
            r"1 of the pictures are among .* normal-23.png \(normal\)",
        ),
        ([*new, *labelled([], normal[:1])], r"normal-0.png \(anomaly\)\. Train on all pictures"),
        ([*new, *labelled([tmp_path / "no.png"])], r"^1 bad pictures:\n.*no.png"),
    ):
        with pytest.raises(TrainingError, match=message):
            train_incrementally(growing(root, pictures))
    bundles, broken = list_bundles(root, AnomalyManifest)
    assert ([bundle.manifest.version for bundle in bundles], broken) == ([1], [])


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"format_version": 3, "tiling": None}, "bundle format 3 has different features"),
        ({"backbone": None}, "another backbone than the present efficientnet_lite0"),
        ({"method": ImportedSettings(file="padim.onnx", sha256="0" * 64)}, "it was imported"),
    ],
)
def test_versions_that_can_not_grow_say_why(
    tmp_path: Path, textures: Textures, change: dict[str, object], message: str
) -> None:
    manifest: AnomalyManifest = trained(tmp_path, textures(20), []).manifest
    assert why_not(manifest) is None
    reason = why_not(manifest.model_copy(update=change))
    assert reason is not None
    assert reason.startswith("textures version 1 cannot learn further pictures: ")
    assert message in reason


def test_cancelling_leaves_the_version_before(tmp_path: Path, textures: Textures) -> None:
    normal, messages = textures(LEARNT + 4), list[str]()
    trained(tmp_path, normal[:LEARNT], [])
    with pytest.raises(TrainingCancelledError):
        train_incrementally(
            growing(tmp_path, labelled(normal[LEARNT:])),
            lambda share, message: messages.append(message),
            lambda: bool(messages) and messages[-1].startswith("Testing"),
        )
    assert messages[-1] == "Testing on unseen pictures, 1 of 4"
    assert [path.name for path in (tmp_path / "textures").iterdir()] == ["1"]


KILLED = """
import os, signal, sys
from okng.models.training.anomaly.incremental_training import (
    IncrementalTrainingRequest,
    train_incrementally,
)

def kill(share, message):
    if message.startswith("Writing"):
        os.kill(os.getpid(), signal.SIGKILL)

train_incrementally(IncrementalTrainingRequest.model_validate_json(sys.stdin.read()), kill)
"""


def test_killed_in_the_middle_it_leaves_the_version_before(
    tmp_path: Path, textures: Textures
) -> None:
    normal = textures(LEARNT + 4)
    trained(tmp_path, normal[:LEARNT], [])
    request = growing(tmp_path, labelled(normal[LEARNT:]))
    killed = subprocess.run(
        [sys.executable, "-c", KILLED], input=request.model_dump_json(), text=True, check=False
    )
    assert killed.returncode == -signal.SIGKILL
    assert [path.name for path in (tmp_path / "textures").iterdir()] == ["1"]
    assert train_incrementally(request).manifest.version == 2
