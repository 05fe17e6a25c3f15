"""Datasets of a project: the pictures for training and for testing in a dataset of the station."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from okng.cloud_sync.lookout_vision.answers import (
    Answer,
    CreateDatasetAnswer,
    DatasetDescription,
    DescribeDatasetAnswer,
    ListDatasetEntriesAnswer,
    UpdateDatasetEntriesAnswer,
)
from okng.cloud_sync.lookout_vision.background import Background
from okng.cloud_sync.lookout_vision.entries import Entries
from okng.cloud_sync.lookout_vision.errors import (
    ResourceNotFoundError,
    ResourceType,
    ServiceConflictError,
    ServiceValidationError,
)
from okng.cloud_sync.lookout_vision.manifest_import import (
    BroughtIn,
    ManifestImport,
    open_changes,
    open_manifest,
)
from okng.cloud_sync.lookout_vision.projects import Projects, dataset_metadata
from okng.cloud_sync.lookout_vision.requests import (
    CreateDataset,
    DeleteDataset,
    ListDatasetEntries,
    OfDataset,
    UpdateDatasetEntries,
)
from okng.cloud_sync.lookout_vision.shapes import DatasetStatus, InputS3Object
from okng.cloud_sync.lookout_vision.station_bucket import StationBucket
from okng.cloud_sync.lookout_vision.storage import Storage
from okng.device.datasets.edit_history import DatasetChanges
from okng.device.datasets.picture_changes import PictureChange
from okng.device.store.database import Database
from okng.device.store.timestamps import from_us, now_us
from okng.device.types import Split
from okng.models.strict_model import StrictModel

TOLD_REFUSALS = 50
"""So many refused lines are named in a status message."""


_FAILED = {
    DatasetStatus.CREATE_IN_PROGRESS: DatasetStatus.CREATE_FAILED,
    DatasetStatus.UPDATE_IN_PROGRESS: DatasetStatus.UPDATE_FAILED_ROLLBACK_COMPLETE,
    DatasetStatus.DELETE_IN_PROGRESS: DatasetStatus.DELETE_FAILED,
}
"""What a status becomes if the work fails."""


class DatasetWork(StrictModel):
    """What is being brought into a dataset, and for whom; taken up again after a restart."""

    author: str
    manifest: InputS3Object | None = None
    changes: str | None = None


class Datasets:
    """Creates, describes, changes and deletes datasets; usable from any thread."""

    def __init__(self, data_dir: Path, storage: Storage, background: Background) -> None:
        self._data_dir = data_dir
        self._database = Database(data_dir)
        self._projects = Projects(data_dir)
        self._entries = Entries(data_dir)
        self._changes = DatasetChanges(data_dir)
        self._storage = storage
        self._background = background

    def create(self, request: CreateDataset, author: str) -> CreateDatasetAnswer:
        """CreateDataset; pictures that the station's dataset has already are its entries at once.

        Raises:
            ServiceConflictError: the project has such a dataset.
        """
        project, kind = request.project_name, request.dataset_type
        self._projects.check(project)
        source = request.dataset_source and request.dataset_source.ground_truth_manifest
        manifest = source.s3_object if source else None
        if manifest and manifest.version_id:
            raise ServiceValidationError("S3Object.VersionId is not supported: leave it out")
        status = DatasetStatus.CREATE_IN_PROGRESS if manifest else DatasetStatus.CREATE_COMPLETE
        work = DatasetWork(author=author, manifest=manifest) if manifest else None
        now = now_us()
        with self._database.transaction() as connection:
            row = connection.execute(
                "INSERT INTO lookout_datasets VALUES (?, ?, ?, ?, ?, ?, ?) "
                "ON CONFLICT DO NOTHING RETURNING *",
                (
                    project,
                    kind,
                    status,
                    "The manifest is being read" if manifest else "The dataset was created",
                    work and work.model_dump_json(),
                    now,
                    now,
                ),
            ).fetchone()
            # Its entries are not known yet.
            connection.execute(
                "UPDATE lookout_projects SET entries_version = -1 WHERE name = ?", (project,)
            )
        if row is None:
            raise ServiceConflictError(
                f"Project {project} has a {kind} dataset already", ResourceType.DATASET, kind
            )
        self._go_on(row)
        return CreateDatasetAnswer(dataset_metadata=dataset_metadata(row))

    def describe(self, request: OfDataset) -> DescribeDatasetAnswer:
        """Carries out the operation DescribeDataset."""
        row = self._row(request.project_name, request.dataset_type)
        description = DatasetDescription(
            project_name=row["project"],
            **dataset_metadata(row).model_dump(),
            last_updated_timestamp=from_us(row["updated_at_us"]),
            image_stats=self._entries.stats(row["project"], request.dataset_type),
        )
        return DescribeDatasetAnswer(dataset_description=description)

    def list_entries(self, request: ListDatasetEntries) -> ListDatasetEntriesAnswer:
        """Carries out the operation ListDatasetEntries."""
        self._row(request.project_name, request.dataset_type)
        return self._entries.list(request)

    def update(self, request: UpdateDatasetEntries, author: str) -> UpdateDatasetEntriesAnswer:
        """UpdateDatasetEntries: entries are changed or added by lines of a manifest."""
        try:
            changes = request.changes.decode()
        except UnicodeDecodeError as error:
            raise ServiceValidationError(f"Changes is not UTF-8: {error.reason}") from None
        row = self._begin(
            request.project_name,
            request.dataset_type,
            DatasetStatus.UPDATE_IN_PROGRESS,
            DatasetWork(author=author, changes=changes),
        )
        self._go_on(row)
        return UpdateDatasetEntriesAnswer(status=row["status"])

    def delete(self, request: DeleteDataset, author: str) -> Answer:
        """DeleteDataset: its pictures go to the trash of the station's dataset."""
        row = self._begin(
            request.project_name,
            request.dataset_type,
            DatasetStatus.DELETE_IN_PROGRESS,
            DatasetWork(author=author),
        )
        self._go_on(row)
        return Answer()

    def resume(self) -> None:
        """Takes up what was going on when the web process ended."""
        for row in self._database.connection.execute("SELECT * FROM lookout_datasets").fetchall():
            self._go_on(row)

    def _go_on(self, row: sqlite3.Row) -> None:
        """Starts in the background what the dataset's status says."""
        project, kind = row["project"], Split(row["type"])
        status = DatasetStatus(row["status"])
        if status not in _FAILED:
            return
        do = {
            DatasetStatus.CREATE_IN_PROGRESS: self._fill,
            DatasetStatus.UPDATE_IN_PROGRESS: self._change,
            DatasetStatus.DELETE_IN_PROGRESS: self._remove,
        }[status]

        self._background.run_heavy(
            f"{status} {project}",
            lambda: do(project, kind, DatasetWork.model_validate_json(row["work"])),
            lambda reason: self._set(project, kind, _FAILED[status], reason),
        )

    def _fill(self, project: str, kind: Split, work: DatasetWork) -> None:
        assert work.manifest
        with open_manifest(self._storage, self._bucket(project), work.manifest) as manifest:
            done = self._import(project, kind, work).fill(manifest)
        complete, failed = DatasetStatus.CREATE_COMPLETE, DatasetStatus.CREATE_FAILED
        self._set(project, kind, complete if done.source_refs else failed, _told(done))

    def _change(self, project: str, kind: Split, work: DatasetWork) -> None:
        assert work.changes is not None
        with open_changes(self._storage, self._bucket(project), work.changes.encode()) as manifest:
            done = self._import(project, kind, work).change(manifest)
        complete = DatasetStatus.UPDATE_COMPLETE
        failed = DatasetStatus.UPDATE_FAILED_ROLLBACK_COMPLETE
        self._set(project, kind, complete if done.source_refs else failed, _told(done))

    def _bucket(self, project: str) -> StationBucket:
        return StationBucket(self._data_dir, self._storage.station_folder, project)

    def _import(self, project: str, kind: Split, work: DatasetWork) -> ManifestImport:
        def report(words: str) -> None:
            self._tell(project, kind, words)

        return ManifestImport(self._data_dir, project, kind, work.author, report)

    def _remove(self, project: str, kind: Split, work: DatasetWork) -> None:
        ids = [key for key in self._entries.pictures(project, kind).values() if key is not None]
        if ids:
            self._changes.change(ids, PictureChange(removed=True), work.author)
        with self._database.transaction() as connection:
            connection.execute(
                "DELETE FROM lookout_datasets WHERE project = ? AND type = ?", (project, kind)
            )

    def _begin(
        self, project: str, kind: Split, status: DatasetStatus, work: DatasetWork
    ) -> sqlite3.Row:
        """Sets what is done from now on; raises `ServiceConflictError` while something is."""
        with self._database.transaction() as connection:
            row = self._row(project, kind)
            if DatasetStatus(row["status"]).is_in_progress:
                raise ServiceConflictError(
                    f"The {kind} dataset of project {project} is {row['status']}",
                    ResourceType.DATASET,
                    kind,
                )
            changed: sqlite3.Row = connection.execute(
                "UPDATE lookout_datasets SET status = ?, message = ?, work = ?, updated_at_us = ? "
                "WHERE project = ? AND type = ? RETURNING *",
                (status, "It has begun", work.model_dump_json(), now_us(), project, kind),
            ).fetchone()
        return changed

    def _set(self, project: str, kind: Split, status: DatasetStatus, message: str) -> None:
        self._database.connection.execute(
            "UPDATE lookout_datasets SET status = ?, message = ?, work = NULL, updated_at_us = ? "
            "WHERE project = ? AND type = ?",
            (status, message, now_us(), project, kind),
        )

    def _tell(self, project: str, kind: Split, message: str) -> None:
        self._database.connection.execute(
            "UPDATE lookout_datasets SET message = ? WHERE project = ? AND type = ?",
            (message, project, kind),
        )

    def _row(self, project: str, kind: Split) -> sqlite3.Row:
        self._projects.check(project)
        row: sqlite3.Row | None = self._database.connection.execute(
            "SELECT * FROM lookout_datasets WHERE project = ? AND type = ?", (project, kind)
        ).fetchone()
        if row is None:
            raise ResourceNotFoundError(
                f"Project {project} has no {kind} dataset", ResourceType.DATASET, kind
            )
        return row


def _told(done: BroughtIn) -> str:
    """What came in, and what was refused, as far as a message can name it."""
    count, refusals = len(done.source_refs), done.refusals
    told = "1 entry came in" if count == 1 else f"{count} entries came in"
    if not refusals:
        return told
    more = len(refusals) - TOLD_REFUSALS
    named = "; ".join(refusals[:TOLD_REFUSALS]) + (f"; and {more} more" if more > 0 else "")
    return f"{told}, refused lines ({len(refusals)}): {named}"
