"""The timer beats on, and a standstill is no burst afterwards."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from support.station import StationProcesses, eventually, write_pictures

from okng.device.ipc.commands import GetStatus
from okng.device.triggers import TriggerEvents
from okng.device.triggers.timer import TimerTrigger, TimerTriggerSettings
from okng.device.types import Inspection, Outcome, TriggerSource

PERIOD_MS = 100
"""Slow enough for a busy machine to judge every part."""
PERIODS_STOPPED = 40


def test_edges_of_a_standstill_are_skipped_and_counted() -> None:
    edges: list[float] = []
    skipped: list[int] = []

    def emit(source: TriggerSource, at_ns: int) -> None:
        edges.append(time.monotonic())
        if len(edges) == 3:
            time.sleep(1.0)

    timer = TimerTrigger(
        TimerTriggerSettings(period_ms=20),
        TriggerEvents(emit, skipped.append, lambda: None, lambda _: None),
    )
    started = time.monotonic()
    timer.start()
    eventually(lambda: len(edges) >= 10)
    timer.stop()
    periods = (edges[-1] - started) / 0.02
    assert sum(skipped) >= 45
    assert abs(len(edges) + sum(skipped) - periods) <= 2, "each is given or counted"
    after = [edge for edge in edges if edge > edges[2] + 0.9]
    assert after[2] - after[0] > 0.015, "no burst"


def test_a_stopped_process_makes_up_for_no_burst(
    tmp_path: Path, install_model: Callable[[Path], None]
) -> None:
    pictures = write_pictures(tmp_path / "pictures", 3)
    camera = {"type": "folder", "path": str(pictures)}
    station = StationProcesses(tmp_path / "station", camera, storage={"min_free_mb": 0})
    install_model(station.data_dir)
    try:
        station.start_device()
        station.inspect(trigger=TimerTriggerSettings(period_ms=PERIOD_MS))
        eventually(lambda: station.ledger.totals().parts >= 5)
        process = station.processes["device"]
        # A busy machine may have held the timer up before.
        before = station.client.ask(GetStatus()).counters.timer_skipped
        process.send_signal(signal.SIGSTOP)
        time.sleep(PERIODS_STOPPED * PERIOD_MS / 1000)
        continued_at = datetime.now(UTC)
        process.send_signal(signal.SIGCONT)

        def skipped() -> int:
            return station.client.ask(GetStatus()).counters.timer_skipped - before

        eventually(lambda: skipped() >= 0.9 * PERIODS_STOPPED)

        def rows() -> list[Inspection]:
            return station.ledger.page(since=0, start=continued_at, limit=1000)

        window = timedelta(milliseconds=4 * PERIOD_MS)
        eventually(lambda: rows() and rows()[-1].triggered_at - rows()[0].triggered_at > window)
        first, *_ = after = rows()
        burst = [row for row in after if row.triggered_at - first.triggered_at < window]
        assert len(burst) <= 8
        assert all(row.outcome is not Outcome.MISSED for row in burst)
    finally:
        station.stop()
