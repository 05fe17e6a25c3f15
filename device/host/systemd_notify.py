"""Notifies systemd of a service's state (sd_notify(3)); does nothing elsewhere."""

from __future__ import annotations

import os
import socket


def notify(*states: str, wait_s: float = 5.0) -> None:
    """Sends states such as `READY=1`, `WATCHDOG=1`, `STATUS=...` to the service manager.

    Without `$NOTIFY_SOCKET`, that is when not started by systemd, nothing is sent.

    Args:
        states: What is sent, in one message.
        wait_s: How long to wait for room among the messages that systemd hasn't read yet.

    Raises:
        OSError: the socket that systemd named can't be reached, or has no room.
    """
    address = os.environ.get("NOTIFY_SOCKET")
    if not address:
        return
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as sender:
        # A leading @ stands for the zero byte of Linux' abstract namespace.
        name = "\0" + address[1:] if address.startswith("@") else address
        sender.settimeout(wait_s)
        sender.sendto("\n".join(states).encode(), name)


def watchdog_interval_s() -> float | None:
    """How long systemd waits for the next `WATCHDOG=1` before it restarts this process.

    Seconds; None when it doesn't watch this process (`$WATCHDOG_USEC`, `$WATCHDOG_PID`).
    """
    if os.environ.get("WATCHDOG_PID", str(os.getpid())) != str(os.getpid()):
        return None
    microseconds = os.environ.get("WATCHDOG_USEC")
    return int(microseconds) / 1e6 if microseconds else None
