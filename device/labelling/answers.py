"""Answers: what a person says of a picture in a step; how each is checked, and what it says."""

from __future__ import annotations

import sqlite3
from enum import StrEnum
from typing import NamedTuple

from pydantic import AwareDatetime, Field, TypeAdapter, ValidationError

from okng.device.labelling.errors import LabellingError, LabellingRequestError
from okng.device.labelling.jobs import JobKind, LabellingJob
from okng.device.labelling.steps import FirstAnswer, Step
from okng.device.store.rows import reads_rows_of
from okng.device.store.timestamps import from_us
from okng.device.types import Label, Words
from okng.models.strict_model import StrictModel

DRAWN = "drawn"
"""The answer to `region`: mask or boxes are drawn."""
_WORDS: TypeAdapter[str] = TypeAdapter(Words)


class AuditVerdict(StrEnum):
    """What an auditor finds of a label."""

    CORRECT = "correct"
    WRONG = "wrong"
    UNSURE = "unsure"


class Certainty(StrEnum):
    """How certain a person is of a label."""

    SURE = "sure"
    FAIRLY = "fairly"
    UNSURE = "unsure"


class Visibility(StrEnum):
    """How visible the defect is."""

    CLEARLY = "clearly"
    BARELY = "barely"


class Sharpness(StrEnum):
    """How sharp the picture is."""

    SHARP = "sharp"
    BLURRED = "blurred"


class Brightness(StrEnum):
    """How bright the picture is."""

    DARK = "dark"
    BRIGHT = "bright"


class Attributes(StrictModel):
    """What a person adds to an answer: attributes of the label and of the picture."""

    certainty: Certainty | None = None
    visibility: Visibility | None = None
    sharpness: Sharpness | None = None
    brightness: Brightness | None = None


class AnswerRequest(StrictModel):
    """The answer to one step of one picture."""

    step: Step
    picture_id: int = Field(ge=1)
    answer: str | None = None
    """`normal` or `anomaly`, a type of defect, or `drawn`; null: unsure."""
    verdict: AuditVerdict | None = None
    """Of audits that are not blind, and of masks and boxes in any audit."""
    seen: str | None = None
    """The label that the verdict is about, as it was shown."""
    active_ms: int | None = Field(default=None, ge=0, le=2**40)
    """Time from shown to answered without idle time; null: unknown."""
    own: bool = False
    """The person knows that it is their own label."""
    attributes: Attributes = Attributes()


class LabellingAnswer(Attributes):
    """An answer as it is kept."""

    answer_id: int = Field(ge=1)
    labelling_job_id: int
    step: Step
    picture_id: int
    author: str
    answer: str | None
    verdict: AuditVerdict | None
    first_answer: str | None
    """What the picture was labelled as before, and by whom."""
    first_author: str | None
    own: bool
    """Whether a person audited a label of their own."""
    active_ms: int | None
    change_id: int | None
    """The change of the dataset that it made; null if it changed nothing."""
    answered_at: AwareDatetime
    taken_back_at: AwareDatetime | None


@reads_rows_of("labelling_answers", "answer_id")
def answer_of_row(row: sqlite3.Row) -> LabellingAnswer:
    """A row with all columns of the table."""
    fields = dict(row)
    del fields["newest_change_id"]
    fields["own"] = bool(fields["own"])
    fields["answered_at"] = from_us(fields.pop("answered_at_us"))
    taken_back_at_us = fields.pop("taken_back_at_us")
    fields["taken_back_at"] = None if taken_back_at_us is None else from_us(taken_back_at_us)
    return LabellingAnswer.model_validate(fields)


class Content(NamedTuple):
    """What an answer says, completed."""

    answer: str | None
    verdict: AuditVerdict | None


def content(job: LabellingJob, request: AnswerRequest, first: FirstAnswer) -> Content:
    """What an answer says; of audits with the verdict, or with the answer that follows from it.

    Raises:
        LabellingRequestError: the answer is none of the step, or a verdict is given where an answer
            is needed, or the other way round.
        LabellingError: the label is not the one that was shown any more.
    """
    if job.kind is not JobKind.AUDIT:
        if request.verdict is not None:
            raise LabellingRequestError("a verdict belongs to an audit; give `answer`")
        return Content(_checked(request.step, request.answer), None)
    if job.blind and request.step is not Step.REGION:
        return _blind(request, first)
    return _seeing(request, first)


def _blind(request: AnswerRequest, first: FirstAnswer) -> Content:
    if request.verdict is not None:
        raise LabellingRequestError("the audit is blind: give your own `answer`, not a verdict")
    answer = _checked(request.step, request.answer)
    if answer is None:
        return Content(None, AuditVerdict.UNSURE)
    same = answer == first.answer
    return Content(answer, AuditVerdict.CORRECT if same else AuditVerdict.WRONG)


def _seeing(request: AnswerRequest, first: FirstAnswer) -> Content:
    verdict, step = request.verdict, request.step
    if verdict is None:
        raise LabellingRequestError("give `verdict`: correct, wrong or unsure")
    if request.seen != first.answer:
        raise LabellingError(
            f"picture {request.picture_id} is {_shown(first.answer)} now, by {first.author}, and "
            f"was shown as {_shown(request.seen)}: look at it again"
        )
    if step is Step.REGION or verdict is AuditVerdict.UNSURE:
        return Content(None, verdict)
    if verdict is AuditVerdict.CORRECT:
        return Content(first.answer, verdict)
    if step is Step.LABEL:
        other = Label.NORMAL if first.answer == Label.ANOMALY else Label.ANOMALY
        return Content(other.value, verdict)
    answer = _checked(step, request.answer)
    if answer is None or answer == first.answer:
        raise LabellingRequestError(
            f"a wrong type of defect needs the right one in `answer`, other than {first.answer!r}"
        )
    return Content(answer, verdict)


def _checked(step: Step, answer: str | None) -> str | None:
    """The answer, if it is one of the step."""
    allowed: list[str] | None = {
        Step.LABEL: [label.value for label in Label],
        Step.REGION: [DRAWN],
    }.get(step)
    if answer is None:
        return None
    if allowed is not None:
        if answer not in allowed:
            raise LabellingRequestError(
                f"{answer!r} is no answer to the step {step}; allowed: {', '.join(allowed)}, "
                "or null for unsure"
            )
        return answer
    try:
        return _WORDS.validate_python(answer)
    except ValidationError as error:
        reason = error.errors()[0]["msg"].removeprefix("Value error, ")
        raise LabellingRequestError(f"{answer!r} is no type of defect: {reason}") from error


def _shown(answer: str | None) -> str:
    return repr(answer) if answer is not None else "without one"
