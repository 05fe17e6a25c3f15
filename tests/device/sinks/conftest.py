from __future__ import annotations

import contextlib
import shutil
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from paho.mqtt.client import Client, MQTTMessage
from paho.mqtt.enums import CallbackAPIVersion, MQTTProtocolVersion
from support.station import free_port

MOSQUITTO = shutil.which("mosquitto") or shutil.which("mosquitto", path="/usr/sbin")
DEADLINE_S = 30.0


def wait_until(condition: Callable[[], object], what: str) -> None:
    deadline = time.monotonic() + DEADLINE_S
    while not condition():
        assert time.monotonic() < deadline, f"{what}: not within {DEADLINE_S} s"
        time.sleep(0.02)


class Broker:
    """A mosquitto of the test's own."""

    def __init__(self, folder: Path, *settings: str) -> None:
        self.port = free_port()
        self._file = folder / "mosquitto.conf"
        lines = (
            f"listener {self.port} 127.0.0.1",
            "persistence false",
            "user root",
            # So it has written a message to its listeners before it acknowledges it.
            "max_inflight_messages 0",
            *settings,
        )
        self._file.write_text("\n".join(lines) + "\n")
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        assert MOSQUITTO
        self._process = subprocess.Popen(
            [MOSQUITTO, "-c", str(self._file)], stderr=subprocess.DEVNULL
        )
        wait_until(self._answers, "mosquitto's start")

    def kill(self) -> None:
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None

    def signal(self, number: signal.Signals) -> None:
        assert self._process
        self._process.send_signal(number)

    def _answers(self) -> bool:
        try:
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
        except OSError:
            return False
        return True


class Listener:
    """Receives everything a station says, in the order of its arrival.

    By QoS 0: a listener that acknowledges gives up what it hasn't read yet when it finds the
    broker dead.
    """

    def __init__(self, port: int, **login: str) -> None:
        self.messages: list[MQTTMessage] = []
        self._subscribed = threading.Event()
        self._client = Client(CallbackAPIVersion.VERSION2, protocol=MQTTProtocolVersion.MQTTv5)
        if login:
            self._client.username_pw_set(**login)
        self._client.reconnect_delay_set(0.05, 0.2)  # type: ignore[arg-type]
        self._client.on_connect = lambda *_: self._client.subscribe("#", qos=0)
        self._client.on_subscribe = lambda *_: self._subscribed.set()
        self._client.on_disconnect = lambda *_: self._subscribed.clear()
        self._client.on_message = lambda _c, _d, message: self.messages.append(message)
        self._client.connect("127.0.0.1", port)
        self._client.loop_start()
        self.wait_for_subscription()

    def wait_for_subscription(self) -> None:
        assert self._subscribed.wait(DEADLINE_S)

    def wait_for_end(self) -> None:
        """Until the connection's end, with all that came before it."""
        wait_until(lambda: not self._subscribed.is_set(), "the end of the connection")

    def on(self, topic: str) -> list[MQTTMessage]:
        return [message for message in list(self.messages) if message.topic == topic]

    def stop(self) -> None:
        self._client.disconnect()
        self._client.loop_stop()


class Link:
    """A network between a station and a broker, to be cut and mended."""

    def __init__(self, broker_port: int) -> None:
        self._broker_port = broker_port
        self._up = True
        self._sockets: list[socket.socket] = []
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._server.getsockname()[1]
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()

    def cut(self) -> None:
        self._up = False
        for one in self._sockets:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        self._up = True

    def close(self) -> None:
        self.cut()
        self._server.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()
        for one in [*self._sockets, self._server]:
            one.close()

    def _accept(self) -> None:
        while True:
            try:
                station, _ = self._server.accept()
            except OSError:
                return
            self._sockets.append(station)
            try:
                assert self._up
                broker = socket.create_connection(("127.0.0.1", self._broker_port))
            except (AssertionError, OSError):
                station.shutdown(socket.SHUT_RDWR)
                continue
            self._sockets.append(broker)
            for source, target in ((station, broker), (broker, station)):
                thread = threading.Thread(target=self._pump, args=(source, target))
                self._threads.append(thread)
                thread.start()

    @staticmethod
    def _pump(source: socket.socket, target: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(4096):
                target.sendall(data)
        with contextlib.suppress(OSError):
            target.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def make_broker(tmp_path: Path) -> Iterator[Callable[..., Broker]]:
    if MOSQUITTO is None:
        pytest.skip("needs mosquitto: apt-get install --no-install-recommends mosquitto")
    brokers: list[Broker] = []

    def make(*settings: str) -> Broker:
        broker = Broker(tmp_path, *(settings or ("allow_anonymous true",)))
        brokers.append(broker)
        return broker

    yield make
    for broker in brokers:
        broker.kill()


@pytest.fixture
def listen() -> Iterator[Callable[..., Listener]]:
    listeners: list[Listener] = []

    def make(port: int, **login: str) -> Listener:
        listener = Listener(port, **login)
        listeners.append(listener)
        return listener

    yield make
    for listener in listeners:
        listener.stop()


@pytest.fixture
def make_link() -> Iterator[Callable[[int], Link]]:
    links: list[Link] = []

    def make(broker_port: int) -> Link:
        link = Link(broker_port)
        links.append(link)
        return link

    yield make
    for link in links:
        link.close()
