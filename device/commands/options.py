"""What several commands share: the settings file and the log."""

from __future__ import annotations

import getpass
import logging
import math
import os
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import click

from okng.device.settings.settings import StationSettings, load_settings
from okng.models.names import normalized

P = ParamSpec("P")
R = TypeVar("R")

ID = click.IntRange(1, 2**63 - 1)
"""Click type of a row's number in the store."""
_LOG_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class NameText(click.ParamType[str]):
    """A name, or `NAME:VERSION`, however the terminal writes its accents."""

    name = "text"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """The normalized text, as names are stored."""
        return normalized(str(value))


NAME = NameText()


class FiniteFloat(click.FloatRange):
    """A number within bounds; click's own type lets `nan` through, and `inf` without a bound."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """The number; raises `click.BadParameter`."""
        number: float = super().convert(value, param, ctx)
        if not math.isfinite(number):
            self.fail(f"{value} is not a finite number.", param, ctx)
        return number

    def _describe_range(self) -> str:
        """The bounds as the help shows them; click's own says `x<=None` where there are none."""
        return "" if self.min is self.max is None else super()._describe_range()


false_reject_rate_option = click.option(
    "--false-reject-rate",
    type=FiniteFloat(0.0001, 0.2),
    default=0.01,
    show_default=True,
    help="Allowed false rejects: the share of good parts that the threshold may reject.",
)
"""How many good parts the threshold of a new model may reject."""


def with_settings(
    command: Callable[Concatenate[StationSettings, P], R],
) -> Callable[..., R]:
    """Gives a command `--config FILE` and calls it with the station's settings."""

    @click.option(
        "--config",
        type=click.Path(path_type=Path, dir_okay=False),
        help="Settings file (TOML). Defaults to $OKNG_CONFIG or /etc/okng/okng.toml.",
    )
    @wraps(command)
    def wrapper(config: Path | None, *args: P.args, **kwargs: P.kwargs) -> R:
        settings = load_settings(config)
        return command(settings, *args, **kwargs)

    return wrapper


def log_to_stderr(level: str) -> None:
    """Logs lines for a person or for systemd's journal."""
    logging.basicConfig(level=level.upper(), format=_LOG_FORMAT, stream=sys.stderr)


def user() -> str:
    """Who calls a command, for the records; by number where the system has no name for them."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return f"uid {os.getuid()}"
