"""The live view: the newest frame as JPEG, encoded once, and only while somebody watches."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import cv2
import numpy as np
import zmq

from okng.device.ipc.endpoints import Endpoints
from okng.device.ipc.events import MetersEvent, PreviewHeader
from okng.device.preview.image_stats import measure
from okng.device.types import Frame, SceneDeviation
from okng.models.arrays import AnyArray, Image, Uint8Array

METERS_PERIOD_S = 0.2
WAIT_S = 0.1
SUBSCRIBED, UNSUBSCRIBED = b"\x01", b"\x00"
"""First byte of what XPUB receives; a subscriber may send anything else, which means nothing."""


class Preview:
    """Publishes the newest frame; older ones that there was no time for are dropped."""

    def __init__(
        self,
        endpoints: Endpoints,
        max_width: int,
        quality: int,
        publish: Callable[[MetersEvent], None],
        scene_of: Callable[[Image], SceneDeviation | None],
    ) -> None:
        self._max_width = max_width
        self._quality = quality
        self._publish = publish
        self._scene_of = scene_of
        self._socket: zmq.Socket[bytes] = zmq.Context.instance().socket(zmq.XPUB)
        self._socket.setsockopt(zmq.LINGER, 0)
        self._socket.setsockopt(zmq.SNDHWM, 2)
        self._socket.bind(endpoints.preview)
        self._topics: set[bytes] = set()
        self._newest: Frame | None = None
        self._arrived = threading.Condition()
        self._stopping = False
        self._meters_at_s = 0.0
        self._thread = threading.Thread(target=self._run, name="preview")
        self.encoded = 0
        """How many images were encoded so far."""

    def start(self) -> None:
        """Starts the thread that encodes."""
        self._thread.start()

    def stop(self) -> None:
        """Stops the thread and closes the socket."""
        with self._arrived:
            self._stopping = True
            self._arrived.notify()
        self._thread.join()
        self._socket.close()

    def offer(self, frame: Frame) -> None:
        """Takes the newest frame; returns at once."""
        with self._arrived:
            self._newest = frame
            if self._watched:
                self._arrived.notify()

    def _run(self) -> None:
        shown = 0
        while not self._stopping:
            newcomer = self._read_subscriptions()
            with self._arrived:
                frame = self._newest
                fresh = frame is not None and frame.frame_number != shown
                if not self._watched or not (fresh or newcomer):
                    self._arrived.wait(WAIT_S)
                    continue
            if frame:
                shown = frame.frame_number
                self._show(frame)

    def _read_subscriptions(self) -> bool:
        """Reads who has subscribed; True when somebody new waits for a first image."""
        newcomer = False
        while self._socket.poll(0):
            frames = self._socket.recv_multipart()
            change, topic = frames[0][:1], frames[0][1:]
            if change == SUBSCRIBED:
                self._topics.add(topic)
                newcomer = True
            elif change == UNSUBSCRIBED:
                self._topics.discard(topic)
        return newcomer

    @property
    def _watched(self) -> bool:
        return bool(self._topics)

    def _show(self, frame: Frame) -> None:
        height, width = frame.image.shape[:2]
        header = PreviewHeader(
            frame_number=frame.frame_number,
            captured_at=frame.captured_at,
            width=width,
            height=height,
        )
        image = _for_screen(frame, self._max_width)
        _, jpeg = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, self._quality])
        self._socket.send_multipart([header.model_dump_json().encode(), jpeg.tobytes()])
        self.encoded += 1
        if time.monotonic() - self._meters_at_s >= METERS_PERIOD_S:
            self._meters_at_s = time.monotonic()
            meters = measure(frame.image)
            scene = self._scene_of(frame.image)
            self._publish(meters.model_copy(update={"scene": scene}))


def _for_screen(frame: Frame, max_width: int) -> Uint8Array:
    """The image scaled to 8 bits and to at most `max_width` pixels of width."""
    image: AnyArray = frame.image
    height, width = image.shape[:2]
    if width > max_width:
        size = (max_width, round(height * max_width / width))
        image = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    if image.dtype == np.uint16:
        image = cv2.convertScaleAbs(image, alpha=255 / 65535)
    return image
