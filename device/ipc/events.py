"""What the daemon publishes: events, and the header of each picture of the live view."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, TypeAdapter

from okng.device.ipc.status import StationStatus
from okng.device.types import DatasetPicture, Inspection, SceneDeviation
from okng.models.strict_model import StrictModel


class InspectionEvent(StrictModel):
    """An inspection was recorded in the ledger."""

    event: Literal["inspection"] = "inspection"
    seq: int
    inspection: Inspection


class PictureEvent(StrictModel):
    """A picture was added to a dataset."""

    event: Literal["picture"] = "picture"
    picture: DatasetPicture


class StatusEvent(StrictModel):
    """The station's status, once a second."""

    event: Literal["status"] = "status"
    status: StationStatus


class MetersEvent(StrictModel):
    """Focus and brightness of the live image, at most 5 a second while somebody watches."""

    event: Literal["meters"] = "meters"
    sharpness: float
    """Variance of the Laplacian of the grey image scaled to 8 bits (Pech-Pacheco 2000)."""
    mean: float
    """Mean grey value in 0..1."""
    saturated: float
    """Share of pixels at the format's largest value, 0..1."""
    histogram: tuple[int, ...]
    """64 bins over the format's range."""
    scene: SceneDeviation | None = None
    """Against the pictures that the recipe's model was trained on."""


Event = Annotated[
    InspectionEvent | PictureEvent | StatusEvent | MetersEvent, Field(discriminator="event")
]
EVENT: TypeAdapter[Event] = TypeAdapter(Event)


class PreviewHeader(StrictModel):
    """Precedes the JPEG of each image of the live view, as the first part of its message."""

    frame_number: int
    captured_at: AwareDatetime
    width: int
    height: int
    """Of the image as captured; the JPEG may be smaller."""
