"""What `okng sync` tells the other processes: its own status, and the stations of the bucket."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import AwareDatetime, Field, ValidationError

from okng.device.health.sentences import sentence
from okng.device.store.database import Database
from okng.device.store.timestamps import now_us
from okng.device.types import ModelReference, Name, RecipeReference
from okng.models.strict_model import StrictModel

ALIVE_S = 120.0
"""A status that is older is of a process that doesn't run any more."""

ReportName = Literal["status", "fleet"]
ReportT = TypeVar("ReportT", bound=StrictModel)


class SyncProblem(StrictModel):
    """Why nothing, or not everything, arrives in the bucket."""

    code: str
    """Short and fixed, such as `wrong_keys` or `no_network`."""
    message: str
    """What is wrong and what helps; never a key or a secret."""
    since: AwareDatetime


class SyncStatus(StrictModel):
    """What `okng sync` does, and what waits for it."""

    state: Literal["idle", "sending", "outside_windows", "retrying"]
    problem: SyncProblem | None
    next_try_at: AwareDatetime | None
    """While it retries."""
    waiting_files: int
    waiting_bytes: int
    oldest_waiting_at: AwareDatetime | None
    """When the oldest waiting part was triggered, or the oldest waiting file came to be."""
    rate_bytes_s: float
    """Over the last minute."""
    uploaded_files: int
    uploaded_bytes: int
    failed_files: int
    """Files that can't be sent any more; the uploads name them with their reasons."""
    last_confirmed_at: AwareDatetime | None
    """When the store confirmed a file last, since the start."""
    written_at: AwareDatetime

    @property
    def is_alive(self) -> bool:
        """Whether the process that wrote it still runs."""
        return abs(datetime.now(UTC) - self.written_at) < timedelta(seconds=ALIVE_S)

    @property
    def problems(self) -> list[str]:
        """What needs a person, in words."""
        problems: list[str] = []
        if self.problem:
            message, count = self.problem.message, self.waiting_files
            problems.append(sentence("sync_trouble", "waits", problem=message, count=count))
        if self.failed_files:
            problems.append(sentence("sync_trouble", "failed", count=self.failed_files))
        return problems


class StationCondition(StrictModel):
    """A present condition, as another station reported it."""

    code: str = Field(max_length=64)
    severity: str = Field(max_length=16)
    message: str = Field(max_length=2000)


class StationReport(StrictModel):
    """A station's report on itself, as it lies in the bucket under `stations/<id>.json`."""

    format_version: Literal[1] = 1
    station_id: str = Field(pattern=r"^[0-9a-f]{8}$")
    """Stays the same whatever the station is called."""
    station: Name
    okng_version: str = Field(max_length=64)
    reported_at: AwareDatetime
    running: bool
    """Whether its device process answers; if not, the rest is not known."""
    mode: str | None = Field(default=None, max_length=16)
    camera_state: str | None = Field(default=None, max_length=16)
    recipe: RecipeReference | None = None
    model: ModelReference | None = None
    parts_24h: int = Field(default=0, ge=0)
    """Triggers of the last 24 hours, by whole hours."""
    yield_24h: float | None = Field(default=None, ge=0, le=1)
    """Share of OK among those with a verdict; null without any."""
    waiting_files: int = Field(default=0, ge=0)
    conditions: tuple[StationCondition, ...] = Field(default=(), max_length=64)


class UnreadableReport(StrictModel):
    """A report in the bucket that can't be read, and why."""

    key: str
    reason: str


class Fleet(StrictModel):
    """The stations of the bucket, as their last reports say."""

    stations: tuple[StationReport, ...]
    """By name."""
    unreadable: tuple[UnreadableReport, ...]
    read_at: AwareDatetime


class SyncReports:
    """Keeps the newest of each; usable from any thread."""

    def __init__(self, data_dir: Path) -> None:
        self._database = Database(data_dir)

    def status(self) -> SyncStatus | None:
        """The newest status; None before `okng sync` ran for the first time."""
        return self._read("status", SyncStatus)

    def fleet(self) -> Fleet | None:
        """The newest list of stations; None before the first one was read."""
        return self._read("fleet", Fleet)

    def write(self, report: SyncStatus | Fleet) -> None:
        """Replaces the report of its kind."""
        name: ReportName = "status" if isinstance(report, SyncStatus) else "fleet"
        self._database.connection.execute(
            "INSERT INTO sync_reports VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET "
            "document = excluded.document, written_at_us = excluded.written_at_us",
            (name, report.model_dump_json(), now_us()),
        )

    def _read(self, name: ReportName, report: type[ReportT]) -> ReportT | None:
        row = self._database.connection.execute(
            "SELECT document FROM sync_reports WHERE name = ?", (name,)
        ).fetchone()
        # One of another version of okng is as good as none; the next one comes in seconds.
        with suppress(ValidationError):
            return None if row is None else report.model_validate_json(row["document"])
        return None
