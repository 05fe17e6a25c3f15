"""The interface of a sink: it empties its rows of the outbox, in order, at least once each."""

from __future__ import annotations

from abc import ABC, abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from pydantic import BaseModel, ConfigDict

from okng.device.types import Message, Name

if TYPE_CHECKING:
    from okng.device.protocol import StationStatus


class SinkSettingsBase(BaseModel):
    """What every kind of sink's settings have in common."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    type: str
    name: Name
    """Key of its rows in the outbox; change it and the undelivered rows stay behind."""


class SinkStatus(Message):
    """How a sink is doing."""

    name: Name
    connected: bool
    pending: int
    """Results not yet delivered."""
    last_error: str | None = None


class Sink(ABC):
    """One receiver of results. It runs in threads of its own and never holds up the recorder."""

    settings_class: ClassVar[type[SinkSettingsBase]]

    def __init__(self, settings: SinkSettingsBase, station: str, data_dir: Path) -> None:
        self.settings = settings
        self.station = station
        self.data_dir = data_dir

    @abstractmethod
    def start(self) -> None:
        """Begins to deliver; an absent receiver is waited for, never an error."""

    @abstractmethod
    def stop(self) -> None:
        """Ends; what is not delivered stays in the outbox."""

    @abstractmethod
    def wake(self) -> None:
        """New rows are in the outbox. Never blocks."""

    @abstractmethod
    def publish_status(self, status: StationStatus) -> None:
        """Tells the receiver how the station is. Never blocks; the newest counts."""

    @abstractmethod
    def status(self) -> SinkStatus:
        """How it is doing. Never blocks."""
