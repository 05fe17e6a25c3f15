"""Challenges of recipes: known parts that have to be judged right, and their reports."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from apiflask import APIBlueprint
from flask import Response, abort, g
from pydantic import Field

from okng.device.challenge_part import PartName, Reason
from okng.device.ipc.commands import CheckChallengePart, OverrideChallenge, TriggerAnswer
from okng.device.ipc.status import StationStatus
from okng.device.store.challenges import ChallengeReport
from okng.device.store.csv_cells import no_formula
from okng.models.strict_model import StrictModel
from okng.webui.api.csv_files import csv_file
from okng.webui.api.parameters import MAX_PAGE, Page
from okng.webui.auth.authentication import authentication
from okng.webui.auth.current_user import user_name
from okng.webui.auth.login import count_attempt
from okng.webui.openapi import media_type_response
from okng.webui.services import services

challenges = APIBlueprint("challenges", __name__, tag="Challenges")

_OF_CHALLENGE = (
    *("challenge_id", "recipe", "recipe_version", "cause", "due_at", "result"),
    *("overridden_by", "why", "ended_at"),
)
_OF_CHECK = (
    *("part", "expected", "expected_rule", "outcome", "failed_rules", "passed", "score"),
    *("threshold", "reason", "trigger_id", "inspection_id", "checked_by", "checked_at"),
)


class ChallengeReports(StrictModel):
    """A page of challenges, the newest first."""

    challenges: list[ChallengeReport]


class PartCheck(StrictModel):
    """The challenge part that is under the camera."""

    part: PartName
    wait_ms: int = Field(default=0, ge=0, le=60_000)
    """How long to wait for the outcome; 0 answers at once."""


class Override(StrictModel):
    """Why production goes on without the challenge, and the proof of who says so."""

    why: Reason
    password: str = Field(min_length=1, max_length=256)
    """Of the user who overrides: not everybody at a page that is logged in may."""


@challenges.get("/challenges")
@challenges.input(Page, location="query", arg_name="page")
@challenges.output(ChallengeReports)
def list_challenges(page: Page) -> ChallengeReports:
    """Lists challenges, the one that is due first, with every part that was judged for them."""
    return ChallengeReports(challenges=services().challenges.page(page.before, page.limit))


@challenges.post("/challenges/check")
@challenges.input(PartCheck, arg_name="check")
@challenges.output(TriggerAnswer)
@challenges.doc(responses=[409])
def check_challenge_part(check: PartCheck) -> TriggerAnswer:
    """Inspects a part of the challenge that is due; with the camera's line, the next part there."""
    device = services().device if check.wait_ms else services().quick_device
    return device.ask(
        CheckChallengePart(part=check.part, author=user_name(), wait_ms=check.wait_ms)
    )


@challenges.post("/challenges/override")
@challenges.input(Override, arg_name="override")
@challenges.output(StationStatus)
@challenges.doc(responses=[403, 409])
def override_challenge(override: Override) -> StationStatus:
    """Lets production go on without the challenge that is due; the reason is recorded."""
    if g.by_token:
        abort(403, "a token can't override a challenge; log in with user name and password")
    count_attempt(user_name())
    if authentication().users.check(user_name(), override.password) is None:
        abort(403, "the password is wrong; the challenge is not overridden")
    return services().device.ask(OverrideChallenge(why=override.why, author=user_name()))


@challenges.get("/challenges.csv")
@challenges.doc(responses=media_type_response("text/csv", "With a header line"))
def export_challenges_csv() -> Response:
    """Exports all challenges as CSV, the newest first: a line for each part that was judged."""
    text = io.StringIO()
    writer = csv.DictWriter(text, _OF_CHALLENGE + _OF_CHECK)
    writer.writeheader()
    for report in _all_reports():
        writer.writerows(_csv_rows(report))
    return csv_file("challenges.csv", text.getvalue())


def _all_reports() -> Iterator[ChallengeReport]:
    before: int | None = None
    while page := services().challenges.page(before, MAX_PAGE):
        yield from page
        before = page[-1].challenge_id


def _csv_rows(report: ChallengeReport) -> Iterator[dict[str, object]]:
    """A line for each check; one without any for a challenge that has none."""
    fields: dict[str, object] = {
        "challenge_id": report.challenge_id,
        "recipe": report.recipe.name,
        "recipe_version": report.recipe.version,
        "cause": report.cause.value,
        "due_at": report.due_at.isoformat(),
        "result": report.result and report.result.value,
        "overridden_by": _text(report.author),
        "why": _text(report.why),
        "ended_at": report.ended_at and report.ended_at.isoformat(),
    }
    if not report.checks:
        yield fields
    for check in report.checks:
        yield fields | {
            "part": _text(check.part.name),
            "expected": check.part.expected,
            "expected_rule": _text(check.part.failed_rule),
            "outcome": check.outcome.value,
            "failed_rules": _text("; ".join(check.failed_rules)),
            "passed": check.passed,
            "score": check.score,
            "threshold": check.threshold,
            "reason": _text(check.reason),
            "trigger_id": check.trigger_id,
            "inspection_id": check.inspection_id,
            "checked_by": _text(check.author),
            "checked_at": check.checked_at.isoformat(),
        }


def _text(text: str | None) -> str | None:
    return None if text is None else no_formula(text)
