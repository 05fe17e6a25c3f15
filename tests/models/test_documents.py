from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from okng.models.bundles.bundle import BundleError, read_manifest
from okng.models.bundles.manifest import Manifest
from okng.models.documents import MAX_DEPTH, parse_json, parse_toml


@pytest.mark.parametrize(
    ("parse", "text"),
    [
        (parse_json, "[" * 200_000),
        (parse_json, '{"a":' * 200_000),
        (parse_json, "[" * 500 + "]" * 500),
        (parse_json, b"\xff\xfe\x00"),
        (parse_json, b"\xe4"),
        (parse_json, ""),
        (parse_json, "9" * 10_000),
        (parse_toml, "a = " + "[" * 200_000),
        (parse_toml, "a = " + "{a=" * 20_000),
        (parse_toml, "a = " + "[" * 100 + "]" * 100),
        (parse_toml, "[" + ".".join("a" * 5000) + "]"),
        (parse_toml, "a = = 1"),
    ],
)
def test_whatever_a_document_holds_is_a_value_error(parse: Callable[[Any], Any], text: Any) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse(text)


def test_documents_of_usual_depth_are_read() -> None:
    deepest = "[" * MAX_DEPTH + "]" * MAX_DEPTH
    assert parse_json(deepest) == json.loads(deepest)
    with pytest.raises(ValueError, match="nested more than 64 deep"):
        parse_json(f"[{deepest}]")
    assert parse_toml('a = [{b = "c"}]') == {"a": [{"b": "c"}]}


@pytest.mark.parametrize(
    "content",
    [b"[" * 200_000, b'{"task": []}', b'{"task": {}}', b"\xff\xfe\0", b"1", b"null", b'"x"', b""],
)
def test_a_manifest_of_anything_is_a_broken_bundle(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_bytes(content)
    with pytest.raises(BundleError, match=str(tmp_path)):
        read_manifest(tmp_path, Manifest)
