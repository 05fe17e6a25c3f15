"""The keys of objects, without the prefix of the settings.

Each has the id of the station that writes it, so that no two stations write the same key.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import PurePath, PurePosixPath

from okng.device.types import Label, Split

SPLIT_FOLDERS = {Split.TRAIN: "training", Split.TEST: "test"}


def picture_key(station_id: str, triggered_at: datetime, outcome: str, path: str) -> str:
    """Of an inspection's picture: by station, day (UTC) and outcome."""
    name = PurePosixPath(path).name
    return f"inspections/{station_id}/{triggered_at:%Y-%m-%d}/{outcome}/{name}"


def results_key(station_id: str, triggered_at: datetime, file_name: str) -> str:
    """Of a file of results: by station and day (UTC)."""
    return f"results/{station_id}/{triggered_at:%Y-%m-%d}/{file_name}"


def dataset_key(station_id: str, dataset: str, split: Split, label: Label, path: str) -> str:
    """Of a dataset's picture: in the folders that a training from the bucket expects."""
    name = PurePosixPath(path).name
    return f"{dataset}/{SPLIT_FOLDERS[split]}/{label}/{station_id}-{name}"


def model_folder(station_id: str, model: str, version: str) -> str:
    """Of a model bundle's files."""
    return f"models/{station_id}/{model}/{version}"


def lake_key(path: PurePath) -> str:
    """Of a file of the data lake, by its path there, whose name has the station's id."""
    return f"lake/{path.as_posix()}"


def report_key(station_id: str) -> str:
    """Of the station's report on itself."""
    return f"stations/{station_id}.json"
