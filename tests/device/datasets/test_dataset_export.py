"""A dataset as a person takes it to another program: `okng export-dataset`."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from click.testing import CliRunner, Result
from support.tiff_files import as_stored, tiff

from okng.device.cli import main
from okng.device.datasets.box_export import export_boxes
from okng.device.datasets.edit_history import DatasetChanges
from okng.device.datasets.export import Layout, choose_splits, export_dataset
from okng.device.datasets.picture_changes import PictureChange
from okng.device.datasets.sources.export_notes import FILE_NAME
from okng.device.datasets.store import DatasetStore
from okng.device.types import DatasetPicture, Label, Split
from okng.models.boxes import LabelledBox
from okng.models.detection.annotation_formats.formats import AnnotationFormat
from okng.models.images.image_files import read_image, read_mask


class Station:
    """A data folder with the dataset `cells`: 10 normal pictures and 3 anomalous ones."""

    def __init__(self, folder: Path, suffix: str = ".png") -> None:
        self.folder = folder
        self.data_dir = folder / "data"
        self.store = DatasetStore(self.data_dir)
        generator = np.random.default_rng(3)
        labels = [Label.NORMAL] * 10 + [Label.ANOMALY] * 3
        for i, label in enumerate(labels):
            path = folder / f"{i}{suffix}"
            cv2.imwrite(str(path), generator.integers(0, 255, (24, 32), np.uint8))
            self.store.import_file(path, "cells", label, "ann")

    def pictures(self, label: Label | None = None) -> list[DatasetPicture]:
        return self.store.pictures("cells", label)

    def make_masks(self, height: int = 24, width: int = 32) -> Path:
        masks = self.folder / "masks"
        masks.mkdir(exist_ok=True)
        mask = np.zeros((height, width, 4), np.uint8)
        mask[4:9, 5:7] = 200
        for picture in self.pictures(Label.ANOMALY):
            cv2.imwrite(str(masks / f"{Path(picture.path).stem}.png"), mask)
        return masks

    def export(self, *arguments: object) -> Result:
        return CliRunner().invoke(
            main,
            ["export-dataset", *map(str, arguments)],
            env={"OKNG_DATA_DIR": str(self.data_dir)},
        )


@pytest.fixture
def station(tmp_path: Path) -> Station:
    return Station(tmp_path)


def manifest_of(folder: Path) -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads((folder / FILE_NAME).read_text())
    return manifest


def files_of(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_pictures_are_copied_byte_for_byte_and_listed(station: Station, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = station.export("cells", out)
    assert result.exit_code == 0, result.output
    assert "8 pictures to train from, 5 to test with, 0 masks" in result.output
    rows = manifest_of(out)["pictures"]
    assert files_of(out) == {FILE_NAME} | {row["path"] for row in rows}
    folders = [str(Path(row["path"]).parent) for row in rows]
    assert {name: folders.count(name) for name in folders} == {
        "train/good": 8,
        "test/good": 2,
        "test/defect": 3,
    }
    for row, picture in zip(rows, station.pictures(), strict=True):
        data = (out / row["path"]).read_bytes()
        assert data == (station.data_dir / picture.path).read_bytes()
        assert row["sha256"] == row["source_sha256"] == hashlib.sha256(data).hexdigest()
    # Nothing that another program does to the copy reaches the station.
    assert (out / rows[0]["path"]).stat().st_nlink == 1


def test_masks_lie_where_the_types_of_defect_do(station: Station, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = station.export("cells", out, "--masks", station.make_masks(), "--layout", "mvtecad")
    assert result.exit_code == 0, result.output
    for row in manifest_of(out)["pictures"]:
        assert row["path"].startswith("cells/")
        if row["label"] == "normal":
            assert row["mask"] is None
            continue
        stem = Path(row["path"]).stem
        assert row["mask"] == f"cells/ground_truth/defect/{stem}_mask.png"
        mask = cv2.imread(str(out / row["mask"]), cv2.IMREAD_UNCHANGED)
        assert mask is not None
        assert mask.shape == (24, 32)
        assert set(np.unique(mask)) == {0, 255}
        assert read_mask(out / row["mask"]).sum() == 10


def test_the_mvtecad_layout_turns_other_files_into_png(tmp_path: Path) -> None:
    station = Station(tmp_path, ".bmp")
    out = tmp_path / "out"
    result = station.export("cells", out, "--masks", station.make_masks(), "--layout", "mvtecad")
    assert result.exit_code == 0, result.output
    for row, picture in zip(manifest_of(out)["pictures"], station.pictures(), strict=True):
        assert row["path"].endswith(".png")
        assert row["source_sha256"] == picture.sha256 != row["sha256"]
        np.testing.assert_array_equal(
            read_image(out / row["path"]), read_image(station.data_dir / picture.path)
        )


def test_splits_that_a_person_chose_are_kept(station: Station) -> None:
    first, second, *rest = station.pictures(Label.NORMAL)
    changed = [
        first.model_copy(update={"split": Split.TEST}),
        second.model_copy(update={"split": Split.TRAIN}),
        *rest,
    ]
    splits = choose_splits(changed)
    assert [picture_id for picture_id, split in splits.items() if split is Split.TEST] == [
        first.picture_id
    ]


def test_undecided_pictures_are_dealt_the_same_way_every_time(station: Station) -> None:
    pictures = station.pictures(Label.NORMAL)
    splits = choose_splits(pictures)
    assert sum(split is Split.TEST for split in splits.values()) == 2
    assert choose_splits(pictures[::-1]) == splits
    # Equal files are never on both sides, and one picture stays to learn from.
    twins = [picture.model_copy(update={"sha256": pictures[0].sha256}) for picture in pictures]
    assert set(choose_splits(twins).values()) == {Split.TRAIN}


def test_types_of_defect_are_folders_and_none_is_called_good(
    station: Station, tmp_path: Path
) -> None:
    types = iter(["crack", "good", None])
    pictures = [
        picture.model_copy(update={"defect_type": next(types)})
        if picture.label is Label.ANOMALY
        else picture
        for picture in station.pictures()
    ]
    export_dataset(station.data_dir, pictures, tmp_path / "out", Layout.FOLDER, {})
    assert {path.name for path in (tmp_path / "out/test").iterdir()} == {
        "good",
        "crack",
        "defect-good",
        "defect",
    }


def test_what_cannot_be_exported_says_why_and_leaves_nothing(
    station: Station, tmp_path: Path
) -> None:
    (full := tmp_path / "full").mkdir()
    (full / "thesis.txt").write_text("do not lose")
    (empty := tmp_path / "empty").mkdir()
    out = tmp_path / "out"
    masks = station.make_masks(height=12)
    before = files_of(tmp_path)
    for arguments, message in (
        (["screws", out], "'screws' with pictures; there are: cells"),
        (["cells", full], f"{full} exists already"),
        (["cells", out, "--layout", "mvtecad"], "3 of 3 have none"),
        (["cells", out, "--layout", "coco"], "'folder', 'mvtecad'"),
        (["cells", out, "--masks", empty], f"no mask in {empty}"),
        (["cells", out, "--masks", masks], "32 x 12 pixels"),
    ):
        result = station.export(*arguments)
        assert result.exit_code, arguments
        assert message in " ".join(result.output.split()), result.output
        assert files_of(tmp_path) == before
    assert station.export("cells", empty).exit_code == 0

    changed = station.data_dir / station.pictures()[0].path
    changed.write_bytes(changed.read_bytes() + b" ")
    result = station.export("cells", out)
    assert "has changed since it was stored" in result.output
    assert not out.exists()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_exports_are_as_upright_as_the_labels(tmp_path: Path, orientation: int) -> None:
    """A program that trains may not read the tag by which a file's picture is upright."""
    upright = np.zeros((24, 40), np.uint8)
    upright[:6, :16] = 220
    store = DatasetStore(tmp_path / "data")
    path = tmp_path / "turned.tif"
    path.write_bytes(tiff(as_stored(upright, orientation), tags={274: (orientation,)}))
    picture = store.import_file(path, "cells", Label.NORMAL, "ann")
    assert (picture.width, picture.height) == (40, 24)
    box = LabelledBox(name="bright", left=0, top=0, right=16, bottom=6)
    DatasetChanges(tmp_path / "data").change(
        [picture.picture_id], PictureChange(boxes=(box,)), "ann"
    )
    for box_format in AnnotationFormat:
        target = tmp_path / box_format
        export_boxes(tmp_path / "data", store.pictures("cells"), target, box_format)
        (file,) = [path for path in (target / "images").iterdir() if path.suffix != ".txt"]
        # As a program sees it that knows nothing of orientation.
        pixels = cv2.imread(str(file), cv2.IMREAD_UNCHANGED | cv2.IMREAD_IGNORE_ORIENTATION)
        np.testing.assert_array_equal(pixels, upright)
    export_dataset(tmp_path / "data", store.pictures("cells"), tmp_path / "all", Layout.FOLDER, {})
    (file,) = (tmp_path / "all/train/good").iterdir()
    assert (file.read_bytes() == path.read_bytes()) is (orientation == 1)
    np.testing.assert_array_equal(read_image(file), upright)
