"""The settings of the exchange with a bucket: where it is, and what goes there when."""

from __future__ import annotations

import re
from datetime import time
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, SecretStr, model_validator

from okng.device.types import Name
from okng.models.strict_model import StrictModel

_WINDOW = re.compile(r"(\d\d:\d\d)-(\d\d:\d\d)")


def _window(text: str) -> str:
    try:
        begin, end = window_times(text)
    except ValueError:
        raise ValueError(f"{text!r} is not a time window such as 22:00-06:00") from None
    if begin == end:
        raise ValueError(f"{text!r} begins when it ends; leave the windows out for the whole day")
    return text


def window_times(text: str) -> tuple[time, time]:
    """Beginning and end of a time window; raises `ValueError` where it is none."""
    match = _WINDOW.fullmatch(text)
    if match is None:
        raise ValueError(text)
    return time.fromisoformat(match[1]), time.fromisoformat(match[2])


TimeWindow = Annotated[str, AfterValidator(_window)]
"""A time of day such as `22:00-06:00`, in the station's local time; it may cross midnight."""


class KeyCredentials(StrictModel):
    """A fixed pair of keys."""

    type: Literal["keys"] = "keys"
    access_key_id: str = Field(min_length=1)
    secret_access_key: SecretStr
    """Best given by the environment: `OKNG_SYNC__CREDENTIALS__SECRET_ACCESS_KEY`."""

    @property
    def in_words(self) -> str:
        """Which credentials they are, for messages; no secret."""
        return f"the access key {self.access_key_id} of [sync.credentials]"


class ProfileCredentials(StrictModel):
    """A profile of AWS's shared configuration files."""

    type: Literal["profile"] = "profile"
    profile: str = Field(default="default", min_length=1)
    credentials_file: Path | None = None
    """Null takes `.aws/credentials` in the home folder of the service's user, `/var/lib/okng`."""

    @property
    def in_words(self) -> str:
        """Which credentials they are, for messages; no secret."""
        return f"the profile {self.profile!r} of [sync.credentials]"


class InstanceRoleCredentials(StrictModel):
    """The role of the virtual machine or container that the station runs on."""

    type: Literal["instance-role"] = "instance-role"

    @property
    def in_words(self) -> str:
        """Which credentials they are, for messages; no secret."""
        return "the role of this machine (instance-role of [sync.credentials])"


class AwsIotCredentials(StrictModel):
    """The station's connection to AWS, made by `okng aws connect`."""

    type: Literal["aws-iot"] = "aws-iot"

    @property
    def in_words(self) -> str:
        """Which credentials they are, for messages; no secret."""
        return "the station's connection to AWS"


CredentialsSettings = Annotated[
    KeyCredentials | ProfileCredentials | InstanceRoleCredentials | AwsIotCredentials,
    Field(discriminator="type"),
]


class PictureRules(StrictModel):
    """Which pictures of inspections go to the bucket: those that fit any of the rules."""

    outcomes: tuple[Literal["OK", "NG", "ERROR"], ...] = ("NG", "ERROR")
    """All parts that ended so."""
    every_nth_ok: int = Field(default=0, ge=0)
    """OK parts whose trigger number is a multiple of it, so about one in so many; 0 is none."""
    reviewed: bool = True
    """All parts on which a person has given a verdict."""
    low_margin: float = Field(default=0.05, ge=0, le=1)
    """Parts whose score differs from the threshold by at most this fraction of it; 0 is none."""


class SyncSettings(StrictModel):
    """Exchange with an S3-compatible store by `okng sync`; without this table it does not run."""

    bucket: str = Field(pattern=r"^[a-z0-9][a-z0-9.\-]{1,61}[a-z0-9]$")
    """It has to be there: it is not made."""
    endpoint: str | None = Field(default=None, pattern=r"^https?://[^/?#@\s]+/?$")
    """Address of the store, such as `https://s3.plant.example:9000`; null is AWS."""
    region: str = Field(default="us-east-1", min_length=1)
    """Other stores than AWS mostly take any."""
    addressing: Literal["path", "virtual"] = "path"
    """Whether the bucket's name stands in the path or in the host's name."""
    ca_certificate: Path | None = None
    """PEM file of the authority that signed the store's certificate; null takes the usual ones."""
    prefix: str = Field(default="okng", pattern=r"^$|^[\w\-.]+(/[\w\-.]+)*$", max_length=256)
    """All keys begin with it and a slash; empty is the bucket's root."""
    credentials: CredentialsSettings
    """How the station proves who it is."""
    group: Name | None = None
    """Group of stations to which models are assigned together; see docs/sync.md."""
    pictures: PictureRules = PictureRules()
    results: Literal["off", "jsonl", "parquet"] = "jsonl"
    """Files of results, by day. Parquet needs the extra `export`."""
    results_period_min: int = Field(default=60, ge=1, le=1440)
    """A file of results is closed after this time, at midnight UTC, and at 20,000 results."""
    datasets: bool = True
    """Pictures of datasets, in folders by split and label."""
    models: bool = True
    """Model bundles, without the engine builds that are of use on this machine only."""
    lake: bool = True
    """Files of the data lake, if `[export]` has a folder; see docs/data-lake.md."""
    windows: tuple[TimeWindow, ...] = ()
    """Times of day such as `22:00-06:00`, in local time, when files may be sent; none is always.
    The station's small report on itself is sent at any time."""
    bandwidth_kbit_s: int = Field(default=0, ge=0)
    """The most that files may take of the link, in kbit/s; 0 is no limit."""
    connections: int = Field(default=4, ge=1, le=32)
    """How many files are sent at a time."""
    part_mb: int = Field(default=8, ge=5, le=64)
    """Larger files are sent in parts of so many MiB; after a cut only unfinished parts are sent
    again."""
    station_period_min: int = Field(default=5, ge=1, le=1440)
    """How often the station reports on itself, besides at each change, and reads the reports of the
    others."""

    @model_validator(mode="after")
    def _certificate_needs_tls(self) -> SyncSettings:
        if self.ca_certificate is not None and (self.endpoint or "https:").startswith("http:"):
            raise ValueError("ca_certificate needs an endpoint that begins with https://")
        return self
