"""The settings of the edge agent, which `okng.cloud_sync.edge_agent` serves."""

from __future__ import annotations

from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from okng.models.strict_model import StrictModel


class EdgeAgentSettings(StrictModel):
    """Lookout for Vision's edge agent (`okng edge-agent`), for programs that called AWS's."""

    enabled: bool = False
    """Whether `okng run` starts it. On an appliance, enable `okng-edge-agent.service` instead."""
    socket: Path = Path("/tmp/aws.iot.lookoutvision.EdgeAgent.sock")
    """Unix socket of the service; the default is AWS's."""
    socket_mode: str = Field(default="0660", pattern=r"^0?[0-7]{3}$")
    """Who may call it, as an octal mode: by default the station's user and group. There is no other
    login, so who can open the socket can start, stop and use models."""
    host: str = "127.0.0.1"
    """Address of the TCP port, if there is one."""
    port: int | None = Field(default=None, ge=1, le=65535)
    """TCP port, only with TLS; null is none."""
    tls_certificate: Path | None = None
    """PEM file."""
    tls_key: Path | None = None
    """PEM file."""
    tls_client_ca: Path | None = None
    """PEM file of the authority whose certificates clients have to show."""

    @model_validator(mode="after")
    def _tcp_has_tls(self) -> Self:
        files = (self.tls_certificate, self.tls_key, self.tls_client_ca)
        if self.port is not None and None in files:
            raise ValueError("a port needs tls_certificate, tls_key and tls_client_ca")
        return self
