"""The Python environment with torch and anomalib, and the mark for tests that need it."""

from __future__ import annotations

from pathlib import Path

import pytest

ENVIRONMENT = Path(__file__).parents[2] / ".venv-train"

NEEDS_TRAINING_ENVIRONMENT = [
    pytest.mark.slow,
    pytest.mark.timeout(3600),
    pytest.mark.skipif(
        not (ENVIRONMENT / "bin/python").exists(),
        reason=f"no {ENVIRONMENT}: make train-environment",
    ),
]
