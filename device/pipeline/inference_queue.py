"""The queue between camera and model."""

from __future__ import annotations

import queue
from collections.abc import Callable

from okng.device.outputs import Output
from okng.device.pipeline.items import LabelledFrame, Part, RetiredOutputs

MAX_QUEUED = 4
"""Items between camera and model; beyond it the camera's thread waits."""


class InferenceQueue:
    """First in, first out, and bounded: whoever puts something into a full queue waits."""

    def __init__(self, exposed: Callable[[int], None]) -> None:
        """Args:
        exposed: Called with the trigger id of each part on the line, when its frame is there.
        """
        self._exposed = exposed
        self._items: queue.Queue[Part | LabelledFrame | RetiredOutputs | None] = queue.Queue(
            MAX_QUEUED
        )

    @property
    def depth(self) -> int:
        """Items that wait."""
        return self._items.qsize()

    @property
    def busy(self) -> bool:
        """Whether a part waits for its verdict or is being judged."""
        return self._items.unfinished_tasks > 0

    def put(self, item: Part | LabelledFrame | RetiredOutputs) -> None:
        """Puts in an item behind all others; blocks while the queue is full."""
        if isinstance(item, Part) and item.edge.is_on_the_line:
            self._exposed(item.edge.trigger_id)
        self._items.put(item)

    def retire(self, outputs: tuple[Output, ...]) -> None:
        """Has outputs closed that no recipe uses any more, after the parts before."""
        self.put(RetiredOutputs(outputs))

    def close(self) -> None:
        """Ends the queue: `get` gives None after the items that wait."""
        self._items.put(None)

    def has_room(self, timeout_s: float) -> bool:
        """Whether `put` need not wait; waits itself, but no longer than this."""
        items = self._items
        with items.not_full:
            return items.not_full.wait_for(lambda: len(items.queue) < items.maxsize, timeout_s)

    def get(self, timeout_s: float) -> Part | LabelledFrame | RetiredOutputs | None:
        """The next item, or None at the end; `done` follows.

        Raises:
            queue.Empty: nothing came in time.
        """
        return self._items.get(timeout=timeout_s)

    def done(self) -> None:
        """Call it when the item that `get` gave has been dealt with."""
        self._items.task_done()
