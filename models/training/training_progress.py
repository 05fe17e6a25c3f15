"""The progress of a training, and its end where somebody cancels it."""

from __future__ import annotations

from collections.abc import Callable

from okng.models.progress import Progress
from okng.models.training.request import TrainingCancelledError


class TrainingProgress:
    """Reports how far the training of one model is."""

    def __init__(self, name: str, on_progress: Progress, is_cancelled: Callable[[], bool]) -> None:
        self._name = name
        self._on_progress = on_progress
        self.is_cancelled = is_cancelled

    def report(self, share: float, message: str) -> None:
        """Report the share done, 0 to 1, and what is done now; raises as `stop_if_cancelled`."""
        self.stop_if_cancelled()
        self._on_progress(share, message)

    def stop_if_cancelled(self) -> None:
        """Raise `TrainingCancelledError` where the training was cancelled."""
        if self.is_cancelled():
            raise TrainingCancelledError(f"the training of {self._name} was cancelled")

    def end(self, version: int) -> None:
        """Report that the version is written; it can't be cancelled any more."""
        self._on_progress(1.0, f"{self._name} version {version} has been trained")
