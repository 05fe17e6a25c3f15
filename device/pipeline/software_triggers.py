"""Software triggers: each edge becomes a request for a frame of the camera."""

from __future__ import annotations

import time

from okng.device.cameras.edge_time import EdgeTime
from okng.device.challenge_part import ChallengeMark
from okng.device.pipeline.capture import CaptureThread
from okng.device.pipeline.frame_requests import DatasetRequest, PartRequest
from okng.device.pipeline.inference_queue import InferenceQueue
from okng.device.pipeline.operation_history import Operation, OperationHistory
from okng.device.pipeline.production_lock import ProductionLock
from okng.device.pipeline.trigger_edges import EdgeCounter
from okng.device.types import Mode, TriggerSource


class SoftwareTriggers:
    """Takes edges from any thread and never waits for the camera."""

    def __init__(
        self,
        edges: EdgeCounter,
        operations: OperationHistory,
        capture: CaptureThread,
        queue: InferenceQueue,
        production: ProductionLock,
    ) -> None:
        self._edges = edges
        self._operations = operations
        self._capture = capture
        self._queue = queue
        self._production = production

    def fire(self, source: TriggerSource, at_ns: int) -> None:
        """An edge of the recipe's own trigger, such as a timer; the live view ignores it.

        A timer pauses while production is locked. Other edges are parts that are there.
        """
        operation = self._operations.current
        if operation.mode is Mode.INSPECT:
            if source is TriggerSource.TIMER and self._production.obstacle:
                return
            self.inspect(operation, source, None, EdgeTime(at_ns))
        elif operation.mode is Mode.COLLECT:
            self.collect(operation)

    def inspect(
        self,
        operation: Operation,
        source: TriggerSource,
        part_id: str | None,
        came: EdgeTime | None = None,
        challenge: ChallengeMark | None = None,
    ) -> PartRequest:
        """Numbers the edge, and asks for the frame of its part."""
        edge = self._edges.next(source, part_id, came, challenge)
        if edge.is_on_the_line:
            operation.recipe.expect(edge)
        limit_ms = operation.recipe.version.recipe.time_limit_ms
        request = PartRequest(
            deadline_ns=edge.at_ns + limit_ms * 1_000_000 if limit_ms else None,
            edge=edge,
            operations=self._operations,
            queue=self._queue,
        )
        self._capture.request(request)
        return request

    def collect(self, operation: Operation) -> DatasetRequest:
        """Asks for a frame for the operation's dataset; it is no part and gets no number."""
        request = DatasetRequest(
            deadline_ns=None,
            asked_ns=time.monotonic_ns(),
            operation=operation,
            operations=self._operations,
            queue=self._queue,
        )
        self._capture.request(request)
        return request
