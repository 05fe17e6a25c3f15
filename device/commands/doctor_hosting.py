"""What `okng doctor` says of the hosting process and of the models that are to be hosted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from okng.device.hosting.client import HostingClient, HostingUnavailableError
from okng.device.hosting.commands import HostingState
from okng.device.hosting.kept_models import FILE_NAME, read_kept_models
from okng.device.integrity.failed_check import FailedCheck
from okng.device.ipc.endpoints import Endpoints, socket_path


def hosting_lines(run_dir: Path) -> list[str]:
    """What is hosted now, and how much memory that takes; nothing where it never ran."""
    if not socket_path(Endpoints(run_dir).hosting).exists():
        return []
    try:
        status = HostingClient(run_dir).status()
    except HostingUnavailableError:
        return ["hosting: the process (okng host) isn't there"]
    hosted = sum(model.status is HostingState.HOSTED for model in status.models)
    return [
        f"hosting: {hosted} of {len(status.models)} models hosted, "
        f"{status.memory_bytes // 2**20} of {status.memory_limit_bytes // 2**20} MiB, "
        f"{status.waiting} of {status.queue_length} places taken, {status.refused} refused"
    ]


def check_hosted_models(data_dir: Path) -> Iterator[FailedCheck]:
    """Models that are to be hosted and aren't on the station any more."""
    for model in read_kept_models(data_dir).models:
        if not (data_dir / "models" / model.name / str(model.version)).is_dir():
            yield FailedCheck(
                subject=str(data_dir / FILE_NAME),
                problem=f"model {model.name} version {model.version} is to be hosted, and is gone",
                advice="restore its folder, or stop hosting it",
            )
