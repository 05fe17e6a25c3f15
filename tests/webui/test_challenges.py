"""Reports of challenges over HTTP, and who may override one."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime

import pytest
from support.inspections import inspection
from support.page_client import PASSWORD, Browser

from okng.device.challenge_part import ChallengeMark, ChallengePart
from okng.device.recipes.challenge_settings import ChallengeCause
from okng.device.settings.settings import StationSettings
from okng.device.store.challenges import ChallengeResult, ChallengeStore, DueChallenge
from okng.device.store.ledger import Ledger, LedgerEntry
from okng.device.types import Outcome, RecipeReference

NAME = "=scratched"
PART = ChallengePart(name=NAME, expected="NG", failed_rule="scratch")


@pytest.fixture
def reports(browser: Browser, settings: StationSettings) -> list[int]:
    """One that was overridden, one that was passed at the second try, and one that is due."""
    store, ledger = ChallengeStore(settings.data_dir), Ledger(settings.data_dir)
    due = DueChallenge(
        RecipeReference(name="cells", version=3),
        ChallengeCause.SHIFT_START,
        (PART,),
        datetime(2026, 3, 1, 6, tzinfo=UTC),
    )
    first = store.keep(due)
    store.end(ChallengeResult.OVERRIDDEN, datetime.now(UTC), "anna", "@lost")
    second = store.keep(due)
    mark = ChallengeMark(**dict(PART), challenge_id=second, author="bob")
    checks = [
        inspection(1, outcome=Outcome.OK, score=0.2, threshold=0.5, challenge=mark),
        inspection(2, outcome=Outcome.NG, failed_rules=("scratch",), score=0.9, challenge=mark),
    ]
    ledger.record([LedgerEntry(check) for check in checks], [])
    store.end(ChallengeResult.PASSED, datetime.now(UTC))
    return [store.keep(due), second, first]


def test_reports_are_paged_and_have_every_repetition(browser: Browser, reports: list[int]) -> None:
    due, passed, overridden = browser.get("/api/v1/challenges").json["challenges"]
    assert [report["challenge_id"] for report in (due, passed, overridden)] == reports
    assert (due["result"], due["checks"]) == (None, [])
    assert [
        (check["outcome"], check["passed"], check["trigger_id"], check["author"])
        for check in passed["checks"]
    ] == [("OK", False, 1, "bob"), ("NG", True, 2, "bob")]
    assert (overridden["author"], overridden["why"]) == ("anna", "@lost")
    page = browser.get(f"/api/v1/challenges?limit=1&before={reports[0]}").json["challenges"]
    assert [report["challenge_id"] for report in page] == [reports[1]]
    assert browser.get("/api/v1/challenges?limit=0").status_code == 422


def test_a_line_of_csv_for_each_check(browser: Browser, reports: list[int]) -> None:
    answer = browser.get("/api/v1/challenges.csv")
    assert answer.headers["Content-Disposition"] == "attachment; filename=challenges.csv"
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [(row["challenge_id"], row["result"], row["outcome"]) for row in rows] == [
        (str(reports[0]), "", ""),
        (str(reports[1]), "passed", "OK"),
        (str(reports[1]), "passed", "NG"),
        (str(reports[2]), "overridden", ""),
    ]
    assert (rows[2]["part"], rows[2]["passed"]) == (f"'{NAME}", "True"), "no formula"
    assert rows[3]["why"] == "'@lost"
    listed = list(csv.DictReader(io.StringIO(browser.get("/api/v1/inspections.csv").text)))
    assert [row["challenge_part"] for row in listed] == [f"'{NAME}"] * 2
    assert {row["challenge_id"] for row in listed} == {str(reports[1])}


@pytest.mark.parametrize(
    ("body", "status", "message"),
    [
        ({"why": "", "password": PASSWORD}, 422, "at least 1 character"),
        ({"why": "   ", "password": PASSWORD}, 422, "at least 1 character"),
        ({"password": PASSWORD}, 422, "why"),
        ({"why": "lost"}, 422, "password"),
        ({"why": "x" * 501, "password": PASSWORD}, 422, "at most 500 characters"),
        ({"why": "lost", "password": "a guess"}, 403, "the password is wrong"),
        ({"why": "lost", "password": PASSWORD}, 503, ""),
    ],
)
def test_overriding_needs_a_reason_and_the_password(
    browser: Browser, body: dict[str, str], status: int, message: str
) -> None:
    answer = browser.post("/api/v1/challenges/override", json=body)
    assert answer.status_code == status, answer.text
    assert message in answer.text


def test_a_program_may_not_override(browser: Browser, token: dict[str, str]) -> None:
    body = {"why": "lost", "password": PASSWORD}
    answer = browser.client.post("/api/v1/challenges/override", json=body, headers=token)
    assert answer.status_code == 403
    assert "a token can't override a challenge" in answer.text


def test_a_part_without_a_name_is_refused(browser: Browser) -> None:
    for part in ("", "  ", "x" * 65, None):
        answer = browser.post("/api/v1/challenges/check", json={"part": part})
        assert answer.status_code == 422, answer.text
        assert "part" in answer.text
