"""The daemon: puts the parts of the pipeline together, starts them and stops them in order."""

from __future__ import annotations

import fcntl
import gc
import logging
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from okng.device.addresses import Addresses
from okng.device.cameras import Camera, cameras
from okng.device.capture import CaptureThread
from okng.device.conditions import Conditions
from okng.device.edges import EdgeCounter
from okng.device.events import EventPublisher
from okng.device.inference import InferenceThread, Judged
from okng.device.interrupted import record_interrupted
from okng.device.part import Failure
from okng.device.picture_format_watch import PictureFormatWatch
from okng.device.preview import Preview
from okng.device.protocol import StatusEvent
from okng.device.recorder import RecorderThread
from okng.device.scene_watch import SceneWatch
from okng.device.server import CommandServer
from okng.device.settings import StationSettings
from okng.device.shadow import ShadowThread
from okng.device.sinks import Sink, sinks
from okng.device.station import Station
from okng.device.store.datasets import DatasetStore
from okng.device.store.ledger import Ledger
from okng.device.store.recording import SafeRecorder
from okng.device.store.trigger_journal import TriggerJournal
from okng.device.systemd_notify import notify
from okng.device.types import ConditionCode, Frame, Image, SceneDeviation, Severity
from okng.device.watchdog import Watchdog

log = logging.getLogger(__name__)

STATUS_PERIOD_S = 1.0
LOCK_FILE = "device.lock"
EXIT_THREAD_FAILED = 70
"""`EX_SOFTWARE` of sysexits.h: the supervisor or systemd starts the process again."""

STORE_CONDITIONS: dict[ConditionCode, Severity] = {
    "store_fault": Severity.FAULT,
    "disk_full": Severity.FAULT,
    "disk_low": Severity.WARNING,
}


class DaemonError(Exception):
    """The daemon can't start; the message says why and what to do."""


def run_daemon(settings: StationSettings) -> None:
    """Runs until SIGTERM or SIGINT.

    Raises:
        DaemonError: another one uses the data directory, or the camera's kind is not available.
        okng.device.store.database.StoreError: the database can't be used.
    """
    stopping = threading.Event()

    def stop(_signal: int, _frame: FrameType | None) -> None:
        stopping.set()

    with _only_one(settings.data_dir):
        threading.excepthook = _end_at_once
        signal.signal(signal.SIGTERM, stop)
        signal.signal(signal.SIGINT, stop)
        daemon = Daemon(settings)
        daemon.start()
        # What start-up made stays; the collector need not look at it while parts go by.
        gc.collect()
        gc.freeze()
        notify("READY=1")
        log.info("station %s is ready", settings.station)
        while not stopping.wait(STATUS_PERIOD_S):
            daemon.tick()
        notify("STOPPING=1")
        daemon.stop()


class Daemon:
    """One station's device process: its threads and how they hang together."""

    def __init__(self, settings: StationSettings) -> None:
        self.settings = settings
        addresses = Addresses(settings.run_dir)
        settings.run_dir.mkdir(parents=True, exist_ok=True)
        self._ledger = Ledger(settings.data_dir)
        self._journal = TriggerJournal(settings.data_dir)
        self._conditions = Conditions()
        self._sinks = make_sinks(settings)
        sink_names = [sink.settings.name for sink in self._sinks]
        self._safe_recorder = SafeRecorder(settings.data_dir, settings.storage, sink_names)
        record_interrupted(self._journal, self._ledger, self._safe_recorder, settings.station)
        edges = EdgeCounter(self._journal, self._journal.next_trigger_id(self._ledger))

        self._events = EventPublisher(addresses)
        scene_watch = SceneWatch(self._conditions)
        self._recorder = RecorderThread(
            self._safe_recorder,
            DatasetStore(settings.data_dir),
            self._events.publish,
            self._wake_sinks,
            scene_watch,
            PictureFormatWatch(self._conditions),
            self._offer_to_shadow,
        )
        web = settings.web
        self._preview = Preview(
            addresses,
            web.preview_width,
            web.preview_quality,
            self._events.publish,
            self._scene_of,
        )
        self._inference = InferenceThread(
            settings.station,
            self._conditions,
            self._recorder.record,
            self._recorder.collect,
            self._preview.offer,
        )
        self._shadow = ShadowThread(
            settings.data_dir,
            settings.inference.threads,
            self._conditions,
            lambda: self._inference.busy,
        )
        camera = make_camera(settings)
        self._capture = CaptureThread(
            camera, self._conditions, self._preview.offer, self._on_line_frame
        )
        self._station = Station(
            settings,
            camera,
            self._conditions,
            edges,
            self._capture,
            self._inference,
            self._recorder,
            self._sinks,
            self._preview.offer,
            self._shadow,
            scene_watch,
        )
        self._server = CommandServer(addresses, self._station)
        self._watchdog = Watchdog(
            (
                ("capture", self._capture.heartbeat),
                ("inference", self._inference.heartbeat),
                ("recorder", self._recorder.heartbeat),
            )
        )

    def start(self) -> None:
        """Starts every thread, the receivers of results before their sources."""
        for sink in self._sinks:
            sink.start()
        self._shadow.start()
        self._recorder.start()
        self._inference.start()
        self._preview.start()
        self._station.start()
        self._server.start()

    def tick(self) -> None:
        """What is due every second: conditions, status to all listeners, the watchdog."""
        self._check_store()
        self._check_sinks()
        self._journal.discard_finished(self._ledger)
        status = self._station.status()
        self._events.publish(StatusEvent(status=status))
        for sink in self._sinks:
            sink.publish_status(status)
        self._watchdog.feed()

    def stop(self) -> None:
        """Stops the sources first, so that everything on its way reaches the ledger."""
        self._server.stop()
        self._station.stop()
        self._inference.stop()
        self._recorder.stop()
        self._shadow.stop()
        self._preview.stop()
        for sink in self._sinks:
            sink.stop()
        self._events.close()
        self._journal.close()

    def _on_line_frame(self, frame: Frame | None, failure: Failure | None) -> None:
        self._station.on_line_frame(frame, failure)

    def _offer_to_shadow(self, seq: int, judged: Judged) -> None:
        self._shadow.offer(seq, judged)

    def _scene_of(self, image: Image) -> SceneDeviation | None:
        return self._station.scene_of(image)

    def _wake_sinks(self) -> None:
        for sink in self._sinks:
            sink.wake()

    def _check_store(self) -> None:
        problems = self._safe_recorder.problems()
        if self._journal.fault:
            problems.setdefault("store_fault", self._journal.fault)
        for code, severity in STORE_CONDITIONS.items():
            if message := problems.get(code):
                self._conditions.set(code, severity, message)
            else:
                self._conditions.clear(code)

    def _check_sinks(self) -> None:
        away = [status for sink in self._sinks if not (status := sink.status()).connected]
        if away:
            said = "; ".join(
                f"{one.name}: {one.last_error or 'not connected'}, {one.pending} results wait"
                for one in away
            )
            self._conditions.set("sink_away", Severity.WARNING, said)
        else:
            self._conditions.clear("sink_away")


def make_camera(settings: StationSettings) -> Camera:
    """The configured camera, not yet open.

    Raises:
        DaemonError: its kind can't be used here; the message has the install command.
    """
    kind = cameras()[settings.camera.type]
    if reason := kind.unavailable_reason():
        raise DaemonError(f"camera type {settings.camera.type!r}: {reason}")
    return kind(settings.camera)


def make_sinks(settings: StationSettings) -> tuple[Sink, ...]:
    """The configured sinks, not yet started."""
    kinds = sinks()
    return tuple(
        kinds[one.type](one, settings.station, settings.data_dir) for one in settings.sinks
    )


def _end_at_once(failure: threading.ExceptHookArgs) -> None:
    """A pipeline that lost a thread must not look alive: the next start has the journal."""
    name = failure.thread.name if failure.thread else "?"
    log.critical("thread %s failed; the process ends", name, exc_info=failure.exc_value)
    os._exit(EXIT_THREAD_FAILED)


@contextmanager
def _only_one(data_dir: Path) -> Iterator[None]:
    """Holds the data directory; the kernel lets go of it however the process ends."""
    data_dir.mkdir(parents=True, exist_ok=True)
    with (data_dir / LOCK_FILE).open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            raise DaemonError(
                f"{data_dir} is in use by another okng device (process {lock.read().strip()})"
            ) from None
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield
