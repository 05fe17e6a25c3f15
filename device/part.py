"""What goes through the pipeline: parts to the ledger, labelled pictures to their dataset."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass, field

from okng.device.active_recipe import ActiveRecipe
from okng.device.types import (
    DatasetPicture,
    Frame,
    Inspection,
    Label,
    Outcome,
    PixelArea,
    TriggerEdge,
)


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a part can't be judged, and how that is called in the ledger."""

    outcome: Outcome
    reason: str


@dataclass(slots=True)
class Part:
    """One trigger edge, with the recipe that ran when its picture was taken."""

    edge: TriggerEdge
    recipe: ActiveRecipe
    frame: Frame | None = None
    failure: Failure | None = None
    recorded: Future[Inspection] = field(default_factory=Future)
    """Set when the inspection is in the ledger."""


@dataclass(frozen=True, slots=True)
class Collected:
    """A picture for a dataset, with the recipe that ran when it was taken."""

    frame: Frame
    recipe: ActiveRecipe
    dataset: str
    label: Label
    author: str
    stored: Future[DatasetPicture]
    crop: PixelArea | None = None
    """What of it is kept; None is all."""
