"""The end of a job that a command does itself."""

from __future__ import annotations

from collections.abc import Callable

import click

from okng.device.store.jobs import Job, JobError, JobState


def succeeded(run: Callable[[], Job]) -> Job:
    """The job that `run` does.

    Raises:
        click.ClickException: it can't start, failed or was cancelled.
    """
    try:
        done = run()
    except JobError as error:
        raise click.ClickException(str(error)) from None
    if done.state is not JobState.SUCCEEDED:
        raise click.ClickException(f"{done.state}: {done.message}")
    return done
