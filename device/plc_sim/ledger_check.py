"""Compares what a PLC was told with what the station's ledger has."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path

from okng.device.store.ledger import Ledger
from okng.device.wires.field_values import OUTCOME_CODES


def compare_with_ledger(
    data_dir: Path, sent: Mapping[int, str], outcomes: Mapping[int, int], wait_s: float = 10.0
) -> dict[str, int]:
    """Counts parts that are `equal`, `different`, or `missing` in the ledger.

    Args:
        data_dir: Of the station.
        sent: Part ids of the accepted triggers by trigger id; empty where none was given.
        outcomes: Codes of the outcomes that the PLC read, by trigger id.
        wait_s: How long the last parts may take to be recorded, in seconds.
    """
    ledger = Ledger(data_dir)
    deadline = time.monotonic() + wait_s
    counts = {"equal": 0, "different": 0, "missing": 0}
    for trigger_id, part_id in sent.items():
        while (stored := ledger.by_trigger(trigger_id)) is None and time.monotonic() < deadline:
            time.sleep(0.05)
        if stored is None:
            counts["missing"] += 1
            continue
        code = OUTCOME_CODES[stored.outcome]
        same = (stored.part_id or "") == part_id and outcomes.get(trigger_id, code) == code
        counts["equal" if same else "different"] += 1
    ledger.close()
    return counts
