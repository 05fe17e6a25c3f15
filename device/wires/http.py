"""The HTTP wire: a program sets the PLC's signals and reads the station's over `/api/v1`.

The calls are those of `webui/api/wires.py`, in another process; its commands come in here.
"""

from __future__ import annotations

import math
import secrets
import threading
import time
from concurrent.futures import Future
from pathlib import Path
from typing import ClassVar, Literal, NamedTuple

from pydantic import Field

from okng.device.handshake.line import Line, WireInput, WireOutput
from okng.device.ipc.errors import RefusedError
from okng.device.types import Name, TriggerSource, WireStatus
from okng.device.wires.wire import Wire, WireSettingsBase

REFRESH_S = 0.05
"""So often the thread looks whether the client is still there."""


class HttpWireSettings(WireSettingsBase):
    """The handshake over the HTTP API, for programs; docs/plc-http.md has the calls."""

    type: Literal["http"] = "http"
    name: Name = "http"
    client_timeout_ms: int = Field(default=3000, ge=200, le=60_000)
    """A client that has asked nothing for so many milliseconds is gone: its signals count as
    dropped. A call that waits for a change counts until its answer."""


class _Waiter(NamedTuple):
    """A caller who waits for a change."""

    change: Future[None]
    deadline_s: float


class HttpWire(Wire):
    """The signals of one client, and who waits for the station's; docs/plc-http.md has more."""

    settings_class: ClassVar[type[HttpWireSettings]] = HttpWireSettings
    settings: HttpWireSettings
    source = TriggerSource.HTTP

    def __init__(
        self, settings: HttpWireSettings, line: Line, station: str, data_dir: Path
    ) -> None:
        super().__init__(settings, line, station, data_dir)
        # All of this changes with the line's lock held.
        self._client: str | None = None
        """Who has set the signals; None while nobody has."""
        self._present_until_s = -math.inf
        self._waiters: list[_Waiter] = []
        # A number from before a restart is no number of now.
        self.change = secrets.randbelow(2**31)
        """Another one after every change of what the station says."""
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name=settings.name, daemon=True)

    def start(self) -> None:
        """Begins to hear of changes."""
        self.port.listen(self._note)
        self._thread.start()

    def stop(self) -> None:
        """Drops the client's signals."""
        self._stopping.set()
        self._thread.join()
        self.port.disconnect()
        self.port.line.close_port(self.port)

    def status(self) -> WireStatus:
        """Whether a client is there, and whether it could trigger a part. Never blocks."""
        connected = self._client is not None
        reason = self.port.output.not_ready_reason
        return WireStatus(
            name=self.settings.name,
            type=self.settings.type,
            connected=connected,
            last_error=None if connected else "no client has set signals",
            not_ready_reason=None if self.port.output.station.online else reason,
        )

    def set(self, client: str, levels: WireInput) -> None:
        """Takes the PLC's signals.

        Args:
            client: Who speaks for the PLC.
            levels: All of them.

        Raises:
            RefusedError: another client has the wire.
        """
        with self.port.line.lock:
            self._drop_absent_client()
            if self._client not in (None, client):
                left_ms = 1000 * (self._present_until_s - time.monotonic())
                raise RefusedError(
                    f"the wire {self.settings.name!r} is used by {self._client!r}; if that sends "
                    f"no more requests, another client can have it in {left_ms:.0f} ms"
                )
            self._client = client
            self._hear(client)
            self.port.update(levels)

    def wait(self, client: str, known_change: int | None, wait_s: float) -> Future[None]:
        """Done when the station says something else than at a change that is known.

        Args:
            client: Who waits; present until then, if it has the wire.
            known_change: A former `change`; None is done at once.
            wait_s: How long the caller waits at most.
        """
        changed: Future[None] = Future()
        with self.port.line.lock:
            if known_change == self.change and wait_s > 0:
                self._hear(client, wait_s)
                self._waiters.append(_Waiter(changed, time.monotonic() + wait_s))
            else:
                self._hear(client)
                changed.set_result(None)
        return changed

    def _hear(self, client: str, wait_s: float = 0.0) -> None:
        if client == self._client:
            present_s = time.monotonic() + wait_s + self.settings.client_timeout_ms / 1000
            self._present_until_s = max(self._present_until_s, present_s)

    def _note(self, _output: WireOutput) -> None:
        self.change += 1
        for waiter in self._waiters:
            waiter.change.set_result(None)
        self._waiters.clear()

    def _run(self) -> None:
        while not self._stopping.wait(REFRESH_S):
            with self.port.line.lock:
                self._drop_absent_client()
                if self._client is None:
                    self.port.disconnect()
                else:
                    self.port.update(self.port.input)
                now_s = time.monotonic()
                self._waiters = [one for one in self._waiters if one.deadline_s > now_s]

    def _drop_absent_client(self) -> None:
        if self._client is not None and time.monotonic() > self._present_until_s:
            self._client = None
            self.port.disconnect()
