"""The memory of a Rockwell Logix controller: two tags, read and written over EtherNet/IP (CIP).

A tag is a UDT, or an array of integers with the same bytes. pycomm3's own driver of Logix tags
uploads the whole tag list at the start, which takes seconds on a large controller and isn't needed
for two tags; so the services for tags are sent by its driver for CIP.
"""

from __future__ import annotations

import logging
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from okng.device.plc_memory.memory import ANSWER_S, PlcMemory, largest, receive_exactly

if TYPE_CHECKING:
    from pycomm3 import CIPDriver
    from pycomm3.socket_ import Socket

READ_TAG, WRITE_TAG, MULTIPLE_SERVICE_PACKET = 0x4C, 0x4D, 0x0A
MESSAGE_ROUTER = 0x02
SYMBOLIC_SEGMENT = 0x91
UNKNOWN_PATH = (0x04, 0x05)
"""Statuses for a tag that there is not."""
ENCAPSULATION_BYTES = 24
"""Header of EtherNet/IP, with the length of what follows in its second word."""
STRUCTURE = 0x02A0
"""Type of a UDT; its template's handle follows."""
INTEGER_BYTES = {0xC2: 1, 0xC3: 2, 0xC4: 4, 0xC6: 1, 0xC7: 2, 0xC8: 4}
"""Sizes of SINT, INT, DINT and their unsigned kinds by their type codes."""


class _StatusError(Exception):
    """The controller refused a service."""

    def __init__(self, status: int, extended: bytes) -> None:
        detail = f", extended status {extended.hex()}" if extended else ""
        super().__init__(f"CIP status 0x{status:02x}{detail}")
        self.status = status


@dataclass(frozen=True, slots=True)
class _Tag:
    name: str
    type_code: bytes
    elements: int

    @property
    def path(self) -> bytes:
        return _path(self.name)


@dataclass
class LogixMemory(PlcMemory):
    """A tag that the controller's program writes, and one that it reads."""

    byte_order: ClassVar[Literal["<", ">"]] = "<"
    library: ClassVar[str] = "pycomm3"

    address: str
    port: int
    slot: int
    """Of the controller in its chassis."""
    read_tag: str
    write_tag: str

    def __post_init__(self) -> None:
        self._driver: CIPDriver | None = None
        self._read_bytes = 0

    @property
    def place(self) -> str:
        """The controller's address."""
        return f"the controller {self.address}:{self.port}, slot {self.slot}"

    def open(self, read_bytes: int, write_bytes: int) -> None:
        """Connects, and checks that both tags are there and large enough."""
        from pycomm3 import CIPDriver

        logging.getLogger("pycomm3").setLevel(logging.CRITICAL)
        self._read_bytes = read_bytes
        with self.explained():
            self._driver = CIPDriver(f"{self.address}:{self.port}/bp/{self.slot}")
            self._driver._sock = _socket()
            if not self._driver.open():
                raise ValueError("it refused the session")
            self._read = self._find(self.read_tag, read_bytes)
            self._write = self._find(self.write_tag, write_bytes)

    def read(self) -> bytes:
        """What the controller's program wrote."""
        with self.explained():
            return self._value(self._read)[: self._read_bytes]

    def write(self, block: bytes) -> None:
        """Writes the station's tag."""
        tag = self._write
        with self.explained():
            count = struct.pack("<H", tag.elements)
            self._ask(bytes([WRITE_TAG]) + tag.path + tag.type_code + count + block)

    def close(self) -> None:
        """Ends the connection."""
        driver, self._driver = self._driver, None
        if driver:
            try:
                driver.close()
            # The connection may be what has failed.
            except Exception as error:  # noqa: BLE001
                logging.getLogger(__name__).debug("%s: %s", self.place, error)

    def _find(self, name: str, needed: int) -> _Tag:
        """Raises: ValueError: there is no such tag, or it has another size."""
        try:
            (code,) = struct.unpack_from("<H", answer := self._ask(_read_request(name, 1)))
        except _StatusError as error:
            if error.status not in UNKNOWN_PATH:
                raise
            raise ValueError(
                f"it has no tag {name!r} with external access; {needed} bytes are needed"
            ) from error
        if code == STRUCTURE:
            if len(answer) - 4 != needed:
                raise ValueError(
                    f"the UDT of tag {name!r} has {len(answer) - 4} bytes; {needed} are needed"
                )
            return _Tag(name, answer[:4], 1)
        if code not in INTEGER_BYTES:
            raise ValueError(f"tag {name!r} is no UDT and no array of integers (type 0x{code:x})")
        elements = -(-needed // INTEGER_BYTES[code])

        def has(count: int) -> bool:
            try:
                self._ask(_read_request(name, count))
            except _StatusError:
                return False
            return True

        if (there := largest(has, elements)) < elements:
            raise ValueError(f"tag {name!r} has {there} elements; {elements} are needed")
        return _Tag(name, answer[:2], elements)

    def _value(self, tag: _Tag) -> bytes:
        return self._ask(_read_request(tag.name, tag.elements))[len(tag.type_code) :]

    def _ask(self, request: bytes) -> bytes:
        """The data of the answer to one service, which pycomm3 sends as a packet of services."""
        assert self._driver
        answer = self._driver.generic_message(
            service=MULTIPLE_SERVICE_PACKET,
            class_code=MESSAGE_ROUTER,
            instance=1,
            request_data=struct.pack("<HH", 1, 4) + request,
        )
        packet: bytes = answer.value or b""
        if len(packet) < 8:
            raise ValueError(answer.error or "it gave no answer")
        (start,) = struct.unpack_from("<H", packet, 2)
        _service, _reserved, status, extended_words = struct.unpack_from("<4B", packet, start)
        data = packet[start + 4 :]
        if status:
            raise _StatusError(status, data[: 2 * extended_words])
        return data[2 * extended_words :]


def _read_request(tag: str, elements: int) -> bytes:
    return bytes([READ_TAG]) + _path(tag) + struct.pack("<H", elements)


def _path(tag: str) -> bytes:
    """The tag as symbolic segments, with their length in words."""
    segments = b""
    for part in tag.encode().split(b"."):
        segments += bytes([SYMBOLIC_SEGMENT, len(part)]) + part + bytes(len(part) % 2)
    return bytes([len(segments) // 2]) + segments


def _socket() -> Socket:
    """pycomm3's socket; it would wait without a pause where a connection ends within an answer."""
    from pycomm3.socket_ import Socket

    class WholeAnswers(Socket):
        def receive(self, timeout: float = 0) -> bytes:
            header = receive_exactly(self.sock, ENCAPSULATION_BYTES)
            (size,) = struct.unpack_from("<H", header, 2)
            return header + receive_exactly(self.sock, size)

    return WholeAnswers(ANSWER_S)
