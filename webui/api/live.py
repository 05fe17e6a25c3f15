"""Streams for those who watch: events (server-sent events) and the live view (MJPEG)."""

from __future__ import annotations

import select
import socket
from collections.abc import Iterator

from apiflask import APIBlueprint
from flask import Response, request

from okng.device.protocol import Event, PreviewHeader
from okng.webui.api.documents import gives
from okng.webui.broadcast import Broadcast, Ended, Viewer
from okng.webui.services import services
from okng.webui.stream_format import BOUNDARY, PICTURES_BEGIN

live = APIBlueprint("live", __name__, tag="Live")

LOOK_PERIOD_S = 0.5
"""How often a silent stream looks whether its client is still there."""
SILENCE_S = 10
"""After so long without an event a comment is sent: proxies cut silent connections."""
UNACKNOWLEDGED_MS = 20_000
"""A client that takes in nothing for so long is gone (`TCP_USER_TIMEOUT`, tcp(7))."""


@live.get("/events")
@live.doc(responses=gives("text/event-stream", "`inspection`, `picture`, `status`, `meters`"))
def events() -> Response:
    """What happens, as it happens; data is JSON. 503 above `web.max_viewers`.

    Who falls behind misses the oldest: ask for the inspections `since` the last known `seq`.
    """
    return _stream(services().events, b"retry: 2000\n\n", b": silence\n\n", "text/event-stream")


@live.get("/preview.mjpeg")
@live.doc(responses=gives("multipart/x-mixed-replace", "JPEG pictures"))
def preview() -> Response:
    """The live view, always the newest picture. 503 above `web.max_viewers`."""
    mimetype = f"multipart/x-mixed-replace; boundary={BOUNDARY.decode()}"
    return _stream(services().preview, PICTURES_BEGIN, b"", mimetype)


def _stream(
    broadcast: Broadcast[Event] | Broadcast[tuple[PreviewHeader, bytes]],
    greeting: bytes,
    silence: bytes,
    mimetype: str,
) -> Response:
    viewer = broadcast.join()
    messages = _messages(viewer, greeting, silence, request.environ.get("gunicorn.socket"))
    response = Response(messages, mimetype=mimetype)
    # Also called when the client is gone before the first message, unlike a generator's `finally`.
    response.call_on_close(lambda: broadcast.leave(viewer))
    return response


def _messages(
    viewer: Viewer, greeting: bytes, silence: bytes, client: socket.socket | None
) -> Iterator[bytes]:
    if client:
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, UNACKNOWLEDGED_MS)
    yield greeting
    silent_s = 0.0
    while not _gone(client):
        try:
            message = viewer.next(LOOK_PERIOD_S)
        except Ended:
            return
        if message is not None:
            silent_s = 0.0
            yield message
            continue
        silent_s += LOOK_PERIOD_S
        if silent_s >= SILENCE_S:
            silent_s = 0.0
            yield silence


def _gone(client: socket.socket | None) -> bool:
    """Whether the client hung up: it has nothing more to say, so anything to read is the end."""
    if client is None:
        return False
    poll = select.poll()
    poll.register(client, select.POLLIN)
    return bool(poll.poll(0))
