"""Extensions: parts of the HTTP server that other packages bring, found by entry point.

An extension authenticates its own requests, in whatever way its clients know. All else of the
server holds for it too: TLS, timeouts, threads, body limits and security headers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.metadata import entry_points
from typing import Protocol

from flask import Blueprint, Flask, current_app, request

from okng.device.settings.settings import StationSettings

GROUP = "okng.http_extensions"
"""Entry-point group. Each names a function that takes the settings, and a function to call for
each request with wrong credentials, and returns an `HttpExtension`."""
EXTENSION = "okng-http-extensions"


class HttpExtension(Protocol):
    """A blueprint that sees to its own authentication."""

    @property
    def blueprint(self) -> Blueprint:
        """Its routes; it answers its own errors."""

    def body_limit(self) -> int:
        """Largest body, in bytes, that the current request may have."""

    def knows_sender(self) -> bool:
        """Whether the head of the current request is by somebody who may send a large body."""


def add_extensions(
    app: Flask, settings: StationSettings, refuse_after_too_many: Callable[[], None]
) -> None:
    """Registers the extensions of all installed packages.

    Args:
        app: The application.
        settings: The station's settings.
        refuse_after_too_many: Counts an attempt with wrong credentials; raises `TooManyRequests`
            when the sender has made too many.
    """
    extensions: dict[str, HttpExtension] = {}
    for entry_point in _entry_points():
        extension: HttpExtension = entry_point(settings, refuse_after_too_many)
        app.register_blueprint(extension.blueprint)
        extensions[extension.blueprint.name] = extension
    app.extensions[EXTENSION] = extensions


def current_extension() -> HttpExtension | None:
    """The extension that handles the current request; None if okng's own pages or API do."""
    extensions: dict[str, HttpExtension] = current_app.extensions[EXTENSION]
    return extensions.get(request.blueprint or "")


def _entry_points() -> Iterator[Callable[[StationSettings, Callable[[], None]], HttpExtension]]:
    for entry_point in sorted(entry_points(group=GROUP), key=lambda found: found.name):
        yield entry_point.load()
