"""Stored parts are judged again as the line would have, beside it, and go on after any end."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from support.archive import Archive, keep_priority
from support.running_station import RunningStation
from support.station import eventually

from okng.device.host.lowest_priority import LOWEST_NICENESS
from okng.device.host.supervisor import okng_command
from okng.device.jobs import runner
from okng.device.jobs.archive_inspection import (
    KIND,
    ArchiveInspectionParameters,
    run_archive_inspection_job,
    scope_of,
    start_of_period,
)
from okng.device.jobs.store import Job, JobError, JobState, JobStore
from okng.device.store.archive_differences import (
    ArchiveDifference,
    ArchiveDifferences,
    ArchiveSummary,
)
from okng.device.store.archive_inspections import (
    ArchiveInspection,
    ArchiveInspectionStore,
    ArchiveProblem,
)
from okng.device.store.ballast import FILE_NAME as BALLAST
from okng.device.store.database import connect
from okng.device.store.retention import Retention
from okng.device.store.reviews import ReviewStore
from okng.device.store.state import StationState
from okng.device.store.storage_settings import StorageSettings
from okng.device.types import ModelReference, Outcome, Verdict

ACTIVE = ModelReference(name="discs", version=1)
LENIENT = ModelReference(name="discs", version=2)
TESTS = Path(__file__).parents[2]
LONGEST_WAIT_S = 240
PARTS = 150
"""More than are judged before the first results are kept."""
Okng = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def install_model(two_versions: Path) -> Callable[[Path], None]:
    def install(data_dir: Path) -> None:
        shutil.copytree(two_versions, data_dir / "models", dirs_exist_ok=True)

    return install


@pytest.fixture
def data(tmp_path: Path, install_model: Callable[[Path], None]) -> Path:
    install_model(tmp_path / "data")
    return tmp_path / "data"


@pytest.fixture
def archive(data: Path) -> Archive:
    return Archive(data)


def newest(data: Path, model: ModelReference) -> ArchiveInspection:
    found = ArchiveInspectionStore(data).newest(model)
    assert found
    return found


def summary_of(data: Path, model: ModelReference, threshold: float | None = None) -> ArchiveSummary:
    found = newest(data, model)
    wanted = found.threshold if threshold is None else threshold
    return ArchiveDifferences(data).summary(found, wanted)


def reinspect(data: Path, model: ModelReference) -> Job:
    """Runs the job in the test's process, whose priority stays."""
    parameters = ArchiveInspectionParameters(model=model, recipe="discs", since=start_of_period(30))
    jobs = JobStore(data)
    jobs.fail_interrupted()
    job = jobs.create(KIND, parameters.model_dump(mode="json"), "tests")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(runner, "NICENESS", 0)
        return run_archive_inspection_job(job.job_id, data, keep_priority)


def succeed(data: Path, model: ModelReference) -> None:
    job = reinspect(data, model)
    assert job.state is JobState.SUCCEEDED, job.message


def scores_of(data: Path) -> list[tuple[int, float | None, str | None]]:
    rows = connect(data).execute("SELECT seq, score, problem FROM archive_results ORDER BY seq")
    return [tuple(row) for row in rows]


def waiting_job(data: Path) -> Job:
    parameters = ArchiveInspectionParameters(
        model=ACTIVE, recipe="discs", since=start_of_period(30)
    )
    return JobStore(data).create(KIND, parameters.model_dump(mode="json"), "tests")


def begin(data: Path) -> tuple[subprocess.Popen[bytes], Job]:
    """Starts a re-inspection in a process, and returns when its first results are kept."""
    job = waiting_job(data)
    command = [sys.executable, "-m", "support.archive", str(job.job_id), str(data)]
    process = subprocess.Popen(command, env=os.environ | {"PYTHONPATH": str(TESTS)})
    eventually(
        lambda: process.poll() is not None or len(scores_of(data)) > 0, timeout_s=LONGEST_WAIT_S
    )
    assert process.poll() is None, "it ended before it could be interrupted"
    return process, job


def test_the_same_version_gives_the_line_s_own_scores_bit_by_bit(
    station: RunningStation, tmp_path: Path, okng: Okng
) -> None:
    station.inspect()
    parts = [station.judge() for _ in range(6)]
    assert {part.outcome for part in parts} == {Outcome.OK, Outcome.NG}
    station.stop()
    done = okng("model", "reinspect", "discs:1")
    assert done.returncode == 0, done.stderr
    assert "on 6 parts of recipe discs" in done.stdout
    assert "was OK, would be NG: 0; was NG, would be OK: 0" in done.stdout
    data = tmp_path / "data"
    assert [score for _, score, _ in scores_of(data)] == [part.score for part in parts]
    found = newest(data, ACTIVE)
    assert found.model == parts[0].model
    assert (found.remaining, found.judged, found.scope.in_archive) == (0, 6, 6)
    rejects = summary_of(data, ACTIVE).rejects
    assert rejects
    assert (rejects.difference, rejects.p_value) == (0, 1)
    assert rejects.low < 0 < rejects.high, "six parts prove little"


def test_another_version_differs_part_by_part_and_beside_what_persons_found(
    archive: Archive, data: Path
) -> None:
    seqs = archive.add(12)
    reviews = ReviewStore(data)
    for seq, verdict in zip(seqs[:6], ["OK", "OK", "NG", "OK", "NG", "OK"], strict=True):
        reviews.settle(seq, Verdict(verdict), "anna", None)
    succeed(data, LENIENT)
    counts = summary_of(data, LENIENT).counts
    assert counts.parts == 12
    assert counts.ng_ok + counts.ng_ng == 4, "every third part has a scratch"
    assert counts.ng_ok > 0, "version 2 has learnt that scratches are normal"
    found = newest(data, LENIENT)
    differences = ArchiveDifferences(data)
    differing = list(differences.iterate(found, found.threshold, ArchiveDifference.DIFFERENT))
    assert len(differing) == counts.ok_ng + counts.ng_ok
    assert [part.inspection.seq for part in differing] == sorted(
        (part.inspection.seq for part in differing), reverse=True
    )
    for part in differing:
        assert part.verdict
        assert part.verdict.value != part.inspection.outcome.value
    reviewed = summary_of(data, LENIENT).reviewed
    assert (reviewed.reviewed, reviewed.right_before) == (6, 4)
    # Part 3 is scratched and NG by a person, part 6 scratched and OK, part 5 whole and NG.
    assert reviewed.escapes_new + reviewed.false_rejects_gone == 2
    kinds = ArchiveDifference.NOW_RIGHT, ArchiveDifference.NOW_WRONG
    right, wrong = (list(differences.iterate(found, found.threshold, kind)) for kind in kinds)
    assert [part.human_verdict for part in right] == [Verdict.OK]
    assert [part.human_verdict for part in wrong] == [Verdict.NG]


def test_another_threshold_is_answered_without_judging_again(archive: Archive, data: Path) -> None:
    archive.add(6)
    succeed(data, ACTIVE)
    lowest = min(picture.score for picture in archive.pictures)
    every = summary_of(data, ACTIVE, lowest * 0.9)
    assert (every.counts.ok_ng, every.counts.ng_ng) == (4, 2)
    none = summary_of(data, ACTIVE, 1e9)
    assert (none.counts.ok_ok, none.counts.ng_ok) == (4, 2)
    assert newest(data, ACTIVE).judged == 6


@pytest.mark.slow
def test_after_sigkill_it_goes_on_and_judges_nothing_twice(archive: Archive, data: Path) -> None:
    archive.add(PARTS)
    process, job = begin(data)
    process.kill()
    process.wait()
    before = scores_of(data)
    assert 0 < len(before) < PARTS
    assert newest(data, ACTIVE).remaining == PARTS - len(before)
    archive.add(3, days=0.01)
    succeed(data, ACTIVE)
    assert JobStore(data).get(job.job_id).message == "interrupted: its process is gone"
    assert scores_of(data)[: len(before)] == before
    assert len(scores_of(data)) == PARTS + 3, "parts that came meanwhile are added"
    assert newest(data, ACTIVE).judged == PARTS + 3


def test_a_cancel_ends_every_process_at_once_and_keeps_what_was_judged(
    archive: Archive, data: Path
) -> None:
    archive.add(600)
    process, job = begin(data)
    children = _children(process.pid)
    assert children
    JobStore(data).request_cancel(job.job_id)
    began_s = time.monotonic()
    # Generous: a busy machine is no fault of the code. The benchmark measures it.
    process.wait(timeout=LONGEST_WAIT_S)
    print(f"ended after {time.monotonic() - began_s:.2f} s")
    ended = JobStore(data).get(job.job_id)
    assert ended.state is JobState.CANCELLED
    # Python's own helper of child processes ends when it reads the end of its pipe.
    eventually(lambda: not any(Path(f"/proc/{pid}").exists() for pid in children))
    kept = len(scores_of(data))
    found = newest(data, ACTIVE)
    assert (found.remaining, found.judged) == (600 - kept, kept)


@pytest.mark.slow
def test_its_judge_has_the_lowest_priority(archive: Archive, data: Path, config: Path) -> None:
    archive.add(6)
    job = waiting_job(data)
    command = okng_command("model", "reinspect", "--job", str(job.job_id), "--config", str(config))
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        (judge,) = eventually(
            lambda: [pid for pid in _children(process.pid) if _policy(pid) == os.SCHED_IDLE],
            timeout_s=LONGEST_WAIT_S,
        )
        assert os.getpriority(os.PRIO_PROCESS, judge) == LOWEST_NICENESS
        # What holds the database's lock gets its share of a processor.
        assert _policy(process.pid) == os.SCHED_OTHER
        JobStore(data).request_cancel(job.job_id)
        process.wait(timeout=LONGEST_WAIT_S)


def _policy(pid: int) -> int | None:
    try:
        return os.sched_getscheduler(pid)
    except ProcessLookupError:
        return None


def _children(pid: int) -> list[int]:
    """Processes that this one started."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((process / "stat").read_text().rpartition(")")[2].split()[1])
        except (FileNotFoundError, ProcessLookupError):
            continue
        if parent == pid:
            found.append(int(process.name))
    return found


def test_what_can_t_be_judged_is_counted_by_its_reason(archive: Archive, data: Path) -> None:
    seqs = archive.add(8)
    gone, changed, broken = (archive.ledger.page(limit=8)[number] for number in (0, 1, 2))
    for part in (gone, changed, broken):
        assert part.picture_path
        (data / part.picture_path).unlink()
    assert changed.picture_path
    (data / changed.picture_path).write_bytes(b"another picture")
    # Removed on purpose: it is counted as such, and no problem.
    connection = connect(data)
    connection.execute(
        "UPDATE inspections SET picture_removed_at_us = 1 WHERE seq = ?", (broken.seq,)
    )
    archive.add(2, outcome=Outcome.ERROR, picture_path=None, picture_sha256=None)
    archive.add(1, outcome=Outcome.MISSED, picture_path=None, picture_sha256=None)
    lost = archive.add(1)[0]
    connection.execute("UPDATE inspections SET recipe_version = 77 WHERE seq = ?", (lost,))
    archive.add(1, days=40)
    archive.save_recipe(model=None)
    archive.add(1)
    region = {"roi": {"width": 300, "height": 200}}
    archive.save_recipe(acquisition=region)
    archive.add(1)
    state = StationState(data)
    state.set("recipe_name", "discs")
    state.set("recipe_version", "1")
    scope, _ = scope_of("discs", start_of_period(30), data)
    assert scope.model_dump() == {
        "parts": 14,
        "in_archive": 8,
        "without_picture": 1,
        "other_region": 1,
        "without_model": 1,
        "errors": 2,
        "missed": 1,
        "challenges": 0,
    }
    succeed(data, ACTIVE)
    summary = summary_of(data, ACTIVE)
    assert summary.problems == {
        ArchiveProblem.PICTURE_MISSING: 1,
        ArchiveProblem.PICTURE_CHANGED: 1,
        ArchiveProblem.RECIPE_UNUSABLE: 1,
    }
    assert summary.counts.parts == len(seqs) - 3
    found = newest(data, ACTIVE)
    named = ArchiveDifferences(data).parts(found, found.threshold, ArchiveDifference.PROBLEM)
    assert [part.inspection.seq for part in named] == [lost, gone.seq, changed.seq]
    reasons = [part.reason or "" for part in named]
    assert "not in the store" in reasons[0]
    assert str(gone.picture_path) in reasons[1]
    assert "SHA-256" in reasons[2]
    # What may have been put right is tried again, the rest is not.
    assert changed.picture_path
    right = next(picture.data for picture in archive.pictures if picture.score == changed.score)
    (data / changed.picture_path).write_bytes(right)
    succeed(data, ACTIVE)
    assert ArchiveProblem.PICTURE_CHANGED not in summary_of(data, ACTIVE).problems


def test_pictures_that_go_meanwhile_are_no_problem(archive: Archive, data: Path) -> None:
    archive.add(PARTS)
    retention = Retention(data, StorageSettings(min_free_mb=0))
    with ThreadPoolExecutor(1) as beside:
        done = beside.submit(reinspect, data, ACTIVE)
        eventually(lambda: len(scores_of(data)) > 0)
        for outcome in (Outcome.OK, Outcome.NG):
            while retention.remove_oldest((outcome,)):
                pass
        assert done.result(timeout=240).state is JobState.SUCCEEDED
    assert newest(data, ACTIVE).remaining == 0
    assert summary_of(data, ACTIVE).problems == {}
    assert 0 < len(scores_of(data)) < PARTS


def test_a_clock_that_was_set_back_changes_neither_order_nor_scope(
    archive: Archive, data: Path
) -> None:
    archive.add(3)
    past = datetime.now(UTC) - timedelta(days=400)
    archive.add(2, triggered_at=past)
    ahead = datetime.now(UTC) + timedelta(days=400)
    archive.add(1, triggered_at=ahead)
    archive.add(2)
    succeed(data, ACTIVE)
    assert [seq for seq, _, _ in scores_of(data)] == [1, 2, 3, 6, 7, 8]
    assert newest(data, ACTIVE).scope.in_archive == 6


@pytest.mark.slow
def test_what_can_t_be_done_is_said(archive: Archive, data: Path, okng: Okng) -> None:
    other = okng("model", "reinspect", "discs:1", "--recipe", "cups")
    assert other.returncode == 1
    assert "there is no recipe 'cups'; there are: discs" in other.stderr
    assert "no part of recipe 'discs' since" in reinspect(data, ACTIVE).message
    archive.add(3)
    (data / "models/discs/2/model.onnx").write_bytes(b"broken")
    assert "model 'discs' can't be used" in reinspect(data, LENIENT).message
    (data / BALLAST).touch()
    full = reinspect(data, ACTIVE)
    assert full.state is JobState.FAILED
    assert "the disk is full" in full.message
    assert "What was judged so far is kept" in full.message
    (data / BALLAST).unlink()
    succeed(data, ACTIVE)


@pytest.mark.slow
def test_it_runs_beside_one_job_of_another_kind_and_not_beside_another_of_its_own(
    tmp_path: Path,
) -> None:
    jobs = JobStore(tmp_path)
    first, second, training, other = (
        jobs.create(kind, {}, "anna") for kind in (KIND, KIND, "train", "dataset_review")
    )
    jobs.start(first.job_id)
    jobs.start(training.job_id)
    for waiting in (second, other):
        with pytest.raises(JobError, match="has to wait: another one runs"):
            jobs.start(waiting.job_id)
    assert [job.job_id for job in jobs.newest(archive=True)] == [2, 1]
    assert [job.job_id for job in jobs.newest(archive=False)] == [4, 3]
