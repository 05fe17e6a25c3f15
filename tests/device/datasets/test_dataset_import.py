"""Import of labelled pictures: folders, manifests and zips, good and bad ones."""

from __future__ import annotations

import shutil
import stat
import tempfile
import unicodedata
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.labelled_sources import (
    CRACKED,
    manifest_line,
    write_manifest,
    write_mask,
    write_picture,
)

from okng.device.datasets import dataset_import
from okng.device.datasets.dataset_import import ImportedPictures, import_source
from okng.device.datasets.edit_history import DatasetChanges
from okng.device.datasets.masks import read_mask_file
from okng.device.datasets.picture_changes import PictureChange
from okng.device.datasets.sources import zip_archive
from okng.device.datasets.sources.open_source import open_source
from okng.device.datasets.sources.remote import StationAccess
from okng.device.datasets.sources.source import SourceError
from okng.device.datasets.store import DatasetStore
from okng.device.types import DatasetPicture, Label, Split
from okng.models.images.preprocessing import ImageError
from okng.models.masks.class_mask import ClassMask, MaskError

SHARED = Path(__file__).parents[4] / "shared/data/cookies"

TWO_CLASSES = {
    "0": {"class-name": "BACKGROUND", "hex-color": "#ffffff", "confidence": 0},
    "1": {"class-name": "crack", "hex-color": "#23A436", "confidence": 0},
    "2": {"class-name": "dent", "hex-color": "#ff0000", "confidence": 0},
}

Facts = tuple[Label, Split | None, str | None, bool]


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    folder.mkdir()
    return folder


def imported(
    data_dir: Path,
    address: Path | str,
    pictures: Path | None = None,
    label: Label | None = None,
    split: Split | None = None,
) -> ImportedPictures:
    with open_source(str(address), StationAccess(data_dir), pictures) as opened:
        return import_source(data_dir, "cells", opened, "ann", label=label, split=split)


def stored(data_dir: Path) -> list[DatasetPicture]:
    return DatasetStore(data_dir).pictures("cells")


def facts(data_dir: Path) -> list[Facts]:
    return sorted(
        (
            (picture.label, picture.split, picture.defect_type, picture.mask is not None)
            for picture in stored(data_dir)
        ),
        key=str,
    )


def reasons(result: ImportedPictures) -> dict[str, str]:
    return {refusal.where: refusal.reason for refusal in result.refusals}


# Folders


@pytest.mark.parametrize(
    ("normal", "anomaly"),
    [("normal", "anomaly"), ("Good", "BAD"), ("ok", "ng"), ("pass", "defects"), ("good", "crack")],
)
def test_folders_tell_the_label(data_dir: Path, source: Path, normal: str, anomaly: str) -> None:
    write_picture(source / normal / "1.png", 1)
    write_picture(source / anomaly / "1.jpg", 2)
    (source / anomaly / "notes.txt").write_text("no picture")
    (source / ".DS_Store").write_bytes(b"")
    result = imported(data_dir, source)
    assert (result.added, result.refusals) == (2, ())
    defect_type = "crack" if anomaly == "crack" else None
    assert facts(data_dir) == [
        (Label.ANOMALY, None, defect_type, False),
        (Label.NORMAL, None, None, False),
    ]


def test_mvtec_ads_tree_with_masks(data_dir: Path, source: Path) -> None:
    root = source / "bottle"
    write_picture(root / "train/good/000.png", 1)
    write_picture(root / "test/good/000.png", 2)
    write_picture(root / "test/crack/000.png", 3)
    write_picture(root / "test/dent/000.png", 4)
    write_mask(root / "ground_truth/crack/000_mask.png")
    write_mask(root / "ground_truth/dent/000_mask.png")
    write_mask(root / "ground_truth/dent/001_mask.png")
    (root / "readme.txt").write_text("about it")
    result = imported(data_dir, source)
    assert (result.added, result.masks) == (4, 2)
    assert facts(data_dir) == [
        (Label.ANOMALY, Split.TEST, "crack", True),
        (Label.ANOMALY, Split.TEST, "dent", True),
        (Label.NORMAL, Split.TEST, None, False),
        (Label.NORMAL, Split.TRAIN, None, False),
    ]
    assert reasons(result) == {
        "bottle/ground_truth/dent/001_mask.png": "is a mask, but no picture here has its name"
    }
    crack = next(picture for picture in stored(data_dir) if picture.defect_type == "crack")
    mask = ClassMask.from_png(read_mask_file(data_dir, crack))
    assert [entry.name for entry in mask.classes] == ["crack"]
    assert int(np.count_nonzero(mask.indices)) == 40


def test_several_datasets_side_by_side_are_not_mixed(data_dir: Path, source: Path) -> None:
    for category in ("bottle", "cable"):
        write_picture(source / category / "train/good/000.png", 1)
    with pytest.raises(SourceError, match="several datasets, such as bottle, cable"):
        imported(data_dir, source)


def test_folders_that_tell_no_label_need_one(data_dir: Path, source: Path) -> None:
    write_picture(source / "monday/1.png", 1)
    write_picture(source / "2.png", 2)
    refused = imported(data_dir, source)
    assert refused.added == 0
    assert "'monday' does not tell whether" in reasons(refused)["monday/1.png"]
    assert "is not labelled" in reasons(refused)["2.png"]
    assert "`--label normal` or `--label anomaly`" in reasons(refused)["2.png"]
    assert imported(data_dir, source, label=Label.NORMAL, split=Split.TEST).added == 2
    assert facts(data_dir) == [(Label.NORMAL, Split.TEST, None, False)] * 2


def test_an_empty_folder_is_no_source(data_dir: Path, source: Path) -> None:
    with pytest.raises(SourceError, match="has no picture and no manifest"):
        imported(data_dir, source)
    with pytest.raises(SourceError, match="there is no such folder or file"):
        imported(data_dir, source / "nowhere")
    (source / "notes.txt").write_text("no source")
    with pytest.raises(SourceError, match="is not a folder, a zip archive or a manifest"):
        imported(data_dir, source / "notes.txt")


# Once


def test_nothing_comes_in_twice(data_dir: Path, source: Path) -> None:
    first = write_picture(source / "normal/1.png", 1)
    shutil.copy(first, source / "normal/copy.png")
    result = imported(data_dir, source)
    assert result.added == 1
    assert reasons(result) == {"normal/copy.png": "is the same picture as normal/1.png"}
    write_picture(source / "normal/2.png", 2)
    again = imported(data_dir, source)
    assert (again.added, again.already_there) == (1, 1)
    assert len(stored(data_dir)) == 2


def test_a_picture_that_is_there_under_another_label_stays(data_dir: Path, source: Path) -> None:
    write_picture(source / "normal/1.png", 1)
    imported(data_dir, source)
    (source / "normal").rename(source / "anomaly")
    result = imported(data_dir, source)
    assert reasons(result) == {
        "anomaly/1.png": "is in the dataset as normal (picture 1), not as anomaly; it stays so"
    }
    assert facts(data_dir) == [(Label.NORMAL, None, None, False)]


def test_masks_come_to_pictures_that_are_there_and_go_by_undo(data_dir: Path, source: Path) -> None:
    write_picture(source / "good/1.png", 1)
    write_picture(source / "crack/2.png", 2)
    imported(data_dir, source)
    write_mask(source / "masks/2.png")
    result = imported(data_dir, source)
    assert (result.added, result.completed, result.already_there) == (0, 1, 1)
    assert sum(picture.mask is not None for picture in stored(data_dir)) == 1
    assert result.change_id
    DatasetChanges(data_dir).undo(result.change_id, "ann")
    assert not any(picture.mask for picture in stored(data_dir))


def test_a_removed_picture_comes_back_and_not_as_a_copy(data_dir: Path, source: Path) -> None:
    write_picture(source / "normal/1.png", 1)
    imported(data_dir, source)
    (picture,) = stored(data_dir)
    DatasetChanges(data_dir).change([picture.picture_id], PictureChange(removed=True), "ann")
    result = imported(data_dir, source)
    assert (result.added, result.completed) == (0, 1)
    assert [entry.picture_id for entry in stored(data_dir)] == [picture.picture_id]


def test_every_bad_picture_is_named_and_the_good_ones_come_in(data_dir: Path, source: Path) -> None:
    write_picture(source / "normal/good.png", 1)
    whole = write_picture(source / "normal/cut.jpg", 2).read_bytes()
    (source / "normal/cut.jpg").write_bytes(whole[: len(whole) // 2])
    (source / "normal/text.png").write_text("no picture")
    (source / "normal/empty.png").write_bytes(b"")
    write_picture(source / "anomaly/1.png", 3)
    write_mask(source / "masks/1.png", width=31)
    result = imported(data_dir, source)
    assert result.added == 2
    named = reasons(result)
    assert named.keys() == {
        *("normal/cut.jpg", "normal/text.png", "normal/empty.png", "anomaly/1.png")
    }
    assert named["anomaly/1.png"] == (
        "is imported without its mask: it has 31 x 20 pixels, the picture 30 x 20"
    )
    assert all(len(reason) > 10 for reason in named.values())


class StoppedError(Exception):
    pass


def test_an_import_that_ended_early_goes_on_the_next_time(
    data_dir: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(12):
        write_picture(source / f"normal/{number:02}.png", number)
    monkeypatch.setattr(dataset_import, "BATCH_PICTURES", 2)

    def stop_in_the_middle(share: float, message: str) -> None:
        if share > 0.5:
            raise StoppedError

    with open_source(str(source), StationAccess(data_dir)) as opened, pytest.raises(StoppedError):
        import_source(data_dir, "cells", opened, "ann", report=stop_in_the_middle)
    first = len(stored(data_dir))
    assert 0 < first < 12
    assert len([path for path in data_dir.rglob("*.png") if path.is_file()]) == first
    result = imported(data_dir, source)
    assert (result.added, result.already_there) == (12 - first, first)


# Manifests


JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)
KEYS = st.sampled_from(
    [
        *("source-ref", "anomaly-label", "anomaly-label-metadata", "anomaly-mask-ref"),
        *("anomaly-mask-ref-metadata", "x-metadata", "class-name", "type", "internal-color-map"),
        *("0", "1", "hex-color"),
    ]
)
VALUES = st.recursive(
    JSON
    | st.sampled_from(
        ["1.png", "normal", "anomaly", "groundtruth/semantic-segmentation", "#23A436"]
    ),
    lambda inner: st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=10,
)


LINES = st.builds(
    lambda line, changed: line | changed,
    st.sampled_from([{}, manifest_line("1.png", "anomaly", "1.png")]),
    st.dictionaries(KEYS, VALUES, max_size=4),
)


@given(lines=st.lists(LINES, min_size=1, max_size=6))
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_any_line_of_json_comes_in_or_is_refused_with_a_sentence(
    lines: list[dict[str, Any]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_picture(Path(folder) / "1.png", 1)
        manifest = write_manifest(Path(folder) / "a.manifest", lines)
        with open_source(str(manifest), StationAccess(Path(folder))) as opened:
            assert len(opened.pictures) + len(opened.refusals) == len(lines)
            for picture in opened.pictures:
                assert picture.read()
                if picture.mask:
                    with suppress(SourceError, MaskError, ImageError):
                        picture.mask()


def test_a_manifest_of_lookout_for_vision(data_dir: Path, source: Path) -> None:
    for number in range(4):
        write_picture(source / f"photos/training-images/{number}.jpg", number)
    write_mask(source / "photos/mask-images/2.png", value=(0x36, 0xA4, 0x23, 255))
    prefix = "s3://bucket/getting-started"
    path = write_manifest(
        source / "train.manifest",
        [
            manifest_line(f"{prefix}/training-images/0.jpg"),
            manifest_line(f"{prefix}/training-images/1.jpg", "anomaly"),
            manifest_line(
                f"{prefix}/training-images/2.jpg", "anomaly", f"{prefix}/mask-images/2.png"
            ),
            manifest_line(f"{prefix}/training-images/3.jpg", "Normal", label="my-own-label"),
        ],
    )
    result = imported(data_dir, path, source / "photos")
    assert (result.added, result.masks, result.refusals) == (4, 1, ())
    assert facts(data_dir) == [
        (Label.ANOMALY, Split.TRAIN, None, False),
        (Label.ANOMALY, Split.TRAIN, None, True),
        (Label.NORMAL, Split.TRAIN, None, False),
        (Label.NORMAL, Split.TRAIN, None, False),
    ]
    masked = next(picture for picture in stored(data_dir) if picture.mask)
    assert masked.mask
    assert [(entry.index, entry.name, entry.color) for entry in masked.mask.classes] == [
        (1, "cracked", "#23a436")
    ]
    mask = ClassMask.from_png(read_mask_file(data_dir, masked))
    assert int(np.count_nonzero(mask.indices)) == 40


def test_relative_references_count_from_the_manifest(data_dir: Path, source: Path) -> None:
    write_picture(source / "sub/images/1.jpg", 1)
    write_picture(source / "images/1.jpg", 2)
    path = write_manifest(source / "sub/all.manifest", [manifest_line("images/1.jpg")])
    assert imported(data_dir, path).added == 1
    (picture,) = stored(data_dir)
    assert (data_dir / picture.path).read_bytes() == (source / "sub/images/1.jpg").read_bytes()


def test_a_mask_of_several_classes_by_colour(data_dir: Path, source: Path) -> None:
    write_picture(source / "1.png", 1)
    image = np.full((20, 30, 3), 255, np.uint8)
    image[2:4, 2:6] = (0x36, 0xA4, 0x23)
    image[10:13, 2:6] = (0, 0, 255)
    (source / "m.png").write_bytes(cv2.imencode(".png", image)[1].tobytes())
    path = write_manifest(
        source / "a.manifest", [manifest_line("1.png", "anomaly", "m.png", TWO_CLASSES)]
    )
    assert imported(data_dir, path).masks == 1
    (picture,) = stored(data_dir)
    mask = ClassMask.from_png(read_mask_file(data_dir, picture))
    assert [(entry.index, entry.name) for entry in mask.classes] == [(1, "crack"), (2, "dent")]
    assert np.bincount(mask.indices.ravel()).tolist() == [580, 8, 12]


def test_every_broken_line_of_a_manifest_is_named(data_dir: Path, source: Path) -> None:
    for number in range(3):
        write_picture(source / f"{number}.png", number)
    write_picture(source.parent / "outside.png", 9)
    write_mask(source / "m.png", value=(1, 200, 200))
    write_mask(source / "large.png", value=(0x36, 0xA4, 0x23), width=60)
    path = write_manifest(
        source / "all.manifest",
        [
            b"\xef\xbb\xbf" + b'{"source-ref": "0.png", "anomaly-label-metadata": '
            b'{"class-name": "normal"}}\r',
            b'{"source-ref": "1.png"',
            b"\xff\xfe",
            b"[1]",
            b"",
            {"anomaly-label": 1},
            manifest_line("missing.png"),
            manifest_line("../outside.png"),
            manifest_line("1.png", "a class"),
            manifest_line("1.png", None),
            manifest_line("0.png", "anomaly"),
            manifest_line("1.png", "anomaly", "m.png", TWO_CLASSES),
            manifest_line("2.png", "anomaly", "large.png"),
            b"[" * 100_000,
        ],
    )
    result = imported(data_dir, path)
    named = reasons(result)
    assert result.added == 3
    expected = {
        "line 2": "is not JSON",
        "line 3": "is not UTF-8",
        "line 4": "is not a JSON object",
        "line 6": "has no source-ref",
        "line 7": "missing.png is not in",
        "line 8": "../outside.png is not in",
        "line 9": "is not labelled",
        "line 10": "is not labelled",
        "line 11": "is the same picture as line 1",
        "line 12": "is imported without its mask: m.png: 40 pixels of the mask have the colour",
        "line 13": "is imported without its mask: it has 60 x 20 pixels",
        "line 14": "is not JSON: arrays or tables are nested",
    }
    assert named.keys() == expected.keys()
    for where, reason in expected.items():
        assert named[where].startswith(reason), (where, named[where])


def test_a_normal_line_with_a_mask_that_is_not_there_is_no_refusal(
    data_dir: Path, source: Path
) -> None:
    write_picture(source / "1.png", 1)
    line = manifest_line("1.png", "normal", "s3://bucket/dummy_anomaly_mask.png")
    result = imported(data_dir, write_manifest(source / "a.manifest", [line]))
    assert (result.added, result.refusals) == (1, ())


def test_train_and_test_manifests_of_one_folder(data_dir: Path, source: Path) -> None:
    for number in range(2):
        write_picture(source / f"{number}.png", number)
    write_manifest(source / "train.manifest", [manifest_line("0.png")])
    write_manifest(source / "test.manifest", [manifest_line("1.png")])
    assert imported(data_dir, source).added == 2
    assert facts(data_dir) == [
        (Label.NORMAL, Split.TEST, None, False),
        (Label.NORMAL, Split.TRAIN, None, False),
    ]
    write_manifest(source / "more.manifest", [manifest_line("1.png")])
    with pytest.raises(SourceError, match="several manifests"):
        imported(data_dir, source)


def test_an_address_without_its_package_says_what_is_missing(data_dir: Path, source: Path) -> None:
    with pytest.raises(SourceError, match="no source for ftp:// is installed"):
        imported(data_dir, "ftp://host/folder")
    path = write_manifest(source / "a.manifest", [manifest_line("ftp://host/1.png")] * 2)
    named = reasons(imported(data_dir, path))
    assert named.keys() == {"line 1", "line 2"}
    assert "no source for ftp:// is installed" in named["line 2"]


@pytest.mark.skipif(not SHARED.is_dir(), reason="AWS's example pictures are not here")
def test_awss_own_files_come_in_whole(data_dir: Path) -> None:
    result = imported(data_dir, SHARED / "manifests/train_segmentation.manifest", SHARED)
    assert (result.added, result.masks, result.refusals) == (63, 32, ())
    assert DatasetStore(data_dir).summary("cells").mask_classes == ("cracked",)


# Zips


@pytest.fixture
def archive(source: Path) -> Callable[[], Path]:
    def pack() -> Path:
        path = source.parent / "pictures.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
            for entry in sorted(source.rglob("*")):
                file.write(entry, Path("wrapped") / entry.relative_to(source))
        return path

    return pack


def test_a_zip_of_folders(data_dir: Path, source: Path, archive: Callable[[], Path]) -> None:
    write_picture(source / "good/1.png", 1)
    write_picture(source / "crack/1.png", 2)
    write_mask(source / "ground_truth/crack/1_mask.png")
    result = imported(data_dir, archive())
    assert (result.added, result.masks, result.refusals) == (2, 1, ())


class NameOfAMac(zipfile.ZipInfo):
    """The Finder writes accents as characters of their own, in UTF-8 without the flag for it."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802
        return unicodedata.normalize("NFD", self.filename).encode(), self.flag_bits


def test_a_zip_of_a_mac_keeps_the_names_of_its_folders(data_dir: Path, source: Path) -> None:
    archive = source / "Teile.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for number, folder in enumerate(("good", "Riß übers Gehäuse", "傷")):
            picture = write_picture(source / f"{number}.png", number)
            packed.writestr(NameOfAMac(f"{folder}/{number}.png"), picture.read_bytes())
    assert imported(data_dir, archive).added == 3
    kinds = {picture.defect_type for picture in DatasetStore(data_dir).pictures("cells")}
    assert kinds == {None, "Riß übers Gehäuse", "傷"}


def test_a_zip_with_a_manifest(data_dir: Path, source: Path, archive: Callable[[], Path]) -> None:
    write_picture(source / "images/1.png", 1)
    write_manifest(source / "test.manifest", [manifest_line("s3://bucket/x/images/1.png")])
    assert imported(data_dir, archive()).added == 1
    assert facts(data_dir) == [(Label.NORMAL, Split.TEST, None, False)]


def test_harmful_entries_of_a_zip_are_named_and_the_rest_comes_in(
    data_dir: Path, source: Path, archive: Callable[[], Path]
) -> None:
    picture = write_picture(source / "good/1.png", 1).read_bytes()
    path = archive()
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as file:
        for name in ("../climbs.png", "/root.png", "C:/drive.png", "good/..\\back.png"):
            file.writestr(name, picture)
        link = zipfile.ZipInfo("wrapped/good/link.png")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        file.writestr(link, "/etc/passwd")
        file.writestr(zipfile.ZipInfo("wrapped/good/lzma.png"), picture, zipfile.ZIP_LZMA)
        encrypted = zipfile.ZipInfo("wrapped/good/secret.png")
        file.writestr(encrypted, picture)
        encrypted.flag_bits |= 0x1
    result = imported(data_dir, path)
    assert result.added == 1
    named = reasons(result)
    assert named == {
        "../climbs.png": "its path leads out of the archive",
        "/root.png": "its path leads out of the archive",
        "C:/drive.png": "its path leads out of the archive",
        "good/../back.png": "its path leads out of the archive",
        "wrapped/good/link.png": "is a link, not a file",
        "wrapped/good/lzma.png": "is compressed by another method than deflate",
        "wrapped/good/secret.png": "is encrypted; give an archive without a password",
    }
    assert not list(data_dir.parent.glob("climbs*"))


def test_a_zip_bomb_is_refused(
    data_dir: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = source / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for number in range(3):
            file.writestr(f"normal/{number}.png", bytes(2_000_000))
    monkeypatch.setattr(zip_archive, "MAX_FILE_BYTES", 1_000_000)
    named = reasons(imported(data_dir, path))
    assert named["normal/0.png"] == "has 2,000,000 bytes; at most 1,000,000 are allowed"
    monkeypatch.setattr(zip_archive, "MAX_TOTAL_BYTES", 5_000_000)
    with pytest.raises(SourceError, match="6,000,000 bytes once decompressed"):
        imported(data_dir, path)


def test_entries_that_share_their_data_are_refused(data_dir: Path, source: Path) -> None:
    path = source / "overlap.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("normal/0.png", bytes(10_000))
        (first,) = file.infolist()
        for number in range(1, 5):
            entry = zipfile.ZipInfo(f"normal/{number}.png")
            for field in ("header_offset", "compress_size", "file_size", "CRC", "compress_type"):
                setattr(entry, field, getattr(first, field))
            file.filelist.append(entry)
            file.NameToInfo[entry.filename] = entry
        file._didModify = True  # type: ignore[attr-defined]
    with pytest.raises(SourceError, match="share their data: a zip bomb"):
        imported(data_dir, path)


def test_a_damaged_zip_is_named(data_dir: Path, source: Path, archive: Callable[[], Path]) -> None:
    write_picture(source / "good/1.png", 1)
    write_picture(source / "good/2.png", 2)
    path = archive()
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as file:
        offset = file.getinfo("wrapped/good/1.png").header_offset
    data[offset + 200 : offset + 220] = bytes(20)
    path.write_bytes(data)
    result = imported(data_dir, path)
    assert result.added == 1
    assert "is damaged" in reasons(result)["wrapped/good/1.png"]
    path.write_bytes(b"PK\x03\x04" + bytes(100))
    with pytest.raises(SourceError, match="is not a folder, a zip archive or a manifest"):
        imported(data_dir, path)


def test_the_color_map_of_awss_own_files_is_read() -> None:
    from okng.device.datasets.sources.manifest import classes_of

    classes, background = classes_of(CRACKED)
    assert [(entry.index, entry.name) for entry in classes] == [(1, "cracked")]
    assert background is None
