"""Events and pictures as the bytes that browsers read."""

from __future__ import annotations

from okng.device.protocol import Event, InspectionEvent, PreviewHeader

BOUNDARY = b"okng-frame"
PICTURES_BEGIN = b"--%b\r\n" % BOUNDARY
"""What a stream of pictures begins with."""


def render_event(event: Event) -> bytes:
    """An event as text/event-stream (WHATWG HTML, 9.2); an inspection's id is its seq."""
    identity = f"id: {event.seq}\n" if isinstance(event, InspectionEvent) else ""
    return f"{identity}event: {event.event}\ndata: {event.model_dump_json()}\n\n".encode()


def render_picture(picture: tuple[PreviewHeader, bytes]) -> bytes:
    """A JPEG, untouched, as one part of multipart/x-mixed-replace, and the boundary after it.

    Browsers show a part only when the boundary after it arrives: sent with the next picture
    instead, the live view would always be one part behind.
    """
    header, jpeg = picture
    return b"Content-Type: image/jpeg\r\nContent-Length: %d\r\nX-Frame: %d\r\n\r\n%b\r\n%b" % (
        len(jpeg),
        header.frame_number,
        jpeg,
        PICTURES_BEGIN,
    )
