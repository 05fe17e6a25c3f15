"""What came of the handshakes of a virtual PLC."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from okng.device.handshake.signals import AcquisitionError
from okng.device.wires.field_values import OUTCOME_CODES

_OUTCOMES = {code: str(outcome) for outcome, code in OUTCOME_CODES.items()}


@dataclass
class Report:
    """Counts of triggers and results; times are in milliseconds."""

    triggers: int = 0
    accepted: int = 0
    errors: Counter[str] = field(default_factory=Counter)
    """Triggers that were not accepted, by the name of their error."""
    results: Counter[str] = field(default_factory=Counter)
    """Results of accepted triggers by their outcome."""
    stale: int = 0
    """Results that were read while another part was the newest: told apart by their id."""
    read_again: int = 0
    """Results that were shown once more, since they weren't acknowledged."""
    foreign: int = 0
    """Results of parts that somebody else triggered."""
    unread: int = 0
    """Accepted triggers whose result was never shown, or not in time."""
    wrong_associations: int = 0
    """Results that belong to another part than their trigger id says. Must be zero."""
    reconnects: int = 0
    duration_s: float = 0.0
    handshake_ms: list[float] = field(default_factory=list)
    """From writing the trigger to reading its result, for each part."""
    verdict_to_wire_ms: list[float] = field(default_factory=list)
    """The part of it that is not the station's own time to the verdict."""
    ledger: dict[str, int] | None = None
    """What the comparison with the station's ledger found; None where there was none."""

    @property
    def passed(self) -> bool:
        """Whether each result belonged to its part, and the ledger has each part."""
        in_ledger = not self.ledger or not (self.ledger["missing"] or self.ledger["different"])
        return self.wrong_associations == 0 and in_ledger

    def take_error(self, code: int) -> None:
        """Counts a trigger that was not accepted."""
        known = code in set(AcquisitionError)
        self.errors[AcquisitionError(code).name if known else f"code {code}"] += 1

    def take_outcome(self, code: int) -> None:
        """Counts the result of an accepted trigger."""
        self.results[_OUTCOMES.get(code, f"code {code}")] += 1

    def as_dict(self) -> dict[str, object]:
        """The report for programs, with percentiles in place of single times."""
        return {
            "passed": self.passed,
            "triggers": self.triggers,
            "accepted": self.accepted,
            "errors": dict(self.errors),
            "results": dict(self.results),
            "stale": self.stale,
            "read_again": self.read_again,
            "foreign": self.foreign,
            "unread": self.unread,
            "wrong_associations": self.wrong_associations,
            "reconnects": self.reconnects,
            "duration_s": round(self.duration_s, 3),
            "parts_per_s": round(self.parts_per_s, 2),
            "handshake_ms": percentiles(self.handshake_ms),
            "verdict_to_wire_ms": percentiles(self.verdict_to_wire_ms),
            "ledger": self.ledger,
        }

    @property
    def parts_per_s(self) -> float:
        """Accepted triggers by the time that all took."""
        return self.accepted / self.duration_s if self.duration_s else 0.0

    def text(self) -> str:
        """The report for people."""
        lines = [
            f"triggers             {self.triggers}",
            f"accepted             {self.accepted}",
            f"not accepted         {_counted(self.errors)}",
            f"results              {_counted(self.results)}",
            f"stale results        {self.stale}",
            f"read again           {self.read_again}",
            f"of others' triggers  {self.foreign}",
            f"never read           {self.unread}",
            f"wrong associations   {self.wrong_associations}",
            f"reconnects           {self.reconnects}",
            f"duration             {self.duration_s:.1f} s, {self.parts_per_s:.1f} parts/s",
            f"handshake            {_spread(self.handshake_ms)}",
            f"verdict to wire      {_spread(self.verdict_to_wire_ms)}",
        ]
        if self.ledger:
            lines.append(f"in the ledger        {_counted(self.ledger)}")
        lines.append("PASSED" if self.passed else "FAILED: results were given to wrong parts")
        return "\n".join(lines)


def percentiles(times_ms: Sequence[float]) -> dict[str, float] | None:
    """The 50th, 95th and 99th percentile in milliseconds; None of no times."""
    if not times_ms:
        return None
    return {f"p{share}": round(float(np.percentile(times_ms, share)), 3) for share in (50, 95, 99)}


def _spread(times_ms: Sequence[float]) -> str:
    spread = percentiles(times_ms)
    if spread is None:
        return "-"
    return ", ".join(f"{name} {value:.1f} ms" for name, value in spread.items())


def _counted(counts: dict[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(counts.items())) or "-"
