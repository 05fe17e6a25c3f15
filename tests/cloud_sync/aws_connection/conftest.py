"""The stand-in for AWS IoT, whose authority the programs trust."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.iot_server import IotServer


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[IotServer]:
    server = IotServer(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(server.authority_file))
    with server.running():
        yield server
