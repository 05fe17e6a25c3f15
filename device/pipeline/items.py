"""The items of the pipeline's queues: frames of the line, parts, pictures for a dataset."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass, field

from okng.device.cameras.edge_time import EdgeTime
from okng.device.inspection.crop import crop
from okng.device.inspection.loaded_recipe import LoadedRecipe
from okng.device.outputs import Output
from okng.device.types import (
    DatasetPicture,
    Frame,
    Inspection,
    Label,
    Outcome,
    PixelArea,
    Split,
    TriggerEdge,
)
from okng.models.arrays import Image
from okng.models.errors import OkngError
from okng.models.inference.anomaly_model import Judgement


@dataclass(frozen=True, slots=True)
class FrameFailure:
    """Why an edge has no frame that could be judged, and the outcome that its part ends with."""

    outcome: Outcome
    reason: str


class FrameMissingError(OkngError):
    """There is no frame for the picture that was to be collected; the message says why."""


@dataclass(frozen=True, slots=True)
class LineFrame:
    """What came of one edge on the camera's line: a frame, or the failure that took its place."""

    edge: EdgeTime
    result: Frame | FrameFailure


@dataclass(frozen=True, slots=True)
class Part:
    """One trigger edge, with the recipe that ran when its picture was taken."""

    edge: TriggerEdge
    recipe: LoadedRecipe
    result: Frame | FrameFailure
    recorded: Future[Inspection] = field(default_factory=Future)
    """Set when the inspection is in the ledger."""

    @property
    def frame(self) -> Frame | None:
        """The frame to judge and to store; None where there is none."""
        return self.result if isinstance(self.result, Frame) else None


@dataclass(frozen=True, slots=True)
class InspectedPart:
    """A part with its end, ready to be recorded."""

    part: Part
    inspection: Inspection
    judgement: Judgement | None
    """The anomaly model's; None where it did not come to it."""

    @property
    def judged_image(self) -> Image | None:
        """What the anomaly model saw: the crop of the part, or the whole image without a crop."""
        frame = self.part.frame
        return crop(frame.image, self.inspection.crop) if frame else None


@dataclass(frozen=True, slots=True)
class LabelledFrame:
    """A frame for a dataset, with the recipe that ran when it was taken."""

    frame: Frame
    recipe: LoadedRecipe
    dataset: str
    label: Label
    split: Split | None
    author: str
    stored: Future[DatasetPicture]
    """Set when the picture is in the dataset, or to the error that kept it out."""
    crop: PixelArea | None = None
    """The area that is kept; None keeps the whole frame."""


@dataclass(frozen=True, slots=True)
class RetiredOutputs:
    """Outputs of a recipe that runs no more; they become inactive after the parts before."""

    outputs: tuple[Output, ...]
