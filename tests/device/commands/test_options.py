"""What the commands share: who asked for a job stands in the store, whatever the surroundings."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from okng.device.commands.job_option import run_as_job
from okng.device.commands.options import user
from okng.device.jobs.dataset_review import ReviewParameters
from okng.device.jobs.runner import JobEnd, RunningJob, run_job
from okng.device.jobs.store import Job, JobState, JobStore
from okng.device.settings.settings import StationSettings
from okng.models.errors import OkngError


@pytest.mark.parametrize("error", [KeyError("getpwuid(): uid not found"), OSError("no user")])
def test_a_user_without_a_name_is_named_by_number(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> str:
        raise error

    monkeypatch.setattr(getpass, "getuser", fail)
    assert user() == f"uid {os.getuid()}"


def run_here(data_dir: Path, work: Callable[[RunningJob], JobEnd]) -> Callable[[int], Job]:
    return lambda job_id: run_job(job_id, data_dir, work)


def done(_: RunningJob) -> JobEnd:
    return {"findings": 0}, "nothing was found"


def fail(_: RunningJob) -> JobEnd:
    raise OkngError("the pictures are gone")


def test_a_new_job_is_asked_for_by_the_user_and_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "inspector")
    monkeypatch.setattr(os, "nice", lambda _: 0)
    settings = StationSettings(data_dir=tmp_path)
    job = run_as_job(
        settings, "review", None, lambda: ReviewParameters(dataset="cups"), run_here(tmp_path, done)
    )
    assert (job.created_by, job.state) == ("inspector", JobState.SUCCEEDED)
    assert job.parameters == {"dataset": "cups"}


def test_a_queued_job_keeps_who_asked_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "nice", lambda _: 0)
    queued = JobStore(tmp_path).create("review", {"dataset": "cups"}, "a page's user")

    def parameters() -> ReviewParameters:
        raise AssertionError("they are in the store")

    job = run_as_job(
        StationSettings(data_dir=tmp_path),
        "review",
        queued.job_id,
        parameters,
        run_here(tmp_path, done),
    )
    assert (job.job_id, job.created_by) == (queued.job_id, "a page's user")


def test_a_job_that_fails_ends_the_command_with_its_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "nice", lambda _: 0)
    with pytest.raises(click.ClickException, match="failed: the pictures are gone"):
        run_as_job(
            StationSettings(data_dir=tmp_path),
            "review",
            None,
            lambda: ReviewParameters(dataset="cups"),
            run_here(tmp_path, fail),
        )
