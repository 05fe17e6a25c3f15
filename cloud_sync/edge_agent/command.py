"""The command `okng edge-agent`: Lookout for Vision's edge agent by this station's models."""

from __future__ import annotations

import click

from okng.cloud_sync.edge_agent.errors import EdgeAgentStartError
from okng.device.commands.options import log_to_stderr, with_settings
from okng.device.settings.settings import StationSettings


@click.command("edge-agent")
@with_settings
def edge_agent(settings: StationSettings) -> None:
    """Serve Lookout for Vision's edge agent (gRPC) with this station's models."""
    log_to_stderr(settings.log_level)
    try:
        from okng.cloud_sync.edge_agent.server import run_edge_agent
    except ModuleNotFoundError as error:
        if error.name != "grpc":
            raise
        raise EdgeAgentStartError(
            "the edge agent needs gRPC: pip install 'okng[edge-agent]'"
        ) from None
    run_edge_agent(settings)
