"""Streams: events (server-sent events) and the live view (MJPEG)."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterable
from typing import cast

from apiflask import APIBlueprint
from flask import Response

from okng.device.ipc.events import Event, PreviewHeader
from okng.device.store.database import StoreError
from okng.webui.auth.current_user import still_logged_in
from okng.webui.openapi import media_type_response
from okng.webui.services import services
from okng.webui.streaming.broadcast import Broadcast, BroadcastEndedError
from okng.webui.streaming.stream_format import BOUNDARY, PICTURES_BEGIN

streams = APIBlueprint("streams", __name__, tag="Live")

SILENCE_S = 10.0
"""A comment is sent after this long without an event: proxies cut silent connections."""
CHECK_PERIOD_S = 5.0
"""How long a stream may go on after its viewer has logged out."""
UNBUFFERED = {"X-Accel-Buffering": "no", "Cache-Control": "no-store, no-transform"}
"""Keep proxies from buffering (nginx, `proxy_buffering`) and compressing (RFC 9111, 5.2.2.6)."""


@streams.get("/events")
@streams.doc(
    responses=media_type_response(
        "text/event-stream", "`inspection`, `picture`, `status`, `meters`"
    )
)
def events() -> Response:
    """Streams events as they happen, as JSON; 503 above `web.max_viewers`.

    A slow reader loses the oldest events: list the inspections `since` the last known `seq`.
    """
    return _stream(services().events, b"retry: 2000\n\n", b": silence\n\n", "text/event-stream")


@streams.get("/preview.mjpeg")
@streams.doc(responses=media_type_response("multipart/x-mixed-replace", "JPEG pictures"))
def preview() -> Response:
    """Streams the live view, always the newest picture; 503 above `web.max_viewers`."""
    mimetype = f"multipart/x-mixed-replace; boundary={BOUNDARY.decode()}"
    return _stream(services().preview, PICTURES_BEGIN, b"", mimetype)


def _stream(
    broadcast: Broadcast[Event] | Broadcast[tuple[PreviewHeader, bytes]],
    greeting: bytes,
    silence: bytes,
    mimetype: str,
) -> Response:
    stream = ViewerStream(broadcast, greeting, silence, still_logged_in())
    # The server's event loop iterates it, so Flask has to pass it through.
    body = cast(Iterable[bytes], stream)
    return Response(body, mimetype=mimetype, headers=UNBUFFERED, direct_passthrough=True)


class ViewerStream:
    """The body of a stream: one viewer's messages, until the server closes its connection."""

    def __init__(
        self,
        broadcast: Broadcast[Event] | Broadcast[tuple[PreviewHeader, bytes]],
        greeting: bytes,
        silence: bytes,
        still_allowed: Callable[[], bool],
    ) -> None:
        """Joins the broadcast, which raises `TooManyViewersError`."""
        self._broadcast = broadcast
        self._greeting = greeting
        self._silence = silence
        self._still_allowed = still_allowed
        self._viewer = broadcast.join()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """Yields the greeting, then each message as it comes, and a comment after a long silence.

        Ends when the session or token of the request does.
        """
        clock = asyncio.get_running_loop().time
        yield self._greeting
        spoke_s = checked_s = clock()
        while True:
            try:
                message = await self._viewer.next(CHECK_PERIOD_S)
            except BroadcastEndedError:
                return
            if clock() - checked_s >= CHECK_PERIOD_S:
                if not await asyncio.to_thread(self._allowed):
                    return
                checked_s = clock()
            if message is not None or clock() - spoke_s >= SILENCE_S:
                spoke_s = clock()
                yield self._silence if message is None else message

    def _allowed(self) -> bool:
        try:
            return self._still_allowed()
        except (StoreError, sqlite3.Error):
            # A store that can't be read for a while doesn't log anybody out.
            return True

    def close(self) -> None:
        """Leaves the broadcast, which makes room for another viewer."""
        self._broadcast.leave(self._viewer)
