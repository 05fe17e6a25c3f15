"""A virtual machine records parts until its power is cut: what it acknowledged is on its disk.

Killing a process loses nothing that it wrote, synced or not: the kernel still has it. Killing qemu
takes its kernel and its memory, too: what that kernel hadn't written to the disk yet is gone. The
disk is one without a cache of its own (`cache=writethrough`); what a disk loses that only pretends
to have written isn't seen here.
"""

from __future__ import annotations

import hashlib
import platform
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from okng.device.datasets.store import DatasetStore
from okng.device.integrity import data_directory_check
from okng.device.store.database import StoreError
from okng.device.store.ledger import Ledger
from okng.device.store.trigger_journal import TriggerJournal
from okng.device.types import Label

CUTS = 3
LEFT_OVER = ("only half written", "no row names this file")
GUEST = Path(sys.prefix) / "guest"
PROGRAMS = ("qemu-system-x86_64", "mkfs.ext4", "e2fsck", "debugfs")
MISSING = [name for name in PROGRAMS if shutil.which(name) is None]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(900),
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
    pytest.mark.skipif(
        not (GUEST / "initramfs.gz").exists(),
        reason=f"no virtual machine in {GUEST}; `make test-slow` makes it",
    ),
    pytest.mark.skipif(
        platform.machine() != "x86_64", reason="the virtual machine runs this machine's Python"
    ),
]


class Machine:
    """A virtual machine with a disk of its own and a read-only view of all of this one's files."""

    def __init__(self, folder: Path) -> None:
        self._data_dir = folder / "data"
        self._disk = folder / "disk.img"
        self._folder = folder
        self._data_dir.mkdir()
        with self._disk.open("wb") as file:
            file.truncate(256 * 2**20)
        subprocess.run(["mkfs.ext4", "-q", str(self._disk)], check=True)

    def run_until_power_cut(self, program: str, parts: int, more_s: float) -> list[str]:
        """Runs one of the stations beside this file; the lines it said before its power was cut.

        The cut comes `more_s` seconds after it has acknowledged so many parts.
        """
        station = {
            "python": sys.executable,
            "program": Path(__file__).with_name(program),
            "data_dir": self._data_dir,
        }
        words = " ".join(f"{name}={value}" for name, value in station.items())
        command = ["qemu-system-x86_64", "-nodefaults", "-display", "none", "-serial", "stdio"]
        command += ["-machine", "q35,accel=tcg", "-cpu", "max", "-m", "768", "-no-reboot"]
        command += ["-kernel", f"{GUEST}/vmlinuz", "-initrd", f"{GUEST}/initramfs.gz"]
        command += ["-append", f"console=ttyS0 quiet panic=-1 {words}"]
        command += ["-drive", f"file={self._disk},format=raw,if=virtio,cache=writethrough"]
        share = "local,path=/,mount_tag=host,security_model=none,readonly=on,multidevs=remap"
        command += ["-virtfs", share]
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
        assert process.stdout
        output: list[str] = []
        with process.stdout:
            try:
                while len(ids(output, "recorded")) < parts:
                    line = process.stdout.readline()
                    assert line, f"the virtual machine ended by itself: {output[-30:]}"
                    output.append(line)
                time.sleep(more_s)
            finally:
                process.kill()
            output += process.stdout.readlines()
        process.wait()
        # The last line may be cut off.
        return [line for line in output if line.endswith("\n")]

    def files(self, name: str) -> Path:
        """A copy of the disk's files, as they are once the file system has replayed its journal.

        The disk itself stays as the power cut left it.
        """
        copy, files = self._folder / f"{name}.img", self._folder / name
        subprocess.run(["cp", "--sparse=always", str(self._disk), str(copy)], check=True)
        checked = subprocess.run(["e2fsck", "-p", str(copy)], capture_output=True, text=True)
        # 1: errors were corrected (e2fsck(8)), as when deleted files were still open.
        assert checked.returncode in (0, 1), checked.stdout + checked.stderr
        files.mkdir()
        subprocess.run(["debugfs", "-R", f"rdump / {files}", str(copy)], check=True)
        return files


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    monkeypatch.setattr(data_directory_check, "YOUNG_S", -1.0)
    return Machine(tmp_path)


def test_a_power_cut_takes_nothing_that_was_acknowledged(machine: Machine) -> None:
    chance = random.Random(11)
    recorded: list[str] = []
    labelled: list[str] = []
    for cut in range(CUTS):
        output = machine.run_until_power_cut(
            "crashing_station.py", chance.randint(100, 500), chance.uniform(0, 0.5)
        )
        recorded += ids(output, "recorded")
        labelled += ids(output, "labelled")
        data_dir = machine.files(f"cut-{cut}")
        findings = list(data_directory_check.check_data_directory(data_dir))
        edges = lost_edges(data_dir, output)
        print(f"cut {cut}: {len(recorded)} parts, {len(findings)} findings, edges lost: {edges}")

        assert lost(data_dir, recorded) == []
        datasets = DatasetStore(data_dir)
        assert all(datasets.get(int(picture_id)).label is Label.ANOMALY for picture_id in labelled)
        assert all(finding.problem in LEFT_OVER for finding in findings), findings
        # The journal isn't synced; it may only have lost what came after the last row.
        assert all(edge > Ledger(data_dir).last_trigger_id() for edge in edges)


@pytest.mark.parametrize("program", ["unsynced_pictures_station.py", "unsynced_rows_station.py"])
def test_without_its_syncs_a_power_cut_takes_acknowledged_parts(
    machine: Machine, program: str
) -> None:
    """Or else the test above would prove nothing."""
    recorded = ids(machine.run_until_power_cut(program, 300, 0.2), "recorded")
    data_dir = machine.files("unsynced")
    gone = lost(data_dir, recorded)
    print(f"{program}: {len(gone)} of {len(recorded)} parts lost")
    assert gone
    assert any(
        finding.problem not in LEFT_OVER
        for finding in data_directory_check.check_data_directory(data_dir)
    )


def ids(output: list[str], word: str) -> list[str]:
    return [line.split()[1] for line in output if line.startswith(f"{word} ")]


def lost_edges(data_dir: Path, output: list[str]) -> list[int]:
    """Trigger edges of which neither ledger nor journal knows."""
    ledger = Ledger(data_dir)
    recorded_ids = ledger.trigger_ids(1, ledger.last_trigger_id())
    recorded_ids |= {edge.trigger_id for edge in TriggerJournal(data_dir).unfinished(ledger)}
    return [
        int(trigger_id) for trigger_id in ids(output, "edge") if int(trigger_id) not in recorded_ids
    ]


def lost(data_dir: Path, inspection_ids: list[str]) -> list[str]:
    """Those without row, without anomaly map, or without the picture that their row's hash names;
    all of them where the database is broken."""
    try:
        ledger = Ledger(data_dir)
        return [
            inspection_id
            for inspection_id in inspection_ids
            if not is_whole(data_dir, ledger, inspection_id)
        ]
    except (StoreError, sqlite3.DatabaseError):
        return inspection_ids


def is_whole(data_dir: Path, ledger: Ledger, inspection_id: str) -> bool:
    inspection = ledger.get(inspection_id)
    if (
        inspection is None
        or inspection.picture_path is None
        or ledger.anomaly_map(inspection_id) is None
    ):
        return False
    picture = data_dir / inspection.picture_path
    if not picture.is_file():
        return False
    return hashlib.sha256(picture.read_bytes()).hexdigest() == inspection.picture_sha256
