"""Counters of the run and of the shift over HTTP, against the ledger counted part by part."""

from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from support.inspections import inspection
from support.page_client import USER, Browser

from okng.device.challenge_part import ChallengeMark
from okng.device.settings.settings import StationSettings
from okng.device.store.ledger import Ledger, LedgerEntry
from okng.device.store.runs import Runs
from okng.device.types import Inspection, Outcome

CHALLENGE = ChallengeMark(name="scratched", expected="NG", challenge_id=1, author="anna")
KINDS: list[dict[str, Any]] = [
    {"outcome": Outcome.OK},
    {"outcome": Outcome.OK},
    {"outcome": Outcome.NG},
    {"outcome": Outcome.NG, "failed_rules": ("scratch",)},
    {"outcome": Outcome.NG, "failed_rules": ("scratch", 'a "dent"')},
    {"outcome": Outcome.ERROR, "late": True},
    {"outcome": Outcome.ERROR},
    {"outcome": Outcome.MISSED},
    {"outcome": Outcome.NG, "failed_rules": ("scratch",), "challenge": CHALLENGE},
    {"outcome": Outcome.ERROR, "late": True, "challenge": CHALLENGE},
]
RECIPES = ({"name": "cells", "version": 1}, {"name": "cells", "version": 2}, None)


@pytest.fixture
def parts(settings: StationSettings, browser: Browser) -> list[Inspection]:
    """Parts of this shift and of the day before."""
    dice = random.Random(4)
    now = datetime.now(UTC)
    recipes = (*RECIPES, {"name": "lids", "version": 1})
    parts = [
        inspection(
            number,
            triggered_at=now - timedelta(days=number % 2, microseconds=number),
            recipe=dice.choice(recipes),
            **dice.choice(KINDS),
        )
        for number in range(1, 400)
    ]
    Ledger(settings.data_dir).record([LedgerEntry(part) for part in parts], [])
    return parts


def expected(parts: list[Inspection], since: datetime) -> dict[str, Any]:
    counted = [part for part in parts if part.triggered_at >= since and not part.challenge]
    ends = Counter(part.outcome for part in counted)
    rules = Counter(rule for part in counted for rule in part.failed_rules)
    judged = ends[Outcome.OK] + ends[Outcome.NG]
    return {
        "parts": len(counted),
        **{outcome.lower(): ends[outcome] for outcome in Outcome},
        "late": sum(part.late for part in counted),
        "ng_by_rule": dict(sorted(rules.items())),
        "yield": ends[Outcome.OK] / judged if judged else None,
    }


def test_counters_are_what_the_ledger_has(browser: Browser, parts: list[Inspection]) -> None:
    answer = browser.get("/api/v1/counters").json
    start = datetime.fromisoformat(answer["shift_start"])
    assert start.astimezone().strftime("%H:%M:%S") == "00:00:00"
    assert answer["total"] == expected(parts, start)
    assert answer["total"]["late"] > 0
    assert answer["total"]["ng_by_rule"]["scratch"] > 0
    names = [counters["recipe"] for counters in answer["recipes"]]
    assert names == ["cells", "lids", None]
    for counters in answer["recipes"]:
        of_recipe = [
            part for part in parts if (part.recipe and part.recipe.name) == counters["recipe"]
        ]
        assert counters == expected(of_recipe, start) | {
            "recipe": counters["recipe"],
            "since": answer["recipes"][0]["since"],
        }
    assert browser.get("/api/v1/counters?recipe=lids").json["recipes"] == answer["recipes"][1:2]


def test_the_run_has_the_parts_since_its_start(
    browser: Browser, parts: list[Inspection], settings: StationSettings
) -> None:
    assert browser.get("/api/v1/counters/run").json == {"run": None}
    started_at = sorted(part.triggered_at for part in parts)[len(parts) // 3]
    Runs(settings.data_dir).begin(started_at)
    run = browser.get("/api/v1/counters/run").json["run"]
    assert datetime.fromisoformat(run["started_at"]) == started_at
    counted = expected(parts, started_at)
    assert {name: run[name] for name in run if name != "started_at"} == {
        name: counted[name] for name in ("parts", "ok", "ng", "error", "missed", "yield")
    }
    browser.post("/api/v1/counters/reset", json={"why": "audit"})
    assert browser.get("/api/v1/counters/run").json["run"] == run, "a shift's reset is no start"


def test_a_reset_is_recorded_and_deletes_nothing(
    browser: Browser, parts: list[Inspection], settings: StationSettings
) -> None:
    before = {
        counters["recipe"]: counters for counters in browser.get("/api/v1/counters").json["recipes"]
    }
    reset = browser.post("/api/v1/counters/reset", json={"recipe": "cells", "why": "new lot"})
    assert reset.status_code == 200, reset.text
    after = browser.get("/api/v1/counters").json
    assert after["recipes"] == [before["lids"], before[None]]
    ledger = Ledger(settings.data_dir)
    ledger.record(
        [LedgerEntry(inspection(999, triggered_at=datetime.now(UTC), recipe=RECIPES[0]))], []
    )
    (cells,) = browser.get("/api/v1/counters?recipe=cells").json["recipes"]
    assert (cells["parts"], cells["ok"]) == (1, 1)
    assert cells["since"] == reset.json["reset_at"]
    browser.post("/api/v1/counters/reset", json={"why": "audit"})
    assert browser.get("/api/v1/counters").json["total"]["parts"] == 0
    resets = browser.get("/api/v1/counters/resets").json["resets"]
    assert [(entry["recipe"], entry["author"], entry["why"]) for entry in resets] == [
        (None, USER, "audit"),
        ("cells", USER, "new lot"),
    ]
    assert ledger.totals().parts == sum(not part.challenge for part in parts) + 1
    unexplained = browser.post("/api/v1/counters/reset", json={"recipe": "cells", "why": ""})
    assert unexplained.status_code == 422


def test_earlier_shifts_keep_their_parts_through_resets(
    browser: Browser, parts: list[Inspection]
) -> None:
    browser.post("/api/v1/counters/reset", json={"why": "audit"})
    shifts = browser.get("/api/v1/counters/shifts?limit=3").json["shifts"]
    present = datetime.fromisoformat(browser.get("/api/v1/counters").json["shift_start"])
    assert datetime.fromisoformat(shifts[0]["shift_end"]) == present
    start = datetime.fromisoformat(shifts[0]["shift_start"])
    earlier = [
        part for part in parts if start <= part.triggered_at < present and not part.challenge
    ]
    assert shifts[0]["total"] == expected(earlier, start)
    assert [counts["recipe"] for counts in shifts[0]["recipes"]] == ["cells", "lids", None]
    assert sum(counts["parts"] for counts in shifts[0]["recipes"]) == len(earlier)
    assert [shift["total"]["parts"] for shift in shifts] == [len(earlier), 0, 0]
    assert [shift["shift_end"] for shift in shifts[1:]] == [
        shift["shift_start"] for shift in shifts[:2]
    ]


def test_shifts_come_in_pages(browser: Browser) -> None:
    shifts = browser.get("/api/v1/counters/shifts?limit=4").json["shifts"]

    def page(to: str) -> list[dict[str, Any]]:
        query = {"to": to, "limit": "2"}
        answer = browser.get("/api/v1/counters/shifts", query_string=query).json
        listed: list[dict[str, Any]] = answer["shifts"]
        return listed

    assert page(shifts[1]["shift_start"]) == shifts[2:]
    within = datetime.fromisoformat(shifts[1]["shift_start"]) + timedelta(minutes=1)
    assert page(within.isoformat()) == shifts[1:3]
    assert page("9999-12-31T23:59:59Z") == shifts[:2]
    assert page("0001-01-01T00:00:00Z") == []
