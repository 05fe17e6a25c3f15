"""The station's digital output lines, and what all its outputs share."""

from __future__ import annotations

import logging
import threading
import time
from collections import Counter, OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING

from okng.device.health.condition import Severity
from okng.device.health.conditions import Conditions
from okng.device.outputs.digital_line import DigitalLine, LineDriver
from okng.device.outputs.scheduler import OutputScheduler
from okng.device.types import TriggerEdge
from okng.models.strict_model import StrictModel

if TYPE_CHECKING:
    from okng.device.outputs.digital_output import DigitalOutput

log = logging.getLogger(__name__)

MAX_PARTS = 256
"""So many of the newest edges are known: no more parts are between the camera and a gate."""
POLL_S = 0.01

Address = tuple[str, ...]
"""Names one physical line: the device, then the line on it."""


class OutputCounters(StrictModel):
    """What went wrong with verdicts and outputs since the process started."""

    late: int = 0
    """Verdicts after the recipe's time limit."""
    late_for_gate: int = 0
    """Verdicts after the moment at which an output was due that counts from the trigger."""
    faults: int = 0
    """Signals that an output could not give."""


class OutputLines:
    """Opens each line once, tells the outputs of edges and counts faults. Thread-safe.

    Each device has a scheduler of its own: a camera that does not answer holds up no other.
    """

    def __init__(self, conditions: Conditions) -> None:
        self.is_ready: Callable[[], bool] = lambda: False
        """Whether a part could be inspected now; never blocks."""
        self._counts = Counter[str]()
        self._conditions = conditions
        self._lock = threading.Lock()
        # Apart: a line that tells of its fault is locked, and may be waited for under the other.
        self._counting = threading.Lock()
        self._schedulers: dict[str, OutputScheduler] = {}
        self._lines: dict[Address, DigitalLine] = {}
        self._outputs: set[DigitalOutput] = set()
        self._edges: OrderedDict[int, int] = OrderedDict()

    @property
    def counters(self) -> OutputCounters:
        """What went wrong since the process started."""
        with self._counting:
            return OutputCounters(**self._counts)

    @property
    def has_fault(self) -> bool:
        """Whether a line could not be set when a signal began or ended."""
        return any(line.fault for line in self._lines.copy().values())

    def count(self, **more: int) -> None:
        """Adds to the counters."""
        with self._counting:
            self._counts.update(more)

    def open(
        self, output: DigitalOutput, connect: Callable[[bool], LineDriver], active_low: bool
    ) -> DigitalLine:
        """The line of an output, which hears of edges from now on.

        Args:
            output: Names the line by its `address`.
            connect: Makes the driver, with this level, unless the line is open already.
            active_low: Whether the low level is the active one.

        Raises:
            OutputError: as `connect`.
        """
        address = output.address
        with self._lock:
            line = self._lines.get(address)
            if line is None or not line.join(active_low):
                driver = connect(active_low)
                scheduler = self.scheduler(address[0])
                line = DigitalLine(address[-1], driver, scheduler, self._report, active_low)
                line.join(active_low)
                self._lines[address] = line
            self._outputs.add(output)
            return line

    def forget(self, output: DigitalOutput) -> None:
        """Tells a closed output of no more edges."""
        with self._lock:
            self._outputs.discard(output)

    def scheduler(self, device: str) -> OutputScheduler:
        """The scheduler of a device's lines."""
        return self._schedulers.setdefault(device, OutputScheduler(f"{device}-outputs"))

    def edge(self, edge: TriggerEdge) -> None:
        """A part came to the camera; never raises or waits for a line."""
        with self._lock:
            self._edges[edge.trigger_id] = edge.at_ns
            if len(self._edges) > MAX_PARTS:
                self._edges.popitem(last=False)
            outputs = tuple(self._outputs)
        for output in outputs:
            output.edge(edge)

    def edge_ns(self, trigger_id: int) -> int | None:
        """When a part came to the camera; None when it didn't yet."""
        return self._edges.get(trigger_id)

    def drain(self, timeout_s: float, beat: Callable[[], None]) -> None:
        """Waits for the signals that begin in this time.

        Args:
            timeout_s: The longest wait.
            beat: Called meanwhile, many times a second.
        """
        end_ns = time.monotonic_ns() + round(timeout_s * 1e9)
        lines = tuple(self._lines.values())
        while any(line.is_busy(end_ns) for line in lines) and time.monotonic_ns() < end_ns:
            beat()
            time.sleep(POLL_S)

    def stop(self) -> None:
        """Sets every line inactive and gives it back; says whose signals were not given."""
        with self._lock:
            outputs, lines = tuple(self._outputs), tuple(self._lines.values())
            self._outputs.clear()
            self._lines.clear()
        waiting: set[int] = set().union(*(one.parts_waiting for one in outputs))
        waiting = waiting.union(*(line.parts_waiting for line in lines))
        if waiting:
            log.error(
                "the station stopped before these parts came to the gate; their signals were not "
                "given: %s",
                ", ".join(map(str, sorted(waiting))),
            )
        for line in lines:
            line.close()
        for scheduler in self._schedulers.values():
            scheduler.stop()

    def _report(self) -> None:
        faults = [line.fault for line in self._lines.copy().values() if line.fault]
        if faults:
            self.count(faults=1)
            self._conditions.set("output_fault", Severity.FAULT, "; ".join(faults))
        else:
            self._conditions.clear("output_fault")
