"""The wire to a Rockwell Logix controller: the signals lie in two tags, over EtherNet/IP."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from okng.device.plc_memory.logix import LogixMemory
from okng.device.plc_memory.memory import PlcMemory
from okng.device.types import Name
from okng.device.wires.plc_memory_wire import PlcMemorySettings, PlcMemoryWire
from okng.device.wires.wire import Sdk


class EthernetIpWireSettings(PlcMemorySettings):
    """Two tags of a ControlLogix or CompactLogix controller; docs/plc-memory.md has their UDTs."""

    type: Literal["ethernet_ip"] = "ethernet_ip"
    name: Name = "ethernet_ip"
    port: int = Field(default=44818, ge=1, le=65535)
    slot: int = Field(default=0, ge=0, le=31)
    """Of the controller in its chassis; 0 for CompactLogix."""
    tag: str = Field(default="okng", pattern=r"^(Program:[A-Za-z_]\w{0,39}\.)?[A-Za-z_]\w{0,29}$")
    """Beginning of the tags' names: `okng_commands` is written by the controller, `okng_station` by
    the station. `Program:Main.okng` for tags of a program."""


class EthernetIpWire(PlcMemoryWire):
    """The handshake in two tags of a Logix controller."""

    settings_class = EthernetIpWireSettings
    sdk = Sdk("pycomm3", "pycomm3", "plc")

    @classmethod
    def memory(cls, settings: PlcMemorySettings) -> PlcMemory:
        """The two tags that the settings name, not yet open."""
        assert isinstance(settings, EthernetIpWireSettings)
        return LogixMemory(
            address=settings.address,
            port=settings.port,
            slot=settings.slot,
            read_tag=f"{settings.tag}_commands",
            write_tag=f"{settings.tag}_station",
        )
