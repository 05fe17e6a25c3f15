"""Whether a project's pictures are enough to train a model from."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from okng.cloud_sync.lookout_vision.errors import (
    ResourceType,
    ServiceConflictError,
    ServiceValidationError,
)
from okng.cloud_sync.lookout_vision.shapes import DatasetStatus
from okng.device.datasets.store import DatasetStore
from okng.device.store.database import Database
from okng.device.types import Label, Split

MIN_NORMAL = 20
MIN_ANOMALY = 10
"""Pictures of a project with a single dataset."""
MIN_TEST = 10
"""Pictures of each label in a test dataset."""


def check_trainable(data_dir: Path, project: str) -> None:
    """Checks that a project's datasets are whole and have enough pictures.

    Raises:
        ServiceConflictError: one is missing, or something is being done to it.
        ServiceValidationError: there are too few pictures.
    """
    datasets = {
        row["type"]: DatasetStatus(row["status"])
        for row in Database(data_dir).connection.execute(
            "SELECT type, status FROM lookout_datasets WHERE project = ?", (project,)
        )
    }
    if Split.TRAIN not in datasets:
        raise ServiceConflictError(
            f"Project {project} has no training dataset", ResourceType.PROJECT, project
        )
    for kind, status in datasets.items():
        if status.is_in_progress or status is DatasetStatus.CREATE_FAILED:
            raise ServiceConflictError(
                f"The {kind} dataset of project {project} is {status}",
                ResourceType.DATASET,
                kind,
            )
    counts = Counter(
        (picture.split or Split.TRAIN, picture.label)
        for picture in DatasetStore(data_dir).outlines(project)
    )
    needed = {(Split.TRAIN, Label.NORMAL): MIN_NORMAL}
    if Split.TEST in datasets:
        needed |= {(Split.TEST, label): MIN_TEST for label in Label}
    else:
        needed[Split.TRAIN, Label.ANOMALY] = MIN_ANOMALY
    problems = [
        f"the {kind} dataset has {counts[kind, label]} pictures labelled {label}, "
        f"at least {least} are needed"
        for (kind, label), least in needed.items()
        if counts[kind, label] < least
    ]
    if problems:
        raise ServiceValidationError(f"Project {project}: {'; '.join(problems)}")
