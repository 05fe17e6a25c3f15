"""Publishes what happens to whoever listens; nobody listening costs nothing."""

from __future__ import annotations

import threading

import zmq

from okng.device.addresses import Addresses
from okng.device.protocol import Event

HIGH_WATER_MARK = 1000
"""Events kept for a slow listener; then its newest are dropped: the ledger has them all."""


class EventPublisher:
    """Thread-safe."""

    def __init__(self, addresses: Addresses) -> None:
        self._lock = threading.Lock()
        self._socket: zmq.Socket[bytes] = zmq.Context.instance().socket(zmq.PUB)
        self._socket.setsockopt(zmq.LINGER, 0)
        self._socket.setsockopt(zmq.SNDHWM, HIGH_WATER_MARK)
        self._socket.bind(addresses.events)

    def publish(self, event: Event) -> None:
        """Sends the event; never blocks."""
        message = event.model_dump_json().encode()
        with self._lock:
            self._socket.send(message)

    def close(self) -> None:
        """Ends."""
        with self._lock:
            self._socket.close()
