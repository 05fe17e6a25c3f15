"""`okng device`: the daemon."""

from __future__ import annotations

import click

from okng.device.commands.options import log_to_stderr, with_settings
from okng.device.settings.settings import StationSettings
from okng.device.station.daemon_process import run_daemon


@click.command
@with_settings
def device(settings: StationSettings) -> None:
    """Run the daemon: camera, triggers, inspection, outputs, results."""
    log_to_stderr(settings.log_level)
    run_daemon(settings)
