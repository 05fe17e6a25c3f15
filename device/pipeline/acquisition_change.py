"""A change of the camera's settings while parts are on their way."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from contextlib import suppress

from okng.device.cameras.acquisition_settings import Acquisition
from okng.device.cameras.applied_acquisition import AppliedAcquisition
from okng.device.cameras.camera import Arming, CameraError
from okng.device.pipeline.camera_stream import POLL_MS, CameraStream
from okng.device.pipeline.items import FrameFailure
from okng.device.pipeline.line_backlog import MAX_BACKLOG
from okng.device.triggers.line import LineTriggerSettings
from okng.device.types import CameraState, Outcome


class AcquisitionChange:
    """New camera settings, and whether the caller could use them.

    The calling thread waits for `applied`, then sets `settled`. Until then nothing is judged, and
    an error in `settled` restores the former settings.
    """

    def __init__(self, acquisition: Acquisition, arming: Arming | LineTriggerSettings) -> None:
        self.applied: Future[AppliedAcquisition | None] = Future()
        """What the camera took; None while there is no camera."""
        self.settled: Future[None] = Future()
        self._acquisition = acquisition
        self._arming = arming

    def run(self, stream: CameraStream, hand_over_next: Callable[[], None]) -> None:
        """Makes the change in the capture thread, unless the caller has stopped waiting.

        Args:
            stream: Set up anew.
            hand_over_next: Takes one frame out of the stream's backlog.

        Raises:
            CameraError: the camera refuses its former settings too, or is gone.
        """
        if not self.applied.set_running_or_notify_cancel():
            return
        before = stream.asked, stream.arming
        try:
            _restart(stream, self._acquisition, self._arming, hand_over_next)
        except CameraError as error:
            self.applied.set_exception(error)
            stream.ask(*before)
            stream.start()
            return
        self.applied.set_result(stream.applied)
        while not self.settled.done():
            stream.heartbeat.beat()
            self._wait_for_settlement(stream)
        if self.settled.exception():
            _undo(stream, *before, hand_over_next)

    def _wait_for_settlement(self, stream: CameraStream) -> None:
        """Fetches the line's frames meanwhile: nothing is judged before all is settled."""
        streaming = stream.state is CameraState.STREAMING
        if stream.is_on_line and streaming and not stream.backlog.is_full:
            # A camera that is gone fails again after the change, and is handled there.
            with suppress(CameraError):
                stream.backlog.fetch(POLL_MS // 10)
                return
        wait([self.settled], POLL_MS / 1000)


def _restart(
    stream: CameraStream,
    acquisition: Acquisition,
    arming: Arming | LineTriggerSettings,
    hand_over_next: Callable[[], None],
) -> None:
    while len(stream.backlog) > MAX_BACKLOG // 2:
        hand_over_next()
    streaming = stream.state is CameraState.STREAMING
    if streaming:
        stream.finish_line()
    stream.ask(acquisition, arming)
    if streaming:
        stream.start()
    else:
        stream.started_ns = time.monotonic_ns()


def _undo(
    stream: CameraStream,
    acquisition: Acquisition,
    arming: Arming | LineTriggerSettings,
    hand_over_next: Callable[[], None],
) -> None:
    """Rolls the change back: no recipe ran for the frames taken since the restart."""
    since_ns = stream.started_ns
    _restart(stream, acquisition, arming, hand_over_next)
    reason = "the recipe's change failed while this picture was taken"
    stream.backlog.spoil(since_ns, FrameFailure(Outcome.ERROR, reason))
