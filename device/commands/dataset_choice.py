"""The dataset that a command names."""

from __future__ import annotations

import click

from okng.device.settings import StationSettings
from okng.device.store.datasets import DatasetStore
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
