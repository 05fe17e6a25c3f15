"""The guardian of what a PLC reads, with a real one of an S7 CPU's memory."""

from __future__ import annotations

import logging
import os
import signal

import pytest
from support.plc_memories import COMMAND_BYTES, STATION_BYTES, S7Plc
from support.station import eventually

from okng.device.host.guardian import Guardian
from okng.device.plc_memory.s7 import S7Memory


def guardian_of(plc: S7Plc) -> Guardian:
    memory = S7Memory("127.0.0.1", plc.port, rack=0, slot=1, db=5, start=10)
    return Guardian(memory, COMMAND_BYTES, STATION_BYTES)


def test_one_that_is_killed_is_replaced_and_told_of(caplog: pytest.LogCaptureFixture) -> None:
    with S7Plc() as plc:
        assert isinstance(plc, S7Plc)
        guardian = guardian_of(plc)
        plc.memory[50:60] = b"signals..."
        killed = guardian.process.pid
        with caplog.at_level(logging.ERROR):
            os.kill(killed, signal.SIGKILL)
            eventually(lambda: guardian.process.pid != killed)
        (row,) = caplog.messages
        assert "has ended (status -9); another one takes its place" in row
        assert any(plc.get()), "it does nothing while the station lives"
        guardian.end(all_is_well=False)
        assert not any(plc.get())


def test_one_that_is_told_that_all_is_well_writes_nothing() -> None:
    with S7Plc() as plc:
        assert isinstance(plc, S7Plc)
        guardian = guardian_of(plc)
        plc.memory[50:60] = b"signals..."
        guardian.end(all_is_well=True)
        assert any(plc.get())
        assert not guardian._watch.is_alive()
