"""Pictures for the models' tests: real ones where they can be had, and made ones."""

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
from support.pictures import Pictures, texture

from okng.models.anomaly import DEFAULT_SETTINGS
from okng.models.bundles.manifest import (
    AnomalyDescription,
    BackboneReference,
    ManifestPicture,
    ModelInput,
    ScoreStatistics,
)
from okng.models.evaluation import histogram

COOKIES = Path(__file__).parents[3] / "shared/data/cookies"


@pytest.fixture(scope="session")
def elpv() -> Pictures:
    """Monocrystalline solar cells: 60 good ones to train, 100 good and 100 defective to test."""
    elpv_dataset = pytest.importorskip("elpv_dataset", reason="the extra [demo] is not installed")
    folder = Path(elpv_dataset.__file__).parent / "data"
    rows = [line.split() for line in (folder / "labels.csv").read_text().splitlines()]
    mono = [(folder / path, float(chance)) for path, chance, kind in rows if kind == "mono"]
    generator = np.random.default_rng(0)
    good = [path for path, chance in mono if chance == 0]
    defective = [path for path, chance in mono if chance == 1]
    generator.shuffle(good)
    generator.shuffle(defective)
    return Pictures(good[:60], good[60:160], defective[:100])


@pytest.fixture(scope="session")
def cookies() -> Pictures:
    """Cookies, whole and cracked: the folders' own split."""
    if not COOKIES.is_dir():
        pytest.skip(f"the cookies' photographs are not at {COOKIES}")
    training, test = COOKIES / "training-images", COOKIES / "test-images"
    return Pictures(
        sorted(training.glob("normal-*")),
        sorted(test.glob("test-normal-*")),
        sorted(test.glob("test-anomaly-*")),
    )


@pytest.fixture
def textures(tmp_path: Path) -> Callable[[int], list[Path]]:
    """Writes so many normal textures into the test's folder."""

    def write(count: int) -> list[Path]:
        paths = [tmp_path / "pictures" / f"normal-{i}.png" for i in range(count)]
        paths[0].parent.mkdir(exist_ok=True)
        for i, path in enumerate(paths):
            cv2.imwrite(str(path), texture(i))
        return paths

    return write


@pytest.fixture
def description() -> AnomalyDescription:
    """What a training might have said of its model."""
    return AnomalyDescription(
        method=DEFAULT_SETTINGS,
        backbone=BackboneReference(name="efficientnet_lite0", sha256="b" * 64),
        input=ModelInput(height=224, width=224),
        threshold=10.1,
        allowed_false_reject_rate=0.01,
        normal_scores=ScoreStatistics(count=3, mean=5, standard_deviation=1, minimum=4, maximum=6),
        metrics=None,
        histogram=histogram([4, 5, 6], []),
        dataset=[ManifestPicture(sha256="a" * 64, name="ö.png", label="normal", split="train")],
        seed=0,
        author="Jürgen",
        created_at="2026-11-23T05:00:00Z",
    )
