from __future__ import annotations

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from okng.device.jobs.store import Job, JobError, JobState, JobStore


@pytest.fixture
def jobs(tmp_path: Path) -> JobStore:
    return JobStore(tmp_path)


def test_a_job_from_its_request_to_its_result(jobs: JobStore) -> None:
    job = jobs.create("train", {"dataset": "cells", "rate": 0.01}, "ann")
    assert (job.state, job.created_by, job.started_at) == (JobState.QUEUED, "ann", None)
    assert jobs.next_queued() == job
    started = jobs.start(job.job_id)
    assert started.state is JobState.RUNNING
    assert started.pid is not None
    assert started.started_at is not None
    jobs.report(job.job_id, 0.25, "reading pictures")
    assert jobs.get(job.job_id).progress == 0.25
    assert jobs.get(job.job_id).message == "reading pictures"
    ended = jobs.succeed(job.job_id, {"version": 3})
    assert (ended.state, ended.progress, ended.result) == (JobState.SUCCEEDED, 1.0, {"version": 3})
    assert ended.finished_at is not None
    assert ended.parameters == {"dataset": "cells", "rate": 0.01}
    assert jobs.get(job.job_id) == ended


def test_one_runs_at_a_time_in_the_order_of_request(jobs: JobStore) -> None:
    first, second = (jobs.create("train", {}, "ann") for _ in range(2))
    jobs.start(first.job_id)
    assert jobs.next_queued() is None
    with pytest.raises(JobError, match=f"job {second.job_id} has to wait: another one runs"):
        jobs.start(second.job_id)
    jobs.fail(first.job_id, "only 3 pictures; 20 are needed")
    assert jobs.get(first.job_id).message == "only 3 pictures; 20 are needed"
    assert jobs.next_queued() == second
    jobs.start(second.job_id)
    assert [job.job_id for job in jobs.newest()] == [second.job_id, first.job_id]
    assert [job.job_id for job in jobs.newest(1)] == [second.job_id]


def test_a_job_ends_once(jobs: JobStore) -> None:
    job = jobs.create("train", {}, "ann")
    with pytest.raises(JobError, match="can't end: it is queued"):
        jobs.succeed(job.job_id, {})
    jobs.start(job.job_id)
    jobs.succeed(job.job_id, {})
    with pytest.raises(JobError, match="can't end: it is succeeded"):
        jobs.fail(job.job_id, "x")
    with pytest.raises(JobError, match="can't start: it is succeeded"):
        jobs.start(job.job_id)
    jobs.report(job.job_id, 0.5, "too late")
    assert jobs.get(job.job_id).progress == 1
    with pytest.raises(JobError, match="there is no job 99"):
        jobs.get(99)


def test_cancelling(jobs: JobStore) -> None:
    queued = jobs.create("train", {}, "ann")
    assert jobs.request_cancel(queued.job_id).state is JobState.CANCELLED
    assert jobs.next_queued() is None

    running = jobs.create("train", {}, "ann")
    jobs.start(running.job_id)
    assert not jobs.cancel_requested(running.job_id)
    assert jobs.request_cancel(running.job_id).state is JobState.RUNNING
    assert jobs.cancel_requested(running.job_id)
    assert jobs.cancelled(running.job_id).state is JobState.CANCELLED

    ended = jobs.create("train", {}, "ann")
    jobs.start(ended.job_id)
    jobs.succeed(ended.job_id, {})
    after = jobs.request_cancel(ended.job_id)
    assert (after.state, after.cancel_requested) == (JobState.SUCCEEDED, False)
    with pytest.raises(JobError, match="there is no job 99"):
        jobs.request_cancel(99)


def test_the_log_is_read_on_from_the_last_line(jobs: JobStore) -> None:
    job, other_job = (jobs.create("train", {}, "ann") for _ in range(2))
    for number in range(3):
        jobs.log(job.job_id, f"line {number}")
        jobs.log(other_job.job_id, "other")
    lines = jobs.log_lines(job.job_id)
    assert [line.line for line in lines] == ["line 0", "line 1", "line 2"]
    assert jobs.log_lines(job.job_id, after=lines[1].line_id) == lines[2:]
    assert jobs.log_lines(job.job_id, limit=1) == lines[:1]


def test_a_job_whose_process_was_killed_is_failed_as_interrupted(
    jobs: JobStore, tmp_path: Path
) -> None:
    job = jobs.create("train", {}, "ann")
    program = (
        "import sys, time, pathlib; from okng.device.jobs.store import JobStore\n"
        "JobStore(pathlib.Path(sys.argv[1])).start(int(sys.argv[2])); print('runs', flush=True)\n"
        "time.sleep(60)"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path), str(job.job_id)], stdout=subprocess.PIPE
    )
    assert process.stdout
    with process.stdout:
        assert process.stdout.readline() == b"runs\n"
        assert jobs.fail_interrupted() == []
        process.kill()
    # Not yet waited for: a zombie doesn't count as running.
    while not (interrupted := jobs.fail_interrupted()):
        assert process.poll() is None or process.returncode == -9
    process.wait()
    assert [job.job_id for job in interrupted] == [job.job_id]
    assert interrupted[0].state is JobState.FAILED
    assert "interrupted" in interrupted[0].message
    assert jobs.fail_interrupted() == []


def test_a_pid_that_another_process_has_now_does_not_keep_a_job_alive(
    jobs: JobStore, tmp_path: Path
) -> None:
    job = jobs.create("train", {}, "ann")
    jobs.start(job.job_id)
    assert jobs.fail_interrupted() == []
    jobs._database.connection.execute("UPDATE jobs SET pid_started = pid_started - 1")
    assert [job.job_id for job in jobs.fail_interrupted()] == [job.job_id]


def test_several_who_notice_at_once_that_a_job_died_do_not_trip_each_other(
    jobs: JobStore,
) -> None:
    callers = 8
    for _ in range(10):
        job = jobs.create("train", {}, "ann")
        jobs.start(job.job_id)
        jobs._database.connection.execute(
            "UPDATE jobs SET pid_started = pid_started - 1 WHERE job_id = ?", (job.job_id,)
        )
        together = threading.Barrier(callers)

        def notice(together: threading.Barrier = together) -> list[Job]:
            together.wait()
            return jobs.fail_interrupted()

        with ThreadPoolExecutor(callers) as pool:
            noticed = [future.result() for future in [pool.submit(notice) for _ in range(callers)]]
        assert sorted(map(len, noticed)) == [0] * (callers - 1) + [1]
