"""The trigger line of a simulated camera: its edges come by software, and none is forgotten."""

from __future__ import annotations

import math
import threading
import time
from collections import deque
from collections.abc import Callable

from okng.device.cameras.camera import CameraError
from okng.device.cameras.edge_time import EdgeTime, LostEdge

NOT_ARMED = "the camera was being set up when this edge came"
CUT_OFF = "the camera's stream ended before the picture of this edge came"


class SimulatedLine:
    """Each edge ends as a frame or as a lost edge; thread-safe."""

    def __init__(self) -> None:
        # One edge at a time, and none while the camera is being set up.
        self._giving = threading.Lock()
        self._changed = threading.Condition()
        self._connected = False
        self._accepting = False
        self._due: deque[int] = deque()
        self._lost: list[LostEdge] = []

    def arm(self) -> None:
        """Arms the line: edges are taken from now on."""
        self._become(connected=True, accepting=True, cut_off=True)

    def stop(self) -> None:
        """Stops triggers: the line is still watched, but an edge from now on is lost."""
        self._become(connected=self._connected, accepting=False, cut_off=False)

    def disconnect(self) -> None:
        """Disarms the line: nobody watches it, and an edge is refused."""
        self._become(connected=False, accepting=False, cut_off=True)

    def edge(self, fire: Callable[[], str | None] = lambda: None) -> None:
        """An edge comes.

        Args:
            fire: Makes the camera take the picture; gives the reason why it can't, or None.

        Raises:
            CameraError: the camera is not armed for its line, or as `fire`.
        """
        now_ns = time.monotonic_ns()
        with self._giving:
            if not self._connected:
                raise CameraError("the camera is not armed for a line")
            if not self._accepting:
                self.lose(EdgeTime(now_ns), NOT_ARMED)
                return
            with self._changed:
                # Before the picture: it may be quicker than this thread.
                self._due.append(now_ns)
                self._changed.notify_all()
            try:
                reason = fire()
            except BaseException:
                self._take_back(now_ns)
                raise
            if reason and self._take_back(now_ns):
                self.lose(EdgeTime(now_ns), reason)

    def wait(self, timeout_s: float) -> EdgeTime | None:
        """The oldest edge whose frame is due; None when none is in time, or none can come."""
        with self._changed:
            self._changed.wait_for(lambda: self._due or not self._accepting, timeout_s)
            return self._next()

    def frame_came(self) -> EdgeTime | None:
        """The edge of a frame that came; None when no edge was given."""
        with self._changed:
            return self._next()

    def give_up(self, before_ns: int, reason: str) -> None:
        """Notes as lost the edges before this moment: they bring no frame any more."""
        with self._changed:
            while self._due and self._due[0] < before_ns:
                self._lost.append(LostEdge(EdgeTime(self._due.popleft()), reason))

    def lose(self, edge: EdgeTime, reason: str) -> None:
        """An edge that `wait` gave brings no frame after all."""
        with self._changed:
            self._lost.append(LostEdge(edge, reason))

    @property
    def is_finished(self) -> bool:
        """Whether no further frame can come."""
        with self._changed:
            return not self._accepting and not self._due

    def take_lost(self) -> list[LostEdge]:
        """The edges lost since the last call, but those after one whose frame is still to come."""
        with self._changed:
            self._lost.sort(key=lambda lost: lost.edge.earliest_ns)
            until_ns = self._due[0] if self._due else math.inf
            ready = [lost for lost in self._lost if lost.edge.earliest_ns < until_ns]
            del self._lost[: len(ready)]
            return ready

    def _next(self) -> EdgeTime | None:
        return EdgeTime(self._due.popleft()) if self._due else None

    def _take_back(self, edge_ns: int) -> bool:
        with self._changed:
            if edge_ns not in self._due:
                return False
            self._due.remove(edge_ns)
            return True

    def _become(self, *, connected: bool, accepting: bool, cut_off: bool) -> None:
        with self._giving, self._changed:
            if cut_off:
                self._lost += [LostEdge(EdgeTime(edge_ns), CUT_OFF) for edge_ns in self._due]
                self._due.clear()
            self._connected, self._accepting = connected, accepting
            self._changed.notify_all()
