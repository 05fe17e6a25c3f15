"""The ZeroMQ endpoints of the station's processes: sockets as files in the run directory."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Endpoints:
    """The addresses to which the processes bind and their clients connect."""

    run_dir: Path

    @property
    def commands(self) -> str:
        """Commands and their answers (ROUTER, REQ)."""
        return f"ipc://{self.run_dir}/commands.sock"

    @property
    def events(self) -> str:
        """Published events: results, pictures, status, meters (PUB, SUB)."""
        return f"ipc://{self.run_dir}/events.sock"

    @property
    def preview(self) -> str:
        """The live view as JPEG images (XPUB, SUB)."""
        return f"ipc://{self.run_dir}/preview.sock"

    @property
    def hosting(self) -> str:
        """Commands of the process that hosts models, and their answers (ROUTER, REQ)."""
        return f"ipc://{self.run_dir}/hosting.sock"

    @property
    def all(self) -> tuple[str, ...]:
        """All of them."""
        return self.commands, self.events, self.preview, self.hosting


def socket_path(endpoint: str) -> Path:
    """The file that an endpoint is."""
    return Path(endpoint.removeprefix("ipc://"))
