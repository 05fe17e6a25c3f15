"""Model packaging jobs: a signed package of a model, in a bucket or in the station's folder."""

from __future__ import annotations

import sqlite3
import uuid
from pathlib import Path

from okng.cloud_sync.lookout_vision.answers import (
    DescribeModelPackagingJobAnswer,
    GreengrassOutputDetails,
    ListModelPackagingJobsAnswer,
    ModelPackagingDescription,
    ModelPackagingJobMetadata,
    ModelPackagingOutputDetails,
    StartModelPackagingJobAnswer,
)
from okng.cloud_sync.lookout_vision.background import Background
from okng.cloud_sync.lookout_vision.errors import (
    ResourceNotFoundError,
    ResourceType,
    ServiceConflictError,
)
from okng.cloud_sync.lookout_vision.models import Models
from okng.cloud_sync.lookout_vision.paging import first_page, position_of, token_after
from okng.cloud_sync.lookout_vision.projects import Projects
from okng.cloud_sync.lookout_vision.requests import (
    DescribeModelPackagingJob,
    ListOfProject,
    StartModelPackagingJob,
)
from okng.cloud_sync.lookout_vision.shapes import ModelPackagingConfiguration, PackagingStatus
from okng.cloud_sync.lookout_vision.storage import Storage
from okng.device.jobs.uploads import upload_folder
from okng.device.model_exchange.export_model import export_model
from okng.device.store.database import Database
from okng.device.store.timestamps import from_us, now_us
from okng.models.bundles.bundle import Bundle, read_manifest
from okng.models.bundles.manifest import Manifest
from okng.models.exchange.package import SUFFIX

METHOD = "Greengrass"
"""The service's word for the only method; what is made here is a model package of okng."""
DEFAULT_VERSION = "1.0.0"


class PackagingJobs:
    """Starts, describes and lists packaging jobs; usable from any thread."""

    def __init__(
        self, data_dir: Path, models: Models, storage: Storage, background: Background
    ) -> None:
        self._data_dir = data_dir
        self._database = Database(data_dir)
        self._projects = Projects(data_dir)
        self._models = models
        self._storage = storage
        self._background = background

    def start(self, request: StartModelPackagingJob) -> StartModelPackagingJobAnswer:
        """Carries out the operation StartModelPackagingJob.

        Raises:
            ServiceConflictError: the model isn't trained, or there is a job of that name.
        """
        model = self._models.trained(request)
        name = request.job_name or f"{model.name[:40].replace('_', '-')}-{uuid.uuid4().hex[:12]}"
        now = now_us()
        with self._database.transaction() as connection:
            cursor = connection.execute(
                "INSERT INTO lookout_packaging_jobs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
                "ON CONFLICT DO NOTHING",
                (
                    model.name,
                    name,
                    model.version,
                    request.description,
                    request.configuration.model_dump_json(),
                    PackagingStatus.CREATED,
                    "The job was created",
                    now,
                    now,
                ),
            )
        if cursor.rowcount == 0:
            raise ServiceConflictError(
                f"Project {model.name} has a packaging job {name}",
                ResourceType.MODEL_PACKAGE_JOB,
                name,
            )
        self._begin(model.name, name)
        return StartModelPackagingJobAnswer(job_name=name)

    def describe(self, request: DescribeModelPackagingJob) -> DescribeModelPackagingJobAnswer:
        """Carries out the operation DescribeModelPackagingJob."""
        self._projects.check(request.project_name)
        row = self._row(request.project_name, request.job_name)
        metadata = _metadata(row)
        configuration = ModelPackagingConfiguration.model_validate_json(row["configuration"])
        greengrass = configuration.greengrass
        output = ModelPackagingOutputDetails(
            greengrass=GreengrassOutputDetails(
                component_name=greengrass.component_name,
                component_version=greengrass.component_version or DEFAULT_VERSION,
            )
        )
        description = ModelPackagingDescription(
            **metadata.model_dump(),
            model_packaging_configuration=configuration,
            model_packaging_output_details=output
            if metadata.status is PackagingStatus.SUCCEEDED
            else None,
        )
        return DescribeModelPackagingJobAnswer(model_packaging_description=description)

    def list(self, request: ListOfProject) -> ListModelPackagingJobsAnswer:
        """ListModelPackagingJobs, by name."""
        project = request.project_name
        self._projects.check(project)
        after = position_of("packaging jobs", request.next_token, str)
        rows = self._database.connection.execute(
            "SELECT * FROM lookout_packaging_jobs WHERE project = ? AND name > ? "
            "ORDER BY name LIMIT ?",
            (project, after or "", request.max_results + 1),
        ).fetchall()
        page, goes_on = first_page(rows, request.max_results)
        return ListModelPackagingJobsAnswer(
            model_packaging_jobs=[_metadata(row) for row in page],
            next_token=token_after("packaging jobs", page[-1]["name"]) if goes_on else None,
        )

    def resume(self) -> None:
        """Takes up the jobs that were not done when the web process ended."""
        rows = self._database.connection.execute(
            "SELECT project, name FROM lookout_packaging_jobs WHERE status IN (?, ?)",
            (PackagingStatus.CREATED, PackagingStatus.RUNNING),
        ).fetchall()
        for project, name in rows:
            self._begin(project, name)

    def _begin(self, project: str, name: str) -> None:
        def failed(reason: str) -> None:
            message = f"The packaging failed: {reason}"
            self._set(project, name, PackagingStatus.FAILED, message)

        self._background.run_heavy("package a model", lambda: self._package(project, name), failed)

    def _package(self, project: str, name: str) -> None:
        row = self._row(project, name)
        self._set(project, name, PackagingStatus.RUNNING, "The model is being packaged")
        target = ModelPackagingConfiguration.model_validate_json(row["configuration"]).greengrass
        version = target.component_version or DEFAULT_VERSION
        model = self._data_dir / "models" / project / str(row["version"])
        bundle = Bundle(model, read_manifest(model, Manifest))
        with upload_folder(self._data_dir) as folder:
            package = folder / f"{target.component_name}-{version}{SUFFIX}"
            export_model(self._data_dir, bundle, package)
            place = self._storage.move_in(package, target.s3_output_location, package.name)
        message = f"The model is in s3://{place.bucket}/{place.key}"
        self._set(project, name, PackagingStatus.SUCCEEDED, message)

    def _set(self, project: str, name: str, status: PackagingStatus, message: str) -> None:
        self._database.connection.execute(
            "UPDATE lookout_packaging_jobs SET status = ?, message = ?, updated_at_us = ? "
            "WHERE project = ? AND name = ?",
            (status, message, now_us(), project, name),
        )

    def _row(self, project: str, name: str) -> sqlite3.Row:
        row: sqlite3.Row | None = self._database.connection.execute(
            "SELECT * FROM lookout_packaging_jobs WHERE project = ? AND name = ?", (project, name)
        ).fetchone()
        if row is None:
            raise ResourceNotFoundError(
                f"Project {project} has no packaging job {name}",
                ResourceType.MODEL_PACKAGE_JOB,
                name,
            )
        return row


def _metadata(row: sqlite3.Row) -> ModelPackagingJobMetadata:
    return ModelPackagingJobMetadata(
        job_name=row["name"],
        project_name=row["project"],
        model_version=str(row["version"]),
        model_packaging_job_description=row["description"],
        model_packaging_method=METHOD,
        status=row["status"],
        status_message=row["message"],
        creation_timestamp=from_us(row["created_at_us"]),
        last_updated_timestamp=from_us(row["updated_at_us"]),
    )
