from __future__ import annotations

import hashlib
import random
import subprocess
import sys
from pathlib import Path

import pytest

from okng.device.datasets.store import DatasetStore
from okng.device.integrity import data_directory_check
from okng.device.pipeline.crash_recovery import CrashRecovery
from okng.device.store.inspection_rows import RecordedInspection
from okng.device.store.inspection_writer import SafeRecorder
from okng.device.store.ledger import Ledger
from okng.device.store.outbox import Outbox
from okng.device.store.storage_settings import StorageSettings
from okng.device.store.trigger_journal import TriggerJournal
from okng.device.types import Label, Outcome

KILLS = 5


def run_until_killed(data_dir: Path, lines: int) -> list[str]:
    """What a station said before it was killed, in the middle of whatever came after `lines`."""
    program = Path(__file__).with_name("crashing_station.py")
    process = subprocess.Popen(
        [sys.executable, str(program), str(data_dir)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    with process.stdout:
        output = [process.stdout.readline() for _ in range(lines)]
        process.kill()
        output += process.stdout.readlines()
    process.wait()
    assert process.returncode == -9
    # The last line may be cut off.
    return [line.strip() for line in output if line.endswith("\n")]


def test_a_killed_station_loses_no_edge_and_no_recorded_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data_directory_check, "YOUNG_S", -1.0)
    chance = random.Random(5)
    output = [
        line for _ in range(KILLS) for line in run_until_killed(tmp_path, chance.randint(1, 90))
    ]
    edges = [int(line.removeprefix("edge ")) for line in output if line.startswith("edge ")]
    recorded = [line.removeprefix("recorded ") for line in output if line.startswith("recorded ")]
    labelled = [int(line.removeprefix("labelled ")) for line in output if "labelled" in line]
    assert len(recorded) > 30

    # Every number was given once, over all restarts.
    assert edges == sorted(set(edges))
    ledger = Ledger(tmp_path)
    for inspection_id in recorded:
        check_whole(tmp_path, ledger, ledger.get(inspection_id))
    left = {edge.trigger_id for edge in TriggerJournal(tmp_path).unfinished(ledger)}
    ended = ledger.trigger_ids(1, ledger.last_trigger_id())
    assert ended | left >= set(edges)
    assert not ended & left
    assert ended | left == set(range(1, max(ended | left) + 1))
    for row in ledger.iterate():
        if row.outcome is Outcome.OK:
            check_whole(tmp_path, ledger, row)
    assert Outbox(tmp_path, "mqtt").pending() == len(ended)
    datasets = DatasetStore(tmp_path)
    assert all(datasets.get(picture_id).label is Label.ANOMALY for picture_id in labelled)

    # What the next start does makes all well again, but for files of an interrupted move, and
    # pictures of parts whose recording was cut off, which ended as MISSED.
    recorder = SafeRecorder(tmp_path, StorageSettings(min_free_mb=0, ballast_mb=1), [])
    journal = TriggerJournal(tmp_path)
    assert CrashRecovery(tmp_path, journal, ledger, recorder, "line-3").attempt(within_s=10)
    assert journal.unfinished(ledger) == []
    findings = list(data_directory_check.check_data_directory(tmp_path))
    cut_off = [one for one in findings if one.subject.startswith("quarantine/images/")]
    of_datasets = [one for one in findings if one not in cut_off]
    assert all(one.subject.startswith("datasets/") for one in of_datasets), findings
    assert all("no row names" in one.problem or "half" in one.problem for one in of_datasets)
    assert len(of_datasets) <= KILLS
    missed = sum(row.outcome is Outcome.MISSED for row in ledger.iterate())
    assert len(cut_off) <= missed


def check_whole(data_dir: Path, ledger: Ledger, inspection: RecordedInspection | None) -> None:
    assert inspection is not None
    assert inspection.picture_path is not None
    data = (data_dir / inspection.picture_path).read_bytes()
    assert hashlib.sha256(data).hexdigest() == inspection.picture_sha256
    assert ledger.anomaly_map(inspection.inspection_id) is not None
