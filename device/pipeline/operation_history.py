"""The operation (mode and recipe) that runs now, and those that ran a moment ago."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime

from okng.device.inspection.loaded_recipe import LoadedRecipe
from okng.device.outputs import Output
from okng.device.pipeline.items import LabelledFrame
from okng.device.types import DatasetPicture, Frame, Label, Mode, Split


@dataclass(frozen=True, slots=True)
class Operation:
    """Mode and recipe, and in collect mode where pictures go."""

    mode: Mode
    recipe: LoadedRecipe
    dataset: str | None = None
    label: Label | None = None
    split: Split | None = None
    author: str = "station"
    run_started_at: datetime | None = None
    """When inspection was started last, in this operation or before it."""

    def labelled(
        self, frame: Frame, recipe: LoadedRecipe, stored: Future[DatasetPicture]
    ) -> LabelledFrame:
        """A frame for this operation's dataset, taken while `recipe` ran."""
        assert self.dataset
        assert self.label
        return LabelledFrame(
            frame, recipe, self.dataset, self.label, self.split, self.author, stored
        )


class OperationHistory:
    """The present operation, and those before it whose frames may still be on their way.

    An edge belongs to the operation that ran when it came, however late its frame is fetched.
    Thread-safe.
    """

    def __init__(self, first: Operation, retire: Callable[[tuple[Output, ...]], None]) -> None:
        """Args:
        first: Runs until `begin` or `switch` sets another one.
        retire: Called with the outputs of an operation that has ended, those apart that the one
            after it has too: in the thread that calls `at` or `end_before`, before the first part
            of the one after it.
        """
        self._retire = retire
        self._lock = threading.Lock()
        self._since: deque[tuple[int, Operation]] = deque([(0, first)])

    @property
    def current(self) -> Operation:
        """The operation that runs now."""
        return self._since[-1][1]

    def begin(self, first: Operation) -> None:
        """Sets what the station starts with; before the camera and its trigger are started."""
        with self._lock:
            self._since = deque([(0, first)])

    def switch(self, operation: Operation, since_ns: int) -> None:
        """Lets another one run for edges from this moment on, by `time.monotonic_ns()`."""
        with self._lock:
            self._since.append((since_ns, operation))

    def at(self, edge_ns: int) -> Operation:
        """The operation of an edge. Those before it end: edges come in their order."""
        self.end_before(edge_ns)
        return self._since[0][1]

    def end_before(self, edge_ns: int) -> None:
        """Ends what ran before this moment: no edge from before it comes any more."""
        if len(self._since) == 1:
            return
        while ended := self._next_ended(edge_ns):
            before, after = ended
            outputs = tuple(output for output in before.outputs if output not in after.outputs)
            if outputs:
                self._retire(outputs)

    def _next_ended(self, edge_ns: int) -> tuple[LoadedRecipe, LoadedRecipe] | None:
        with self._lock:
            if len(self._since) == 1 or self._since[1][0] > edge_ns:
                return None
            _, before = self._since.popleft()
            return before.recipe, self._since[0][1].recipe
