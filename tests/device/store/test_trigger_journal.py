from __future__ import annotations

import errno
import os
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.inspections import NOON, edge, inspection

from okng.device.store import trigger_journal
from okng.device.store.ledger import Ledger, LedgerEntry
from okng.device.store.trigger_journal import TriggerJournal
from okng.device.types import TriggerSource


def files(data_dir: Path) -> list[Path]:
    return sorted((data_dir / "journal").iterdir())


def record(ledger: Ledger, *trigger_ids: int) -> None:
    ledger.record([LedgerEntry(inspection(trigger_id)) for trigger_id in trigger_ids], [])


def test_edges_without_an_end_come_back_at_the_next_start(tmp_path: Path, ledger: Ledger) -> None:
    journal = TriggerJournal(tmp_path)
    assert journal.next_trigger_id(ledger) == 1
    for trigger_id in range(1, 7):
        journal.append(edge(trigger_id, part_id=f"pañel\n{trigger_id}"))
    record(ledger, 1, 2, 4)
    # Killed: nothing was closed.
    restarted = TriggerJournal(tmp_path)
    unfinished = restarted.unfinished(ledger)
    assert [edge.trigger_id for edge in unfinished] == [3, 5, 6]
    assert unfinished[0].part_id == "pañel\n3"
    assert unfinished[0].source is TriggerSource.HTTP
    assert (unfinished[0].at, unfinished[0].at_ns) == (NOON, 0)
    assert restarted.next_trigger_id(ledger) == 7
    journal.close()


def test_a_file_goes_when_all_its_edges_have_ended(tmp_path: Path, ledger: Ledger) -> None:
    first = TriggerJournal(tmp_path)
    first.append(edge(1))
    first.append(edge(2))
    second = TriggerJournal(tmp_path)
    second.append(edge(3))
    record(ledger, 1)
    second.discard_finished(ledger)
    assert len(files(tmp_path)) == 2
    record(ledger, 2, 3)
    second.discard_finished(ledger)
    # The one that is still written to stays.
    assert [path.name for path in files(tmp_path)] == ["000000000003.journal"]
    third = TriggerJournal(tmp_path)
    third.discard_finished(ledger)
    # The newest one tells the next number when the ledger can't be read.
    assert [path.name for path in files(tmp_path)] == ["000000000003.journal"]
    assert third.unfinished(ledger) == []
    assert third.next_trigger_id(ledger) == 4
    first.close()
    second.close()


def test_the_journal_stays_small_while_the_station_runs(
    tmp_path: Path, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trigger_journal, "SEGMENT_EDGES", 10)
    journal = TriggerJournal(tmp_path)
    for trigger_id in range(1, 101):
        journal.append(edge(trigger_id))
        record(ledger, trigger_id)
        journal.discard_finished(ledger)
        assert len(files(tmp_path)) <= 2
    journal.close()


LINES = b"".join(
    b'{"trigger_id": %d, "source": "http", "at": "2026-03-01T12:00:00+00:00", "part_id": null}\n'
    % n
    for n in range(1, 5)
)


@settings(deadline=None, max_examples=40)
@given(
    kept=st.integers(0, len(LINES)), garbage=st.sampled_from([b"", b"\0" * 300, b"\xff{[\n{}\n"])
)
def test_a_torn_end_costs_no_whole_line(
    tmp_path_factory: pytest.TempPathFactory, kept: int, garbage: bytes
) -> None:
    data_dir = tmp_path_factory.mktemp("torn")
    ledger = Ledger(data_dir)
    assert ledger.last_seq() == 0
    (data_dir / "journal").mkdir()
    (data_dir / "journal" / "000000000001.journal").write_bytes(LINES[:kept] + garbage)
    journal = TriggerJournal(data_dir)
    whole = LINES[:kept].count(b"\n")
    unfinished = [edge.trigger_id for edge in journal.unfinished(ledger)]
    # The last line may lack only its newline.
    assert unfinished in (list(range(1, whole + 1)), list(range(1, whole + 2)))
    next_id = journal.next_trigger_id(ledger)
    assert next_id == len(unfinished) + 1
    journal.append(edge(next_id))
    journal.close()
    again = TriggerJournal(data_dir).unfinished(ledger)
    assert [edge.trigger_id for edge in again] == [*unfinished, next_id]


def test_a_full_disk_stops_no_trigger_and_is_said(
    tmp_path: Path, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = TriggerJournal(tmp_path)
    journal.append(edge(1))
    write = os.write

    def full(_descriptor: int, _data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    def nearly_full(descriptor: int, data: bytes) -> int:
        return write(descriptor, data[:20])

    for refuse in (full, nearly_full):
        monkeypatch.setattr(os, "write", refuse)
        journal.append(edge(journal.next_trigger_id(ledger)))
        assert journal.fault is not None
        assert str(tmp_path / "journal") in journal.fault
    monkeypatch.setattr(os, "write", write)
    journal.append(edge(journal.next_trigger_id(ledger)))
    assert journal.fault is None
    journal.close()
    unfinished = TriggerJournal(tmp_path).unfinished(ledger)
    assert [edge.trigger_id for edge in unfinished] == [1, 4]


def test_threads_tear_no_lines(tmp_path: Path, ledger: Ledger) -> None:
    journal = TriggerJournal(tmp_path)

    def append(first: int) -> None:
        for trigger_id in range(first, 400, 4):
            journal.append(edge(trigger_id))

    threads = [threading.Thread(target=append, args=(first,)) for first in range(1, 5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    journal.close()
    unfinished = TriggerJournal(tmp_path).unfinished(ledger)
    assert [edge.trigger_id for edge in unfinished] == list(range(1, 400))
