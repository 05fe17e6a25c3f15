"""What the shortcut check costs, finds and calls wrongly.

PYTHONPATH=tests .venv/bin/python tests/bench/bench_shortcuts.py [--quick]
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import cv2
import numpy as np
from support.real_pictures import COOKIES, ELPV, cookies, elpv
from support.shortcut_trials import (
    ANOMALOUS,
    MORNING,
    NORMAL,
    Picture,
    check,
    clipped,
    draws,
    features_of,
    planted_found,
    tinted,
)
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from okng.models.dataset_review.findings import ReviewedPicture
from okng.models.dataset_review.shortcut_features import ShortcutFeatures, shortcut_features
from okng.models.dataset_review.shortcuts import ShortcutCheck
from okng.models.images.image_files import read_image

PICTURES, TRIALS = 1000, 200


def features_at(path: Path) -> ShortcutFeatures:
    return features_of(clipped(read_image(path)))


def cost(count: int) -> None:
    """Where nothing is clear, and where the border tells six batches apart."""
    paths = sorted((ELPV / "images").glob("*.png"))[:count]
    images = [(read_image(path), path.read_bytes()) for path in paths]
    started = time.perf_counter()
    features = [shortcut_features(image, image.astype(np.float32), data) for image, data in images]
    print(f"features of {count} pictures of 300 x 300 px: {time.perf_counter() - started:.2f} s")
    pictures = [
        ReviewedPicture(
            key=i,
            path=path,
            label="normal" if i % 7 % 2 else "anomaly",
            batch=f"lot {i % 6}",
            added_at=MORNING.replace(day=1 + i % 5),
            person="ann" if i % 11 % 2 else "ben",
        )
        for i, path in enumerate(paths)
    ]
    in_batches = [
        each._replace(border=each.border + 400.0 * (i % 6)) for i, each in enumerate(features)
    ]
    for given in (features, in_batches):
        started = time.perf_counter()
        # As in a review: threads that wait for each other are slow beside other work.
        with threadpool_limits(limits=1, user_api="blas"):
            found = ShortcutCheck(pictures, given, seed=0).run()
        targets = ", ".join(shortcut.target for shortcut in found) or "nothing"
        print(f"  test: {time.perf_counter() - started:.2f} s, {targets} found")


def real_labels(
    name: str, normal: list[ShortcutFeatures], bad: list[ShortcutFeatures], trials: int
) -> None:
    """All pictures together, and draws of 30 normal and 10 anomalous ones."""
    told = [each for shortcut in check(normal, bad) for each in shortcut.evidence]
    figures = ", ".join(f"{each.group} {each.auroc:.3f}" for each in told) or "nothing"
    print(f"{name}, {len(normal)} + {len(bad)}: {figures}")
    generator = np.random.default_rng(0)
    flagged = 0
    for _ in range(trials):
        chosen = generator.choice(len(normal), NORMAL, False)
        anomalous = generator.choice(len(bad), ANOMALOUS, False)
        flagged += bool(check([normal[i] for i in chosen], [bad[i] for i in anomalous]))
    print(f"{name}, {NORMAL} + {ANOMALOUS}: {flagged} of {trials} flagged")


def colour_image(path: Path) -> Picture:
    image = cv2.imread(str(path), cv2.IMREAD_COLOR)
    assert image is not None
    return image.astype(np.uint8)


def cookies_with_a_tint(paths: list[Path], trials: int) -> None:
    images = [colour_image(path) for path in paths]
    plain = [features_of(image) for image in images]
    for channel, colour in enumerate(("blue", "green", "red")):
        planted = [features_of(tinted(channel)(image)) for image in images]
        found = planted_found(plain, planted, trials)
        print(f"whole cookies, {colour} tint of 3: found {found} of {trials}")
    none = sum(
        bool(check([plain[i] for i in normal], [plain[i] for i in rest]))
        for normal, rest in draws(len(plain), trials)
    )
    print(f"whole cookies, nothing planted: flagged {none} of {trials}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="few pictures")
    quick = parser.parse_args().quick
    trials = 2 if quick else TRIALS
    cost(60 if quick else PICTURES)
    cells = elpv(40 if quick else 588, 0)
    normal = [features_at(path) for path in cells.train]
    bad = [features_at(path) for path in cells.anomaly[: 20 if quick else None]]
    real_labels("mono cells", normal, bad, trials)
    if COOKIES.is_dir():
        every = cookies()
        whole = [*every.train, *every.normal]
        real_labels(
            "cookies",
            [features_of(colour_image(path)) for path in whole],
            [features_of(colour_image(path)) for path in every.anomaly],
            trials,
        )
        cookies_with_a_tint(whole, trials)


if __name__ == "__main__":
    main()
