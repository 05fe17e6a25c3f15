"""Acquisition by software trigger: one trigger, one frame."""

from __future__ import annotations

import logging
import threading
import time

from okng.device.cameras.camera import Grab, GrabError
from okng.device.pipeline.camera_stream import POLL_MS, CameraStream
from okng.device.pipeline.items import FrameFailure
from okng.device.types import Frame, Outcome

log = logging.getLogger(__name__)

FRAME_TIMEOUT_MS = 2000
"""For the frame of a software trigger, beyond what delay and exposure or the frame rate take; the
recipe's time limit shortens it."""


class SoftwareAcquisition:
    """Triggers the camera and waits for the frame; for the capture thread."""

    def __init__(self, stream: CameraStream, stopping: threading.Event) -> None:
        self._stream = stream
        self._stopping = stopping
        self._frame_may_come_late = False

    @property
    def timeout_ms(self) -> int:
        """The longest that a frame is waited for, whatever the recipe's time limit is."""
        return FRAME_TIMEOUT_MS + round(self._stream.camera.frame_time_s() * 1000)

    def acquire(self, deadline_ns: int | None) -> Frame | FrameFailure:
        """Triggers the camera; the frame, or why it gave none in time. `end_late_frame` follows.

        Args:
            deadline_ns: By the monotonic clock, no frame is waited for beyond it; None sets none.

        Raises:
            okng.device.cameras.camera.CameraError: the camera is gone.
        """
        timeout_ms = self._timeout_ms(deadline_ns)
        grab = None
        try:
            if timeout_ms > 0:
                self._stream.camera.trigger()
                grab = self._wait_for_frame(timeout_ms)
        except GrabError as error:
            self._stream.counts["failed"] += 1
            return FrameFailure(Outcome.ERROR, f"incomplete picture: {error}")
        if grab:
            return self._stream.make_frame(grab)
        self._stream.counts["timed_out"] += 1
        self._frame_may_come_late = timeout_ms > 0
        reason = f"the camera gave no picture within {max(timeout_ms, 0)} ms of the trigger"
        return FrameFailure(Outcome.MISSED, reason)

    def end_late_frame(self) -> None:
        """Restarts the stream after a time-out: a late frame would be taken for the next part's.

        Raises:
            okng.device.cameras.camera.CameraError: the camera is gone.
        """
        if self._frame_may_come_late:
            self._frame_may_come_late = False
            self._stream.start()

    def check_idle_camera(self) -> None:
        """Notices between two parts, and not at the next one, that the camera is gone.

        Raises:
            okng.device.cameras.camera.CameraError: it is.
        """
        try:
            if self._stream.camera.grab(0):
                log.warning("a picture that no trigger asked for was dropped")
        except GrabError as error:
            log.warning("incomplete picture: %s", error)

    def _timeout_ms(self, deadline_ns: int | None) -> int:
        if deadline_ns is None:
            return self.timeout_ms
        return min(self.timeout_ms, (deadline_ns - time.monotonic_ns()) // 1_000_000)

    def _wait_for_frame(self, timeout_ms: int) -> Grab | None:
        """Waits in short steps with heartbeats: a long exposure must not look like a hang."""
        deadline_s = time.monotonic() + timeout_ms / 1000
        while True:
            self._stream.heartbeat.beat()
            left_ms = max(0, round((deadline_s - time.monotonic()) * 1000))
            grab = self._stream.camera.grab(min(left_ms, POLL_MS))
            if grab or left_ms <= POLL_MS or self._stopping.is_set():
                return grab
