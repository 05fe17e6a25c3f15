"""One S3-compatible store for all tests of this folder, and a bucket for each."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

import pytest
from support.object_store_server import ObjectStoreServer


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ObjectStoreServer]:
    """The S3-compatible store."""
    server = ObjectStoreServer(tmp_path_factory.mktemp("store"))
    try:
        server.start()
        yield server
    finally:
        server.kill()


@pytest.fixture
def bucket(server: ObjectStoreServer) -> str:
    """An empty bucket."""
    return server.make_bucket(f"plant-{uuid.uuid4().hex[:12]}")
