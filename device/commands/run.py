"""`okng run`: the whole station in one terminal."""

from __future__ import annotations

import signal
import sys
import tempfile
import threading
from pathlib import Path

import click

from okng.device.commands.demo import DemoError, prepare_demo, start_demo
from okng.device.commands.options import log_to_stderr
from okng.device.commands.picture_station import prepare_picture_station
from okng.device.host.stop_signals import STOP_SIGNALS, stop_event
from okng.device.host.supervisor import Supervisor, okng_command
from okng.device.host.tcp_port import check_port
from okng.device.ipc.client import DeviceRefusedError, DeviceUnavailableError
from okng.device.settings.settings import StationSettings, load_settings

CHECK_PERIOD_S = 0.5
DEMO_DATA_DIR = Path("data")
PICTURES_DATA_DIR = Path("okng-data")


@click.command
@click.option(
    "--config",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Settings file (TOML). Defaults to $OKNG_CONFIG or /etc/okng/okng.toml.",
)
@click.option(
    "--demo",
    is_flag=True,
    help="Run a demonstration: a line of solar cells on the camera emulator.",
)
@click.option(
    "--pictures",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="FOLDER",
    help="Use the pictures of this folder instead of a camera, one for each trigger. With --config "
    "the rest of that station's settings count; without it, nothing needs to be set.",
)
@click.option(
    "--data-dir",
    type=click.Path(path_type=Path, file_okay=False),
    help=f"Data directory for --demo (default: {DEMO_DATA_DIR}) and for --pictures without "
    f"--config (default: {PICTURES_DATA_DIR}).",
)
def run(config: Path | None, demo: bool, pictures: Path | None, data_dir: Path | None) -> None:
    """Run the station's processes together, until Ctrl-C."""
    if demo and pictures:
        raise click.UsageError("--demo has pictures of its own: leave out --pictures.")
    log_to_stderr("info")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # noqa: TID251 - nothing runs yet
    with tempfile.TemporaryDirectory(prefix="okng-") as run_dir:
        if demo:
            config = prepare_demo((data_dir or DEMO_DATA_DIR).resolve(), Path(run_dir))
        elif pictures:
            own_data_dir = (data_dir or PICTURES_DATA_DIR).resolve()
            config = prepare_picture_station(
                pictures.absolute(), config, own_data_dir, Path(run_dir), click.echo
            )
        settings = load_settings(config)
        check_port(settings.web.host, settings.web.port)
        arguments = ["--config", str(config)] if config else []
        stopping = _set_by_signals()
        supervisor = Supervisor()
        try:
            supervisor.start("device", okng_command("device", *arguments))
            supervisor.start("host", okng_command("host", *arguments))
            supervisor.start("web", okng_command("web", *arguments))
            if settings.edge_agent.enabled:
                supervisor.start("edge-agent", okng_command("edge-agent", *arguments))
            if settings.sync:
                supervisor.start("sync", okng_command("sync", *arguments))
            if settings.export.when != "off":
                supervisor.start("export", okng_command("export", "--scheduled", *arguments))
            if demo and config:
                _demonstrate(settings, config)
            while not stopping.wait(CHECK_PERIOD_S):
                if not supervisor.check():
                    sys.exit(1)
            click.echo("stopping ...")
        finally:
            supervisor.stop()


def _set_by_signals() -> threading.Event:
    """Set when somebody asks this process to end; nothing is interrupted in the middle."""
    # Under nohup a hangup is no reason to end.
    hangup_ends = signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN
    return stop_event((*STOP_SIGNALS, signal.SIGHUP) if hangup_ends else STOP_SIGNALS)


def _demonstrate(settings: StationSettings, config: Path) -> None:
    """Sets the line up beside the running processes, so that the page is there at once."""

    def work() -> None:
        try:
            start_demo(settings.data_dir, settings.run_dir, config, click.echo)
        except (DemoError, DeviceRefusedError, DeviceUnavailableError) as error:
            click.echo(f"the demonstration was not set up: {error}", err=True)

    threading.Thread(target=work, name="demo", daemon=True).start()
