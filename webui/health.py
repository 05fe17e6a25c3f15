"""`/healthz` for supervisors and load balancers: open, says nothing of what the station does."""

from __future__ import annotations

from apiflask import APIBlueprint

from okng.webui.health_check import Health
from okng.webui.services import services

health = APIBlueprint("health", __name__, tag="Health")


@health.get("/healthz")
@health.output(Health)
def healthz() -> Health:
    """Whether the station works; needs no login."""
    return services().health()
