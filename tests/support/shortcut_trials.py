"""Trials of the shortcut check: shuffled labels, and shortcuts that were planted into pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from okng.models.dataset_review.findings import Label, ReviewedPicture
from okng.models.dataset_review.shortcut_features import ShortcutFeatures, shortcut_features
from okng.models.dataset_review.shortcuts import FoundShortcut, ShortcutCheck

Picture = NDArray[np.uint8]
Plant = Callable[[Picture], Picture]

NORMAL, ANOMALOUS = 30, 10
MORNING = datetime(2026, 11, 30, 8, tzinfo=UTC)
WHITE_BALANCE = 0.5
"""Grey values by which the channels of a camera's pictures vary."""


def features_of(image: Picture, quality: int | None = None) -> ShortcutFeatures:
    """The features of an image that is saved as PNG, or as JPEG of this quality."""
    if quality is None:
        data = cv2.imencode(".png", image)[1].tobytes()
    else:
        data = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])[1].tobytes()
    decoded: Any = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)
    grey = decoded if decoded.ndim == 2 else cv2.cvtColor(decoded, cv2.COLOR_BGR2GRAY)
    return shortcut_features(decoded, grey.astype(np.float32), data)


def in_colour(path: Path, generator: np.random.Generator) -> Picture:
    """A picture as from a colour camera, whose white balance varies a little."""
    image: Any = cv2.imread(str(path), cv2.IMREAD_COLOR)
    return clipped(image + generator.normal(0, WHITE_BALANCE, 3))


def clipped(values: NDArray[Any]) -> Picture:
    return np.clip(np.round(values), 0, 255).astype(np.uint8)


def tinted(channel: int) -> Plant:
    """A tint of three grey values in one channel."""

    def plant(image: Picture) -> Picture:
        return clipped(image + 3.0 * (np.arange(3) == channel))

    return plant


def on_tray(image: Picture) -> Picture:
    """The edge of a dark tray along the left side, 1/40 of the width."""
    generator = np.random.default_rng(int(image[0, 0, 0]))
    width = max(1, image.shape[1] // 40)
    shown = image.copy()
    shown[:, :width] = clipped(generator.normal(60, 3, (image.shape[0], width, 1)))
    return shown


def blurred(image: Picture) -> Picture:
    return cv2.GaussianBlur(image, (0, 0), 1).astype(np.uint8)


def check(
    normal: Sequence[ShortcutFeatures],
    anomalous: Sequence[ShortcutFeatures],
    records: Callable[[int, Label], dict[str, Any]] = lambda index, label: {},
) -> list[FoundShortcut]:
    """What the check finds; `records` gives what the dataset says of the picture of an index."""
    features = [*normal, *anomalous]
    labels: list[Label] = ["normal"] * len(normal) + ["anomaly"] * len(anomalous)
    pictures = [
        ReviewedPicture(index, Path("unread"), label, **records(index, label))
        for index, label in enumerate(labels)
    ]
    return ShortcutCheck(pictures, features, seed=0).run()


def draws(count: int, trials: int) -> Iterator[tuple[list[int], list[int]]]:
    """Indices of 30 normal and 10 other pictures of so many, for each trial."""
    generator = np.random.default_rng(1)
    for _ in range(trials):
        order = generator.permutation(count)[: NORMAL + ANOMALOUS].tolist()
        yield order[:NORMAL], order[NORMAL:]


def planted_found(
    plain: Sequence[ShortcutFeatures], planted: Sequence[ShortcutFeatures], trials: int
) -> int:
    """In how many trials the label was told where the anomalous pictures have the plant."""
    return sum(
        bool(check([plain[i] for i in normal], [planted[i] for i in anomalous]))
        for normal, anomalous in draws(len(plain), trials)
    )


def dates_found(plain: Sequence[ShortcutFeatures], trials: int) -> int:
    """The same where anomalous pictures are of the fourth day, and normal ones of those before."""

    def records(index: int, label: Label) -> dict[str, Any]:
        day = 3 if label == "anomaly" else index % 3
        # Both labels at any time of day.
        return {"added_at": MORNING + timedelta(days=day, minutes=7 * (index * 17 % 40))}

    return sum(
        bool(check([plain[i] for i in normal], [plain[i] for i in anomalous], records))
        for normal, anomalous in draws(len(plain), trials)
    )


def shuffled_flagged(features: Sequence[ShortcutFeatures], trials: int, seed: int) -> int:
    """In how many trials anything was flagged where labels and records are mere chance."""
    generator = np.random.default_rng(seed)
    flagged = 0
    for _ in range(trials):
        order = generator.permutation(len(features))[: NORMAL + ANOMALOUS]
        chosen = [features[i] for i in order]
        rows = random_records(len(chosen), generator)
        flagged += bool(
            check(chosen[:NORMAL], chosen[NORMAL:], lambda i, label, rows=rows: rows[i])  # type: ignore[misc]
        )
    return flagged


def random_records(count: int, generator: np.random.Generator) -> list[dict[str, Any]]:
    """Three batches, three days, any time of day and two persons."""
    return [
        {
            "batch": f"lot {generator.integers(3)}",
            "added_at": MORNING + timedelta(days=int(generator.integers(3)), minutes=int(minute)),
            "person": str(generator.choice(["ann", "ben"])),
        }
        for minute in 7 * generator.permutation(count)
    ]
