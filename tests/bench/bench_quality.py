"""The charts of the Quality page: what they find at which rate of rejects, and what they cost.

First, by base rate and parts a shift, within how many parts a doubled share is found 9 times of 10,
and the false alarms of a simulated stable line in 500 shifts. Then what the counts of defects cost
the recorder: rejects a second that are written with and without their triggers. `--quick` simulates
a tenth of the shifts.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from support.inspections import inspection

from okng.device.store.database import connect
from okng.device.store.ledger import Ledger, LedgerEntry
from okng.device.store.quality_chart import CHART_FALSE_ALARMS, CUSUM_FALSE_ALARMS
from okng.device.types import Outcome
from okng.models.evaluation.bernoulli_cusum import cusum_for, parts_until_found
from okng.models.evaluation.control_charts import control_limits

SHARES = (0.002, 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.15, 0.2)
PARTS_A_SHIFT = (80, 800, 8_000)
HOURS = 8
SIMULATED_PARTS = 8_000_000
TOGETHER = 10


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    quick = parser.parse_args().quick
    print("base rate, parts a shift: found within (9 of 10), false alarms in 500 shifts")
    for share in SHARES:
        for parts in PARTS_A_SHIFT:
            _tell(share, parts, SIMULATED_PARTS // (10 if quick else 1) // parts)
    _writes()


def _tell(share: float, parts: int, shifts: int) -> None:
    chart = cusum_for(share, parts / CUSUM_FALSE_ALARMS)
    assert chart
    random = np.random.default_rng(1)
    rejected = random.random(parts * shifts) < share
    hours = rejected.reshape(shifts * HOURS, -1).sum(axis=1)
    limits = control_limits(share, share, parts // HOURS, CHART_FALSE_ALARMS / 2 / HOURS)
    out = int(np.sum((hours > limits.upper) | (hours < limits.lower)))
    alarms = out + len(chart.course(rejected)[1])
    print(
        f"{share:6.1%} {parts:6}: {parts_until_found(chart):6} parts, "
        f"{500 * alarms / shifts:.2f} ({alarms} in {shifts} shifts)",
        flush=True,
    )


def _writes() -> None:
    with tempfile.TemporaryDirectory(prefix="okng-quality-") as temporary:
        ledgers = {}
        for name in ("without counts of defects", "with them"):
            ledgers[name] = Ledger(Path(temporary) / name)
            with closing(connect(Path(temporary) / name)) as connection:
                if name.startswith("without"):
                    connection.execute("DROP TRIGGER defect_is_there")
        for outcome in (Outcome.OK, Outcome.NG):
            rates: dict[str, list[float]] = {name: [] for name in ledgers}
            for _ in range(10):
                for name, ledger in ledgers.items():
                    rates[name].append(_rate(ledger, outcome))
            words = ", ".join(f"{name} {statistics.median(x):.0f}/s" for name, x in rates.items())
            print(f"{outcome} parts recorded, {TOGETHER} in a transaction: {words}")


def _rate(ledger: Ledger, outcome: Outcome, parts: int = 300) -> float:
    first = ledger.last_trigger_id() + 1
    recipe = {"name": "discs", "version": 1}
    entries = [
        LedgerEntry(
            inspection(
                first + number,
                outcome=outcome,
                triggered_at=datetime.now(UTC),
                recipe=recipe,
                failed_rules=("dent",) if outcome is Outcome.NG else (),
            )
        )
        for number in range(parts)
    ]
    begin = time.perf_counter()
    for start in range(0, parts, TOGETHER):
        ledger.record(entries[start : start + TOGETHER], [])
    return parts / (time.perf_counter() - begin)


if __name__ == "__main__":
    main()
