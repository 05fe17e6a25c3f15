"""pylon's `InstantCamera`: its exceptions, its removal event and its readiness."""

from __future__ import annotations

import contextlib
import sys
import threading
import warnings
from collections.abc import Iterator
from typing import Any

from okng.device.cameras.camera import CameraError
from okng.device.cameras.pylon.locks import remove_abandoned_locks

READY_TIMEOUT_MS = 1000
"""How long a camera may take to be ready for a trigger, beyond an exposure that is under way."""
LATE_FRAME_MS = 200
"""How long the frame of a trigger may be on its way after its exposure."""


def import_pypylon() -> Any:
    """The module `pypylon.pylon`, imported when the first camera is looked for."""
    if "pypylon.pylon" not in sys.modules:
        # The import itself takes such a lock, and would wait for ever.
        remove_abandoned_locks()
    # Its generated types warn while they are made, and where warnings are errors that is a crash.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        from pypylon import pylon
    return pylon


@contextlib.contextmanager
def pylon_errors(failure: str) -> Iterator[None]:
    """Turns pylon's exceptions into CameraError, with `failure` before pylon's own words."""
    from pypylon import genicam

    try:
        yield
    except genicam.GenericException as error:
        raise CameraError(f"{failure}: {error}") from error


def destroy(camera: Any) -> None:
    """Frees the device, step by step: each may fail on a device that is gone."""
    from pypylon import genicam

    for step in (camera.StopGrabbing, camera.Close, camera.DestroyDevice):
        with contextlib.suppress(genicam.GenericException):
            step()


def watch_removal(camera: Any) -> threading.Event:
    """An event that is set when the device is unplugged.

    Reading it costs nothing, where the emulator takes 1.1 ms for `IsCameraDeviceRemoved`.
    """
    from pypylon import pylon

    removed = threading.Event()

    class RemovalHandler(pylon.ConfigurationEventHandler):  # type: ignore[misc]
        def OnCameraDeviceRemoved(self, camera: Any) -> None:  # noqa: N802
            removed.set()

    camera.RegisterConfiguration(
        RemovalHandler(), pylon.RegistrationMode_Append, pylon.Cleanup_Delete
    )
    return removed


def wait_until_ready(camera: Any, timeout_ms: int) -> None:
    """Waits until the camera can take the next frame trigger (`FrameTriggerWait`).

    Raises:
        CameraError: it was not ready in time.
    """
    from pypylon import pylon

    if not camera.CanWaitForFrameTriggerReady():
        return
    if not camera.WaitForFrameTriggerReady(timeout_ms, pylon.TimeoutHandling_Return):
        raise CameraError(f"the camera was not ready for a trigger within {timeout_ms} ms")


def discard_results(camera: Any, timeout_ms: int) -> None:
    """Takes out the late frame of an earlier trigger: it must not pass for the next part."""
    from pypylon import pylon

    while result := camera.RetrieveResult(timeout_ms, pylon.TimeoutHandling_Return):
        result.Release()
        timeout_ms = 0
