"""Vendored files of the pages are unchanged, listed with their hash, and have their licence."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

VENDOR = Path(__file__).parents[2] / "webui" / "static" / "vendor"
TYPES = {
    "fluent-bundle/index.d.ts",
    "htm-preact/standalone.module.d.ts",
    "uplot/uPlot.esm.d.ts",
}
OWN = {"README.md", "manifest.json", *TYPES}


def test_every_vendored_file_is_as_the_manifest_says() -> None:
    entries = json.loads((VENDOR / "manifest.json").read_text())
    named = set(OWN)
    for entry in entries:
        digest = hashlib.sha256((VENDOR / entry["file"]).read_bytes()).hexdigest()
        assert digest == entry["sha256"], entry["file"]
        assert entry["version"] in entry["source"]
        named |= {entry["file"], *entry["licences"].values()}
    files = {str(path.relative_to(VENDOR)) for path in VENDOR.rglob("*") if path.is_file()}
    assert files == named
