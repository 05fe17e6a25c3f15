"""Rows in the log for requests that would have changed something and were refused."""

from __future__ import annotations

from apiflask import APIFlask
from flask import Response, request

from okng.device.handshake.refusal_log import RefusalLog

_READING = {"GET", "HEAD", "OPTIONS"}


def log_refused_requests(app: APIFlask) -> None:
    """Lets every refused change of the API have its row, with the reason that its client got."""
    refusals = RefusalLog("http")

    def look(response: Response) -> Response:
        refused = 400 <= response.status_code < 500
        if refused and request.method not in _READING and response.is_json:
            reason = (response.get_json(silent=True) or {}).get("message")
            refusals.tell(
                f"{request.method} {request.path!r} of {request.remote_addr} is refused "
                f"({response.status_code}): {reason}"
            )
        return response

    app.after_request(look)
