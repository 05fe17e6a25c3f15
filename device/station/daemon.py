"""The daemon: puts the parts of the station together, starts them and stops them in order."""

from __future__ import annotations

import logging
import sqlite3

from okng.device.data_lake.scheduled_export import ExportReports
from okng.device.datasets.store import DatasetStore
from okng.device.handshake.line import Line
from okng.device.health.conditions import Conditions
from okng.device.health.watchdog import Watchdog
from okng.device.host.private_files import make_private_folder
from okng.device.ipc.endpoints import Endpoints
from okng.device.ipc.event_publisher import EventPublisher
from okng.device.ipc.events import StatusEvent
from okng.device.outputs import OutputContext
from okng.device.outputs.output_lines import OutputLines
from okng.device.pipeline.capture import CaptureThread
from okng.device.pipeline.challenge_watch import ChallengeWatch
from okng.device.pipeline.crash_recovery import CrashRecovery
from okng.device.pipeline.housekeeping import Housekeeping
from okng.device.pipeline.image_format_watch import ImageFormatWatch
from okng.device.pipeline.inference import InferenceThread
from okng.device.pipeline.inference_queue import InferenceQueue
from okng.device.pipeline.line_frame_router import LineFrameRouter
from okng.device.pipeline.ng_alarm_watch import NgAlarmWatch
from okng.device.pipeline.operation_history import Operation, OperationHistory
from okng.device.pipeline.orderly_stop import OrderlyStop
from okng.device.pipeline.production_lock import ProductionLock
from okng.device.pipeline.recorder import RecorderThread
from okng.device.pipeline.scene_watch import LiveScene, SceneWatch
from okng.device.pipeline.shadow import ShadowThread
from okng.device.pipeline.software_triggers import SoftwareTriggers
from okng.device.pipeline.trigger_edges import EdgeCounter
from okng.device.preview.preview import Preview
from okng.device.reports.shift_status import ShiftReportState
from okng.device.settings.settings import StationSettings
from okng.device.station.command_server import CommandServer
from okng.device.station.drivers import (
    make_camera,
    make_notifiers,
    make_sinks,
    make_wires,
)
from okng.device.station.line_control import StationLineControl
from okng.device.station.model_rollout import ModelRollout
from okng.device.station.operation_switch import OperationSwitch
from okng.device.station.recipe_loader import RecipeLoader, bare_recipe
from okng.device.station.recipe_switch import RecipeSwitch
from okng.device.station.restart_state import RestartState
from okng.device.station.self_check import SelfCheck
from okng.device.station.station import Station
from okng.device.station.status import StatusReporter
from okng.device.station.wire_monitor import WireMonitor
from okng.device.store.challenges import ChallengeStore
from okng.device.store.database import StoreError, wait_at_most
from okng.device.store.database_copy_thread import DatabaseCopyThread
from okng.device.store.database_errors import explain
from okng.device.store.inspection_writer import SafeRecorder
from okng.device.store.ledger import Ledger
from okng.device.store.ng_alarms import NgAlarmStore
from okng.device.store.runs import Runs
from okng.device.store.state import StationState
from okng.device.store.sync_reports import SyncReports
from okng.device.store.trigger_journal import TriggerJournal
from okng.device.types import Mode, TriggerEdge

log = logging.getLogger(__name__)

RECOVERY_S = 3.0
"""Longest that the start is held up for what an earlier run left."""
BUSY_TIMEOUT_S = 2.0
"""How long a command waits for another program's lock on the database before it is refused."""


class Daemon:
    """One station's device process: its parts and how they hang together."""

    def __init__(self, settings: StationSettings) -> None:
        wait_at_most(BUSY_TIMEOUT_S, in_all_threads=True)
        make_private_folder(settings.run_dir)
        self._settings = settings
        self._endpoints = Endpoints(settings.run_dir)
        self._conditions = Conditions()
        self._line = Line()
        self._output_lines = OutputLines(self._conditions)
        self._open_records()
        # The pipeline from its end to its beginning: each part is given those that it hands on to.
        self._begin_operation()
        self._make_recorder()
        self._make_inference()
        self._make_capture()
        self._make_station()
        self._make_watches()

    def _open_records(self) -> None:
        """What lasts: journal and ledger, with what an earlier run left, and their receivers."""
        data_dir = self._settings.data_dir
        self._ledger = Ledger(data_dir)
        self._journal = TriggerJournal(data_dir)
        self._sinks = make_sinks(self._settings)
        sink_names = [sink.settings.name for sink in self._sinks]
        uploads = self._settings.sync.pictures if self._settings.sync else None
        self._safe_recorder = SafeRecorder(data_dir, self._settings.storage, sink_names, uploads)
        self._recovery = CrashRecovery(
            data_dir, self._journal, self._ledger, self._safe_recorder, self._settings.station
        )
        _recover(self._recovery)
        self._production = ProductionLock()
        self._ng_alarm = NgAlarmWatch(NgAlarmStore(data_dir), self._production, self._conditions)
        self._challenge = ChallengeWatch(
            ChallengeStore(data_dir),
            self._settings.shifts.start_before,
            self._production,
            self._conditions,
        )
        # Numbers go on after what an earlier run left.
        next_id = self._journal.next_trigger_id(self._ledger)
        self._edges = EdgeCounter(self._journal, next_id, self._acquired)
        self._restart_state = RestartState(data_dir, self._conditions)

    def _begin_operation(self) -> None:
        """The recipe that ran last, without its models, and the queue of parts before them."""
        bare = bare_recipe(self._restart_state.recipe())
        self._ng_alarm.restore(bare.version)
        self._queue = InferenceQueue(self._line.exposed)
        self._operations = OperationHistory(Operation(Mode.LIVE, bare), self._queue.retire)

    def _make_recorder(self) -> None:
        """What comes after a verdict: records, events, the model on trial, care of the store."""
        data_dir = self._settings.data_dir
        self._events = EventPublisher(self._endpoints)
        self._shadow = ShadowThread(
            data_dir, self._settings.inference.threads, self._conditions, self._queue
        )
        self._housekeeping = Housekeeping(
            data_dir,
            self._recovery,
            self._journal,
            self._ledger,
            self._shadow,
            self._ng_alarm,
            self._challenge,
        )
        self._scene_watch = SceneWatch(self._conditions)
        self._recorder = RecorderThread(
            self._safe_recorder,
            DatasetStore(data_dir),
            self._events.publish,
            self._sinks,
            self._scene_watch,
            ImageFormatWatch(self._conditions),
            self._shadow,
            self._housekeeping,
        )

    def _make_inference(self) -> None:
        """The thread of the model, and the live view, which shows what it judged."""
        web = self._settings.web
        live_scene = LiveScene(self._operations)
        self._preview = Preview(
            self._endpoints,
            web.preview_width,
            web.preview_quality,
            self._events.publish,
            live_scene.deviation,
        )
        self._inference = InferenceThread(
            self._settings.station,
            self._queue,
            self._conditions,
            self._ng_alarm,
            self._challenge,
            self._output_lines,
            self._line.completed,
            self._recorder.record,
            self._recorder.collect,
            self._preview.offer,
        )

    def _make_capture(self) -> None:
        """The camera with the thread that owns it, and what asks for a part."""
        self._camera = make_camera(self._settings)
        router = LineFrameRouter(
            self._edges,
            self._operations,
            self._queue,
            self._challenge,
            self._preview.offer,
            lambda: self._capture.stream.count_bounce(),
        )
        self._capture = CaptureThread(
            self._camera,
            self._conditions,
            self._preview.offer,
            router.route,
            self._queue.has_room,
            self._operations.end_before,
        )
        self._software_triggers = SoftwareTriggers(
            self._edges, self._operations, self._capture, self._queue, self._production
        )

    def _make_station(self) -> None:
        """What people and other programs do with it: mode, recipe, model, commands."""
        data_dir, threads = self._settings.data_dir, self._settings.inference.threads
        state = StationState(data_dir)
        self._loader = RecipeLoader(
            data_dir,
            threads,
            OutputContext(self._camera, self._output_lines),
            self._conditions,
        )
        operation_switch = OperationSwitch(
            self._operations,
            self._capture,
            self._software_triggers,
            state,
            self._challenge,
            self._conditions,
        )
        recipes = RecipeSwitch(data_dir, self._loader, operation_switch, self._shadow)
        self._wires = make_wires(self._settings, self._line)
        self._status = StatusReporter(
            self._settings,
            self._operations,
            self._capture.stream,
            self._queue,
            self._recorder,
            self._shadow,
            self._scene_watch,
            self._sinks,
            self._wires,
            self._output_lines,
            self._conditions,
        )
        self._station = Station(
            self._camera,
            self._capture,
            self._software_triggers,
            operation_switch,
            OrderlyStop(self._capture, self._operations, self._queue, self._output_lines),
            state,
            Runs(data_dir),
            recipes,
            ModelRollout(data_dir, operation_switch, recipes, self._shadow),
            self._ng_alarm,
            self._challenge,
            self._production,
            WireMonitor(self._wires),
            self._status.read,
        )
        self._line_control = StationLineControl(
            self._station,
            operation_switch,
            self._capture.stream,
            self._production,
            {"capture": self._capture.heartbeat, "inference": self._inference.heartbeat},
        )
        self._output_lines.is_ready = lambda: self._line_control.obstacle() is None
        self._server = CommandServer(self._endpoints, self._station)

    def _make_watches(self) -> None:
        """What watches over it: a copy of the database, self-check and watchdog."""
        self._notifiers = make_notifiers(self._settings)
        self._copy = DatabaseCopyThread(self._settings.data_dir)
        self._self_check = SelfCheck(
            self._settings.data_dir,
            self._recorder,
            self._journal,
            self._housekeeping,
            self._sinks,
            self._notifiers,
            self._wires,
            SyncReports(self._settings.data_dir) if self._settings.sync else None,
            ExportReports(self._settings.data_dir) if self._settings.export.when != "off" else None,
            ShiftReportState(self._settings.data_dir)
            if self._settings.reports.shift_report
            else None,
            self._conditions,
        )
        self._watchdog = Watchdog(
            (
                ("capture", self._capture.heartbeat),
                ("inference", self._inference.heartbeat),
                ("recorder", self._recorder.heartbeat),
            )
        )

    def _acquired(self, edge: TriggerEdge) -> None:
        self._output_lines.edge(edge)
        self._line.acquired(edge.trigger_id)

    def start(self) -> None:
        """Starts every thread, the receivers of results before their sources."""
        for sink in self._sinks:
            sink.start()
        for notifier in self._notifiers:
            notifier.start()
        self._shadow.start()
        self._copy.start()
        self._recorder.start()
        self._inference.start()
        self._preview.start()
        self._station.start(self._restart_state, self._loader)
        self._line.connect(self._line_control)
        for sink in self._sinks:
            sink.connect(self._line_control)
        for wire in self._wires:
            wire.start()
        self._server.start()

    def tick(self) -> None:
        """Does what is due every second: conditions, status to all listeners, the watchdog."""
        self._self_check.run()
        self._challenge.look_at_clock()
        status = self._status.read()
        self._restart_state.note(status)
        self._events.publish(StatusEvent(status=status))
        for sink in self._sinks:
            sink.publish_status(status)
        for notifier in self._notifiers:
            notifier.note(status.conditions)
        self._watchdog.feed()

    def stop(self) -> None:
        """Stops the sources first, so that everything on its way reaches the ledger."""
        self._server.stop()
        self._line_control.stop()
        self._station.stop()
        self._inference.stop()
        self._output_lines.stop()
        # PLCs hear of the last parts before they read not-ready for good.
        for wire in self._wires:
            wire.stop()
        self._recorder.stop()
        self._shadow.stop()
        self._preview.stop()
        self._copy.stop()
        for sink in self._sinks:
            sink.stop()
        for notifier in self._notifiers:
            notifier.stop()
        self._events.close()
        self._journal.close()
        self._self_check.close()


def _recover(recovery: CrashRecovery) -> None:
    """Records what earlier runs left, if that takes bounded time; else the recorder goes on."""
    try:
        recovery.attempt(RECOVERY_S)
    except (sqlite3.DatabaseError, StoreError) as error:
        log.error("what the last run left is recorded later: %s", explain(error))
