"""`okng outbox`: results that a receiver doesn't take, without the pages."""

from __future__ import annotations

import click

from okng.device.commands.options import NAME, with_settings
from okng.device.settings.settings import StationSettings
from okng.device.store.set_aside_results import SetAsideResults

SHOWN = 1000


@click.group
def outbox() -> None:
    """Show results that a receiver refused, and send them again."""


@outbox.command("list")
@with_settings
def list_set_aside(settings: StationSettings) -> None:
    """List the results that were set aside, with their reasons."""
    stored = SetAsideResults(settings.data_dir)
    total = stored.count()
    for result in stored.page(SHOWN):
        click.echo(
            f"{result.sink}  seq {result.seq}  {result.payload_bytes} bytes  "
            f"{result.set_aside_at:%Y-%m-%d %H:%M:%S} UTC  {result.reason}"
        )
    shown = f" (the oldest {SHOWN} are listed)" if total > SHOWN else ""
    click.echo(f"{total} results are set aside{shown}")


@outbox.command("retry")
@click.argument("seqs", nargs=-1, type=int, metavar="[SEQ]...")
@click.option("--sink", type=NAME, help="Retry only the results for this sink.")
@with_settings
def retry(settings: StationSettings, seqs: tuple[int, ...], sink: str | None) -> None:
    """Send results again that were set aside: those with the given SEQ, or all of them."""
    retried = SetAsideResults(settings.data_dir).retry(sink, seqs or None)
    click.echo(f"{retried} results will be sent again")
