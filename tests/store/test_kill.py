from __future__ import annotations

import hashlib
import random
import subprocess
import sys
from pathlib import Path

import pytest

from okng.device.settings import StorageSettings
from okng.device.store import audit
from okng.device.store.datasets import DatasetStore
from okng.device.store.ledger import Ledger, RecordedInspection
from okng.device.store.outbox import Outbox
from okng.device.store.recording import SafeRecorder
from okng.device.store.trigger_journal import TriggerJournal
from okng.device.types import Label, Outcome

KILLS = 8


def run_until_killed(data_dir: Path, lines: int) -> list[str]:
    """What a station said before it was killed, in the middle of whatever came after `lines`."""
    program = Path(__file__).with_name("crashing_station.py")
    process = subprocess.Popen(
        [sys.executable, str(program), str(data_dir)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    with process.stdout:
        said = [process.stdout.readline() for _ in range(lines)]
        process.kill()
        said += process.stdout.readlines()
    process.wait()
    assert process.returncode == -9
    # The last line may be cut off.
    return [line.strip() for line in said if line.endswith("\n")]


def test_a_killed_station_loses_no_edge_and_no_recorded_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit, "YOUNG_S", -1.0)
    chance = random.Random(5)
    said = [
        line for _ in range(KILLS) for line in run_until_killed(tmp_path, chance.randint(1, 90))
    ]
    edges = [int(line.removeprefix("edge ")) for line in said if line.startswith("edge ")]
    recorded = [line.removeprefix("recorded ") for line in said if line.startswith("recorded ")]
    labelled = [int(line.removeprefix("labelled ")) for line in said if "labelled" in line]
    assert len(recorded) > 50

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
    for one in ledger.iterate():
        if one.outcome is Outcome.OK:
            check_whole(tmp_path, ledger, one)
    assert Outbox(tmp_path, "mqtt").pending() == len(ended)
    datasets = DatasetStore(tmp_path)
    assert all(datasets.get(one).label is Label.ANOMALY for one in labelled)

    # What the next start does makes all well again, but for files of an interrupted move.
    SafeRecorder(tmp_path, StorageSettings(min_free_mb=0, ballast_mb=1), [])
    findings = list(audit.audit_store(tmp_path))
    assert all(one.subject.startswith("datasets/") for one in findings), findings
    assert all("no row names" in one.problem or "half" in one.problem for one in findings)
    assert len(findings) <= KILLS


def check_whole(data_dir: Path, ledger: Ledger, one: RecordedInspection | None) -> None:
    assert one is not None
    assert one.picture_path is not None
    data = (data_dir / one.picture_path).read_bytes()
    assert hashlib.sha256(data).hexdigest() == one.picture_sha256
    assert ledger.anomaly_map(one.inspection_id) is not None
