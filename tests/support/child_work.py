"""Work for child processes, in a module that a spawned process can import."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from multiprocessing.connection import Connection
from pathlib import Path

from okng.models.progress import ReportLine

SLEEP = [sys.executable, "-c", "import time; time.sleep(600)"]


def double(number: int, log: ReportLine) -> int:
    log("doubling")
    return 2 * number


def refuse(reason: str, log: ReportLine) -> None:
    raise ValueError(reason)


def kill_itself(log: ReportLine) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def sleep_beside_a_grandchild(file: Path, log: ReportLine) -> None:
    file.write_text(str(subprocess.Popen(SLEEP).pid))
    log("sleeping")
    time.sleep(600)


def echo(connection: Connection) -> None:
    while True:
        connection.send(connection.recv())
