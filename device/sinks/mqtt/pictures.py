"""Pictures over MQTT: the newest part's, scaled down to a JPEG, when no result is on its way.

They are a convenience beside the results: one that finds no room is left out, and the next part's
takes its place.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from pathlib import Path

from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties
from pydantic import ValidationError

from okng.device.sinks.mqtt.publication import Publication
from okng.device.sinks.mqtt.settings import MqttSinkSettings
from okng.device.store.inspection_rows import RecordedInspection
from okng.models.errors import OkngError
from okng.models.images.scaled_jpeg import scaled_jpeg

WIDTHS = (1280, 960, 640, 480, 320, 160)
"""Pixels; the first one whose JPEG is small enough."""
PERIOD_S = 1.0
"""At least between two pictures: a model may need the processor."""

_log = logging.getLogger(__name__)


class PictureEncoder:
    """Reads and encodes pictures in a thread of its own, only the newest one."""

    def __init__(
        self, settings: MqttSinkSettings, topic: str, data_dir: Path, wake: Callable[[], None]
    ) -> None:
        """Args:
        settings: Of which parts, how large, and by which QoS.
        topic: Where they are published.
        data_dir: Holds the pictures.
        wake: Called when one is ready.
        """
        self._settings = settings
        self._topic = topic
        self._data_dir = data_dir
        self._wake = wake
        self._wanted: queue.SimpleQueue[RecordedInspection | None] = queue.SimpleQueue()
        self._ready: Publication | None = None
        self._stopping = threading.Event()
        self._thread = threading.Thread(
            target=self._run, name=f"pictures-{settings.name}", daemon=True
        )

    def start(self) -> None:
        """Starts the thread that encodes pictures."""
        self._thread.start()

    def stop(self) -> None:
        """Ends after the picture that is being encoded."""
        self._stopping.set()
        self._wanted.put(None)
        if self._thread.is_alive():
            self._thread.join(timeout=2)

    def offer(self, payload: str) -> None:
        """Takes a result that has arrived; its picture follows if it is wanted. Never blocks."""
        try:
            inspection = RecordedInspection.model_validate_json(payload)
        except ValidationError:
            # Recorded by a later version, which this one can't read.
            return
        if inspection.outcome in self._settings.pictures and inspection.picture_path:
            self._wanted.put(inspection)

    def take(self) -> Publication | None:
        """The newest picture that is ready, once."""
        ready, self._ready = self._ready, None
        return ready

    def _run(self) -> None:
        while inspection := self._newest():
            try:
                self._ready = self._publication(inspection)
            except (OkngError, OSError) as error:
                _log.warning("%s: no picture is published: %s", self._settings.name, error)
            else:
                self._wake()
            self._stopping.wait(PERIOD_S)

    def _newest(self) -> RecordedInspection | None:
        newest = self._wanted.get()
        while newest is not None and not self._wanted.empty():
            newest = self._wanted.get()
        return newest

    def _publication(self, inspection: RecordedInspection) -> Publication:
        assert inspection.picture_path
        jpeg = _small_jpeg(
            self._data_dir / inspection.picture_path, self._settings.picture_max_kb * 1000
        )
        properties = Properties(PacketTypes.PUBLISH)  # type: ignore[no-untyped-call]
        properties.ContentType = "image/jpeg"
        properties.UserProperty = [
            ("inspection_id", inspection.inspection_id),
            ("seq", str(inspection.seq)),
            ("outcome", inspection.outcome.value),
        ]
        return Publication(self._topic, jpeg, qos=self._settings.picture_qos, properties=properties)


def _small_jpeg(path: Path, max_bytes: int) -> bytes:
    """A picture as a JPEG of at most so many bytes, or the smallest that there is."""
    data = b""
    for width in WIDTHS:
        data = scaled_jpeg(path, width)
        if len(data) <= max_bytes:
            break
    return data
