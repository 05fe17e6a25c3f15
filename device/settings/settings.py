"""The station's settings: one typed tree from a TOML file and the environment."""

from __future__ import annotations

import ipaddress
import os
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationError, field_validator, model_validator

from okng.device.cameras import CameraSettings
from okng.device.cameras.pylon.settings import PylonCameraSettings
from okng.device.data_lake.settings import ExportSettings
from okng.device.hosting.settings import HostingSettings
from okng.device.ipc.endpoints import Endpoints, socket_path
from okng.device.notifications.settings import NotificationSettings
from okng.device.reports.settings import ReportSettings
from okng.device.settings.edge_agent import EdgeAgentSettings
from okng.device.settings.errors import explain
from okng.device.settings.shifts import ShiftSettings
from okng.device.settings.sources import CONFIG_VARIABLE, SettingsError, Sources
from okng.device.sinks import SinkSettings
from okng.device.store.storage_settings import StorageSettings
from okng.device.store.sync_settings import SyncSettings
from okng.device.types import Name
from okng.device.wires import WireSettings
from okng.models.strict_model import StrictModel

__all__ = [
    "DEFAULT_FILE",
    "HostingSettings",
    "InferenceSettings",
    "SettingsError",
    "StationSettings",
    "StorageSettings",
    "SyncSettings",
    "WebSettings",
    "load_settings",
    "read_sources",
    "settings_path",
    "validate",
]

DEFAULT_FILE = Path("/etc/okng/okng.toml")

LONGEST_SOCKET_PATH = 107
"""Bytes of `sun_path` without its final zero (Linux, unix(7))."""

Folder = Annotated[Path, AfterValidator(lambda path: path.expanduser().absolute())]
"""A folder; a relative path starts from the working directory."""


def _network(address: str) -> str:
    try:
        return str(ipaddress.ip_network(address, strict=False))
    except ValueError:
        raise ValueError(
            f"{address!r} is no IP address or network, such as 127.0.0.1 or 10.0.0.0/8"
        ) from None


IpNetwork = Annotated[str, AfterValidator(_network)]
"""An IP address or a network (CIDR)."""


class InferenceSettings(StrictModel):
    """How models are run on this station."""

    threads: int = Field(default=1, ge=1, le=64)
    """Number of threads that run a model, unless `okng tune` found a better one. Image capture and
    the pages need processor cores too."""


class WebSettings(StrictModel):
    """The pages and the HTTP API."""

    host: str = "127.0.0.1"
    """Address that the server listens on. `0.0.0.0` makes it reachable from the network; use a TLS
    certificate with it."""
    port: int = Field(default=8080, ge=1, le=65535)
    """TCP port of the server."""
    tls_certificate: Path | None = None
    """PEM file of the certificate; with `tls_key` the server speaks HTTPS."""
    tls_key: Path | None = None
    """PEM file of the certificate's private key."""
    max_viewers: int = Field(default=16, ge=1, le=64)
    """Largest number of viewers at a time, of the live view and of the event stream each. Any
    further one is answered with 503."""
    trusted_proxies: tuple[IpNetwork, ...] = ()
    """Addresses or networks (`10.0.0.0/8`) of reverse proxies. Their headers `X-Forwarded-For`,
    `-Proto` and `-Host` are trusted; those from any other address are ignored."""
    preview_width: int = Field(default=1280, ge=160, le=4096)
    """Greatest width of the live view, in pixels. Wider images are scaled down for the live view,
    never for the model."""
    preview_quality: int = Field(default=80, ge=30, le=95)
    """JPEG quality of the live view."""
    picture_memory_mb: int = Field(default=512, ge=64)
    """Memory in MB for decoding pictures, shared by all requests. A picture that alone needs more
    is answered with 413, and one for which there is no room in time with 503. No picture may have
    more than 100,000,000 pixels."""

    @model_validator(mode="after")
    def _certificate_and_key_go_together(self) -> WebSettings:
        if (self.tls_certificate is None) != (self.tls_key is None):
            raise ValueError("tls_certificate and tls_key go together: give both or neither")
        return self


class StationSettings(StrictModel):
    """Everything that is set for a station and is not part of a recipe.

    Environment variables take precedence over the file: `OKNG_WEB__PORT=8090` is `port` of `[web]`.
    """

    station: Name = "station-1"
    """Name of the station, which appears in every result and in the MQTT topics."""
    data_dir: Folder = Path("/var/lib/okng")
    """Folder for everything that lasts: the database, pictures, datasets and models."""
    run_dir: Folder = Field(
        default_factory=lambda values: values["data_dir"] / "run", validate_default=True
    )
    """Folder for the sockets between the processes; by default `run` in the data directory."""
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    """Lowest level of the messages that are logged."""
    camera: CameraSettings = PylonCameraSettings()
    inference: InferenceSettings = InferenceSettings()
    hosting: HostingSettings = HostingSettings()
    storage: StorageSettings = StorageSettings()
    shifts: ShiftSettings = ShiftSettings()
    sinks: tuple[SinkSettings, ...] = ()
    wires: tuple[WireSettings, ...] = ()
    notifications: tuple[NotificationSettings, ...] = ()
    sync: SyncSettings | None = None
    export: ExportSettings = ExportSettings()
    reports: ReportSettings = ReportSettings()
    train_environment: Folder | None = None
    """Virtual environment with `okng[train]`, for training by anomalib and of detectors; null uses
    okng's own."""
    web: WebSettings = WebSettings()
    edge_agent: EdgeAgentSettings = EdgeAgentSettings()

    @model_validator(mode="after")
    def _reports_go_to_known_receivers(self) -> StationSettings:
        known = [receiver.name for receiver in self.notifications]
        for name in self.reports.receivers:
            if name not in known:
                there = ", ".join(known) or "none"
                raise ValueError(
                    f"reports.receivers: no [[notifications]] is called {name!r}; "
                    f"there are: {there}"
                )
        return self

    @field_validator("run_dir")
    @classmethod
    def _sockets_have_short_paths(cls, run_dir: Path) -> Path:
        for endpoint in Endpoints(run_dir).all:
            path = socket_path(endpoint)
            length = len(os.fsencode(path))
            if length > LONGEST_SOCKET_PATH:
                raise ValueError(
                    f"the socket {path} would have a path of {length} bytes, at most "
                    f"{LONGEST_SOCKET_PATH} are allowed; set a shorter run_dir"
                )
        return run_dir

    @field_validator("sinks")
    @classmethod
    def _sinks_have_names_of_their_own(
        cls, sinks: tuple[SinkSettings, ...]
    ) -> tuple[SinkSettings, ...]:
        _check_names("sink", [sink.name for sink in sinks])
        return sinks

    @field_validator("wires")
    @classmethod
    def _wires_have_names_of_their_own(
        cls, wires: tuple[WireSettings, ...]
    ) -> tuple[WireSettings, ...]:
        _check_names("wire", [wire.name for wire in wires])
        return wires

    @field_validator("notifications")
    @classmethod
    def _receivers_have_names_of_their_own(
        cls, notifications: tuple[NotificationSettings, ...]
    ) -> tuple[NotificationSettings, ...]:
        _check_names("receiver", [receiver.name for receiver in notifications])
        return notifications


def _check_names(kind: str, names: list[str]) -> None:
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ValueError(f"each {kind} needs a name of its own, given twice: {', '.join(twice)}")


def load_settings(path: Path | None = None) -> StationSettings:
    """Loads the settings from file and environment; `read_sources` says which file.

    Raises:
        SettingsError: names every problem: file and line or variable, what was given and what is
            allowed.
    """
    return validate(read_sources(path))


def settings_path(path: Path | None = None) -> Path:
    """The settings file, whether or not it exists: `path`, `$OKNG_CONFIG` or `DEFAULT_FILE`."""
    return path or Path(os.environ.get(CONFIG_VARIABLE) or DEFAULT_FILE)


def read_sources(path: Path | None = None) -> Sources:
    """The raw values, unchecked, with their origins.

    Args:
        path: the TOML file; None takes `$OKNG_CONFIG`, or else /etc/okng/okng.toml if there is one.

    Raises:
        SettingsError: the file can't be read, or is no TOML.
    """
    sources = Sources()
    is_named = path or os.environ.get(CONFIG_VARIABLE)
    file = settings_path(path)
    if is_named or file.exists():
        sources.read_file(file)
    sources.read_environment(os.environ)
    return sources


def validate(sources: Sources) -> StationSettings:
    """Checks the raw values.

    Raises:
        SettingsError: names every problem with its origin.
    """
    try:
        return StationSettings.model_validate(sources.values)
    except ValidationError as error:
        raise SettingsError(explain(error, StationSettings, sources)) from error
