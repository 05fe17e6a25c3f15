"""A result that the broker refused: shown on every page, listed with the reason, sent again."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect
from support.station import StationProcesses

from okng.device.store.ledger import LedgerEntry
from okng.device.store.outbox import Outbox
from okng.device.store.set_aside_results import SetAsideResults
from okng.device.types import Inspection, Outcome, TriggerSource

REASON = "its MQTT packet has 20,719 bytes, and the broker takes 5,000 at most"


@pytest.mark.slow
def test_refused_results_are_shown_and_sent_again(page: Page, station: StationProcesses) -> None:
    entries = [
        LedgerEntry(
            Inspection(
                inspection_id=uuid.uuid4().hex,
                trigger_id=1000 + number,
                station="test",
                source=TriggerSource.TIMER,
                triggered_at=datetime.now(UTC),
                outcome=Outcome.MISSED,
                reason="a part",
            )
        )
        for number in range(2)
    ]
    seqs = station.ledger.record(entries, ["mqtt"])
    SetAsideResults(station.data_dir).put("mqtt", dict.fromkeys(seqs, REASON))
    page.goto("/results")
    section = page.get_by_test_id("set-aside")
    expect(section).to_contain_text("2 results were rejected by the receiver")
    expect(section.get_by_role("listitem")).to_have_count(2)
    expect(section).to_contain_text(f"Record {seqs[0]} for mqtt: {REASON}")
    section.get_by_role("button", name=f"Send record {seqs[0]} again").click()
    expect(section).to_contain_text("1 result was rejected")
    section.get_by_role("button", name="Send all again").click()
    expect(section).to_have_count(0)
    assert [row.seq for row in Outbox(station.data_dir, "mqtt").after(0, 10)] == list(seqs)
