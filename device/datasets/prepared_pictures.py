"""Prepared pictures of a dataset: each as PNG, in a folder or zip archive, all or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from okng.device.datasets.export_target import ExportError, export_target
from okng.device.types import DatasetPicture
from okng.models.images.preprocessing import ImageError
from okng.models.preparation.preparation import Preparation
from okng.models.preparation.prepare_folder import prepare_file


def export_prepared(
    data_dir: Path,
    pictures: Sequence[DatasetPicture],
    preparation: Preparation,
    target: Path,
    on_progress: Callable[[int], None] = lambda done: None,
) -> None:
    """Writes `normal/NAME.png` and `anomaly/NAME.png` to a new folder, or a new zip archive.

    Raises:
        ExportError: `target` is in use, or pictures can't be prepared; all of them are named, and
            nothing was written.
        OSError: the disk is full or fails.
    """
    problems: list[str] = []
    with export_target(target) as write:
        for done, picture in enumerate(pictures, 1):
            try:
                data = prepare_file(preparation, data_dir / picture.path)
            except ImageError as error:
                problems.append(f"picture {picture.picture_id}, {error}")
            else:
                if not problems:
                    write(prepared_name(picture), data)
            on_progress(done)
        if problems:
            raise ExportError(
                f"{len(problems)} pictures can't be prepared:\n" + "\n".join(problems)
            )


def prepared_name(picture: DatasetPicture) -> str:
    """Path of a prepared picture in an export."""
    return f"{picture.label}/{Path(picture.path).stem}.png"
