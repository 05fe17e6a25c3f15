"""Models: each is a version of the station's model of the project's name."""

from __future__ import annotations

import json
import shutil
import sqlite3
import time
from pathlib import Path

from pydantic import JsonValue

from okng.cloud_sync.lookout_vision.answers import (
    CreateModelAnswer,
    DeleteModelAnswer,
    DescribeModelAnswer,
    HostingAnswer,
    ListModelsAnswer,
    ModelDescription,
)
from okng.cloud_sync.lookout_vision.arns import Arns, TaggedResource
from okng.cloud_sync.lookout_vision.background import Background
from okng.cloud_sync.lookout_vision.errors import (
    ResourceType,
    ServiceConflictError,
    ServiceQuotaExceededError,
    ServiceValidationError,
)
from okng.cloud_sync.lookout_vision.evaluation_files import EvaluationFiles
from okng.cloud_sync.lookout_vision.hosting import Hosting
from okng.cloud_sync.lookout_vision.model_rows import ModelRows
from okng.cloud_sync.lookout_vision.paging import first_page, position_of, token_after
from okng.cloud_sync.lookout_vision.performance import figures_of
from okng.cloud_sync.lookout_vision.projects import Projects
from okng.cloud_sync.lookout_vision.requests import (
    CreateModel,
    DeleteModel,
    ListOfProject,
    OfModel,
    StartModel,
    StopModel,
)
from okng.cloud_sync.lookout_vision.shapes import ModelStatus, OutputConfig
from okng.cloud_sync.lookout_vision.tags import TagStore, delete_tags
from okng.cloud_sync.lookout_vision.training_check import check_trainable
from okng.cloud_sync.lookout_vision.training_method import training_method
from okng.device.jobs.launcher import JobLauncher, JobRunningError
from okng.device.jobs.store import JobStore
from okng.device.store.database import Database
from okng.device.store.models_in_use import uses_of_model
from okng.device.store.timestamps import now_us
from okng.device.types import ModelReference

_PERIOD_S = 1.0


class Models:
    """Trains, describes, lists, hosts and deletes models; usable from any thread."""

    def __init__(
        self, data_dir: Path, hosting: Hosting, evaluation: EvaluationFiles, background: Background
    ) -> None:
        self._data_dir = data_dir
        self._database = Database(data_dir)
        self._projects = Projects(data_dir)
        self._rows = ModelRows(data_dir)
        self._tags = TagStore(data_dir)
        self._jobs = JobStore(data_dir)
        self._launcher = JobLauncher(data_dir)
        self._hosting = hosting
        self._evaluation = evaluation
        self._background = background

    def create(self, request: CreateModel, arns: Arns, author: str) -> CreateModelAnswer:
        """CreateModel: starts a training job of the station, by the method of the tags.

        Raises:
            ServiceConflictError: a dataset is missing or being changed.
            ServiceValidationError: there are too few pictures, or no method of that name.
            ServiceQuotaExceededError: another job runs.
        """
        project = request.project_name
        self._projects.check(project)
        check_trainable(self._data_dir, project)
        of_project = self._tags.tags_of(TaggedResource(arns.project(project)))
        method = training_method([*(request.tags or ()), *of_project])
        self._rows.adopt(project)
        version = self._rows.next_version(project)
        parameters: dict[str, JsonValue] = {
            "dataset": project,
            "model": project,
            "first_version": version,
            **method,
        }
        try:
            job = self._launcher.start(parameters, author)
        except JobRunningError as error:
            raise ServiceQuotaExceededError(
                f"The station trains one model at a time: {error}",
                ResourceType.PROJECT,
                project,
                "TrainingJobs",
            ) from error
        try:
            self._rows.insert(request, version, job, arns)
        except BaseException:
            self._jobs.request_cancel(job.job_id)
            raise
        self._follow(project, version, arns)
        metadata = self._rows.metadata(self._rows.get(project, version), arns, {})
        return CreateModelAnswer(model_metadata=metadata)

    def describe(self, request: OfModel, arns: Arns) -> DescribeModelAnswer:
        """Carries out the operation DescribeModel."""
        row = self._row(request)
        metadata = self._rows.metadata(row, arns, self._hosting.states(request.project_name))
        job = self._rows.job(row)
        written = json.loads(row["evaluation"]) if row["evaluation"] else {}
        config = row["output_config"]
        description = ModelDescription(
            **metadata.model_dump(),
            output_config=OutputConfig.model_validate_json(config) if config else None,
            evaluation_manifest=written.get("manifest"),
            evaluation_result=written.get("result"),
            evaluation_end_timestamp=job.finished_at if job and metadata.performance else None,
            kms_key_id=row["kms_key_id"],
            min_inference_units=row["min_inference_units"],
            max_inference_units=row["max_inference_units"],
        )
        return DescribeModelAnswer(model_description=description)

    def list(self, request: ListOfProject, arns: Arns) -> ListModelsAnswer:
        """ListModels, the newest version first."""
        project = request.project_name
        self._projects.check(project)
        self._rows.adopt(project)
        before = position_of("models", request.next_token, int)
        rows = self._rows.page(project, before, request.max_results + 1)
        page, goes_on = first_page(rows, request.max_results)
        hosted = self._hosting.states(project)
        return ListModelsAnswer(
            models=[self._rows.metadata(row, arns, hosted) for row in page],
            next_token=token_after("models", page[-1]["version"]) if goes_on else None,
        )

    def start(self, request: StartModel) -> HostingAnswer:
        """StartModel; the station hosts each model once, however many units are asked for.

        Raises:
            ServiceConflictError: it isn't trained, or is hosted already.
            ServiceQuotaExceededError: it would exceed the memory for hosted models.
        """
        row = self._row(request)
        least, most = request.min_inference_units, request.max_inference_units
        if most is not None and most < least:
            raise ServiceValidationError("MaxInferenceUnits is less than MinInferenceUnits")
        status = self._hosting.start(self._trained(row))
        self._database.connection.execute(
            "UPDATE lookout_models SET min_inference_units = ?, max_inference_units = ? "
            "WHERE project = ? AND version = ?",
            (least, most, row["project"], row["version"]),
        )
        return HostingAnswer(status=status)

    def stop(self, request: StopModel) -> HostingAnswer:
        """Carries out the operation StopModel.

        Raises:
            ServiceConflictError: it is not hosted.
        """
        self._hosting.stop(self._trained(self._row(request)))
        return HostingAnswer(status=ModelStatus.STOPPING_HOSTING)

    def delete(self, request: DeleteModel, arns: Arns) -> DeleteModelAnswer:
        """DeleteModel: the version's folder goes; its number is never used again.

        Raises:
            ServiceConflictError: it is being trained, is hosted, or the station uses it.
        """
        project, version = request.project_name, int(request.model_version)
        row = self._row(OfModel(project_name=project, model_version=request.model_version))
        status, _ = self._rows.status(row, self._hosting.states(project))
        idle = (ModelStatus.TRAINED, ModelStatus.TRAINING_FAILED)
        uses = uses_of_model(self._data_dir, ModelReference(name=project, version=version))
        if status not in idle or uses:
            why = f"is {status}" if status not in idle else f"is used by {', '.join(uses)}"
            raise ServiceConflictError(
                f"Model {project} version {version} {why}, and can't be deleted",
                ResourceType.MODEL,
                str(version),
            )
        self._database.connection.execute(
            "UPDATE lookout_models SET is_deleting = 1 WHERE project = ? AND version = ?",
            (project, version),
        )
        self._begin_deletion(project, version)
        return DeleteModelAnswer(model_arn=arns.model(project, version))

    def resume(self, arns: Arns) -> None:
        """Takes up what was going on when the web process ended."""
        rows = self._database.connection.execute(
            "SELECT project, version, is_deleting FROM lookout_models WHERE is_deleting "
            "OR (output_config IS NOT NULL AND evaluation IS NULL AND message IS NULL)"
        ).fetchall()
        for project, version, is_deleting in rows:
            if is_deleting:
                self._begin_deletion(project, version)
            else:
                self._follow(project, version, arns)

    def trained(self, request: OfModel) -> ModelReference:
        """The model that a request names; raises `ServiceConflictError` if it isn't trained."""
        return self._trained(self._row(request))

    def usual_score(self, model: ModelReference) -> float:
        """The mean score of good pictures by a trained model."""
        folder = self._data_dir / "models" / model.name / str(model.version)
        return figures_of(folder).usual_score

    def _row(self, request: OfModel) -> sqlite3.Row:
        self._projects.check(request.project_name)
        return self._rows.find(request)

    def _trained(self, row: sqlite3.Row) -> ModelReference:
        if not self._rows.folder(row).is_dir() or row["is_deleting"]:
            status, message = self._rows.status(row, {})
            raise ServiceConflictError(
                f"Model {row['project']} version {row['version']} is {status}: {message}",
                ResourceType.MODEL,
                str(row["version"]),
            )
        return ModelReference(name=row["project"], version=row["version"])

    def _follow(self, project: str, version: int, arns: Arns) -> None:
        """Waits for the training's end in the background, and writes its evaluation then."""

        def wait_and_write() -> None:
            row = self._rows.get(project, version)
            while self._rows.is_training(row):
                time.sleep(_PERIOD_S)
            written, message = None, None
            if self._rows.folder(row).is_dir():
                config = OutputConfig.model_validate_json(row["output_config"])
                model = ModelReference(name=project, version=version)
                written, message = self._evaluation.write(model, config, arns)
            self._database.connection.execute(
                "UPDATE lookout_models SET evaluation = ?, message = ? "
                "WHERE project = ? AND version = ?",
                (written and json.dumps(written), message or "", project, version),
            )

        def failed(reason: str) -> None:
            self._note(project, version, f"The evaluation's files were not written: {reason}")

        self._background.run("follow a training", wait_and_write, failed)

    def _note(self, project: str, version: int, message: str) -> None:
        """Sets what is told of a trained model, which is not being deleted any more."""
        self._database.connection.execute(
            "UPDATE lookout_models SET message = ?, is_deleting = 0 "
            "WHERE project = ? AND version = ?",
            (message, project, version),
        )

    def _begin_deletion(self, project: str, version: int) -> None:
        self._background.run(
            "delete a model",
            lambda: self._delete(project, version),
            lambda reason: self._note(project, version, f"It can't be deleted: {reason}"),
        )

    def _delete(self, project: str, version: int) -> None:
        folder = self._data_dir / "models" / project / str(version)
        if folder.is_dir():
            # Under a name that no reader takes for a version, in case the deletion is cut off.
            hidden = folder.with_name(f".deleting-{version}-{now_us()}")
            folder.rename(hidden)
        for leftover in folder.parent.glob(f".deleting-{version}-*"):
            shutil.rmtree(leftover)
        with self._database.transaction() as connection:
            delete_tags(connection, f"model/{project}/{version}")
            connection.execute(
                "DELETE FROM lookout_models WHERE project = ? AND version = ?", (project, version)
            )
