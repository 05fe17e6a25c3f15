"""Set-aside results over HTTP and by command: listed, and sent again."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime

import pytest
from support.command import okng
from support.page_client import Browser

from okng.device.settings.settings import StationSettings
from okng.device.store.ledger import Ledger, LedgerEntry
from okng.device.store.outbox import Outbox
from okng.device.store.set_aside_results import SetAsideResults
from okng.device.types import Inspection, Outcome, TriggerSource

PATH = "/api/v1/set-aside-results"


@pytest.fixture
def outbox(settings: StationSettings, browser: Browser) -> Outbox:
    """Five results for `mqtt`, of which 2, 3 and 5 are set aside."""
    entries = [
        LedgerEntry(
            Inspection(
                inspection_id=uuid.uuid4().hex,
                trigger_id=number,
                station="test",
                source=TriggerSource.TIMER,
                triggered_at=datetime.now(UTC),
                outcome=Outcome.MISSED,
            )
        )
        for number in range(1, 6)
    ]
    Ledger(settings.data_dir).record(entries, ["mqtt"])
    reasons = {2: "too large", 3: "too large", 5: "Payload format invalid"}
    SetAsideResults(settings.data_dir).put("mqtt", reasons)
    return Outbox(settings.data_dir, "mqtt")


def seqs(outbox: Outbox) -> list[int]:
    return [row.seq for row in outbox.after(0, 100)]


def test_they_are_listed_and_retried(browser: Browser, outbox: Outbox) -> None:
    assert seqs(outbox) == [1, 4]
    payload = outbox.after(0, 1)[0].payload
    listed = browser.get(f"{PATH}?limit=2").json
    assert listed["total"] == 3
    assert [(row["seq"], row["reason"]) for row in listed["results"]] == [
        (2, "too large"),
        (3, "too large"),
    ]
    assert listed["results"][0]["payload_bytes"] == len(payload.encode())
    assert browser.post(f"{PATH}/retry", json={"sink": "other"}).json == {"retried": 0}
    assert browser.post(f"{PATH}/retry", json={"sink": "mqtt", "seqs": [5, 4, 99]}).json == {
        "retried": 1
    }
    assert seqs(outbox) == [1, 4, 5]
    assert outbox.pending() == 3
    assert browser.post(f"{PATH}/retry", json={}).json == {"retried": 2}
    assert seqs(outbox) == [1, 2, 3, 4, 5]
    assert browser.get(PATH).json == {"total": 0, "results": []}


@pytest.mark.parametrize(
    "body", [{"seqs": ["x"]}, {"sink": ""}, {"seqs": [1] * 1001}, {"sequences": [1]}]
)
def test_what_is_no_choice_is_refused(body: object, browser: Browser, outbox: Outbox) -> None:
    assert browser.post(f"{PATH}/retry", json=body).status_code == 422
    assert seqs(outbox) == [1, 4]


def test_they_are_listed_and_retried_by_command(settings: StationSettings, outbox: Outbox) -> None:
    environment = {"OKNG_DATA_DIR": str(settings.data_dir)}
    listed = okng("outbox", "list", **environment)
    assert listed.returncode == 0, listed.stderr
    *rows, total = listed.stdout.splitlines()
    assert [row.partition("bytes")[0].split()[:3] for row in rows] == [
        ["mqtt", "seq", "2"],
        ["mqtt", "seq", "3"],
        ["mqtt", "seq", "5"],
    ]
    assert rows[2].endswith("UTC  Payload format invalid")
    assert total == "3 results are set aside"
    assert okng("outbox", "retry", 3, **environment).stdout == "1 results will be sent again\n"
    assert okng("outbox", "retry", **environment).stdout == "2 results will be sent again\n"
    assert seqs(outbox) == [1, 2, 3, 4, 5]
