"""Audits never change labels, and nobody audits themselves; what differs is adjusted."""

from __future__ import annotations

import pytest
from sklearn.metrics import cohen_kappa_score
from support.second_person import remove_account

from okng.device.datasets.edit_history import DatasetChanges
from okng.device.datasets.picture_changes import PictureChange
from okng.device.labelling.errors import LabellingError, LabellingRequestError
from okng.device.labelling.jobs import JobKind, LabellingJob
from okng.device.labelling.steps import Step
from okng.device.types import Label

from .conftest import DATASET, Bench

FIRST = ["normal", "normal", "anomaly", "anomaly", "normal", "anomaly"]
SECOND = ["normal", "anomaly", "anomaly", "anomaly", "normal", None]


def audited(bench: Bench) -> LabellingJob:
    """Six pictures that ann and cleo labelled and bert audited blind."""
    for index, label in enumerate(FIRST):
        bench.add(1, Label(label), "ann" if index < 4 else "cleo")
    audit = bench.job(JobKind.AUDIT)
    for answer in SECOND:
        bench.say(audit, "bert", answer)
    return audit


def test_a_blind_audit_shows_nothing_and_changes_nothing(bench: Bench) -> None:
    bench.add(1, Label.ANOMALY)
    audit = bench.job(JobKind.AUDIT, Step.LABEL, Step.DEFECT_TYPE)
    task = bench.next(audit, "bert")
    assert task
    assert (task.first, task.picture) == (None, None)
    answer = bench.answer(audit, task, "bert", "normal")
    assert (answer.verdict, answer.change_id) == ("wrong", None)
    assert bench.datasets.get(1).label is Label.ANOMALY
    assert DatasetChanges(bench.data_dir).history(DATASET) == []
    assert bench.progress(audit) == [(0, 1, 0, 0), (0, 0, 0, 0)]


def test_agreement_is_scikit_learn_s_over_all_and_by_labeller(bench: Bench) -> None:
    audit = audited(bench)
    (step,) = bench.findings.results(audit.labelling_job_id).steps
    figures = step.overall.agreement
    assert (figures.pictures, figures.agreed, step.overall.unsure) == (5, 4, 1)
    assert figures.share == 0.8
    assert figures.kappa == pytest.approx(cohen_kappa_score(FIRST[:5], SECOND[:5]))
    ann, cleo = step.labellers
    assert (ann.labeller, ann.correct, ann.wrong, ann.unsure) == ("ann", 3, 1, 0)
    assert ann.agreement.kappa == pytest.approx(cohen_kappa_score(FIRST[:4], SECOND[:4]))
    assert (cleo.labeller, cleo.correct, cleo.unsure) == ("cleo", 1, 1)
    assert cleo.agreement.kappa is None
    assert cleo.agreement.kappa_unknown
    differing = bench.findings.differences(audit.labelling_job_id)
    assert [(answer.picture_id, answer.verdict) for answer in differing] == [
        (6, "unsure"),
        (2, "wrong"),
    ]
    remove_account(bench.data_dir, "ann")
    assert bench.findings.results(audit.labelling_job_id).steps[0].labellers[0].labeller == "ann"


def test_nobody_audits_their_own_label(bench: Bench) -> None:
    bench.add(2)
    audit = bench.job(JobKind.AUDIT)
    none = bench.queue.next(audit.labelling_job_id, Step.LABEL, "ann")
    assert none.why_none == (
        "you gave the labels of all pictures that are left yourself (2): another person has to "
        "audit them (bert, cleo)"
    )
    assert not none.only_own
    with pytest.raises(LabellingError, match="bert, cleo have an account on this station"):
        bench.queue.next(audit.labelling_job_id, Step.LABEL, "ann", own=True)


def test_who_is_alone_may_audit_their_own_by_saying_so_and_it_counts_apart(bench: Bench) -> None:
    bench.add(1)
    for person in ("bert", "cleo"):
        remove_account(bench.data_dir, person)
    audit = bench.job(JobKind.AUDIT)
    assert bench.queue.next(audit.labelling_job_id, Step.LABEL, "ann").only_own
    task = bench.queue.next(audit.labelling_job_id, Step.LABEL, "ann", own=True).task
    assert task
    with pytest.raises(LabellingError, match="the label of picture 1 is your own: say so in `own`"):
        bench.answer(audit, task, "ann", "normal")
    assert bench.answer(audit, task, "ann", "normal", own=True).own
    (step,) = bench.findings.results(audit.labelling_job_id).steps
    assert (step.own, step.overall.agreement.pictures) == (1, 0)


def test_whose_label_it_is_follows_changes_and_confirmations(bench: Bench) -> None:
    bench.add(3)
    changes = DatasetChanges(bench.data_dir)
    changes.change([1], PictureChange(label=Label.ANOMALY), "bert")
    # Another field of the picture is none of the label.
    changes.change([1], PictureChange(batch="lot 1"), "cleo")
    confirming = bench.job()
    bench.answer(confirming, _next(bench, confirming, "cleo"), "cleo", "anomaly")
    bench.answer(confirming, _next(bench, confirming, "bert"), "bert", "normal")
    audit = bench.job(JobKind.AUDIT)
    # After the job was made, the label of the third picture becomes cleo's.
    changes.change([3], PictureChange(label=Label.ANOMALY), "cleo")
    assert _next(bench, audit, "cleo").picture_id == 2
    assert bench.answer(audit, _next(bench, audit, "cleo"), "cleo", "normal").first_author == "bert"
    assert bench.next(audit, "cleo") is None


def _next(bench: Bench, job: LabellingJob, person: str):  # type: ignore[no-untyped-def]
    task = bench.next(job, person)
    assert task
    return task


def test_an_audit_that_sees_the_first_label_says_correct_wrong_or_unsure(bench: Bench) -> None:
    bench.add(3, Label.ANOMALY)
    DatasetChanges(bench.data_dir).change([1, 2, 3], PictureChange(defect_type="crack"), "ann")
    audit = bench.job(JobKind.AUDIT, Step.LABEL, Step.DEFECT_TYPE, blind=False)
    task = _next(bench, audit, "bert")
    assert task.first
    assert (task.first.answer, task.first.author) == ("anomaly", "ann")
    with pytest.raises(LabellingRequestError, match="give `verdict`"):
        bench.answer(audit, task, "bert", "normal")
    for verdict in ("correct", "wrong", "unsure"):
        bench.say(audit, "bert", None, verdict=verdict, seen="anomaly")
    assert bench.progress(audit) == [(0, 2, 1, 0), (1, 0, 0, 0)]
    step = Step.DEFECT_TYPE
    with pytest.raises(LabellingRequestError, match="needs the right one in `answer`"):
        bench.say(audit, "bert", None, step, verdict="wrong", seen="crack")
    bench.say(audit, "bert", "scratch", step, verdict="wrong", seen="crack")
    label, defect_type = bench.findings.results(audit.labelling_job_id).steps
    assert (label.overall.correct, label.overall.wrong, label.overall.unsure) == (1, 1, 1)
    assert defect_type.overall.agreement.kappa == 0


def test_a_label_that_changed_after_it_was_shown_is_looked_at_again(bench: Bench) -> None:
    bench.add(1, Label.ANOMALY)
    audit = bench.job(JobKind.AUDIT, blind=False)
    bench.next(audit, "bert")
    DatasetChanges(bench.data_dir).change([1], PictureChange(label=Label.NORMAL), "cleo")
    with pytest.raises(LabellingError, match="'normal' now, by cleo, and was shown as 'anomaly'"):
        bench.say(audit, "bert", None, verdict="correct", seen="anomaly")


def test_a_label_that_became_the_auditor_s_own_is_refused(bench: Bench) -> None:
    bench.add(1)
    audit = bench.job(JobKind.AUDIT)
    task = _next(bench, audit, "bert")
    DatasetChanges(bench.data_dir).change([1], PictureChange(label=Label.ANOMALY), "bert")
    with pytest.raises(LabellingError, match="is your own: another person has to audit it"):
        bench.answer(audit, task, "bert", "anomaly")


def test_regions_are_checked_seeing_them(bench: Bench) -> None:
    bench.add(1, Label.ANOMALY)
    audit = bench.job(JobKind.AUDIT, Step.REGION)
    task = _next_region(bench, audit)
    assert task.first.answer is None
    bench.answer(audit, task, "bert", None, verdict="wrong")
    (step,) = bench.findings.results(audit.labelling_job_id).steps
    assert (step.overall.wrong, step.overall.agreement.share) == (1, 0)
    assert step.overall.agreement.kappa is None


def _next_region(bench: Bench, audit: LabellingJob):  # type: ignore[no-untyped-def]
    task = bench.next(audit, "bert", Step.REGION)
    assert task
    assert task.first
    return task


def test_what_is_wrong_or_unsure_is_adjusted_with_both_answers_shown(bench: Bench) -> None:
    audit = audited(bench)
    job = bench.jobs.create_adjustment(audit.labelling_job_id, "settle", "cleo")
    assert (job.kind, job.audit_id) == (JobKind.ADJUSTMENT, audit.labelling_job_id)
    assert bench.progress(job) == [(2, 0, 0, 0)]
    with pytest.raises(LabellingError, match="is still open: close it first"):
        bench.jobs.create_adjustment(audit.labelling_job_id, "again", "cleo")
    task = _next(bench, job, "ann")
    assert task.picture_id == 2
    assert task.first
    assert task.audit
    assert (task.first.answer, task.first.author) == ("normal", "ann")
    assert (task.audit.answer, task.audit.author) == ("anomaly", "bert")
    answer = bench.answer(job, task, "ann", "anomaly")
    assert answer.change_id
    assert bench.datasets.get(2).label is Label.ANOMALY
    # The audit's own figures stay what they were.
    assert bench.findings.results(audit.labelling_job_id).steps[0].overall.wrong == 1


def test_adjusting_asks_only_for_the_steps_that_were_not_correct(bench: Bench) -> None:
    bench.add(2, Label.ANOMALY)
    changes = DatasetChanges(bench.data_dir)
    changes.change([1, 2], PictureChange(defect_type="crack", boxes=()), "ann")
    audit = bench.job(JobKind.AUDIT, *Step)
    for _ in range(2):
        bench.say(audit, "bert", "anomaly")
    for answer in ("crack", "scratch"):
        bench.say(audit, "bert", answer, Step.DEFECT_TYPE)
    for verdict in ("wrong", "correct"):
        bench.say(audit, "bert", None, Step.REGION, verdict=verdict, seen="0 boxes")
    job = bench.jobs.create_adjustment(audit.labelling_job_id, "settle", "cleo")
    assert bench.progress(job) == [(0, 0, 0, 0), (1, 0, 0, 0), (1, 0, 0, 0)]
    bench.say(job, "cleo", "dent", Step.DEFECT_TYPE)
    assert bench.datasets.get(2).defect_type == "dent"
    assert bench.progress(job) == [(0, 0, 0, 0), (0, 1, 0, 0), (1, 0, 0, 0)]


def test_an_adjustment_needs_an_audit_that_found_something(bench: Bench) -> None:
    bench.add(1)
    job = bench.job()
    with pytest.raises(LabellingError, match="is no audit"):
        bench.jobs.create_adjustment(job.labelling_job_id, "settle", "ann")
    with pytest.raises(LabellingError, match="is no audit: it has no agreement"):
        bench.findings.results(job.labelling_job_id)
    audit = bench.job(JobKind.AUDIT)
    with pytest.raises(LabellingError, match="there is nothing to adjust"):
        bench.jobs.create_adjustment(audit.labelling_job_id, "settle", "ann")
    assert len(bench.jobs.of_dataset(DATASET)) == 2


def test_types_without_a_first_one_count_apart(bench: Bench) -> None:
    bench.add(1, Label.ANOMALY)
    audit = bench.job(JobKind.AUDIT, Step.DEFECT_TYPE)
    bench.say(audit, "bert", "crack", Step.DEFECT_TYPE)
    (step,) = bench.findings.results(audit.labelling_job_id).steps
    assert (step.without_first, step.overall.agreement.pictures) == (1, 0)
