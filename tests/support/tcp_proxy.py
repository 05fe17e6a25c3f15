"""A TCP proxy on the loopback interface that can be cut, slowed down, and made a black hole."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from contextlib import suppress
from types import TracebackType

BLOCK = 64 * 1024
CATCH_UP_S = 0.1
"""A busy machine wakes the proxy late; so much it may make up for."""


class TcpProxy:
    """Hands on every connection to a port of this machine, while it is not cut.

    Args:
        port: Where connections go.
        kbit_s: The most that goes towards the port in a second; 0 is no limit.
        tls: Connections to the proxy are TLS; those to the port are not.
    """

    def __init__(self, port: int, kbit_s: float = 0, tls: ssl.SSLContext | None = None) -> None:
        self._tls = tls
        self._target = port
        self._bytes_per_s = kbit_s * 1000 / 8
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.endpoint = f"{'https' if tls else 'http'}://127.0.0.1:{self.port}"
        self._lock = threading.Lock()
        self._connections: set[socket.socket] = set()
        self._cut = False
        self._free_at_s = 0.0
        self.sent = 0
        """Bytes towards the port."""
        self.cuts = 0
        """How often `break_off` ended connections."""
        self._cut_after: int | None = None
        self._swallows = False
        self._swallowed: set[socket.socket] = set()
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self) -> TcpProxy:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def cut(self) -> None:
        """Ends all connections; new ones are refused until `mend`."""
        self._cut = True
        self.break_off()

    def cut_after(self, size: int) -> None:
        """Cuts when so many more bytes have gone towards the port."""
        with self._lock:
            self._cut_after = self.sent + size

    def swallow(self) -> None:
        """Becomes a black hole: takes connections, and answers on none of them, old or new."""
        with self._lock:
            self._swallows = True
            self._swallowed |= self._connections

    def mend(self) -> None:
        """Takes connections again; those that were swallowed stay silent."""
        with self._lock:
            self._cut, self._cut_after, self._swallows = False, None, False

    @property
    def is_cut(self) -> bool:
        return self._cut

    @property
    def connections(self) -> int:
        """How many are carried now; each is two sockets."""
        with self._lock:
            return len(self._connections) // 2

    def break_off(self) -> None:
        """Ends all connections in the middle of what they carry."""
        with self._lock:
            connections = list(self._connections)
        self.cuts += bool(connections)
        for connection in connections:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self._listener.close()
        self.cut()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            if self._cut:
                connection.close()
                continue
            try:
                if self._tls:
                    connection = self._tls.wrap_socket(connection, server_side=True)
                target = socket.create_connection(("127.0.0.1", self._target))
            except OSError:
                connection.close()
                continue
            with self._lock:
                self._connections |= {connection, target}
                if self._swallows:
                    self._swallowed |= {connection, target}
            for pair, upwards in (((connection, target), True), ((target, connection), False)):
                threading.Thread(target=self._carry, args=(*pair, upwards), daemon=True).start()

    def _carry(self, source: socket.socket, target: socket.socket, upwards: bool) -> None:
        with suppress(OSError):
            while data := source.recv(BLOCK):
                if source in self._swallowed:
                    continue
                if upwards:
                    self._wait_for_turn(len(data))
                target.sendall(data)
        for end in (source, target):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        with self._lock:
            self._connections -= {source, target}
            self._swallowed -= {source, target}

    def _wait_for_turn(self, size: int) -> None:
        with self._lock:
            self.sent += size
            cut = self._cut_after is not None and self.sent >= self._cut_after
            if cut:
                self._cut_after, self._cut = None, True
            wait_s = 0.0
            if self._bytes_per_s:
                now_s = time.monotonic()
                start_s = max(self._free_at_s, now_s - CATCH_UP_S)
                self._free_at_s = start_s + size / self._bytes_per_s
                wait_s = self._free_at_s - now_s
        if cut:
            self.break_off()
        if wait_s > 0.002:
            time.sleep(wait_s)
