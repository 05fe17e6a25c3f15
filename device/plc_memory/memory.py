"""The interface to a PLC's memory: one block that the station reads, and one that it writes."""

from __future__ import annotations

import socket
from abc import abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ClassVar, Literal

from okng.device.host.guardian import Guarded
from okng.models.errors import OkngError

ANSWER_S = 1.0
"""Longest time that a PLC may take for an answer before its connection counts as lost."""


class PlcMemoryError(OkngError):
    """The PLC can't be reached, or its memory isn't laid out; the message says what is missing."""


class PlcMemory(Guarded):
    """Two blocks of a PLC's memory over one connection. Not thread-safe.

    After an error the connection is closed, and `open` begins anew.
    """

    byte_order: ClassVar[Literal["<", ">"]]
    """Of the values in the blocks, as for `struct`."""

    @abstractmethod
    def open(self, read_bytes: int, write_bytes: int) -> None:
        """Connects, and checks that both blocks are there in full.

        Raises:
            PlcMemoryError: they aren't, or there is no PLC.
        """

    @abstractmethod
    def read(self) -> bytes:
        """The block that the PLC writes.

        Raises:
            PlcMemoryError: the connection is lost.
        """

    @abstractmethod
    def write(self, block: bytes) -> None:
        """Writes the block of the station.

        Raises:
            PlcMemoryError: the connection is lost.
        """

    @abstractmethod
    def close(self) -> None:
        """Ends the connection, if there is one; never raises."""

    def silence(self, read_bytes: int, write_bytes: int) -> None:
        """Writes zeros, which mean not-ready and no valid result.

        Raises:
            PlcMemoryError: the PLC isn't there.
        """
        self.open(read_bytes, write_bytes)
        self.write(bytes(write_bytes))
        self.close()

    @contextmanager
    def explained(self) -> Iterator[None]:
        """Closes the connection after an error of the library, and says whose memory it was.

        Raises:
            PlcMemoryError: for every error.
        """
        try:
            yield
        # Its parser may fail in any way where the other side speaks something else.
        except Exception as error:
            self.close()
            reason = str(error) or type(error).__name__
            raise PlcMemoryError(f"{self.place}: {reason}") from error


def largest(has: Callable[[int], bool], needed: int) -> int:
    """How much of a block is there, from none to what is needed; asks once where all is there."""
    if has(needed):
        return needed
    low, high = 0, needed
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if has(middle) else (low, middle)
    return low


def receive_exactly(connection: socket.socket, size: int) -> bytes:
    """The next bytes of a connection.

    Raises:
        OSError: they don't come in time, or the connection has ended.
    """
    received = b""
    while len(received) < size:
        if not (part := connection.recv(size - len(received))):
            raise ConnectionError("the PLC ended the connection")
        received += part
    return received
