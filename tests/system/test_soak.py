"""Ten thousand parts at the highest rate that the machine sustains: none is lost."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from support.station import StationProcesses

from okng.device.ipc.commands import FireTrigger
from okng.device.types import Outcome, TriggerSource

TRIGGERS = 10_000
CALLERS = 4


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_ten_thousand_triggers_end_with_verdict_and_picture(inspecting: StationProcesses) -> None:
    def fire() -> None:
        for _ in range(TRIGGERS // CALLERS):
            inspecting.client.ask(FireTrigger(source=TriggerSource.HTTP, wait_ms=30_000))

    callers = [threading.Thread(target=fire) for _ in range(CALLERS)]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join()
    rows = list(inspecting.ledger.iterate())
    assert [row.trigger_id for row in rows] == list(range(1, TRIGGERS + 1))
    judged = {Outcome.OK, Outcome.NG}
    assert not [(row.trigger_id, row.reason) for row in rows if row.outcome not in judged]
    pictures = (inspecting.data_dir / "images").rglob("*.png")
    stored = {str(path.relative_to(inspecting.data_dir)) for path in pictures}
    assert {row.picture_path for row in rows} == stored
    memory = resident_mib(inspecting.processes["device"].pid)
    assert memory < 400, f"{memory} MiB"


def resident_mib(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    line = next(line for line in lines if line.startswith("VmRSS"))
    return int(line.split()[1]) // 1024
