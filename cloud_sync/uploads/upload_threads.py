"""The threads that send files, several at a time; what came of each is fetched by the main loop."""

from __future__ import annotations

import queue
import threading
import time
from contextlib import suppress
from typing import NamedTuple

from okng.cloud_sync.uploads.file_sender import FileSender
from okng.device.store.uploads import Upload

FILES_A_THREAD = 4
"""Given to each thread: with fewer it would wait for the main loop while that gathers."""
GATHER_S = 0.05
"""How long the main loop waits for further files that end: it records them all at once."""


class Attempt(NamedTuple):
    """How an attempt to send a file ended."""

    upload: Upload
    error: Exception | None
    """None when the store has confirmed it."""


class UploadThreads:
    """Sends each file that is given to it, in a thread."""

    def __init__(self, sender: FileSender, count: int) -> None:
        self._sender = sender
        self._count = count
        self._given: queue.SimpleQueue[Upload | None] = queue.SimpleQueue()
        self._ended: queue.SimpleQueue[Attempt] = queue.SimpleQueue()
        self.in_flight: set[int] = set()
        """Ids of those that were given and whose end was not fetched yet; for the main loop."""

    def start(self) -> None:
        """Starts the threads."""
        for number in range(1, self._count + 1):
            # They may wait for a silent network when the process ends.
            threading.Thread(target=self._run, name=f"upload-{number}", daemon=True).start()

    def stop(self) -> None:
        """Lets the threads end when they have sent what they have begun."""
        for _ in range(self._count):
            self._given.put(None)

    @property
    def room(self) -> int:
        """How many more may be given: each thread has some to go on with."""
        return max(0, FILES_A_THREAD * self._count - len(self.in_flight))

    def send(self, upload: Upload) -> None:
        """Gives a file to the threads."""
        self.in_flight.add(upload.upload_id)
        self._given.put(upload)

    def ended(self, timeout_s: float) -> list[Attempt]:
        """Those that have ended; waits until there are some or the time is over."""
        attempts: list[Attempt] = []
        with suppress(queue.Empty):
            attempts.append(self._ended.get(timeout=timeout_s))
            time.sleep(GATHER_S)
            while True:
                attempts.append(self._ended.get_nowait())
        self.in_flight.difference_update(attempt.upload.upload_id for attempt in attempts)
        return attempts

    def _run(self) -> None:
        while upload := self._given.get():
            try:
                self._sender.send(upload)
            except Exception as error:  # noqa: BLE001 - the main loop tells what it means
                self._ended.put(Attempt(upload, error))
            else:
                self._ended.put(Attempt(upload, None))
