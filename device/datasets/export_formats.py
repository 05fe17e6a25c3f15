"""The formats in which a dataset is exported, so that `okng dataset import` loses nothing of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from okng.device.datasets.export import Layout, export_mvtec_tree
from okng.device.datasets.export_target import ExportError, Write, export_target
from okng.device.datasets.labelled_folder_export import export_labelled_folders
from okng.device.datasets.manifest_export import default_address, export_manifests
from okng.device.datasets.sources.export_notes import (
    FILE_NAME,
    ExportedPicture,
    ExportManifest,
)
from okng.device.types import DatasetPicture


class ExportFormat(StrEnum):
    """A format of an export."""

    MANIFEST = "manifest"
    """Lookout for Vision's manifests, with pictures and coloured masks."""
    FOLDERS = "folders"
    """`normal/` and `anomaly/`."""
    MVTEC = "mvtec"
    """MVTec AD's tree; pictures byte for byte."""


def export_as(
    data_dir: Path,
    pictures: Sequence[DatasetPicture],
    target: Path,
    export_format: ExportFormat,
    address: str | None = None,
) -> ExportManifest:
    """Exports pictures of a dataset to a new folder or zip archive, with notes of all else.

    Args:
        data_dir: of the station.
        pictures: all of one dataset.
        target: a new or empty folder, or a new file ending in `.zip`.
        export_format: how the files lie.
        address: where a manifest says that its files lie: `s3://BUCKET/PREFIX`.

    Raises:
        ExportError: the target is there, there is nothing to export, or a file isn't what was
            stored. Nothing was written.
        OSError: the disk is full or fails.
    """
    if not pictures:
        raise ExportError("the dataset has no pictures")
    with export_target(target) as write:
        exported = _export(data_dir, pictures, write, export_format, address)
        manifest = ExportManifest(
            dataset=pictures[0].dataset, layout=export_format, pictures=exported
        )
        write(FILE_NAME, manifest.model_dump_json(indent=2).encode() + b"\n")
    return manifest


def _export(
    data_dir: Path,
    pictures: Sequence[DatasetPicture],
    write: Write,
    export_format: ExportFormat,
    address: str | None,
) -> list[ExportedPicture]:
    if export_format is ExportFormat.MANIFEST:
        place = address or default_address(pictures[0].dataset)
        return export_manifests(data_dir, pictures, write, place)
    if export_format is ExportFormat.FOLDERS:
        return export_labelled_folders(data_dir, pictures, write)
    no_masks: Mapping[int, Path] = {}
    return export_mvtec_tree(data_dir, pictures, write, Layout.FOLDER, no_masks)
