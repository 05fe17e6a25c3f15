"""The service: which part of it carries out which operation, for whom."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from okng.cloud_sync.lookout_vision.answers import Answer
from okng.cloud_sync.lookout_vision.arns import DEFAULT_REGION, Arns, TaggedResource
from okng.cloud_sync.lookout_vision.background import Background
from okng.cloud_sync.lookout_vision.datasets import Datasets
from okng.cloud_sync.lookout_vision.detection import Detection
from okng.cloud_sync.lookout_vision.errors import ServiceAccessDeniedError
from okng.cloud_sync.lookout_vision.evaluation_files import EvaluationFiles
from okng.cloud_sync.lookout_vision.hosting import Hosting
from okng.cloud_sync.lookout_vision.idempotency import RememberedAnswers
from okng.cloud_sync.lookout_vision.models import Models
from okng.cloud_sync.lookout_vision.operations import Operation
from okng.cloud_sync.lookout_vision.packaging import PackagingJobs
from okng.cloud_sync.lookout_vision.projects import Projects
from okng.cloud_sync.lookout_vision.requests import (
    Idempotent,
    OfProject,
    OfResource,
    ServiceRequest,
)
from okng.cloud_sync.lookout_vision.storage import Storage
from okng.cloud_sync.lookout_vision.tags import TagStore
from okng.device.settings.settings import StationSettings
from okng.device.store.access_keys import AccessKey


@dataclass(frozen=True)
class Caller:
    """Who sends a request: an access key, in a region of the client's choice."""

    key: AccessKey
    region: str

    @property
    def arns(self) -> Arns:
        """Makes ARNs as this caller knows them."""
        return Arns(self.region)

    @property
    def author(self) -> str:
        """Whom the station's records name."""
        return self.key.title

    def check_right(self, operation: Operation) -> None:
        """Raises `ServiceAccessDeniedError` if the key is not for this kind of operation."""
        if operation.right not in self.key.rights:
            raise ServiceAccessDeniedError(
                f"The access key {self.key.key_id} is not authorized to perform: "
                f"lookoutvision:{operation.name} (this needs the right {operation.right}, "
                f"the key has {', '.join(self.key.rights)})"
            )

    def check_project(self, operation: Operation, request: ServiceRequest) -> None:
        """Raises `ServiceAccessDeniedError` if the key is for another project."""
        match request:
            case OfProject():
                project = request.project_name
            case OfResource():
                project = TaggedResource(request.resource_arn).project
            case _:
                return
        if self.key.project not in (None, project):
            raise ServiceAccessDeniedError(
                f"The access key {self.key.key_id} is not authorized to perform: "
                f"lookoutvision:{operation.name} on project {project}"
            )


class LookoutVisionService:
    """All operations of the API; usable from any thread."""

    def __init__(self, settings: StationSettings) -> None:
        data_dir = settings.data_dir
        background, storage = Background(), Storage(data_dir, settings.sync)
        hosting = Hosting(settings.run_dir)
        self._answers = RememberedAnswers(data_dir)
        self._datasets = Datasets(data_dir, storage, background)
        self._models = Models(data_dir, hosting, EvaluationFiles(data_dir, storage), background)
        self._packaging = PackagingJobs(data_dir, self._models, storage, background)
        self._handlers = self._handlers_of(
            Projects(data_dir), TagStore(data_dir), Detection(self._models, hosting)
        )
        self._resuming = threading.Lock()
        self._has_resumed = False

    def answer(self, operation: Operation, request: ServiceRequest, caller: Caller) -> str:
        """Carries out an operation; returns its answer as JSON.

        Raises:
            LookoutVisionError: the request is refused.
        """
        self._resume_once()
        token = request.client_token if isinstance(request, Idempotent) else None
        if token is None:
            return self._carry_out(operation, request, caller)
        assert isinstance(request, Idempotent)
        key_id = caller.key.key_id
        former = self._answers.find(key_id, operation.name, request)
        if former is not None:
            return former
        answer = self._carry_out(operation, request, caller)
        self._answers.keep(key_id, operation.name, request, answer)
        return answer

    def _carry_out(self, operation: Operation, request: ServiceRequest, caller: Caller) -> str:
        answer = self._handlers[operation.name](request, caller)
        return answer.model_dump_json(by_alias=True, exclude_none=True)

    def _handlers_of(
        self, projects: Projects, tags: TagStore, detection: Detection
    ) -> dict[str, Callable[[Any, Caller], Answer]]:
        """What carries out each operation; requests are of the operation's own class."""
        datasets, models, packaging = self._datasets, self._models, self._packaging
        return {
            "CreateProject": lambda request, caller: projects.create(request, caller.arns),
            "ListProjects": lambda request, caller: projects.list(
                request, caller.arns, caller.key.project
            ),
            "DescribeProject": lambda request, caller: projects.describe(request, caller.arns),
            "DeleteProject": lambda request, caller: projects.delete(request, caller.arns),
            "CreateDataset": lambda request, caller: datasets.create(request, caller.author),
            "DescribeDataset": lambda request, _: datasets.describe(request),
            "DeleteDataset": lambda request, caller: datasets.delete(request, caller.author),
            "ListDatasetEntries": lambda request, _: datasets.list_entries(request),
            "UpdateDatasetEntries": lambda request, caller: datasets.update(request, caller.author),
            "CreateModel": lambda request, caller: models.create(
                request, caller.arns, caller.author
            ),
            "ListModels": lambda request, caller: models.list(request, caller.arns),
            "DescribeModel": lambda request, caller: models.describe(request, caller.arns),
            "DeleteModel": lambda request, caller: models.delete(request, caller.arns),
            "StartModel": lambda request, _: models.start(request),
            "StopModel": lambda request, _: models.stop(request),
            "DetectAnomalies": lambda request, _: detection.detect(request),
            "StartModelPackagingJob": lambda request, _: packaging.start(request),
            "ListModelPackagingJobs": lambda request, _: packaging.list(request),
            "DescribeModelPackagingJob": lambda request, _: packaging.describe(request),
            "ListTagsForResource": lambda request, _: tags.list(request),
            "TagResource": lambda request, _: tags.add(request),
            "UntagResource": lambda request, _: tags.remove(request),
        }

    def _resume_once(self) -> None:
        """Takes up at the first request what the web process was doing when it ended."""
        with self._resuming:
            if self._has_resumed:
                return
            self._datasets.resume()
            self._models.resume(Arns(DEFAULT_REGION))
            self._packaging.resume()
            self._has_resumed = True
