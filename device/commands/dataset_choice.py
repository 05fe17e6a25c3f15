"""The pictures of the dataset or folder that a command names."""

from __future__ import annotations

from pathlib import Path

import click

from okng.device.settings import StationSettings
from okng.device.store.datasets import SUFFIXES, DatasetStore
from okng.device.types import DatasetPicture


def load_pictures(settings: StationSettings, dataset: str) -> list[DatasetPicture]:
    """The pictures of a dataset.

    Raises:
        click.UsageError: it has none.
    """
    store = DatasetStore(settings.data_dir)
    pictures = store.pictures(dataset)
    if not pictures:
        there = ", ".join(summary.name for summary in store.summaries())
        raise click.UsageError(
            f"no pictures in a dataset {dataset!r}; there are: {there or 'none'}"
        )
    return pictures


def folder_pictures(folder: Path) -> list[Path]:
    """The picture files in a folder and those in it, by name.

    Raises:
        click.UsageError: there are none.
    """
    found = sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)
    if not found:
        raise click.UsageError(
            f"no pictures in {folder}; allowed are {', '.join(sorted(SUFFIXES))}"
        )
    return found
