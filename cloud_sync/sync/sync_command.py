"""The command `okng sync`: the exchange with a bucket, in a process of its own."""

from __future__ import annotations

import logging
import os
import sqlite3
import sys

import click

from okng.cloud_sync.sync.sync_process import SyncProcess
from okng.device.commands.options import log_to_stderr, with_settings
from okng.device.host.private_files import make_private_folder
from okng.device.host.process_end import end_process_when_a_thread_fails
from okng.device.host.single_instance import InUseError, single_instance
from okng.device.host.stop_signals import stop_event
from okng.device.host.systemd_notify import notify
from okng.device.settings.settings import StationSettings
from okng.device.store.database_errors import explain
from okng.models.errors import OkngError

NICENESS = 10
"""The line and the pages go first."""
LOCK_FILE = "sync.lock"


class SyncError(OkngError):
    """The sync process can't start."""


@click.command
@click.option(
    "--check",
    is_flag=True,
    help="Only check whether a bucket is configured: exit status 0 if it is, 1 if not.",
)
@with_settings
def sync(settings: StationSettings, check: bool) -> None:
    """Send pictures, results, datasets and models to an S3-compatible store."""
    if settings.sync is None:
        raise SyncError("no bucket is configured: the settings have no table [sync]")
    if check:
        return
    log_to_stderr(settings.log_level)
    # botocore would write each request and its signature.
    for library in ("boto3", "botocore", "urllib3"):
        logging.getLogger(library).setLevel(logging.WARNING)
    os.nice(NICENESS)
    make_private_folder(settings.data_dir)
    stopping = stop_event()
    end_process_when_a_thread_fails()
    try:
        with single_instance(settings.data_dir / LOCK_FILE):
            process = SyncProcess(settings, settings.sync)
            notify("READY=1")
            process.run(stopping)
    except InUseError as error:
        raise SyncError(
            f"{settings.data_dir}: another okng sync runs there (process {error.process})"
        ) from None
    except sqlite3.Error as error:
        raise SyncError(f"the sync process can't start: {explain(error)}") from error
    # Threads that wait for a silent network are not waited for: nothing of theirs is lost.
    logging.shutdown()
    sys.stdout.flush()
    os._exit(0)
