"""Folders of datasets: a picture's file lies under the names of its dataset and its label."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from okng.device.datasets.errors import DatasetError
from okng.models.names import checked_name

FOLDER = "datasets"
TRASH = "trash"


def check_dataset_name(name: str) -> str:
    """The normalized name; raises `DatasetError` for what can't be the name of a dataset."""
    try:
        return checked_name(name)
    except ValueError as error:
        raise DatasetError(f"{name[:80]!r} can't be the name of a dataset: {error}") from None


def stored_path(row: Mapping[str, Any]) -> str:
    """Where the file of a picture's row lies, relative to the data directory."""
    folder = FOLDER if row["removed_at_us"] is None else f"{TRASH}/{FOLDER}"
    return f"{folder}/{row['dataset']}/{row['label']}/{Path(row['path']).name}"
