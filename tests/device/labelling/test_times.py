"""Times are bounded by the time since the picture was handed out, whatever the clock is set to."""

from __future__ import annotations

from okng.device.labelling import answer_book
from okng.device.labelling.boot_clock import boot_time
from okng.device.labelling.jobs import JobKind
from okng.device.labelling.steps import Step
from okng.device.store.timestamps import now_us

from .conftest import Bench


def test_minimum_mean_and_maximum_by_step_and_person(bench: Bench) -> None:
    bench.add(4)
    job = bench.job(JobKind.LABEL, Step.LABEL, Step.DEFECT_TYPE)
    for person, active_ms in (("bert", 1000), ("bert", 4000), ("cleo", 2500), ("bert", None)):
        assert bench.next(job, person)
        bench.seconds += 60
        bench.say(job, person, "anomaly", active_ms=active_ms)
    bench.say(job, "cleo", "crack", Step.DEFECT_TYPE, active_ms=0)
    times = [
        (
            *(one.step.value, one.person, one.answers, one.timed),
            *(one.minimum_ms, one.mean_ms, one.maximum_ms),
        )
        for one in bench.times.of_job(job.labelling_job_id)
    ]
    assert times == [
        ("label", "bert", 3, 2, 1000, 2500, 4000),
        ("label", "cleo", 1, 1, 2500, 2500, 2500),
        ("defect_type", "cleo", 1, 1, 0, 0, 0),
    ]


def test_a_time_is_never_longer_than_since_the_picture_was_handed_out(bench: Bench) -> None:
    bench.add(1)
    job = bench.job()
    bench.next(job, "bert")
    bench.seconds += 7
    # Asking again renews the lease, and hands nothing out anew.
    bench.next(job, "bert")
    bench.seconds += 5
    assert bench.say(job, "bert", "normal", active_ms=3_600_000).active_ms == 12_000


def test_a_clock_that_is_set_back_changes_no_time(bench: Bench, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    bench.add(1)
    job = bench.job()
    bench.next(job, "bert")
    bench.seconds += 20
    monkeypatch.setattr(answer_book, "now_us", lambda: now_us() - 86_400_000_000)
    answer = bench.say(job, "bert", "normal", active_ms=15_000)
    assert answer.active_ms == 15_000
    (worker,) = bench.times.of_job(job.labelling_job_id)
    assert worker.maximum_ms == 15_000


def test_the_time_is_unknown_after_a_restart_of_the_machine(bench: Bench) -> None:
    bench.add(1)
    job = bench.job()
    task = bench.next(job, "bert")
    assert task
    bench.boot = "second"
    assert bench.answer(job, task, "bert", "normal", active_ms=5).active_ms is None
    (worker,) = bench.times.of_job(job.labelling_job_id)
    assert (worker.answers, worker.timed, worker.mean_ms) == (1, 0, None)


def test_an_answer_that_was_taken_back_is_in_no_figure(bench: Bench) -> None:
    bench.add(1)
    job = bench.job()
    bench.next(job, "bert")
    bench.seconds += 30
    answer = bench.say(job, "bert", "normal", active_ms=30_000)
    bench.book.take_back(job.labelling_job_id, answer.answer_id, "bert")
    assert bench.times.of_job(job.labelling_job_id) == []
    bench.seconds += 2
    again = bench.say(job, "bert", "anomaly", active_ms=30_000)
    assert again.active_ms == 2000


def test_the_machine_s_own_clock_only_goes_forward() -> None:
    first, second = boot_time(), boot_time()
    assert first.boot == second.boot
    assert second.us >= first.us > 0
