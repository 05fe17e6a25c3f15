"""The guardian: a tiny process that tells a PLC when the station has died.

What a PLC reads outlives the process that wrote it: in the PLC's own memory, or on digital lines.
The guardian waits at the end of a pipe: when the pipe ends without the word that all is well, it
has the PLC read not-ready and no valid result. Where the guardian itself ends, another one takes
its place.
"""

from __future__ import annotations

import importlib
import json
import logging
import signal
import subprocess
import sys
import threading
import time
from abc import ABC, abstractmethod
from dataclasses import asdict
from typing import Any, ClassVar

from okng.models.errors import OkngError
from okng.models.processes import start_command

log = logging.getLogger(__name__)

ALL_IS_WELL = b"stopped"
GIVE_UP_S = 2.0
"""For how long it tries; the device process that is started next must not be overwritten."""
RETRY_S = 0.1
FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.2, 60.0
"""Before another guardian takes the place of one that has ended; doubled each time that it ends
within the longest one."""


class Guarded(ABC):
    """What a PLC reads and a dead process leaves as it was.

    An implementation is a dataclass of plain values, so that the guardian can be given it.
    """

    library: ClassVar[str]
    """Module that it needs, imported when all is well."""

    @property
    @abstractmethod
    def place(self) -> str:
        """What is written, for messages."""

    @abstractmethod
    def silence(self, *arguments: Any) -> None:
        """Has the PLC read not-ready and no valid result.

        Args:
            arguments: Those that the guardian was given.

        Raises:
            OkngError: it isn't possible now.
        """


class Guardian:
    """The guardian's process, as its device process sees it."""

    def __init__(self, guarded: Guarded, *arguments: int) -> None:
        """Starts it.

        Args:
            guarded: What it silences.
            arguments: Handed on to `Guarded.silence`.
        """
        kind = type(guarded)
        work = {
            "module": kind.__module__,
            "class": kind.__name__,
            "values": asdict(guarded),  # type: ignore[call-overload]
            "arguments": arguments,
        }
        program = f"from {__name__} import main; main()"
        self._command = [sys.executable, "-c", program, json.dumps(work)]
        self._place = guarded.place
        self._ending = threading.Event()
        self._lock = threading.Lock()
        """Held while the process changes, or the end begins."""
        self.process = self._start()
        """The one that waits now."""
        self._watch = threading.Thread(target=self._keep, name="guardian-watch", daemon=True)
        self._watch.start()

    def end(self, all_is_well: bool) -> None:
        """Ends it; unless all is well, it silences what it guards before it ends."""
        with self._lock:
            self._ending.set()
            process = self.process
        assert process.stdin
        try:
            with process.stdin as pipe:
                pipe.write(ALL_IS_WELL if all_is_well else b"")
        except BrokenPipeError:
            pass
        self._watch.join(2 * GIVE_UP_S)
        if self._watch.is_alive():
            process.kill()
            self._watch.join()

    def _start(self) -> subprocess.Popen[bytes]:
        return start_command(self._command, stdin=subprocess.PIPE)

    def _keep(self) -> None:
        """Waits for the guardian's end, and starts another one unless that end was asked for."""
        pause_s = FIRST_PAUSE_S
        while True:
            began_s = time.monotonic()
            status = self.process.wait()
            if self._ending.is_set():
                return
            log.error(
                "the guardian of %s has ended (status %d); another one takes its place in %g s",
                self._place,
                status,
                pause_s,
            )
            if self._ending.wait(pause_s):
                return
            self._replace()
            lasted = time.monotonic() - began_s > LONGEST_PAUSE_S
            pause_s = FIRST_PAUSE_S if lasted else min(2 * pause_s, LONGEST_PAUSE_S)

    def _replace(self) -> None:
        with self._lock:
            if self._ending.is_set():
                return
            try:
                process = self._start()
            except OSError as error:
                log.error("no guardian of %s could be started: %s", self._place, error)
                return
            assert self.process.stdin
            self.process.stdin.close()
            self.process = process


def main() -> None:
    """Waits for the end of its device process, and silences what that left."""
    # The service manager ends all processes of a service whose main process has died.
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)  # noqa: TID251
    work = json.loads(sys.argv[1])
    kind = getattr(importlib.import_module(work["module"]), work["class"])
    guarded: Guarded = kind(**work["values"])
    importlib.import_module(guarded.library)
    if sys.stdin.buffer.read() != ALL_IS_WELL:
        sys.exit(_silence(guarded, work["arguments"]))


def _silence(guarded: Guarded, arguments: list[Any]) -> str | None:
    """Why it was not possible; None when the PLC was told."""
    began_s = time.monotonic()
    while True:
        try:
            guarded.silence(*arguments)
        except OkngError as error:
            if time.monotonic() - began_s > GIVE_UP_S:
                return f"the device process has ended, and the PLC could not be told: {error}"
            time.sleep(RETRY_S)
        else:
            took_ms = 1000 * (time.monotonic() - began_s)
            told = f"{guarded.place} was told {took_ms:.0f} ms later"
            print(f"the device process has ended, and {told}", file=sys.stderr)
            return None
