"""Hosting: which models the station's hosting process has ready, and starting and stopping them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from okng.cloud_sync.lookout_vision.errors import (
    ResourceNotFoundError,
    ResourceType,
    ServiceConflictError,
    ServiceQuotaExceededError,
    ServiceValidationError,
    ThrottlingError,
)
from okng.cloud_sync.lookout_vision.shapes import ModelStatus
from okng.device.hosting.client import HostingClient, HostingUnavailableError
from okng.device.hosting.commands import HostedJudgement, HostedModel, HostingState
from okng.device.hosting.errors import (
    HostingMemoryError,
    HostingStateError,
    HugePictureError,
    NotHostedError,
    NotOnStationError,
    QueueFullError,
    UnusablePictureError,
)
from okng.device.types import ModelReference

AnswerT = TypeVar("AnswerT", HostedModel, HostedJudgement)

STATUSES = {
    HostingState.STARTING: ModelStatus.STARTING_HOSTING,
    HostingState.HOSTED: ModelStatus.HOSTED,
    HostingState.FAILED: ModelStatus.HOSTING_FAILED,
    HostingState.STOPPING: ModelStatus.STOPPING_HOSTING,
}


class Hosting:
    """The models of projects in the hosting process; usable from any thread."""

    def __init__(self, run_dir: Path) -> None:
        self._client = HostingClient(run_dir)

    def states(self, project: str) -> dict[int, HostedModel]:
        """The hosted versions of a project's model; none while the hosting process isn't there."""
        try:
            models = self._client.models()
        except HostingUnavailableError:
            return {}
        return {
            hosted.model.version: hosted
            for hosted in models
            if hosted.model.name == project and hosted.status in STATUSES
        }

    def start(self, model: ModelReference) -> ModelStatus:
        """Starts hosting; it goes on after this returns."""
        return STATUSES[_translated(model, lambda: self._client.start(model)).status]

    def stop(self, model: ModelReference) -> None:
        """Stops hosting; its memory is free when this returns."""
        _translated(model, lambda: self._client.stop(model))

    def judge(self, model: ModelReference, picture: bytes) -> HostedJudgement:
        """Judges a picture by a hosted model."""
        return _translated(model, lambda: self._client.judge(picture, model))


def _translated(model: ModelReference, ask: Callable[[], AnswerT]) -> AnswerT:
    """The answer of the hosting process, its refusals as errors of the service."""
    version = str(model.version)
    try:
        return ask()
    except (HostingStateError, NotHostedError) as error:
        raise ServiceConflictError(str(error), ResourceType.MODEL, version) from error
    except NotOnStationError as error:
        raise ResourceNotFoundError(str(error), ResourceType.MODEL, version) from error
    except (UnusablePictureError, HugePictureError) as error:
        raise ServiceValidationError(str(error)) from error
    except QueueFullError as error:
        raise ThrottlingError(str(error), error.retry_after_s) from error
    except HostingMemoryError as error:
        raise ServiceQuotaExceededError(
            str(error), ResourceType.MODEL, version, "HostingMemory"
        ) from error
