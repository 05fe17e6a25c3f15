"""The interface of a trigger: it says when a part is there."""

from __future__ import annotations

from abc import ABC
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from pydantic import Field

from okng.device.types import TriggerSource
from okng.models.strict_model import StrictModel


@dataclass(frozen=True, slots=True)
class TriggerEvents:
    """Where a trigger tells what happens; nothing of it blocks or raises."""

    emit: Callable[[TriggerSource, int], object]
    """An edge, with its `time.monotonic_ns()`."""
    skip: Callable[[int], object]
    """So many edges had to be left out."""
    bounce: Callable[[], object]
    """An edge came so soon after another one that it is no part."""
    fault: Callable[[str | None], object]
    """Why no edge can come now; None when it can again."""


class TriggerSettingsBase(StrictModel):
    """The settings that every kind of trigger has."""

    type: str


class PulseSettings(TriggerSettingsBase):
    """The settings of every trigger whose edges come over an electric line."""

    min_interval_ms: float = Field(default=0.0, ge=0, le=60_000)
    """An edge that comes sooner than this after the one before is a bounce: counted, and no part.
    Milliseconds; 0 takes every edge."""


class Trigger(ABC):
    """One kind of trigger. A trigger without edges of its own overrides nothing."""

    settings_class: ClassVar[type[TriggerSettingsBase]]
    hardware: ClassVar[bool] = False
    """True when the camera itself sees the edge; the station then never asks it for a picture."""

    @classmethod
    def unavailable_reason(cls) -> str | None:
        """Why this kind can't be used here, with the install command; None when it can."""
        return None

    def __init__(self, settings: TriggerSettingsBase, events: TriggerEvents) -> None:
        self.settings = settings
        self.events = events

    def check(self) -> None:  # noqa: B027
        """Checks that edges could come; called while no trigger runs.

        Raises:
            OkngError: they can't; the recipe is refused.
        """

    def start(self) -> None:  # noqa: B027
        """Begins to emit edges."""

    def stop(self) -> None:  # noqa: B027
        """Stops; no edge is emitted after the return."""
