"""The interface of a sink: it delivers its rows of the outbox in order, each at least once."""

from __future__ import annotations

from abc import ABC, abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from okng.device.types import Name, SinkStatus
from okng.models.strict_model import StrictModel

if TYPE_CHECKING:
    from okng.device.handshake.line import LineControl
    from okng.device.ipc.status import StationStatus


class SinkSettingsBase(StrictModel):
    """The settings that every kind of sink has."""

    type: str
    name: Name
    """Key of the sink's rows in the outbox. If it is changed, undelivered rows are left behind."""


class Sink(ABC):
    """One receiver of results. It runs in threads of its own and never holds up the recorder."""

    settings_class: ClassVar[type[SinkSettingsBase]]

    def __init__(self, settings: SinkSettingsBase, station: str, data_dir: Path) -> None:
        self.settings = settings
        self.station = station
        self.data_dir = data_dir

    def connect(self, control: LineControl) -> None:  # noqa: B027 - most sinks take no commands
        """Gives the sink the station, for receivers that may send commands; others ignore it."""

    @abstractmethod
    def start(self) -> None:
        """Begins to deliver; an absent receiver is waited for, never an error."""

    @abstractmethod
    def stop(self) -> None:
        """Stops; what is not delivered stays in the outbox."""

    @abstractmethod
    def wake(self) -> None:
        """Tells the sink that new rows are in the outbox. Never blocks."""

    @abstractmethod
    def publish_status(self, status: StationStatus) -> None:
        """Sends the station's status to the receiver. Never blocks; only the newest counts."""

    @abstractmethod
    def status(self) -> SinkStatus:
        """The state of the connection, and how many rows wait. Never blocks."""
