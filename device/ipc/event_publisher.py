"""The publisher of events: whoever subscribes receives them, and nobody is waited for."""

from __future__ import annotations

import threading

import zmq

from okng.device.ipc.endpoints import Endpoints
from okng.device.ipc.events import Event

HIGH_WATER_MARK = 1000
"""Events kept for a slow subscriber; then its newest are dropped: the ledger has them all."""


class EventPublisher:
    """Sends events to all subscribers; thread-safe."""

    def __init__(self, endpoints: Endpoints) -> None:
        self._lock = threading.Lock()
        self._socket: zmq.Socket[bytes] = zmq.Context.instance().socket(zmq.PUB)
        self._socket.setsockopt(zmq.LINGER, 0)
        self._socket.setsockopt(zmq.SNDHWM, HIGH_WATER_MARK)
        self._socket.bind(endpoints.events)

    def publish(self, event: Event) -> None:
        """Sends the event; never blocks."""
        message = event.model_dump_json().encode()
        with self._lock:
            self._socket.send(message)

    def close(self) -> None:
        """Closes the socket; later events can't be published."""
        with self._lock:
            self._socket.close()
