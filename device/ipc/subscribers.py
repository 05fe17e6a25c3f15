"""Subscribers to what the daemon publishes: its events, and the live view."""

from __future__ import annotations

from pathlib import Path

import zmq

from okng.device.ipc.endpoints import Endpoints
from okng.device.ipc.events import EVENT, Event, PreviewHeader


class EventSubscriber:
    """Receives the daemon's events; belongs to one thread."""

    def __init__(self, run_dir: Path) -> None:
        self._socket: zmq.Socket[bytes] = zmq.Context.instance().socket(zmq.SUB)
        self._socket.setsockopt(zmq.LINGER, 0)
        self._socket.subscribe(b"")
        self._socket.connect(Endpoints(run_dir).events)

    def receive(self, timeout_ms: int) -> Event | None:
        """The next event, or None when none came in time."""
        if not self._socket.poll(timeout_ms):
            return None
        return EVENT.validate_json(self._socket.recv())

    def close(self) -> None:
        """Closes the socket and with it the subscription."""
        self._socket.close()


class PreviewSubscriber:
    """Receives the live view; belongs to one thread.

    The daemon encodes images only while somebody is subscribed.
    """

    def __init__(self, run_dir: Path) -> None:
        self._socket: zmq.Socket[bytes] = zmq.Context.instance().socket(zmq.SUB)
        self._socket.setsockopt(zmq.LINGER, 0)
        self._socket.setsockopt(zmq.RCVHWM, 2)
        self._socket.subscribe(b"")
        self._socket.connect(Endpoints(run_dir).preview)

    def receive(self, timeout_ms: int) -> tuple[PreviewHeader, bytes] | None:
        """The next image as JPEG, or None when none came in time."""
        if not self._socket.poll(timeout_ms):
            return None
        header, jpeg = self._socket.recv_multipart()
        return PreviewHeader.model_validate_json(header), jpeg

    def close(self) -> None:
        """Closes the socket and with it the subscription."""
        self._socket.close()
