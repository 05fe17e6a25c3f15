"""The recorder thread: pictures first, then one transaction for all that has queued up."""

from __future__ import annotations

import logging
import queue
import sqlite3
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import replace

from okng.device.datasets.store import DatasetStore
from okng.device.health.condition import ConditionCode
from okng.device.health.sentences import sentence
from okng.device.health.watchdog import Heartbeat
from okng.device.inspection.crop import crop
from okng.device.ipc.events import Event, InspectionEvent, PictureEvent
from okng.device.pipeline.housekeeping import Housekeeping
from okng.device.pipeline.image_format_watch import ImageFormatWatch
from okng.device.pipeline.items import FrameFailure, InspectedPart, LabelledFrame
from okng.device.pipeline.scene_watch import SceneWatch
from okng.device.pipeline.shadow import ShadowThread
from okng.device.sinks import Sink
from okng.device.store.database import StoreError, wait_at_most
from okng.device.store.database_errors import explain
from okng.device.store.inspection_writer import SafeRecorder
from okng.device.store.picture_writer import without_picture
from okng.device.store.recording import Recorded, Recording
from okng.device.types import Inspection, Outcome

log = logging.getLogger(__name__)

MAX_PICTURES = 24
"""Pictures that may wait for the disk."""
MAX_WAIT_S = 1.0
"""How long the inference thread waits for the disk to take one of them, and only until it didn't:
then parts go on without their pictures until the disk is back."""
MAX_ITEMS = 20_000
"""Parts that may wait while the disk hangs; what comes after them is lost and counted."""
MAX_UNSETTLED = 1000
"""Callers who may wait for the record of their part."""
MAX_BATCH = 16
"""Inspections in one transaction."""
BUSY_TIMEOUT_S = 0.25
"""How long this thread waits for another program's lock before it goes on and tries later."""
HANGING_S = 5.0
"""A disk that takes longer for a write is said to hang."""
HOUSEKEEPING_S = 1.0
FAULT_SHOWN_S = 10.0
"""How long a lost dataset picture is shown at least, so that whoever collects notices it."""
NO_ROOM = f"{MAX_PICTURES} pictures wait for the disk already"


class RecorderThread:
    """Writes what was judged and collected; says it to whoever waits, listens or forwards.

    Nothing that the disk or the database does holds up those who hand parts over.
    """

    def __init__(
        self,
        recorder: SafeRecorder,
        datasets: DatasetStore,
        publish: Callable[[Event], None],
        sinks: Sequence[Sink],
        scene_watch: SceneWatch,
        format_watch: ImageFormatWatch,
        shadow: ShadowThread,
        housekeeping: Housekeeping,
    ) -> None:
        """Args:
        recorder: Writes pictures and rows.
        datasets: Takes collected pictures.
        publish: Says what is written.
        sinks: Woken after new rows.
        scene_watch: Marks each part with what it finds of its scene: here, where no verdict waits.
        format_watch: Looks at each part's image, for the same reason here.
        shadow: Takes each recorded part with its seq, for a model on trial; never waits.
        housekeeping: Run about once a second while rows can be written.
        """
        self._recorder = recorder
        self._datasets = datasets
        self._publish = publish
        self._sinks = sinks
        self._scene_watch = scene_watch
        self._format_watch = format_watch
        self._shadow = shadow
        self._housekeeping = housekeeping
        self._next_housekeeping_s = 0.0
        self._items: queue.SimpleQueue[InspectedPart | LabelledFrame | None] = queue.SimpleQueue()
        self._pictures = threading.BoundedSemaphore(MAX_PICTURES)
        self._disk_hangs = False
        self._collect_fault: str | None = None
        self._collect_fault_at_s = 0.0
        self._unsettled: dict[str, Future[Inspection]] = {}
        self._overrun = 0
        self._thread = threading.Thread(target=self._run, name="recorder")
        self.heartbeat = Heartbeat(waits_for_disk=True)

    @property
    def depth(self) -> int:
        """Items that wait."""
        return self._items.qsize()

    @property
    def results_waiting(self) -> int:
        """Results that wait because the database or the disk can't take them now."""
        return self._recorder.waiting

    @property
    def results_lost(self) -> int:
        """Results that found no room to wait in, since the start."""
        return self._recorder.lost + self._overrun

    def problems(self) -> dict[ConditionCode, str]:
        """What is wrong with disk and database now, in words by code; empty when all is well."""
        conditions = self._recorder.problems()
        if self.depth and (hangs_s := self.heartbeat.age_s()) > HANGING_S:
            conditions["store_fault"] = sentence(
                "store_fault", "hangs", seconds=round(hangs_s), count=self.depth
            )
        if self._collect_fault:
            conditions.setdefault("store_fault", self._collect_fault)
        return conditions

    def start(self) -> None:
        """Starts the thread, which records what it is given."""
        self._thread.start()

    def stop(self) -> None:
        """Writes what waits, then ends."""
        self._items.put(None)
        self._thread.join()

    def record(self, inspected: InspectedPart) -> None:
        """Takes an inspected part; what finds no room in time goes without its picture."""
        if self.depth >= MAX_ITEMS:
            self._overrun += 1
            return
        if inspected.part.frame and not self._room_for_picture():
            without_frame = replace(inspected.part, result=FrameFailure(Outcome.ERROR, NO_ROOM))
            inspection = without_picture(inspected.inspection, NO_ROOM)
            inspected = InspectedPart(without_frame, inspection, judgement=None)
        self._items.put(inspected)

    def collect(self, collected: LabelledFrame) -> None:
        """Takes a dataset picture; one that finds no room in time is refused."""
        if self._room_for_picture():
            self._items.put(collected)
        else:
            self._refuse(collected, NO_ROOM)

    def _room_for_picture(self) -> bool:
        room = self._pictures.acquire(timeout=0.0 if self._disk_hangs else MAX_WAIT_S)
        if room is self._disk_hangs:
            self._disk_hangs = not room
            log.warning("the disk takes pictures again" if room else f"the disk hangs: {NO_ROOM}")
        return room

    def _run(self) -> None:
        wait_at_most(BUSY_TIMEOUT_S)
        running = True
        while running:
            items = self._next_items()
            self.heartbeat.beat()
            running = None not in items
            self._record([item for item in items if isinstance(item, InspectedPart)])
            for item in items:
                if isinstance(item, LabelledFrame):
                    self._collect(item)
            self._keep_house()

    def _next_items(self) -> list[InspectedPart | LabelledFrame | None]:
        items: list[InspectedPart | LabelledFrame | None] = []
        try:
            # Results that wait for the database are retried, with or without new items.
            items.append(self._items.get(timeout=1.0 if self._recorder.can_write else 0.1))
            while len(items) < MAX_BATCH:
                items.append(self._items.get_nowait())
        except queue.Empty:
            pass
        return items

    def _record(self, batch: Sequence[InspectedPart]) -> None:
        if not batch and self._recorder.can_write:
            return
        batch = [
            inspected if inspected.inspection.challenge else self._scene_watch.mark(inspected)
            for inspected in batch
        ]
        for inspected in batch:
            self._unsettled[inspected.inspection.inspection_id] = inspected.part.recorded
        recorded = self._recorder.record([_recording(inspected) for inspected in batch])
        for inspected in batch:
            self._format_watch.look(inspected)
            if inspected.part.frame:
                self._pictures.release()
        self._tell(recorded, {inspected.inspection.inspection_id: inspected for inspected in batch})
        # Nobody is answered for what was lost, nor waits for so many.
        while len(self._unsettled) > MAX_UNSETTLED:
            del self._unsettled[next(iter(self._unsettled))]

    def _tell(self, recorded: Sequence[Recorded], batch: dict[str, InspectedPart]) -> None:
        for seq, inspection in recorded:
            answer = self._unsettled.pop(inspection.inspection_id, None)
            if answer is not None:
                answer.set_result(inspection)
            if seq is None:
                continue
            self._publish(InspectionEvent(seq=seq, inspection=inspection))
            inspected = batch.get(inspection.inspection_id)
            if inspected and inspected.part.frame and not inspection.challenge:
                self._shadow.offer(seq, inspected)
        if any(seq is not None for seq, _ in recorded):
            for sink in self._sinks:
                sink.wake()

    def _collect(self, item: LabelledFrame) -> None:
        try:
            image = crop(item.frame.image, item.crop)
            picture = self._datasets.add(image, item.dataset, item.label, item.author, item.split)
        except (OSError, sqlite3.Error, StoreError) as error:
            self._refuse(item, explain(error))
        except Exception as error:
            # The caller gets the error; the station goes on.
            log.exception("a picture of dataset %s was not stored", item.dataset)
            item.stored.set_exception(error)
        else:
            self._collect_fault = None
            item.stored.set_result(picture)
            self._publish(PictureEvent(picture=picture))
        finally:
            self._pictures.release()

    def _refuse(self, item: LabelledFrame, problem: str) -> None:
        """Fails the request, and shows the fault on the pages: there may be no caller to see it."""
        message = f"the last picture for dataset {item.dataset} was not stored: {problem}"
        if self._collect_fault != message:
            log.error("%s", message)
        self._collect_fault = message
        self._collect_fault_at_s = time.monotonic()
        item.stored.set_exception(StoreError(message))

    def _keep_house(self) -> None:
        if time.monotonic() < self._next_housekeeping_s or not self._recorder.can_write:
            return
        self._next_housekeeping_s = time.monotonic() + HOUSEKEEPING_S
        self._recorder.make_room()
        self._recorder.try_pictures_again()
        self._try_datasets_again()
        try:
            self._housekeeping.run()
        except (OSError, sqlite3.DatabaseError, StoreError) as error:
            log.warning("will be tried again: %s", explain(error))

    def _try_datasets_again(self) -> None:
        """Clears the fault of a dataset picture, also while no more are taken."""
        if not self._collect_fault or time.monotonic() < self._collect_fault_at_s + FAULT_SHOWN_S:
            return
        try:
            self._datasets.check_writable()
        except (OSError, sqlite3.DatabaseError, StoreError) as error:
            log.debug("dataset pictures can't be stored yet: %s", explain(error))
        else:
            self._collect_fault = None


def _recording(inspected: InspectedPart) -> Recording:
    frame = inspected.part.frame
    anomaly_map = inspected.judgement.anomaly_map if inspected.judgement else None
    return Recording(inspected.inspection, frame.image if frame else None, anomaly_map)
