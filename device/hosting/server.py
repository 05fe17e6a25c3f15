"""The server of the hosting process, and what it does for each command."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from okng.device.hosting.commands import (
    CodedRefusal,
    FindNearestGood,
    GetHosting,
    HostedJudgement,
    HostedModel,
    HostingStatus,
    JudgePicture,
    NearestGood,
    StartHosting,
    StopHosting,
)
from okng.device.hosting.errors import QueueFullError
from okng.device.hosting.hosted_models import HostedModels
from okng.device.hosting.judge_queue import JudgeQueue
from okng.device.hosting.nearest_good import find_nearest_good
from okng.device.hosting.settings import MEBIBYTE, HostingSettings
from okng.device.ipc.command_router import CommandRouter, Threads
from okng.device.ipc.commands import CommandKind, Refusal
from okng.device.ipc.errors import RefusedError, TooManyCommandsError
from okng.device.ipc.handlers import DeferredAnswer, Handlers
from okng.device.store.database import StoreError
from okng.device.store.database_errors import explain

MAX_PICTURE_BYTES = 300 * 2**20
"""More than any picture that the HTTP API takes; `hosting.picture_memory_mb` decides before."""


@dataclass(frozen=True)
class Hosting:
    """What the process serves: its models, and the queue of pictures before them."""

    models: HostedModels
    queue: JudgeQueue
    data_dir: Path
    settings: HostingSettings


HOSTING_HANDLERS = Handlers[Hosting]()
handles = HOSTING_HANDLERS.handles


@handles(GetHosting)
def _get_hosting(hosting: Hosting, _: GetHosting) -> HostingStatus:
    counts = hosting.queue.counts()
    return HostingStatus(
        models=tuple(hosting.models.statuses()),
        memory_bytes=hosting.models.memory_bytes(),
        memory_limit_bytes=hosting.models.limit_bytes,
        waiting=counts.waiting,
        queue_length=hosting.queue.length,
        judged=counts.judged,
        refused=counts.refused,
        judging_s=counts.judging_s,
    )


@handles(StartHosting)
def _start_hosting(hosting: Hosting, command: StartHosting) -> HostedModel:
    return hosting.models.start(command.model)


@handles(StopHosting)
def _stop_hosting(hosting: Hosting, command: StopHosting) -> HostedModel:
    return hosting.models.stop(command.model)


@handles(JudgePicture)
def _judge_picture(hosting: Hosting, command: JudgePicture) -> DeferredAnswer[HostedJudgement]:
    future = hosting.queue.submit(command)

    def answer() -> HostedJudgement:
        if not future.done():
            future.cancel()
            raise QueueFullError(
                f"the picture was not judged within {command.wait_s:g} s; try again, or wait longer"
            )
        return future.result()

    return DeferredAnswer(future, answer)


@handles(FindNearestGood)
def _find_nearest_good(hosting: Hosting, command: FindNearestGood) -> NearestGood:
    settings = hosting.settings
    return find_nearest_good(
        command, hosting.data_dir, settings.threads, settings.picture_memory_mb * MEBIBYTE
    )


class HostingServer(CommandRouter[Hosting]):
    """Answers the commands for hosted models; pictures wait in a queue of their own."""

    name = "hosting process"
    threads = {  # noqa: RUF012
        CommandKind.STATUS: Threads(1, 256),
        CommandKind.CHANGE: Threads(1, 64),
        CommandKind.JUDGE: Threads(1, 256),
        CommandKind.SEARCH: Threads(1, 8),
    }
    max_bytes = MAX_PICTURE_BYTES

    def __init__(self, address: str, hosting: Hosting) -> None:
        super().__init__(address, hosting, HOSTING_HANDLERS)

    def refusal(self, error: RefusedError) -> Refusal:
        """The answer to a command that is refused, with the class of the error."""
        if isinstance(error, TooManyCommandsError):
            error = QueueFullError(str(error))
        return CodedRefusal(error=str(error), code=type(error).__name__)

    def explain(self, error: Exception) -> str | None:
        """Why a command failed: the store or the disk can't be used."""
        if isinstance(error, StoreError | sqlite3.Error):
            return f"the store can't be used: {explain(error)}"
        if isinstance(error, OSError):
            return f"the data directory can't be used: {error}"
        return None
