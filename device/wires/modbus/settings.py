"""The settings of the Modbus TCP wire."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, IPvAnyNetwork

from okng.device.types import Name
from okng.device.wires.register_map import WordOrder
from okng.device.wires.wire import WireSettingsBase


class ModbusWireSettings(WireSettingsBase):
    """A Modbus TCP server in the station, which a PLC triggers and reads results from."""

    type: Literal["modbus"] = "modbus"
    name: Name = "modbus"
    host: str = Field(default="127.0.0.1", min_length=1)
    """IP address that the server listens on. A PLC reaches it at the station's address in the
    machine network; the default is for programs on the station itself."""
    port: int = Field(default=5020, ge=1, le=65535)
    """TCP port. Modbus has 502, which a service needs CAP_NET_BIND_SERVICE for."""
    unit_id: int | None = Field(default=None, ge=0, le=255)
    """Unit identifier that is answered; null answers every one."""
    word_order: WordOrder = WordOrder.HIGH_FIRST
    """Which register of a 32-bit value comes first: `high_first` (big-endian) or `low_first`."""
    allowed_clients: tuple[IPvAnyNetwork, ...] = ()
    """Addresses or networks (CIDR) that may connect; empty allows everyone who reaches the port.
    Modbus has no login: name the PLC here wherever others are in its network."""
    heartbeat_period_ms: int = Field(default=200, ge=50, le=1000)
    """Milliseconds in which the station's heartbeat counts up by one."""
    plc_timeout_ms: int = Field(default=1000, ge=100, le=60_000)
    """A PLC that has asked nothing for so many milliseconds, or whose heartbeat stood still, is
    silent: its signals count as dropped."""
