"""Viewers of a station: each holds a live view and the event stream, as the page does.

`python -m support.viewers URL COOKIE COUNT SECONDS` prints frames per second of each viewer.
Nothing is decoded: real browsers do that on other machines.
"""

from __future__ import annotations

import json
import selectors
import socket
import sys
import time
from urllib.parse import urlsplit

PICTURE_START = b"\r\nContent-Type: image/jpeg"


class Viewer:
    """Two connections; counts the pictures that arrive on the first."""

    def __init__(self, url: str, cookie: str) -> None:
        self.preview = _get(url, "/api/v1/preview.mjpeg", cookie)
        self.events = _get(url, "/api/v1/events", cookie)
        self.pictures = 0
        self._tail = b""

    def receive(self, connection: socket.socket) -> None:
        data = connection.recv(1 << 20)
        assert data, "the station closed a stream"
        if connection is self.preview:
            seen = self._tail + data
            self.pictures += seen.count(PICTURE_START)
            self._tail = seen[-len(PICTURE_START) + 1 :]


def _get(url: str, path: str, cookie: str) -> socket.socket:
    parts = urlsplit(url)
    assert parts.hostname
    assert parts.port
    connection = socket.create_connection((parts.hostname, parts.port))
    request = f"GET {path} HTTP/1.1\r\nHost: {parts.netloc}\r\nCookie: {cookie}\r\n\r\n"
    connection.sendall(request.encode())
    return connection


def watch(url: str, cookie: str, count: int, seconds: float) -> list[float]:
    """Pictures per second of each of `count` viewers."""
    viewers = [Viewer(url, cookie) for _ in range(count)]
    selector = selectors.DefaultSelector()
    for viewer in viewers:
        for connection in (viewer.preview, viewer.events):
            selector.register(connection, selectors.EVENT_READ, viewer)
    started = time.monotonic()
    while time.monotonic() - started < seconds:
        for key, _ in selector.select(timeout=0.1):
            assert isinstance(key.fileobj, socket.socket)
            key.data.receive(key.fileobj)
    return [round(viewer.pictures / seconds, 2) for viewer in viewers]


if __name__ == "__main__":
    url, cookie, count, seconds = sys.argv[1:]
    print(json.dumps(watch(url, cookie, int(count), float(seconds))))
