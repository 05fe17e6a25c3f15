"""The camera's stream: the settings requested and applied, and the frames that it brings."""

from __future__ import annotations

import logging
import time
from contextlib import suppress
from datetime import UTC, datetime

from okng.device.cameras.acquisition_settings import Acquisition, RegionOfInterest
from okng.device.cameras.applied_acquisition import AppliedAcquisition
from okng.device.cameras.camera import (
    Arming,
    Camera,
    CameraCounters,
    CameraError,
    CameraInfo,
    Grab,
    PlayedPicture,
)
from okng.device.health.condition import ConditionCode, Severity
from okng.device.health.conditions import Conditions
from okng.device.health.sentences import sentence
from okng.device.health.watchdog import LONG_STEP_S, Heartbeat
from okng.device.pipeline.bit_replication import expand_to_16_bits
from okng.device.pipeline.edge_reconciliation import EdgeReconciliation
from okng.device.pipeline.line_backlog import LAST_FRAME_MS, LineBacklog
from okng.device.triggers.line import LineTriggerSettings
from okng.device.types import CameraState, Frame

log = logging.getLogger(__name__)

FINISH_S = 3.0
"""Time for all waiting frames when the line is stopped, beyond delay and exposure."""
POLL_MS = 100
"""How long a wait for a frame may hold up a command."""


class CameraStream:
    """Opens, starts and closes the camera in the capture thread; other threads only read.

    After a camera was lost it starts again with the settings that were requested last.
    """

    def __init__(self, camera: Camera, conditions: Conditions, heartbeat: Heartbeat) -> None:
        self.camera = camera
        self.heartbeat = heartbeat
        self.counts = dict.fromkeys(CameraCounters.model_fields, 0)
        self._reconciliation = EdgeReconciliation(camera.counted_edges, time.monotonic_ns)
        self.backlog = LineBacklog(camera, self.make_frame, self.counts, self._reconciliation.note)
        self.state = CameraState.OPENING
        self.info: CameraInfo | None = None
        self.applied: AppliedAcquisition | None = None
        self.played: PlayedPicture | None = None
        """The newest frame's picture, of a camera that plays pictures by triggers."""
        self.asked = Acquisition()
        """The settings as requested; a later recipe may name these or `taken`."""
        self.taken = Acquisition()
        """The requested settings, with the camera's values where it rounded or clipped them."""
        self.arming: Arming | LineTriggerSettings = "free_running"
        self.started_ns = 0
        """When the present settings came into force: no frame is from before it."""
        self.silent_s = 0.0
        """How long a free-running camera has given no frame."""
        self._conditions = conditions
        self._opened_before = self._simulated = False

    # --- any thread -----------------------------------------------------------------------

    @property
    def counters(self) -> CameraCounters:
        """Frames, failures and losses since the process started."""
        return CameraCounters(**self.counts)

    @property
    def is_on_line(self) -> bool:
        """Whether the camera waits for edges on its line."""
        return not isinstance(self.arming, str)

    def count_timer_skipped(self, edges: int) -> None:
        """Counts edges that the trigger left out."""
        self.counts["timer_skipped"] += edges

    def count_bounce(self) -> None:
        """Counts an edge that was no part."""
        self.counts["bounced_edges"] += 1

    def unchanged(
        self, acquisition: Acquisition, arming: Arming | LineTriggerSettings
    ) -> AppliedAcquisition | None:
        """What the camera runs with, if it matches the request; None if it has to be changed."""
        applied = self.applied
        if applied is None or arming != self.arming:
            return None
        if acquisition == self.asked:
            return applied
        if acquisition != self.taken:
            return None
        # The request names the values that the camera had chosen: nothing was corrected.
        own = Acquisition.model_fields.keys() | RegionOfInterest.model_fields.keys()
        corrections = tuple(
            correction for correction in applied.corrections if correction.setting not in own
        )
        return applied.model_copy(update={"corrections": corrections})

    # --- the capture thread ---------------------------------------------------------------

    def ask(self, acquisition: Acquisition, arming: Arming | LineTriggerSettings) -> None:
        """Settings for the next start; the camera has not rounded anything of them yet."""
        self.asked, self.taken, self.arming = acquisition, acquisition, arming

    def open(self) -> None:
        """Opens the camera and starts it.

        Raises:
            CameraError: it is absent or fails.
        """
        if self.state is not CameraState.ABSENT:
            self.state = CameraState.OPENING
        self.info = self.camera.open()
        self._simulated = self.info.simulated
        self.start()
        self.state = CameraState.STREAMING
        self.counts["reconnected"] += self._opened_before
        self._opened_before = True
        self._conditions.clear("camera_absent")
        self._conditions.clear("camera_fault")
        log.info("camera %s %s streams", self.info.model, self.info.serial)

    def start(self) -> None:
        """Starts the camera anew, with the requested settings.

        Raises:
            CameraError: it refuses them, or is gone.
        """
        self.heartbeat.beat(LONG_STEP_S)
        started_ns = time.monotonic_ns()
        self.applied = self.camera.start(self.asked, self.arming)
        self.taken = _as_taken(self.asked, self.applied)
        self.silent_s = 0.0
        self.backlog.begin(started_ns)
        self._reconciliation.begin()
        self._conditions.clear("edges_unaccounted")
        self.started_ns = started_ns
        if self.applied.corrections:
            reasons = " ".join(correction.in_words for correction in self.applied.corrections)
            self._conditions.set("camera_settings_clipped", Severity.WARNING, reasons)
        else:
            self._conditions.clear("camera_settings_clipped")

    def reconcile_edges(self) -> None:
        """Holds the camera's own count of edges against those that came; says a difference.

        Raises:
            CameraError: the camera is gone.
        """
        found = self._reconciliation.compare(self.backlog.all_before_ns)
        if found is None:
            return
        if found.counted == found.came:
            self._conditions.clear("edges_unaccounted")
            return
        message = sentence("edges_unaccounted", "edges", counted=found.counted, came=found.came)
        self._conditions.set("edges_unaccounted", Severity.WARNING, message)

    def finish_line(self) -> None:
        """Takes no more edges; what the line brought by then is in the backlog."""
        if not self.is_on_line:
            return
        frame_s = self.camera.frame_time_s() + LAST_FRAME_MS / 1000
        deadline_s = time.monotonic() + frame_s + FINISH_S
        # A camera that is gone fails again when it is started.
        with suppress(CameraError):
            self.camera.stop_triggers()
            quiet_at_s = time.monotonic() + frame_s
            while not self.camera.is_drained() and (now_s := time.monotonic()) < quiet_at_s:
                self.heartbeat.beat()
                if self.backlog.fetch(POLL_MS):
                    quiet_at_s = now_s + frame_s
                if now_s > deadline_s:
                    log.warning("the camera goes on giving pictures although its line was stopped")
                    return

    def close(self) -> None:
        """Closes the camera; what its line brought before is in the backlog."""
        # What the line brought before it broke is still good.
        with suppress(CameraError):
            while self.is_on_line and not self.backlog.is_full and self.backlog.fetch(0):
                self.heartbeat.beat()
        self.camera.close()
        self.backlog.note_lost()

    def lose(self, state: CameraState, message: str) -> None:
        """Notes that the camera is absent or at fault; `close` follows."""
        self.state, self.info, self.applied, self.played = state, None, None, None
        present: ConditionCode = "camera_absent"
        past: ConditionCode = "camera_fault"
        if state is CameraState.FAULT:
            present, past = past, present
        self._conditions.set(present, Severity.FAULT, message)
        self._conditions.clear(past)

    def make_frame(self, grab: Grab) -> Frame:
        """The frame of what the camera gave, with the next number."""
        self.counts["frames"] += 1
        self.silent_s = 0.0
        self.played = grab.played
        return Frame(
            image=expand_to_16_bits(grab.image, grab.significant_bits),
            frame_number=self.counts["frames"],
            captured_at=datetime.now(UTC),
            captured_ns=time.monotonic_ns(),
            simulated=self._simulated,
            file_name=grab.played.name if grab.played else None,
        )


def _as_taken(requested: Acquisition, applied: AppliedAcquisition) -> Acquisition:
    """The requested settings, with the camera's values where it rounded or clipped them."""
    corrected = {correction.setting for correction in applied.corrections}
    names = corrected & {"exposure_us", "gain_db", "frame_rate_hz"}
    values = {name: getattr(applied, name) for name in names}
    if requested.roi:
        values["roi"] = RegionOfInterest(
            offset_x=applied.offset_x,
            offset_y=applied.offset_y,
            width=applied.width,
            height=applied.height,
        )
    return requested.model_copy(update=values)
