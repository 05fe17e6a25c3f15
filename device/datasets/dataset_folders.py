"""Folders of datasets: a picture's file lies under the names of its dataset and its label."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from okng.device.datasets.errors import DatasetError
from okng.device.types import Name

FOLDER = "datasets"
TRASH = "trash"
DATASET_NAME: TypeAdapter[str] = TypeAdapter(Name)


def check_dataset_name(name: str) -> None:
    """Raise `DatasetError` for what can't be the name of a dataset."""
    try:
        DATASET_NAME.validate_python(name)
    except ValidationError:
        raise DatasetError(
            f"{name[:80]!r} can't be the name of a dataset: allowed are letters, digits, _ and -, "
            "64 at most, and the first is a letter or a digit"
        ) from None


def stored_path(row: Mapping[str, Any]) -> str:
    """Where the file of a picture's row lies, relative to the data directory."""
    folder = FOLDER if row["removed_at_us"] is None else f"{TRASH}/{FOLDER}"
    return f"{folder}/{row['dataset']}/{row['label']}/{Path(row['path']).name}"
