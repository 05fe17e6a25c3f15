"""Every GET call of the HTTP API with its query parameters, for a store of `large_store`."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from support.large_store import DATASET, DETECTOR, RECIPES, RETIRED, Size, inspection_id

ENDLESS = {"/api/v1/events", "/api/v1/preview.mjpeg"}
"""Streams, which end only when the client closes the connection."""
WHOLE = {"/api/v1/datasets/{name}/export", "/api/v1/models/{name}/{version}/package"}
"""Downloads, which cost as much as there is in them."""
ABSENT = "absent"


def read_calls(document: dict[str, Any], size: Size, model: str, version: int) -> Iterator[str]:
    """Addresses of all GET calls of an OpenAPI document: without, with one and with two parameters.

    Raises:
        KeyError: a parameter is new and has no values in `_values` yet.
    """
    for path, item in document["paths"].items():
        if "get" not in item or path in ENDLESS | WHOLE:
            continue
        parameters = item["get"].get("parameters", [])
        names = [parameter["name"] for parameter in parameters if parameter["in"] == "query"]
        required = {
            parameter["name"]
            for parameter in parameters
            if parameter["in"] == "query" and parameter["required"]
        }
        address = _filled(path, size, model, version)
        if path.endswith("/comparison"):
            names, required = [], set()
            address += f"?{urlencode({'other_name': model, 'other_version': version})}"
        for query in _queries(path, names, required, size):
            yield f"{address}?{urlencode(query)}" if query else address


def _filled(path: str, size: Size, model: str, version: int) -> str:
    """The path with its parameters filled in."""
    values = {
        "inspection_id": inspection_id(size.inspections - 7),
        "picture_id": size.pictures // 2,
        "job_id": 7,
        "labelling_job_id": 1,
        "trial_id": 2,
        "archive_inspection_id": 1,
        "trigger_id": size.inspections - 7,
        "version": version,
        "finding_id": "0" * 16,
        "report_id": "fit-20260301-120000",
        "name": DETECTOR
        if path.endswith("/fine-tuning")
        else {"recipes": "cells", "datasets": DATASET, "regression": model, "models": model}.get(
            path.split("/")[3] if path.count("/") > 2 else "", "cells"
        ),
    }
    return re.sub(r"\{(\w+)\}", lambda match: str(values[match[1]]), path)


def _queries(
    path: str, names: list[str], required: set[str], size: Size
) -> Iterator[dict[str, Any]]:
    if path.endswith("/threshold"):
        yield from ({"threshold": 2.2}, {"false_reject_rate": 0.02})
        return
    values = {name: _values(path, name, size) for name in names}
    always = {name: values[name][0] for name in required}
    yield always
    for name in names:
        for value in values[name]:
            yield always | {name: value}
    # Only parameters that filter a list: the number of rows shown makes no other query.
    filters = [name for name in names if name not in {"limit", "width"} | required]
    for first, second in itertools.combinations(filters, 2):
        if {first, second} != {"before", "since"}:
            yield always | {first: values[first][-1], second: values[second][-1]}
    if len(filters) > 2:
        yield always | {name: values[name][0] for name in filters if name != "since"}


def _values(path: str, name: str, size: Size) -> list[Any]:
    now = datetime.now(UTC).replace(microsecond=0)
    middle = size.inspections // 2
    if "pictures" in path:
        middle = size.pictures // 2
    elif "promotions" in path:
        middle = size.inspections // 2_000
    values: dict[str, list[Any]] = {
        "before": [max(2, middle), 3],
        "since": [size.inspections - 20, middle, 0],
        # A summary costs as much as its period has hours, whatever the store has besides.
        "from": [
            (now - timedelta(days=days)).isoformat()
            for days in ((1, 31) if re.search("/summary$|/quality/", path) else (1, 31, 400))
        ],
        "to": [(now - timedelta(days=days)).isoformat() for days in (0, 2)],
        "outcome": ["OK", "NG", "MISSED"],
        "recipe": [RECIPES[0], RETIRED, ABSENT],
        "scene_changed": ["true"],
        "to_review": ["true"],
        "reviewed": ["true", "false"],
        "human_verdict": ["OK", "NG"],
        "search": [f"P{middle:09d}", str(middle), ABSENT],
        "failed_rule": ["scratch", ABSENT],
        "by_score": ["true"],
        "human_defect_type": ["defect 4", ABSENT],
        "region": [1, 9],
        "limit": [1, 31 if path.endswith("/shifts") else 500],
        "width": [240],
        "hours": [1, 24, 24 * 31],
        "label": ["normal", "anomaly"],
        "removed": ["true"],
        "batch": ["lot 3", ABSENT],
        "defect_type": ["defect 4", ABSENT],
        "split": ["train", "test"],
        "boxed": ["true", "false"],
        "masked": ["true", "false"],
        "colored": ["true"],
        "after": [1],
        "change": [1],
        "wait_ms": [0],
        "picture_id": [12],
        "dataset": [DATASET],
        "threshold": [2.2],
        "days": [1, 31],
        "kind": ["different", "problem"] if "archive" in path else ["fit", "shift"],
        "archive": ["true", "false"],
        "version": [2],
        "format": ["toml", "python"] if "preparation" in path else ["html", "pdf"],
        "why": ["no"],
        "state": ["waiting", "uploaded", "failed"],
    }
    return values[name]
