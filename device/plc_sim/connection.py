"""The virtual PLC's side of a wire: one file here is one protocol."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from okng.device.wires.field_values import FieldValue
from okng.models.errors import OkngError


class PlcConnectionError(OkngError):
    """The station can't be reached, or refuses what the PLC writes; the message says which."""


class PlcConnection(Protocol):
    """Carries the fields of the handshake. Not thread-safe."""

    def open(self) -> None:
        """Connects, also again.

        Raises:
            PlcConnectionError: nobody listens.
        """

    def close(self) -> None:
        """Ends the connection."""

    def write(self, commands: Mapping[str, FieldValue]) -> None:
        """Writes all command fields as one piece.

        Raises:
            PlcConnectionError: the station is gone, or refused it.
        """

    def read(self) -> dict[str, FieldValue]:
        """All station fields of one moment.

        Raises:
            PlcConnectionError: the station is gone.
        """
