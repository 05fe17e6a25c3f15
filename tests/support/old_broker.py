"""A broker of MQTT 3.1.1 only: refuses MQTT 5 in front of a mosquitto."""

from __future__ import annotations

import contextlib
import socket
import threading

MQTT_5 = 5
UNACCEPTABLE_PROTOCOL_VERSION = b"\x20\x02\x00\x01"
"""CONNACK as a server of MQTT 3.1.1 answers a later protocol level (3.1.1, 3.1.2.2)."""


class OldBroker:
    """Hands connections of MQTT 3.1.1 on; others are refused, or closed without a word."""

    def __init__(self, port: int, answers: bool) -> None:
        self._port = port
        self._answers = answers
        self._sockets: list[socket.socket] = []
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._server.getsockname()[1]
        self.refused = 0
        self.connect_flags = 0
        """Of the newest CONNECT of MQTT 3.1.1 (3.1.1, 3.1.2.3)."""
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()

    def close(self) -> None:
        self._server.shutdown(socket.SHUT_RDWR)
        for connection in self._sockets:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()
        for connection in [*self._sockets, self._server]:
            connection.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._server.accept()
            except OSError:
                return
            self._sockets.append(client)
            self._start(self._serve, client)

    def _start(self, target: object, *arguments: object) -> None:
        self._threads.append(threading.Thread(target=target, args=arguments))  # type: ignore[arg-type]
        self._threads[-1].start()

    def _serve(self, client: socket.socket) -> None:
        with contextlib.suppress(OSError):
            connect = client.recv(4096)
            name = connect.index(b"MQTT")
            if connect[name + 4] == MQTT_5:
                self.refused += 1
                if self._answers:
                    client.sendall(UNACCEPTABLE_PROTOCOL_VERSION)
                client.shutdown(socket.SHUT_RDWR)
                return
            self.connect_flags = connect[name + 5]
            broker = socket.create_connection(("127.0.0.1", self._port))
            self._sockets.append(broker)
            broker.sendall(connect)
            self._start(self._pump, broker, client)
            self._pump(client, broker)

    @staticmethod
    def _pump(source: socket.socket, target: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(4096):
                target.sendall(data)
        with contextlib.suppress(OSError):
            target.shutdown(socket.SHUT_RDWR)
