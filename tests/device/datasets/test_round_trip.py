"""A dataset that is exported and imported again is the same, in every format."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.labelled_sources import write_picture

from okng.device.cli import main
from okng.device.datasets.dataset_import import ImportedPictures, import_source
from okng.device.datasets.export_formats import ExportFormat, export_as
from okng.device.datasets.export_target import ExportError
from okng.device.datasets.masks import read_mask_file
from okng.device.datasets.new_pictures import NewPicture, PictureNotes
from okng.device.datasets.sources.export_notes import FILE_NAME, NOTED_MASKS
from okng.device.datasets.sources.open_source import open_source
from okng.device.datasets.sources.remote import StationAccess
from okng.device.datasets.store import DatasetStore
from okng.device.types import DatasetPicture, Label, Split
from okng.models.boxes import LabelledBox
from okng.models.masks.class_mask import ClassMask, MaskClass

WIDTH, HEIGHT = 12, 9
WORDS = st.from_regex(r"\A[a-zA-Zäß漢0-9][a-zA-Zäß漢 0-9_-]{0,9}\Z").map(str.strip)
COLORS = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")


@st.composite
def masks(draw: st.DrawFn) -> ClassMask:
    count = draw(st.integers(1, 4))
    distinct = {"min_size": count, "max_size": count, "unique": True}
    indices = draw(st.lists(st.integers(1, 63), **distinct))
    names = draw(st.lists(WORDS.filter(lambda name: name.casefold() != "background"), **distinct))
    # Colours that a JPEG's noise could turn into each other are no fair test of exactness, but
    # equal ones are refused.
    colors = draw(st.lists(COLORS, **distinct))
    classes = tuple(
        MaskClass(index=index, name=name, color=color)
        for index, name, color in zip(sorted(indices), names, colors, strict=True)
    )
    pixels = np.zeros((HEIGHT, WIDTH), np.uint8)
    for entry in classes:
        top, left = draw(st.integers(0, HEIGHT - 1)), draw(st.integers(0, WIDTH - 1))
        pixels[top : top + 3, left : left + 4] = entry.index
    return ClassMask(pixels, classes)


@st.composite
def notes(draw: st.DrawFn) -> PictureNotes:
    label = draw(st.sampled_from(Label))
    anomalous = label is Label.ANOMALY
    box = LabelledBox(name="dot", left=1, top=2.5, right=3, bottom=4)
    return PictureNotes(
        label=label,
        split=draw(st.sampled_from([None, *Split])),
        batch=draw(st.none() | WORDS),
        defect_type=draw(st.none() | WORDS) if anomalous else None,
        boxes=draw(st.sampled_from([None, (), (box,)])),
        mask=draw(st.none() | masks()) if anomalous else None,
    )


def stored(data_dir: Path) -> list[DatasetPicture]:
    return DatasetStore(data_dir).pictures("cells")


def filled(data_dir: Path, rows: list[PictureNotes], suffix: str = ".png") -> Path:
    pictures = []
    for number, row in enumerate(rows):
        path = write_picture(data_dir / f"source/{number}{suffix}", number, WIDTH, HEIGHT)
        pictures.append((NewPicture.read(path), row))
    DatasetStore(data_dir).import_labelled(pictures, "cells", "ann")
    return data_dir


def round_trip(data_dir: Path, target: Path, export_format: ExportFormat) -> ImportedPictures:
    """Exports from one station and imports into another."""
    export_as(data_dir, stored(data_dir), target, export_format)
    with open_source(str(target), StationAccess(data_dir)) as source:
        return import_source(data_dir / "other", "cells", source, "ben")


def facts(data_dir: Path) -> dict[str, Any]:
    """All that is known of each picture, by its hash."""
    return {
        picture.sha256: picture.model_dump(
            include={"label", "split", "batch", "defect_type", "boxes", "mask", "width", "height"}
        )
        | {"pixels": read_mask_file(data_dir, picture) if picture.mask else None}
        for picture in stored(data_dir)
    }


@pytest.mark.parametrize("export_format", ExportFormat)
@given(rows=st.lists(notes(), min_size=1, max_size=5), zipped=st.booleans())
@settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_is_lost(
    export_format: ExportFormat, rows: list[PictureNotes], zipped: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        data_dir = filled(Path(folder), rows)
        target = Path(folder) / ("out.zip" if zipped else "out")
        result = round_trip(data_dir, target, export_format)
        assert (result.added, result.refusals) == (len(rows), ())
        assert facts(data_dir / "other") == facts(data_dir)


CLASSES = (
    MaskClass(index=1, name="crack", color="#e6194b"),
    MaskClass(index=5, name="dent", color="#3cb44b"),
)


def small_dataset(data_dir: Path) -> Path:
    pixels = np.zeros((HEIGHT, WIDTH), np.uint8)
    pixels[1:3, 1:5], pixels[5:8, 6:9] = 1, 5
    mask = ClassMask(pixels, CLASSES)
    return filled(
        data_dir,
        [
            PictureNotes(Label.NORMAL, Split.TRAIN),
            PictureNotes(Label.NORMAL, Split.TEST),
            PictureNotes(Label.ANOMALY, Split.TEST, defect_type="crack", mask=mask),
            PictureNotes(Label.ANOMALY, Split.TEST, defect_type="dent", mask=mask),
        ],
        ".jpg",
    )


@pytest.mark.parametrize("export_format", ExportFormat)
def test_each_layout_tells_label_split_and_mask_without_okngs_notes(
    tmp_path: Path, export_format: ExportFormat
) -> None:
    data_dir, out = small_dataset(tmp_path), tmp_path / "out"
    export_as(data_dir, stored(data_dir), out, export_format)
    (out / FILE_NAME).unlink()
    for path in (out / NOTED_MASKS).glob("*"):
        path.unlink()
    with open_source(str(out), StationAccess(tmp_path)) as source:
        result = import_source(tmp_path / "other", "cells", source, "ben")
    assert (result.added, result.masks, result.refusals) == (4, 2, ())
    before, after = facts(data_dir), facts(tmp_path / "other")
    for sha256, fields in before.items():
        assert (after[sha256]["label"], after[sha256]["split"]) == (
            fields["label"],
            fields["split"],
        )
        if fields["pixels"]:
            one, other = (ClassMask.from_png(row[sha256]["pixels"]) for row in (before, after))
            np.testing.assert_array_equal(one.indices > 0, other.indices > 0)
            if export_format is ExportFormat.MANIFEST:
                assert other.classes == CLASSES
                np.testing.assert_array_equal(one.indices, other.indices)
            if export_format is ExportFormat.MVTEC:
                assert after[sha256]["defect_type"] == fields["defect_type"]


def test_a_manifest_has_every_key_as_aws_documents_it(tmp_path: Path) -> None:
    data_dir, out = small_dataset(tmp_path), tmp_path / "out"
    export_as(data_dir, stored(data_dir), out, ExportFormat.MANIFEST, "s3://my-bucket/cells/")
    train, test = (
        [json.loads(line) for line in (out / f"{split}.manifest").read_text().splitlines()]
        for split in Split
    )
    assert (len(train), len(test)) == (1, 3)
    date = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")
    for line in train + test:
        metadata = line["anomaly-label-metadata"]
        assert metadata["class-name"] == ("anomaly" if line["anomaly-label"] else "normal")
        assert metadata["human-annotated"] == "yes"
        assert metadata["type"] == "groundtruth/image-classification"
        assert date.match(metadata["creation-date"])
        assert line["source-ref"].startswith("s3://my-bucket/cells/images/")
        assert (out / line["source-ref"].removeprefix("s3://my-bucket/cells/")).is_file()
    masked = test[-1]
    assert masked["anomaly-mask-ref"].startswith("s3://my-bucket/cells/masks/")
    assert masked["anomaly-mask-ref-metadata"]["internal-color-map"] == {
        "0": {"class-name": "BACKGROUND", "hex-color": "#ffffff", "confidence": 0},
        "1": {"class-name": "crack", "hex-color": "#e6194b", "confidence": 0},
        "5": {"class-name": "dent", "hex-color": "#3cb44b", "confidence": 0},
    }
    assert masked["anomaly-mask-ref-metadata"]["type"] == "groundtruth/semantic-segmentation"
    with pytest.raises(ExportError, match="is not the address of a bucket"):
        export_as(data_dir, stored(data_dir), tmp_path / "2", ExportFormat.MANIFEST, "bucket")
    assert not (tmp_path / "2").exists()


def test_ground_truth_is_left_out_where_a_defect_has_no_mask(tmp_path: Path) -> None:
    """anomalib would pair the others' masks with the wrong pictures."""
    data_dir = small_dataset(tmp_path)
    picture = write_picture(tmp_path / "bare.png", 99, WIDTH, HEIGHT)
    DatasetStore(data_dir).import_file(picture, "cells", Label.ANOMALY, "ann")
    result = round_trip(data_dir, tmp_path / "out", ExportFormat.MVTEC)
    assert not (tmp_path / "out/ground_truth").exists()
    assert result.masks == 2
    assert facts(data_dir / "other") == facts(data_dir)


def test_the_same_export_into_the_same_dataset_adds_nothing(tmp_path: Path) -> None:
    data_dir, out = small_dataset(tmp_path), tmp_path / "out.zip"
    for export_format in ExportFormat:
        export_as(data_dir, stored(data_dir), out, export_format)
        with open_source(str(out), StationAccess(tmp_path)) as source:
            result = import_source(data_dir, "cells", source, "ben")
        assert (result.added, result.completed, result.already_there) == (0, 0, 4)
        out.unlink()


def run(data_dir: Path, *arguments: object) -> Result:
    return CliRunner().invoke(
        main, ["dataset", *map(str, arguments)], env={"OKNG_DATA_DIR": str(data_dir)}
    )


def test_the_commands(tmp_path: Path) -> None:
    data_dir, out = small_dataset(tmp_path), tmp_path / "cells.zip"
    exported = run(data_dir, "export", "cells", out, "--format", "folders")
    assert exported.exit_code == 0, exported.output
    assert "2 normal and 2 anomalous pictures, 2 masks" in exported.output
    again = run(data_dir, "export", "cells", out)
    assert again.exit_code == 1
    assert "exists already" in again.output
    assert run(data_dir, "export", "cells", out, "--address", "s3://b").exit_code == 1
    imported = run(data_dir, "import", out, "copy")
    assert imported.exit_code == 0, imported.output
    assert "copy: 4 pictures added from folders of labels, 2 of them with a mask" in (
        imported.output
    )
    folder = tmp_path / "mixed"
    for number in range(25):
        (folder / "normal").mkdir(parents=True, exist_ok=True)
        (folder / f"normal/{number:02}.png").write_text("no picture")
    write_picture(folder / "normal/good.png", 50)
    report = tmp_path / "report.txt"
    mixed = run(data_dir, "import", folder, "copy", "--report", report)
    assert mixed.exit_code == 0, mixed.output
    assert "left out: 25" in mixed.output
    assert f"... and 5 more; all are in {report}" in mixed.output
    assert len(report.read_text().splitlines()) == 25
    parsed = json.loads(run(data_dir, "import", folder, "copy", "--json").stdout)
    assert (parsed["already_there"], len(parsed["refusals"])) == (1, 25)
    assert run(data_dir, "import", folder / "nowhere", "copy").exit_code == 1
    assert run(data_dir, "import", folder, "../climbs").exit_code == 1
