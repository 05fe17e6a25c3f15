"""Files in quarantine are counted when their number may have changed, not every second."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from okng.device.store import quarantine
from okng.device.store.quarantine import QuarantineCount, move_to_quarantine, remove_oldest


@pytest.fixture
def walks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many files each walk through the folder found."""
    counts: list[int] = []
    walk = quarantine.files_in_quarantine

    def note(data_dir: Path) -> list[Path]:
        files = walk(data_dir)
        counts.append(len(files))
        return files

    monkeypatch.setattr(quarantine, "files_in_quarantine", note)
    return counts


def move(data_dir: Path, number: int) -> None:
    stray = data_dir / f"images/2026/03/01/{number % 2:02}/{number}.png"
    stray.parent.mkdir(parents=True, exist_ok=True)
    stray.write_bytes(b"stray")
    move_to_quarantine(data_dir, stray, "a test")


def test_nothing_is_counted_while_nothing_is_moved(tmp_path: Path, walks: list[int]) -> None:
    count = QuarantineCount(tmp_path)
    assert [count.count() for _ in range(100)] == [0] * 100
    for number in range(1, 6):
        move(tmp_path, number)
        assert [count.count() for _ in range(100)] == [number] * 100
    assert walks == [0, 1, 2, 3, 4, 5]


def test_files_that_go_are_counted_no_more(tmp_path: Path, walks: list[int]) -> None:
    count = QuarantineCount(tmp_path)
    for number in range(6):
        move(tmp_path, number)
    assert count.count() == 6
    remove_oldest(tmp_path, 2)
    assert [count.count() for _ in range(100)] == [4] * 100
    shutil.rmtree(tmp_path / "quarantine")
    assert [count.count() for _ in range(100)] == [0] * 100
    # The second one is the walk by which the oldest are found.
    assert walks == [6, 6, 4, 0]


def test_a_file_that_a_person_takes_out_is_missed_after_a_while(
    tmp_path: Path, walks: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    count = QuarantineCount(tmp_path)
    move(tmp_path, 1)
    move(tmp_path, 3)
    assert count.count() == 2
    (tmp_path / "quarantine/images/2026/03/01/01/1.png").unlink()
    assert count.count() == 2
    monkeypatch.setattr(quarantine, "RECOUNT_S", 0.0)
    assert count.count() == 1
    assert walks == [2, 1]
