"""`okng host`: the hosting process."""

from __future__ import annotations

import click

from okng.device.commands.options import log_to_stderr, with_settings
from okng.device.hosting.process import run_hosting
from okng.device.settings.settings import StationSettings


@click.command
@with_settings
def host(settings: StationSettings) -> None:
    """Judge pictures that other programs send."""
    log_to_stderr(settings.log_level)
    run_hosting(settings.data_dir, settings.run_dir, settings.hosting)
