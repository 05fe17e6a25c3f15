"""A part on its way through the pipeline, from the trigger edge to the ledger."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass, field

from okng.device.active_recipe import ActiveRecipe
from okng.device.types import Frame, Inspection, Outcome, TriggerEdge


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
