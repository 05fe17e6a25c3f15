"""The interface of a wire: a view of the handshake for one kind of PLC connection."""

from __future__ import annotations

from abc import ABC, abstractmethod
from importlib.util import find_spec
from pathlib import Path
from typing import ClassVar, NamedTuple

from pydantic import Field

from okng.device.handshake.line import Line
from okng.device.types import Name, TriggerSource, WireStatus
from okng.models.strict_model import StrictModel


class WireSettingsBase(StrictModel):
    """The settings that every kind of wire has."""

    type: str
    name: Name
    """Name of the wire in the log, on the pages, and as the author of a recipe change."""
    parts_in_flight: int = Field(default=1, ge=1, le=8)
    """Triggers accepted before the first one's result is there. With more than one, the PLC has to
    tell results apart by their id."""


class Sdk(NamedTuple):
    """The library that a kind of wire needs."""

    module: str
    package: str
    """Its name on PyPI."""
    extra: str
    """The extra of okng that brings it."""


class Wire(ABC):
    """One connection to a PLC; it runs in threads of its own and never holds up the line.

    It gives `port.update` what the PLC says, and puts `port.output` on the wire as one piece. When
    it stops, and as far as it can when the process dies, the PLC reads not-ready and no valid
    result.
    """

    settings_class: ClassVar[type[WireSettingsBase]]
    source: ClassVar[TriggerSource]
    """Of the parts that are triggered over it."""
    sdk: ClassVar[Sdk | None] = None
    """None where nothing but okng is needed."""

    def __init__(
        self, settings: WireSettingsBase, line: Line, station: str, data_dir: Path
    ) -> None:
        self.settings = settings
        self.station = station
        self.data_dir = data_dir
        self.port = line.open_port(settings.name, self.source, settings.parts_in_flight)

    @classmethod
    def unavailable_reason(cls) -> str | None:
        """Why it can't be used here, with the install command; None when it can."""
        if cls.sdk is None or find_spec(cls.sdk.module):
            return None
        return f"{cls.sdk.package} is missing: pip install 'okng[{cls.sdk.extra}]'"

    @abstractmethod
    def start(self) -> None:
        """Begins; an absent peer is waited for, never an error."""

    @abstractmethod
    def stop(self) -> None:
        """Tells the PLC not-ready, and ends the connection."""

    @abstractmethod
    def status(self) -> WireStatus:
        """The state of the connection. Never blocks."""
