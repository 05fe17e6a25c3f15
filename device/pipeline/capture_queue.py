"""The capture thread's queue: requests, calls and changes in the order in which they came."""

from __future__ import annotations

import queue
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from okng.device.pipeline.acquisition_change import AcquisitionChange
from okng.device.pipeline.items import FrameFailure
from okng.device.types import Frame, Outcome

T = TypeVar("T")

MAX_WAITING = 8
"""Largest number of software triggers that wait for the camera; Cognex buffers as many results."""


@dataclass(frozen=True, slots=True)
class FrameRequest(ABC):
    """A software trigger: one frame is wanted of the camera as it is set up when its turn comes."""

    deadline_ns: int | None
    """By the monotonic clock; no frame is waited for beyond it. None sets no limit."""

    @abstractmethod
    def answer(self, result: Frame | FrameFailure, settings_since_ns: int) -> None:
        """Takes the outcome; called once, in the capture thread.

        Args:
            result: The frame, or why there is none.
            settings_since_ns: When the camera's settings came into force (monotonic clock).
        """


class CameraCall(Generic[T]):
    """A function that is to run in the capture thread, where the camera may be touched."""

    def __init__(self, function: Callable[[], T]) -> None:
        self._function = function
        self.result: Future[T] = Future()

    def run(self) -> None:
        """Runs it, unless the caller has stopped waiting."""
        if not self.result.set_running_or_notify_cancel():
            return
        try:
            self.result.set_result(self._function())
        except BaseException as error:  # noqa: BLE001 - it is raised again in the caller
            self.result.set_exception(error)


CaptureTask = FrameRequest | CameraCall[Any] | AcquisitionChange
"""A task for the capture thread."""


@dataclass(frozen=True, slots=True)
class _OneTooMany:
    """A request over the bound: it keeps its place in the order and fails there."""

    request: FrameRequest


class CaptureQueue:
    """First in, first out: a change of settings never overtakes the requests before it.

    Anyone may put something in, and never waits; one thread takes it out.
    """

    def __init__(self) -> None:
        self._tasks: queue.SimpleQueue[CaptureTask | _OneTooMany] = queue.SimpleQueue()
        self._places = threading.BoundedSemaphore(MAX_WAITING)

    def put(self, task: CameraCall[Any] | AcquisitionChange) -> None:
        """Asks for a call or for other settings."""
        self._tasks.put(task)

    def put_request(self, request: FrameRequest) -> None:
        """Asks for a frame; with too many waiting the request fails when its turn comes."""
        has_place = self._places.acquire(blocking=False)
        self._tasks.put(request if has_place else _OneTooMany(request))

    def free_place(self) -> None:
        """Call it for each request taken out, before it is answered."""
        self._places.release()

    def next(self, wait_s: float, settings_since_ns: int) -> CaptureTask | None:
        """The next one, waited for up to `wait_s`; requests over the bound are answered here."""
        try:
            task = self._tasks.get(timeout=wait_s) if wait_s else self._tasks.get_nowait()
            while isinstance(task, _OneTooMany):
                reason = f"the station was busy: {MAX_WAITING} triggers waited for the camera"
                task.request.answer(FrameFailure(Outcome.MISSED, reason), settings_since_ns)
                task = self._tasks.get_nowait()
        except queue.Empty:
            return None
        return task


def result_of(future: Future[T], timeout_s: float) -> T:
    """The result, or its error.

    Raises:
        TimeoutError: it did not come in time; what was asked is not done later either.
    """
    try:
        return future.result(timeout_s)
    except TimeoutError:
        future.cancel()
        raise
