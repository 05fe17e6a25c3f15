"""The station's settings: one typed tree from a TOML file and the environment."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    field_validator,
    model_validator,
)

from okng.device.addresses import Addresses
from okng.device.cameras import CameraSettings
from okng.device.cameras.pylon import PylonCameraSettings
from okng.device.settings_errors import explain
from okng.device.settings_sources import CONFIG_VARIABLE, SettingsError, Sources
from okng.device.sinks import SinkSettings
from okng.device.types import Name

__all__ = [
    "DEFAULT_FILE",
    "InferenceSettings",
    "SettingsError",
    "StationSettings",
    "StorageSettings",
    "WebSettings",
    "load_settings",
    "read_sources",
    "validate",
]

DEFAULT_FILE = Path("/etc/okng/okng.toml")

LONGEST_SOCKET_PATH = 107
"""Bytes of `sun_path` without its final zero (Linux, unix(7))."""

Folder = Annotated[Path, AfterValidator(lambda path: path.expanduser().absolute())]
"""A folder; a relative one is under the working directory."""


class Section(BaseModel):
    """Base of each table: a misspelt key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class InferenceSettings(Section):
    """How models run."""

    threads: int = Field(default=1, ge=1, le=64)
    """Threads of one model's run, unless `okng tune` found others; the capture and the browser need
    processors, too."""


class StorageSettings(Section):
    """What is kept, and when pictures of good parts begin to go."""

    min_free_mb: int = Field(default=1024, ge=0)
    """Below it the oldest OK pictures are removed; results stay."""
    ballast_mb: int = Field(default=16, ge=1)
    """Reserved on the disk, given up when it is full, so that results can still be written."""


class WebSettings(Section):
    """The pages and the HTTP API."""

    host: str = "127.0.0.1"
    """`0.0.0.0` for the LAN; give a certificate with it."""
    port: int = Field(default=8080, ge=1, le=65535)
    tls_certificate: Path | None = None
    """PEM file; with its key it makes the pages HTTPS."""
    tls_key: Path | None = None
    """PEM file."""
    max_viewers: int = Field(default=16, ge=1, le=64)
    """Live views at a time; one more is answered with 503."""
    preview_width: int = Field(default=1280, ge=160, le=4096)
    """Wider pictures are scaled down for the live view, never for the model."""
    preview_quality: int = Field(default=80, ge=30, le=95)
    """JPEG quality of the live view."""

    @model_validator(mode="after")
    def _certificate_and_key_go_together(self) -> WebSettings:
        if (self.tls_certificate is None) != (self.tls_key is None):
            raise ValueError("tls_certificate and tls_key go together: give both or neither")
        return self


class StationSettings(Section):
    """Everything about a station that is not a recipe.

    Environment variables win over the file: `OKNG_WEB__PORT=8090` is `port` of `[web]`.
    """

    station: Name = "station-1"
    """Stands in every result and in the MQTT topics."""
    data_dir: Folder = Path("/var/lib/okng")
    """Everything that lasts: the database, pictures, datasets, models."""
    run_dir: Folder = Field(
        default_factory=lambda values: values["data_dir"] / "run", validate_default=True
    )
    """For the sockets between the processes; by default `run` in the data directory."""
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    camera: CameraSettings = PylonCameraSettings()
    inference: InferenceSettings = InferenceSettings()
    storage: StorageSettings = StorageSettings()
    sinks: tuple[SinkSettings, ...] = ()
    train_environment: Folder | None = None
    """Virtual environment with `okng[train]`, for training by anomalib; null is okng's own."""
    web: WebSettings = WebSettings()

    @field_validator("run_dir")
    @classmethod
    def _sockets_have_short_paths(cls, run_dir: Path) -> Path:
        for address in Addresses(run_dir).all:
            socket_path = address.removeprefix("ipc://")
            length = len(os.fsencode(socket_path))
            if length > LONGEST_SOCKET_PATH:
                raise ValueError(
                    f"the socket {socket_path} would have a path of {length} bytes, at most "
                    f"{LONGEST_SOCKET_PATH} are allowed; set a shorter run_dir"
                )
        return run_dir

    @field_validator("sinks")
    @classmethod
    def _sinks_have_names_of_their_own(
        cls, sinks: tuple[SinkSettings, ...]
    ) -> tuple[SinkSettings, ...]:
        names = [sink.name for sink in sinks]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise ValueError(f"each sink needs a name of its own, given twice: {', '.join(twice)}")
        return sinks


def load_settings(path: Path | None = None) -> StationSettings:
    """The settings of file and environment; see `read_sources` for which file.

    Raises:
        SettingsError: names every problem: file and line or variable, what was given and what is
            allowed.
    """
    return validate(read_sources(path))


def read_sources(path: Path | None = None) -> Sources:
    """The raw values, unchecked, with their origins.

    Args:
        path: the TOML file; None takes `$OKNG_CONFIG`, or else /etc/okng/okng.toml if there is one.

    Raises:
        SettingsError: the file can't be read, or is no TOML.
    """
    sources = Sources()
    named = path or os.environ.get(CONFIG_VARIABLE)
    if named:
        sources.read_file(Path(named))
    elif DEFAULT_FILE.exists():
        sources.read_file(DEFAULT_FILE)
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
