"""What a PLC reads in its own memory when the device process is killed or stands still."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable

from support.plc_memories import S7Plc
from support.station import StationProcesses, eventually


def stands_still(plc: S7Plc) -> bool:
    """Whether nothing changes in three times the heartbeat's period."""
    before = plc.get()
    time.sleep(0.3)
    return plc.get() == before


def test_a_killed_station_reads_not_ready(
    make_processes: Callable[..., StationProcesses],
) -> None:
    with S7Plc() as plc:
        station = make_processes(wires=[plc.wire()])
        station.start_device()
        station.inspect()
        plc.set(trigger_enable=True)
        plc.wait(trigger_ready=True)
        plc.set(trigger=True, part_id="A-7")
        plc.wait(results_valid=True)
        process = station.processes["device"]
        process.send_signal(signal.SIGSTOP)
        eventually(lambda: stands_still(plc))
        process.send_signal(signal.SIGCONT)
        killed_s = time.monotonic()
        station.kill("device")
        eventually(lambda: plc.get() == bytes(len(plc.get())), period_s=0.005)
        print(f"not ready {1000 * (time.monotonic() - killed_s):.0f} ms after SIGKILL")
        eventually(lambda: "the device process has ended, and DB 5" in station.log.read_text())
