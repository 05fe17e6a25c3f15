"""Requests for a frame by software trigger: for a part, or for a picture of a dataset."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass, field

from okng.device.pipeline.capture_queue import FrameRequest
from okng.device.pipeline.inference_queue import InferenceQueue
from okng.device.pipeline.items import FrameFailure, FrameMissingError, Part
from okng.device.pipeline.operation_history import Operation, OperationHistory
from okng.device.types import DatasetPicture, Frame, Inspection, TriggerEdge


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRequest(FrameRequest):
    """Has the part of one edge inspected, by the recipe that its frame was taken with."""

    edge: TriggerEdge
    operations: OperationHistory
    queue: InferenceQueue
    recorded: Future[Inspection] = field(default_factory=Future)
    """Set when the inspection is in the ledger."""

    def answer(self, result: Frame | FrameFailure, settings_since_ns: int) -> None:
        """Hands the part on to inference, with its frame or without."""
        # A request that waited for a change of the camera's settings belongs to the new recipe.
        recipe = self.operations.at(max(self.edge.at_ns, settings_since_ns)).recipe
        self.queue.put(Part(self.edge, recipe, result, self.recorded))


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetRequest(FrameRequest):
    """Has a picture stored in the dataset of the operation that it was asked in."""

    asked_ns: int
    """By the monotonic clock."""
    operation: Operation
    operations: OperationHistory
    queue: InferenceQueue
    stored: Future[DatasetPicture] = field(default_factory=Future)
    """Set when the picture is in the dataset, or to the error that kept it out."""

    def answer(self, result: Frame | FrameFailure, settings_since_ns: int) -> None:
        """Hands the frame on with its label; without one the caller gets the reason."""
        recipe = self.operations.at(max(self.asked_ns, settings_since_ns)).recipe
        if isinstance(result, Frame):
            self.queue.put(self.operation.labelled(result, recipe, self.stored))
        else:
            self.stored.set_exception(FrameMissingError(result.reason))
