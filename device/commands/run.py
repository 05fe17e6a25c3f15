"""`okng run`: the whole station in one terminal."""

from __future__ import annotations

import signal
import sys
import tempfile
import threading
import time
from pathlib import Path

import click

from okng.device.client import DeviceRefused, DeviceUnavailable
from okng.device.commands.options import log_to_stderr
from okng.device.demo import DemoError, prepare_demo, start_demo
from okng.device.settings import SettingsError, StationSettings, load_settings
from okng.device.supervisor import Supervisor, okng_command

CHECK_PERIOD_S = 0.5


@click.command
@click.option(
    "--config",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Settings file (TOML); by default $OKNG_CONFIG or /etc/okng/okng.toml.",
)
@click.option("--demo", is_flag=True, help="A line of solar cells on the camera emulator.")
@click.option(
    "--data-dir",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("data"),
    show_default=True,
    help="For --demo: everything it makes lies here.",
)
def run(config: Path | None, demo: bool, data_dir: Path) -> None:
    """Run the station's processes together, until Ctrl-C."""
    log_to_stderr("info")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with tempfile.TemporaryDirectory(prefix="okng-") as run_dir:
        try:
            if demo:
                config = prepare_demo(data_dir.resolve(), Path(run_dir))
            settings = load_settings(config)
        except (DemoError, SettingsError) as error:
            raise click.ClickException(str(error)) from None
        arguments = ["--config", str(config)] if config else []
        supervisor = Supervisor()
        try:
            supervisor.start("device", okng_command("device", *arguments))
            supervisor.start("web", okng_command("web", *arguments))
            if demo and config:
                _demonstrate(settings, config)
            while supervisor.check():
                time.sleep(CHECK_PERIOD_S)
            sys.exit(1)
        except KeyboardInterrupt:
            click.echo("stopping ...")
        finally:
            supervisor.stop()


def _demonstrate(settings: StationSettings, config: Path) -> None:
    """Sets the line up beside the running processes, so that the page is there at once."""

    def work() -> None:
        try:
            start_demo(settings.data_dir, settings.run_dir, config, click.echo)
        except (DemoError, DeviceRefused, DeviceUnavailable) as error:
            click.echo(f"the demonstration was not set up: {error}", err=True)

    threading.Thread(target=work, name="demo", daemon=True).start()
