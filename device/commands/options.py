"""What several commands share: the settings file and the log."""

from __future__ import annotations

import getpass
import logging
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

import click

from okng.device.settings import SettingsError, StationSettings, load_settings

P = ParamSpec("P")
R = TypeVar("R")

_LOG_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def with_settings(
    command: Callable[Concatenate[StationSettings, P], R],
) -> Callable[..., R]:
    """Gives a command `--config FILE` and calls it with the station's settings."""

    @click.option(
        "--config",
        type=click.Path(path_type=Path, dir_okay=False),
        help="Settings file (TOML); by default $OKNG_CONFIG or /etc/okng/okng.toml.",
    )
    @wraps(command)
    def wrapper(config: Path | None, *args: P.args, **kwargs: P.kwargs) -> R:
        try:
            settings = load_settings(config)
        except SettingsError as error:
            raise click.ClickException(str(error)) from None
        return command(settings, *args, **kwargs)

    return wrapper


def log_to_stderr(level: str) -> None:
    """Lines for a person or the journal."""
    logging.basicConfig(level=level.upper(), format=_LOG_FORMAT, stream=sys.stderr)


def user() -> str:
    """Who calls a command, for the records."""
    return getpass.getuser()
