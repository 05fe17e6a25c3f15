"""All of labelling: jobs, their queues, answers and results, of one data directory."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from okng.device.labelling.answer_book import AnswerBook
from okng.device.labelling.audit_results import AuditFindings
from okng.device.labelling.jobs import LabellingJobs
from okng.device.labelling.queue import LabellingQueue
from okng.device.labelling.sampling import Sampling
from okng.device.labelling.worker_times import WorkingTimes


@dataclass(frozen=True)
class Labelling:
    """The stores of labelling; usable from any thread."""

    jobs: LabellingJobs
    sampling: Sampling
    queue: LabellingQueue
    answers: AnswerBook
    findings: AuditFindings
    times: WorkingTimes

    @classmethod
    def of(cls, data_dir: Path) -> Labelling:
        """Those of a data directory."""
        return cls(
            jobs=LabellingJobs(data_dir),
            sampling=Sampling(data_dir),
            queue=LabellingQueue(data_dir),
            answers=AnswerBook(data_dir),
            findings=AuditFindings(data_dir),
            times=WorkingTimes(data_dir),
        )
