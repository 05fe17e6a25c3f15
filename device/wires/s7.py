"""The wire to a Siemens S7: the signals lie in a data block of its CPU."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from okng.device.plc_memory.memory import PlcMemory
from okng.device.plc_memory.s7 import S7Memory
from okng.device.types import Name
from okng.device.wires.plc_memory_wire import PlcMemorySettings, PlcMemoryWire
from okng.device.wires.wire import Sdk


class S7WireSettings(PlcMemorySettings):
    """A data block of a Siemens S7-300, S7-400, S7-1200 or S7-1500; docs/plc-memory.md has it."""

    type: Literal["s7"] = "s7"
    name: Name = "s7"
    port: int = Field(default=102, ge=1, le=65535)
    rack: int = Field(default=0, ge=0, le=7)
    slot: int = Field(default=1, ge=0, le=31)
    """Of the CPU: 1 for S7-1200 and S7-1500, 2 for S7-300."""
    db: int = Field(ge=1, le=65535)
    """Number of the data block."""
    start: int = Field(default=0, ge=0, le=65534, multiple_of=2)
    """First byte in it."""


class S7Wire(PlcMemoryWire):
    """The handshake in a data block, over S7 communication (PUT/GET)."""

    settings_class = S7WireSettings
    sdk = Sdk("snap7", "python-snap7", "plc")

    @classmethod
    def memory(cls, settings: PlcMemorySettings) -> PlcMemory:
        """The data block that the settings name, not yet open."""
        assert isinstance(settings, S7WireSettings)
        return S7Memory(
            address=settings.address,
            port=settings.port,
            rack=settings.rack,
            slot=settings.slot,
            db=settings.db,
            start=settings.start,
        )
