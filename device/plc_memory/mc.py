"""The memory of a Mitsubishi PLC: its registers, by the MC protocol (SLMP, 3E frames, binary)."""

from __future__ import annotations

import re
import socket
import struct
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from okng.device.plc_memory.memory import ANSWER_S, PlcMemory, largest, receive_exactly

WORD_BYTES = 2
HEADER_BYTES = 9
"""Of an answer up to and with its length."""


@dataclass
class McMemory(PlcMemory):
    """Word devices in a row: those that the PLC writes first, the station's right after them."""

    byte_order: ClassVar[Literal["<", ">"]] = "<"
    library: ClassVar[str] = "pymcprotocol"

    address: str
    port: int
    plc_type: str
    """As pymcprotocol calls it."""
    device: str
    """The first one, such as D1000."""

    def __post_init__(self) -> None:
        self._client: Any = None
        self._read_words = 0

    @property
    def place(self) -> str:
        """The PLC's address."""
        return f"the PLC {self.address}:{self.port}"

    def open(self, read_bytes: int, write_bytes: int) -> None:
        """Connects, and checks that the devices are there."""
        from pymcprotocol.mcprotocolerror import MCProtocolError

        self._read_words = read_bytes // WORD_BYTES
        needed = self._read_words + write_bytes // WORD_BYTES

        refusal: Exception | None = None

        def has(words: int) -> bool:
            try:
                self._client.batchread_wordunits(self.device, words)
            except MCProtocolError as error:
                nonlocal refusal
                refusal = error
                return False
            return True

        with self.explained():
            self._client = _client(self.plc_type)
            self._client.connect(self.address, self.port)
            if (there := largest(has, needed)) < needed:
                raise ValueError(
                    f"{needed} words are needed from {self.device} to {self._device(needed - 1)}, "
                    f"and {there} can be read ({refusal})"
                )

    def read(self) -> bytes:
        """The PLC's devices."""
        with self.explained():
            words = self._client.batchread_wordunits(self.device, self._read_words)
            return struct.pack(f"<{self._read_words}h", *words)

    def write(self, block: bytes) -> None:
        """Writes the station's devices, which follow the PLC's."""
        words = struct.unpack(f"<{len(block) // WORD_BYTES}h", block)
        with self.explained():
            self._client.batchwrite_wordunits(self._device(self._read_words), words)

    def close(self) -> None:
        """Ends the connection."""
        client, self._client = self._client, None
        if client and client._sock:
            client.close()

    def _device(self, offset: int) -> str:
        match = re.fullmatch(r"(\D+)(\d+)", self.device)
        assert match
        return f"{match[1]}{int(match[2]) + offset}"


def _client(plc_type: str) -> Any:
    """pymcprotocol's client; it would take the end of a connection for an answer of zeros."""
    from pymcprotocol import Type3E

    class Client(Type3E):  # type: ignore[misc]
        _sock: socket.socket | None = None
        soc_timeout = ANSWER_S

        def _recv(self) -> bytes:
            assert self._sock
            header = receive_exactly(self._sock, HEADER_BYTES)
            (size,) = struct.unpack_from("<H", header, HEADER_BYTES - 2)
            return header + receive_exactly(self._sock, size)

    return Client(plc_type)
