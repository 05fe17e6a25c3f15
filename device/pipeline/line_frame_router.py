"""The router of the line's frames: each goes where the operation of its edge sends it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future

from okng.device.cameras.edge_time import EdgeTime
from okng.device.pipeline.challenge_watch import ChallengeWatch
from okng.device.pipeline.inference_queue import InferenceQueue
from okng.device.pipeline.items import FrameFailure, LineFrame, Part
from okng.device.pipeline.operation_history import OperationHistory
from okng.device.pipeline.trigger_edges import EdgeCounter
from okng.device.triggers.line import LineTriggerSettings
from okng.device.triggers.part_spacing import PartSpacing
from okng.device.triggers.trigger import TriggerSettingsBase
from okng.device.types import Frame, Mode, TriggerSource

log = logging.getLogger(__name__)


class LineFrameRouter:
    """Takes what came of the edges on the camera's line; in the capture thread, in their order."""

    def __init__(
        self,
        edges: EdgeCounter,
        operations: OperationHistory,
        queue: InferenceQueue,
        challenge: ChallengeWatch,
        show: Callable[[Frame], None],
        count_bounce: Callable[[], None],
    ) -> None:
        """Args:
        edges: Numbers the edges of parts.
        operations: Tells what ran when an edge came.
        queue: Takes parts and labelled frames.
        challenge: Tells whether a part is one of a challenge.
        show: Takes collected frames for the live view.
        count_bounce: Called with each edge that is no part.
        """
        self._edges = edges
        self._operations = operations
        self._queue = queue
        self._challenge = challenge
        self._show = show
        self._count_bounce = count_bounce
        self._trigger: TriggerSettingsBase | None = None
        self._spacing = PartSpacing(0)

    def route(self, line_frame: LineFrame) -> None:
        """Sends one edge's frame or failure on; may wait for room in the queue."""
        operation = self._operations.at(line_frame.edge.earliest_ns)
        result = line_frame.result
        if self._bounces(operation.recipe.version.recipe.trigger, line_frame.edge):
            self._count_bounce()
            return
        if operation.mode is Mode.INSPECT:
            expected = self._challenge.take_expected(line_frame.edge.earliest_ns)
            mark, recorded = (expected.mark, expected.recorded) if expected else (None, Future())
            edge = self._edges.next(TriggerSource.LINE, None, line_frame.edge, mark)
            operation.recipe.expect(edge)
            self._queue.put(Part(edge, operation.recipe, result, recorded))
        elif isinstance(result, FrameFailure):
            log.warning("a picture was not collected: %s", result.reason)
        elif operation.mode is Mode.COLLECT:
            self._queue.put(operation.labelled(result, operation.recipe, Future()))
            self._show(result)

    def _bounces(self, trigger: TriggerSettingsBase, edge: EdgeTime) -> bool:
        if trigger != self._trigger:
            interval_ms = trigger.min_interval_ms if isinstance(trigger, LineTriggerSettings) else 0
            self._trigger, self._spacing = trigger, PartSpacing(interval_ms)
        return self._spacing.bounces(edge.earliest_ns, edge.latest_ns)
