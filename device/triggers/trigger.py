"""The interface of a trigger."""

from __future__ import annotations

from abc import ABC
from collections.abc import Callable
from typing import ClassVar

from okng.device.types import Message, TriggerSource

Emit = Callable[[TriggerSource], object]
"""Called by a trigger at each of its edges; never blocks."""


class TriggerSettingsBase(Message):
    """What every kind of trigger's settings have in common."""

    type: str


class Trigger(ABC):
    """One kind of trigger. A trigger without edges of its own overrides nothing."""

    settings_class: ClassVar[type[TriggerSettingsBase]]
    hardware: ClassVar[bool] = False
    """True when the camera itself sees the edge; the station then never asks it for a picture."""

    def __init__(self, settings: TriggerSettingsBase, emit: Emit) -> None:
        self.settings = settings
        self.emit = emit

    def start(self) -> None:  # noqa: B027
        """Begins to emit edges."""

    def stop(self) -> None:  # noqa: B027
        """Ends; no edge is emitted after the return."""
