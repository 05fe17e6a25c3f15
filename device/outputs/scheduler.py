"""The output scheduler: actions at their due times by the monotonic clock, all in one thread."""

from __future__ import annotations

import heapq
import itertools
import threading
import time
from collections.abc import Callable

Action = Callable[[], None]
"""Called when it is due, in the scheduler's thread: it must be quick, and raise nothing."""


class OutputScheduler:
    """A heap of due times. Thread-safe; its thread starts with the first action."""

    def __init__(self, name: str) -> None:
        """Args:
        name: Of the thread.
        """
        self._actions: list[tuple[int, int, Action]] = []
        # Actions of one moment come in the order in which they were given.
        self._numbers = itertools.count()
        self._changed = threading.Condition()
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def at(self, due_ns: int, action: Action) -> None:
        """Calls the action at a moment of `time.monotonic_ns()`, or at once when that is past."""
        with self._changed:
            if self._stopping:
                return
            heapq.heappush(self._actions, (due_ns, next(self._numbers), action))
            if self._thread.ident is None:
                self._thread.start()
            elif self._actions[0][0] == due_ns:
                self._changed.notify()

    def stop(self) -> None:
        """Ends the thread, whatever is still to come."""
        with self._changed:
            self._stopping = True
            self._changed.notify()
        if self._thread.ident is not None and self._thread is not threading.current_thread():
            self._thread.join()

    def _run(self) -> None:
        while action := self._next():
            action()

    def _next(self) -> Action | None:
        """Waits for the next action to be due; None at the end."""
        with self._changed:
            while not self._stopping:
                left_ns = self._actions[0][0] - time.monotonic_ns() if self._actions else None
                if left_ns is not None and left_ns <= 0:
                    return heapq.heappop(self._actions)[2]
                self._changed.wait(None if left_ns is None else left_ns / 1e9)
            return None
