"""Labels of other programs: none moves to another picture or class, and what is skipped is told."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from click.testing import CliRunner

from okng.device.cli import main
from okng.device.datasets.store import DatasetStore
from okng.device.types import Label
from okng.models.boxes import LabelledBox

WIDTH, HEIGHT = 64, 48
BBOX = [4, 5, 6, 7]
CRACK = LabelledBox(name="crack", left=4, top=5, right=10, bottom=12)
LINE = "0 0.5 0.5 0.25 0.5\n"
OF_LINE = {"left": 24, "top": 12, "right": 40, "bottom": 36}


class Station:
    """A station whose pictures come from a folder, each with a content of its own."""

    def __init__(self, root: Path) -> None:
        self.root, self.photos = root, root / "photos"
        self._names: dict[str, str] = {}

    def photo(self, name: str) -> Path:
        path = self.photos / name
        path.parent.mkdir(parents=True, exist_ok=True)
        pixels = np.random.default_rng(len(self._names)).integers(0, 256, (HEIGHT, WIDTH, 3))
        cv2.imwrite(str(path), pixels.astype(np.uint8))
        added = DatasetStore(self.root).import_file(path, "cells", Label.NORMAL, "ann")
        self._names[added.sha256] = name
        return path

    def write(self, name: str, content: object) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(content if isinstance(content, str) else json.dumps(content))
        return path

    def run(self, path: Path, *arguments: object) -> tuple[int, str]:
        words = ["dataset", "import-boxes", "cells", path, "--pictures", self.photos, *arguments]
        answer = CliRunner().invoke(
            main, [str(word) for word in words], env={"OKNG_DATA_DIR": str(self.root)}
        )
        assert answer.exception is None or isinstance(answer.exception, SystemExit), answer.output
        return answer.exit_code, answer.output

    def imported(self, path: Path, *arguments: object) -> str:
        status, output = self.run(path, *arguments)
        assert status == 0, output
        return output

    def refused(self, path: Path, *arguments: object) -> str:
        before = self.boxes
        status, output = self.run(path, *arguments)
        assert status == 1, output
        assert self.boxes == before
        return output

    @property
    def boxes(self) -> dict[str, Any]:
        """What is said of each picture of which anything is said, by its name in the folder."""
        pictures = DatasetStore(self.root).pictures("cells")
        return {
            self._names[picture.sha256]: picture.boxes
            for picture in pictures
            if picture.boxes is not None
        }

    @property
    def classes(self) -> dict[str, list[str]]:
        return {name: [box.name for box in boxes] for name, boxes in self.boxes.items()}


@pytest.fixture
def station(tmp_path: Path) -> Station:
    return Station(tmp_path)


def coco(*file_names: str, **parts: Any) -> dict[str, Any]:
    """A file with one box in every picture."""
    size = {"width": WIDTH, "height": HEIGHT}
    content = {
        "images": [
            {"id": key, "file_name": name, **size} for key, name in enumerate(file_names, start=10)
        ],
        "categories": [{"id": 3, "name": "crack"}],
        "annotations": [
            {"id": key, "image_id": key, "category_id": 3, "bbox": BBOX}
            for key in range(10, 10 + len(file_names))
        ],
    }
    return content | parts


def result(*, kind: str = "rectanglelabels", **changed: Any) -> dict[str, Any]:
    value = {"x": 25, "y": 50, "width": 50, "height": 25, "rotation": 0}
    value |= changed.pop("value", {"rectanglelabels": ["crack"]})
    size = {"original_width": WIDTH, "original_height": HEIGHT, "image_rotation": 0}
    return {"id": "r1", "type": kind, "to_name": "image", **size, "value": value} | changed


def task(image: str, *annotations: Any, **parts: Any) -> dict[str, Any]:
    return {"id": 1, "data": {"image": image}, "annotations": list(annotations)} | parts


def annotation(*results: Any, **parts: Any) -> dict[str, Any]:
    return {"result": list(results)} | parts


# Ids and keys that occur twice


@pytest.mark.parametrize(
    ("parts", "named"),
    [
        (
            {"images": [{"id": 10, "file_name": "a.png"}, {"id": 10, "file_name": "b.png"}]},
            ["images.0 and images.1", "'a.png' and 'b.png'"],
        ),
        (
            {"images": [{"id": 1, "file_name": "a.png"}, {"id": "1", "file_name": "b.png"}]},
            ["images.0 and images.1"],
        ),
        (
            {"categories": [{"id": 3, "name": "crack"}, {"id": 3, "name": "dent"}]},
            ["categories.0 and categories.1", "'crack' and 'dent'"],
        ),
        (
            {
                "annotations": [
                    {"id": 7, "image_id": 10, "category_id": 3, "bbox": [1, 2, 3, 4]},
                    {"id": 7, "image_id": 11, "category_id": 3, "bbox": [1, 2, 3, 4]},
                ]
            },
            ["annotations.0 and annotations.1", "same id 7"],
        ),
        (
            {
                "images": [{"id": 1, "file_name": "a.png"}, {"id": 1, "file_name": "b.png"}],
                "categories": [{"id": 3, "name": "crack"}, {"id": 3, "name": "dent"}],
            },
            ["images.0 and images.1", "categories.0 and categories.1"],
        ),
    ],
)
def test_ids_that_occur_twice_refuse_the_file_and_all_are_named(
    station: Station, parts: dict[str, Any], named: list[str]
) -> None:
    for name in ("a.png", "b.png"):
        station.photo(name)
    output = station.refused(station.write("coco.json", coco("a.png", "b.png", **parts)))
    assert all(words in output for words in named), output


def test_a_key_that_occurs_twice_is_no_choice_of_the_last(station: Station) -> None:
    station.photo("a.png")
    text = json.dumps(coco("a.png"))
    twice = text[:-1] + ', "categories": [{"id": 3, "name": "dent"}]}'
    assert "the key 'categories' is there twice" in station.refused(
        station.write("twice.json", twice)
    )


def test_ids_may_be_texts_and_begin_anywhere(station: Station) -> None:
    station.photo("a.png")
    content = {
        "images": [{"id": "a", "file_name": "a.png"}],
        "categories": [{"id": 0, "name": "crack"}, {"id": 900, "name": "dent"}],
        "annotations": [{"image_id": "a", "category_id": 900, "bbox": BBOX}],
    }
    station.imported(station.write("coco.json", content))
    assert station.classes == {"a.png": ["dent"]}


def test_a_picture_that_may_own_a_lost_annotation_is_not_taken_for_empty(station: Station) -> None:
    for name in ("a.png", "b.png"):
        station.photo(name)
    content = coco("a.png", "b.png")
    content["annotations"][1]["image_id"] = 99
    output = station.imported(station.write("coco.json", content))
    assert "annotations.1: image_id 99 is none of its images" in output
    assert station.boxes == {"a.png": (CRACK,)}


# Folders


def test_a_folder_in_the_name_is_never_thrown_away(station: Station) -> None:
    for name in ("crack/000.png", "dent/000.png"):
        station.photo(name)
    station.imported(station.write("one.json", coco("set/crack/000.png")))
    assert station.boxes == {"crack/000.png": (CRACK,)}
    output = station.refused(station.write("other.json", coco("burr/000.png")))
    assert "is no picture in dataset 'cells'" in output
    assert "crack/000.png, dent/000.png" in output
    output = station.refused(station.write("bare.json", coco("000.png")))
    assert str(station.photos / "crack/000.png") in output
    assert str(station.photos / "dent/000.png") in output


def test_a_picture_of_another_folder_is_not_taken_because_it_is_the_only_one(
    station: Station,
) -> None:
    station.photo("dent/000.png")
    output = station.refused(station.write("coco.json", coco("crack/000.png")))
    assert "the only pictures of that name lie in other folders: dent/000.png" in output


def test_two_names_that_mean_one_picture_are_refused(station: Station) -> None:
    station.photo("000.png")
    content = coco("crack/000.png", "dent/000.png")
    content["annotations"][1]["bbox"] = [20, 20, 5, 5]
    output = station.refused(station.write("coco.json", content))
    assert "images.0" in output
    assert "images.1" in output
    assert "with other boxes" in output


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("C:\\Users\\ann\\crack\\000.png", "crack/000.png"),
        ("crack\\000.png", "crack/000.png"),
        ("./crack/../crack/000.png", "crack/000.png"),
        ("../../media/upload/crack/000.png", "crack/000.png"),
        ("Crack/000.PNG", "crack/000.png"),
        ("/srv/pictures/dent/000.png", "dent/000.png"),
        ("my%20part.png", "my part.png"),
        ("my part.png", "my part.png"),
        ("0a1b2c3d-my%20part.png", "my part.png"),
        ("pla\u0301n.png", "pl\u00e1n.png"),
        ("part.1", "part.1.png"),
        ("https://bucket.example/set/crack/000.png?X-Amz-Date=2024&X-Amz-Signature=a", None),
    ],
)
def test_names_are_read_as_other_systems_write_them(
    station: Station, name: str, expected: str | None
) -> None:
    for photo in ("crack/000.png", "dent/000.png", "my part.png", "pl\u00e1n.png", "part.1.png"):
        station.photo(photo)
    station.imported(station.write("coco.json", coco(name)))
    assert list(station.boxes) == [expected or "crack/000.png"]


def test_case_alone_tells_pictures_apart_only_where_there_are_both(station: Station) -> None:
    station.photo("Crack/a.png")
    station.photo("crack/a.png")
    station.imported(station.write("coco.json", coco("crack/a.png")))
    assert list(station.boxes) == ["crack/a.png"]
    assert "may be" in station.refused(station.write("upper.json", coco("CRACK/a.png")))


def test_labels_of_darknet_lie_beside_pictures_or_in_a_tree_of_their_own(station: Station) -> None:
    for photo in ("images/train/000.png", "images/test/000.png"):
        station.photo(photo)
    station.write("photos/labels/train/000.txt", LINE)
    station.write("photos/labels/test/000.txt", LINE.replace("0 ", "1 ", 1))
    station.write("photos/classes.txt", "crack\ndent\n")
    station.imported(station.photos)
    assert station.classes == {"images/train/000.png": ["crack"], "images/test/000.png": ["dent"]}


def test_two_pictures_that_differ_in_their_ending_are_not_one(station: Station) -> None:
    station.photo("a.png")
    station.photo("a.bmp")
    station.write("labels/classes.txt", "crack\n")
    station.write("labels/a.txt", LINE)
    output = station.refused(station.root / "labels")
    assert "a.bmp" in output
    assert "a.png" in output
    station.imported(station.write("coco.json", coco("a.bmp")))
    assert list(station.boxes) == ["a.bmp"]


def test_a_folder_with_a_file_in_each_folder_is_read_from_where_each_lies(
    station: Station,
) -> None:
    for name in ("train/000.png", "valid/000.png"):
        station.photo(name)
    station.write("photos/train/_annotations.coco.json", coco("000.png"))
    other_classes = coco("000.png", categories=[{"id": 3, "name": "dent"}])
    station.write("photos/valid/_annotations.coco.json", other_classes)
    station.write("photos/README.roboflow.txt", "Exported for you\n")
    station.imported(station.photos)
    assert station.classes == {"train/000.png": ["crack"], "valid/000.png": ["dent"]}


# Classes of darknet's labels


def test_each_folder_has_its_own_class_file(station: Station) -> None:
    station.photo("a.png")
    station.photo("train/b.png")
    station.write("labels/classes.txt", "scratch\ndent\n")
    station.write("labels/a.txt", LINE)
    station.write("labels/train/classes.txt", "dent\nscratch\n")
    station.write("labels/train/b.txt", LINE)
    station.imported(station.root / "labels")
    assert station.classes == {"a.png": ["scratch"], "train/b.png": ["dent"]}


@pytest.mark.parametrize(
    "files",
    [
        {"classes.txt": "crack\ndent\n", "obj.names": "dent\ncrack\n"},
        {"classes.txt": "crack\ndent\n", "data.yaml": "names: [dent, crack]\n"},
        {
            "classes.txt": "crack\ndent\n",
            "notes.json": '{"categories": [{"id": 0, "name": "dent"}, {"id": 1, "name": "crack"}]}',
        },
        {"data.yaml": "names: [crack, dent]\n", "other.yaml": "names: [dent, crack]\n"},
    ],
)
def test_class_files_that_differ_are_both_named(station: Station, files: dict[str, str]) -> None:
    station.photo("a.png")
    station.write("labels/a.txt", LINE)
    for name, content in files.items():
        station.write(f"labels/{name}", content)
    output = station.refused(station.root / "labels")
    assert all(name in output for name in files)
    assert "--classes" in output
    (first, *_) = files
    station.imported(station.root / "labels", "--classes", station.root / "labels" / first)
    assert station.classes == {"a.png": ["crack"]}


@pytest.mark.parametrize(
    ("name", "content", "classes"),
    [
        ("data.yaml", "nc: 2\nnames: [dent, no]\n", ["no"]),
        ("data.yaml", "names:\n  0: dent\n  1: crack\ntrain: images/train\n", ["crack"]),
        ("data.yaml", "names:\n  1: crack\n  7: dent\n", ["crack"]),
        ("notes.json", '{"categories": [{"id": 1, "name": "crack"}], "info": {}}', ["crack"]),
        ("classes.txt", b"\xff\xfe" + "dent\ncrack\n".encode("utf-16-le"), ["crack"]),
        ("obj.names", b"\xef\xbb\xbfdent\r\ncrack\r\n", ["crack"]),
    ],
)
def test_class_files_of_other_programs(
    station: Station, name: str, content: str | bytes, classes: list[str]
) -> None:
    station.photo("a.png")
    station.write("labels/a.txt", LINE.replace("0 ", "1 ", 1))
    station.write(f"labels/{name}", content)
    station.imported(station.root / "labels")
    assert station.classes == {"a.png": classes}


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("names: [crack]\nnc: 2\n", "nc is '2', and there are 1 names"),
        ("names: {0: crack, 0: dent}\n", "the key '0' is there twice"),
        ("names: [crack, crack]\n", "two classes are called 'crack'"),
        ("a: &a [x]\nnames: [*a]\n", "has an alias"),
        ("names: [" * 3000, "data.yaml"),
    ],
)
def test_a_data_yaml_that_cannot_be_used(station: Station, content: str, problem: str) -> None:
    station.photo("a.png")
    station.write("labels/a.txt", LINE)
    station.write("labels/data.yaml", content)
    assert problem in station.refused(station.root / "labels")


def test_all_labels_beyond_the_class_file_are_named(station: Station) -> None:
    for name in ("a.png", "b.png", "c.png"):
        station.photo(name)
        station.write(f"labels/{name[0]}.txt", LINE if name == "c.png" else f"2{LINE[1:]}")
    classes = station.write("labels/classes.txt", "crack\ndent\n")
    output = station.refused(station.root / "labels")
    assert output.count("class 2;") == 2
    assert str(classes) in output
    assert "--classes" in output


# Label Studio's annotations


def dated(day: int, *results: Any, **parts: Any) -> dict[str, Any]:
    at = {"created_at": "2024-01-01T00:00:00Z", "updated_at": f"2024-01-{day:02}T00:00:00Z"}
    return annotation(*results, **at) | parts


def test_the_newest_annotation_is_told_by_its_date(station: Station) -> None:
    station.photo("b00.png")
    old = result(value={"rectanglelabels": ["dent"]})
    annotations = [dated(9, result()), dated(3, old), dated(20, was_cancelled=True), dated(2)]
    content = [task("/data/upload/1/0a1b2c3d-b00.png", *annotations, drafts=[dated(28)])]
    station.imported(station.write("export.json", content))
    assert station.classes == {"b00.png": ["crack"]}


def test_ground_truth_counts_before_a_newer_annotation(station: Station) -> None:
    station.photo("b00.png")
    truth = dated(3, result(), ground_truth=True)
    station.imported(station.write("export.json", [task("b00.png", dated(9), truth)]))
    assert station.classes == {"b00.png": ["crack"]}


@pytest.mark.parametrize(
    "annotations",
    [
        [annotation(result()), annotation()],
        [dated(3, result()), dated(3)],
        [dated(3, result()), annotation()],
    ],
)
def test_where_the_newest_cannot_be_told_it_is_asked(
    station: Station, annotations: list[Any]
) -> None:
    station.photo("b00.png")
    output = station.refused(station.write("export.json", [task("b00.png", *annotations)]))
    assert "annotations that differ" in output


def test_a_task_that_nobody_annotated_says_nothing(station: Station) -> None:
    for name in ("a.png", "b.png"):
        station.photo(name)
    predicted = task("a.png", predictions=[annotation(result())])
    file = station.write("export.json", [predicted])
    assert "nobody has annotated it; it has 1 prediction" in station.refused(file)
    both = [predicted, task("b.png", annotation(result()))]
    output = station.imported(station.write("both.json", both))
    assert "both.json, 0: nobody has annotated it" in output
    assert list(station.boxes) == ["b.png"]


@pytest.mark.parametrize(
    "results",
    [
        [
            result(kind="rectangle", value={}),
            result(kind="choices", value={"choices": ["crack"]}, from_name="kind"),
        ],
        [
            result(kind="choices", value={"choices": ["crack"]}, from_name="kind"),
            result(kind="rectangle", value={}),
        ],
        [result(kind="rectangle", value={}), result(kind="labels", value={"labels": ["crack"]})],
        [
            result(),
            result(kind="choices", value={"choices": ["deep"]}, from_name="severity"),
            {"type": "choices", "value": {"choices": ["NG"]}},
        ],
    ],
)
def test_the_class_of_a_rectangle_may_stand_in_another_result(
    station: Station, results: list[Any]
) -> None:
    station.photo("a.png")
    station.imported(station.write("export.json", [task("a.png", annotation(*results))]))
    assert station.classes == {"a.png": ["crack"]}


@pytest.mark.parametrize(
    ("results", "reason"),
    [
        ([result(kind="rectangle", value={})], "is a rectangle without a label"),
        ([result(value={"rectanglelabels": []})], "is a rectangle without a label"),
        (
            [
                result(kind="rectangle", value={}),
                result(kind="choices", value={"choices": ["crack"]}, from_name="kind"),
                result(kind="choices", value={"choices": ["deep"]}, from_name="severity"),
            ],
            "may be of class 'crack' or 'deep'",
        ),
        ([result(value={"rectanglelabels": ["crack", "dent"]})], "may be of class"),
        ([result(value={"rectanglelabels": ["crack"], "rotation": 12.5})], "is turned"),
        ([result(image_rotation=90)], "is turned"),
        ([result(value={"rectanglelabels": ["crack"], "x": float("nan")})], "no numbers"),
        (
            [{"type": "polygonlabels", "value": {"points": [[1, 2]], "polygonlabels": ["crack"]}}],
            "type is 'polygonlabels'",
        ),
        ([result(), result(id="r2", original_width=99)], "several sizes"),
        ([result(), result(id="r2", to_name="other")], "several pictures: image, other"),
    ],
)
def test_what_is_no_box_is_never_taken_for_nothing(
    station: Station, results: list[Any], reason: str
) -> None:
    for name in ("a.png", "b.png"):
        station.photo(name)
    tasks = [task("a.png", annotation(*results)), task("b.png", annotation(result()))]
    output = station.imported(station.write("export.json", tasks))
    assert reason in output
    assert list(station.boxes) == ["b.png"]


@pytest.mark.parametrize(
    "address",
    [
        "/data/upload/3/0a1b2c3d-a.png",
        "/data/local-files/?d=sub%5Ca.png",
        "http://localhost:8080/data/local-files/?d=sub/a.png",
        "https://bucket.s3.amazonaws.com/sub/a.png?X-Amz-Algorithm=AWS4&X-Amz-Signature=abc",
        "s3://bucket/sub/a.png",
        "/tasks/7/resolve/?fileuri=czM6Ly9idWNrZXQvc3ViL2EucG5n",
        "C:\\sub\\a.png",
    ],
)
def test_addresses_of_pictures(station: Station, address: str) -> None:
    station.photo("sub/a.png")
    station.photo("other.png")
    station.imported(station.write("export.json", [task(address, annotation(result()))]))
    assert list(station.boxes) == ["sub/a.png"]


# What is skipped, and what is refused


def test_every_unusable_annotation_is_listed_and_the_rest_comes_in(station: Station) -> None:
    for name in ("a.png", "b.png"):
        station.photo(name)
    unusable = [
        {"bbox": [4, 5, 0, 7]},
        {"bbox": [60, 5, 9, 7]},
        {"bbox": [-5, 5, 9, 7]},
        {"bbox": [4, 5, -3, 7]},
        {"bbox": [4, 5, 6]},
        {"bbox": [4, float("nan"), 6, 7]},
        {"bbox": None},
        {"iscrowd": 1, "segmentation": {"counts": [1], "size": [2, 2]}},
        {"category_id": 4},
        {"image_id": 99},
        {"bbox": BBOX},
    ]
    content = coco("a.png", "b.png", "unknown.png")
    right = content["annotations"][0]
    content["annotations"] += [
        right | {"id": key} | annotation for key, annotation in enumerate(unusable, start=100)
    ]
    content["annotations"].append("no annotation")
    report = station.root / "report.txt"
    output = station.imported(station.write("coco.json", content), "--report", report)
    lines = report.read_text().splitlines()
    assert [f"annotations.{number}:" in "\n".join(lines) for number in range(3, 15)] == [True] * 12
    assert "'unknown.png' is no picture in dataset 'cells'" in "\n".join(lines)
    assert all(line in output for line in lines)
    assert "fewer boxes than in the file: 1 picture" in output
    assert station.boxes == {"a.png": (CRACK,), "b.png": (CRACK,)}


def test_the_list_is_bounded_on_screen_and_whole_in_the_report(station: Station) -> None:
    station.photo("a.png")
    content = coco("a.png")
    content["annotations"] += [
        {"image_id": 10, "category_id": 3, "bbox": [4, 5, 0, number]} for number in range(300)
    ]
    file = station.write("coco.json", content)
    assert "... and 280 more; --report FILE" in station.imported(file)
    report = station.root / "report.txt"
    output = station.imported(file, "--report", report)
    assert output.count("\n") < 30
    assert len(report.read_text().splitlines()) == 300
    bad = coco("a.png", images=[{"id": 1, "file_name": "a.png"}] * 100)
    output = station.refused(station.write("bad.json", bad), "--report", report)
    assert "99 problems" in output
    assert len(report.read_text().splitlines()) == 99


def test_boxes_are_never_replaced_by_none_without_a_word(station: Station) -> None:
    for name in ("a.png", "b.png", "c.png"):
        station.photo(name)
    station.imported(station.write("first.json", coco("a.png")))
    empty = station.write("empty.json", coco("a.png", "b.png", annotations=[]))
    assert "the file has 2 pictures and no box; the option empty" in station.refused(empty)
    later = coco("c.png", "a.png", "b.png")
    del later["annotations"][1:]
    file = station.write("later.json", later)
    assert "has no box here and 1 in the dataset, which stay" in station.imported(file)
    assert station.boxes == {"a.png": (CRACK,), "b.png": (), "c.png": (CRACK,)}
    station.imported(file, "--empty")
    assert station.boxes == {"a.png": (), "b.png": (), "c.png": (CRACK,)}
    unusable = coco("b.png", "c.png")
    unusable["annotations"][0]["bbox"] = [4, 5, 0, 7]
    output = station.imported(station.write("unusable.json", unusable), "--empty")
    assert "none of its boxes can be used, so it stays as it is" in output


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ("0 0.1 0.1 0.2 0.1 0.2 0.2\n", "as an outline has"),
        ("0 0.5 0.5 0.2 0.2 0.97\n", "with its score"),
        ("0 0.1 0.1 0.2 0.1 0.2 0.2 0.1 0.2\n", "as a turned box has"),
        ("0 32 24 16 24\n", "reaches out"),
        ("-1 0.5 0.5 0.2 0.2\n", "needed are five numbers"),
        ("0.5 0.5 0.5 0.2 0.2\n", "needed are five numbers"),
        ("0 0.5 0.5 nan 0.2\n", "reaches out"),
        ("0 0.5 0.5 0.2\n", "has 4 numbers"),
        ("0 0.5 0.5 0,2 0.2\n", "needed are five numbers"),
        ("a word\n", "is no label file"),
    ],
)
def test_a_line_that_is_no_box_is_skipped(station: Station, lines: str, reason: str) -> None:
    for name in ("a.png", "b.png"):
        station.photo(name)
    station.write("labels/classes.txt", "crack\n")
    station.write("labels/a.txt", lines)
    station.write("labels/b.txt", LINE + LINE)
    output = station.imported(station.root / "labels")
    assert reason in output
    assert "is the same box as" in output
    assert station.boxes == {"b.png": (LabelledBox(name="crack", **OF_LINE),)}


def json_lines(content: Any) -> str:
    return f"{json.dumps(content)}\n{json.dumps(content)}\n"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (json_lines({"a": 1}), "in every line"),
        ("[" * 100_000, "nested more than 64 deep"),
        ('{"images": ' + "1" * 5000 + "}", "cannot be read"),
        (b"\xe9\x00\xff", "UTF-8"),
        ("", "is not JSON"),
        ("[]", "no picture"),
        ("{}", "has no images"),
        ({"images": {}, "categories": [], "annotations": []}, "images is no list"),
        ({"images": []}, "has no annotations"),
        ([{"image_id": 1, "category_id": 1, "bbox": BBOX, "score": 0.9}], "COCO results"),
        ([{"image": "a.png", "label": [], "annotation_id": 1, "annotator": 2}], "JSON-MIN"),
        (coco("a.png", "b.png", "missing.png", categories=[]), "none of its categories"),
        (
            coco(
                "a.png",
                annotations=[{"image_id": 10, "category_id": 3, "bbox": [0.1, 0.1, 0.2, 0.3]}],
            ),
            "shares of the picture's size",
        ),
        (
            [task("a.png", annotation(result(value=dict.fromkeys("xy", 0.2))))],
            "without a label",
        ),
        (
            [
                task(
                    "a.png",
                    annotation(
                        result(
                            value=dict.fromkeys(("x", "y", "width", "height"), 0.25)
                            | {"rectanglelabels": ["crack"]}
                        )
                    ),
                )
            ],
            "needed is per cent",
        ),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_a_sentence(
    station: Station, content: Any, problem: str
) -> None:
    station.photo("a.png")
    assert problem in station.refused(station.write("labels.json", content))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be"])
def test_json_of_windows_programs_is_read(station: Station, encoding: str) -> None:
    station.photo("a.png")
    text = json.dumps(coco("a.png"))
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    station.imported(station.write("coco.json", mark + text.encode(encoding)))
    assert station.boxes == {"a.png": (CRACK,)}


def test_files_that_are_no_labels_stop_nothing(station: Station) -> None:
    station.photo("a.png")
    station.write("labels/classes.txt", "crack\n")
    station.write("labels/a.txt", LINE)
    station.write("labels/README.txt", "Gr\u00fc\u00dfe\n".encode("latin-1"))
    station.write("labels/._a.txt", b"\x00\x05\x16\x07")
    station.write("labels/.cache/coco.json", "{")
    station.write("labels/train.txt", "images/a.png\n")
    output = station.imported(station.root / "labels")
    assert "skipped: 1" in output
    assert "README.txt: is not text in UTF-8 or UTF-16" in output
    assert station.classes == {"a.png": ["crack"]}


def test_a_folder_of_two_formats_is_asked_for(station: Station) -> None:
    station.photo("a.png")
    station.write("both/coco.json", coco("a.png"))
    station.write("both/a.txt", LINE)
    station.write("both/classes.txt", "dent\n")
    output = station.refused(station.root / "both")
    assert "coco.json" in output
    assert "a.txt" in output
    assert "--format" in output
    station.imported(station.root / "both", "--format", "darknet")
    assert station.classes == {"a.png": ["dent"]}


def test_all_files_that_cannot_be_used_are_named_at_once(station: Station) -> None:
    station.photo("a.png")
    station.write("many/a.json", "{")
    station.write("many/b.json", coco("a.png", categories=[{"id": 1, "name": "x"}] * 2))
    station.write("many/c.json", coco("a.png"))
    output = station.refused(station.root / "many")
    assert "a.json: is not JSON" in output
    assert "b.json: categories.0 and categories.1" in output


# Pictures


def test_a_size_that_contradicts_the_picture_is_told(station: Station) -> None:
    station.photo("a.png")
    station.photo("b.png")
    content = coco("a.png", "b.png")
    content["images"][0] |= {"width": HEIGHT, "height": WIDTH}
    output = station.imported(station.write("coco.json", content))
    assert f"the file says {HEIGHT} x {WIDTH} pixels of 'a.png', the picture has {WIDTH}" in output
    assert "turned" in output
    assert list(station.boxes) == ["b.png"]


STORED = {"left": 4.0, "top": 5.0, "right": 10.0, "bottom": 12.0}
SHOWN = {
    2: (54, 5, 60, 12),
    3: (54, 36, 60, 43),
    4: (4, 36, 10, 43),
    5: (5, 4, 12, 10),
    6: (36, 4, 43, 10),
    7: (36, 54, 43, 60),
    8: (5, 54, 12, 60),
}


def turned_photo(station: Station, orientation: int) -> Path:
    """The pixels of the box of `BBOX` are white, as they are stored."""
    pixels = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
    pixels[5:12, 4:10] = 255
    data = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, 100])[1].tobytes()
    tag = struct.pack("<HHIHH", 274, 3, 1, orientation, 0)
    exif = b"Exif\x00\x00II*\x00" + struct.pack("<IH", 8, 1) + tag + bytes(4)
    segment = b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif
    return station.write("photos/a.jpg", data[:2] + segment + data[2:])


@pytest.mark.parametrize("orientation", SHOWN)
def test_boxes_of_a_turned_picture_lie_where_they_are_shown(
    station: Station, orientation: int
) -> None:
    path = turned_photo(station, orientation)
    DatasetStore(station.root).import_file(path, "cells", Label.NORMAL, "ann")
    station.write("labels/classes.txt", "crack\n")
    x, y, width, height = BBOX
    centre = f"{(x + width / 2) / WIDTH} {(y + height / 2) / HEIGHT}"
    station.write("labels/a.txt", f"0 {centre} {width / WIDTH} {height / HEIGHT}\n")
    output = station.run(station.root / "labels")[1]
    assert "may be drawn in it as it is shown or as it is stored" in output
    status, output = station.run(station.root / "labels", "--exif", "ignored")
    assert status == 0, output
    (picture,) = DatasetStore(station.root).pictures("cells")
    assert picture.boxes
    sides = picture.boxes[0].model_dump(exclude={"name"})
    expected = dict(zip(STORED, SHOWN[orientation], strict=True))
    assert sides == pytest.approx(expected)
    shown = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE)
    assert shown is not None
    left, top, right, bottom = (round(side) for side in sides.values())
    assert shown[top:bottom, left:right].min() > 200


@pytest.mark.parametrize(("width", "height"), [(WIDTH, HEIGHT), (HEIGHT, WIDTH)])
def test_the_size_in_the_file_tells_how_a_turned_picture_was_seen(
    station: Station, width: int, height: int
) -> None:
    path = turned_photo(station, 6)
    DatasetStore(station.root).import_file(path, "cells", Label.NORMAL, "ann")
    content = coco("a.jpg")
    content["images"][0] |= {"width": width, "height": height}
    status, output = station.run(station.write("coco.json", content))
    assert status == 0, output
    (picture,) = DatasetStore(station.root).pictures("cells")
    assert picture.boxes
    sides = tuple(picture.boxes[0].model_dump(exclude={"name"}).values())
    assert sides == (SHOWN[6] if (width, height) == (WIDTH, HEIGHT) else tuple(STORED.values()))


def test_a_picture_with_too_many_boxes_is_told(station: Station) -> None:
    station.photo("a.png")
    station.photo("b.png")
    content = coco("a.png", "b.png")
    content["annotations"] += [
        {"image_id": 10, "category_id": 3, "bbox": [1, 1, 2 + number / 100, 2]}
        for number in range(2001)
    ]
    output = station.imported(station.write("coco.json", content))
    assert "images.0: has 2002 boxes; at most 2000 are allowed" in output
    assert list(station.boxes) == ["b.png"]


@pytest.mark.parametrize("dataset", ["my+cells", "cells.", "../cells", ""])
def test_a_dataset_name_that_is_none_is_a_sentence(station: Station, dataset: str) -> None:
    station.photo("a.png")
    file = station.write("coco.json", coco("a.png"))
    words = ["dataset", "import-boxes", dataset, file, "--pictures", station.photos]
    answer = CliRunner().invoke(
        main,
        [*map(str, words), "--label", "normal"],
        env={"OKNG_DATA_DIR": str(station.root)},
    )
    assert answer.exit_code == 1
    assert "can't be the name of a dataset" in answer.output


def test_a_damaged_picture_in_the_folder_is_skipped(
    station: Station, noise: Callable[..., Any]
) -> None:
    station.photo("a.png")
    station.write("photos/broken.png", b"\x89PNG\r\n\x1a\nnothing")
    content = station.write("coco.json", coco("a.png", "broken.png"))
    output = station.imported(content, "--label", "normal")
    assert "broken.png" in output
    assert list(station.boxes) == ["a.png"]
