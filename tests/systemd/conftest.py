import socket
from collections.abc import Iterator
from pathlib import Path

import pytest


class NotifySocket:
    """systemd's end of NOTIFY_SOCKET."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(str(path))

    def receive(self, timeout_s: float) -> list[str] | None:
        """The states of the next message, or None when none came in time."""
        self._socket.settimeout(timeout_s)
        try:
            return self._socket.recv(4096).decode().split("\n")
        except TimeoutError:
            return None

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def notify_socket(tmp_path: Path) -> Iterator[NotifySocket]:
    stand_in = NotifySocket(tmp_path / "notify")
    yield stand_in
    stand_in.close()
