"""The signals of the handshake: those that the PLC gives, and those that the station gives.

Names and order of the edges are those of Cognex In-Sight's trigger and result handshake, with which
Keyence's agrees; docs/plc.md has the sequence.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from okng.device.outputs import Signal
from okng.device.types import Inspection, Outcome


@dataclass(frozen=True, slots=True)
class PlcSignals:
    """What the PLC says; every signal is a level, and its edges are what counts."""

    trigger_enable: bool = False
    """The PLC takes part: only then a trigger is accepted. Its falling edge clears all errors."""
    trigger: bool = False
    """A rising edge asks for the inspection of a part."""
    results_ack: bool = False
    """A rising edge says that the shown result was read."""
    part_id: str | None = None
    """Identifies the part; read with the rising edge of `trigger`."""


class AcquisitionError(IntEnum):
    """Why the last trigger was not accepted; the numbers are those on the wires."""

    NONE = 0
    NOT_ONLINE = 1
    """The station isn't inspecting, has no camera, or changes over to another recipe."""
    BUSY = 2
    """As many parts as may be are on their way, or the trigger before is still acknowledged."""
    NO_BUFFER = 3
    """Results wait for their acknowledgement, and there is no room for one more."""
    TRIGGER_HELD = 4
    """The trigger was high when the station started: whether it is a new part isn't known."""
    REFUSED = 5
    """The station refused it; its log says why."""


@dataclass(frozen=True, slots=True)
class PartResult:
    """The result of one part, as it is shown to the PLC."""

    trigger_id: int
    """Number of the trigger edge in the ledger; equals the AcquisitionID of its trigger."""
    outcome: Outcome
    signal: Signal
    """OK or NG, or the recipe's safe output for a part that could not be judged."""
    score: float | None
    threshold: float | None
    part_id: str | None
    late: bool
    verdict_ms: float | None
    """Milliseconds from the trigger edge to the verdict."""
    simulated: bool = False
    """Whether the camera is an emulated one."""

    @classmethod
    def of(cls, inspection: Inspection, signal: Signal) -> PartResult:
        """The result of an inspection whose signal was given."""
        return cls(
            trigger_id=inspection.trigger_id,
            outcome=inspection.outcome,
            signal=signal,
            score=inspection.score,
            threshold=inspection.threshold,
            part_id=inspection.part_id,
            late=inspection.late,
            verdict_ms=inspection.latency.verdict_ms,
            simulated=inspection.simulated,
        )


@dataclass(frozen=True, slots=True)
class StationSignals:
    """What the station says; all of it belongs together and is put on a wire at once."""

    online: bool = False
    """The station inspects, the camera streams, and no changeover is going on or has failed."""
    trigger_ready: bool = False
    """A rising edge of `trigger` would be accepted now."""
    trigger_ack: bool = False
    """The trigger was accepted; falls when `trigger` falls."""
    acquisition_id: int = 0
    """Trigger id of the part whose trigger is acknowledged, and otherwise of the newest part,
    whatever triggered it; set before `trigger_ack`."""
    exposure_complete: bool = False
    """The picture of that part is taken: the part may move."""
    acquisition_error: AcquisitionError = AcquisitionError.NONE
    """Stays until the next accepted trigger, or until `trigger_enable` falls."""
    inspection_completed: bool = False
    """Toggles with every completed inspection, whether its result is shown yet or not."""
    results_valid: bool = False
    """`result` may be read; falls with the rising edge of `results_ack`."""
    result: PartResult | None = None
    """The shown result; stays after its acknowledgement until the next one is shown."""
    results_stale: bool = False
    """The shown result isn't that of the newest part: an acknowledgement was left out, or more than
    one part is on its way, and the PLC has to compare the ids."""
    results_overrun: bool = False
    """Results were lost, since none was acknowledged for too long; `trigger_enable` clears it."""
    results_lost: int = 0
    """How many, since `trigger_enable` rose."""
    results_waiting: int = 0
    """Results that aren't acknowledged yet, with the shown one."""
