from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from support.inspections import edge, inspection

from okng.device.commands.doctor import doctor
from okng.device.datasets.edit_history import DatasetChanges
from okng.device.datasets.picture_changes import PictureChange
from okng.device.datasets.store import DatasetStore
from okng.device.host.private_files import make_private_folder
from okng.device.integrity import data_directory_check
from okng.device.recipes.recipe import Recipe
from okng.device.store.database import connect
from okng.device.store.inspection_writer import SafeRecorder
from okng.device.store.ledger import Ledger, LedgerEntry
from okng.device.store.quarantine import move_to_quarantine
from okng.device.store.recipes import RecipeStore
from okng.device.store.recording import Recorded, Recording
from okng.device.store.reviews import ReviewStore
from okng.device.store.state import StationState
from okng.device.store.storage_settings import StorageSettings
from okng.device.store.trigger_journal import TriggerJournal
from okng.device.types import Label, ModelReference, Outcome, Verdict


@pytest.fixture(autouse=True)
def old_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_directory_check, "YOUNG_S", -1.0)
    monkeypatch.setenv("OKNG_STORAGE__MIN_FREE_MB", "0")
    monkeypatch.setenv("OKNG_CAMERA__TYPE", "folder")
    monkeypatch.setenv("OKNG_CAMERA__PATH", "/nowhere")


@pytest.fixture
def parts(tmp_path: Path, noise: Callable[..., Any]) -> list[Recorded]:
    recorder = SafeRecorder(tmp_path, StorageSettings(min_free_mb=0, ballast_mb=1), [])
    datasets = DatasetStore(tmp_path)
    for label in Label:
        datasets.add(noise(20, 20), "cells", label, "ann")
    last = datasets.add(noise(20, 20), "cells", label, "ann")
    DatasetChanges(tmp_path).change([last.picture_id], PictureChange(removed=True), "ann")
    return recorder.record([Recording(inspection(i), noise(20, 20)) for i in range(1, 6)])


def run(data_dir: Path, *options: str) -> Result:
    return CliRunner().invoke(doctor, ["--data-dir", str(data_dir), *options])


def found(result: Result) -> list[str]:
    """What is said but for the engines of this machine."""
    return [line for line in result.output.splitlines() if not line.startswith("engine ")]


def the_finding(data_dir: Path) -> dict[str, str]:
    result = run(data_dir, "--json")
    assert result.exit_code == 1, result.output
    (finding,) = json.loads(result.output)["findings"]
    return finding  # type: ignore[no-any-return]


def picture(data_dir: Path, part: Recorded) -> Path:
    assert part.inspection.picture_path
    return data_dir / part.inspection.picture_path


def test_all_is_well(tmp_path: Path, parts: list[Recorded]) -> None:
    result = run(tmp_path)
    assert (result.exit_code, found(result)) == (0, [f"{tmp_path}: all is well"])
    assert json.loads(run(tmp_path, "--json").output)["findings"] == []


def test_reviews_and_changes_of_labels_are_read_too(tmp_path: Path, parts: list[Recorded]) -> None:
    ReviewStore(tmp_path).settle(1, Verdict.NG, "ann", None)
    assert run(tmp_path).exit_code == 0
    connection = connect(tmp_path)
    connection.execute("UPDATE reviews SET author = x'ff'")
    assert the_finding(tmp_path)["subject"] == "okng.db, table reviews, row 1"
    connection.execute("UPDATE reviews SET author = 'ann'")
    connection.execute("UPDATE dataset_changed_pictures SET before = '['")
    connection.close()
    first = found(run(tmp_path))[0]
    assert first.startswith("okng.db, table dataset_changed_pictures, row 1: ")


def test_a_missing_picture(tmp_path: Path, parts: list[Recorded]) -> None:
    picture(tmp_path, parts[2]).unlink()
    finding = the_finding(tmp_path)
    assert finding["subject"] == parts[2].inspection.picture_path
    assert finding["problem"] == (
        f"picture of inspection {parts[2].inspection.inspection_id}: the file is missing"
    )


def test_a_changed_picture(tmp_path: Path, parts: list[Recorded]) -> None:
    path = picture(tmp_path, parts[0])
    data = bytearray(path.read_bytes())
    data[-20] ^= 1
    path.write_bytes(data)
    assert "SHA-256" in the_finding(tmp_path)["problem"]
    assert parts[0].inspection.inspection_id in the_finding(tmp_path)["problem"]


@pytest.mark.parametrize("folder", ["datasets", "trash"])
def test_a_changed_dataset_picture(tmp_path: Path, parts: list[Recorded], folder: str) -> None:
    path = next((tmp_path / folder).rglob("*.png"))
    path.write_bytes(b"")
    finding = the_finding(tmp_path)
    assert finding["subject"] == path.relative_to(tmp_path).as_posix()
    assert "of dataset cells: the file's SHA-256" in finding["problem"]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("images/2026/03/01/12/stray.png", "no row names this file"),
        ("images/2026/03/01/12/stray.png.part", "only half written"),
        ("datasets/cells/normal/stray.png", "no row names this file"),
        ("trash/datasets/cells/normal/stray.png", "no row names this file"),
    ],
)
def test_a_file_without_a_row(
    tmp_path: Path, parts: list[Recorded], name: str, problem: str
) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_bytes(b"x")
    finding = the_finding(tmp_path)
    assert (finding["subject"], finding["problem"]) == (name, problem)


def test_triggers_that_never_ended(tmp_path: Path, parts: list[Recorded]) -> None:
    ledger = Ledger(tmp_path)
    ledger.record([LedgerEntry(inspection(i, outcome=Outcome.MISSED)) for i in (8, 10)], [])
    journal = TriggerJournal(tmp_path)
    journal.append(edge(9))
    journal.close()
    # 9 is in the journal: the next start records it.
    assert the_finding(tmp_path)["subject"] == "trigger 6 to 7"


def test_a_damaged_database(tmp_path: Path, parts: list[Recorded]) -> None:
    connection = connect(tmp_path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    root = connection.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = 'inspections_by_outcome'"
    ).fetchone()[0]
    connection.close()
    with (tmp_path / "okng.db").open("r+b") as file:
        file.seek((root - 1) * 4096 + 8)
        file.write(b"\x7f" * 500)
    result = run(tmp_path)
    assert result.exit_code == 1
    assert str(tmp_path / "okng.db") in result.output
    assert "Restore a backup" in result.output


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "okng.db").write_bytes(b"x" * 9000)
    make_private_folder(tmp_path)
    assert "file is not a database" in the_finding(tmp_path)["problem"]


def test_a_directory_of_something_else(tmp_path: Path) -> None:
    assert the_finding(tmp_path)["problem"] == "there is no database"
    assert list(tmp_path.iterdir()) == []


def test_a_broken_model(
    tmp_path: Path, parts: list[Recorded], install_model: Callable[[Path], None]
) -> None:
    install_model(tmp_path)
    make_private_folder(tmp_path)
    assert run(tmp_path).exit_code == 0
    (model,) = (tmp_path / "models").rglob("model.onnx")
    model.write_bytes(model.read_bytes()[:-1])
    finding = the_finding(tmp_path)
    assert finding["subject"] == str(model.parent)
    assert "SHA-256" in finding["problem"]


def test_little_space(
    tmp_path: Path, parts: list[Recorded], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OKNG_STORAGE__MIN_FREE_MB", str(10**9))
    assert "storage.min_free_mb is 1000000000" in the_finding(tmp_path)["problem"]


def test_results_for_a_sink_that_is_gone(tmp_path: Path, parts: list[Recorded]) -> None:
    Ledger(tmp_path).record([LedgerEntry(inspection(6))], ["old-broker"])
    finding = the_finding(tmp_path)
    assert finding["subject"] == "sink old-broker"
    assert finding["problem"].startswith("1 results wait for it")


def snapshot(data_dir: Path) -> dict[str, tuple[int, bytes]]:
    return {
        path.relative_to(data_dir).as_posix(): (path.stat().st_mode, path.read_bytes())
        for path in sorted(data_dir.rglob("*"))
        # SQLite's index of the write-ahead log is no data, and every reader writes to it.
        if path.is_file() and path.suffix != ".db-shm"
    }


def test_it_changes_nothing(tmp_path: Path, parts: list[Recorded]) -> None:
    with connect(tmp_path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("PRAGMA user_version = 3")
    connection.close()
    before = snapshot(tmp_path)
    finding = the_finding(tmp_path)
    assert "its schema is 3" in finding["problem"]
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize(
    ("statement", "subject"),
    [
        ("UPDATE inspections SET details = '{}' WHERE seq = 2", "table inspections, row 2"),
        (
            "UPDATE dataset_pictures SET perceptual_hash = '?' WHERE picture_id = 1",
            "table dataset_pictures",
        ),
        ("INSERT INTO recipes VALUES ('x', 1, '{}', 'ann', 1)", "table recipes, row x"),
        (
            "INSERT INTO jobs (kind, parameters, state, created_by, created_at_us) "
            "VALUES ('train', 'null', 'queued', 'ann', 1)",
            "table jobs, row 1",
        ),
        ("INSERT INTO outbox VALUES ('mqtt', 1, 'no JSON')", "table outbox"),
    ],
)
def test_a_row_that_cannot_be_read(
    tmp_path: Path,
    parts: list[Recorded],
    statement: str,
    subject: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with connect(tmp_path) as connection:
        connection.execute(statement)
    result = run(tmp_path, "--json")
    subjects = [finding["subject"] for finding in json.loads(result.output)["findings"]]
    assert any(subject in found_subject for found_subject in subjects), subjects


def test_the_running_recipe_and_its_model(
    tmp_path: Path, parts: list[Recorded], install_model: Callable[[Path], None]
) -> None:
    recipe = Recipe(name="discs", model=ModelReference(name="discs", version=1))
    recipes, state = RecipeStore(tmp_path), StationState(tmp_path)
    state.set("recipe_name", "discs")
    state.set("recipe_version", "1")
    assert "it is not stored any more" in the_finding(tmp_path)["problem"]
    recipes.save(recipe, "ann")
    finding = the_finding(tmp_path)
    assert finding["subject"] == str(tmp_path / "models/discs/1")
    assert "its folder is gone" in finding["problem"]
    install_model(tmp_path)
    make_private_folder(tmp_path)
    assert run(tmp_path).exit_code == 0


def test_files_that_others_may_read(
    tmp_path: Path, parts: list[Recorded], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "okng.db").chmod(0o644)
    finding = the_finding(tmp_path)
    assert finding["subject"] == str(tmp_path / "okng.db")
    assert "mode 0644" in finding["problem"]
    make_private_folder(tmp_path)
    assert run(tmp_path).exit_code == 0


def test_a_settings_file_with_a_password(
    tmp_path: Path, parts: list[Recorded], monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path.parent / "okng.toml"
    config.write_text(
        '[[sinks]]\ntype = "mqtt"\nhost = "127.0.0.1"\nusername = "a"\npassword = "b"\n'
    )
    config.chmod(0o644)
    result = run(tmp_path, "--json", "--config", str(config))
    (finding,) = json.loads(result.output)["findings"]
    assert finding["subject"] == str(config)
    assert "every user of this machine may read it" in finding["problem"]
    config.chmod(0o640)
    assert run(tmp_path, "--config", str(config)).exit_code == 0


def test_files_in_quarantine(tmp_path: Path, parts: list[Recorded]) -> None:
    stray = tmp_path / "images/2026/03/01/12/stray.png"
    stray.write_bytes(b"x")
    move_to_quarantine(tmp_path, stray, "a test")
    finding = the_finding(tmp_path)
    assert finding["subject"] == "quarantine/images/2026/03/01/12/stray.png"


def test_it_says_all_and_what_to_do(tmp_path: Path, parts: list[Recorded]) -> None:
    for part in parts[:2]:
        picture(tmp_path, part).unlink()
    result = run(tmp_path)
    assert result.exit_code == 1
    lines = found(result)
    assert len(lines) == 5
    assert lines[1] == "    restore it from a backup; the result itself is kept"
    assert lines[-1] == f"{tmp_path}: 2 found wrong"
