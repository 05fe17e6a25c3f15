"""What a review finds and what it calls wrongly: a bad part among good ones, copies among others.

PYTHONPATH=tests .venv/bin/python tests/bench/bench_review.py
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
from support.real_pictures import COOKIES, elpv

from okng.models.dataset_review.findings import ReviewedPicture
from okng.models.dataset_review.measurements import Measurements, measure
from okng.models.dataset_review.near_copies import near_copies
from okng.models.dataset_review.outliers import LIMIT, modified_z_scores, unlike_others
from okng.models.preprocessing import Image, read_image

DRAWS, CELLS, SEED = 14, 40, 1
COPIED = 30


def measured(paths: Sequence[Path], scratch: Path) -> Measurements:
    pictures = [ReviewedPicture(key, path, "normal") for key, path in enumerate(paths)]
    return measure(pictures, scratch, threads=1)[0]


def outliers(of: Measurements, pictures: Iterable[int]) -> npt.NDArray[np.bool_]:
    """Of these pictures, by index, as if they were a dataset of normal ones."""
    chosen = np.array(list(pictures))
    alone = np.arange(len(of.pictures))
    return modified_z_scores(unlike_others(of.embeddings, chosen, chosen, alone, 0).scores) > LIMIT


def cookies(scratch: Path) -> None:
    good = sorted((COOKIES / "training-images").glob("normal-*"))
    bad = [
        *sorted((COOKIES / "training-images").glob("anomaly-*")),
        *sorted((COOKIES / "test-images").glob("test-anomaly-*")),
    ]
    of = measured([*good, *bad], scratch)
    whole, cracked = range(len(good)), range(len(good), len(good) + len(bad))
    print(f"{len(good)} whole cookies: {outliers(of, whole).sum()} called")
    one = np.array([outliers(of, [*whole, each]) for each in cracked])
    print(
        f"with one cracked: found {one[:, -1].mean():.1%}, wrong {one[:, :-1].sum(axis=1).mean()}"
    )
    pairs = zip(cracked, np.roll(cracked, -7), strict=True)
    two = np.array([outliers(of, [*whole, *pair]) for pair in pairs])[:, -2:]
    print(f"with two: both {two.all(axis=1).mean():.1%}, one {two.any(axis=1).mean():.1%}")


def cells(scratch: Path) -> None:
    split = elpv(DRAWS * CELLS, SEED)
    bad = split.anomaly[:: len(split.anomaly) // 60][:60]
    of = measured([*split.train, *bad], scratch)
    count = len(split.train)
    draws = np.array([outliers(of, range(i, i + CELLS)) for i in range(0, count, CELLS)])
    print(f"{CELLS} good cells, {len(draws)} draws: wrong {draws.sum(axis=1).mean():.2f} a draw")
    print(f"300 good cells: wrong {outliers(of, range(300)).sum()}")
    found = [
        outliers(of, [*((i * CELLS + np.arange(CELLS)) % count), count + i])[-1]
        for i in range(len(bad))
    ]
    print(f"{CELLS} good cells and one defective, {len(bad)} times: found {np.mean(found):.1%}")


def shifted(image: Image, share: float) -> npt.NDArray[np.uint8]:
    by = max(1, round(image.shape[1] * share))
    matrix = np.array([[1, 0, by], [0, 1, by]], np.float32)
    size = (image.shape[1], image.shape[0])
    return cv2.warpAffine(image, matrix, size, borderMode=cv2.BORDER_REPLICATE)  # type: ignore[return-value]


def copies_of(image: Image, generator: np.random.Generator) -> dict[str, Image]:
    def jpeg(quality: int) -> Image:
        data = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
        return cv2.imdecode(data, cv2.IMREAD_UNCHANGED)  # type: ignore[return-value]

    def clipped(values: npt.NDArray[np.float64]) -> Image:
        return np.clip(values, 0, 255).astype(np.uint8)

    return {
        "JPEG 60": jpeg(60),
        "JPEG 90": jpeg(90),
        "noise of 3": clipped(image + generator.normal(0, 3, image.shape)),
        "5 % brighter": clipped(image * 1.05),
        "half the size": cv2.resize(image, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA),  # type: ignore[dict-item]
        "shifted by 1/300": shifted(image, 1 / 300),
        "shifted by 1/100": shifted(image, 1 / 100),
    }


def copies(name: str, paths: Sequence[Path], scratch: Path) -> None:
    generator = np.random.default_rng(SEED)
    made = [copies_of(read_image(path), generator) for path in paths[:COPIED]]
    alone = near_copies(measured(paths, scratch))
    print(f"{len(paths)} {name}: {len(alone)} groups with {sum(map(len, alone))} pictures")
    for how in made[0]:
        files = [scratch / f"{i}.png" for i in range(COPIED)]
        for file, variants in zip(files, made, strict=True):
            cv2.imwrite(str(file), variants[how])
        groups = near_copies(measured([*paths, *files], scratch))
        pairs = [(i, len(paths) + i) for i in range(COPIED)]
        found = [any(a in group and b in group for group in groups) for a, b in pairs]
        print(f"  {how}: found {np.mean(found):.0%}")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        cookies(scratch)
        cells(scratch)
        all_cookies = sorted(COOKIES.glob("t*-images/*.jpg"))
        copies("cookies", all_cookies, scratch)
        copies("good mono cells", elpv(250, SEED).train, scratch)


if __name__ == "__main__":
    main()
