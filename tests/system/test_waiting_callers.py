"""Callers who wait for a slow device process don't block the pages."""

from __future__ import annotations

import signal
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from support.station import StationProcesses, eventually

from okng.webui.services import MAX_SLOW_CALLS

CALLERS = 3 * MAX_SLOW_CALLS


@pytest.mark.slow
def test_pages_are_served_while_the_device_process_keeps_callers_waiting(
    inspecting: StationProcesses,
) -> None:
    inspecting.start_web()
    session = inspecting.claim()
    url = f"{inspecting.url}/api/v1"
    device = inspecting.processes["device"]

    def trigger(_: int) -> int:
        body = {"wait_ms": 60_000}
        return session.post(f"{url}/trigger", json=body, timeout=90).status_code

    device.send_signal(signal.SIGSTOP)
    with ThreadPoolExecutor(CALLERS) as callers:
        try:
            answers = [callers.submit(trigger, number) for number in range(CALLERS)]
            refused = CALLERS - MAX_SLOW_CALLS
            eventually(lambda: sum(answer.done() for answer in answers) >= refused)
            started_s = time.monotonic()
            assert session.get(f"{url}/recipes", timeout=30).status_code == 200
            assert session.get(f"{url}/status", timeout=30).status_code == 503
            assert time.monotonic() - started_s < 20
        finally:
            device.send_signal(signal.SIGCONT)
        assert all(answer.result() in (200, 503) for answer in answers)
    assert session.get(f"{url}/status", timeout=30).status_code == 200
