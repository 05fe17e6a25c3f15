"""What a review finds in datasets that somebody spoilt, and that it is quiet about a good one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from support.pictures import Pictures, scratched

from okng.models.dataset_review.findings import (
    DatasetReview,
    FindingKind,
    Label,
    ReviewedPicture,
    ReviewFinding,
)
from okng.models.dataset_review.review import review
from okng.models.images.image_files import read_image

NORMAL = 20


def part(seed: int) -> NDArray[np.uint8]:
    """A part with marks of its own, [120, 160]: no two look alike, and none is odd."""
    generator = np.random.default_rng(seed)
    image = generator.normal(90, 3, (120, 160))
    for x, y in generator.integers((20, 20), (140, 100), (12, 2)):
        cv2.circle(image, (int(x), int(y)), 6, float(generator.uniform(120, 180)), -1)
    return np.clip(cv2.GaussianBlur(image, (0, 0), 1), 0, 255).astype(np.uint8)


class Dataset:
    """Pictures as files, keyed in the order in which they were added."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.pictures: list[ReviewedPicture] = []
        for seed in range(NORMAL):
            self.add(part(seed))

    def add(
        self, image: NDArray[Any], label: Label = "normal", split: Any = None, suffix: str = ".png"
    ) -> int:
        return self.add_file(cv2.imencode(suffix, image)[1].tobytes(), label, split)

    def add_file(self, data: bytes, label: Label = "normal", split: Any = None) -> int:
        key = len(self.pictures)
        path = self._folder / f"{key}.picture"
        path.write_bytes(data)
        self.pictures.append(ReviewedPicture(key, path, label, split))
        return key

    def review(self) -> DatasetReview:
        return review(self.pictures, self._folder)


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    return Dataset(tmp_path)


def of_kind(report: DatasetReview, kind: FindingKind) -> list[ReviewFinding]:
    return [finding for finding in report.findings if finding.kind is kind]


def keys(report: DatasetReview, kind: FindingKind) -> list[list[int]]:
    return [finding.pictures for finding in of_kind(report, kind)]


def test_a_good_dataset_has_no_findings_whatever_the_order(dataset: Dataset) -> None:
    report = dataset.review()
    assert (report.pictures, report.findings, report.near_copies) == (NORMAL, [], [])
    assert [line[:10] for line in report.not_looked_for] == ["Not tested"]
    dataset.pictures.reverse()
    assert dataset.review() == report


def test_a_bad_part_among_the_good_is_found_and_its_place_shown(dataset: Dataset) -> None:
    broken = part(99)
    cv2.line(broken, (100, 20), (124, 40), 255, 3)
    key = dataset.add(broken)
    # A second photograph of it must not excuse it.
    again = dataset.add(np.clip(broken.astype(int) + 2, 0, 255).astype(np.uint8))
    report = dataset.review()
    outliers = of_kind(report, FindingKind.OUTLIER)
    assert [outlier.pictures for outlier in outliers] == [[key], [again]]
    for outlier in outliers:
        assert outlier.spot
        assert abs(outlier.spot.x * 160 - 112) < 24
        assert abs(outlier.spot.y * 120 - 30) < 22
        assert "robust standard deviations" in outlier.evidence
    assert keys(report, FindingKind.NEAR_COPIES) == [[key, again]]


def copies_of(image: NDArray[np.uint8]) -> dict[str, NDArray[np.uint8]]:
    noise = np.random.default_rng(1).normal(0, 3, image.shape)
    stored = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, 70])[1]
    return {
        "the same": image,
        "with noise": np.clip(image + noise, 0, 255).astype(np.uint8),
        "as JPEG": cv2.imdecode(stored, cv2.IMREAD_UNCHANGED).astype(np.uint8),
        "brighter": np.clip(image * 1.05, 0, 255).astype(np.uint8),
    }


@pytest.mark.parametrize("how", copies_of(part(0)))
def test_near_copies_are_found_however_they_came(dataset: Dataset, how: str) -> None:
    copy = dataset.add(copies_of(read_image(dataset.pictures[3].path))[how])
    report = dataset.review()
    assert keys(report, FindingKind.NEAR_COPIES) == report.near_copies == [[3, copy]]
    (finding,) = of_kind(report, FindingKind.NEAR_COPIES)
    assert ("same file" in finding.problem) is (how == "the same")


def test_copies_with_other_labels_or_across_the_split_are_graver(dataset: Dataset) -> None:
    copies = list(copies_of(part(3)).values())
    conflict = dataset.add(copies[1], "anomaly")
    leak = dataset.add(part(5), "normal", "test")
    dataset.add(part(60), "anomaly")
    tested = [dataset.add(image, "normal", "test") for image in (part(50), part(50))]
    report = dataset.review()
    assert [(finding.kind, finding.pictures) for finding in report.findings] == [
        (FindingKind.LABEL_CONFLICT, [3, conflict]),
        (FindingKind.LEAKAGE, [5, leak]),
        # Both are for testing: nothing leaks, but they count twice.
        (FindingKind.NEAR_COPIES, tested),
    ]
    assert "labels differ" in report.findings[0].problem
    assert "1, at least 10" in report.not_looked_for[0]


def test_pictures_of_another_kind_and_without_a_part(dataset: Dataset) -> None:
    colour = dataset.add(cv2.cvtColor(part(30), cv2.COLOR_GRAY2BGR))
    deep = dataset.add(part(31).astype(np.uint16) * 257)
    large = [dataset.add(cv2.resize(part(seed), (320, 240))) for seed in (32, 33)]
    black, white, grey = (dataset.add(np.full((120, 160), v, np.uint8)) for v in (0, 255, 90))
    damaged = dataset.add_file(cv2.imencode(".png", part(34))[1].tobytes()[:-40])
    report = dataset.review()
    odd = {tuple(finding.pictures): finding for finding in of_kind(report, FindingKind.ODD_FORMAT)}
    assert odd[(colour,)].problem == "1 picture with a different colour than most"
    assert odd[(deep,)].problem == "1 picture with a different bit depth than most"
    assert odd[tuple(large)].problem == "2 pictures with a different size than most"
    assert "23 pictures are 160 x 120 px, grey, 8 bit" in odd[tuple(large)].evidence
    assert len(odd) == 3
    empty = {finding.pictures[0]: finding.problem for finding in of_kind(report, FindingKind.EMPTY)}
    assert [word in empty[key] for key, word in ((black, "black"), (white, "white"))] == [True] * 2
    assert "uniformly grey" in empty[grey]
    (unreadable,) = of_kind(report, FindingKind.UNREADABLE)
    assert unreadable.pictures == [damaged]
    assert "truncated" in unreadable.evidence
    # Nothing is said of them twice.
    assert not of_kind(report, FindingKind.OUTLIER)


def test_all_pictures_the_same_is_one_finding(dataset: Dataset) -> None:
    shot = part(0).astype(float)
    generator = np.random.default_rng(0)
    dataset.pictures.clear()
    for _ in range(12):
        dataset.add(np.clip(shot + generator.normal(0, 1, shot.shape), 0, 255).astype(np.uint8))
    (finding,) = dataset.review().findings
    assert (finding.kind, finding.pictures) == (FindingKind.ALL_ALIKE, list(range(12)))
    assert finding.problem == "All 12 pictures are identical except for noise"


@pytest.mark.parametrize("count", [1, 2])
def test_hardly_any_pictures(dataset: Dataset, count: int) -> None:
    del dataset.pictures[count:]
    report = dataset.review()
    assert (report.findings, report.pictures) == ([], count)


class CancelledError(Exception):
    """What a caller ends a review with."""


@pytest.mark.parametrize("at", ["Reading", "near duplicates", "Comparing"])
def test_a_review_ends_where_its_caller_says(dataset: Dataset, tmp_path: Path, at: str) -> None:
    shares: list[float] = []

    def report(share: float, message: str) -> None:
        shares.append(share)
        if at in message:
            raise CancelledError

    with pytest.raises(CancelledError):
        review(dataset.pictures, tmp_path, on_progress=report)
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)


def test_any_cracked_cookie_among_the_whole_ones_is_found(
    cookies: Pictures, tmp_path: Path
) -> None:
    """Every fourth of the test's own: none of them chose anything."""
    for cracked in cookies.anomaly[::4]:
        paths: Sequence[Path] = [*cookies.train, cracked]
        pictures = [ReviewedPicture(key, path, "normal") for key, path in enumerate(paths)]
        outliers = keys(review(pictures, tmp_path), FindingKind.OUTLIER)
        assert [len(cookies.train)] in outliers
        assert len(outliers) <= 3


def test_other_solar_cells_raise_hardly_an_alarm(elpv: Pictures, tmp_path: Path) -> None:
    paths = enumerate([*elpv.train, *elpv.normal])
    pictures = [ReviewedPicture(key, path, "normal") for key, path in paths]
    report = review(pictures, tmp_path)
    assert len(of_kind(report, FindingKind.OUTLIER)) <= 0.02 * len(pictures)
    assert not of_kind(report, FindingKind.NEAR_COPIES)


def test_a_scratch_on_a_texture_is_found_at_its_place(
    textures: Callable[[int], list[Path]], tmp_path: Path
) -> None:
    paths = textures(24)
    cv2.imwrite(str(paths[7]), scratched(7))
    report = review([ReviewedPicture(k, p, "normal") for k, p in enumerate(paths)], tmp_path)
    (finding,) = report.findings
    assert (finding.kind, finding.pictures) == (FindingKind.OUTLIER, [7])
    assert finding.spot
    assert 0.2 < finding.spot.x < 0.75
    assert 0.2 < finding.spot.y < 0.75
