"""One subscription at the device process, handed on to every viewer; a slow one holds up nobody."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T")

log = logging.getLogger(__name__)

POLL_MS = 200


class Subscription(Protocol[T_co]):
    """What `okng.device.client` gives."""

    def receive(self, timeout_ms: int) -> T_co | None:
        """The next message, or None when none came in time."""

    def close(self) -> None:
        """Ends it."""


class TooManyViewers(Exception):
    """As many watch as the settings allow."""


class Ended(Exception):
    """Nothing more will come."""


class Viewer:
    """What one viewer has not been sent yet: the newest `backlog` messages."""

    def __init__(self, backlog: int) -> None:
        self._waiting: deque[bytes] = deque(maxlen=backlog)
        self._changed = threading.Condition()
        self._ended = False

    def offer(self, message: bytes) -> None:
        """Takes a message, in the place of the oldest when the viewer doesn't keep up."""
        with self._changed:
            self._waiting.append(message)
            self._changed.notify()

    def end(self) -> None:
        """Nothing more will come."""
        with self._changed:
            self._ended = True
            self._changed.notify()

    def next(self, timeout_s: float) -> bytes | None:
        """The oldest message not sent yet, or None when none came in time.

        Raises:
            Ended: nothing more will come.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._ended, timeout_s)
            if self._waiting:
                return self._waiting.popleft()
            if self._ended:
                raise Ended
            return None


class Broadcast(Generic[T]):
    """Subscribed exactly while somebody watches; each message is rendered once for all."""

    def __init__(
        self,
        name: str,
        subscribe: Callable[[], Subscription[T]],
        render: Callable[[T], bytes],
        backlog: int,
        max_viewers: int,
    ) -> None:
        self.name = name
        self._subscribe = subscribe
        self._render = render
        self._backlog = backlog
        self._max_viewers = max_viewers
        self._lock = threading.Lock()
        self._viewers: set[Viewer] = set()
        self._running = False
        self._newest: bytes | None = None

    @property
    def viewers(self) -> int:
        """How many watch."""
        return len(self._viewers)

    def join(self) -> Viewer:
        """A new viewer, who must `leave`.

        Raises:
            TooManyViewers: no more are allowed.
        """
        viewer = Viewer(self._backlog)
        with self._lock:
            if len(self._viewers) >= self._max_viewers:
                raise TooManyViewers(
                    f"{self._max_viewers} watch the {self.name} already; web.max_viewers allows "
                    "no more"
                )
            self._viewers.add(viewer)
            if self._newest and self._backlog == 1:
                # Of pictures only the newest counts: a latecomer need not wait for the next part.
                viewer.offer(self._newest)
            if not self._running:
                self._running = True
                threading.Thread(target=self._run, name=self.name, daemon=True).start()
        return viewer

    def leave(self, viewer: Viewer) -> None:
        """The viewer is gone; harmless when said twice."""
        with self._lock:
            self._viewers.discard(viewer)

    def _run(self) -> None:
        subscription = self._subscribe()
        try:
            while self._hand_on(subscription.receive(POLL_MS)):
                pass
        except Exception:
            log.exception("the stream of %s broke; its viewers have to come again", self.name)
            self._end_all()
        finally:
            subscription.close()

    def _hand_on(self, received: T | None) -> bool:
        """False when nobody watches any more; then the thread must end."""
        message = None if received is None else self._render(received)
        with self._lock:
            if message is not None:
                self._newest = message
                for viewer in self._viewers:
                    viewer.offer(message)
            self._running = bool(self._viewers)
            if not self._running:
                self._newest = None
            return self._running

    def _end_all(self) -> None:
        with self._lock:
            for viewer in self._viewers:
                viewer.end()
            self._viewers.clear()
            self._running = False
            self._newest = None
