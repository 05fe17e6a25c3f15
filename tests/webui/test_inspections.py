"""The ledger over HTTP: pages without gaps, pictures, heat maps, figures, CSV, Prometheus."""

from __future__ import annotations

import csv
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from support.inspections import inspection
from support.page_client import Browser

from okng.device.settings.settings import StationSettings
from okng.device.store.ledger import Ledger, LedgerEntry
from okng.device.store.pictures import save_picture
from okng.device.types import Inspection, Outcome, RecipeReference, StageLatency, TriggerSource

PATH = "/api/v1/inspections"
OUTCOMES = [Outcome.OK, Outcome.OK, Outcome.NG, Outcome.ERROR, Outcome.MISSED]
THRESHOLD = 2.0


class Recorded:
    """A ledger of ten triggers, one every half hour until now, two of each of `OUTCOMES`."""

    def __init__(self, settings: StationSettings) -> None:
        self._data_dir = settings.data_dir
        self._ledger = Ledger(settings.data_dir)
        self.now = datetime.now(UTC)
        self.inspections = [
            self._inspection(number, OUTCOMES[number % len(OUTCOMES)]) for number in range(10)
        ]
        self.seqs = self.add(*[LedgerEntry(inspection) for inspection in self.inspections])

    def add(self, *entries: LedgerEntry) -> list[int]:
        return self._ledger.record(entries, sinks=[])

    def add_picture(self, image: NDArray[Any], scores: NDArray[np.float32] | None) -> Inspection:
        path = "images/part.png"
        sha256 = save_picture(self._data_dir, path, image)
        inspection = self._inspection(10, Outcome.NG).model_copy(
            update={"picture_path": path, "picture_sha256": sha256, "threshold": THRESHOLD}
        )
        self.add(LedgerEntry(inspection, scores))
        return inspection

    def _inspection(self, number: int, outcome: Outcome) -> Inspection:
        judged = outcome in {Outcome.OK, Outcome.NG}
        return Inspection(
            inspection_id=uuid.uuid4().hex,
            trigger_id=number + 1,
            station="test",
            source=TriggerSource.TIMER,
            part_id=f"part {number}",
            triggered_at=self.now - timedelta(minutes=30 * (9 - number) + 1),
            outcome=outcome,
            reason=None if judged else "the camera is absent",
            score=float(number) if judged else None,
            recipe=RecipeReference(name="cells" if number < 5 else "discs", version=1),
            latency=StageLatency(verdict_ms=number + 1) if judged else StageLatency(),
        )


@pytest.fixture
def recorded(settings: StationSettings, browser: Browser) -> Recorded:
    return Recorded(settings)


def seqs(answer: Any) -> list[int]:
    return [entry["seq"] for entry in answer.json["inspections"]]


def test_pages_lead_from_the_newest_to_the_oldest(browser: Browser, recorded: Recorded) -> None:
    first = browser.get(f"{PATH}?limit=6")
    assert seqs(first) == recorded.seqs[:3:-1]
    second = browser.get(f"{PATH}?limit=6&before={first.json['next_before']}")
    assert seqs(second) == recorded.seqs[3::-1]
    assert second.json["next_before"] is None


def test_what_came_since_a_seq_comes_in_order(browser: Browser, recorded: Recorded) -> None:
    answer = browser.get(f"{PATH}?since={recorded.seqs[5]}&limit=2")
    assert seqs(answer) == recorded.seqs[6:8]


def test_a_part_is_found_by_its_trigger(browser: Browser, recorded: Recorded) -> None:
    entry = browser.get("/api/v1/triggers/3/inspection").json
    assert entry["inspection"]["inspection_id"] == recorded.inspections[2].inspection_id
    assert entry["seq"] == recorded.seqs[2]
    absent = browser.get("/api/v1/triggers/99/inspection")
    assert absent.status_code == 404
    assert absent.json["message"] == "no inspection of trigger 99 is recorded"


def test_filters(browser: Browser, recorded: Recorded) -> None:
    assert len(seqs(browser.get(f"{PATH}?outcome=NG"))) == 2
    assert seqs(browser.get(f"{PATH}?recipe=cells")) == recorded.seqs[4::-1]
    query = {
        "from": recorded.inspections[2].triggered_at.isoformat(),
        "to": recorded.inspections[4].triggered_at.isoformat(),
    }
    assert seqs(browser.get(PATH, query_string=query)) == [recorded.seqs[3], recorded.seqs[2]]


def test_one_inspection_is_given_whole(browser: Browser, recorded: Recorded) -> None:
    inspection = recorded.inspections[3]
    answer = browser.get(f"{PATH}/{inspection.inspection_id}")
    assert answer.json["seq"] == recorded.seqs[3]
    assert Inspection.model_validate(answer.json["inspection"]) == inspection


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("limit=0", "limit: must be at least 1"),
        ("limit=501", "limit: must be at most 500"),
        (f"since={2**63}", "at most 9223372036854775807 is allowed"),
        ("outcome=GOOD", "'OK', 'NG', 'ERROR' or 'MISSED'"),
        ("from=2026-01-01T00:00:00", "from: needs a time zone"),
        ("colour=red", 'unknown setting "colour"'),
    ],
)
def test_a_wrong_filter_is_named(browser: Browser, query: str, message: str) -> None:
    answer = browser.get(f"{PATH}?{query}")
    assert answer.status_code == 422
    assert message in answer.json["message"]


@pytest.mark.parametrize("call", ["", "/picture", "/heatmap"])
def test_an_inspection_that_is_not_there(browser: Browser, call: str) -> None:
    assert browser.get(f"{PATH}/{uuid.uuid4().hex}{call}").status_code == 404


def test_the_picture_comes_as_stored_or_scaled(browser: Browser, recorded: Recorded) -> None:
    image = np.random.default_rng(1).integers(0, 65536, (60, 200), dtype=np.uint16)
    inspection = recorded.add_picture(image, None)
    whole = browser.get(f"{PATH}/{inspection.inspection_id}/picture")
    assert whole.mimetype == "image/png"
    assert (decode(whole.data) == image).all()
    scaled = browser.get(f"{PATH}/{inspection.inspection_id}/picture?width=50")
    assert scaled.mimetype == "image/jpeg"
    assert decode(scaled.data).shape == (15, 50)


def test_a_picture_that_was_removed_for_space_is_said_so(
    browser: Browser, recorded: Recorded, settings: StationSettings
) -> None:
    inspection = recorded.inspections[0]
    answer = browser.get(f"{PATH}/{inspection.inspection_id}/picture")
    assert (answer.status_code, "has no picture" in answer.json["message"]) == (404, True)
    lost = recorded.add_picture(np.zeros((9, 9), np.uint8), None)
    (settings.data_dir / str(lost.picture_path)).unlink()
    answer = browser.get(f"{PATH}/{lost.inspection_id}/picture")
    assert (answer.status_code, "okng doctor" in answer.json["message"]) == (404, True)


def test_the_heat_map_hangs_on_the_threshold(browser: Browser, recorded: Recorded) -> None:
    shares = np.array([[0.0, 0.85, 0.95, 2.0, 9.0]], np.float32).repeat(3, axis=0)
    inspection = recorded.add_picture(np.zeros((300, 500), np.uint8), shares * THRESHOLD)
    answer = browser.get(f"{PATH}/{inspection.inspection_id}/heatmap")
    assert answer.mimetype == "image/png"
    overlay = decode(answer.data)
    assert overlay.shape == (300, 500, 4)
    # The middles of the five columns of scores.
    _, green, red, opacity = (overlay[150, 50::100, channel].astype(int) for channel in range(4))
    assert opacity[0] == opacity[1] == 0
    assert 0 < opacity[2] < opacity[3] == opacity[4]
    assert (red == 255).all()
    assert green[2] > green[3] == green[4] == 0
    # The contour lies where the threshold is crossed, between 0.95 and 2 of it.
    light = np.flatnonzero(overlay[150, :, 0] > 128)
    assert 250 < light[0] < 265


def test_a_good_part_has_no_colour_and_no_contour(browser: Browser, recorded: Recorded) -> None:
    scores = np.full((3, 5), 0.89 * THRESHOLD, np.float32)
    inspection = recorded.add_picture(np.zeros((300, 500), np.uint8), scores)
    answer = browser.get(f"{PATH}/{inspection.inspection_id}/heatmap")
    assert not decode(answer.data)[..., 3].any()


def test_an_inspection_without_scores_has_no_heat_map(browser: Browser, recorded: Recorded) -> None:
    answer = browser.get(f"{PATH}/{recorded.inspections[0].inspection_id}/heatmap")
    assert (answer.status_code, "no heat map" in answer.json["message"]) == (404, True)


def test_the_csv_has_every_inspection(browser: Browser, recorded: Recorded) -> None:
    answer = browser.get("/api/v1/inspections.csv")
    assert answer.mimetype == "text/csv"
    rows = list(csv.DictReader(answer.text.splitlines()))
    assert [int(row["seq"]) for row in rows] == recorded.seqs
    assert [row["outcome"] for row in rows] == OUTCOMES * 2
    assert rows[0]["recipe"] == "cells"
    assert float(rows[1]["verdict_ms"]) == 2
    assert rows[3]["reason"] == "the camera is absent"
    only = browser.get("/api/v1/inspections.csv?outcome=MISSED").text.splitlines()
    assert len(only) == 1 + 2


def test_the_csv_holds_no_formula_from_outside(browser: Browser, recorded: Recorded) -> None:
    evil = recorded.inspections[0].model_copy(
        update={"inspection_id": uuid.uuid4().hex, "trigger_id": 99, "part_id": "=1+1"}
    )
    recorded.add(LedgerEntry(evil))
    rows = list(csv.DictReader(browser.get("/api/v1/inspections.csv").text.splitlines()))
    assert rows[-1]["part_id"] == "'=1+1"


def test_the_csv_of_a_large_ledger_comes_in_pieces(browser: Browser, recorded: Recorded) -> None:
    template = recorded.inspections[0]
    recorded.add(
        *[
            LedgerEntry(
                template.model_copy(update={"inspection_id": uuid.uuid4().hex, "trigger_id": n})
            )
            for n in range(100, 1600)
        ]
    )
    answer = browser.client.get("/api/v1/inspections.csv")
    pieces = list(answer.iter_encoded())
    assert len(pieces) > 3
    assert len(b"".join(pieces).splitlines()) == 1 + 10 + 1500


def test_the_summary_counts_each_hour(browser: Browser, recorded: Recorded) -> None:
    summary = browser.get("/api/v1/results/summary?hours=24").json
    counts = {name: summary[name] for name in ("total", "ok", "ng", "error", "missed")}
    assert counts == {"total": 10, "ok": 4, "ng": 2, "error": 2, "missed": 2}
    assert summary["yield"] == pytest.approx(4 / 6)
    assert len(summary["by_hour"]) == 25
    assert sum(hour["ok"] for hour in summary["by_hour"]) == 4
    # Verdicts after 1, 2, 3, 6, 7 and 8 ms.
    assert summary["latency"]["p50_ms"] == pytest.approx(4.5)
    assert summary["latency"]["p99_ms"] == pytest.approx(7.95)
    cells, discs = summary["latency_by_recipe"]
    assert (cells["recipe"], cells["parts"], cells["p50_ms"]) == ("cells", 3, 2.0)
    assert (discs["recipe"], discs["parts"], discs["late"]) == ("discs", 3, 0)
    late = recorded.inspections[5].model_copy(
        update={"inspection_id": uuid.uuid4().hex, "trigger_id": 99, "late": True}
    )
    recorded.add(LedgerEntry(late))
    _, own = browser.get("/api/v1/results/summary").json["latency_by_recipe"]
    assert (own["parts"], own["late"]) == (4, 1)
    lines = browser.get("/metrics").text.splitlines()
    assert f'okng_verdict_seconds{{quantile="0.50",recipe="discs"}} {own["p50_ms"] / 1000}' in lines


def test_the_summary_of_a_period_and_a_recipe(browser: Browser, recorded: Recorded) -> None:
    def summary(**query: str) -> Any:
        return browser.get("/api/v1/results/summary", query_string=query).json

    start, end = (recorded.now - timedelta(minutes=minutes) for minutes in (150, 30))
    period = {"from": start.isoformat(), "to": end.isoformat()}
    assert (summary(**period)["total"], summary(**period)["ok"]) == (4, 2)
    assert datetime.fromisoformat(summary(**period)["from"]) == start
    assert summary(recipe="cells")["total"] == 5
    assert [own["recipe"] for own in summary(recipe="cells")["latency_by_recipe"]] == ["cells"]
    assert summary(recipe="cells", **period)["total"] == 0
    year = {"from": (recorded.now - timedelta(days=365)).isoformat()}
    assert (summary(**year)["total"], summary(**year)["by_hour"]) == (10, [])
    longer = {"from": (recorded.now - timedelta(days=400)).isoformat()}
    assert "a period has at most 366 days" in summary(**longer)["message"]


def test_a_part_is_found_by_its_number_and_by_its_id(browser: Browser, recorded: Recorded) -> None:
    assert seqs(browser.get(f"{PATH}?search=part 3")) == [recorded.seqs[3]]
    assert seqs(browser.get(f"{PATH}?search=4")) == [recorded.seqs[3]]
    assert seqs(browser.get(f"{PATH}?search=4&outcome=NG")) == []
    assert seqs(browser.get(f"{PATH}?search=part")) == []
    assert seqs(browser.get(f"{PATH}?search={'9' * 30}")) == []
    recorded.add(LedgerEntry(inspection(77, part_id="4")))
    assert len(seqs(browser.get(f"{PATH}?search=4"))) == 2
    assert len(seqs(browser.get(f"{PATH}?search=4&from=2026-01-01T00:00:00Z&recipe=cells"))) == 1


def test_the_summary_of_nothing(browser: Browser) -> None:
    summary = browser.get("/api/v1/results/summary").json
    assert (summary["total"], summary["yield"]) == (0, None)
    assert summary["latency"] == {"p50_ms": None, "p95_ms": None, "p99_ms": None}


def decode(data: bytes) -> NDArray[Any]:
    return cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)
