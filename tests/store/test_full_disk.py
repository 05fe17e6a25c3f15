from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from okng.device.settings import StorageSettings
from okng.device.store import recording
from okng.device.store.audit import audit_store
from okng.device.store.ledger import Ledger
from okng.device.store.outbox import Outbox
from okng.device.store.recording import Recorded, Recording, SafeRecorder
from okng.device.store.retention import BATCH, Retention
from okng.device.types import Outcome

from .conftest import inspection

MIB = 2**20


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A file system of 8 MiB."""
    if os.geteuid() != 0:
        pytest.skip("mounting a small file system needs root")
    # Not under tmp_path: pytest deletes that, and can't when a killed run left something mounted.
    folder = Path(tempfile.mkdtemp(prefix="okng-disk-"))
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(folder)], capture_output=True
    )
    if mounted.returncode != 0:
        folder.rmdir()
        pytest.skip(f"no tmpfs can be mounted here: {mounted.stderr.decode().strip()}")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)
    folder.rmdir()


class Line:
    """Records part after part, each with a picture of 40 KiB unless told otherwise."""

    def __init__(self, data_dir: Path, noise: Callable[..., Any], min_free_mb: int) -> None:
        settings = StorageSettings(min_free_mb=min_free_mb, ballast_mb=1)
        self.recorder = SafeRecorder(data_dir, settings, ["mqtt"])
        self.ledger = Ledger(data_dir)
        self._noise = noise
        self._trigger_id = 0

    def record(
        self, count: int = 1, outcome: Outcome = Outcome.OK, picture: bool = True
    ) -> list[Recorded]:
        recordings = []
        for _ in range(count):
            self._trigger_id += 1
            image = self._noise(200, 200) if picture else None
            recordings.append(Recording(inspection(self._trigger_id, outcome=outcome), image))
        return self.recorder.record(recordings)

    def with_picture(self, outcome: Outcome) -> list[int]:
        """Trigger ids, the oldest first."""
        found = self.ledger.iterate(outcome=outcome)
        return [one.trigger_id for one in found if one.picture_path]


def fill(folder: Path, leave: int) -> Path:
    """Another program takes the space."""
    path = folder / "somebody-elses.log"
    with path.open("ab") as file:
        size = shutil.disk_usage(folder).free - leave
        if size > 0:
            os.posix_fallocate(file.fileno(), file.tell(), size)
    return path


def audit(data_dir: Path) -> list[str]:
    return [f"{one.subject}: {one.problem}" for one in audit_store(data_dir)]


def test_with_space_everything_is_kept(small_disk: Path, noise: Callable[..., Any]) -> None:
    line = Line(small_disk, noise, min_free_mb=2)
    (recorded,) = line.record(outcome=Outcome.NG)
    assert recorded.inspection.picture_path is not None
    assert recorded.inspection.reason is None
    stored = line.ledger.get(recorded.inspection.inspection_id)
    assert stored is not None
    assert stored.seq == recorded.seq
    assert stored.picture_sha256 == recorded.inspection.picture_sha256
    assert line.recorder.problems() == {}
    assert audit(small_disk) == []


def test_the_oldest_ok_pictures_go_first_and_every_result_stays(
    small_disk: Path, noise: Callable[..., Any]
) -> None:
    line = Line(small_disk, noise, min_free_mb=2)
    ng = [one.inspection.inspection_id for one in line.record(5, Outcome.NG)]
    for _ in range(70):
        line.record(8)
    kept = line.with_picture(Outcome.OK)
    assert 0 < len(kept) < 560
    # The newest ones, without a hole.
    assert kept == list(range(566 - len(kept), 566))
    assert line.with_picture(Outcome.NG) == [1, 2, 3, 4, 5]
    assert line.ledger.totals().parts == 565
    assert Outbox(small_disk, "mqtt").pending() == 565
    assert shutil.disk_usage(small_disk).free > 2 * MIB - BATCH * 42 * 1024
    removed = line.ledger.by_trigger(6)
    assert removed is not None
    assert removed.picture_path is None
    assert removed.picture_sha256 is not None
    assert all(line.ledger.get(one) is not None for one in ng)
    assert audit(small_disk) == []


def test_low_space_is_said_and_costs_no_ng_picture(
    small_disk: Path, noise: Callable[..., Any]
) -> None:
    line = Line(small_disk, noise, min_free_mb=4)
    line.record(30, Outcome.NG)
    line.record(3)
    taken = fill(small_disk, leave=2 * MIB)
    for _ in range(4):
        line.record(outcome=Outcome.ERROR)
    assert "disk_low" in line.recorder.problems()
    assert line.with_picture(Outcome.OK) == []
    assert len(line.with_picture(Outcome.NG)) == 30
    assert len(line.with_picture(Outcome.ERROR)) == 4
    taken.unlink()
    line.record()
    assert line.recorder.problems() == {}
    assert audit(small_disk) == []


def test_on_a_full_disk_new_pictures_are_left_out_and_the_row_says_so(
    small_disk: Path, noise: Callable[..., Any]
) -> None:
    line = Line(small_disk, noise, min_free_mb=1)
    line.record(10, Outcome.NG)
    taken = fill(small_disk, leave=20 * 1024)
    recorded = [one for _ in range(40) for one in line.record(5, Outcome.NG)]
    assert line.ledger.totals().ng == 210
    left_out = [one.inspection for one in recorded if one.inspection.picture_path is None]
    assert left_out
    for one in left_out:
        assert one.picture_sha256 is None
        assert one.reason is not None
        assert one.reason.startswith("picture not stored: ")
    assert "disk_full" in line.recorder.problems()
    assert line.with_picture(Outcome.NG)[:10] == list(range(1, 11))
    assert audit(small_disk) == []

    taken.unlink()
    (after,) = line.record(outcome=Outcome.NG)
    assert after.inspection.picture_path is not None
    assert line.recorder.problems() == {}


def test_a_new_ok_picture_takes_the_place_of_the_oldest(
    small_disk: Path, noise: Callable[..., Any]
) -> None:
    line = Line(small_disk, noise, min_free_mb=0)
    for _ in range(20):
        line.record(10)
    fill(small_disk, leave=60 * 1024)
    recorded = [one for _ in range(6) for one in line.record(1)]
    assert all(one.inspection.picture_path for one in recorded)
    kept = line.with_picture(Outcome.OK)
    assert kept == list(range(207 - len(kept), 207))
    assert len(kept) < 206
    assert audit(small_disk) == []


def test_for_a_result_even_ng_pictures_go_last_of_all(
    small_disk: Path, noise: Callable[..., Any]
) -> None:
    line = Line(small_disk, noise, min_free_mb=0)
    for _ in range(7):
        line.record(10, Outcome.NG)
    line.record(3, Outcome.OK)
    fill(small_disk, leave=0)
    results = 0
    while (first := line.ledger.by_trigger(1)) and first.picture_path:
        line.record(50, Outcome.NG, picture=False)
        results += 50
        assert results < 20_000, "the disk never filled up"
    assert not (small_disk / "ballast").exists()
    assert line.with_picture(Outcome.OK) == []
    assert line.with_picture(Outcome.NG) == list(range(1 + min(BATCH, 70), 71))
    assert line.ledger.totals().parts == 73 + results
    assert results > 300
    assert audit(small_disk) == []


def test_results_wait_while_nothing_can_be_written(
    small_disk: Path, noise: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    line = Line(small_disk, noise, min_free_mb=0)
    line.record(picture=False)
    taken = fill(small_disk, leave=0)
    slept: list[dict[Any, str]] = []

    def somebody_mends_it(_seconds: float) -> None:
        slept.append(line.recorder.problems())
        fill(small_disk, leave=0)
        if len(slept) == 3:
            taken.unlink()

    monkeypatch.setattr(recording.time, "sleep", somebody_mends_it)
    results = 1
    while not slept:
        line.record(50, Outcome.NG, picture=False)
        results += 50
        assert results < 20_000, "the disk never filled up"
    assert len(slept) == 3
    assert slept[0]["store_fault"] == "results can't be written and wait: database or disk is full"
    line.record(picture=False)
    assert line.ledger.totals().parts == results + 1
    assert line.recorder.problems() == {}
    assert audit(small_disk) == []


def test_anomaly_maps_go_with_their_pictures(small_disk: Path, noise: Callable[..., Any]) -> None:
    settings = StorageSettings(min_free_mb=0, ballast_mb=1)
    recorder = SafeRecorder(small_disk, settings, [])
    scores = noise(28, 28).astype("float32")
    one, two = inspection(1), inspection(2, outcome=Outcome.NG)
    recorder.record([Recording(one, noise(9, 9), scores), Recording(two, noise(9, 9), scores)])
    assert Retention(small_disk, settings).remove_oldest((Outcome.OK,)) == 1
    ledger = Ledger(small_disk)
    assert ledger.anomaly_map(one.inspection_id) is None
    assert ledger.anomaly_map(two.inspection_id) is not None


def test_a_crash_between_file_and_row_is_made_up_for(
    small_disk: Path, noise: Callable[..., Any]
) -> None:
    line = Line(small_disk, noise, min_free_mb=0)
    recorded = line.record(3)
    assert recorded[0].inspection.picture_path
    (small_disk / recorded[0].inspection.picture_path).unlink()
    settings = StorageSettings(min_free_mb=0, ballast_mb=1)
    assert Retention(small_disk, settings).remove_oldest((Outcome.OK,)) == 3
    assert audit(small_disk) == []
