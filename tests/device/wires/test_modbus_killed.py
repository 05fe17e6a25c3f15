"""The device process is killed in the middle of handshakes over Modbus."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
from support.station import StationProcesses, eventually, free_port, write_pictures

from okng.device.plc_sim.connection import PlcConnectionError
from okng.device.plc_sim.modbus import ModbusConnection
from okng.device.plc_sim.virtual_plc import Behaviour, VirtualPlc
from okng.device.types import Outcome
from okng.device.wires.field_values import OUTCOME_CODES


@pytest.mark.slow
def test_after_a_kill_every_accepted_part_is_in_the_ledger_and_no_result_was_mixed_up(
    tmp_path: Path, install_model: object
) -> None:
    assert callable(install_model)
    camera = {"type": "pylon", "emulate": True, "image_folder": str(write_pictures(tmp_path, 6))}
    port = free_port()
    wires = [{"type": "modbus", "port": port}]
    station = StationProcesses(tmp_path / "station", camera, wires=wires)
    install_model(station.data_dir)
    sent: dict[int, str] = {}
    outcomes: dict[int, int] = {}
    try:
        station.start_device()
        station.inspect()
        for seed in range(5):
            plc = VirtualPlc(
                ModbusConnection("127.0.0.1", port),
                Behaviour(parts=100_000, skip_ack=0.05, late_ack=0.05, seed=seed),
            )
            ended = threading.Event()

            def run(plc: VirtualPlc = plc, ended: threading.Event = ended) -> None:
                with pytest.raises(PlcConnectionError):
                    plc.run()
                ended.set()

            running = threading.Thread(target=run)
            running.start()
            eventually(lambda plc=plc: plc.report.accepted > 20, timeout_s=60)
            time.sleep(seed * 0.013)
            station.kill("device")
            killed = time.monotonic()
            running.join(timeout=30)
            assert ended.is_set()
            assert time.monotonic() - killed < 10
            assert plc.report.wrong_associations == 0, plc.report.text()
            assert not sent.keys() & plc.sent.keys(), "no trigger id is given twice"
            sent |= plc.sent
            outcomes |= plc.outcomes
            station.start_device()
        for trigger_id, part_id in sent.items():
            stored = eventually(lambda ended=trigger_id: station.ledger.by_trigger(ended))
            assert stored.part_id == part_id
            # A verdict that was given and not yet stored is lost with the process, never another.
            told = outcomes.get(trigger_id, 0)
            assert stored.outcome in (Outcome.ERROR, Outcome.MISSED) or told in (
                0,
                OUTCOME_CODES[stored.outcome],
            )
        last = VirtualPlc(ModbusConnection("127.0.0.1", port), Behaviour(parts=20))
        assert last.run().accepted == 20
    finally:
        station.stop()
