"""Where the processes of one station meet: ZeroMQ sockets as files in the run directory."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Addresses:
    """ZeroMQ endpoints of the daemon."""

    run_dir: Path

    @property
    def commands(self) -> str:
        """Request and reply."""
        return f"ipc://{self.run_dir}/commands.sock"

    @property
    def events(self) -> str:
        """Published events: results, pictures, status, meters."""
        return f"ipc://{self.run_dir}/events.sock"

    @property
    def preview(self) -> str:
        """JPEG pictures of the live view."""
        return f"ipc://{self.run_dir}/preview.sock"

    @property
    def all(self) -> tuple[str, ...]:
        """Every endpoint."""
        return self.commands, self.events, self.preview
