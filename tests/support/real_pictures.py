"""Real pictures for benchmarks: solar cells of a package, cookies of a folder beside the clone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import elpv_dataset
import numpy as np

ELPV = Path(elpv_dataset.__file__).parent / "data"
SHARED_DATA = Path(__file__).parents[3] / "shared/data"
"""A folder beside the clone, which not every machine has."""
COOKIES = SHARED_DATA / "cookies"


@dataclass(frozen=True)
class Split:
    name: str
    train: list[Path]
    normal: list[Path]
    anomaly: list[Path]


def elpv(count: int, seed: int) -> Split:
    rows = [line.split() for line in (ELPV / "labels.csv").read_text().splitlines()]
    mono = [(ELPV / path, float(chance)) for path, chance, kind in rows if kind == "mono"]
    generator = np.random.default_rng(seed)
    good = [path for path, chance in mono if chance == 0]
    defective = [path for path, chance in mono if chance == 1]
    generator.shuffle(good)
    return Split(f"ELPV mono, {count}", good[:count], good[count:], defective)


def cookies() -> Split:
    """Trained on the normal training pictures only, tested on all the rest."""
    training, test = COOKIES / "training-images", COOKIES / "test-images"
    return Split(
        "cookies, 31",
        sorted(training.glob("normal-*")),
        sorted(test.glob("test-normal-*")),
        sorted([*training.glob("anomaly-*"), *test.glob("test-anomaly-*")]),
    )
