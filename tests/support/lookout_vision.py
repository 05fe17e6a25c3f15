"""boto3's own client of Lookout for Vision at a station, each answer checked against its model."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import boto3
import botocore.client
import botocore.model
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

from okng.cloud_sync.lookout_vision.storage import FOLDER, STATION_BUCKET
from okng.device.store.access_keys import AccessKeyRequest, AccessKeys, AccessRight
from support.station import StationProcesses, eventually

REGION = "eu-central-1"
OF_EVERY_SERVICE = {
    "IncompleteSignatureException",
    "InvalidSignatureException",
    "MissingAuthenticationTokenException",
    "UnknownOperationException",
    "UnrecognizedClientException",
}
"""Errors that come before any operation, and so stand in no service's model."""
_PYTHON = {
    "string": str,
    "boolean": bool,
    "integer": int,
    "long": int,
    "float": (int, float),
    "double": (int, float),
    "timestamp": (int, float),
    "blob": str,
}


def issue_key(station: StationProcesses, *rights: AccessRight, project: str | None = None) -> Any:
    """An access key of the station with its secret; all rights if none are named."""
    request = AccessKeyRequest(title="tests", rights=rights or tuple(AccessRight), project=project)
    return AccessKeys(station.data_dir).issue(request, "tests")


def client_of(url: str, key_id: str, secret: str, **config: Any) -> Any:
    """The unmodified client; only its endpoint is another."""
    client = boto3.client(
        "lookoutvision",
        region_name=REGION,
        endpoint_url=url,
        aws_access_key_id=key_id,
        aws_secret_access_key=secret,
        config=Config(retries={"total_max_attempts": 1}, **config),
    )
    client.meta.events.register("before-parse.lookoutvision", check_answer)
    return client


def client_for(station: StationProcesses, *rights: AccessRight, project: str | None = None) -> Any:
    """A client with a new key."""
    issued = issue_key(station, *rights, project=project)
    return client_of(station.url, issued.key.key_id, issued.secret)


def check_answer(
    operation_model: botocore.model.OperationModel, response_dict: dict[str, Any], **_: Any
) -> None:
    """Fails for an answer that the service's model doesn't describe to the letter."""
    headers, status = response_dict["headers"], response_dict["status_code"]
    assert re.fullmatch(r"[0-9a-f-]{36}", headers["x-amzn-RequestId"])
    assert headers["Content-Type"] == "application/json"
    body = json.loads(response_dict["body"])
    if status >= 300:
        _check_error(operation_model, headers, status, body)
        return
    assert status == operation_model.http.get("responseCode", 200), operation_model.name
    check_shape(body, operation_model.output_shape, operation_model.name)


def _check_error(
    operation: botocore.model.OperationModel, headers: Any, status: int, body: Any
) -> None:
    kind = headers["x-amzn-ErrorType"]
    if kind in OF_EVERY_SERVICE:
        assert status in (403, 404)
        assert list(body) == ["Message"]
        return
    shapes = {shape.name: shape for shape in operation.error_shapes}
    assert kind in shapes, f"{operation.name} has no error {kind}: {body}"
    assert status == shapes[kind].metadata["error"]["httpStatusCode"]
    in_body = {
        name
        for name, member in shapes[kind].members.items()
        if member.serialization.get("location") != "header"
    }
    assert set(body) <= in_body
    assert set(shapes[kind].required_members) <= set(body)
    for name, value in body.items():
        check_shape(value, shapes[kind].members[name], f"{kind}.{name}")


def check_shape(value: Any, shape: botocore.model.Shape, where: str) -> None:
    """Fails for a value that is not of the shape: members, types, words, patterns and lengths."""
    if shape.type_name == "structure":
        assert isinstance(value, dict), where
        assert set(value) <= set(shape.members), f"{where}: {sorted(value)}"
        assert set(shape.required_members) <= set(value), f"{where}: {sorted(value)}"
        for name, member in value.items():
            check_shape(member, shape.members[name], f"{where}.{name}")
    elif shape.type_name == "list":
        assert isinstance(value, list), where
        for number, item in enumerate(value):
            check_shape(item, shape.member, f"{where}[{number}]")
    else:
        assert isinstance(value, _PYTHON[shape.type_name]), f"{where}: {value!r}"
        assert isinstance(value, bool) == (shape.type_name == "boolean"), f"{where}: {value!r}"
        _check_limits(value, shape, where)


def _check_limits(value: Any, shape: botocore.model.Shape, where: str) -> None:
    limits = shape.metadata
    assert "enum" not in limits or value in limits["enum"], f"{where}: {value!r}"
    size = len(value) if isinstance(value, str) else value
    assert "min" not in limits or size >= limits["min"], f"{where}: {value!r}"
    if shape.type_name != "blob":
        assert "max" not in limits or size <= limits["max"], f"{where}: {value!r}"
    # Java's classes of Unicode are not known to Python.
    pattern = limits.get("pattern", "")
    if isinstance(value, str) and "\\p" not in pattern:
        assert re.fullmatch(pattern or ".*", value, re.DOTALL), f"{where}: {value!r}"


def refused(call: Callable[[], Any]) -> dict[str, Any]:
    """The error that a call ends with: its code, message and all other members."""
    with pytest.raises(ClientError) as raised:
        call()
    response = raised.value.response
    members = {
        name: value
        for name, value in response.items()
        if name not in ("Error", "ResponseMetadata", "message")
    }
    return {**members, **response["Error"]}


def wait_for_status(describe: Callable[[], dict[str, Any]], *ends: str) -> dict[str, Any]:
    """Asks until the status is one of these, and returns the description."""
    seen: list[str] = []

    def look() -> dict[str, Any] | None:
        description = describe()
        seen.append(description["Status"])
        return description if description["Status"] in ends else None

    try:
        return eventually(look, timeout_s=120, period_s=0.1)
    except AssertionError:
        raise AssertionError(f"not {ends}: {seen[-1]}") from None


def write_manifest(
    station: StationProcesses, name: str, pictures: Path, labels: Mapping[str, str | None]
) -> str:
    """Puts pictures and a manifest into the station's folder; returns the manifest's key.

    Args:
        station: its data directory gets them.
        name: of the manifest, and of the pictures' folder beside it.
        pictures: the folder with the files.
        labels: the class of each file by name; None for no label.
    """
    folder = station.data_dir / FOLDER / name
    folder.mkdir(parents=True, exist_ok=True)
    lines = []
    for file, label in labels.items():
        shutil.copy(pictures / file, folder / file)
        lines.append(json.dumps(entry_of(f"s3://{STATION_BUCKET}/{name}/{file}", label)))
    key = f"{name}/{name}.manifest"
    (station.data_dir / FOLDER / key).write_text("\n".join(lines) + "\n")
    return key


def entry_of(source_ref: str, label: str | None) -> dict[str, Any]:
    """A line of a manifest as the service's own documentation has it."""
    entry: dict[str, Any] = {"source-ref": source_ref}
    if label is None:
        return entry
    return {
        **entry,
        "anomaly-label": int(label == "anomaly"),
        "anomaly-label-metadata": {
            "confidence": 1,
            "job-name": "labeling-job/tests",
            "class-name": label,
            "human-annotated": "yes",
            "creation-date": "2020-11-20T12:00:00.000",
            "type": "groundtruth/image-classification",
        },
    }


def source_of(key: str) -> dict[str, Any]:
    """`DatasetSource` of a manifest in the station's folder."""
    return {"GroundTruthManifest": {"S3Object": {"Bucket": STATION_BUCKET, "Key": key}}}
