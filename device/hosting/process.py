"""The hosting process: at the lowest priority, from its start to its end."""

from __future__ import annotations

import logging
import os
import threading
from pathlib import Path

import zmq

from okng.device.host.lowest_priority import give_way
from okng.device.host.private_files import make_private_folder
from okng.device.host.process_end import end_process_when_a_thread_fails, end_process_within
from okng.device.host.single_instance import InUseError, single_instance
from okng.device.host.stop_signals import stop_event
from okng.device.host.systemd_notify import notify
from okng.device.hosting.hosted_models import HostedModels
from okng.device.hosting.judge_queue import JudgeQueue
from okng.device.hosting.server import Hosting, HostingServer
from okng.device.hosting.settings import MEBIBYTE, HostingSettings
from okng.device.ipc.endpoints import Endpoints
from okng.models.errors import OkngError

log = logging.getLogger(__name__)

LOCK_FILE = "hosting.lock"
STOP_TIMEOUT_S = 10.0


class HostingStartError(OkngError):
    """The hosting process can't start; the message says why and what to do."""


def run_hosting(data_dir: Path, run_dir: Path, settings: HostingSettings) -> None:
    """Hosts models until SIGTERM or SIGINT.

    Raises:
        HostingStartError: another one uses the data directory, or a directory can't be used.
    """
    give_way()
    stopping = stop_event()
    try:
        make_private_folder(data_dir)
        make_private_folder(run_dir)
        with single_instance(data_dir / LOCK_FILE):
            end_process_when_a_thread_fails()
            _serve(data_dir, run_dir, settings, stopping)
    except InUseError as error:
        raise HostingStartError(
            f"{data_dir} is in use by another okng host (process {error.process})"
        ) from None
    except (OSError, zmq.ZMQError) as error:
        raise HostingStartError(f"the hosting process can't start: {error}") from error


def _serve(
    data_dir: Path, run_dir: Path, settings: HostingSettings, stopping: threading.Event
) -> None:
    models = HostedModels(data_dir, settings.threads, settings.memory_limit_mb * MEBIBYTE)
    queue = JudgeQueue(data_dir, models, settings)
    endpoint = Endpoints(run_dir).hosting
    server = HostingServer(endpoint, Hosting(models, queue, data_dir, settings))
    models.restore()
    server.start()
    notify("READY=1")
    log.info("models are hosted at %s", endpoint)
    stopping.wait()
    notify("STOPPING=1")
    # A model that is being loaded, or a picture that is being judged, is not waited for.
    end_process_within(STOP_TIMEOUT_S)
    server.stop()
    logging.shutdown()
    os._exit(0)
