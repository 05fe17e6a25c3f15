"""The live view: the newest frame as JPEG, encoded once, and only while somebody watches."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

import cv2
import numpy as np
import zmq
from numpy.typing import NDArray

from okng.device.addresses import Addresses
from okng.device.meters import measure
from okng.device.protocol import MetersEvent, PreviewHeader
from okng.device.types import Frame, Image, SceneDeviation

METERS_PERIOD_S = 0.2
WAIT_S = 0.1


class Preview:
    """Takes every frame, shows the newest; a frame that nobody had time for is dropped."""

    def __init__(
        self,
        addresses: Addresses,
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
        self._socket.bind(addresses.preview)
        self._watched = False
        self._newest: Frame | None = None
        self._arrived = threading.Condition()
        self._stopping = False
        self._meters_at_s = 0.0
        self._thread = threading.Thread(target=self._run, name="preview")
        self.encoded = 0
        """Pictures encoded so far."""

    def start(self) -> None:
        """Begins."""
        self._thread.start()

    def stop(self) -> None:
        """Ends."""
        with self._arrived:
            self._stopping = True
            self._arrived.notify()
        self._thread.join()
        self._socket.close()

    def offer(self, frame: Frame) -> None:
        """The newest frame; returns at once."""
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
        """Follows who subscribes; True when somebody new wants a picture now."""
        newcomer = False
        while self._socket.poll(0):
            self._watched = self._socket.recv()[0] == 1
            newcomer = newcomer or self._watched
        return newcomer

    def _show(self, frame: Frame) -> None:
        height, width = frame.image.shape[:2]
        header = PreviewHeader(
            frame_number=frame.frame_number,
            captured_at=frame.captured_at,
            width=width,
            height=height,
        )
        picture = _for_screen(frame, self._max_width)
        _, jpeg = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, self._quality])
        self._socket.send_multipart([header.model_dump_json().encode(), jpeg.tobytes()])
        self.encoded += 1
        if time.monotonic() - self._meters_at_s >= METERS_PERIOD_S:
            self._meters_at_s = time.monotonic()
            meters = measure(frame.image)
            scene = self._scene_of(frame.image)
            self._publish(meters.model_copy(update={"scene": scene}))


def _for_screen(frame: Frame, max_width: int) -> NDArray[np.uint8]:
    """8 bits, at most `max_width` wide."""
    image: NDArray[Any] = frame.image
    height, width = image.shape[:2]
    if width > max_width:
        size = (max_width, round(height * max_width / width))
        image = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    if image.dtype == np.uint16:
        image = cv2.convertScaleAbs(image, alpha=255 / 65535)
    return image
