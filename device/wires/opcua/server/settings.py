"""The settings of the OPC UA wire: the address, and who may connect."""

from __future__ import annotations

import ipaddress
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, model_validator

from okng.device.types import Name
from okng.device.wires.wire import WireSettingsBase


class OpcUaWireSettings(WireSettingsBase):
    """An OPC UA server in the station, which a PLC or MES triggers and reads results from."""

    type: Literal["opcua"] = "opcua"
    name: Name = "opcua"
    host: str = Field(default="127.0.0.1", min_length=1)
    """IP address that the server listens on. Clients reach it at the station's address in the
    machine network; the default is for programs on the station itself."""
    port: int = Field(default=4840, ge=1, le=65535)
    """TCP port."""
    certificate: Path | None = None
    """PEM or DER file of the server's certificate (RSA). With it, connections are signed and
    encrypted by Basic256Sha256, and others are refused."""
    private_key: Path | None = None
    """PEM or DER file of the certificate's private key, without a passphrase."""
    client_certificates: tuple[Path, ...] = ()
    """PEM or DER files of the clients' certificates that may connect; empty allows every client
    that has one."""
    allow_unencrypted: bool = False
    """Whether the server may listen without a certificate on an address that others reach."""
    username: str | None = Field(default=None, min_length=1)
    """User name that clients log in with; null lets them connect without a login."""
    password: SecretStr | None = None
    """Password of that user."""
    session_timeout_ms: int = Field(default=10_000, ge=1000, le=600_000)
    """A session without any request for so many milliseconds ends, and with it what its client
    holds: its signals count as dropped. Clients that ask for less get less."""
    heartbeat_period_ms: int = Field(default=200, ge=50, le=1000)
    """Milliseconds in which the station's heartbeat counts up by one."""
    plc_timeout_ms: int = Field(default=1000, ge=100, le=60_000)
    """A PLC whose `plc_heartbeat` stood still for so many milliseconds is silent: its signals count
    as dropped. It only counts for a PLC that writes one."""

    @model_validator(mode="after")
    def _is_secure_enough(self) -> OpcUaWireSettings:
        if (self.certificate is None) != (self.private_key is None):
            raise ValueError("certificate and private_key belong together")
        if (self.username is None) != (self.password is None):
            raise ValueError("username and password belong together")
        if self.client_certificates and self.certificate is None:
            raise ValueError("client_certificates needs a certificate")
        if self.certificate is None and not (self.allow_unencrypted or _is_loopback(self.host)):
            raise ValueError(
                f"others reach {self.host}: name certificate and private_key, or set "
                "allow_unencrypted = true"
            )
        return self


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
