"""The orderly stop of the line: what was triggered is judged, then the outputs become inactive."""

from __future__ import annotations

import time
from contextlib import suppress

from okng.device.outputs.output_lines import OutputLines
from okng.device.pipeline.capture import CaptureThread
from okng.device.pipeline.inference_queue import InferenceQueue
from okng.device.pipeline.operation_history import OperationHistory

STOP_S = 15.0
"""Time limit for the parts on their way, and for their signals, when the station stops."""
DRAIN_S = 5.0
"""Time limit for signals whose parts are on their way to a gate."""
POLL_S = 0.01


class OrderlyStop:
    """Ends the capture thread, when no trigger gives it anything new to do."""

    def __init__(
        self,
        capture: CaptureThread,
        operations: OperationHistory,
        queue: InferenceQueue,
        lines: OutputLines,
    ) -> None:
        self._capture = capture
        self._operations = operations
        self._queue = queue
        self._lines = lines

    def run(self) -> None:
        """Waits for the parts on their way, then closes the camera.

        A camera that hangs is not waited for: what it holds up ends as MISSED.
        """
        with suppress(TimeoutError):
            self._capture.call(self._finish, STOP_S)
        self._capture.stop()

    def _finish(self) -> None:
        """In the capture thread: the outputs need the camera until the last part is judged."""
        self._capture.finish()
        self._operations.end_before(time.monotonic_ns())
        self._queue.retire(self._operations.current.recipe.outputs)
        while self._queue.busy:
            self._capture.heartbeat.beat()
            time.sleep(POLL_S)
        self._lines.drain(DRAIN_S, self._capture.heartbeat.beat)
        self._lines.stop()
