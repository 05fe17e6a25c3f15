"""Formats of the streams: server-sent events and MJPEG (multipart/x-mixed-replace)."""

from __future__ import annotations

from okng.device.ipc.events import Event, InspectionEvent, PreviewHeader

BOUNDARY = b"okng-frame"
PICTURES_BEGIN = b"--%b\r\n" % BOUNDARY
"""The boundary at the beginning of a stream of pictures."""


def render_event(event: Event) -> bytes:
    """An event as text/event-stream (WHATWG HTML, 9.2); an inspection's id is its seq."""
    identity = f"id: {event.seq}\n" if isinstance(event, InspectionEvent) else ""
    return f"{identity}event: {event.event}\ndata: {event.model_dump_json()}\n\n".encode()


def render_picture(picture: tuple[PreviewHeader, bytes]) -> bytes:
    """A JPEG, unchanged, as one part of multipart/x-mixed-replace, followed by the boundary.

    Browsers show a part only when the boundary after it arrives: if that were sent with the next
    picture, the live view would always be one picture behind.
    """
    header, jpeg = picture
    return b"Content-Type: image/jpeg\r\nContent-Length: %d\r\nX-Frame: %d\r\n\r\n%b\r\n%b" % (
        len(jpeg),
        header.frame_number,
        jpeg,
        PICTURES_BEGIN,
    )
