"""The signals that ask a process to end, heard whatever its main thread is doing.

Python runs a signal's handler between two instructions of the main thread. A handler that sets a
`threading.Event` for which the main thread is waiting can meet that event's lock in the main
thread's own hand, and waits for itself for ever. Handlers therefore do nothing here: the signal's
number comes over a socket (`signal.set_wakeup_fd`) to a thread of its own.
"""

from __future__ import annotations

import signal
import socket
import threading
from collections.abc import Callable, Collection

STOP_SIGNALS = (signal.SIGTERM, signal.SIGINT)


def stop_event(
    numbers: Collection[signal.Signals] = STOP_SIGNALS, at_once: Callable[[], None] | None = None
) -> threading.Event:
    """Makes an event that the first of these signals sets; only the main thread may call this.

    Args:
        numbers: the signals.
        at_once: called before the event is set, in the thread that hears the signal, even when the
            main thread is stuck.
    """
    stopping = threading.Event()
    receiver, sender = socket.socketpair()
    sender.setblocking(False)
    # The descriptor lives as long as the process.
    signal.set_wakeup_fd(sender.detach(), warn_on_full_buffer=False)
    for number in numbers:
        signal.signal(number, _leave_to_the_thread)  # noqa: TID251

    def listen() -> None:
        while receiver.recv(1)[0] not in numbers:
            pass  # another signal's handler is Python's own affair
        if at_once:
            at_once()
        stopping.set()

    threading.Thread(target=listen, name="stop-signals", daemon=True).start()
    return stopping


def _leave_to_the_thread(_signal: int, _frame: object) -> None:
    """Keeps the default action, which ends the process, from happening."""
