"""Calls of the HTTP API that other packages bring, found by entry point.

They are calls like the station's own: below `/api/v1`, for whoever is logged in or sends a token,
with CSRF protection, and in the OpenAPI document.
"""

from __future__ import annotations

from importlib.metadata import entry_points

from apiflask import APIBlueprint

from okng.device.settings.settings import StationSettings

GROUP = "okng.api_blueprints"
"""Entry-point group. Each names a function that takes the settings and returns a blueprint."""


def api_blueprints(settings: StationSettings) -> list[APIBlueprint]:
    """The blueprints of all installed packages but okng's own pages."""
    found = sorted(entry_points(group=GROUP), key=lambda entry_point: entry_point.name)
    return [entry_point.load()(settings) for entry_point in found]
