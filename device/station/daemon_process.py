"""The device process: one daemon from its start to the signal that ends it."""

from __future__ import annotations

import gc
import logging
import sqlite3
import threading

import zmq

from okng.device.host.process_end import (
    end_process,
    end_process_when_a_thread_fails,
    end_process_within,
)
from okng.device.host.stop_signals import stop_event
from okng.device.host.systemd_notify import notify
from okng.device.settings.settings import StationSettings
from okng.device.station.daemon import Daemon
from okng.device.station.data_directory_lock import only_daemon_of
from okng.device.station.drivers import DaemonError

log = logging.getLogger(__name__)

STATUS_PERIOD_S = 1.0
STOP_TIMEOUT_S = 25.0
"""Longer than a camera may take to finish; systemd kills after 30 s."""


def run_daemon(settings: StationSettings) -> None:
    """Runs until SIGTERM or SIGINT.

    A failure that it can't go on with ends the process at once, with one line that says why and
    exit status 70; no thread holds it up.

    Raises:
        DaemonError: another one uses the data directory, it or the run directory can't be used, or
            the camera's kind is not available.
        okng.device.store.database.StoreError: the database can't be used.
    """
    with only_daemon_of(settings.data_dir):
        # The next start records what was on its way: the edges are in the journal.
        end_process_when_a_thread_fails()
        stopping = stop_event(at_once=lambda: end_process_within(STOP_TIMEOUT_S))
        try:
            daemon = Daemon(settings)
        except (OSError, sqlite3.Error, zmq.ZMQError) as error:
            raise DaemonError(f"the device process can't start: {error}") from error
        try:
            _run(daemon, settings, stopping)
        except Exception as error:
            # The threads that run already would keep the process as one that answers nothing.
            log.critical(
                "the device process ends: %s: %s", type(error).__name__, error, exc_info=error
            )
            end_process()


def _run(daemon: Daemon, settings: StationSettings, stopping: threading.Event) -> None:
    daemon.start()
    # What start-up made stays; the collector need not look at it while parts go by.
    gc.collect()
    gc.freeze()
    notify("READY=1")
    log.info("station %s is ready", settings.station)
    while not stopping.wait(STATUS_PERIOD_S):
        daemon.tick()
    notify("STOPPING=1")
    daemon.stop()
