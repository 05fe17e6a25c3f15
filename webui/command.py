"""`okng web`: the pages and the HTTP API behind gunicorn."""

from __future__ import annotations

import os
from typing import Any

import click
from apiflask import APIFlask
from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]

from okng.device.commands.options import log_to_stderr, with_settings
from okng.device.settings import StationSettings
from okng.device.settings_sources import CONFIG_VARIABLE
from okng.device.store.database import Database, StoreError
from okng.device.systemd_notify import notify
from okng.webui.app import create_app
from okng.webui.claim_code import ClaimCode, new_claim_code
from okng.webui.users import Users

NICENESS = 5
"""Below the daemon: many viewers never take the processor from an inspection."""
SPARE_THREADS = 8
"""For calls while all viewers watch: each holds a thread for its picture and one for its events."""


class WebServer(BaseApplication):  # type: ignore[misc]
    """Gunicorn with one worker of many threads: streams share one subscription at the daemon."""

    def __init__(self, settings: StationSettings, claim_code: ClaimCode, greeting: str) -> None:
        self._settings = settings
        self._claim_code = claim_code
        self._greeting = greeting
        super().__init__()

    def load_config(self) -> None:
        """Gunicorn's settings from the station's."""
        web = self._settings.web
        options: dict[str, Any] = {
            "bind": _host_and_port(self._settings),
            "workers": 1,
            "worker_class": "gthread",
            "threads": 2 * web.max_viewers + SPARE_THREADS,
            "timeout": 0,
            "graceful_timeout": 2,
            "control_socket_disable": True,
            # Its own start and stop say nothing that ours does not, and would hide the claim code.
            "loglevel": "warning"
            if self._settings.log_level == "info"
            else self._settings.log_level,
            "proc_name": "okng web",
            "when_ready": self._ready,
        }
        if web.tls_certificate:
            options |= {"certfile": str(web.tls_certificate), "keyfile": str(web.tls_key)}
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self) -> APIFlask:
        """The application, made in the worker: threads and sockets don't survive a fork."""
        return create_app(self._settings, self._claim_code)

    def _ready(self, server: object) -> None:
        click.echo(self._greeting)
        self._greeting = ""
        notify("READY=1")


@click.command
@with_settings
def web(settings: StationSettings) -> None:
    """Serve the pages and the HTTP API."""
    log_to_stderr(settings.log_level)
    os.nice(NICENESS)
    # Jobs that are started from the pages read the same file.
    if config := click.get_current_context().params["config"]:
        os.environ[CONFIG_VARIABLE] = str(config)
    code = new_claim_code()
    try:
        greeting = _greeting(settings, code)
        WebServer(settings, ClaimCode(code), greeting).run()
    except (OSError, StoreError) as error:
        raise click.ClickException(str(error)) from None


def _greeting(settings: StationSettings, code: str) -> str:
    """The address, and the claim code while there is anything to claim."""
    scheme = "https" if settings.web.tls_certificate else "http"
    address = f"okng is at {scheme}://{_host_and_port(settings)}"
    database = Database(settings.data_dir)
    try:
        if Users(database).claimed():
            return address
    finally:
        database.close()
    return f"{address}\nNobody has claimed this station yet. Claim code: {code}"


def _host_and_port(settings: StationSettings) -> str:
    host = settings.web.host
    return f"[{host}]:{settings.web.port}" if ":" in host else f"{host}:{settings.web.port}"
