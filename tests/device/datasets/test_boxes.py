"""Boxes of pictures: drawn, undone, brought in from other programs' files and out again."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from pydantic import ValidationError

from okng.device.cli import main
from okng.device.datasets.edit_history import DatasetChanges
from okng.device.datasets.errors import DatasetError
from okng.device.datasets.picture_changes import PictureChange
from okng.device.datasets.store import DatasetStore
from okng.device.types import DatasetPicture, Label, Split
from okng.models.boxes import LabelledBox

WIDTH, HEIGHT = 64, 48
SCRATCH = LabelledBox(name="scratch", left=10, top=5.5, right=30, bottom=20)
DENT = LabelledBox(name="dent", left=0, top=0, right=WIDTH, bottom=HEIGHT)


@pytest.fixture
def store(tmp_path: Path) -> DatasetStore:
    return DatasetStore(tmp_path)


@pytest.fixture
def pictures(store: DatasetStore, noise: Callable[..., Any]) -> list[DatasetPicture]:
    """The second is for testing, nothing is on the third, and nobody has looked at the fourth."""
    added = [store.add(noise(HEIGHT, WIDTH), "cells", Label.NORMAL, "ann") for _ in range(4)]
    changes = DatasetChanges(store._data_dir)
    first, second, third, _ = [picture.picture_id for picture in added]
    changes.change_each(
        {
            first: PictureChange(boxes=(SCRATCH, DENT)),
            second: PictureChange(boxes=(SCRATCH,), split=Split.TEST),
            third: PictureChange(boxes=()),
        },
        "ben",
    )
    return store.pictures("cells")


def okng(data_dir: Path, *arguments: object) -> tuple[int, str]:
    answer = CliRunner().invoke(
        main, [str(argument) for argument in arguments], env={"OKNG_DATA_DIR": str(data_dir)}
    )
    return answer.exit_code, answer.output


def boxes_of(store: DatasetStore) -> list[Any]:
    return [picture.boxes for picture in store.pictures("cells")]


def test_boxes_are_a_change_like_any_other(
    store: DatasetStore, pictures: list[DatasetPicture], tmp_path: Path
) -> None:
    changes = DatasetChanges(tmp_path)
    assert boxes_of(store) == [(SCRATCH, DENT), (SCRATCH,), (), None]
    summary = store.summary("cells")
    assert (summary.box_classes, summary.boxed) == (("dent", "scratch"), 3)
    first = pictures[0].picture_id
    again = changes.change([first], PictureChange(boxes=(DENT,)), "cho")
    assert again
    assert again.pictures[0].before == {"boxes": [SCRATCH.model_dump(), DENT.model_dump()]}
    assert changes.newest_of(first, "boxes") == again
    assert changes.change([first], PictureChange(boxes=(DENT,)), "cho") is None
    with pytest.raises(DatasetError, match="changed again"):
        changes.undo(again.change_id - 1, "dan")
    changes.undo(again.change_id, "dan")
    assert boxes_of(store)[0] == (SCRATCH, DENT)
    changes.undo(again.change_id - 1, "dan")
    assert boxes_of(store) == [None] * 4
    newest = changes.newest_of(first, "boxes")
    assert newest
    assert newest.author == "dan"
    assert changes.newest_of(first, "label") is None


@pytest.mark.parametrize(
    ("corners", "problem"),
    [
        ((10, 5, 10, 20), "left must be less than right"),
        ((10, 20, 30, 5), "top less than bottom"),
        ((0, 0, float("nan"), 5), "finite"),
        ((60, 5, 65, 20), "reaches out of its 64 x 48 pixels"),
        ((-0.1, 5, 10, 20), "reaches out"),
    ],
)
def test_a_box_lies_in_its_picture_and_has_an_area(
    store: DatasetStore,
    pictures: list[DatasetPicture],
    tmp_path: Path,
    corners: tuple[float, ...],
    problem: str,
) -> None:
    before = boxes_of(store)
    box = dict(zip(("left", "top", "right", "bottom"), corners, strict=True), name="scratch")
    with pytest.raises((ValidationError, DatasetError), match=problem):
        DatasetChanges(tmp_path).change(
            [pictures[0].picture_id], PictureChange.model_validate({"boxes": [box]}), "ben"
        )
    assert boxes_of(store) == before


@pytest.mark.parametrize("box_format", ["coco", "darknet"])
def test_what_goes_out_comes_in_again_here_and_on_another_station(
    store: DatasetStore, pictures: list[DatasetPicture], tmp_path: Path, box_format: str
) -> None:
    out = tmp_path / "out"
    status, output = okng(tmp_path, "dataset", "export-boxes", "cells", out, "--format", box_format)
    assert (status, output) == (0, f"{out}: 3 pictures with 3 boxes\n")
    exported = sorted(path.read_bytes() for path in (out / "images").glob("*.png"))
    assert exported == sorted((tmp_path / picture.path).read_bytes() for picture in pictures[:3])
    expected = boxes_of(store)

    every = [picture.picture_id for picture in pictures]
    DatasetChanges(tmp_path).change(every, PictureChange(boxes=None), "ben")
    status, output = okng(tmp_path, "dataset", "import-boxes", "cells", out)
    assert status == 0, output
    assert "3 boxes in 3 pictures, 0 of them new" in output
    # Darknet's shares of the picture's size are rounded.
    for imported_boxes, exact in zip(boxes_of(store), expected, strict=True):
        assert [box.name for box in imported_boxes or ()] == [box.name for box in exact or ()]
        for imported, drawn in zip(imported_boxes or (), exact or (), strict=True):
            assert imported.model_dump(exclude={"name"}) == pytest.approx(
                drawn.model_dump(exclude={"name"})
            )

    other_station = tmp_path / "other"
    # Known there by its content alone, since every station names its files itself.
    DatasetStore(other_station).import_file(
        tmp_path / pictures[0].path, "cells", Label.ANOMALY, "eve"
    )
    arguments = ("dataset", "import-boxes", "cells", out, "--pictures", out)
    status, output = okng(other_station, *arguments)
    assert status == 1
    assert "2 of the pictures are not in dataset 'cells'" in output
    assert len(DatasetStore(other_station).pictures("cells")) == 1
    status, output = okng(other_station, *arguments, "--label", "normal")
    assert "3 boxes in 3 pictures, 2 of them new" in output
    store_there = DatasetStore(other_station)
    assert sorted(map(len, boxes_of(store_there))) == [0, 1, 2]
    assert store_there.summary("cells").anomaly == 1


def named(pictures: list[DatasetPicture], number: int) -> str:
    return Path(pictures[number].path).name


def coco(pictures: list[DatasetPicture], **changed: object) -> dict[str, Any]:
    image = {"id": 7, "file_name": named(pictures, 3), "width": WIDTH, "height": HEIGHT}
    annotation = {"image_id": 7, "category_id": 3, "bbox": [4, 5, 6, 7]}
    parts = {
        "images": [image | changed.pop("image", {})],  # type: ignore[operator]
        "categories": [{"id": 3, "name": "crack"}],
        "annotations": [annotation | changed.pop("annotation", {})],  # type: ignore[operator]
    }
    return parts | changed


def label_studio(pictures: list[DatasetPicture], **value: object) -> list[dict[str, Any]]:
    rectangle = {"x": 25, "y": 50, "width": 50, "height": 25, "rotation": 0}
    result = {
        "type": "rectanglelabels",
        "original_width": WIDTH,
        "original_height": HEIGHT,
        "image_rotation": 0,
        "value": rectangle | {"rectanglelabels": ["crack"]} | value,
    }
    image = f"/data/upload/3/0a1b2c3d-{named(pictures, 3)}"
    days = [{"updated_at": f"2024-01-0{day}T00:00:00Z"} for day in (1, 2, 3)]
    choice = {"type": "choices", "value": {"choices": ["NG"]}}
    annotations = [
        {"result": [choice, result]} | days[1],
        {"result": []} | days[0],
        {"result": [], "was_cancelled": True} | days[2],
    ]
    return [{"id": 1, "data": {"image": image}, "annotations": annotations}]


def write_json(path: Path, content: object) -> Path:
    path.write_text(json.dumps(content))
    return path


def test_label_studio_is_read_by_its_newest_annotation(
    store: DatasetStore, pictures: list[DatasetPicture], tmp_path: Path
) -> None:
    file = write_json(tmp_path / "export.json", label_studio(pictures))
    status, output = okng(tmp_path, "dataset", "import-boxes", "cells", file)
    assert status == 0, output
    crack = LabelledBox(name="crack", left=16, top=24, right=48, bottom=36)
    assert boxes_of(store)[3] == (crack,)
    change = output.partition("okng dataset undo ")[2].partition("`")[0]
    assert okng(tmp_path, "dataset", "undo", change)[0] == 0
    assert boxes_of(store)[3] is None


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"image": {"file_name": "x.png"}}, "images.0: 'x.png' is no picture in dataset 'cells'"),
        ({"image": {"width": 640}}, "images.0: the file says 640 x 48 pixels"),
        ({"annotation": {"bbox": [60, 5, 6, 7]}}, "annotations.0: the box from 60, 5 to 66, 12"),
        ({"annotation": {"bbox": [4, 5, 0, 7]}}, "annotations.0: the box of 'crack' goes from 4"),
        ({"annotation": {"bbox": [4, 5, 6]}}, "annotations.0: bbox.3: is missing"),
        ({"annotation": {"category_id": 4}}, "annotations.0: category_id 4"),
        ({"annotation": {"image_id": 8}}, "annotations.0: image_id 8"),
        ({"annotation": {"iscrowd": 1}}, "allowed is 0"),
    ],
)
def test_a_wrong_record_is_named_and_the_others_come_in(
    store: DatasetStore,
    pictures: list[DatasetPicture],
    tmp_path: Path,
    changed: dict[str, Any],
    problem: str,
) -> None:
    right = coco(pictures, image={"file_name": named(pictures, 0)})
    (tmp_path / "coco").mkdir()
    write_json(tmp_path / "coco/a.json", right)
    wrong = write_json(tmp_path / "coco/b.json", coco(pictures, **changed))
    before = boxes_of(store)
    status, output = okng(tmp_path, "dataset", "import-boxes", "cells", tmp_path / "coco")
    assert status == 0, output
    assert f"{wrong}" in output
    assert problem in output
    crack = LabelledBox(name="crack", left=4, top=5, right=10, bottom=12)
    assert boxes_of(store) == [(crack,), *before[1:]]


def test_other_files_that_cannot_be_used_are_named(
    store: DatasetStore, pictures: list[DatasetPicture], tmp_path: Path
) -> None:
    folder = tmp_path / "labels"
    folder.mkdir()
    label = folder / f"{Path(named(pictures, 3)).stem}.txt"

    def refused(path: Path, *arguments: str) -> str:
        status, output = okng(tmp_path, "dataset", "import-boxes", "cells", path, *arguments)
        assert status == 1, output
        return output

    turned = write_json(tmp_path / "turned.json", label_studio(pictures, rotation=5))
    assert "0.result.1: is turned" in refused(turned)
    no_list = write_json(tmp_path / "no_list.json", coco(pictures, categories=None))
    assert "categories is no list" in refused(no_list)
    (tmp_path / "bad.json").write_text("{")
    assert "bad.json: is not JSON" in refused(tmp_path / "bad.json")
    twice = coco(pictures)
    twice["images"].append(twice["images"][0] | {"id": 8})
    assert "is the same picture as" in refused(write_json(tmp_path / "twice.json", twice))
    label.write_text("0 0.5 0.5 0.2 0.2\n\n2 0.5 0.5 0.2 0.2\n")
    assert "has none of obj.names, classes.txt" in refused(folder)
    (folder / "classes.txt").write_text("crack\nchip\n")
    problem = f"line 3: class 2; {folder / 'classes.txt'} has 2 names, of the classes 0, 1;"
    assert f"{label}, {problem}" in refused(folder)
    label.write_text("0 0.5 0.5 0.2\n")
    assert "line 1: '0 0.5 0.5 0.2': has 4 numbers; needed are five" in refused(folder)
    assert boxes_of(store)[3] is None
    # Half a pixel over the edge is another program's rounding.
    label.write_text(f"0 0.5 0.5 {65 / WIDTH} 1\n")
    assert okng(tmp_path, "dataset", "import-boxes", "cells", folder)[0] == 0
    assert boxes_of(store)[3] == (
        LabelledBox(name="crack", left=0, top=0, right=WIDTH, bottom=HEIGHT),
    )
