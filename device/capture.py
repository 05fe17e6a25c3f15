"""The capture thread: the one owner of the camera."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar

from okng.device.cameras.camera import (
    AppliedAcquisition,
    Arming,
    Camera,
    CameraAbsent,
    CameraCounters,
    CameraFault,
    CameraInfo,
    Grab,
    GrabFailed,
)
from okng.device.conditions import Conditions
from okng.device.full_range import to_full_range
from okng.device.heartbeat import Heartbeat
from okng.device.part import Failure
from okng.device.recipe import Acquisition
from okng.device.triggers.line import LineTriggerSettings
from okng.device.types import CameraState, Frame, Outcome, Severity

log = logging.getLogger(__name__)

T = TypeVar("T")

MAX_WAITING = 8
"""Software triggers that may wait for the camera; Cognex buffers as many results."""
FRAME_TIMEOUT_MS = 2000
"""For the picture of a software trigger; the recipe's time limit shortens it."""
POLL_MS = 100
"""How long a wait for a frame may hold up a command."""
SILENCE_S = 10.0
"""A free-running camera without a frame for so long is reopened."""
IDLE_S = 0.5
"""Without a demand for so long, a camera that waits for software triggers is looked after."""
RETRY_S = 1.0
"""Between two attempts to open the camera."""


@dataclass(frozen=True, slots=True)
class Demand:
    """A picture is wanted; `deliver` is called once, with the frame or with why there is none."""

    deliver: Callable[[Frame | None, Failure | None], None]
    deadline_ns: int | None = None
    """By the monotonic clock; no picture is waited for beyond it."""


@dataclass(frozen=True, slots=True)
class _TooMany:
    """A demand over the bound: it keeps its place in the order and fails there."""

    demand: Demand


@dataclass(frozen=True, slots=True)
class _Call:
    run: Callable[[], None]


class CaptureThread:
    """Opens, arms, triggers, grabs, reopens.

    Demands and calls are served in the order in which they came, so that a change of settings
    never overtakes the parts before it.
    """

    def __init__(
        self,
        camera: Camera,
        conditions: Conditions,
        on_frame: Callable[[Frame], None],
        on_line_frame: Callable[[Frame | None, Failure | None], None],
    ) -> None:
        """Args:
        camera: Owned by this thread from now on.
        conditions: Where camera_absent and camera_fault are said.
        on_frame: Called with every frame of a camera that runs free.
        on_line_frame: Called with every frame of a camera that is triggered by its line, and
            with a failure for each that the camera reports lost.
        """
        self._camera = camera
        self._conditions = conditions
        self._on_frame = on_frame
        self._on_line_frame = on_line_frame
        self._items: queue.SimpleQueue[Demand | _TooMany | _Call] = queue.SimpleQueue()
        self._waiting = threading.BoundedSemaphore(MAX_WAITING)
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="capture")
        self._acquisition = Acquisition()
        self._arming: Arming | LineTriggerSettings = "free_running"
        self._pending: Demand | None = None
        self._counts = dict.fromkeys(CameraCounters.model_fields, 0)
        self._opened_before = False
        self._last_frame_s = time.monotonic()
        self.heartbeat = Heartbeat()
        self.state = CameraState.OPENING
        self.info: CameraInfo | None = None
        self.applied: AppliedAcquisition | None = None

    @property
    def counters(self) -> CameraCounters:
        """What was counted so far."""
        return CameraCounters(**self._counts)

    def start(self) -> None:
        """Begins; the camera is opened in the thread."""
        self._thread.start()

    def stop(self) -> None:
        """Ends: what still waits is delivered as a failure, the camera is closed."""
        self._stopping.set()
        self._items.put(_Call(lambda: None))
        self._thread.join()

    def demand(self, demand: Demand) -> None:
        """Asks for a picture. Never blocks; with too many waiting it fails when its turn comes."""
        accepted = self._waiting.acquire(blocking=False)
        self._items.put(demand if accepted else _TooMany(demand))

    def call(self, function: Callable[[], T], timeout_s: float = 12.0) -> T:
        """Runs a function in the capture thread, after the demands before it.

        Raises:
            TimeoutError: the thread was busy for too long.
        """
        future: Future[T] = Future()

        def run() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                future.set_result(function())
            except BaseException as error:  # noqa: BLE001 - it is raised again in the caller
                future.set_exception(error)

        self._items.put(_Call(run))
        try:
            return future.result(timeout_s)
        except TimeoutError:
            future.cancel()
            raise

    def arm(
        self, acquisition: Acquisition, arming: Arming | LineTriggerSettings
    ) -> AppliedAcquisition | None:
        """Runs with other settings from now on; to be called through `call`.

        Returns:
            What the camera took, or None while there is no camera: it gets the settings as soon
            as it appears.

        Raises:
            CameraFault: the camera refuses; it then runs on with the settings it had.
        """
        before = self._acquisition, self._arming
        self._acquisition, self._arming = acquisition, arming
        if self.state is not CameraState.STREAMING:
            return None
        try:
            self._start_streaming()
        except CameraFault:
            self._acquisition, self._arming = before
            self._start_streaming()
            raise
        return self.applied

    # --- the thread -----------------------------------------------------------------------

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self._open()
                while not self._stopping.is_set():
                    self.heartbeat.beat()
                    self._serve()
            except CameraAbsent as fault:
                self._lost(CameraState.ABSENT, str(fault))
            except CameraFault as fault:
                self._lost(CameraState.FAULT, str(fault))
        self._camera.close()
        self._fail_waiting("the station was stopped")

    def _open(self) -> None:
        if self.state is not CameraState.ABSENT:
            self.state = CameraState.OPENING
        self.info = self._camera.open()
        self._start_streaming()
        self.state = CameraState.STREAMING
        self._counts["reconnected"] += self._opened_before
        self._opened_before = True
        self._conditions.clear("camera_absent")
        self._conditions.clear("camera_fault")
        log.info("camera %s %s streams", self.info.model, self.info.serial)

    def _start_streaming(self) -> None:
        self.applied = self._camera.start(self._acquisition, self._arming)
        self._last_frame_s = time.monotonic()
        if self.applied.corrections:
            said = "; ".join(one.reason for one in self.applied.corrections)
            self._conditions.set("camera_settings_clipped", Severity.WARNING, said)
        else:
            self._conditions.clear("camera_settings_clipped")

    def _lost(self, state: CameraState, message: str) -> None:
        self.state, self.info, self.applied = state, None, None
        code, other = ("camera_absent", "camera_fault")
        if state is CameraState.FAULT:
            code, other = other, code
        self._conditions.set(code, Severity.FAULT, message)  # type: ignore[arg-type]
        self._conditions.clear(other)  # type: ignore[arg-type]
        self._camera.close()
        retry_at = time.monotonic() + RETRY_S
        while not self._stopping.is_set() and (left := retry_at - time.monotonic()) > 0:
            self.heartbeat.beat()
            self._fail_waiting(message, wait_s=min(left, POLL_MS / 1000))

    def _fail_waiting(self, reason: str, wait_s: float = 0.0) -> None:
        if self._pending:
            self._deliver_failure(self._pending, Failure(Outcome.MISSED, reason))
        while item := self._next_item(wait_s):
            if isinstance(item, Demand):
                self._deliver_failure(item, Failure(Outcome.MISSED, reason))
            else:
                item.run()
            wait_s = 0.0

    def _serve(self) -> None:
        if self._arming == "software":
            self._serve_software()
        elif self._arming == "free_running":
            self._serve_free_running()
        else:
            self._serve_line()

    def _serve_software(self) -> None:
        item = self._next_item(IDLE_S)
        if isinstance(item, Demand):
            self._pending = item
            self._serve_demand(item)
        elif item:
            item.run()
        else:
            self._look_after_idle_camera()

    def _look_after_idle_camera(self) -> None:
        """Notices between two parts, not at the next one, that the camera is gone."""
        try:
            if self._camera.grab(0):
                log.warning("a picture that no trigger asked for was dropped")
        except GrabFailed as error:
            log.warning("incomplete picture: %s", error)

    def _serve_demand(self, demand: Demand) -> None:
        timeout_ms = _timeout_ms(demand)
        grab = None
        try:
            if timeout_ms > 0:
                self._camera.trigger()
                grab = self._camera.grab(timeout_ms)
        except GrabFailed as error:
            self._counts["failed"] += 1
            self._deliver_failure(demand, Failure(Outcome.ERROR, f"incomplete picture: {error}"))
            return
        if grab:
            self._deliver(demand, self._frame(grab))
            return
        self._counts["timed_out"] += 1
        reason = f"the camera gave no picture within {max(timeout_ms, 0)} ms of the trigger"
        self._deliver_failure(demand, Failure(Outcome.MISSED, reason))
        # A frame that comes after all would be taken for the next part's.
        self._start_streaming()

    def _serve_free_running(self) -> None:
        if self._pending is None:
            item = self._next_item(0)
            if isinstance(item, Demand):
                self._pending = item
            elif item:
                item.run()
                return
        frame = self._grab_streaming()
        if frame and self._pending:
            self._deliver(self._pending, frame)
        elif frame is None and time.monotonic() - self._last_frame_s > SILENCE_S:
            raise CameraFault(f"no picture for {SILENCE_S:g} s although the camera runs free")

    def _serve_line(self) -> None:
        while item := self._next_item(0):
            if isinstance(item, Demand):
                reason = "the recipe's trigger is the camera's line; it takes no other"
                self._deliver_failure(item, Failure(Outcome.MISSED, reason))
            else:
                item.run()
                return
        try:
            grab = self._camera.grab(POLL_MS)
        except GrabFailed as error:
            self._counts["failed"] += 1
            failure = Failure(Outcome.ERROR, f"incomplete picture: {error}")
            self._on_line_frame(None, failure)
            return
        if grab is None:
            return
        self._counts["skipped"] += grab.skipped_before
        for _ in range(grab.skipped_before):
            failure = Failure(Outcome.MISSED, "the camera lost this picture")
            self._on_line_frame(None, failure)
        self._on_line_frame(self._frame(grab), None)

    def _grab_streaming(self) -> Frame | None:
        try:
            grab = self._camera.grab(POLL_MS)
        except GrabFailed as error:
            self._counts["failed"] += 1
            log.warning("incomplete picture: %s", error)
            return None
        if grab is None:
            return None
        frame = self._frame(grab)
        self._on_frame(frame)
        return frame

    def _frame(self, grab: Grab) -> Frame:
        self._counts["frames"] += 1
        self._last_frame_s = time.monotonic()
        assert self.info
        return Frame(
            image=to_full_range(grab.image, grab.significant_bits),
            frame_number=self._counts["frames"],
            captured_at=datetime.now(UTC),
            captured_ns=time.monotonic_ns(),
            simulated=self.info.simulated,
        )

    def _deliver(self, demand: Demand, frame: Frame) -> None:
        self._settle()
        demand.deliver(frame, None)

    def _deliver_failure(self, demand: Demand, failure: Failure) -> None:
        self._settle()
        demand.deliver(None, failure)

    def _settle(self) -> None:
        self._pending = None
        self._waiting.release()

    def _next_item(self, wait_s: float) -> Demand | _Call | None:
        try:
            item = self._items.get(timeout=wait_s) if wait_s else self._items.get_nowait()
            while isinstance(item, _TooMany):
                reason = f"the station was busy: {MAX_WAITING} triggers waited for the camera"
                item.demand.deliver(None, Failure(Outcome.MISSED, reason))
                item = self._items.get_nowait()
        except queue.Empty:
            return None
        return item


def _timeout_ms(demand: Demand) -> int:
    if demand.deadline_ns is None:
        return FRAME_TIMEOUT_MS
    return min(FRAME_TIMEOUT_MS, (demand.deadline_ns - time.monotonic_ns()) // 1_000_000)
