import os
import socket

import pytest

from okng.device.host.systemd_notify import notify, watchdog_interval_s


def test_states_arrive_in_one_message(notify_socket, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NOTIFY_SOCKET", str(notify_socket.path))
    notify("READY=1", "STATUS=streaming")
    assert notify_socket.receive(5) == ["READY=1", "STATUS=streaming"]


def test_an_abstract_socket_is_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    name = f"okng-test-{os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as receiver:
        receiver.bind("\0" + name)
        receiver.settimeout(5)
        monkeypatch.setenv("NOTIFY_SOCKET", "@" + name)
        notify("WATCHDOG=1")
        assert receiver.recv(100) == b"WATCHDOG=1"


def test_without_systemd_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    notify("READY=1")


@pytest.mark.parametrize(
    ("microseconds", "pid", "expected"),
    [
        (None, None, None),
        ("20000000", None, 20.0),
        ("20000000", "own", 20.0),
        ("20000000", "1", None),
    ],
)
def test_the_watchdog_interval_is_for_the_named_process_alone(
    microseconds: str | None,
    pid: str | None,
    expected: float | None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in (("WATCHDOG_USEC", microseconds), ("WATCHDOG_PID", pid)):
        monkeypatch.delenv(name, raising=False)
        if value:
            monkeypatch.setenv(name, str(os.getpid()) if value == "own" else value)
    assert watchdog_interval_s() == expected
