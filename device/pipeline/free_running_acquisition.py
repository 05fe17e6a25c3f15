"""Free-running acquisition: frame after frame for the live view, without a trigger."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from okng.device.cameras.camera import CameraError, GrabError
from okng.device.pipeline.camera_stream import POLL_MS, CameraStream
from okng.device.types import Frame

log = logging.getLogger(__name__)

SILENCE_S = 10.0
"""A free-running camera without a frame for so long, and three frames' time, is reopened."""


class FreeRunningAcquisition:
    """Takes every frame of a camera that runs free; for the capture thread."""

    def __init__(self, stream: CameraStream, on_frame: Callable[[Frame], None]) -> None:
        """Args:
        stream: Gives the frames.
        on_frame: Called with every frame.
        """
        self._stream = stream
        self._on_frame = on_frame

    def next_frame(self) -> Frame | None:
        """The next frame, or None when none came for a moment.

        Raises:
            CameraError: the camera is gone, or has been silent for too long.
        """
        looked_s = time.monotonic()
        frame = self._grab()
        if frame is None:
            # If a poll itself took long, the whole process stood still: that is no silent camera.
            self._stream.silent_s += min(time.monotonic() - looked_s, 2 * POLL_MS / 1000)
            self._check_silence()
        return frame

    def _grab(self) -> Frame | None:
        try:
            grab = self._stream.camera.grab(POLL_MS)
        except GrabError as error:
            self._stream.counts["failed"] += 1
            log.warning("incomplete picture: %s", error)
            return None
        if grab is None:
            return None
        frame = self._stream.make_frame(grab)
        self._on_frame(frame)
        return frame

    def _check_silence(self) -> None:
        limit_s = SILENCE_S + 3 * self._stream.camera.frame_time_s()
        if self._stream.silent_s > limit_s:
            raise CameraError(f"no picture for {limit_s:g} s although the camera runs free")
