"""A stand-in for a Mitsubishi PLC: there is no server of the MC protocol to test against.

It reads and writes data registers in one batch, by 3E frames in binary code as the protocol's
manual (SH-080008) has them, and refuses devices that it doesn't have.
"""

from __future__ import annotations

import socket
import socketserver
import struct
import threading
from contextlib import suppress
from typing import Any

READ, WRITE = 0x0401, 0x1401
DATA_REGISTER = 0xA8
OUT_OF_RANGE = 0xC056
HEADER = struct.Struct("<2sBBHBHHHH")
"""Subheader, network, PC, module, station, length, timer, command, subcommand."""


class McServer:
    """Data registers D0 to D(count - 1) behind a port of this machine."""

    def __init__(self, port: int, count: int) -> None:
        self.registers = [0] * count
        server = self

        class Handler(_Connection):
            mc = server

        self._server = _Server(("127.0.0.1", port), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self._thread.start()

    def stop(self) -> None:
        """Ends it and its connections."""
        self._server.shutdown()
        self._thread.join()
        self._server.end_connections()
        self._server.server_close()

    def answer(self, command: int, first: int, count: int, data: bytes) -> tuple[int, bytes]:
        """End code and data."""
        if first + count > len(self.registers):
            return OUT_OF_RANGE, b""
        if command == WRITE:
            self.registers[first : first + count] = struct.unpack(f"<{count}H", data)
            return 0, b""
        return 0, struct.pack(f"<{count}H", *self.registers[first : first + count])


class _Connection(socketserver.StreamRequestHandler):
    mc: McServer

    def handle(self) -> None:
        while len(start := self.rfile.read(HEADER.size)) == HEADER.size:
            subheader, network, pc, module, station, length, _timer, command, subcommand = (
                HEADER.unpack(start)
            )
            assert (subheader, subcommand) == (b"\x50\x00", 0), start
            assert command in (READ, WRITE), start
            body = self.rfile.read(length - 6)
            first = int.from_bytes(body[:3], "little")
            device, count = struct.unpack_from("<BH", body, 3)
            assert device == DATA_REGISTER, body
            code, data = self.mc.answer(command, first, count, body[6:])
            route = struct.pack("<BBHB", network, pc, module, station)
            self.wfile.write(b"\xd0\x00" + route + struct.pack("<HH", 2 + len(data), code) + data)


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True

    def __init__(self, address: tuple[str, int], handler: type[_Connection]) -> None:
        super().__init__(address, handler)
        self._sockets: list[Any] = []

    def process_request(self, request: Any, client_address: Any) -> None:
        self._sockets.append(request)
        super().process_request(request, client_address)

    def end_connections(self) -> None:
        """Ends what is still connected."""
        for connection in self._sockets:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
