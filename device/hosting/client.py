"""The client of the hosting process: other programs' pictures, judged beside the line."""

from __future__ import annotations

import socket
from pathlib import Path

import numpy as np

from okng.device.hosting.commands import (
    AreaShares,
    CodedRefusal,
    FindNearestGood,
    GetHosting,
    HostedJudgement,
    HostedModel,
    HostingStatus,
    JudgePicture,
    StartHosting,
    StopHosting,
    VersionChoice,
)
from okng.device.hosting.errors import HostingError
from okng.device.ipc.client import CommandClient, ProcessUnavailableError
from okng.device.ipc.commands import AnyCommand
from okng.device.ipc.endpoints import Endpoints, socket_path
from okng.device.types import ModelIdentity, ModelReference
from okng.models.arrays import AnyArray


class HostingUnavailableError(ProcessUnavailableError):
    """The hosting process (`okng host`) doesn't answer."""


_ERRORS = {kind.__name__: kind for kind in HostingError.__subclasses__()}


class HostingClient(CommandClient):
    """Starts, stops and asks hosted models; thread-safe, no call waits for another.

    Every call raises `HostingUnavailableError` where the process doesn't answer, and a class of
    `okng.device.hosting.errors` where it refuses.
    """

    process = "the hosting process (okng host)"
    unavailable = HostingUnavailableError
    busy = HostingUnavailableError
    alive = GetHosting()

    def __init__(self, run_dir: Path, timeout_s: float = 15.0) -> None:
        super().__init__(Endpoints(run_dir).hosting, timeout_s)

    def start(self, model: ModelReference) -> HostedModel:
        """Starts to host a model, and returns while it is STARTING.

        From then on it is hosted again after every restart, until it is stopped.

        Raises:
            NotOnStationError: there is no such model.
            HostingStateError: it is STARTING, HOSTED or STOPPING already.
            HostingMemoryError: it would exceed the memory limit; where that shows only when it is
                measured, it becomes FAILED with the same message.
        """
        return self.ask(StartHosting(model=model))

    def stop(self, model: ModelReference) -> HostedModel:
        """Stops hosting a model, and returns when its memory is free.

        Raises:
            HostingStateError: it is neither HOSTED nor FAILED.
        """
        return self.ask(StopHosting(model=model))

    def status(self) -> HostingStatus:
        """What is hosted, and how busy the process is."""
        return self.ask(GetHosting())

    def models(self) -> list[HostedModel]:
        """All models that aren't STOPPED, by name and version."""
        return list(self.status().models)

    def judge(
        self,
        picture: bytes | AnyArray,
        model: VersionChoice | ModelReference | None = None,
        recipe: VersionChoice | None = None,
        *,
        threshold: float | None = None,
        start_on_demand: bool = False,
        wait_ms: int = 30_000,
    ) -> HostedJudgement:
        """Judges a picture by a model, or by a stored recipe as the line does.

        Args:
            picture: A PNG, JPEG, BMP or TIFF file, or uint8 pixels, [H, W] grey or [H, W, 3] BGR.
            model: A model, or:
            recipe: A recipe with its models, rules and threshold.
            threshold: Another than the model's own; not with a recipe.
            start_on_demand: Whether to start models that aren't hosted.
            wait_ms: How long to wait for the answer.

        Raises:
            NotOnStationError: there is no such model or recipe.
            NotHostedError: the model isn't hosted, and is not to be started.
            QueueFullError: too many pictures wait already, or it was not judged in time.
            UnusablePictureError, HugePictureError: the picture can't be judged.
        """
        if isinstance(model, ModelReference):
            model = VersionChoice(name=model.name, version=model.version)
        if not isinstance(picture, bytes) and picture.dtype != np.uint8:
            raise ValueError(f"pixels are {picture.dtype}; allowed are uint8")
        command = JudgePicture(
            model=model,
            recipe=recipe,
            threshold=threshold,
            shape=None if isinstance(picture, bytes) else picture.shape,
            start_on_demand=start_on_demand,
            wait_ms=wait_ms,
        )
        return self.ask(
            command.with_attachment(picture if isinstance(picture, bytes) else picture.tobytes())
        )

    def nearest_good(self, picture: bytes, model: ModelIdentity, area: AreaShares) -> list[str]:
        """SHA-256 of the training pictures that look most like an area of a picture's file.

        The nearest picture comes first.

        Raises:
            NotOnStationError: there is no such model.
            UnusablePictureError, HugePictureError: the picture can't be used.
            HostingError: the model keeps no pictures to compare with.
        """
        command = FindNearestGood(model=model, area=area)
        return self.ask(command.with_attachment(picture)).sha256

    def _exchange(self, command: AnyCommand, timeout_s: float) -> list[bytes]:
        # A process that isn't there is told at once: health checks and metrics wait for nothing.
        with socket.socket(socket.AF_UNIX) as probe:
            try:
                probe.connect(str(socket_path(self._address)))
            except OSError:
                raise self.unavailable(
                    f"{self.process} is not running; start it with `okng run` or okng-host.service"
                ) from None
        return super()._exchange(command, timeout_s)

    def refused(self, refusal: bytes) -> HostingError:
        """The refusal as the error that it was in the hosting process."""
        coded = CodedRefusal.model_validate_json(refusal)
        return _ERRORS.get(coded.code, HostingError)(coded.error)
