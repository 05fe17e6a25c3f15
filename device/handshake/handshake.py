"""The handshake's state machine: the edges of a PLC in, the signals of the station out.

It knows no wire, no thread and no clock; `Line` holds one for each wire.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from okng.device.handshake.signals import (
    AcquisitionError,
    PartResult,
    PlcSignals,
    StationSignals,
)
from okng.device.ipc.errors import RefusedError

log = logging.getLogger(__name__)

RESULT_BUFFERS = 8
"""Results that may wait for their acknowledgement, with the shown one; In-Sight has as many."""

Fire = Callable[[str | None], int]
"""Triggers the inspection of the part with this id, and gives the trigger id of its edge.

Raises:
    RefusedError: the station takes no trigger now.
"""


class Handshake:
    """The handshake of one wire. Not thread-safe."""

    def __init__(self, parts_in_flight: int = 1) -> None:
        """Args:
        parts_in_flight: Triggers that are accepted before the first one's result is there. With
            more than one the PLC has to tell results apart by their id.
        """
        self._parts_in_flight = parts_in_flight
        self._plc: PlcSignals | None = None
        self._in_flight: set[int] = set()
        self._newest_id = self._exposed_id = 0
        self._waiting: deque[PartResult] = deque()
        """Results that aren't acknowledged; the first one is shown while `results_valid` is set."""
        self.signals = StationSignals()
        """What the station says now."""
        self.refused = 0
        """Triggers that were not accepted."""

    def update(self, plc: PlcSignals, online: bool, fire: Fire) -> StationSignals:
        """Takes the PLC's levels as they are now; their edges are those against the call before.

        Args:
            plc: All signals of the PLC at one moment.
            online: Whether the station could inspect a part.
            fire: Called when a trigger is accepted, at most once.

        Returns:
            The station's signals, which belong on the wire together.
        """
        before, self._plc = self._plc, plc
        self._say(online=online)
        if before is None:
            before = plc
            if plc.trigger_enable and plc.trigger:
                self._say(acquisition_error=AcquisitionError.TRIGGER_HELD)
        if not plc.trigger_enable:
            self._clear_errors()
        if not (plc.trigger_enable and plc.trigger):
            self._say(trigger_ack=False)
        if plc.results_ack and not before.results_ack:
            self._acknowledge()
        self._show_next()
        if plc.trigger_enable and plc.trigger and not before.trigger:
            self._take_trigger(plc.part_id, fire)
        return self._settle()

    def forget_levels(self) -> None:
        """Takes the PLC as gone: what is high when it is back is no edge."""
        self._plc = None

    def acquired(self, trigger_id: int) -> StationSignals:
        """Takes note of a part on its way, whatever triggered it; ids grow."""
        if trigger_id not in self._in_flight:
            self._in_flight.add(trigger_id)
            self._newest_id = max(trigger_id, self._newest_id)
        return self._settle()

    def exposed(self, trigger_id: int) -> StationSignals:
        """Takes note that the picture of a part is there; pictures come in the order of parts."""
        self._exposed_id = max(trigger_id, self._exposed_id)
        return self._settle()

    def completed(self, result: PartResult) -> StationSignals:
        """Takes the result of a part; without a free buffer it is lost, and the PLC is told."""
        self._in_flight.discard(result.trigger_id)
        self._say(inspection_completed=not self.signals.inspection_completed)
        if len(self._waiting) >= RESULT_BUFFERS:
            self._say(results_overrun=True, results_lost=self.signals.results_lost + 1)
        else:
            self._waiting.append(result)
        self._show_next()
        return self._settle()

    def _take_trigger(self, part_id: str | None, fire: Fire) -> None:
        error = self._obstacle()
        if error is AcquisitionError.NONE:
            try:
                trigger_id = fire(part_id)
            except RefusedError as refusal:
                log.warning("the PLC's trigger was refused: %s", refusal)
                error = AcquisitionError.REFUSED
            else:
                self.acquired(trigger_id)
                self._say(trigger_ack=True, acquisition_id=trigger_id)
        self._say(acquisition_error=error)
        self.refused += error is not AcquisitionError.NONE

    def _obstacle(self) -> AcquisitionError:
        if not self.signals.online:
            return AcquisitionError.NOT_ONLINE
        if len(self._in_flight) >= self._parts_in_flight:
            return AcquisitionError.BUSY
        if len(self._in_flight) + len(self._waiting) >= RESULT_BUFFERS:
            return AcquisitionError.NO_BUFFER
        return AcquisitionError.NONE

    def _acknowledge(self) -> None:
        if self.signals.results_valid:
            self._waiting.popleft()
            self._say(results_valid=False)

    def _show_next(self) -> None:
        acknowledging = self._plc is not None and self._plc.results_ack
        if self._waiting and not self.signals.results_valid and not acknowledging:
            self._say(results_valid=True, result=self._waiting[0])

    def _clear_errors(self) -> None:
        self._say(acquisition_error=AcquisitionError.NONE, results_overrun=False, results_lost=0)

    def _settle(self) -> StationSignals:
        """Brings the signals that follow from others up to date."""
        if not self.signals.trigger_ack:
            # While it acknowledges a trigger it names that part, whatever else comes meanwhile.
            self._say(acquisition_id=self._newest_id)
        plc, signals = self._plc, self.signals
        ready = bool(plc and plc.trigger_enable and not plc.trigger)
        shown_id = signals.result.trigger_id if signals.result else None
        self._say(
            trigger_ready=ready and self._obstacle() is AcquisitionError.NONE,
            exposure_complete=0 < signals.acquisition_id <= self._exposed_id,
            results_stale=signals.results_valid and shown_id != self._newest_id,
            results_waiting=len(self._waiting),
        )
        return self.signals

    def _say(self, **signals: Any) -> None:
        self.signals = replace(self.signals, **signals)
