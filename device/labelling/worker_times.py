"""Working times: who answered how many pictures of a labelling job, and in what time."""

from __future__ import annotations

from pathlib import Path

from okng.device.labelling.jobs import read_job
from okng.device.labelling.steps import Step
from okng.device.store.database import Database
from okng.models.strict_model import StrictModel


class WorkerTimes(StrictModel):
    """The answers of one person in one step, and how long each picture took, without idle time."""

    step: Step
    person: str
    """By the name of the account at that time, which may be gone."""
    answers: int
    """Without those that were taken back."""
    timed: int
    """Answers whose time is known."""
    minimum_ms: int | None
    """Null where no time is known, as the other two."""
    mean_ms: float | None
    maximum_ms: int | None


class WorkingTimes:
    """Reads working times; usable from any thread."""

    def __init__(self, data_dir: Path) -> None:
        self._database = Database(data_dir)

    def of_job(self, job_id: int) -> list[WorkerTimes]:
        """By step in the job's order, then by person.

        Raises:
            NoLabellingJobError: there is no such job.
        """
        connection = self._database.connection
        job = read_job(connection, job_id)
        rows = connection.execute(
            "SELECT step, author, count(*), count(active_ms), min(active_ms), avg(active_ms), "
            "max(active_ms) FROM labelling_answers INDEXED BY labelling_answers_by_worker "
            "WHERE labelling_job_id = ? AND taken_back_at_us IS NULL GROUP BY step, author",
            (job_id,),
        )
        times = [
            WorkerTimes(
                step=step,
                person=person,
                answers=answers,
                timed=timed,
                minimum_ms=minimum,
                mean_ms=mean,
                maximum_ms=maximum,
            )
            for step, person, answers, timed, minimum, mean, maximum in rows
        ]
        return sorted(times, key=lambda one: (job.steps.index(one.step), one.person))
