"""The wire to a Mitsubishi PLC: the signals lie in its data registers, by the MC protocol."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from okng.device.plc_memory.mc import McMemory
from okng.device.plc_memory.memory import PlcMemory
from okng.device.types import Name
from okng.device.wires.plc_memory_wire import PlcMemorySettings, PlcMemoryWire
from okng.device.wires.wire import Sdk


class McWireSettings(PlcMemorySettings):
    """Data registers of a MELSEC PLC, by 3E frames in binary code; docs/plc-memory.md has them."""

    type: Literal["mc"] = "mc"
    name: Name = "mc"
    port: int = Field(ge=1, le=65535)
    """As it is set in the PLC's Ethernet parameters."""
    plc_type: Literal["Q", "L", "QnA", "iQ-L", "iQ-R"] = "Q"
    """Series of the CPU; `Q` for FX5 (iQ-F), too."""
    device: str = Field(default="D1000", pattern=r"^[DR]\d{1,7}$")
    """First register; the others follow it."""


class McWire(PlcMemoryWire):
    """The handshake in data registers, by the MC protocol."""

    settings_class = McWireSettings
    sdk = Sdk("pymcprotocol", "pymcprotocol", "plc")

    @classmethod
    def memory(cls, settings: PlcMemorySettings) -> PlcMemory:
        """The data registers that the settings name, not yet open."""
        assert isinstance(settings, McWireSettings)
        return McMemory(
            address=settings.address,
            port=settings.port,
            plc_type=settings.plc_type,
            device=settings.device,
        )
