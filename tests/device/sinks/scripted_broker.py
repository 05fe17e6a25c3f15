"""A broker that answers each PUBLISH as a test says: refusals that mosquitto never gives.

Speaks as much of MQTT 5 as a publishing client needs.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable
from typing import NamedTuple

CONNECT, CONNACK, PUBLISH, PUBACK, SUBSCRIBE, SUBACK = 1, 2, 3, 4, 8, 9
PINGREQ, PINGRESP, DISCONNECT = 12, 13, 14

_NAMES = {CONNECT: "CONNECT", SUBSCRIBE: "SUBSCRIBE", PUBLISH: "PUBLISH"}

END = -1
"""Answer: close the connection without a word."""
SILENCE = -2
"""Answer: nothing, ever."""


class Published(NamedTuple):
    topic: str
    payload: bytes
    qos: int
    retain: bool


class Connect(NamedTuple):
    """What a CONNECT packet says."""

    version: int
    clean_start: bool
    will_qos: int
    will_retain: bool
    properties: bytes
    will_topic: str
    will_payload: bytes


class ScriptedBroker:
    """Answers with `answer(message)`: a reason code of PUBACK, `END` or `SILENCE`."""

    def __init__(
        self,
        answer: Callable[[Published], int] = lambda _: 0,
        connack: int = 0,
        properties: bytes = b"",
        farewell: bytes = b"",
        port: int = 0,
    ) -> None:
        """Args:
        answer: What is answered to a message.
        connack: Reason code of CONNACK.
        properties: Of CONNACK.
        farewell: Packet that is sent before a connection is closed for `END`.
        port: Where it listens; 0 is a free one.
        """
        self.answer = answer
        self.connack = connack
        self.properties = properties
        self.farewell = farewell
        self.offered: list[Published] = []
        self.taken: list[Published] = []
        self.connections = 0
        self.packets: list[str] = []
        self.connects: list[Connect] = []
        self.disconnects: list[int] = []
        """Reason codes."""
        self._server = socket.create_server(("127.0.0.1", port))
        self.port: int = self._server.getsockname()[1]
        self._sockets: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()

    def close(self) -> None:
        self._server.shutdown(socket.SHUT_RDWR)
        self.end_connections()
        for thread in self._threads:
            thread.join()
        self._server.close()

    def end_connections(self) -> None:
        for client in self._sockets:
            with contextlib.suppress(OSError):
                client.shutdown(socket.SHUT_RDWR)

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._server.accept()
            except OSError:
                return
            self._sockets.append(client)
            thread = threading.Thread(target=self._serve, args=(client,))
            self._threads.append(thread)
            thread.start()

    def _serve(self, client: socket.socket) -> None:
        with contextlib.suppress(OSError, EOFError), client, client.makefile("rb") as stream:
            while True:
                head = _read(stream, 1)[0]
                body = _read(stream, _read_length(stream))
                if not self._handle(client, head >> 4, head & 0xF, body):
                    return

    def _handle(self, client: socket.socket, kind: int, flags: int, body: bytes) -> bool:
        if kind in _NAMES:
            self.packets.append(_NAMES[kind])
        if kind == CONNECT:
            self.connections += 1
            self.connects.append(_connect(body))
            properties = bytes([len(self.properties)]) + self.properties
            _send(client, CONNACK, bytes([0, self.connack]) + properties)
            return self.connack == 0
        if kind == SUBSCRIBE:
            _send(client, SUBACK, body[:2] + b"\0\0")
        elif kind == PINGREQ:
            _send(client, PINGRESP, b"")
        elif kind == PUBLISH:
            return self._handle_publish(client, flags, body)
        elif kind == DISCONNECT:
            self.disconnects.append(body[0] if body else 0)
        return kind != DISCONNECT

    def _handle_publish(self, client: socket.socket, flags: int, body: bytes) -> bool:
        length = int.from_bytes(body[:2])
        topic, rest = body[2 : 2 + length].decode(), body[2 + length :]
        qos = flags >> 1 & 3
        mid, rest = (rest[:2], rest[2:]) if qos else (b"", rest)
        message = Published(topic, rest[1 + rest[0] :], qos, bool(flags & 1))
        self.offered.append(message)
        code = self.answer(message)
        if code == END:
            client.sendall(self.farewell)
            return False
        if code == SILENCE:
            return True
        if code < 0x80:
            self.taken.append(message)
        if qos:
            _send(client, PUBACK, mid + bytes([code, 0]))
        return True


def _connect(body: bytes) -> Connect:
    """Reads a CONNECT whose properties are shorter than 128 bytes; a will only by MQTT 5."""
    fields = body[2 + int.from_bytes(body[:2]) :]
    version, flags, length = fields[0], fields[1], fields[4]
    if version != 5 or not flags & 4:
        return Connect(version, bool(flags & 2), 0, False, b"", "", b"")
    properties, rest = fields[5 : 5 + length], fields[5 + length :]
    _client_id, rest = _text(rest)
    topic, rest = _text(rest[1 + rest[0] :])
    payload, _ = _text(rest)
    return Connect(
        version,
        bool(flags & 2),
        flags >> 3 & 3,
        bool(flags & 0x20),
        properties,
        topic.decode(),
        payload,
    )


def _text(data: bytes) -> tuple[bytes, bytes]:
    length = int.from_bytes(data[:2])
    return data[2 : 2 + length], data[2 + length :]


def _read(stream: object, count: int) -> bytes:
    data: bytes = stream.read(count)  # type: ignore[attr-defined]
    if len(data) < count:
        raise EOFError
    return data


def _read_length(stream: object) -> int:
    length = shift = 0
    while True:
        byte = _read(stream, 1)[0]
        length |= (byte & 0x7F) << shift
        if byte < 0x80:
            return length
        shift += 7


def _send(client: socket.socket, kind: int, body: bytes) -> None:
    assert len(body) < 128
    client.sendall(bytes([kind << 4, len(body)]) + body)
