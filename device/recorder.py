"""The recorder thread: pictures first, then one transaction for all that has queued up."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Sequence

from okng.device.heartbeat import Heartbeat
from okng.device.inference import Judged
from okng.device.part import Collected
from okng.device.part_crop import crop
from okng.device.picture_format_watch import PictureFormatWatch
from okng.device.protocol import Event, InspectionEvent, PictureEvent
from okng.device.scene_watch import SceneWatch
from okng.device.store.datasets import DatasetStore
from okng.device.store.recording import Recording, SafeRecorder

log = logging.getLogger(__name__)

MAX_PICTURES = 24
"""Pictures that may wait for the disk; beyond it the inference thread waits."""
MAX_BATCH = 16
"""Inspections in one transaction."""


class RecorderThread:
    """Writes what was judged and collected; says it to whoever waits, listens or forwards."""

    def __init__(
        self,
        recorder: SafeRecorder,
        datasets: DatasetStore,
        publish: Callable[[Event], None],
        wake_sinks: Callable[[], None],
        watch: SceneWatch,
        formats: PictureFormatWatch,
        compare: Callable[[int, Judged], None],
    ) -> None:
        """Args:
        recorder: Writes pictures and rows.
        datasets: Takes collected pictures.
        publish: Says what is written.
        wake_sinks: Called after new rows.
        watch: Marks each part with what it finds of its scene: here, where no verdict waits.
        formats: Looks at each part's picture, for the same reason here.
        compare: Takes each recorded part with its seq, for a model on trial; never waits.
        """
        self._recorder = recorder
        self._datasets = datasets
        self._publish = publish
        self._wake_sinks = wake_sinks
        self._watch = watch
        self._formats = formats
        self._compare = compare
        self._items: queue.SimpleQueue[Judged | Collected | None] = queue.SimpleQueue()
        self._pictures = threading.BoundedSemaphore(MAX_PICTURES)
        self._thread = threading.Thread(target=self._run, name="recorder")
        self.heartbeat = Heartbeat()

    @property
    def depth(self) -> int:
        """Items that wait."""
        return self._items.qsize()

    def start(self) -> None:
        """Begins."""
        self._thread.start()

    def stop(self) -> None:
        """Writes what waits, then ends."""
        self._items.put(None)
        self._thread.join()

    def record(self, judged: Judged) -> None:
        """Takes a judged part; blocks while too many pictures wait for the disk."""
        if judged.part.frame:
            self._pictures.acquire()
        self._items.put(judged)

    def collect(self, collected: Collected) -> None:
        """Takes a dataset picture; blocks as `record`."""
        self._pictures.acquire()
        self._items.put(collected)

    def _run(self) -> None:
        running = True
        while running:
            items = self._next_items()
            self.heartbeat.beat()
            running = None not in items
            judged = [item for item in items if isinstance(item, Judged)]
            if judged:
                self._record(judged)
            for item in items:
                if isinstance(item, Collected):
                    self._collect(item)

    def _next_items(self) -> list[Judged | Collected | None]:
        items: list[Judged | Collected | None] = []
        try:
            items.append(self._items.get(timeout=1.0))
            while len(items) < MAX_BATCH:
                items.append(self._items.get_nowait())
        except queue.Empty:
            pass
        return items

    def _record(self, batch: Sequence[Judged]) -> None:
        batch = [self._watch.mark(judged) for judged in batch]
        recorded = self._recorder.record([_recording(judged) for judged in batch])
        for judged, (seq, inspection) in zip(batch, recorded, strict=True):
            self._formats.look(judged)
            if judged.part.frame:
                self._pictures.release()
            judged.part.recorded.set_result(inspection)
            self._publish(InspectionEvent(seq=seq, inspection=inspection))
            self._compare(seq, judged)
        self._wake_sinks()

    def _collect(self, item: Collected) -> None:
        try:
            image = crop(item.frame.image, item.crop)
            picture = self._datasets.add(image, item.dataset, item.label, item.author)
        except Exception as error:
            # The person who pressed the button is told; the station goes on.
            log.exception("a picture of dataset %s was not stored", item.dataset)
            item.stored.set_exception(error)
        else:
            item.stored.set_result(picture)
            self._publish(PictureEvent(picture=picture))
        finally:
            self._pictures.release()


def _recording(judged: Judged) -> Recording:
    frame = judged.part.frame
    anomaly_map = judged.judgement.anomaly_map if judged.judgement else None
    return Recording(judged.inspection, frame.image if frame else None, anomaly_map)
