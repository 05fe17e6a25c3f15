"""What programs and files outside of okng rely on, in a form that only a change of meaning changes.

    PYTHONPATH=tests python tests/contracts/contracts.py

writes it anew; what then differs in `git diff` belongs into the changelog.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from okng.device.recipes.recipe import Recipe
from okng.device.settings.settings import StationSettings
from okng.device.sinks.mqtt.command_messages import CommandAnswer, CommandPayload
from okng.device.sinks.mqtt.messages import ResultMessage, StateMessage
from okng.device.store.database import Database
from okng.models.bundles.manifest import AnomalyManifest, DetectionManifest
from okng.models.compilation.engine_build import BuildRecord
from okng.webui.app import create_app
from okng.webui.auth.claim_code import ClaimCode

FOLDER = Path(__file__).parent
IN_WORDS = ("title", "description", "summary", "discriminator")
"""Names of classes and prose, which are nobody's contract."""


def http_api() -> Any:
    """Every call of the HTTP API: paths, parameters, bodies, answers."""
    with tempfile.TemporaryDirectory(prefix="okng-") as folder:
        settings = StationSettings(data_dir=Path(folder) / "data", run_dir=Path(folder))
        app = create_app(settings, ClaimCode("claim"))
        with app.app_context():
            document = app.spec
    return contract_of(document, root={key: document[key] for key in ("paths", "security")})


def json_schema(model: type[BaseModel], mode: Any) -> Callable[[], Any]:
    """The JSON Schema of one kind of message or file."""

    def schema() -> Any:
        document = model.model_json_schema(mode=mode)
        return contract_of(document, root=document)

    return schema


def database_schema() -> Any:
    """Every table, index and trigger of the database, by name."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder))
        database.connection.execute("SELECT 1")
        database.close()
        connection = sqlite3.connect(Path(folder) / "okng.db")
        rows = connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        connection.close()
    return {"version": version, "objects": {name: sql for name, sql in rows if sql}}


def contract_of(document: Any, *, root: Any) -> Any:
    """A document without words, its classes called after a hash of what they hold."""
    classes: dict[str, Any] = {}
    return {"root": plain(root, document, classes), "classes": classes}


def plain(node: Any, document: Any, classes: dict[str, Any], within: tuple[str, ...] = ()) -> Any:
    """The node without words; what it refers to is added to `classes`."""
    if isinstance(node, list):
        return [plain(item, document, classes, within) for item in node]
    if not isinstance(node, dict):
        return node
    reference = node.get("$ref")
    if isinstance(reference, str):
        if reference in within:
            return {"the class around it": len(within) - within.index(reference)}
        target = document
        for key in reference.removeprefix("#/").split("/"):
            target = target[key]
        content = plain(target, document, classes, (*within, reference))
        name = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:12]
        classes[name] = content
        return {"class": name}
    return {
        key: plain(value, document, classes, within)
        for key, value in node.items()
        if key != "$defs" and not (key in IN_WORDS and not is_schema(value))
    }


def is_schema(value: Any) -> bool:
    """Whether a key that could hold words names a property of that name instead."""
    return isinstance(value, dict) and ("type" in value or "anyOf" in value or "$ref" in value)


CONTRACTS: dict[str, Callable[[], Any]] = {
    "http-api": http_api,
    "mqtt-result": json_schema(ResultMessage, "serialization"),
    "mqtt-state": json_schema(StateMessage, "serialization"),
    "mqtt-command": json_schema(CommandPayload, "validation"),
    "mqtt-answer": json_schema(CommandAnswer, "validation"),
    "settings": json_schema(StationSettings, "validation"),
    "recipe": json_schema(Recipe, "validation"),
    "anomaly-manifest": json_schema(AnomalyManifest, "validation"),
    "detection-manifest": json_schema(DetectionManifest, "validation"),
    "engine-build": json_schema(BuildRecord, "validation"),
    "database": database_schema,
}


def written(name: str) -> str:
    """A contract as its file has it."""
    return json.dumps(CONTRACTS[name](), indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    for contract in CONTRACTS:
        (FOLDER / f"{contract}.json").write_text(written(contract))
