"""Whether the station works, for whoever asks and however often."""

from __future__ import annotations

import threading
import time
from typing import Literal

from okng.device.client import DeviceClient, DeviceUnavailable
from okng.device.types import Message, Severity

VALID_S = 1.0
"""For which an answer is given again: anybody may ask, and it must not cost the device."""


class Health(Message):
    """Whether the station works."""

    status: Literal["ok", "degraded"]
    device: bool
    """Whether the device process answers."""


class HealthCheck:
    """Asks the daemon, at most once a second however many ask."""

    def __init__(self, device: DeviceClient) -> None:
        self._device = device
        self._asking = threading.Lock()
        self._asked_at_s = float("-inf")
        self._known = Health(status="degraded", device=False)

    def __call__(self) -> Health:
        """The station's health, at most a second old."""
        with self._asking:
            if time.monotonic() - self._asked_at_s > VALID_S:
                self._known = self._ask()
                self._asked_at_s = time.monotonic()
            return self._known

    def _ask(self) -> Health:
        try:
            conditions = self._device.status().conditions
        except DeviceUnavailable:
            return Health(status="degraded", device=False)
        fault = any(condition.severity is Severity.FAULT for condition in conditions)
        return Health(status="degraded" if fault else "ok", device=True)
