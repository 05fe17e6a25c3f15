"""The capture thread: the one owner of the camera."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from okng.device.cameras.acquisition_settings import Acquisition
from okng.device.cameras.applied_acquisition import AppliedAcquisition
from okng.device.cameras.camera import Arming, Camera, CameraAbsentError, CameraError
from okng.device.health.conditions import Conditions
from okng.device.health.watchdog import LONG_STEP_S, Heartbeat
from okng.device.pipeline.acquisition_change import AcquisitionChange
from okng.device.pipeline.camera_stream import POLL_MS, CameraStream
from okng.device.pipeline.capture_queue import (
    MAX_WAITING,
    CameraCall,
    CaptureQueue,
    CaptureTask,
    FrameRequest,
    result_of,
)
from okng.device.pipeline.free_running_acquisition import FreeRunningAcquisition
from okng.device.pipeline.items import FrameFailure, LineFrame
from okng.device.pipeline.software_acquisition import SoftwareAcquisition
from okng.device.triggers.line import LineTriggerSettings
from okng.device.types import CameraState, Frame, Outcome

T = TypeVar("T")

IDLE_S = 0.2
"""After so long without a request, a camera that waits for software triggers is checked."""
RETRY_S = 1.0
"""Pause between two attempts to open the camera."""
CALL_TIMEOUT_S = 12.0
"""Time limit of a call, beyond what the requests before it may take."""


class CaptureThread:
    """Opens the camera, serves requests, calls and changes in their order, and reopens it."""

    def __init__(
        self,
        camera: Camera,
        conditions: Conditions,
        on_frame: Callable[[Frame], None],
        on_line_frame: Callable[[LineFrame], None],
        has_room: Callable[[float], bool],
        on_idle: Callable[[int], None],
    ) -> None:
        """Args:
        camera: Owned by this thread from now on.
        conditions: Where camera_absent and camera_fault are said.
        on_frame: Called with every frame of a camera that runs free.
        on_line_frame: Called once for every edge on the camera's line, in their order.
        has_room: Whether `on_line_frame` need not wait; waits itself up to so many seconds.
        on_idle: Called when no frame of an edge before a moment (monotonic_ns) can come any more.
        """
        self._on_line_frame = on_line_frame
        self._has_room = has_room
        self._on_idle = on_idle
        self._queue = CaptureQueue()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="capture")
        self._pending: FrameRequest | None = None
        self.heartbeat = Heartbeat()
        self.stream = CameraStream(camera, conditions, self.heartbeat)
        """The camera's state and settings; other threads only read them."""
        self._software = SoftwareAcquisition(self.stream, self._stopping)
        self._free_running = FreeRunningAcquisition(self.stream, on_frame)

    # --- any thread -----------------------------------------------------------------------

    def start(self, acquisition: Acquisition, arming: Arming | LineTriggerSettings) -> None:
        """Begins; the camera is opened in the thread."""
        self.stream.ask(acquisition, arming)
        self._thread.start()

    def stop(self) -> None:
        """Ends: requests that still wait fail, the camera is closed."""
        self._stopping.set()
        # Wakes a thread that waits for something to do.
        self._queue.put(CameraCall(lambda: None))
        self._thread.join()

    def request(self, request: FrameRequest) -> None:
        """Asks for a frame. Never blocks; with too many waiting it fails when its turn comes."""
        self._queue.put_request(request)

    def call(self, function: Callable[[], T], timeout_s: float | None = None) -> T:
        """Runs a function in the capture thread, after the requests before it.

        Args:
            function: What is to be done.
            timeout_s: For it and for what is before it; None is what the requests before may take.

        Raises:
            TimeoutError: the thread was busy for longer.
        """
        call = CameraCall(function)
        self._queue.put(call)
        return result_of(call.result, timeout_s or self._call_timeout_s())

    @contextmanager
    def change(
        self, acquisition: Acquisition, arming: Arming | LineTriggerSettings
    ) -> Iterator[AppliedAcquisition | None]:
        """Other settings, after the requests before and after all that the line brought.

        The line's edges are taken until its camera is stopped; what it took by then is fetched and
        waits. As soon as the camera runs again, edges are taken again, and wait, too, until the
        block is left: frames from `stream.started_ns` on have the new settings. An error in the
        block brings the former settings back.

        Args:
            acquisition: What is wanted.
            arming: What the camera waits for.

        Yields:
            What the camera took, or None while there is no camera: it gets the settings as soon as
            it appears.

        Raises:
            CameraError: the camera refuses; it then runs on with the settings it had.
            TimeoutError: the camera was busy for longer than the requests before may take.
        """
        change = AcquisitionChange(acquisition, arming)
        self._queue.put(change)
        try:
            yield result_of(change.applied, self._call_timeout_s())
        except BaseException as error:
            change.settled.set_exception(error)
            raise
        change.settled.set_result(None)

    def _call_timeout_s(self) -> float:
        return CALL_TIMEOUT_S + (MAX_WAITING + 1) * self._software.timeout_ms / 1000

    # --- the thread -----------------------------------------------------------------------

    def finish(self) -> None:
        """Takes no more edges of the line and hands over what it brought; through `call`."""
        self.stream.finish_line()
        self._hand_over_backlog()

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self.stream.open()
                while not self._stopping.is_set():
                    self.heartbeat.beat()
                    self._serve()
            except CameraAbsentError as fault:
                self._lose(CameraState.ABSENT, str(fault))
            except CameraError as fault:
                self._lose(CameraState.FAULT, str(fault))
        self._close()
        self._fail_waiting("the station was stopped")

    def _lose(self, state: CameraState, message: str) -> None:
        """Closes the camera, then waits for the next attempt; meanwhile requests fail at once."""
        self.stream.lose(state, message)
        self._close()
        retry_at_s = time.monotonic() + RETRY_S
        while not self._stopping.is_set() and (left_s := retry_at_s - time.monotonic()) > 0:
            self.heartbeat.beat()
            self._fail_waiting(message, wait_s=min(left_s, POLL_MS / 1000))
            self._on_idle(time.monotonic_ns())

    def _close(self) -> None:
        self.stream.close()
        self._hand_over_backlog()

    def _fail_waiting(self, reason: str, wait_s: float = 0.0) -> None:
        failure = FrameFailure(Outcome.MISSED, reason)
        if self._pending:
            self._answer(self._pending, failure)
        while task := self._next_task(wait_s):
            if isinstance(task, FrameRequest):
                self._answer(task, failure)
            else:
                self._run_task(task)
            wait_s = 0.0

    def _serve(self) -> None:
        if self.stream.is_on_line:
            self._serve_line()
        elif self.stream.backlog:
            self._hand_over_next()
        elif self.stream.arming == "software":
            self._serve_software()
        else:
            self._serve_free_running()

    def _serve_software(self) -> None:
        task = self._next_task(IDLE_S)
        if isinstance(task, FrameRequest):
            self._pending = task
            self._answer(task, self._software.acquire(task.deadline_ns))
            self._software.end_late_frame()
        elif task:
            self._run_task(task)
        else:
            self._on_idle(time.monotonic_ns())
            self._software.check_idle_camera()

    def _serve_free_running(self) -> None:
        if self._pending is None:
            task = self._next_task(0)
            if isinstance(task, FrameRequest):
                self._pending = task
            elif task:
                self._run_task(task)
                return
            else:
                self._on_idle(time.monotonic_ns())
        frame = self._free_running.next_frame()
        if frame and self._pending:
            self._answer(self._pending, frame)
            self.stream.camera.advance()

    def _serve_line(self) -> None:
        """Serves one task, then one part: neither holds the other up."""
        task = self._next_task(0)
        if isinstance(task, FrameRequest):
            reason = "the recipe's trigger is the camera's line; other triggers are not accepted"
            self._answer(task, FrameFailure(Outcome.MISSED, reason))
        elif task:
            self._run_task(task)
            if not self.stream.is_on_line:
                return
        backlog = self.stream.backlog
        if not backlog and not backlog.fetch(0 if task else POLL_MS):
            self._on_idle(backlog.all_before_ns)
        self.stream.reconcile_edges()
        if backlog:
            self._hand_over_next()

    def _hand_over_backlog(self) -> None:
        while self.stream.backlog:
            self._hand_over_next()

    def _hand_over_next(self) -> None:
        """Or waits a little for the inference to have room: commands are served meanwhile."""
        self.heartbeat.beat()
        if self._has_room(POLL_MS / 1000):
            self._on_line_frame(self.stream.backlog.take())

    # --- its tasks ------------------------------------------------------------------------

    def _next_task(self, wait_s: float) -> CaptureTask | None:
        return self._queue.next(wait_s, self.stream.started_ns)

    def _run_task(self, task: CameraCall[Any] | AcquisitionChange) -> None:
        self.heartbeat.beat(LONG_STEP_S)
        if isinstance(task, CameraCall):
            task.run()
        else:
            task.run(self.stream, self._hand_over_next)

    def _answer(self, request: FrameRequest, result: Frame | FrameFailure) -> None:
        # It may wait for the inference to have room.
        self.heartbeat.beat(LONG_STEP_S)
        self._pending = None
        self._queue.free_place()
        request.answer(result, self.stream.started_ns)
