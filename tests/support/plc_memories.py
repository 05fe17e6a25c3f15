"""PLCs on the loopback interface whose memory the station reads and writes."""

from __future__ import annotations

import socket
import struct
import subprocess
from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar

import pytest
from snap7.server import Server
from snap7.type import SrvArea

from okng.device.plc_memory.logix import LogixMemory
from okng.device.plc_memory.memory import PlcMemoryError
from okng.device.wires.field_block import ByteOrder, block_bytes, decode, encode
from okng.device.wires.field_values import FieldValue
from okng.device.wires.fields import COMMAND_FIELDS, STATION_FIELDS
from support.mc_server import McServer
from support.station import eventually, free_port

COMMAND_BYTES, STATION_BYTES = block_bytes(COMMAND_FIELDS), block_bytes(STATION_FIELDS)
ENIP_SERVER = Path(__file__).parents[2] / ".venv-enip/bin/enip_server"
QUIET: dict[str, FieldValue] = {
    field.name: "" if field.name == "part_id" else 0 for field in COMMAND_FIELDS
}


class MemoryPlc(ABC):
    """A PLC with both blocks in its memory, and a program that is the test."""

    byte_order: ClassVar[ByteOrder]

    def __init__(self) -> None:
        self.port = free_port()

    def __enter__(self) -> MemoryPlc:
        self._commands = dict(QUIET)
        self.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self.stop()

    @abstractmethod
    def wire(self, **settings: Any) -> dict[str, Any]:
        """The settings of a wire to it."""

    @abstractmethod
    def start(self) -> None:
        """Powers it up, with its memory cleared."""

    @abstractmethod
    def stop(self) -> None:
        """Powers it down."""

    @abstractmethod
    def put(self, block: bytes) -> None:
        """Writes the PLC's own block."""

    @abstractmethod
    def get(self) -> bytes:
        """The block that the station writes."""

    def set(self, **commands: FieldValue) -> None:
        """Changes signals of the PLC."""
        self._commands.update(commands)
        self.put(encode(COMMAND_FIELDS, self._commands, self.byte_order))

    def station(self) -> dict[str, FieldValue]:
        """What the station says, as the PLC reads it."""
        return decode(STATION_FIELDS, self.get(), self.byte_order)

    def wait(self, **expected: FieldValue) -> dict[str, FieldValue]:
        """Waits until the station says all of this at once; returns all that it says."""

        def look() -> dict[str, FieldValue] | None:
            values = self.station()
            return values if expected.items() <= values.items() else None

        try:
            return eventually(lambda: look() or {})
        except AssertionError:
            raise AssertionError(f"expected {expected}, the PLC reads {self.station()}") from None

    def inspect(self, part_id: str = "") -> dict[str, FieldValue]:
        """The whole handshake for one part; returns what the PLC read with its result."""
        self.wait(trigger_ready=True, results_valid=False)
        self.set(trigger=True, part_id=part_id)
        accepted = self.wait(trigger_ack=True)
        self.wait(exposure_complete=True)
        self.set(trigger=False)
        self.wait(trigger_ack=False)
        result = self.wait(results_valid=True)
        assert result["result_trigger_id"] == accepted["acquisition_id"]
        self.set(results_ack=True)
        self.wait(results_valid=False)
        self.set(results_ack=False)
        return result


class S7Plc(MemoryPlc):
    """python-snap7's server with one data block."""

    byte_order = ">"

    def __init__(self, db: int = 5, start: int = 10, size: int | None = None) -> None:
        super().__init__()
        self._db, self._start = db, start
        self.size = start + COMMAND_BYTES + STATION_BYTES if size is None else size

    def wire(self, **settings: Any) -> dict[str, Any]:
        address = {"address": "127.0.0.1", "port": self.port}
        block = {"db": self._db, "start": self._start}
        return {"type": "s7", "name": "plc", **address, **block, **settings}

    def start(self) -> None:
        self.memory = bytearray(self.size)
        self.history: list[bytes] = []
        self._server = Server(log=False)
        self._server.set_events_callback(lambda _event: self.history.append(self.get()))
        self._server.register_area(SrvArea.DB, self._db, self.memory)
        self._server.start_to("127.0.0.1", self.port)

    def stop(self) -> None:
        self._server.stop()

    def put(self, block: bytes) -> None:
        self.memory[self._start : self._start + COMMAND_BYTES] = block

    def get(self) -> bytes:
        first = self._start + COMMAND_BYTES
        return bytes(self.memory[first : first + STATION_BYTES])


class McPlc(MemoryPlc):
    """The stand-in for a Mitsubishi PLC."""

    byte_order = "<"
    first = 1000

    def __init__(self, registers: int = 1054) -> None:
        super().__init__()
        self._registers = registers

    def wire(self, **settings: Any) -> dict[str, Any]:
        address = {"address": "127.0.0.1", "port": self.port}
        return {"type": "mc", "name": "plc", **address, "device": f"D{self.first}", **settings}

    def start(self) -> None:
        self.server = McServer(self.port, self._registers)

    def stop(self) -> None:
        self.server.stop()

    def put(self, block: bytes) -> None:
        words = struct.unpack(f"<{len(block) // 2}H", block)
        self.server.registers[self.first : self.first + len(words)] = words

    def get(self) -> bytes:
        first, count = self.first + COMMAND_BYTES // 2, STATION_BYTES // 2
        return struct.pack(f"<{count}H", *self.server.registers[first : first + count])


class LogixPlc(MemoryPlc):
    """cpppo's EtherNet/IP server, a program in an environment of its own."""

    byte_order = "<"

    def __init__(
        self, tags: Sequence[str] = ("okng_commands=DINT[10]", "okng_station=SINT[68]")
    ) -> None:
        super().__init__()
        self._tags = tags

    def wire(self, **settings: Any) -> dict[str, Any]:
        address = {"address": "127.0.0.1", "port": self.port}
        return {"type": "ethernet_ip", "name": "plc", **address, **settings}

    def start(self) -> None:
        if not ENIP_SERVER.exists():
            pytest.skip(f"{ENIP_SERVER} is missing; `make test-slow` installs it")
        options = ["--no-udp", "--no-config", "--address", f"127.0.0.1:{self.port}"]
        self._process = subprocess.Popen(
            [ENIP_SERVER, *options, *self._tags], stderr=subprocess.DEVNULL
        )
        # Its own block is what the station reads.
        self._memory = LogixMemory("127.0.0.1", self.port, 0, "okng_station", "okng_commands")
        eventually(self._answers, timeout_s=60, period_s=0.5)

    def stop(self) -> None:
        self._memory.close()
        self._process.kill()
        self._process.wait()

    def put(self, block: bytes) -> None:
        self._memory.write(block)

    def get(self) -> bytes:
        return self._memory.read()

    def _answers(self) -> bool:
        assert self._process.poll() is None
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", self.port)):
                return False
        try:
            self._memory.open(STATION_BYTES, COMMAND_BYTES)
        except PlcMemoryError as error:
            # Tests of tags that are missing want just that.
            return "tag" in str(error)
        return True
