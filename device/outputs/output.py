"""The interface of an output."""

from __future__ import annotations

from abc import ABC, abstractmethod
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from okng.device.types import Message

if TYPE_CHECKING:
    from okng.device.cameras import Camera


class Signal(StrEnum):
    """What the line is told about a part; NONE leaves every signal inactive."""

    OK = "OK"
    NG = "NG"
    NONE = "NONE"


class OutputFault(Exception):
    """An output could not be written; the message says which and why."""


class OutputSettingsBase(Message):
    """What every kind of output's settings have in common."""

    type: str


class Output(ABC):
    """One output of the station."""

    settings_class: ClassVar[type[OutputSettingsBase]]

    def __init__(self, settings: OutputSettingsBase, camera: Camera) -> None:
        self.settings = settings
        self.camera = camera

    @abstractmethod
    def write(self, signal: Signal) -> None:
        """Gives the signal; returns when it stands, without waiting for a pulse's end.

        Raises:
            OutputFault: the signal could not be given.
        """

    def close(self) -> None:  # noqa: B027
        """Sets the output inactive and frees what it holds."""
