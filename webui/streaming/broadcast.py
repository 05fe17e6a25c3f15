"""Broadcast of one subscription at the device process to all viewers; slow viewers delay nobody."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import threading
from collections import deque
from collections.abc import Callable
from http import HTTPStatus
from typing import Generic, Protocol, TypeVar

from okng.models.errors import OkngError

T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T")

log = logging.getLogger(__name__)

POLL_MS = 200


class Subscription(Protocol[T_co]):
    """A subscription at the device process, as in `okng.device.ipc.subscribers`."""

    def receive(self, timeout_ms: int) -> T_co | None:
        """Returns the next message, or None if none came in time."""

    def close(self) -> None:
        """Ends the subscription."""


class TooManyViewersError(OkngError):
    """The maximum number of viewers is connected."""

    http_status = HTTPStatus.SERVICE_UNAVAILABLE


class BroadcastEndedError(OkngError):
    """The broadcast has ended; no further message will come."""


class Viewer:
    """The queue of one viewer: the newest `backlog` messages that have not been sent yet.

    Any thread may offer messages, and one task of an event loop awaits them, so that a viewer holds
    no thread.
    """

    def __init__(self, backlog: int) -> None:
        self._waiting: deque[bytes] = deque(maxlen=backlog)
        self._lock = threading.Lock()
        self._ended = False
        self._awaited: asyncio.Future[None] | None = None

    def offer(self, message: bytes) -> None:
        """Adds a message; drops the oldest one if the viewer doesn't keep up."""
        with self._lock:
            self._waiting.append(message)
            self._wake()

    def end(self) -> None:
        """Ends the queue: no further message will come."""
        with self._lock:
            self._ended = True
            self._wake()

    async def next(self, timeout_s: float) -> bytes | None:
        """Returns the oldest message not sent yet, or None if none came in time.

        Raises:
            BroadcastEndedError: no further message will come.
        """
        with self._lock:
            if self._waiting:
                return self._waiting.popleft()
            if self._ended:
                raise BroadcastEndedError
            self._awaited = awaited = asyncio.get_running_loop().create_future()
        await asyncio.wait([awaited], timeout=timeout_s)
        with self._lock:
            self._awaited = None
            return self._waiting.popleft() if self._waiting else None

    def _wake(self) -> None:
        awaited, self._awaited = self._awaited, None
        if awaited:
            # The loop may have been closed in the meantime, and its tasks with it.
            with contextlib.suppress(RuntimeError):
                awaited.get_loop().call_soon_threadsafe(_set, awaited)


def _set(awaited: asyncio.Future[None]) -> None:
    if not awaited.done():
        awaited.set_result(None)


class Broadcast(Generic[T]):
    """A broadcast, subscribed only while somebody watches; renders each message once for all."""

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
        """Number of viewers."""
        return len(self._viewers)

    def join(self) -> Viewer:
        """Adds a viewer, who must `leave` later.

        Raises:
            TooManyViewersError: `max_viewers` are watching already.
        """
        viewer = Viewer(self._backlog)
        with self._lock:
            if len(self._viewers) >= self._max_viewers:
                raise TooManyViewersError(
                    f"{self._max_viewers} watch the {self.name} already; web.max_viewers allows "
                    "no more"
                )
            self._viewers.add(viewer)
            if self._newest and self._backlog == 1:
                # Only the newest picture counts: a new viewer need not wait for the next part.
                viewer.offer(self._newest)
            if not self._running:
                self._running = True
                threading.Thread(target=self._run, name=self.name, daemon=True).start()
        return viewer

    def leave(self, viewer: Viewer) -> None:
        """Removes a viewer; a second call does nothing."""
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
        """Passes a message on to all viewers; False if there are none, then the thread must end."""
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
