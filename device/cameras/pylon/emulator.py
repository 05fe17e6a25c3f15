"""pylon's camera emulator: its pictures, its slow free run and its readiness for a trigger."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import Any

from okng.device.cameras.camera import CameraAbsentError, CameraError
from okng.device.cameras.image_folder import read_image_folder
from okng.device.cameras.pylon.instant_camera import (
    READY_TIMEOUT_MS,
    pylon_errors,
    wait_until_ready,
)

FRAME_TIMEOUT_NS = 5_000_000_000
"""An edge that the emulator took brings its frame within so long after the exposure."""

# The emulator's StopGrabbing waits for the frame that is due in free run, up to 100 s; slower than
# this it runs on software triggers, which it doesn't wait for.
_SLOWEST_FREE_RUN_HZ = 2.0
# The emulator takes 1.1 ms to say that it is ready. It is, about 1 ms after its last frame; fired
# without asking it lost up to 10 of 3000 triggers at once after the frame, none 1 ms later.
_REARMED_NS = 20_000_000
# ExposureTimeAbs delays the emulator's frames for real, 10 ms unless it is set.
_EXPOSURE_US = 100.0


class Emulator:
    """What an emulated camera needs that a real one doesn't; for the capture thread.

    `fire_line` alone may be called from any thread.
    """

    def __init__(self, image_folder: Path | None) -> None:
        self._image_folder = image_folder
        self.staged: tempfile.TemporaryDirectory[str] | None = None
        """Copies and links of the pictures, where the emulator can't play the folder itself."""
        # When the next frame of a slow free run is due; None in every other stream.
        self._next_frame_at: float | None = None

    @property
    def is_paced(self) -> bool:
        """Whether a slow free run is made of software triggers."""
        return self._next_frame_at is not None

    def prepare(self, camera: Any) -> tuple[int, int]:
        """Shows the pictures; gives the sensor's width and height.

        Raises:
            CameraAbsentError: there is no picture to play.
        """
        camera.ExposureTimeAbs.Value = _EXPOSURE_US
        if self._image_folder is None:
            return camera.Width.Value, camera.Height.Value
        folder = self._image_folder
        try:
            images = read_image_folder(folder)
            if not images.playable:
                # The emulator takes any other entry of its folder for a picture, and fails it.
                self.staged = tempfile.TemporaryDirectory(prefix="okng-camera-")
                folder = Path(self.staged.name)
                images.stage(folder)
        except (OSError, ValueError) as error:
            raise CameraAbsentError(f"the emulator has no pictures to play: {error}") from error
        camera.TestImageSelector.Value = "Off"
        camera.ImageFilename.Value = str(folder.absolute())
        camera.ImageFileMode.Value = "On"
        return images.width, images.height

    def check_folder(self) -> None:
        """Raises CameraAbsentError when the folder of pictures is gone."""
        if self._image_folder is not None and not self._image_folder.exists():
            raise CameraAbsentError(f"the emulator's pictures are absent: {self._image_folder}")

    def close(self) -> None:
        """Removes the staged pictures; harmless when there are none."""
        if self.staged is not None:
            self.staged.cleanup()
            self.staged = None

    def is_rearmed(self, last_frame_ns: int) -> bool:
        """Whether it is ready for a trigger by the time since its last frame, without asking it."""
        return bool(last_frame_ns) and time.monotonic_ns() - last_frame_ns > _REARMED_NS

    def set_pace(self, frame_rate_hz: float | None) -> None:
        """Decides whether a free run of this rate is paced; null is every other stream."""
        is_slow = frame_rate_hz is not None and frame_rate_hz < _SLOWEST_FREE_RUN_HZ
        self._next_frame_at = time.monotonic() if is_slow else None

    def fire_line(self, camera: Any) -> str | None:
        """Takes the picture of an edge of the line, or says why the camera can't."""
        with pylon_errors("the edge was not taken"):
            # Without a free buffer it doesn't become ready, however long it is waited for.
            timeout_ms = READY_TIMEOUT_MS if camera.NumQueuedBuffers.Value else 0
            try:
                wait_until_ready(camera, timeout_ms)
            except CameraError as fault:
                return str(fault)
            # The emulator has no lines: its software trigger fires whatever the source.
            camera.TriggerSoftware.Execute()
        return None

    def fire_when_due(self, camera: Any, period_s: float, timeout_s: float) -> bool:
        """Fires the next trigger of a paced free run; False where none is due within the time."""
        assert self._next_frame_at is not None
        wait_s = self._next_frame_at - time.monotonic()
        if wait_s > timeout_s:
            return False
        time.sleep(max(0.0, wait_s))
        with pylon_errors("the free run was not continued"):
            wait_until_ready(camera, READY_TIMEOUT_MS)
            camera.TriggerSoftware.Execute()
        self._next_frame_at = max(self._next_frame_at + period_s, time.monotonic())
        return True
