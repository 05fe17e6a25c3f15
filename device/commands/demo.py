"""The demonstration: solar cells of the PyPI package `elpv-dataset` pass before the emulator.

The pictures (S. Deitsch et al., "A benchmark for visual identification of defective solar cells
in electroluminescence imagery") are licensed CC BY-NC-SA 4.0: they stay where pip put them, the
line plays links to them.
"""

from __future__ import annotations

import importlib.util
import random
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import tomli_w

from okng.device.datasets.store import DatasetStore
from okng.device.host.supervisor import okng_command
from okng.device.ipc.client import DeviceClient
from okng.device.ipc.commands import ApplyRecipe, SetMode
from okng.device.recipes.recipe import Recipe
from okng.device.store.recipes import RecipeStore
from okng.device.triggers.timer import TimerTriggerSettings
from okng.device.types import Label, Mode, ModelReference
from okng.models.bundles.bundle import list_bundles
from okng.models.bundles.manifest import AnomalyManifest
from okng.models.errors import OkngError

NAME = "cells"
AUTHOR = "demo"
NORMAL_PICTURES = 40
ANOMALY_PICTURES = 12
LINE_PICTURES = 400
DEFECTIVE_SHARE = 0.15
PERIOD_MS = 1000
FALSE_REJECT_RATE = 0.1
"""Forty cells of a mixed lot leave the threshold wide: at 1 % only half the defects are caught."""
SEED = 20


class DemoError(OkngError):
    """The demonstration can't run; the message says what to do."""


class Cell(NamedTuple):
    """One picture of the package."""

    path: Path
    defect_probability: float
    kind: str
    """`mono` or `poly`."""


def prepare_demo(data_dir: Path, run_dir: Path) -> Path:
    """Lays out the line's pictures and the settings; returns the settings file.

    Raises:
        DemoError: the pictures' package is not installed.
    """
    _, _, line = choose(cells())
    folder = data_dir / "line"
    if not folder.is_dir():
        folder.mkdir(parents=True)
        for number, cell in enumerate(line):
            (folder / f"{number:04d}{cell.path.suffix}").symlink_to(cell.path)
    settings = data_dir / "okng.toml"
    document = {
        "station": "demo",
        "data_dir": str(data_dir),
        # A checkout may lie too deep for the path of a socket.
        "run_dir": str(run_dir),
        "camera": {"type": "pylon", "emulate": True, "image_folder": str(folder)},
    }
    settings.write_text(tomli_w.dumps(document))
    return settings


def start_demo(data_dir: Path, run_dir: Path, config: Path, say: Callable[[str], object]) -> None:
    """Collects, trains and starts the line, unless that was done before; then returns.

    Raises:
        DemoError: the training failed.
        okng.device.ipc.client.DeviceUnavailableError: the daemon doesn't answer.
    """
    if RecipeStore(data_dir).get(NAME):
        return
    normal, anomaly, _ = choose(cells())
    datasets = DatasetStore(data_dir)
    if not datasets.pictures(NAME):
        for label, chosen in ((Label.NORMAL, normal), (Label.ANOMALY, anomaly)):
            for cell in chosen:
                datasets.import_file(cell.path, NAME, label, AUTHOR)
    say(f"Training a model from {len(normal)} normal cells ...")
    model = _train(data_dir, config)
    client = DeviceClient(run_dir, timeout_s=30)
    trigger = TimerTriggerSettings(period_ms=PERIOD_MS)
    client.ask(ApplyRecipe(recipe=Recipe(name=NAME, trigger=trigger, model=model), author=AUTHOR))
    client.ask(SetMode(mode=Mode.INSPECT, author=AUTHOR))
    say(f"Model {model.name} version {model.version} judges a cell every {PERIOD_MS} ms.")


def _train(data_dir: Path, config: Path) -> ModelReference:
    rate = str(FALSE_REJECT_RATE)
    command = okng_command("train", NAME, "--config", str(config), "--false-reject-rate", rate)
    ended = subprocess.run(command, check=False, capture_output=True, text=True)
    if ended.returncode:
        raise DemoError(f"the demonstration's training failed: {ended.stderr.strip()}")
    bundles, _ = list_bundles(data_dir / "models", AnomalyManifest)
    newest = [bundle.manifest for bundle in bundles if bundle.manifest.name == NAME][-1]
    return ModelReference(name=newest.name, version=newest.version)


def choose(every: list[Cell]) -> tuple[list[Cell], list[Cell], list[Cell]]:
    """Normal and anomalous cells to learn from, and other ones for the line, always the same."""
    shuffled = random.Random(SEED).sample(every, len(every))
    mono = [cell for cell in shuffled if cell.kind == "mono"]
    good = [cell for cell in mono if cell.defect_probability == 0]
    bad = [cell for cell in mono if cell.defect_probability == 1]
    normal, good = good[:NORMAL_PICTURES], good[NORMAL_PICTURES:]
    anomaly, bad = bad[:ANOMALY_PICTURES], bad[ANOMALY_PICTURES:]
    defective = round(LINE_PICTURES * DEFECTIVE_SHARE)
    line = good[: LINE_PICTURES - defective] + bad[:defective]
    random.Random(SEED).shuffle(line)
    return normal, anomaly, line


def cells() -> list[Cell]:
    """Every picture of the package; found without importing it, which would read them all."""
    spec = importlib.util.find_spec("elpv_dataset")
    if spec is None or spec.origin is None:
        raise DemoError(
            "the demonstration's pictures are not installed: pip install 'okng[demo]' "
            "(non-commercial licence, CC BY-NC-SA 4.0)"
        )
    tables = sorted(Path(spec.origin).parent.rglob("labels.csv"))
    if not tables:
        raise DemoError(f"{Path(spec.origin).parent} holds no labels.csv; install it again")
    rows = [line.split() for line in tables[0].read_text().splitlines()]
    return [
        Cell(tables[0].parent / path, float(probability), kind) for path, probability, kind in rows
    ]
