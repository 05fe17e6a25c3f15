import os
from collections.abc import Callable
from pathlib import Path

import pytest

from okng.device.settings import settings


@pytest.fixture(autouse=True)
def nothing_configured(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for variable in [name for name in os.environ if name.startswith("OKNG_")]:
        monkeypatch.delenv(variable)
    monkeypatch.setattr(settings, "DEFAULT_FILE", tmp_path / "etc" / "okng.toml")


@pytest.fixture
def write_file(tmp_path: Path) -> Callable[[str], Path]:
    def write(text: str) -> Path:
        path = tmp_path / "okng.toml"
        path.write_text(text)
        return path

    return write
