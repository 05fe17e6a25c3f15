"""The template is valid, grants least rights, and its certificate is one that the station takes."""

from __future__ import annotations

import json
import subprocess
import sys
import types
from pathlib import Path
from typing import Any

import boto3
import pytest
import yaml
from cfnlint.decode import decode
from moto import mock_aws

from okng.cloud_sync.aws_connection.command import template
from okng.cloud_sync.aws_connection.device_certificate import DeviceCertificate

PROPERTIES = {
    "Bucket": "okng-bucket",
    "Policy": "okng-policy",
    "Region": "eu-central-1",
    "RoleAlias": "okng-alias",
    "Thing": "station-7",
}


@pytest.fixture
def stack(tmp_path: Path) -> dict[str, Any]:
    path = tmp_path / "template.yaml"
    path.write_text(template())
    decoded, problems = decode(str(path))
    assert not problems
    assert decoded
    document: dict[str, Any] = json.loads(json.dumps(decoded))
    return document


def test_cfn_lint_accepts_the_template(tmp_path: Path) -> None:
    path = tmp_path / "template.yaml"
    path.write_text(template())
    subprocess.run(
        [Path(sys.executable).with_name("cfn-lint"), "--non-zero-exit-code", "informational", path],
        check=True,
    )


def test_the_station_may_use_its_bucket_and_nothing_else(stack: dict[str, Any]) -> None:
    role = stack["Resources"]["StationRole"]["Properties"]
    (policy,) = role["Policies"]
    allowed = [s for s in policy["PolicyDocument"]["Statement"] if s["Effect"] == "Allow"]
    (deletes,) = [statement for statement in allowed if statement["Action"] == "s3:DeleteObject"]
    assert all(name.endswith(("/training/*", "/test/*")) for name in resources(deletes))
    allowed.remove(deletes)
    actions = {action for statement in allowed for action in statement["Action"]}
    assert actions == {
        "s3:AbortMultipartUpload",
        "s3:GetObject",
        "s3:ListBucket",
        "s3:ListBucketMultipartUploads",
        "s3:ListMultipartUploadParts",
        "s3:PutObject",
    }
    for statement in allowed:
        assert "Bucket" in json.dumps(statement["Resource"])
        assert statement["Resource"] != "*"
    (iot,) = stack["Resources"]["StationPolicy"]["Properties"]["PolicyDocument"]["Statement"]
    assert iot["Action"] == "iot:AssumeRoleWithCertificate"
    assert iot["Resource"] == {"Fn::GetAtt": ["RoleAlias", "RoleAliasArn"]}


def test_the_station_may_read_the_bucket_that_the_parameter_names(stack: dict[str, Any]) -> None:
    policy = stack["Resources"]["ReadImportBucket"]
    assert policy["Condition"] == "HasImportBucket"
    assert stack["Parameters"]["ImportBucket"]["Default"] == ""
    allowed = {
        statement["Action"]: statement["Resource"]["Fn::Sub"]
        for statement in policy["Properties"]["PolicyDocument"]["Statement"]
    }
    assert allowed == {
        "s3:ListBucket": "arn:${AWS::Partition}:s3:::${ImportBucket}",
        "s3:GetObject": "arn:${AWS::Partition}:s3:::${ImportBucket}/*",
    }


def resources(statement: dict[str, Any]) -> list[str]:
    return [resource["Fn::Sub"] for resource in statement["Resource"]]


def test_the_stack_makes_a_certificate_that_the_station_takes(
    stack: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {
        "AWS_DEFAULT_REGION": PROPERTIES["Region"],
        "AWS_ACCESS_KEY_ID": "testing",
        "AWS_SECRET_ACCESS_KEY": "testing",
    }.items():
        monkeypatch.setenv(name, value)
    handler, sent = load_handler(stack, monkeypatch)
    with mock_aws():
        iot, s3 = boto3.client("iot"), boto3.client("s3")
        s3.create_bucket(
            Bucket=PROPERTIES["Bucket"],
            CreateBucketConfiguration={"LocationConstraint": PROPERTIES["Region"]},
        )
        iot.create_policy(policyName=PROPERTIES["Policy"], policyDocument="{}")
        iot.create_thing(thingName=PROPERTIES["Thing"])
        handler({"RequestType": "Create", "ResourceProperties": PROPERTIES}, None)
        status, data, arn = sent[-1]
        assert status == "SUCCESS", data
        (key,) = [entry["Key"] for entry in s3.list_objects_v2(Bucket="okng-bucket")["Contents"]]
        assert data["DeviceCertUrl"].startswith(
            f"https://okng-bucket.s3.eu-central-1.amazonaws.com/{key}?"
        )
        assert "X-Amz-Expires=3600" in data["DeviceCertUrl"]
        body = s3.get_object(Bucket="okng-bucket", Key=key)["Body"].read()
        document = DeviceCertificate.model_validate_json(body)
        assert document.bucket == "okng-bucket"
        assert document.role_alias == "okng-alias"
        principals = iot.list_thing_principals(thingName="station-7")["principals"]
        assert principals == [arn]
        event = {"RequestType": "Delete", "ResourceProperties": PROPERTIES}
        handler({**event, "PhysicalResourceId": arn}, None)
        assert sent[-1][0] == "SUCCESS", sent[-1]
        assert iot.list_certificates()["certificates"] == []
        # What was never made is deleted without an error, or the stack could not be removed.
        handler({**event, "PhysicalResourceId": "2026/11/30/[$LATEST]abc"}, None)
        assert sent[-1][0] == "SUCCESS"


def load_handler(
    stack: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> tuple[Any, list[tuple[str, dict[str, str], str]]]:
    """The function that AWS Lambda runs, and what it sends to CloudFormation."""
    sent: list[tuple[str, dict[str, str], str]] = []
    responder = types.ModuleType("cfnresponse")
    vars(responder).update(
        SUCCESS="SUCCESS",
        FAILED="FAILED",
        send=lambda event, context, status, data, arn, reason=None: sent.append(
            (status, data or {"reason": reason}, arn)
        ),
    )
    monkeypatch.setitem(sys.modules, "cfnresponse", responder)
    code = stack["Resources"]["CertificateMaker"]["Properties"]["Code"]["ZipFile"]
    assert len(code) <= 4096, "AWS Lambda takes no more inline"
    namespace: dict[str, Any] = {}
    exec(compile(code, "index.py", "exec"), namespace)
    return namespace["handler"], sent


def test_the_template_is_plain_yaml_apart_from_its_short_functions() -> None:
    loader = type("Loader", (yaml.SafeLoader,), {})
    loader.add_multi_constructor("!", lambda loader, suffix, node: suffix)  # type: ignore[attr-defined]
    assert list(yaml.load(template(), loader)) == [
        "AWSTemplateFormatVersion",
        "Description",
        "Parameters",
        "Conditions",
        "Resources",
        "Outputs",
    ]
