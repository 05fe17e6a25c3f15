"""The changeover's state machine: a PLC selects a recipe by number or name.

The PLC writes the recipe and raises `load`; the station drops TriggerReady, loads it, and answers
with `load_ack` and the number and name of the recipe that runs. A recipe that can't be loaded
leaves the station not ready, with the reason, until one is loaded.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChangeoverSignals:
    """What the station says of the recipe."""

    loading: bool = False
    load_ack: bool = False
    """The load has ended, well or not; falls when the PLC's `load` falls."""
    failed: bool = False
    """The last load failed: the station isn't ready."""
    reason: str | None = None
    """Why it failed, in words."""


class Changeover:
    """The changeover of one wire. Not thread-safe."""

    def __init__(self) -> None:
        self._load: bool | None = None
        self.signals = ChangeoverSignals()

    def update(
        self, load: bool, recipe: int | str, begin: Callable[[int | str], None]
    ) -> ChangeoverSignals:
        """Takes the PLC's levels as they are now.

        Args:
            load: Its rising edge asks for the recipe.
            recipe: Number or name of the recipe; read with that edge.
            begin: Begins to load it; `finished` follows, and it may follow at once.
        """
        before = load if self._load is None else self._load
        self._load = load
        if load and not before and not self.signals.loading:
            self.signals = ChangeoverSignals(loading=True)
            begin(recipe)
        elif not load and self.signals.load_ack:
            self.signals = ChangeoverSignals(failed=self.signals.failed, reason=self.signals.reason)
        return self.signals

    def forget_levels(self) -> None:
        """Takes the PLC as gone: a `load` that is high when it is back is no edge."""
        self._load = None

    def finished(self, reason: str | None) -> ChangeoverSignals:
        """Takes the end of the load: None, or why it failed."""
        self.signals = ChangeoverSignals(
            load_ack=bool(self._load), failed=reason is not None, reason=reason
        )
        return self.signals
