"""The memory of a Siemens S7: a data block, read and written by S7 communication (PUT/GET)."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from okng.device.plc_memory.memory import ANSWER_S, PlcMemory, largest

if TYPE_CHECKING:
    from snap7.client import Client


@dataclass
class S7Memory(PlcMemory):
    """A data block with the PLC's block first and the station's right after it.

    Both are smaller than the smallest PDU (240 bytes), so each goes in one request.
    """

    byte_order: ClassVar[Literal["<", ">"]] = ">"
    library: ClassVar[str] = "snap7"

    address: str
    port: int
    rack: int
    slot: int
    db: int
    start: int
    """First byte."""

    def __post_init__(self) -> None:
        self._client: Client | None = None
        self._read_bytes = 0

    @property
    def place(self) -> str:
        """The data block with the CPU's address."""
        return f"DB {self.db} of the S7 CPU {self.address}:{self.port}"

    def open(self, read_bytes: int, write_bytes: int) -> None:
        """Connects, and checks that the data block is there and large enough."""
        from snap7.client import Client

        logging.getLogger("snap7").setLevel(logging.CRITICAL)
        self._read_bytes = read_bytes
        with self.explained():
            self._client = Client()
            self._client.connect(self.address, self.rack, self.slot, self.port)
            connection = self._client.connection
            assert connection
            assert connection.socket
            connection.socket.settimeout(ANSWER_S)
            self._check_size(self._client, read_bytes + write_bytes)

    def read(self) -> bytes:
        """The PLC's block."""
        assert self._client
        with self.explained():
            return bytes(self._client.db_read(self.db, self.start, self._read_bytes))

    def write(self, block: bytes) -> None:
        """Writes the station's block, which follows the PLC's."""
        assert self._client
        with self.explained():
            self._client.db_write(self.db, self.start + self._read_bytes, bytearray(block))

    def close(self) -> None:
        """Ends the connection."""
        client, self._client = self._client, None
        if client:
            client.disconnect()

    def _check_size(self, client: Client, needed: int) -> None:
        """Raises: ValueError: the data block is missing or too small."""

        def has(size: int) -> bool:
            from snap7.error import S7ProtocolError

            try:
                client.db_read(self.db, self.start, size)
            except S7ProtocolError:
                return False
            return True

        there = largest(has, needed)
        if there == 0:
            raise ValueError(
                f"byte {self.start} can't be read, and {needed} bytes are needed from there on. "
                "The data block is missing or too small, has optimized block access, or the CPU "
                "does not permit PUT/GET"
            )
        if there < needed:
            raise ValueError(
                f"the data block is too small: {needed} bytes are needed from byte {self.start} "
                f"on, so {self.start + needed} in all, and it has {self.start + there}"
            )
