"""The backlog of the camera's line: one entry for each edge, in the order of the edges."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

from okng.device.cameras.camera import Camera, Grab, GrabError
from okng.device.cameras.edge_time import EdgeTime
from okng.device.pipeline.items import FrameFailure, LineFrame
from okng.device.types import Frame, Outcome

MAX_BACKLOG = 64
"""Frames of the line that may wait here while the recipe changes; beyond it the driver's own queue
fills, and then the camera loses frames, which is counted."""
LAST_FRAME_MS = 100
"""Time for the frame of an exposure under way to arrive, beyond delay and exposure."""


class LineBacklog:
    """Fetches frames and notes lost edges; each waits here until it is taken. For one thread."""

    def __init__(
        self,
        camera: Camera,
        make_frame: Callable[[Grab], Frame],
        counts: dict[str, int],
        note_edge: Callable[[EdgeTime], None],
    ) -> None:
        """Args:
        camera: Gives the frames.
        make_frame: Makes a frame of what the camera gave.
        counts: Where failed, skipped and lost_edges are counted.
        note_edge: Called with each edge that came, in their order.
        """
        self._camera = camera
        self._make_frame = make_frame
        self._counts = counts
        self._note_edge = note_edge
        self._waiting: deque[LineFrame] = deque()
        self._last_edge = EdgeTime(0)

    def __len__(self) -> int:
        return len(self._waiting)

    @property
    def is_full(self) -> bool:
        """Whether what comes now is left in the driver's queue."""
        return len(self._waiting) >= MAX_BACKLOG

    @property
    def all_before_ns(self) -> int:
        """Every edge before this moment has been fetched or noted as lost."""
        return self._last_edge.earliest_ns

    def begin(self, started_ns: int) -> None:
        """Call it after a restart of the stream: what was cut off belongs to earlier edges."""
        self.note_lost()
        self._last_edge = EdgeTime(started_ns)

    def fetch(self, timeout_ms: int) -> bool:
        """Waits for the next frame or lost edge of the line; False when nothing came in time.

        Raises:
            okng.device.cameras.camera.CameraError: the camera is gone.
        """
        brought: list[LineFrame] = []
        try:
            grab = self._camera.grab(timeout_ms)
        except GrabError as error:
            self._counts["failed"] += 1
            failure = FrameFailure(Outcome.ERROR, f"incomplete picture: {error}")
            brought.append(LineFrame(error.edge or self._since_last_edge(), failure))
        else:
            if grab:
                brought += self._frames_of(grab)
        brought += self._lost_edges()
        # An edge that was lost is known before the frames of those before it are fetched.
        brought.sort(key=lambda line_frame: line_frame.edge.earliest_ns)
        self._add(brought)
        if brought:
            self._last_edge = brought[-1].edge
        else:
            on_its_way_ns = round(self._camera.frame_time_s() * 1e9) + LAST_FRAME_MS * 1_000_000
            quiet_ns = time.monotonic_ns() - on_its_way_ns
            self._last_edge = EdgeTime(max(self._last_edge.earliest_ns, quiet_ns))
        return bool(brought)

    def note_lost(self) -> None:
        """Sorts in the edges that will bring no frame any more."""
        self._add(self._lost_edges())

    def take(self) -> LineFrame:
        """Takes the oldest entry out."""
        return self._waiting.popleft()

    def spoil(self, since_ns: int, failure: FrameFailure) -> None:
        """Replaces frames of edges from this moment on by a failure: they can't be judged."""
        for number, line_frame in enumerate(self._waiting):
            is_frame = isinstance(line_frame.result, Frame)
            if is_frame and line_frame.edge.earliest_ns >= since_ns:
                self._waiting[number] = LineFrame(line_frame.edge, failure)

    def _add(self, brought: list[LineFrame]) -> None:
        self._waiting += brought
        for line_frame in brought:
            self._note_edge(line_frame.edge)

    def _frames_of(self, grab: Grab) -> list[LineFrame]:
        edge = grab.edge or self._since_last_edge()
        self._counts["skipped"] += grab.skipped_before
        earliest_ns = min(self._last_edge.earliest_ns, edge.earliest_ns)
        between = EdgeTime(earliest_ns, edge.latest_ns - earliest_ns)
        failure = FrameFailure(Outcome.MISSED, "the camera lost this picture")
        lost = [LineFrame(between, failure) for _ in range(grab.skipped_before)]
        return [*lost, LineFrame(edge, self._make_frame(grab))]

    def _since_last_edge(self) -> EdgeTime:
        """The time range of an edge, for a camera that doesn't report when it came."""
        earliest_ns = self._last_edge.earliest_ns
        return EdgeTime(earliest_ns, time.monotonic_ns() - earliest_ns)

    def _lost_edges(self) -> list[LineFrame]:
        lost = self._camera.lost_edges()
        self._counts["lost_edges"] += len(lost)
        return [
            LineFrame(missed.edge, FrameFailure(Outcome.MISSED, missed.reason)) for missed in lost
        ]
