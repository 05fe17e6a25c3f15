"""The lock by which one device process at a time works in a data directory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from okng.device.host.private_files import make_private_folder
from okng.device.host.single_instance import InUseError, single_instance
from okng.device.station.drivers import DaemonError

LOCK_FILE = "device.lock"


@contextmanager
def only_daemon_of(data_dir: Path) -> Iterator[None]:
    """Holds the data directory for this process.

    Raises:
        DaemonError: another one holds it, or it can't be used.
    """
    with ExitStack() as stack:
        try:
            make_private_folder(data_dir)
            stack.enter_context(single_instance(data_dir / LOCK_FILE))
        except InUseError as error:
            raise DaemonError(
                f"{data_dir} is in use by another okng device (process {error.process})"
            ) from None
        except OSError as error:
            raise DaemonError(f"the data directory {data_dir} can't be used: {error}") from error
        yield
