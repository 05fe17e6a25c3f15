"""The settings of the MQTT sink: the broker, and how the station logs in there."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, Self

from pydantic import Field, SecretStr, model_validator

from okng.device.sinks.sink import SinkSettingsBase
from okng.device.types import Name, Outcome


class BrokerSettings(SinkSettingsBase):
    """An MQTT broker, and how the station logs in there."""

    host: str = Field(min_length=1)
    """Host name or IP address of the broker."""
    port: int = Field(default=1883, ge=1, le=65535)
    """TCP port; brokers usually use 8883 for TLS."""
    username: str | None = None
    """User name for the broker; null logs in without one."""
    password: SecretStr | None = None
    """Password for the broker; it requires `username`."""
    tls: bool = False
    """Whether the connection uses TLS."""
    ca_certificate: Path | None = None
    """PEM file of the certificate authority that signed the broker's certificate; null uses the
    authorities that the system trusts."""
    client_certificate: Path | None = None
    """PEM file of the station's own certificate, for brokers that ask for one; it requires
    `client_key`."""
    client_key: Path | None = None
    """PEM file of the private key of `client_certificate`, without a passphrase."""
    keepalive_s: int = Field(default=15, ge=1, le=3600)
    """Keep-alive interval of the connection in seconds. A broker that is silent for twice as long
    counts as away."""

    @model_validator(mode="after")
    def _belong_together(self) -> Self:
        if self.password is not None and self.username is None:
            raise ValueError("a password needs a username")
        if (self.client_certificate is None) != (self.client_key is None):
            raise ValueError("client_certificate and client_key go together: give both or neither")
        for name in ("ca_certificate", "client_certificate"):
            if getattr(self, name) is not None and not self.tls:
                raise ValueError(f"{name} needs tls = true")
        return self


class MqttSinkSettings(BrokerSettings):
    """An MQTT broker that results are published to."""

    type: Literal["mqtt"] = "mqtt"
    name: Name = "mqtt"
    prefix: str = Field(default="okng", pattern=r"^[\w\-]+(/[\w\-]+)*$")
    """Beginning of every topic: `<prefix>/<station>/...`."""
    commands: bool = False
    """Whether the station takes commands (trigger, recipe, status) over MQTT. Whoever may publish
    on `<prefix>/<station>/cmd/...` can then act on the line: restrict it by the broker's access
    rules."""
    pictures: tuple[Outcome, ...] = ()
    """Outcomes of the parts whose pictures are published on `<prefix>/<station>/picture`, for
    example `["NG"]`; only the newest one, when no result is on its way."""
    picture_max_kb: int = Field(default=100, ge=10, le=10_000)
    """Largest size of a published picture in kB; it is scaled down until it fits."""
    picture_qos: Literal[0, 1] = 0
    """QoS of the pictures."""
    home_assistant: bool = False
    """Whether Home Assistant is told of the station by MQTT discovery, so that it appears there as
    a device."""
    home_assistant_prefix: str = Field(default="homeassistant", pattern=r"^[\w\-]+(/[\w\-]+)*$")
    """Discovery prefix of Home Assistant, as its MQTT integration has it."""
    message_expiry_s: int | None = Field(default=None, ge=1, le=0xFFFFFFFF)
    """Seconds after which the broker no longer delivers a result to a consumer that was away; null
    is without limit."""
