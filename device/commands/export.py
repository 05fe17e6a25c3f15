"""`okng export`: inspections, reviews and labels as Parquet files, once or by schedule."""

from __future__ import annotations

import os
import sqlite3
from datetime import date
from functools import partial
from pathlib import Path

import click

from okng.device.commands.options import log_to_stderr, with_settings
from okng.device.data_lake.export import LakeExport
from okng.device.data_lake.parquet_files import check_parquet
from okng.device.data_lake.scheduled_export import (
    ExportReports,
    ScheduledExport,
    in_words,
    start_of_hour,
)
from okng.device.data_lake.schema import ALL_DAYS, Days
from okng.device.host.lowest_priority import give_way
from okng.device.host.private_files import make_private_folder
from okng.device.host.single_instance import InUseError, single_instance
from okng.device.host.stop_signals import stop_event
from okng.device.host.systemd_notify import notify
from okng.device.jobs.runner import NICENESS
from okng.device.settings.settings import StationSettings
from okng.device.store.database_errors import explain
from okng.models.errors import OkngError

LOCK_FILE = "export.lock"


class ExportCommandError(OkngError):
    """The scheduled export can't start."""


class Day(click.ParamType[date]):
    """Click type of a day (UTC)."""

    name = "day"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """The day; raises `click.BadParameter`."""
        try:
            day = value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a day such as 2026-11-30.", param, ctx)
        if not ALL_DAYS.first <= day <= ALL_DAYS.last:
            self.fail(f"{value} is not between {ALL_DAYS.first} and {ALL_DAYS.last}.", param, ctx)
        return day


@click.command
@click.argument("folder", type=click.Path(file_okay=False), required=False)
@click.option(
    "--since", type=Day(), default=ALL_DAYS.first, help="First day (UTC). Defaults to all."
)
@click.option("--until", type=Day(), default=ALL_DAYS.last, help="Last day (UTC), included.")
@click.option(
    "--scheduled", is_flag=True, help="Export when [export] in the settings says so, until stopped."
)
@click.option(
    "--check",
    is_flag=True,
    help="Only check whether a schedule is set: exit status 0 if it is, 1 if not.",
)
@with_settings
def export(
    settings: StationSettings,
    folder: str | None,
    since: date,
    until: date,
    scheduled: bool,
    check: bool,
) -> None:
    """Export inspections, reviews and labels to FOLDER as Parquet files, by day.

    FOLDER defaults to the folder of [export] in the settings. Only days that have changed since the
    last export are written.
    """
    if check or scheduled:
        _check_schedule(settings)
        if scheduled and not check:
            _run_schedule(settings)
        return
    # A script's empty variable would export into the working directory.
    target = settings.export.folder if folder is None else folder and Path(folder)
    if not target:
        raise click.UsageError("name the FOLDER to export to")
    if since > until:
        raise click.UsageError(f"--since {since} is after --until {until}")
    os.nice(NICENESS)
    tell = partial(click.echo, err=True)
    lake = LakeExport(settings.data_dir, target, settings.storage.min_free_mb, tell)
    summary = lake.run(Days(since, until))
    click.echo(f"{target}: {in_words(summary)}")


def _check_schedule(settings: StationSettings) -> None:
    if settings.export.when == "off":
        raise ExportCommandError("no export is scheduled: when of [export] is off")


def _run_schedule(settings: StationSettings) -> None:
    folder = settings.export.folder
    assert folder is not None
    log_to_stderr(settings.log_level)
    check_parquet()
    give_way()
    lake = LakeExport(settings.data_dir, folder, settings.storage.min_free_mb)
    hourly = settings.export.when == "hourly"
    schedule = ScheduledExport(
        lambda progress: lake.run(ALL_DAYS, progress),
        ExportReports(settings.data_dir),
        start_of_hour if hourly else settings.shifts.start_before,
    )
    stopping = stop_event()
    try:
        make_private_folder(settings.data_dir)
        with single_instance(settings.data_dir / LOCK_FILE):
            notify("READY=1")
            schedule.run(stopping)
    except InUseError as error:
        raise ExportCommandError(
            f"{settings.data_dir}: another scheduled export runs there (process {error.process})"
        ) from None
    except (OSError, sqlite3.Error) as error:
        raise ExportCommandError(f"the scheduled export can't run: {explain(error)}") from error
