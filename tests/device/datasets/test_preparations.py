"""Preparations of datasets: versions, labels at import, and prepared pictures by three ways."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
import pytest
from support.command import okng

from okng.device.datasets.dataset_import import import_source
from okng.device.datasets.errors import DatasetError
from okng.device.datasets.export_target import ExportError
from okng.device.datasets.preparation_files import PreparationFormat, file_text
from okng.device.datasets.preparations import PreparationStore
from okng.device.datasets.prepared_pictures import export_prepared
from okng.device.datasets.sources.open_source import open_source
from okng.device.datasets.sources.remote import StationAccess
from okng.device.datasets.store import DatasetStore
from okng.device.jobs.training import TrainingParameters, training_request
from okng.device.types import Label
from okng.models.arrays import Image
from okng.models.images.image_files import encode_png, read_image
from okng.models.preparation import (
    Crop,
    Grey,
    LabelRule,
    LabelsFromFileNames,
    MaskOut,
    Polygon,
    Preparation,
    Rectangle,
    Rotate,
    Stretch,
)
from okng.models.preparation.toml_file import PreparationFileError, from_toml, to_toml

STEPS = Preparation(
    width=64,
    height=48,
    steps=(
        Crop(left=4, top=6, width=40, height=30),
        MaskOut(
            areas=(
                Rectangle(left=1, top=2, width=5, height=7),
                Polygon(points=((20, 4), (35, 8), (25, 22))),
            ),
            fill=90,
        ),
        Rotate(degrees=270),
        Grey(),
        Stretch(low=20, high=210),
    ),
)
LABELS = Preparation(
    steps=(
        LabelsFromFileNames(
            rules=(
                LabelRule(pattern="*_ok*", label="normal"),
                LabelRule(pattern="*_crack*", label="anomaly", defect_type="crack"),
            )
        ),
    )
)


def noise(seed: int, height: int = 48, width: int = 64) -> Image:
    random = np.random.default_rng(seed)
    image: Image = random.integers(0, 256, (height, width, 3), dtype=np.uint8)
    return image


def test_each_change_is_a_version_and_going_back_is_one_too(tmp_path: Path) -> None:
    store = PreparationStore(tmp_path)
    assert store.newest("cells") is None
    assert store.current("cells") == Preparation()
    first = store.save("cells", STEPS, "anna", based_on=0)
    assert (first.version, first.author, first.restores) == (1, "anna", None)
    assert store.save("cells", STEPS, "bert") == first
    second = store.save("cells", LABELS, "bert", based_on=1)
    back = store.restore("cells", 1, "anna")
    assert (second.version, back.version, back.restores) == (2, 3, 1)
    assert store.current("cells") == STEPS
    assert store.history("cells") == [back, second, first]
    assert store.current("cookies") == Preparation()


def test_a_change_that_overlooks_another_is_refused(tmp_path: Path) -> None:
    store = PreparationStore(tmp_path)
    store.save("cells", STEPS, "anna", based_on=0)
    with pytest.raises(DatasetError, match="changed meanwhile by anna: it is version 1 now"):
        store.save("cells", LABELS, "bert", based_on=0)
    assert store.current("cells") == STEPS
    with pytest.raises(DatasetError, match="no version 7 of its preparation; the newest is 1"):
        store.restore("cells", 7, "bert")


def test_a_training_uses_the_newest_version(tmp_path: Path) -> None:
    DatasetStore(tmp_path).add(noise(1), "cells", Label.NORMAL, "anna")
    store = PreparationStore(tmp_path)
    parameters = TrainingParameters(dataset="cells", model="cells")
    assert training_request(parameters, tmp_path).preparation == Preparation()
    store.save("cells", STEPS, "anna")
    assert training_request(parameters, tmp_path).preparation == STEPS


def test_toml_has_all_and_says_what_is_wrong() -> None:
    assert from_toml(to_toml(STEPS), "steps.toml") == STEPS
    assert from_toml(to_toml(LABELS), "steps.toml") == LABELS
    for text, problem in (
        ("[[steps", r"steps\.toml is not TOML"),
        ("[[steps]]\ntype = 'blur'", "unknown type 'blur'"),
        ("[[steps]]\ntype = 'rotate'\ndegrees = 45", "must be 90, 180 or 270"),
        (
            "[[steps]]\ntype = 'crop'\nleft = 0\ntop = 0\nwidth = 20\nheight = 20",
            "width and height",
        ),
        ("width = 9\nheight = 9\n[[steps]]\ntype = 'grey'\nblue = 1", "blue: is not known here"),
    ):
        with pytest.raises(PreparationFileError, match=problem):
            from_toml(text, "steps.toml")


def imported(data_dir: Path, source: Path, label: Label | None = None) -> tuple[list[str], int]:
    """What was refused, and how many came in."""
    with open_source(str(source), StationAccess(data_dir)) as opened:
        result = import_source(data_dir, "cells", opened, "anna", label=label)
    return [str(refusal) for refusal in result.refusals], result.added


@pytest.mark.parametrize("packed", [False, True], ids=["folder", "zip"])
def test_labels_come_from_file_names_at_import(tmp_path: Path, packed: bool) -> None:
    data_dir = tmp_path / "data"
    PreparationStore(data_dir).save("cells", LABELS, "anna")
    source = tmp_path / "photos"
    source.mkdir()
    names = ("1_ok.png", "2_crack.png", "3_OK_crack.png", "4.png")
    for seed, name in enumerate(names):
        (source / name).write_bytes(encode_png(noise(seed)))
    if packed:
        archive = tmp_path / "photos.zip"
        with zipfile.ZipFile(archive, "w") as opened:
            for name in names:
                opened.write(source / name, name)
        source = archive
    refusals, added = imported(data_dir, source)
    assert added == 2
    assert len(refusals) == 2
    assert "3_OK_crack.png" in refusals[0]
    assert "contradict each other: '*_ok*' (normal), '*_crack*' (anomaly, crack)" in refusals[0]
    assert "4.png" in refusals[1]
    assert "fits no pattern for a label" in refusals[1]
    pictures = DatasetStore(data_dir).pictures("cells")
    assert {(picture.label, picture.defect_type) for picture in pictures} == {
        (Label.NORMAL, None),
        (Label.ANOMALY, "crack"),
    }
    # A label that somebody gives is for those whose names tell nothing.
    refusals, added = imported(data_dir, source, Label.NORMAL)
    assert (len(refusals), added) == (1, 1)


def test_a_name_that_contradicts_its_folder_is_refused(tmp_path: Path) -> None:
    data_dir = tmp_path / "data"
    PreparationStore(data_dir).save("cells", LABELS, "anna")
    folder = tmp_path / "photos" / "normal"
    folder.mkdir(parents=True)
    for seed, name in enumerate(("1_ok.png", "2_crack.png", "3.png")):
        (folder / name).write_bytes(encode_png(noise(seed)))
    refusals, added = imported(data_dir, tmp_path / "photos")
    assert added == 2
    (refusal,) = refusals
    assert "2_crack.png" in refusal
    assert "fits the pattern '*_crack*' for anomaly, but the source says normal" in refusal


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """The data directory of a station with four pictures and a preparation."""
    data_dir = tmp_path / "data"
    store = DatasetStore(data_dir)
    for seed in range(4):
        store.add(noise(seed), "cells", Label.NORMAL if seed else Label.ANOMALY, "anna")
    PreparationStore(data_dir).save("cells", STEPS, "anna")
    return data_dir


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_command_and_script_write_the_same_bytes(filled: Path, tmp_path: Path) -> None:
    by_command = tmp_path / "by-command"
    ended = okng("dataset", "prepare", "cells", "--output", by_command, OKNG_DATA_DIR=str(filled))
    assert ended.returncode == 0, ended.stderr
    assert "4 pictures, by version 1 of the preparation" in ended.stdout

    shown = okng(
        "dataset", "preparation", "show", "cells", "--format", "python", OKNG_DATA_DIR=str(filled)
    )
    script = tmp_path / "prepare.py"
    script.write_text(shown.stdout)
    by_script = tmp_path / "by-script"
    source = filled / "datasets" / "cells"
    run = subprocess.run(
        [sys.executable, script, source, by_script], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "4 pictures prepared\n", "")
    assert files_of(by_script) == files_of(by_command)
    assert len(files_of(by_command)) == 4
    (bad,) = (by_command / "anomaly").iterdir()
    np.testing.assert_array_equal(read_image(bad), STEPS.apply(noise(0)))

    again = subprocess.run(
        [sys.executable, script, source, by_script], capture_output=True, text=True, check=False
    )
    assert again.returncode == 1
    assert "give a new or an empty folder" in again.stderr


def test_the_script_names_every_bad_picture_and_writes_none(filled: Path, tmp_path: Path) -> None:
    version = PreparationStore(filled).newest("cells")
    assert version is not None
    script = tmp_path / "prepare.py"
    script.write_text(file_text(version, PreparationFormat.PYTHON))
    source = tmp_path / "photos"
    source.mkdir()
    sizes = {"a.png": (48, 64), "b.png": (40, 64), "c.png": (64, 48)}
    for seed, (name, size) in enumerate(sizes.items()):
        (source / name).write_bytes(encode_png(noise(seed, *size)))
    run = subprocess.run(
        [sys.executable, script, source, tmp_path / "out"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert "2 pictures can't be prepared" in run.stderr
    assert "b.png: the picture has 64 x 40 px" in run.stderr
    assert "c.png: the picture has 48 x 64 px" in run.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "photos", "prepare.py"]


def test_a_script_sorts_by_labels_from_names(tmp_path: Path) -> None:
    version = PreparationStore(tmp_path).save("cells", LABELS, 'anna """\\', based_on=0)
    script = tmp_path / "prepare.py"
    script.write_text(file_text(version, PreparationFormat.PYTHON))
    source = tmp_path / "photos"
    source.mkdir()
    (source / "1_ok.png").write_bytes(encode_png(noise(1)))
    (source / "2_crack.png").write_bytes(encode_png(noise(2)))
    subprocess.run([sys.executable, script, source, tmp_path / "out"], check=True)
    assert set(files_of(tmp_path / "out")) == {"normal/1_ok.png", "anomaly/2_crack.png"}


def test_an_export_with_a_picture_of_another_size_writes_nothing(
    filled: Path, tmp_path: Path
) -> None:
    odd = DatasetStore(filled).add(noise(9, 50), "cells", Label.NORMAL, "anna")
    pictures = DatasetStore(filled).pictures("cells")
    with pytest.raises(ExportError, match=f"1 pictures.*\n.*picture {odd.picture_id}, .*64 x 50"):
        export_prepared(filled, pictures, STEPS, tmp_path / "out")
    assert not (tmp_path / "out").exists()
    export_prepared(filled, pictures[:3], STEPS, tmp_path / "out.zip")
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert len(archive.namelist()) == 3


def test_a_file_is_set_shown_and_taken_back_on_the_terminal(filled: Path, tmp_path: Path) -> None:
    file = tmp_path / "steps.toml"
    file.write_text('[[steps]]\ntype = "rotate"\ndegrees = 180\n')

    def run(*words: object) -> subprocess.CompletedProcess[str]:
        return okng("dataset", "preparation", *words, OKNG_DATA_DIR=str(filled))

    assert run("set", "cells", file).stdout == "cells: version 2 of the preparation, 1 step\n"
    shown = run("show", "cells").stdout
    assert from_toml(shown, "shown") == Preparation(steps=(Rotate(degrees=180),))
    assert run("restore", "cells", 1).stdout == "cells: version 3 of the preparation, 5 steps\n"
    file.write_text('[[steps]]\ntype = "rotate"\ndegrees = 45\n')
    refused = run("set", "cells", file)
    assert refused.returncode != 0
    assert f"{file}: steps.0" in refused.stderr.replace("[0]", ".0")
    assert PreparationStore(filled).current("cells") == STEPS
