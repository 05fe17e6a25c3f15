"""The memory that a model takes, measured in a process of its own.

Within the hosting process other models and pictures come and go, so nothing could be told apart
there. The trial also finds out whether the model loads at all: an engine that crashes on it takes
that process down, and no hosted model.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import numpy as np

from okng.device.host.lowest_priority import give_way
from okng.models.bundles.bundle import load_bundle
from okng.models.bundles.manifest import DetectionManifest, Manifest
from okng.models.images.preprocessing import to_model_input
from okng.models.inference.anomaly_model import AnomalyModel
from okng.models.inference.detection_model import DetectionModel
from okng.models.processes import run_limited
from okng.models.progress import ReportLine

LIMIT_S = 600.0
"""At the lowest priority a model may take long to load."""

ENGINE_OF_MOST_MODELS = "okng.models.engines.onnxruntime_engine"
"""Its library stays in the hosting process, whatever is hosted: no model's figure has it."""

HostableModel = AnomalyModel | DetectionModel


def load_hosted(path: Path, threads: int) -> HostableModel:
    """Loads a model of either task, verified and warmed up.

    Raises:
        okng.models.bundles.bundle.BundleError: it isn't usable.
    """
    if isinstance(load_bundle(path, Manifest).manifest, DetectionManifest):
        return DetectionModel.load(path, threads=threads)
    return AnomalyModel.load(path, threads=threads)


def measure_model_memory(path: Path, threads: int) -> int:
    """Bytes by which a process grows that loads the model and judges one picture.

    Raises:
        okng.models.processes.ProcessError: it can't be loaded; the message says why.
    """
    return run_limited(_grown_by, (path, threads), LIMIT_S, lambda _: None)


def _grown_by(path: Path, threads: int, log: ReportLine) -> int:
    # It has a session of its own.
    give_way()
    import_module(ENGINE_OF_MOST_MODELS)
    grey = np.zeros((64, 64), np.uint8)
    to_model_input(grey, 64, 64)
    before = _resident_bytes()
    model = load_hosted(path, threads)
    if isinstance(model, AnomalyModel):
        model.judge(model.preparation.sample())
        # Where no training recorded the range, it is measured and kept now.
        log(f"scores are in {model.score_range}")
    else:
        model.detect(grey)
    return max(0, _resident_bytes() - before)


def _resident_bytes() -> int:
    status = Path("/proc/self/status").read_text()
    (line,) = (line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) * 1024
