"""Telemetry of libraries is switched off, so that a station reports nothing to anyone."""

from __future__ import annotations

import os
import sys

SWITCHES = {
    # From 1.32 on ONNX Runtime looks up its maker's host and stores an id of the device; it reads
    # this variable when it is imported.
    "ORT_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "NO_ALBUMENTATIONS_UPDATE": "1",
    "DO_NOT_TRACK": "1",
}
"""Environment variables for this process and its children."""


def switch_off() -> None:
    """Switch telemetry off; called when `okng.models` is imported, before any such library."""
    os.environ.update(SWITCHES)
    if "openvino_telemetry" not in sys.modules:
        # OpenVINO reports every import to Google Analytics and has no switch, but works where this
        # package is missing.
        sys.modules["openvino_telemetry"] = None  # type: ignore[assignment]
    if onnxruntime := sys.modules.get("onnxruntime"):
        # Another program that uses okng's models may have imported it first.
        onnxruntime.disable_telemetry_events()
