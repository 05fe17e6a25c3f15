"""The health check `/healthz` for supervisors and load balancers; open, and reveals no details."""

from __future__ import annotations

import threading
import time
from typing import Literal

from apiflask import APIBlueprint

from okng.device.health.condition import Severity
from okng.device.hosting.client import HostingClient, HostingUnavailableError
from okng.device.ipc.client import DeviceClient, DeviceUnavailableError
from okng.device.ipc.commands import GetStatus
from okng.models.strict_model import StrictModel

VALID_S = 1.0
"""How long an answer is reused: anybody may ask, and that must not load the device process."""


def health_blueprint(check: HealthCheck) -> APIBlueprint:
    """The blueprint of `/healthz`, which needs no login."""
    health = APIBlueprint("health", __name__, tag="Health")

    @health.get("/healthz")
    @health.output(Health)
    def healthz() -> Health:
        """Returns the health of the station; needs no login."""
        return check()

    return health


class Health(StrictModel):
    """The health of the station."""

    status: Literal["ok", "degraded"]
    device: bool
    """Whether the device process answers."""
    hosting: bool
    """Whether the process that hosts models answers. The line doesn't need it, so that a station
    without it is `ok` all the same."""


class HealthCheck:
    """Asks the daemon for its health, at most once a second however many clients ask."""

    def __init__(self, device: DeviceClient, hosting: HostingClient) -> None:
        self._device = device
        self._hosting = hosting
        self._asking = threading.Lock()
        self._asked_at_s = float("-inf")
        self._known = Health(status="degraded", device=False, hosting=False)

    def __call__(self) -> Health:
        """The station's health: at most a second old, or older while the daemon answers slowly."""
        # While one request waits for the daemon, others get the previous answer, so that they
        # hold no thread of the web server.
        if self._asking.acquire(blocking=self._asked_at_s == float("-inf")):
            try:
                if time.monotonic() - self._asked_at_s > VALID_S:
                    self._known = self._ask()
                    self._asked_at_s = time.monotonic()
            finally:
                self._asking.release()
        return self._known

    def _ask(self) -> Health:
        hosting = self._hosting_answers()
        try:
            conditions = self._device.ask(GetStatus()).conditions
        except DeviceUnavailableError:
            return Health(status="degraded", device=False, hosting=hosting)
        fault = any(condition.severity is Severity.FAULT for condition in conditions)
        return Health(status="degraded" if fault else "ok", device=True, hosting=hosting)

    def _hosting_answers(self) -> bool:
        try:
            self._hosting.status()
        except HostingUnavailableError:
            return False
        return True
