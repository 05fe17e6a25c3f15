"""A process that is asked to end hears it, whatever its main thread holds or does."""

from __future__ import annotations

import subprocess
import sys

HEADER = """\
import os, signal, threading
from okng.device.host.stop_signals import stop_event
"""
IN_THE_EVENT_ITSELF = """\
stopping = stop_event()
with stopping._cond:  # as within Event.wait
    signal.raise_signal(signal.SIGTERM)
print(stopping.wait(20))
"""
WHILE_THREADS_START = """\
stopping = stop_event(at_once=threading.Timer(600, print).start)
with threading._active_limbo_lock:  # as within Thread.start
    signal.raise_signal(signal.SIGINT)
print(stopping.wait(20))
os._exit(0)
"""
ANOTHER_SIGNAL_FIRST = """\
heard = []
signal.signal(signal.SIGUSR1, lambda *_: heard.append("USR1"))
stopping = stop_event(at_once=lambda: heard.append("stop"))
signal.raise_signal(signal.SIGUSR1)
print(stopping.wait(0.2), heard)
for _ in range(3):
    signal.raise_signal(signal.SIGTERM)
print(stopping.wait(20), heard)
"""


def output(program: str) -> str:
    command = [sys.executable, "-c", HEADER + program]
    return subprocess.run(command, check=True, timeout=60, capture_output=True, text=True).stdout


def test_a_signal_within_the_events_own_lock_is_heard() -> None:
    assert output(IN_THE_EVENT_ITSELF) == "True\n"


def test_what_is_done_at_once_may_start_a_thread_while_another_one_starts() -> None:
    assert output(WHILE_THREADS_START) == "True\n"


def test_other_signals_do_not_stop_and_the_first_stops_once() -> None:
    assert output(ANOTHER_SIGNAL_FIRST) == "False ['USR1']\nTrue ['USR1', 'stop']\n"
