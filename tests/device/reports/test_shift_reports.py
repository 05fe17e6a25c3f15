"""A shift's report says what the ledger says, is made once, and waits for a mail server."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError
from support.inspections import inspection
from support.message_receivers import mail_server
from support.reported_station import DATASET, record

from okng.device.datasets.store import DatasetStore
from okng.device.model_exchange.keys import ModelKeys
from okng.device.reports import archive as archive_module
from okng.device.reports.archive import ReportAbout, ReportArchive
from okng.device.reports.build import ReportOrigin
from okng.device.reports.errors import ReportError
from okng.device.reports.render import Layout, render_shift
from okng.device.reports.shift_delivery import ShiftReports
from okng.device.reports.shift_facts import LISTED, gather_shift_facts
from okng.device.reports.shift_status import ShiftReportState
from okng.device.reports.signature import SignatureState, verify
from okng.device.settings.settings import StationSettings
from okng.device.settings.shifts import ShiftSettings, ended_shifts
from okng.device.store.ledger import Ledger, LedgerEntry
from okng.device.store.ng_alarms import NgAlarmStore, RaisedAlarm
from okng.device.store.reviews import ReviewStore
from okng.device.types import Outcome, RecipeReference, Verdict

# Apprise imports it, for PGP.
pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")

SHIFTS = ShiftSettings(starts=("06:00", "14:00", "22:00"))
MORNING = datetime(2026, 3, 2, 6).astimezone()
AFTERNOON = datetime(2026, 3, 2, 14).astimezone()
LATER = AFTERNOON + timedelta(minutes=2)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """40 parts in the morning's shift, among them 4 that are NG, and an ERROR."""
    data_dir = tmp_path / "data"
    record(data_dir, 1, 40, start=MORNING + timedelta(hours=1))
    error = inspection(41, outcome=Outcome.ERROR, triggered_at=MORNING + timedelta(hours=3))
    Ledger(data_dir).record([LedgerEntry(error)], ())
    return data_dir


def reports_of(data_dir: Path, with_pdf: bool = False, **receivers: str) -> ShiftReports:
    origin = ReportOrigin(data_dir=data_dir, station="line-3", author="okng", with_pdf=with_pdf)
    return ShiftReports(origin, {name: SecretStr(url) for name, url in receivers.items()})


def test_the_facts_are_those_of_the_ledger(ledger: Path) -> None:
    reviews = ReviewStore(ledger)
    reviews.settle(1, Verdict.NG, "ann", None)
    reviews.settle(10, Verdict.OK, "ann", None)
    facts = gather_shift_facts(ledger, "line-3", "ann", MORNING, AFTERNOON)
    total = facts.total
    assert (total.ok, total.ng, total.error, total.missed) == (36, 4, 1, 0)
    assert total.yield_ratio == 0.9
    assert (facts.escapes, facts.reviewed, facts.reviews.false_rejects) == (1, 2, 1)
    assert [(hour.parts, hour.ng) for hour in facts.hours] == [(40, 4), (1, 0)]
    assert [(each.model, each.version, each.parts) for each in facts.models] == [(DATASET, 1, 40)]
    assert facts.times.p50_ms == pytest.approx(20.5)
    groups = {group.kind: group for group in facts.groups}
    assert (groups["rejected-parts"].total, groups["escaped"].total) == (4, 1)
    assert facts.set_back_s is None


def test_an_empty_shift_has_no_yield_and_no_times(tmp_path: Path) -> None:
    DatasetStore(tmp_path).names()
    facts = gather_shift_facts(tmp_path, "line-3", "ann", MORNING, AFTERNOON)
    assert facts.total.parts == 0
    assert facts.total.yield_ratio is None
    assert facts.times.p50_ms is None
    assert facts.rejected_anchor is None


def test_a_report_says_of_how_many_alarms_it_lists_the_newest(tmp_path: Path) -> None:
    DatasetStore(tmp_path).names()
    store = NgAlarmStore(tmp_path)
    recipe = RecipeReference(name="discs", version=1)
    layout = Layout(language="en")
    for number in range(LISTED + 5):
        raised_at = MORNING + timedelta(minutes=number)
        alarm = RaisedAlarm(recipe, number + 1, f"alarm {number}", False, raised_at)
        store.keep(alarm)
        store.acknowledge(alarm, number + 1, "ann", "seen")
        if number in (LISTED - 1, LISTED + 4):
            facts = gather_shift_facts(tmp_path, "line-3", "ann", MORNING, AFTERNOON)
            assert (len(facts.alarms), facts.alarms_in_all) == (LISTED, number + 1)
            assert facts.alarms[0].message == f"alarm {number}"
            said = "Only the newest 200 of 205 are listed." in render_shift(facts, layout)
            assert said is (number >= LISTED)


def test_each_shift_is_reported_once_after_its_last_part_is_recorded(ledger: Path) -> None:
    state = ShiftReportState(ledger)
    at_the_end = ended_shifts(SHIFTS, AFTERNOON + timedelta(seconds=59))
    assert at_the_end[-1][1] == MORNING
    ended = ended_shifts(SHIFTS, LATER)
    assert ended[-1] == (MORNING, AFTERNOON)
    assert state.is_due(ended)
    (made,) = reports_of(ledger).make_due(ended)
    assert (made.start, made.end, made.automatic) == (MORNING, AFTERNOON, True)
    assert not state.is_due(ended)
    assert reports_of(ledger).make_due(ended) == []


def test_shifts_that_ended_while_the_station_was_off_are_made_up_for(ledger: Path) -> None:
    reports_of(ledger).make_due(ended_shifts(SHIFTS, LATER))
    record(ledger, 50, 10, start=AFTERNOON + timedelta(hours=1))
    record(ledger, 60, 10, start=AFTERNOON + timedelta(hours=9))
    made = reports_of(ledger).make_due(ended_shifts(SHIFTS, AFTERNOON + timedelta(hours=17)))
    assert [each.start for each in made] == [AFTERNOON, AFTERNOON + timedelta(hours=8)]


def test_a_clock_that_is_set_back_after_the_shift_leads_to_a_second_report(ledger: Path) -> None:
    ended = ended_shifts(SHIFTS, LATER)
    reports_of(ledger).make_due(ended)
    # Back in the morning's shift: nothing of it is due before it ends again.
    assert not ShiftReportState(ledger).is_due(ended_shifts(SHIFTS, MORNING + timedelta(hours=2)))
    record(ledger, 50, 10, start=MORNING + timedelta(hours=1, seconds=30))
    (again,) = reports_of(ledger).make_due(ended)
    assert again.start == MORNING
    facts = gather_shift_facts(ledger, "line-3", "ann", MORNING, AFTERNOON)
    assert facts.total.parts == 51
    assert facts.set_back_s == pytest.approx(7200 - 30)


def test_the_report_is_mailed_with_both_files_signed(ledger: Path) -> None:
    with mail_server() as (mails, port):
        url = f"mailto://localhost:{port}?from=s@example.com&to=q@example.org&mode=insecure"
        reports_of(ledger, True, quality=url).make_due(ended_shifts(SHIFTS, LATER))
    (mail,) = mails
    assert mail["Subject"] == "line-3: shift report, 41 parts"
    files = {part.get_filename() or "": part for part in mail.iter_attachments()}
    assert sorted(name.rpartition(".")[2] for name in files) == ["html", "pdf"]
    for part in files.values():
        data = part.get_payload(decode=True)
        assert isinstance(data, bytes)
        check = verify(data, ModelKeys(ledger).trusted())
        assert check.state is SignatureState.UNCHANGED
    assert ShiftReportState(ledger).status().unsent == ()


def test_a_mail_server_that_is_away_loses_nothing(ledger: Path) -> None:
    ended = ended_shifts(SHIFTS, LATER)
    away = "mailto://localhost:1?from=s@example.com&to=q@example.org&mode=insecure"
    with pytest.raises(ReportError, match="quality did not take report shift-"):
        reports_of(ledger, quality=away).make_due(ended)
    status = ShiftReportState(ledger).status()
    assert status.problem
    (stored,) = ReportArchive(ledger).list()
    assert [each.report_id for each in status.unsent] == [stored.report_id]
    with mail_server() as (mails, port):
        url = f"mailto://localhost:{port}?from=s@example.com&to=q@example.org&mode=insecure"
        assert reports_of(ledger, quality=url).make_due(ended) == []
    assert len(mails) == 1
    assert ShiftReportState(ledger).status().problem is None
    assert len(ReportArchive(ledger).list()) == 1


def test_a_full_disk_leaves_no_half_report(ledger: Path) -> None:
    origin = ReportOrigin(
        data_dir=ledger, station="s", author="okng", min_free_mb=10**9, with_pdf=False
    )
    with pytest.raises(ReportError, match="no room"):
        ShiftReports(origin, {}).make_due(ended_shifts(SHIFTS, LATER))
    assert ReportArchive(ledger).list() == []
    assert [path.name for path in (ledger / "reports").glob("[!.]*")] == []
    assert "no room" in (ShiftReportState(ledger).status().problem or "")


def test_old_reports_are_removed_when_there_are_too_many(
    ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(archive_module.KEPT, "shift", 2)
    archive = ReportArchive(ledger)
    (made,) = reports_of(ledger).make_due(ended_shifts(SHIFTS, LATER))
    about = ReportAbout.model_validate(made.model_dump(include=set(ReportAbout.model_fields)))
    newest = [
        archive.add(
            about.model_copy(update={"made_at": made.made_at + timedelta(hours=hours)}), b"", None
        )
        for hours in (1, 2)
    ]
    assert [each.report_id for each in archive.list()] == [
        each.report_id for each in reversed(newest)
    ]


def test_a_receiver_that_is_not_there_is_refused_at_the_start(tmp_path: Path) -> None:
    with pytest.raises(ValidationError, match=r"no \[\[notifications\]\] is called 'quality'"):
        StationSettings.model_validate(
            {"data_dir": str(tmp_path), "reports": {"receivers": ["quality"]}}
        )
