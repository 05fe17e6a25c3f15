"""`okng device`: the daemon."""

from __future__ import annotations

import click

from okng.device.commands.options import log_to_stderr, with_settings
from okng.device.daemon import DaemonError, run_daemon
from okng.device.settings import StationSettings
from okng.device.store.database import StoreError


@click.command
@with_settings
def device(settings: StationSettings) -> None:
    """Run the daemon: camera, triggers, inspection, outputs, results."""
    log_to_stderr(settings.log_level)
    try:
        run_daemon(settings)
    except (DaemonError, StoreError) as error:
        raise click.ClickException(str(error)) from None
