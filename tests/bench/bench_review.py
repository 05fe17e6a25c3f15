"""What a review finds and what it calls wrongly: a bad part among good ones, copies among others.

PYTHONPATH=tests .venv/bin/python tests/bench/bench_review.py [--quick]
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import cv2
import numpy as np
from support.real_pictures import COOKIES, elpv

from okng.models.arrays import BoolArray, Float64Array, Image, Uint8Array
from okng.models.dataset_review.findings import ReviewedPicture
from okng.models.dataset_review.measurements import Measurements, measure
from okng.models.dataset_review.near_duplicates import find_near_duplicates
from okng.models.dataset_review.outliers import LIMIT, modified_z_scores, outlier_scores
from okng.models.images.image_files import read_image

DRAWS, CELLS, SEED = 14, 40, 1
COPIED = 30
DEFECTIVE, TOGETHER = 60, 300


def measured(paths: Sequence[Path], scratch: Path) -> Measurements:
    pictures = [ReviewedPicture(key, path, "normal") for key, path in enumerate(paths)]
    return measure(pictures, scratch, threads=1)[0]


def outliers(of: Measurements, pictures: Iterable[int]) -> BoolArray:
    """Of these pictures, by index, as if they were a dataset of normal ones."""
    chosen = np.array(list(pictures))
    alone = np.arange(len(of.pictures))
    return modified_z_scores(outlier_scores(of.embeddings, chosen, chosen, alone, 0).scores) > LIMIT


def cookies(scratch: Path) -> None:
    good = sorted((COOKIES / "training-images").glob("normal-*"))
    bad = [
        *sorted((COOKIES / "training-images").glob("anomaly-*")),
        *sorted((COOKIES / "test-images").glob("test-anomaly-*")),
    ]
    of = measured([*good, *bad], scratch)
    whole, cracked = range(len(good)), range(len(good), len(good) + len(bad))
    print(f"{len(good)} whole cookies: {outliers(of, whole).sum()} called")
    single = np.array([outliers(of, [*whole, each]) for each in cracked])
    right, wrong = single[:, -1].mean(), single[:, :-1].sum(axis=1).mean()
    print(f"with one cracked: found {right:.1%}, wrong {wrong}")
    pairs = zip(cracked, np.roll(cracked, -7), strict=True)
    two = np.array([outliers(of, [*whole, *pair]) for pair in pairs])[:, -2:]
    print(f"with two: both {two.all(axis=1).mean():.1%}, one {two.any(axis=1).mean():.1%}")


def cells(scratch: Path, draws_count: int, defective: int) -> None:
    split = elpv(draws_count * CELLS, SEED)
    bad = split.anomaly[:: len(split.anomaly) // DEFECTIVE][:defective]
    of = measured([*split.train, *bad], scratch)
    count = len(split.train)
    draws = np.array([outliers(of, range(i, i + CELLS)) for i in range(0, count, CELLS)])
    print(f"{CELLS} good cells, {len(draws)} draws: wrong {draws.sum(axis=1).mean():.2f} a draw")
    together = min(TOGETHER, count)
    print(f"{together} good cells: wrong {outliers(of, range(together)).sum()}")
    caught = [
        outliers(of, [*((i * CELLS + np.arange(CELLS)) % count), count + i])[-1]
        for i in range(len(bad))
    ]
    print(f"{CELLS} good cells and one defective, {len(bad)} times: found {np.mean(caught):.1%}")


def shifted(image: Image, share: float) -> Uint8Array:
    by = max(1, round(image.shape[1] * share))
    matrix = np.array([[1, 0, by], [0, 1, by]], np.float32)
    size = (image.shape[1], image.shape[0])
    return cv2.warpAffine(image, matrix, size, borderMode=cv2.BORDER_REPLICATE)  # type: ignore[return-value]


def copies_of(image: Image, generator: np.random.Generator) -> dict[str, Image]:
    def jpeg(quality: int) -> Image:
        data = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
        return cv2.imdecode(data, cv2.IMREAD_UNCHANGED)  # type: ignore[return-value]

    def clipped(values: Float64Array) -> Image:
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


def copies(name: str, paths: Sequence[Path], copied: int, scratch: Path) -> None:
    generator = np.random.default_rng(SEED)
    copies = [copies_of(read_image(path), generator) for path in paths[:copied]]
    alone = find_near_duplicates(measured(paths, scratch))
    print(f"{len(paths)} {name}: {len(alone)} groups with {sum(map(len, alone))} pictures")
    for how in copies[0]:
        files = [scratch / f"{i}.png" for i in range(copied)]
        for file, variants in zip(files, copies, strict=True):
            cv2.imwrite(str(file), variants[how])
        groups = find_near_duplicates(measured([*paths, *files], scratch))
        pairs = [(i, len(paths) + i) for i in range(copied)]
        caught = [any(a in group and b in group for group in groups) for a, b in pairs]
        print(f"  {how}: found {np.mean(caught):.0%}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="few pictures")
    quick = parser.parse_args().quick
    draws, defective, copied = (2, 4, 4) if quick else (DRAWS, DEFECTIVE, COPIED)
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        if COOKIES.is_dir():
            if not quick:
                cookies(scratch)
            all_cookies = sorted(COOKIES.glob("t*-images/*.jpg"))
            copies("cookies", all_cookies[: 2 * copied] if quick else all_cookies, copied, scratch)
        cells(scratch, draws, defective)
        copies("good mono cells", elpv(20 if quick else 250, SEED).train, copied, scratch)


if __name__ == "__main__":
    main()
