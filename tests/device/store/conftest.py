from __future__ import annotations

from pathlib import Path

import pytest

from okng.device.store.ledger import Ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """Of a new station: with a database, as the daemon makes it before anything else."""
    ledger = Ledger(tmp_path)
    ledger.last_seq()
    return ledger
