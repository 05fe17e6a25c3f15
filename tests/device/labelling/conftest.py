from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from support.second_person import add_account

from okng.device.datasets.store import DatasetStore
from okng.device.labelling.answer_book import AnswerBook
from okng.device.labelling.answers import AnswerRequest, LabellingAnswer
from okng.device.labelling.audit_results import AuditFindings
from okng.device.labelling.boot_clock import BootTime
from okng.device.labelling.jobs import JobKind, LabellingJob, LabellingJobs
from okng.device.labelling.queue import HandedOut, LabellingQueue
from okng.device.labelling.sampling import Sampling, SamplingRule
from okng.device.labelling.steps import Step
from okng.device.labelling.worker_times import WorkingTimes
from okng.device.types import Label

DATASET = "cells"


@dataclass
class Bench:
    """A dataset with persons who label and audit it, and a clock that the test sets."""

    data_dir: Path
    boot: str = "first"
    seconds: float = 1000.0

    def __post_init__(self) -> None:
        self.datasets = DatasetStore(self.data_dir)
        self.jobs = LabellingJobs(self.data_dir)
        self.queue = LabellingQueue(self.data_dir, self.now)
        self.book = AnswerBook(self.data_dir, self.now)
        self.findings = AuditFindings(self.data_dir)
        self.times = WorkingTimes(self.data_dir)

    def now(self) -> BootTime:
        return BootTime(self.boot, int(self.seconds * 1e6))

    def add(self, count: int, label: Label = Label.NORMAL, author: str = "ann") -> list[int]:
        seed = len(self.datasets.pictures(DATASET))
        return [
            self.datasets.add(
                np.full((8, 8), (seed + number) % 256, np.uint8), DATASET, label, author
            ).picture_id
            for number in range(count)
        ]

    def job(
        self,
        kind: JobKind = JobKind.LABEL,
        *steps: Step,
        blind: bool = True,
        rule: SamplingRule | None = None,
    ) -> LabellingJob:
        rule = rule or SamplingRule()
        steps = steps or (Step.LABEL,)
        return self.jobs.create(
            name=f"{kind} of {DATASET}",
            dataset=DATASET,
            kind=kind,
            steps=steps,
            blind=blind and kind is JobKind.AUDIT,
            rule=rule,
            picture_ids=Sampling(self.data_dir).choose(DATASET, rule, steps[0], None),
            author="ann",
        )

    def next(self, job: LabellingJob, person: str, step: Step = Step.LABEL) -> HandedOut | None:
        return self.queue.next(job.labelling_job_id, step, person).task

    def say(
        self,
        job: LabellingJob,
        person: str,
        answer: str | None,
        step: Step = Step.LABEL,
        **more: object,
    ) -> LabellingAnswer:
        """Takes the next picture and answers it."""
        task = self.next(job, person, step)
        assert task, f"{person} has no picture"
        return self.answer(job, task, person, answer, **more)

    def answer(
        self, job: LabellingJob, task: HandedOut, person: str, answer: str | None, **more: object
    ) -> LabellingAnswer:
        fields = {"step": task.step, "picture_id": task.picture_id, "answer": answer} | more
        return self.book.record(job.labelling_job_id, AnswerRequest.model_validate(fields), person)

    def progress(self, job: LabellingJob) -> list[tuple[int, int, int, int]]:
        return [
            (step.waiting, step.answered, step.unsure, step.removed)
            for step in self.jobs.get(job.labelling_job_id).progress
        ]


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    bench = Bench(tmp_path)
    for person in ("ann", "bert", "cleo"):
        add_account(tmp_path, person)
    return bench
