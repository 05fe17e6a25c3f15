"""The rows of models: those of CreateModel, and those that the station made by itself."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from okng.cloud_sync.lookout_vision.answers import ModelMetadata, ModelPerformance
from okng.cloud_sync.lookout_vision.arns import Arns, TaggedResource
from okng.cloud_sync.lookout_vision.errors import ResourceNotFoundError, ResourceType
from okng.cloud_sync.lookout_vision.hosting import STATUSES
from okng.cloud_sync.lookout_vision.performance import figures_of
from okng.cloud_sync.lookout_vision.requests import CreateModel, OfModel
from okng.cloud_sync.lookout_vision.shapes import ModelStatus
from okng.cloud_sync.lookout_vision.tags import write_tags
from okng.device.hosting.commands import HostedModel
from okng.device.jobs.store import Job, JobState, JobStore
from okng.device.store.database import Database
from okng.device.store.timestamps import from_us, to_us
from okng.models.bundles.bundle import BundleError, read_manifest
from okng.models.bundles.manifest import AnomalyManifest

LATEST = "latest"
_BUSY = (JobState.QUEUED, JobState.RUNNING)


class ModelRows:
    """Reads, adds and describes rows of models; usable from any thread.

    A model is trained when its folder is there. Until then its job says how far it is.
    """

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._database = Database(data_dir)
        self._jobs = JobStore(data_dir)

    def find(self, request: OfModel) -> sqlite3.Row:
        """The row of the model that a request names; `latest` is the newest trained one."""
        project = request.project_name
        self.adopt(project)
        if request.model_version != LATEST:
            return self.get(project, int(request.model_version))
        rows = self._database.connection.execute(
            "SELECT * FROM lookout_models WHERE project = ? AND NOT is_deleting "
            "ORDER BY version DESC",
            (project,),
        )
        trained = (row for row in rows if self.folder(row).is_dir())
        newest: sqlite3.Row | None = next(trained, None)
        if newest is None:
            raise _absent(project, LATEST)
        return newest

    def get(self, project: str, version: int) -> sqlite3.Row:
        """The row of a version; raises `ResourceNotFoundError` without one."""
        row: sqlite3.Row | None = self._database.connection.execute(
            "SELECT * FROM lookout_models WHERE project = ? AND version = ?", (project, version)
        ).fetchone()
        if row is None:
            raise _absent(project, str(version))
        return row

    def page(self, project: str, before: int | None, limit: int) -> list[sqlite3.Row]:
        """The rows of a project, the newest version first."""
        return self._database.connection.execute(
            "SELECT * FROM lookout_models WHERE project = ? AND (? IS NULL OR version < ?) "
            "ORDER BY version DESC LIMIT ?",
            (project, before, before, limit),
        ).fetchall()

    def next_version(self, project: str) -> int:
        """The number of a new version; one that failed or was deleted is not used again."""
        version: int = self._database.connection.execute(
            "SELECT last_version + 1 FROM lookout_projects WHERE name = ?", (project,)
        ).fetchone()[0]
        return version

    def insert(self, request: CreateModel, version: int, job: Job, arns: Arns) -> None:
        """Adds the row of a training, with the tags."""
        project = request.project_name
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE lookout_projects SET last_version = ? WHERE name = ?", (version, project)
            )
            connection.execute(
                "INSERT INTO lookout_models (project, version, description, kms_key_id, "
                "output_config, job_id, created_at_us) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    project,
                    version,
                    request.description,
                    request.kms_key_id,
                    request.output_config.model_dump_json(),
                    job.job_id,
                    to_us(job.created_at),
                ),
            )
            resource = TaggedResource(arns.model(project, version))
            write_tags(connection, resource, request.tags or [])

    def adopt(self, project: str) -> None:
        """Makes rows for versions that the station trained or imported by itself."""
        folder = self._data_dir / "models" / project
        on_disk = {int(path.name) for path in folder.glob("[1-9]*") if path.name.isdecimal()}
        rows = self._database.connection.execute(
            "SELECT version FROM lookout_models WHERE project = ?", (project,)
        )
        for version in sorted(on_disk - {row["version"] for row in rows}):
            try:
                manifest = read_manifest(folder / str(version), AnomalyManifest)
            except BundleError:
                continue
            with self._database.transaction() as connection:
                connection.execute(
                    "INSERT INTO lookout_models (project, version, created_at_us) "
                    "VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    (project, version, to_us(manifest.created_at)),
                )
                connection.execute(
                    "UPDATE lookout_projects SET last_version = max(last_version, ?) "
                    "WHERE name = ?",
                    (version, project),
                )

    def metadata(
        self, row: sqlite3.Row, arns: Arns, hosted: dict[int, HostedModel]
    ) -> ModelMetadata:
        """A model in short; `hosted` has the versions in the hosting process."""
        status, message = self.status(row, hosted)
        return ModelMetadata(
            creation_timestamp=from_us(row["created_at_us"]),
            model_version=str(row["version"]),
            model_arn=arns.model(row["project"], row["version"]),
            description=row["description"],
            status=status,
            status_message=message,
            performance=self._performance(row),
        )

    def _performance(self, row: sqlite3.Row) -> ModelPerformance | None:
        try:
            return figures_of(self.folder(row)).performance
        except (BundleError, OSError):
            return None

    def status(self, row: sqlite3.Row, hosted: dict[int, HostedModel]) -> tuple[ModelStatus, str]:
        """Where the model is now, and a sentence on it."""
        if row["is_deleting"]:
            return ModelStatus.DELETING, "The model is being deleted"
        if self.folder(row).is_dir():
            if state := hosted.get(row["version"]):
                return STATUSES[state.status], state.message or f"The model is {state.status}"
            note = f". {row['message']}" if row["message"] else ""
            return ModelStatus.TRAINED, f"Training completed successfully{note}"
        job = self.job(row)
        if job and job.state in _BUSY:
            return ModelStatus.TRAINING, f"{job.progress:.0%} {job.message}".strip()
        message = job.message if job else "the model's folder is gone"
        return ModelStatus.TRAINING_FAILED, f"Training failed: {message}"

    def job(self, row: sqlite3.Row) -> Job | None:
        """The job that trains or trained it; None for models that the station made by itself."""
        if row["job_id"] is None:
            return None
        self._jobs.fail_interrupted()
        return self._jobs.get(row["job_id"])

    def is_training(self, row: sqlite3.Row) -> bool:
        """Whether its job goes on."""
        job = self.job(row)
        return job is not None and job.state in _BUSY

    def folder(self, row: sqlite3.Row) -> Path:
        """Where its bundle is, once it is trained."""
        project: str = row["project"]
        return self._data_dir / "models" / project / str(row["version"])


def _absent(project: str, version: str) -> ResourceNotFoundError:
    return ResourceNotFoundError(
        f"Model version {version} of project {project} does not exist",
        ResourceType.MODEL,
        version,
    )
