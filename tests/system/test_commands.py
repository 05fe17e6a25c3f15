"""The `okng` commands as a person types them."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import cv2
import numpy as np
import pytest
from support.command import children, okng
from support.station import (
    StationProcesses,
    eventually,
    free_port,
    over_all_parts,
    write_pictures,
    write_pictures_on_tray,
)

from okng.device.datasets.store import DatasetStore
from okng.device.host.supervisor import okng_command
from okng.device.ipc.client import DeviceClient, DeviceUnavailableError
from okng.device.ipc.commands import FireTrigger, GetStatus
from okng.device.types import Label, Mode, TriggerSource
from okng.models.anomaly.augmentation import Augmentation
from okng.models.bundles.bundle import read_manifest
from okng.models.bundles.manifest import AnomalyManifest


def test_a_wrong_setting_names_file_line_and_what_is_allowed(tmp_path: Path) -> None:
    settings = tmp_path / "okng.toml"
    settings.write_text('station = "line-1"\n[web]\nport = 99999\nhots = "0.0.0.0"\n')
    ended = okng("device", "--config", settings)
    assert ended.returncode == 1
    assert f"{settings}:3" in ended.stderr
    assert "65535" in ended.stderr
    assert f"{settings}:4" in ended.stderr
    assert 'unknown setting "hots" (did you mean host?)' in ended.stderr
    assert "Traceback" not in ended.stderr


def test_inspect_judges_files(trained_models: Path, tmp_path: Path) -> None:
    parts = write_pictures(tmp_path / "parts", 2, defect_every=2)
    (tmp_path / "models").symlink_to(trained_models)
    environment = {"OKNG_DATA_DIR": str(tmp_path)}
    good, scratched = sorted(parts.iterdir())
    assert okng("inspect", good, **environment).returncode == 0
    both = okng("inspect", "--json", good, scratched, **environment)
    assert both.returncode == 1, both.stderr
    assert [json.loads(line)["outcome"] for line in both.stdout.splitlines()] == ["OK", "NG"]
    bad = bad_pictures(tmp_path)
    failed = okng("inspect", "--json", good, *bad, **environment)
    assert failed.returncode == 2
    rows = [json.loads(line) for line in failed.stdout.splitlines()]
    assert [row["outcome"] for row in rows] == ["OK"] + ["ERROR"] * len(bad)
    assert all(Path(row["file"]).name in row["reason"] for row in rows[1:])
    unknown = okng("inspect", "--model", "screws:4", good, **environment)
    assert unknown.returncode == 2
    assert "'screws:4'; there are: discs:1" in unknown.stderr


def test_evaluate_measures_a_model_on_folders(trained_models: Path, tmp_path: Path) -> None:
    good, defects, masks = labelled_folders(tmp_path)
    (tmp_path / "models").symlink_to(trained_models)
    environment = {"OKNG_DATA_DIR": str(tmp_path)}
    folders = ("--normal", good, "--anomaly", defects, "--masks", masks)
    ended = okng("evaluate", "--model", "discs", *folders, "--json", **environment)
    assert ended.returncode == 0, ended.stderr
    evaluation = json.loads(ended.stdout)
    assert (evaluation["normal"], evaluation["anomaly"]) == (6, 4)
    assert evaluation["metrics"]["image_auroc"] == 1
    assert [defect_type["name"] for defect_type in evaluation["defect_types"]] == ["scratch"]
    assert evaluation["pixels"]["regions"] == 4
    assert evaluation["pixels"]["pixel_auroc"] > 0.9

    printed = okng("evaluate", *folders, **environment)
    assert printed.returncode == 0, printed.stderr
    assert "discs version 1" in printed.stdout
    assert "image AUROC               1.0000" in printed.stdout
    for figure in ("AUPRO", "good parts rejected", "called NG", "scratch", "the worst pictures"):
        assert figure in printed.stdout

    # With a threshold over all scores every defect is missed and nothing is called NG.
    over_all = over_all_parts(trained_models)
    missed = okng("evaluate", *folders, "--threshold", over_all, **environment)
    assert "unknown" in missed.stdout
    assert missed.stdout.count("false OK") == 4
    refused = okng("evaluate", *folders, "--threshold", 1e9, **environment)
    assert refused.returncode == 1
    assert "no part can score more than the threshold 1e+09, so every part" in refused.stderr


def test_evaluate_measures_a_model_on_a_dataset(trained_models: Path, tmp_path: Path) -> None:
    good, defects, _ = labelled_folders(tmp_path)
    (tmp_path / "models").symlink_to(trained_models)
    store = DatasetStore(tmp_path)
    for label, folder in ((Label.NORMAL, good), (Label.ANOMALY, defects)):
        for path in folder.rglob("*.png"):
            store.import_file(path, "line", label, "tests")
    ended = okng("evaluate", "line", OKNG_DATA_DIR=str(tmp_path))
    assert ended.returncode == 0, ended.stderr
    assert "6 normal pictures, 4 anomalous ones" in ended.stdout
    assert "AUPRO" not in ended.stdout


def test_dataset_is_reviewed_and_dealt(tmp_path: Path) -> None:
    store = DatasetStore(tmp_path)
    for path in sorted(write_pictures(tmp_path / "parts", 12, defect_every=12).iterdir()):
        store.import_file(path, "discs", Label.NORMAL, "tests")
    environment = {"OKNG_DATA_DIR": str(tmp_path)}
    printed = okng("dataset", "review", "discs", **environment)
    assert printed.returncode == 0, printed.stderr
    # Progress goes to stderr, a line at a time, also if that isn't a terminal.
    assert "INFO okng.device.jobs.runner:   0% " in printed.stderr
    assert "outlier: Unlike all other normal pictures\n  12  datasets/" in printed.stdout
    assert "12 pictures, 1 findings" in printed.stdout
    (finding,) = json.loads(okng("dataset", "review", "--json", "discs", **environment).stdout)[
        "findings"
    ]
    assert finding["pictures"][0]["picture_id"] == 12
    dealt = okng("dataset", "split", "discs", "--test-share", "0.25", **environment)
    assert dealt.stdout == "discs: 9 pictures for training, 3 for testing\n", dealt.stderr
    unknown = okng("dataset", "review", "lids", **environment)
    assert unknown.returncode == 2
    assert "there is no dataset 'lids' with pictures; there are: discs" in unknown.stderr


def test_a_review_prints_shortcuts_and_the_figures_of_bias(tmp_path: Path) -> None:
    store = DatasetStore(tmp_path)
    normal = sorted(write_pictures(tmp_path / "parts", 14).iterdir())
    store.import_files(normal, "discs", Label.NORMAL, "ann")
    tray = sorted(write_pictures_on_tray(tmp_path / "tray", 10).iterdir())
    store.import_files(tray, "discs", Label.ANOMALY, "ben")
    printed = okng("dataset", "review", "discs", OKNG_DATA_DIR=str(tmp_path)).stdout
    shown = printed[printed.index("shortcut: The border alone tells anomaly from normal (AUROC") :]
    side, other = shown.splitlines()[1:3]
    assert (side.endswith("  (anomaly)"), other.endswith("  (normal)")) == (True, True)
    assert "datasets/discs/anomaly/" in side
    assert "\nclass imbalance +0.17 (0: as many" in printed
    assert (
        "\nlabels by person: Jensen-Shannon divergence 0.98 bit (0: like shares); 0 of 14 pictures "
        "of ann are anomalous, -1.00 against the others\n"
    ) in printed
    assert "the camera (not recorded), the person (goes with the label)." in printed


@pytest.mark.slow
def test_evaluate_names_what_was_given(trained_models: Path, tmp_path: Path) -> None:
    good, defects, _ = labelled_folders(tmp_path)
    (tmp_path / "models").symlink_to(trained_models)
    empty = tmp_path / "empty"
    empty.mkdir()
    (bad := tmp_path / "bad").mkdir()
    names = [path.name for path in bad_pictures(bad)]
    for arguments, status, messages in (
        (["screws"], 2, ["'screws'; there are: none"]),
        ([], 2, ["name a dataset, or folders"]),
        (["--normal", good], 2, ["name a dataset, or folders"]),
        (["line", "--normal", good], 2, ["'line' or folders, not both"]),
        (["--normal", tmp_path / "no", "--anomaly", defects], 2, [str(tmp_path / "no")]),
        (["--normal", empty, "--anomaly", defects], 2, [f"no pictures in {empty}"]),
        (["--normal", good, "--anomaly", defects, "--masks", empty], 2, [f"no mask in {empty}"]),
        (["--normal", good, "--anomaly", bad], 1, ["3 bad pictures", *names]),
        (["--normal", good, "--anomaly", defects, "--model", "nuts:2"], 2, ["'nuts:2'; there are"]),
    ):
        ended = okng("evaluate", *arguments, OKNG_DATA_DIR=str(tmp_path), COLUMNS="500")
        assert ended.returncode == status, ended.stderr
        assert "Traceback" not in ended.stderr
        for text in messages:
            assert text in ended.stderr


def labelled_folders(folder: Path) -> tuple[Path, Path, Path]:
    """Folders of good discs, of scratched ones (`defects/scratch`), and of the scratches' masks."""
    good = write_pictures(folder / "parts/good", 6)
    scratched = write_pictures(folder / "parts/defects/scratch", 4, defect_every=1)
    masks = folder / "parts/masks"
    (masks / "scratch").mkdir(parents=True)
    for path in scratched.iterdir():
        bright = (cv2.imread(str(path), cv2.IMREAD_GRAYSCALE) > 245).astype(np.uint8) * 255
        cv2.imwrite(str(masks / "scratch" / path.name), bright)
    return good, scratched.parent, masks


def bad_pictures(folder: Path) -> list[Path]:
    truncated, text, huge = (folder / name for name in ("cut.png", "text.png", "huge.png"))
    noise = np.random.default_rng(1).integers(0, 255, (64, 64), np.uint8)
    cv2.imwrite(str(truncated), noise)
    truncated.write_bytes(truncated.read_bytes()[:1000])
    text.write_text("not a picture")
    header = bytes.fromhex("89504e470d0a1a0a0000000d49484452000186a0000186a00800000000")
    huge.write_bytes(header + bytes(64))
    return [truncated, text, huge]


def test_sixteen_bit_files_are_judged(trained_models: Path, tmp_path: Path) -> None:
    (tmp_path / "models").symlink_to(trained_models)
    parts = write_pictures(tmp_path / "parts", 2, defect_every=2)
    for path in parts.iterdir():
        grey = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
        cv2.imwrite(str(path), grey.astype(np.uint16) * 257)
    ended = okng("inspect", "--json", *sorted(parts.iterdir()), OKNG_DATA_DIR=str(tmp_path))
    rows = [json.loads(line) for line in ended.stdout.splitlines()]
    assert [row["outcome"] for row in rows] == ["OK", "NG"], ended.stderr


def test_run_starts_what_was_killed_and_ends_with_its_processes(
    tmp_path: Path, trained_models: Path
) -> None:
    pictures = write_pictures(tmp_path / "pictures", 2)
    camera = {"type": "pylon", "emulate": True, "image_folder": str(pictures)}
    station = StationProcesses(tmp_path / "station", camera)
    command = okng_command("run", "--config", str(station.config))
    with station.log.open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as run:
        try:
            eventually(lambda: answers(station), timeout_s=30)
            (device,) = children(run.pid, "device")
            os.kill(device, 9)
            eventually(lambda: children(run.pid, "device") not in ([], [device]), timeout_s=30)
            eventually(lambda: answers(station), timeout_s=30)
            eventually(lambda: len(children(run.pid, "")) == 3, timeout_s=30)
            left = children(run.pid, "")
        finally:
            run.kill()
            run.wait()
    eventually(lambda: not any(Path(f"/proc/{pid}").exists() for pid in left), timeout_s=30)


@pytest.mark.slow
def test_settings_changed_on_the_page_restart_what_they_concern(tmp_path: Path) -> None:
    station = StationProcesses(tmp_path / "station", {"type": "pylon", "emulate": True})
    command = okng_command("run", "--config", str(station.config))
    with station.log.open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as run:
        try:
            eventually(lambda: "Claim code" in station.log.read_text(), timeout_s=60)
            eventually(lambda: answers(station), timeout_s=60)
            session = station.claim()
            path = f"{station.url}/api/v1/settings"
            version = session.get(path).json()["version"]
            port = free_port()
            change = {"version": version, "station": "renamed", "web": {"port": port}}
            saved = session.patch(path, json=change)
            assert saved.json()["restarts"] == ["device", "web"], saved.text
            new = f"http://127.0.0.1:{port}"
            eventually(lambda: f"okng is at {new}" in station.log.read_text(), timeout_s=60)
            station.processes["device"] = run
            station.wait(lambda status: status.station == "renamed", timeout_s=60)
            # The login is still valid, since cookies know no ports.
            assert session.get(f"{new}/api/v1/settings").json()["last_change"]["author"] == "admin"
        finally:
            run.terminate()
            run.wait(60)


def answers(station: StationProcesses) -> bool:
    try:
        return bool(DeviceClient(station.run_dir, timeout_s=0.5).ask(GetStatus()))
    except DeviceUnavailableError:
        return False


def test_a_mode_survives_a_restart_of_the_process(inspecting: StationProcesses) -> None:
    inspecting.client.ask(FireTrigger(source=TriggerSource.HTTP, wait_ms=10_000))
    inspecting.kill("device")
    inspecting.start_device()
    assert inspecting.client.ask(GetStatus()).mode is Mode.INSPECT
    assert inspecting.client.ask(FireTrigger(source=TriggerSource.HTTP)).trigger_id == 2


def test_train_takes_options(tmp_path: Path) -> None:
    store = DatasetStore(tmp_path)
    for path in sorted(write_pictures(tmp_path / "good", 20).iterdir()):
        store.import_file(path, "discs", Label.NORMAL, "tests")
    options = ("--method", "padim", "--smallest-defect", 20, "--light", "--copies", 1)
    done = okng("train", "discs", *options, OKNG_DATA_DIR=str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert "discs version 1: threshold" in done.stdout
    assert "input: 320 x 256 px" in done.stdout
    manifest = read_manifest(tmp_path / "models/discs/1", AnomalyManifest)
    assert manifest.augmentation == Augmentation(light=True, copies=1)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--tiles", "3by4"], "--tiles is '3by4'; give rows x columns, such as 3x4"),
        (["--size", "320", "--smallest-defect", "9"], "give only one of them"),
    ],
)
def test_train_names_options_that_can_not_be(
    tmp_path: Path, options: list[str], message: str
) -> None:
    done = okng("train", "discs", *options, OKNG_DATA_DIR=str(tmp_path))
    assert done.returncode == 2
    assert message in done.stderr
