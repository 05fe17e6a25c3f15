"""Pictures are handed out once, in steps, and come back when a lease ends."""

from __future__ import annotations

import threading

import pytest
from support.second_person import remove_account

from okng.device.datasets.edit_history import DatasetChanges
from okng.device.datasets.errors import DatasetError
from okng.device.datasets.picture_changes import PictureChange
from okng.device.labelling.errors import LabellingError, LabellingRequestError
from okng.device.labelling.jobs import JobKind
from okng.device.labelling.queue import LEASE_US
from okng.device.labelling.steps import Step
from okng.device.types import Label

from .conftest import DATASET, Bench


def test_an_answer_becomes_a_change_of_the_dataset(bench: Bench) -> None:
    first, second = bench.add(2)
    job = bench.job()
    answer = bench.say(job, "bert", "anomaly")
    assert (answer.picture_id, answer.first_answer, answer.first_author) == (first, "normal", "ann")
    assert bench.datasets.get(first).label is Label.ANOMALY
    (change,) = DatasetChanges(bench.data_dir).history(DATASET)
    assert (change.change_id, change.author) == (answer.change_id, "bert")
    confirmed = bench.say(job, "bert", "normal")
    assert (confirmed.picture_id, confirmed.change_id) == (second, None)
    assert bench.progress(job) == [(0, 2, 0, 0)]
    none = bench.queue.next(job.labelling_job_id, Step.LABEL, "bert")
    assert none.why_none == "no picture waits in this step"


def test_only_anomalous_pictures_go_on_through_the_steps(bench: Bench) -> None:
    bench.add(3)
    job = bench.job(JobKind.LABEL, *Step)
    bench.say(job, "bert", "anomaly")
    bench.say(job, "bert", "normal")
    assert bench.progress(job) == [(1, 2, 0, 0), (1, 0, 0, 0), (0, 0, 0, 0)]
    none = bench.queue.next(job.labelling_job_id, Step.REGION, "bert")
    assert none.why_none == (
        "no picture waits in this step; 1 wait in the step label, 1 wait in the step defect_type"
    )
    bench.say(job, "cleo", None)
    bench.say(job, "bert", "crack", Step.DEFECT_TYPE)
    assert bench.progress(job) == [(0, 2, 1, 0), (0, 1, 0, 0), (1, 0, 0, 0)]
    with pytest.raises(LabellingError, match="neither mask nor boxes"):
        bench.say(job, "bert", "drawn", Step.REGION)
    task = bench.next(job, "bert", Step.REGION)
    assert task
    assert task.picture
    assert task.picture.defect_type == "crack"
    DatasetChanges(bench.data_dir).change([task.picture_id], PictureChange(boxes=()), "bert")
    bench.say(job, "bert", "drawn", Step.REGION)
    assert bench.progress(job)[2] == (0, 1, 0, 0)


def test_many_persons_at_once_never_get_the_same_picture(bench: Bench) -> None:
    bench.add(40)
    job = bench.job()
    seen: list[tuple[str, int]] = []
    failures: list[LabellingError] = []
    start = threading.Barrier(4)

    def work(person: str) -> None:
        start.wait()
        try:
            while task := bench.next(job, person):
                bench.answer(job, task, person, "anomaly")
                seen.append((person, task.picture_id))
        except LabellingError as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(f"person {n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert sorted(picture for _, picture in seen) == list(range(1, 41))
    assert bench.progress(job) == [(0, 40, 0, 0)]
    times = bench.times.of_job(job.labelling_job_id)
    assert sum(worker.answers for worker in times) == 40


def test_asking_again_gives_the_same_picture(bench: Bench) -> None:
    bench.add(2)
    job = bench.job()
    first, again, other = bench.next(job, "bert"), bench.next(job, "bert"), bench.next(job, "cleo")
    assert first
    assert other
    assert first == again
    assert other.picture_id != first.picture_id
    assert bench.queue.next(job.labelling_job_id, Step.LABEL, "dora").why_none == (
        "the pictures that are left (2) are with others: bert,cleo"
    )


def test_a_lease_that_ended_goes_to_another_person(bench: Bench) -> None:
    bench.add(1)
    job = bench.job()
    mine = bench.next(job, "bert")
    assert mine
    bench.seconds += LEASE_US / 1e6 + 1
    theirs = bench.next(job, "cleo")
    assert theirs
    assert theirs.picture_id == mine.picture_id
    with pytest.raises(LabellingError, match="picture 1 is with cleo now: your lease had ended"):
        bench.answer(job, mine, "bert", "anomaly")
    bench.answer(job, theirs, "cleo", "anomaly")
    with pytest.raises(LabellingError, match="cleo has answered picture 1 meanwhile"):
        bench.answer(job, mine, "bert", "normal")


def test_a_late_answer_counts_while_nobody_else_has_the_picture(bench: Bench) -> None:
    bench.add(1)
    job = bench.job()
    task = bench.next(job, "bert")
    assert task
    bench.seconds += LEASE_US / 1e6 + 1
    assert bench.answer(job, task, "bert", "anomaly").author == "bert"


def test_a_renewed_lease_stays(bench: Bench) -> None:
    bench.add(1)
    job = bench.job()
    for _ in range(4):
        assert bench.next(job, "bert")
        bench.seconds += LEASE_US / 2e6
    assert bench.next(job, "cleo") is None


def test_a_restart_of_the_machine_ends_leases(bench: Bench) -> None:
    bench.add(1)
    job = bench.job()
    bench.next(job, "bert")
    bench.boot, bench.seconds = "second", 3
    assert bench.next(job, "cleo")


def test_the_same_answer_twice_is_one(bench: Bench) -> None:
    bench.add(1)
    job = bench.job()
    task = bench.next(job, "bert")
    assert task
    first = bench.answer(job, task, "bert", "anomaly")
    bench.jobs.close(job.labelling_job_id, "ann")
    assert bench.answer(job, task, "bert", "anomaly") == first
    assert len(DatasetChanges(bench.data_dir).history(DATASET)) == 1


def test_another_answer_needs_the_first_one_taken_back(bench: Bench) -> None:
    bench.add(2)
    job = bench.job(JobKind.LABEL, Step.LABEL, Step.DEFECT_TYPE)
    task = bench.next(job, "bert")
    assert task
    given = bench.answer(job, task, "bert", "anomaly")
    with pytest.raises(LabellingError, match="take that answer back first"):
        bench.answer(job, task, "bert", "normal")
    bench.next(job, "bert")
    with pytest.raises(LabellingError, match="only they can take it back"):
        bench.book.take_back(job.labelling_job_id, given.answer_id, "cleo")
    back = bench.book.take_back(job.labelling_job_id, given.answer_id, "bert")
    assert back.taken_back_at
    assert bench.datasets.get(task.picture_id).label is Label.NORMAL
    assert bench.progress(job) == [(2, 0, 0, 0), (0, 0, 0, 0)]
    again = bench.next(job, "bert")
    assert again
    assert again.picture_id == task.picture_id
    with pytest.raises(LabellingError, match="taken back already"):
        bench.book.take_back(job.labelling_job_id, given.answer_id, "bert")
    assert bench.answer(job, again, "bert", "normal").answer == "normal"


def test_an_answer_of_which_more_followed_stays(bench: Bench) -> None:
    bench.add(1)
    job = bench.job(JobKind.LABEL, Step.LABEL, Step.DEFECT_TYPE)
    given = bench.say(job, "bert", "anomaly")
    bench.say(job, "cleo", "crack", Step.DEFECT_TYPE)
    with pytest.raises(LabellingError, match="cleo has answered the step defect_type"):
        bench.book.take_back(job.labelling_job_id, given.answer_id, "bert")


def test_what_was_changed_since_is_not_taken_back(bench: Bench) -> None:
    bench.add(1)
    job = bench.job()
    given = bench.say(job, "bert", "anomaly")
    DatasetChanges(bench.data_dir).change([1], PictureChange(label=Label.NORMAL), "ann")
    with pytest.raises(DatasetError, match="undo that first"):
        bench.book.take_back(job.labelling_job_id, given.answer_id, "bert")
    assert bench.progress(job) == [(0, 1, 0, 0)]


def test_a_removed_picture_leaves_the_queue_and_comes_back(bench: Bench) -> None:
    bench.add(2)
    job = bench.job()
    task = bench.next(job, "bert")
    assert task
    changes = DatasetChanges(bench.data_dir)
    removal = changes.change([task.picture_id], PictureChange(removed=True), "ann")
    assert removal
    assert bench.progress(job) == [(1, 0, 0, 1)]
    with pytest.raises(LabellingError, match="picture 1 was removed from dataset 'cells'"):
        bench.answer(job, task, "bert", "anomaly")
    other = bench.next(job, "bert")
    assert other
    assert other.picture_id == 2
    changes.undo(removal.change_id, "ann")
    assert bench.progress(job) == [(2, 0, 0, 0)]


def test_a_closed_job_takes_no_answers(bench: Bench) -> None:
    bench.add(1)
    job = bench.job()
    task = bench.next(job, "bert")
    assert task
    closed = bench.jobs.close(job.labelling_job_id, "ann")
    assert (closed.closed_by, bench.jobs.close(job.labelling_job_id, "bert").closed_by) == (
        "ann",
        "ann",
    )
    for ask in (
        lambda: bench.next(job, "bert"),
        lambda: bench.answer(job, task, "bert", "anomaly"),
    ):
        with pytest.raises(LabellingError, match="was closed by ann: it takes no more answers"):
            ask()
    assert bench.datasets.get(1).label is Label.NORMAL


def test_a_job_that_is_closed_meanwhile_changes_nothing(bench: Bench) -> None:
    """The second look, in the transaction of the change, takes the change back."""
    bench.add(1)
    job = bench.job()
    task = bench.next(job, "bert")
    assert task
    written = bench.book._changes.change_each

    def close_first(*arguments: object) -> object:
        bench.jobs.close(job.labelling_job_id, "ann")
        return written(*arguments)  # type: ignore[arg-type]

    bench.book._changes.change_each = close_first  # type: ignore[assignment,method-assign]
    with pytest.raises(LabellingError, match="was closed by ann"):
        bench.answer(job, task, "bert", "anomaly")
    assert bench.datasets.get(1).label is Label.NORMAL
    assert bench.datasets.get(1).path.startswith("datasets/cells/normal/")
    assert (bench.data_dir / bench.datasets.get(1).path).is_file()
    assert DatasetChanges(bench.data_dir).history(DATASET) == []


def test_a_job_needs_pictures(bench: Bench) -> None:
    bench.add(2)
    with pytest.raises(LabellingError, match="labelled as anomaly"):
        bench.job(JobKind.LABEL, Step.DEFECT_TYPE)
    assert bench.jobs.of_dataset(DATASET) == []


@pytest.mark.parametrize("steps", [(Step.DEFECT_TYPE, Step.LABEL), (Step.LABEL, Step.LABEL)])
def test_steps_have_an_order(bench: Bench, steps: tuple[Step, ...]) -> None:
    bench.add(1, Label.ANOMALY)
    with pytest.raises(LabellingRequestError, match="in this order, each once"):
        bench.job(JobKind.LABEL, *steps)


@pytest.mark.parametrize(
    ("step", "answer", "words"),
    [
        (Step.LABEL, "good", "'good' is no answer to the step label; allowed: normal, anomaly"),
        (Step.DEFECT_TYPE, "a/b", "'a/b' is no type of defect"),
        (Step.REGION, "mask", "allowed: drawn"),
    ],
)
def test_an_answer_that_is_none_is_refused(
    bench: Bench, step: Step, answer: str, words: str
) -> None:
    bench.add(1, Label.ANOMALY)
    job = bench.job(JobKind.LABEL, step)
    with pytest.raises(LabellingRequestError, match=words):
        bench.say(job, "bert", answer, step)


def test_a_step_that_the_job_does_not_have(bench: Bench) -> None:
    bench.add(1)
    job = bench.job()
    with pytest.raises(LabellingRequestError, match="has the steps label, not region"):
        bench.next(job, "bert", Step.REGION)


def test_an_answer_without_a_lease_is_refused(bench: Bench) -> None:
    bench.add(2)
    job = bench.job()
    task = bench.next(job, "bert")
    assert task
    with pytest.raises(LabellingError, match="picture 2 is not handed out to you"):
        bench.answer(job, task.model_copy(update={"picture_id": 2}), "bert", "anomaly")
    with pytest.raises(LabellingError, match="picture 9 is not in the step label"):
        bench.answer(job, task.model_copy(update={"picture_id": 9}), "bert", "anomaly")


def test_a_person_who_is_gone_keeps_the_name(bench: Bench) -> None:
    bench.add(1)
    job = bench.job()
    bench.say(job, "bert", "anomaly")
    remove_account(bench.data_dir, "bert")
    (worker,) = bench.times.of_job(job.labelling_job_id)
    assert (worker.person, worker.answers) == ("bert", 1)
