"""What tells the label without a look at the part is found in real pictures, and chance is not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from support.pictures import Pictures
from support.real_pictures import cookies as all_cookies
from support.real_pictures import elpv as cells_of
from support.shortcut_trials import (
    ANOMALOUS,
    MORNING,
    NORMAL,
    blurred,
    check,
    dates_found,
    features_of,
    in_colour,
    on_tray,
    planted_found,
    shuffled_flagged,
    tinted,
)

from okng.models.dataset_review import shortcuts as shortcuts_module
from okng.models.dataset_review.findings import (
    DatasetReview,
    FindingKind,
    Label,
    ReviewedPicture,
    ReviewFinding,
    ShortcutGroup,
    ShortcutTarget,
)
from okng.models.dataset_review.review import review
from okng.models.dataset_review.shortcut_features import ShortcutFeatures, shortcut_features
from okng.models.dataset_review.shortcut_findings import shortcut_finding
from okng.models.dataset_review.shortcuts import LIMIT, SIGNIFICANT
from okng.models.evaluation.separability import permutation_p_values
from okng.models.images.image_files import read_image

TRIALS, SHUFFLED = 200, 500


def reviewed(
    folder: Path, normal: list[Path], anomalous: list[Path], **records: Any
) -> DatasetReview:
    labels: list[Label] = ["normal"] * len(normal) + ["anomaly"] * len(anomalous)
    pictures = [
        ReviewedPicture(key, path, label, **records)
        for key, (path, label) in enumerate(zip([*normal, *anomalous], labels, strict=True))
    ]
    return review(pictures, folder)


def shortcuts(report: DatasetReview) -> list[ReviewFinding]:
    return [finding for finding in report.findings if finding.kind is FindingKind.SHORTCUT]


def groups(finding: ReviewFinding) -> set[ShortcutGroup]:
    assert finding.shortcut
    return {evidence.group for evidence in finding.shortcut.groups}


def features_at(path: Path) -> ShortcutFeatures:
    image = read_image(path)
    grey = image if image.ndim == 2 else cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    return shortcut_features(image, grey.astype(np.float32), path.read_bytes())


@pytest.fixture(scope="module")
def cells() -> list[np.ndarray[Any, np.dtype[np.uint8]]]:
    """Good solar cells as from a colour camera."""
    pytest.importorskip("elpv_dataset", reason="the extra [demo] is not installed")
    generator = np.random.default_rng(3)
    return [in_colour(path, generator) for path in cells_of(60, 0).train]


def test_cracked_cookies_are_told_by_their_border(cookies: Pictures, tmp_path: Path) -> None:
    everything = all_cookies()
    report = reviewed(tmp_path, [*everything.train, *everything.normal], everything.anomaly)
    pictures, time = shortcuts(report)
    assert ShortcutGroup.BORDER in groups(pictures)
    assert groups(time) == {ShortcutGroup.TIME}
    assert pictures.problem.startswith("The border alone tells anomaly from normal (AUROC 1.00)")
    assert pictures.shortcut
    assert pictures.shortcut.target is ShortcutTarget.LABEL
    assert [side.words for side in pictures.shortcut.sides] == ["anomaly", "normal"]
    assert [side.picture for side in pictures.shortcut.sides] == pictures.pictures
    normal = len(everything.train) + len(everything.normal)
    assert pictures.pictures[0] >= normal > pictures.pictures[1]
    assert all(each.p_value <= SIGNIFICANT for each in pictures.shortcut.groups)
    # The findings of single pictures, but for label conflicts and leakage, are less severe.
    kinds = list(FindingKind)
    assert report.findings == sorted(report.findings, key=lambda f: kinds.index(f.kind))


def test_defects_of_solar_cells_are_no_shortcut(elpv: Pictures) -> None:
    normal, anomalous = ([*map(features_at, paths)] for paths in (elpv.normal, elpv.anomaly))
    assert check(normal, anomalous) == []


def test_planted_shortcuts_are_found_and_named(cells: list[Any]) -> None:
    plain = [features_of(cell, quality=95) for cell in cells[:NORMAL]]
    rest = cells[NORMAL : NORMAL + ANOMALOUS]
    assert check(plain, [features_of(cell, quality=95) for cell in rest]) == []
    for plant, group in (
        (tinted(0), ShortcutGroup.LIGHT),
        (on_tray, ShortcutGroup.BORDER),
        (blurred, ShortcutGroup.SHARPNESS),
    ):
        (found,) = check(plain, [features_of(plant(cell), quality=95) for cell in rest])
        assert group in {evidence.group for evidence in found.evidence}
        assert all(evidence.auroc >= LIMIT for evidence in found.evidence)
    (found,) = check(plain, [features_of(cell, quality=90) for cell in rest])
    assert [evidence.group for evidence in found.evidence] == [ShortcutGroup.FILE]


def test_a_person_whose_pictures_are_all_anomalous_is_named(cells: list[Any]) -> None:
    features = [features_of(cell) for cell in cells[: NORMAL + ANOMALOUS]]

    def records(index: int, label: Label) -> dict[str, Any]:
        return {"person": "ann" if label == "normal" else "ben"}

    (found,) = check(features[:NORMAL], features[NORMAL:], records)
    assert found.target is ShortcutTarget.LABEL
    assert [evidence.group for evidence in found.evidence] == [ShortcutGroup.PERSON]


def test_permutations_are_for_what_looks_clear_alone(
    cells: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are most of the work, so a clean dataset costs none."""
    tested: list[set[str]] = []

    def count(*arguments: Any) -> Any:
        tested.append(set(arguments[2]))
        return permutation_p_values(*arguments)

    monkeypatch.setattr(shortcuts_module, "permutation_p_values", count)
    plain = [features_of(cell) for cell in cells[: NORMAL + ANOMALOUS]]
    assert check(plain[:NORMAL], plain[NORMAL:]) == []
    assert tested == []
    tray = [features_of(on_tray(cell)) for cell in cells[NORMAL : NORMAL + ANOMALOUS]]
    (found,) = check(plain[:NORMAL], tray)
    assert tested == [{evidence.group for evidence in found.evidence}]


def test_two_imports_in_a_row_are_no_time_of_day(cells: list[Any]) -> None:
    features = [features_of(cell) for cell in cells[: NORMAL + ANOMALOUS]]

    def imported(index: int, label: Label) -> dict[str, Any]:
        start = 0 if label == "normal" else 300
        return {"added_at": MORNING + timedelta(seconds=start + index)}

    def collected(index: int, label: Label) -> dict[str, Any]:
        start = 0 if label == "normal" else 300
        return {"added_at": MORNING + timedelta(minutes=start + 2 * index)}

    assert check(features[:NORMAL], features[NORMAL:], imported) == []
    (found,) = check(features[:NORMAL], features[NORMAL:], collected)
    assert [evidence.group for evidence in found.evidence] == [ShortcutGroup.TIME]


def test_batches_that_look_different_are_told_apart(cells: list[Any]) -> None:
    """Three batches, of which the second is tinted; both labels are in each."""
    images = [tinted(0)(cell) if i % 3 == 1 else cell for i, cell in enumerate(cells)]
    features = [features_of(image) for image in images]

    def records(index: int, label: Label) -> dict[str, Any]:
        return {"batch": f"lot {index % 3}" if index < 56 else "a rare one"}

    (told,) = check(features[:40], features[40:], records)
    assert (told.target, told.values, told.pictures) == (ShortcutTarget.BATCH, 3, 56)
    assert "lot 1" in {side.value for side in told.sides}
    finding = shortcut_finding(told, pictures_with(records), None)
    assert ", most clearly of 3 batches" in finding.problem
    assert "each of the batches has normal and anomalous pictures" in finding.advice
    for side, example in zip(told.sides, finding.pictures, strict=True):
        assert side.value == f"lot {example % 3}"


def pictures_with(records: Callable[[int, Label], dict[str, Any]]) -> list[ReviewedPicture]:
    return [
        ReviewedPicture(key, Path("unread"), "normal", **records(key, "normal"))
        for key in range(60)
    ]


def write(folder: Path, count: int, level: int = 90) -> list[Path]:
    generator = np.random.default_rng(level)
    paths = [folder / f"{level}-{i}.png" for i in range(count)]
    for path in paths:
        image = generator.normal(level, 8, (40, 50))
        for x, y in generator.integers((8, 8), (42, 32), (5, 2)):
            cv2.circle(image, (int(x), int(y)), 4, float(generator.uniform(120, 200)), -1)
        cv2.imwrite(str(path), np.clip(image, 0, 255))
    return paths


def said(report: DatasetReview) -> str:
    (line,) = [line for line in report.not_looked_for if line.startswith("Not tested")]
    return line


def test_what_has_no_ground_for_a_figure_is_said_in_words(tmp_path: Path) -> None:
    one_label = reviewed(tmp_path, write(tmp_path, 12), [], batch="lot 7", person="ann")
    assert shortcuts(one_label) == []
    assert one_label.bias is None
    assert said(one_label) == (
        "Not tested whether it can be told without the part: the label (12 normal and 0 anomalous "
        "pictures, at least 8 of each are needed), the batch (only one), the day (not recorded), "
        "the camera (not recorded), the person (only one)."
    )
    two = reviewed(tmp_path, write(tmp_path, 1), write(tmp_path, 1, 120))
    assert shortcuts(two) == []
    assert "1 normal and 1 anomalous pictures" in said(two)
    assert two.bias
    assert (two.bias.class_imbalance, two.bias.attributes) == (0, [])


def test_unreadable_pictures_and_copies_count_for_nothing(tmp_path: Path) -> None:
    normal, anomalous = write(tmp_path, 10), write(tmp_path, 8, 140)
    normal += [normal[0]] * 5
    full = reviewed(tmp_path, normal, anomalous)
    (finding,) = shortcuts(full)
    assert "on 18 pictures" in finding.evidence
    anomalous[0].write_bytes(b"no picture")
    report = reviewed(tmp_path, normal, anomalous)
    assert shortcuts(report) == []
    assert "10 normal and 7 anomalous pictures" in said(report)


@pytest.mark.parametrize("shape", [(1, 1), (3, 200), (300, 2, 3), (17, 17, 3)])
@pytest.mark.parametrize("value", [0, 255, 65_535])
def test_features_of_odd_pictures_are_numbers(shape: tuple[int, ...], value: int) -> None:
    image = np.full(shape, value, np.uint16 if value > 255 else np.uint8)
    data = cv2.imencode(".png", image)[1].tobytes()
    grey = (image if image.ndim == 2 else image[..., 0]).astype(np.float32)
    features = shortcut_features(image, grey * (255 / max(value, 255)), data)
    assert features.outside is None
    for group in (features.border, features.light, features.sharpness, features.file):
        assert np.isfinite(group).all()


@pytest.mark.slow
def test_shuffled_labels_are_hardly_ever_flagged() -> None:
    generator = np.random.default_rng(3)
    cookies = all_cookies()
    cookie_features = [features_at(p) for p in (*cookies.train, *cookies.normal, *cookies.anomaly)]
    split = cells_of(300, 0)
    paths = [*split.train, *split.anomaly]
    cell_features = [features_of(in_colour(path, generator)) for path in paths]
    flagged = shuffled_flagged(cookie_features, SHUFFLED // 2, 1)
    flagged += shuffled_flagged(cell_features, SHUFFLED // 2, 2)
    print(f"shuffled: {flagged} of {SHUFFLED} flagged")
    assert flagged <= 0.01 * SHUFFLED


@pytest.mark.slow
def test_planted_shortcuts_are_found_nearly_always() -> None:
    generator = np.random.default_rng(3)
    images = [in_colour(path, generator) for path in cells_of(300, 0).train]
    plain, in_jpeg = ([features_of(i, quality) for i in images] for quality in (None, 95))
    found = {
        name: planted_found(plain, [features_of(plant(image)) for image in images], TRIALS)
        for name, plant in (
            ("blue tint", tinted(0)),
            ("green tint", tinted(1)),
            ("red tint", tinted(2)),
            ("tray", on_tray),
            ("blur", blurred),
        )
    }
    found["JPEG"] = planted_found(in_jpeg, [features_of(i, 90) for i in images], TRIALS)
    found["date"] = dates_found(plain, TRIALS)
    print(f"planted, of {TRIALS}: {found}")
    assert min(found.values()) >= 0.95 * TRIALS
    assert planted_found(plain, plain, TRIALS) <= 0.01 * TRIALS
