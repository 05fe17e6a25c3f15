"""The steps of a labelling job, and what each of them asks of a picture."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from okng.device.labelling.errors import LabellingRequestError
from okng.device.types import Label


class Step(StrEnum):
    """What is asked of a picture."""

    LABEL = "label"
    """Defect or not."""
    DEFECT_TYPE = "defect_type"
    """Which type of defect."""
    REGION = "region"
    """Where it is, as a mask or as boxes."""

    @property
    def needs(self) -> str:
        """Which pictures it takes, in words."""
        if self is Step.LABEL:
            return "add or restore pictures first"
        return "this step takes pictures that are labelled as anomaly"

    @property
    def takes_all(self) -> bool:
        """Whether it takes normal pictures too."""
        return self is Step.LABEL

    @property
    def authors_sql(self) -> str:
        """Puts who gave the answer that is checked into all tasks of a job's step."""
        return (
            "UPDATE labelling_tasks SET labelled_by = authors.author FROM ("
            f"{_FIRST_AUTHORS.format(changed=self._changed)}) AS authors "
            "WHERE labelling_job_id = :job AND step = :step "
            "AND labelling_tasks.picture_id = authors.picture_id"
        )

    @property
    def _changed(self) -> str:
        """Whether a change was one of what the step asks."""
        fields = ("boxes", "mask") if self is Step.REGION else (self.value,)
        # A null is a value as well: its type is 'null', and that of an absent field is no type.
        return " OR ".join(f"json_type(after, '$.{field}') IS NOT NULL" for field in fields)

    def first(self, connection: sqlite3.Connection, row: sqlite3.Row) -> FirstAnswer:
        """What a picture is labelled as now, and by whom.

        Args:
            connection: to the database.
            row: the picture's, with all columns.
        """
        change = connection.execute(
            "SELECT change_id, author FROM dataset_changed_pictures "
            f"JOIN dataset_changes USING (change_id) WHERE picture_id = ? AND ({self._changed}) "
            "ORDER BY change_id DESC LIMIT 1",
            (row["picture_id"],),
        ).fetchone()
        # Who confirmed a label in a job has given it as well, though nothing changed.
        answer = connection.execute(
            "SELECT newest_change_id AS change_id, author FROM labelling_answers "
            "WHERE picture_id = ? AND step = ? AND answer IS NOT NULL AND verdict IS NULL "
            "AND taken_back_at_us IS NULL ORDER BY answer_id DESC LIMIT 1",
            (row["picture_id"], self.value),
        ).fetchone()
        known = [found for found in (answer, change) if found]
        newest = max(known, key=lambda found: found["change_id"], default=row)
        return FirstAnswer(self.value_of(row), newest["author"])

    def value_of(self, row: sqlite3.Row) -> str | None:
        """The answer to the step that a picture's row has; None without one."""
        if self is not Step.REGION:
            value: str | None = row[self.value]
            return value
        mask = None if row["mask"] is None else json.loads(row["mask"])["sha256"][:12]
        boxes = None if row["boxes"] is None else json.loads(row["boxes"])
        words = [f"mask {mask}"] if mask else []
        words += [f"{len(boxes)} boxes"] if boxes is not None else []
        return ", ".join(words) or None


class FirstAnswer(NamedTuple):
    """What a picture was labelled as before, and by whom."""

    answer: str | None
    author: str


_FIRST_AUTHORS = """
    WITH pictures AS (
        SELECT picture_id FROM labelling_tasks WHERE labelling_job_id = :job AND step = :step
    ), changed AS (
        SELECT picture_id, max(change_id) AS change_id FROM dataset_changed_pictures
        WHERE picture_id IN (SELECT picture_id FROM pictures) AND ({changed}) GROUP BY picture_id
    ), answered AS (
        SELECT picture_id, max(answer_id) AS answer_id FROM labelling_answers
        WHERE picture_id IN (SELECT picture_id FROM pictures) AND step = :step
        AND answer IS NOT NULL AND verdict IS NULL AND taken_back_at_us IS NULL GROUP BY picture_id
    )
    SELECT dataset_pictures.picture_id, CASE
        WHEN answers.newest_change_id >= coalesce(changed.change_id, 0) THEN answers.author
        ELSE coalesce(changes.author, dataset_pictures.author) END AS author
    FROM pictures JOIN dataset_pictures USING (picture_id)
    LEFT JOIN changed USING (picture_id)
    LEFT JOIN dataset_changes AS changes ON changes.change_id = changed.change_id
    LEFT JOIN answered USING (picture_id)
    LEFT JOIN labelling_answers AS answers ON answers.answer_id = answered.answer_id
"""


def check_steps(steps: Sequence[Step]) -> tuple[Step, ...]:
    """The steps of a job.

    Raises:
        LabellingRequestError: there is none, one is named twice, or they are in another order.
    """
    if not steps or list(steps) != [step for step in Step if step in steps]:
        named = ", ".join(steps) or "none"
        raise LabellingRequestError(
            f"the steps of a job are one or more of {', '.join(Step)}, in this order, each once; "
            f"given: {named}"
        )
    return tuple(steps)


def goes_on(label: str | None) -> bool:
    """Whether a picture with that label comes to the steps after the first."""
    return label == Label.ANOMALY
