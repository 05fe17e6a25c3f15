"""A small application of the same kinds of answers as okng's, for any WSGI server."""

from __future__ import annotations

import time
from collections.abc import Iterator

from flask import Flask, Response, request

FRAME = b"--f\r\nContent-Type: image/jpeg\r\nContent-Length: 100000\r\n\r\n%b\r\n" % bytes(100_000)
FRAMES_PER_S = 20

application = Flask(__name__)


@application.get("/page")
def page() -> str:
    return "x" * 10_000


@application.post("/form")
def form() -> str:
    return str(len(request.get_data()))


@application.get("/large")
def large() -> Response:
    return Response(bytes(32_000_000))


@application.get("/preview.mjpeg")
def preview() -> Response:
    def frames() -> Iterator[bytes]:
        due_s = time.monotonic()
        while True:
            yield FRAME
            due_s += 1 / FRAMES_PER_S
            time.sleep(max(0.0, due_s - time.monotonic()))

    return Response(frames(), mimetype="multipart/x-mixed-replace; boundary=f")
