"""Quality over HTTP, against direct counting of a small random ledger."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from support.inspections import inspection
from support.large_store import DATASET, make_model
from support.page_client import Browser
from support.quality_ledger import RecordedPart, record_parts

from okng.device.datasets.edit_history import DatasetChanges
from okng.device.datasets.picture_changes import PictureChange
from okng.device.integrity.counter_check import repair_counts, wrong_counts
from okng.device.recipes.recipe import Recipe
from okng.device.settings.settings import StationSettings
from okng.device.store.database import connect
from okng.device.store.ledger import Ledger, LedgerEntry
from okng.device.store.recipes import RecipeStore
from okng.device.store.reviews import ReviewStore
from okng.device.types import ModelReference, Outcome, Verdict

END = datetime(2026, 3, 20, 12, 25, tzinfo=UTC)
STEP = timedelta(seconds=70)
PARTS = 3_000
START = END - timedelta(hours=24)
JUDGED = (Outcome.OK, Outcome.NG)


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[RecordedPart]]:
    folder = tmp_path_factory.mktemp("quality")
    return folder, record_parts(folder, END, PARTS, STEP, rejects=0.1)


@pytest.fixture
def parts(
    recorded: tuple[Path, list[RecordedPart]], settings: StationSettings, browser: Browser
) -> list[RecordedPart]:
    """Those of the last 24 hours, in the store of the application."""
    folder, parts = recorded
    ids = ReviewStore(folder).of(part.seq for part in parts)
    with closing(connect(folder)) as source, closing(connect(settings.data_dir)) as target:
        users = {t: target.execute(f"SELECT * FROM {t}").fetchall() for t in ("users", "sessions")}
        source.backup(target)
        for table, rows in users.items():
            target.execute(f"DELETE FROM {table}")
            for row in rows:
                target.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", [*row])
    for name in ("images", "datasets"):
        shutil.copytree(folder / name, settings.data_dir / name)
    assert ids
    return [part for part in parts if START <= part.inspection.triggered_at < END]


def ask(browser: Browser, path: str, **filters: Any) -> Any:
    query = urlencode({"from": START.isoformat(), "to": END.isoformat(), **filters})
    answer = browser.get(f"/api/v1/{path}?{query}")
    assert answer.status_code == 200, answer.text
    return answer.json


def rejected(parts: Sequence[RecordedPart]) -> list[RecordedPart]:
    return [part for part in parts if part.inspection.outcome is Outcome.NG]


def of_recipe(parts: Sequence[RecordedPart], name: str) -> list[RecordedPart]:
    return [x for x in parts if x.inspection.recipe and x.inspection.recipe.name == name]


def test_figures_are_those_that_counting_gives(browser: Browser, parts: list[RecordedPart]) -> None:
    now = ask(browser, "quality/figures")["now"]
    outcomes = Counter(part.inspection.outcome for part in parts)
    assert now["parts"] == len(parts)
    assert [now[name.lower()] for name in Outcome] == [outcomes[name] for name in Outcome]
    assert now["rejects"] == outcomes[Outcome.NG]
    assert now["yield"] == pytest.approx(outcomes[Outcome.OK] / sum(outcomes[x] for x in JUDGED))
    escapes = [x for x in parts if (x.inspection.outcome, x.human) == (Outcome.OK, Verdict.NG)]
    assert now["false_accepts"] == len(escapes) > 0


@pytest.mark.parametrize("recipe", [None, "rings"])
def test_defects_are_those_that_counting_gives(
    browser: Browser, parts: list[RecordedPart], recipe: str | None
) -> None:
    parts = of_recipe(parts, recipe) if recipe else parts
    answer = ask(browser, "quality/defects", **({"recipe": recipe} if recipe else {}))
    types: Counter[str | None] = Counter()
    for part in rejected(parts):
        types.update(part.inspection.failed_rules or [None])
    assert {row["type"]: row["parts"] for row in answer["types"]} == types
    regions = Counter(part.region for part in rejected(parts))
    assert answer["without_region"] == regions.pop(None, 0)
    assert {row["region"]: row["parts"] for row in answer["regions"]} == regions
    human = Counter(part.human_type for part in parts if part.human_type)
    assert {row["type"]: row["parts"] for row in answer["human_types"]} == human
    assert answer["rejects"] == len(rejected(parts))


def test_every_bar_has_the_parts_that_it_counts(
    browser: Browser, parts: list[RecordedPart]
) -> None:
    answer = ask(browser, "quality/defects")
    for row in answer["types"]:
        by = {"failed_rule": row["type"]} if row["type"] else {"by_score": "true"}
        listed = ask(browser, "inspections", limit=500, outcome="NG", **by)["inspections"]
        assert len(listed) == row["parts"], by
        seqs = [entry["seq"] for entry in listed]
        assert seqs == sorted(set(seqs), reverse=True)
    for row in answer["regions"]:
        listed = ask(browser, "inspections", limit=500, region=row["region"])["inspections"]
        assert len(listed) == row["parts"]
    for row in answer["human_types"]:
        by = {"human_defect_type": row["type"], "human_verdict": "NG"}
        listed = ask(browser, "inspections", limit=500, **by)["inspections"]
        assert len(listed) == row["parts"]
    both = ask(browser, "quality/defects", failed_rule="scratch", region=5)["rejects"]
    listed = ask(browser, "inspections", limit=500, failed_rule="scratch", region=5, outcome="NG")
    assert len(listed["inspections"]) == both > 0
    assert ask(browser, "inspections", failed_rule="scratch", outcome="OK")["inspections"] == []
    assert ask(browser, "inspections", failed_rule="scratch", by_score="true")["inspections"] == []


def test_recipes_and_shifts_are_compared_with_intervals(
    browser: Browser, parts: list[RecordedPart]
) -> None:
    rows = ask(browser, "quality/recipes")["recipes"]
    assert [row["recipe"] for row in rows] == ["discs", "rings"]
    for row in rows:
        own = of_recipe(parts, row["recipe"])
        judged = [part for part in own if part.inspection.outcome in JUDGED]
        assert (row["parts"], row["judged"]) == (len(own), len(judged))
        assert row["share"] == pytest.approx(len(rejected(own)) / len(judged))
        assert row["interval"]["low"] < row["share"] < row["interval"]["high"]
        reviewed = [part for part in own if part.human]
        agreed = [part for part in reviewed if part.human == part.inspection.outcome]
        assert row["agreement"] == pytest.approx(len(agreed) / len(reviewed))
        assert row["latency"]["parts"] > 0
    shifts = ask(browser, "quality/shifts")["shifts"]
    assert sum(row["parts"] for row in shifts) == len(parts)
    assert shifts[0]["shift_end"] > shifts[-1]["shift_end"]
    by_type = ask(browser, "quality/shifts", failed_rule="dent")["shifts"]
    dents = [part for part in parts if "dent" in part.inspection.failed_rules]
    assert sum(row["rejects"] for row in by_type) == len(dents)


def test_times_to_verdict_are_in_bins(browser: Browser, parts: list[RecordedPart]) -> None:
    answer = ask(browser, "quality/latency")
    assert len(answer["edges_ms"]) == len(answer["counts"]) + 1
    judged = [part for part in parts[-1000:] if part.inspection.outcome in JUDGED]
    assert sum(answer["counts"]) == len(judged)


def test_the_p_chart_has_limits_only_where_the_model_states_a_share(
    browser: Browser, parts: list[RecordedPart], settings: StationSettings
) -> None:
    assert ask(browser, "quality/p-chart")["why_unknown"] == "no_model"
    use_model(settings, None)
    gone = ask(browser, "quality/p-chart")
    assert (gone["recipe"], gone["why_unknown"], gone["expected"]) == ("discs", "model_gone", None)
    assert {subgroup["upper"] for subgroup in gone["chart"]["subgroups"]} == {None}
    make_model(settings.data_dir, 200)
    assert ask(browser, "quality/p-chart")["why_unknown"] == "not_stated"
    use_model(settings, 2.9)
    answer = ask(browser, "quality/p-chart")
    assert answer["why_unknown"] is None
    expected, chart = answer["expected"], answer["chart"]
    own = [x for x in of_recipe(parts, "discs") if x.inspection.outcome in JUDGED]
    assert expected["baseline"] == pytest.approx(0.1, abs=0.03)
    assert expected["centre"] == max(expected["stated"], expected["baseline"])
    judged = [subgroup for subgroup in chart["subgroups"] if subgroup["judged"]]
    assert sum(subgroup["judged"] for subgroup in judged) == len(own)
    assert all(x["lower"] <= expected["centre"] < x["upper"] for x in judged)
    assert chart["cusum"]["parts"] == len(own)
    assert chart["cusum"]["alarms"] == []


def test_a_new_line_goes_by_the_models_statement_alone(
    browser: Browser, settings: StationSettings
) -> None:
    record_parts(settings.data_dir, END, 300, STEP)
    make_model(settings.data_dir, 200)
    use_model(settings, 2.9)
    expected = ask(browser, "quality/p-chart")["expected"]
    assert expected["baseline"] is None
    assert expected["centre"] == expected["stated"]
    assert expected["interval"]["high"] > expected["stated"]


def use_model(settings: StationSettings, threshold: float | None) -> None:
    """The recipe of the parts is judged by the model of `make_model`."""
    model = ModelReference(name=DATASET, version=1)
    recipe = Recipe(name="discs", model=model, threshold=threshold)
    RecipeStore(settings.data_dir).save(recipe, "anna")


def test_a_period_without_parts_has_no_figure(browser: Browser) -> None:
    now = ask(browser, "quality/figures")["now"]
    assert (now["parts"], now["yield"]) == (0, None)
    chart = ask(browser, "quality/p-chart")
    assert (chart["recipe"], chart["chart"], chart["recipes"]) == (None, None, [])
    assert ask(browser, "quality/defects")["picture_of"] is None
    assert ask(browser, "quality/recipes") == {"recipes": []}
    assert ask(browser, "quality/shifts")["shifts"] == []
    assert ask(browser, "quality/latency")["counts"] == []
    assert ask(browser, "quality/checks") == {
        "challenges": [],
        "objections": [],
        "audits": [],
        "audits_shown": 0,
        "audits_in_period": 0,
    }
    absent = ask(browser, "quality/p-chart", recipe="absent")
    assert absent["why_unknown"] == "no_model"
    assert absent["chart"]["cusum"] is None


def test_a_period_of_years_is_refused(browser: Browser) -> None:
    answer = browser.get("/api/v1/quality/figures?from=2020-01-01T00:00:00Z")
    assert answer.status_code == 422
    assert "at most 366 days" in answer.text


def test_a_clock_that_was_set_back_loses_no_part(
    browser: Browser, settings: StationSettings
) -> None:
    ledger = Ledger(settings.data_dir)
    times = [END - timedelta(hours=2), END - timedelta(hours=1), END - timedelta(hours=2)]
    recipe = {"name": "discs", "version": 1}
    entries = [
        LedgerEntry(
            inspection(
                number,
                triggered_at=at + timedelta(seconds=number),
                recipe=recipe,
                outcome=Outcome.NG if number % 10 == 0 else Outcome.OK,
            )
        )
        for number, at in enumerate((time for time in times for _ in range(40)), 1)
    ]
    ledger.record(entries, [])
    chart = ask(browser, "quality/p-chart", recipe="discs")["chart"]
    assert sum(subgroup["judged"] for subgroup in chart["subgroups"]) == 120
    assert ask(browser, "quality/defects")["rejects"] == 12


def test_counts_follow_every_change_of_what_they_count(
    settings: StationSettings, browser: Browser, parts: list[RecordedPart]
) -> None:
    data_dir = settings.data_dir
    with closing(connect(data_dir)) as connection:
        assert list(wrong_counts(connection)) == []
        named = connection.execute(
            "SELECT seq, picture_id FROM defects JOIN reviews USING (seq) WHERE kind = 'person'"
        ).fetchall()
        changes, reviews = DatasetChanges(data_dir), ReviewStore(data_dir)
        ids = [row["picture_id"] for row in named]
        changes.change(ids[:1], PictureChange(defect_type="hole"), "anna")
        changes.change(ids[1:2], PictureChange(removed=True), "anna")
        reviews.settle(named[2]["seq"], Verdict.OK, "anna", ids[2])
        reviews.take_back(named[3]["seq"])
        assert list(wrong_counts(connection)) == []
        ng = [part.seq for part in rejected(parts)]
        connection.execute("UPDATE inspections SET outcome = 'OK' WHERE seq = ?", (ng[0],))
        connection.execute("UPDATE inspections SET recipe = NULL WHERE seq = ?", (ng[1],))
        connection.execute("UPDATE inspections SET region = 9 WHERE seq = ?", (ng[2],))
        connection.execute("UPDATE inspections SET challenge_id = 1 WHERE seq = ?", (ng[3],))
        assert [wrong.table for wrong in wrong_counts(connection)] == []
        assert connection.execute("SELECT 1 FROM defects WHERE type = 'hole'").fetchone()
        connection.execute("DELETE FROM defect_hours")
        assert [wrong.table for wrong in wrong_counts(connection)] == ["defect_hours"]
    assert [wrong.table for wrong in repair_counts(data_dir)] == ["defect_hours"]
