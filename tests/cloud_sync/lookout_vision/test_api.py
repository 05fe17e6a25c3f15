"""The API by boto3's own client: projects, tags, rights, and requests that are not right."""

from __future__ import annotations

import time
import uuid
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from typing import Any

import botocore.auth
import pytest
import requests
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from support.lookout_vision import REGION, client_for, client_of, issue_key, refused
from support.station import StationProcesses

from okng.device.store.access_keys import AccessKeys, AccessRight


def name() -> str:
    return f"project-{uuid.uuid4().hex[:8]}"


def sent(
    station: StationProcesses,
    method: str,
    path: str,
    body: bytes = b"",
    key: Any = None,
    **headers: str,
) -> requests.Response:
    """A request that was signed by hand, with its address as it is given here."""
    key, secret = key or issue_key(station)
    own = {header.replace("_", "-"): text for header, text in headers.items()}
    request = AWSRequest(method=method, url=f"{station.url}{path}", data=body, headers=own)
    botocore.auth.SigV4Auth(Credentials(key.key_id, secret), "lookoutvision", REGION).add_auth(
        request
    )
    return send_again(station, request, path)


def send_again(station: StationProcesses, request: AWSRequest, path: str) -> requests.Response:
    prepared = requests.Request(
        request.method, station.url, data=request.data, headers=dict(request.headers.items())
    ).prepare()
    prepared.url = f"{station.url}{path}"
    with requests.Session() as session:
        return session.send(prepared)


def test_a_project_lives_and_ends(client: Any) -> None:
    project = name()
    made = client.create_project(ProjectName=project)["ProjectMetadata"]
    assert made["ProjectArn"] == f"arn:aws:lookoutvision:{REGION}:000000000000:project/{project}"
    assert abs(made["CreationTimestamp"] - datetime.now(UTC)) < timedelta(minutes=1)
    described = client.describe_project(ProjectName=project)["ProjectDescription"]
    assert described == {**made, "Datasets": []}
    assert made in client.list_projects()["Projects"]
    assert client.delete_project(ProjectName=project)["ProjectArn"] == made["ProjectArn"]
    gone = refused(lambda: client.describe_project(ProjectName=project))
    assert gone["Code"] == "ResourceNotFoundException"
    assert (gone["ResourceId"], gone["ResourceType"]) == (project, "PROJECT")


def test_a_project_is_made_once(client: Any) -> None:
    project = name()
    client.create_project(ProjectName=project)
    again = refused(lambda: client.create_project(ProjectName=project))
    assert again["Code"] == "ConflictException"
    assert (again["ResourceId"], again["ResourceType"]) == (project, "PROJECT")


def test_a_client_token_makes_a_request_count_once(client: Any) -> None:
    project, token = name(), uuid.uuid4().hex
    first = client.create_project(ProjectName=project, ClientToken=token)
    time.sleep(1.1)  # Within a second the signature would be the same, and refused.
    again = client.create_project(ProjectName=project, ClientToken=token)
    assert again["ProjectMetadata"] == first["ProjectMetadata"]
    other = refused(lambda: client.create_project(ProjectName=name(), ClientToken=token))
    assert other["Code"] == "ValidationException"
    assert "ClientToken" in other["Message"]


def test_lists_come_in_pages(client: Any) -> None:
    made = {name() for _ in range(5)}
    for project in made:
        client.create_project(ProjectName=project)
    pages = list(client.get_paginator("list_projects").paginate(PaginationConfig={"PageSize": 2}))
    listed = [project["ProjectName"] for page in pages for project in page["Projects"]]
    assert all(len(page["Projects"]) <= 2 for page in pages)
    assert made <= set(listed)
    assert listed == sorted(set(listed))
    wrong = refused(lambda: client.list_models(ProjectName=listed[0], NextToken="bm8="))
    assert wrong["Code"] == "ValidationException"


def test_tags_of_a_project(client: Any) -> None:
    arn = client.create_project(ProjectName=name())["ProjectMetadata"]["ProjectArn"]
    tags = [{"Key": "line", "Value": "3"}, {"Key": "Werk ü", "Value": ""}]
    client.tag_resource(ResourceArn=arn, Tags=tags)
    assert client.list_tags_for_resource(ResourceArn=arn)["Tags"] == sorted(
        tags, key=lambda tag: tag["Key"]
    )
    client.tag_resource(ResourceArn=arn, Tags=[{"Key": "line", "Value": "4"}])
    client.untag_resource(ResourceArn=arn, TagKeys=["Werk ü", "none"])
    assert client.list_tags_for_resource(ResourceArn=arn)["Tags"] == [{"Key": "line", "Value": "4"}]
    for wrong in ([{"Key": "aws:x", "Value": ""}], [{"Key": "<", "Value": ""}]):
        error = refused(lambda wrong=wrong: client.tag_resource(ResourceArn=arn, Tags=wrong))
        assert error["Code"] == "ValidationException"
    many = [{"Key": f"key{number}", "Value": "x"} for number in range(200)]
    error = refused(lambda: client.tag_resource(ResourceArn=arn, Tags=many))
    assert error["Code"] == "ServiceQuotaExceededException"
    assert error["ServiceCode"] == "lookoutvision"
    assert len(client.list_tags_for_resource(ResourceArn=arn)["Tags"]) == 1


@pytest.mark.parametrize(
    ("arn", "code"),
    [
        ("arn:aws:s3:::bucket", "ValidationException"),
        ("project/cells", "ValidationException"),
        ("arn:aws:lookoutvision:x:000000000000:project/absent", "ResourceNotFoundException"),
        ("arn:aws:lookoutvision:x:000000000000:model/absent/1", "ResourceNotFoundException"),
    ],
)
def test_arns_that_name_nothing(client: Any, arn: str, code: str) -> None:
    assert refused(lambda: client.list_tags_for_resource(ResourceArn=arn))["Code"] == code


@pytest.mark.parametrize("wrong", ["a/../b", "-x", "a" * 65, "ä", "a\n", "%2e%2e"])
def test_names_that_can_not_be_are_refused(client: Any, wrong: str) -> None:
    assert refused(lambda: client.describe_project(ProjectName=wrong))["Code"] == (
        "ValidationException"
    )
    assert refused(lambda: client.create_project(ProjectName=wrong))["Code"] == (
        "ValidationException"
    )


def test_all_wrong_members_are_named_at_once(station: StationProcesses) -> None:
    answer = sent(
        station,
        "GET",
        "/2020-11-20/projects/-x/datasets/other/entries?maxResults=0&createdBefore=soon&more=1",
    )
    assert answer.status_code == 400
    assert answer.headers["x-amzn-ErrorType"] == "ValidationException"
    message = answer.json()["Message"]
    assert message.startswith("5 validation errors detected")
    for member in ("ProjectName", "DatasetType", "MaxResults", "BeforeCreationDate", "more"):
        assert f"'{member}'" in message


@pytest.mark.parametrize(
    "body", [b"{", b"[]", b'{"ProjectName": 5}', b'{"ProjectName": "a", "Own": 1}', b"\xff", b"{}"]
)
def test_bodies_that_are_no_request_are_refused(station: StationProcesses, body: bytes) -> None:
    answer = sent(station, "POST", "/2020-11-20/projects", body, Content_Type="application/json")
    assert answer.status_code == 400, answer.text
    assert answer.headers["x-amzn-ErrorType"] == "ValidationException"


def test_every_address_is_closed_without_a_signature(station: StationProcesses) -> None:
    for path in ("", "/projects", "/tags/x", "/projects/x/models/1/detect", "/nothing"):
        answer = requests.post(f"{station.url}/2020-11-20{path}", data=b"{}")
        assert answer.status_code in (403, 429)
        if answer.status_code == 403:
            kind = answer.headers["x-amzn-ErrorType"]
            assert kind == "MissingAuthenticationTokenException"


def test_a_signature_opens_nothing_else(station: StationProcesses) -> None:
    for path in ("/api/v1/status", "/api/v1/access-keys", "/metrics"):
        assert sent(station, "GET", path).status_code in (401, 429)


def test_climbing_addresses_are_refused(station: StationProcesses) -> None:
    for path in (
        "/2020-11-20/../api/v1/status",
        "/2020-11-20/projects/%2e%2e/%2e%2e/okng.db",
        "/2020-11-20//projects",
    ):
        connection = HTTPConnection("127.0.0.1", station.port)
        connection.request("GET", path)
        answer = connection.getresponse()
        assert answer.status == 400, path
        assert answer.headers["x-amzn-ErrorType"] == "ValidationException"
        connection.close()


def test_a_header_can_not_be_injected(station: StationProcesses) -> None:
    answer = sent(
        station,
        "POST",
        "/2020-11-20/projects",
        b'{"ProjectName": "a"}',
        X_Amzn_Client_Token="x,y",
        Content_Type="application/json",
    )
    assert answer.headers["x-amzn-ErrorType"] == "ValidationException"
    assert "x,y" not in str(answer.headers)


def test_a_replayed_change_is_refused_and_changes_nothing(station: StationProcesses) -> None:
    project = name()
    key = issue_key(station)
    body = f'{{"ProjectName": "{project}"}}'.encode()
    path = "/2020-11-20/projects"
    request = AWSRequest(method="POST", url=f"{station.url}{path}", data=body)
    signer = botocore.auth.SigV4Auth(
        Credentials(key.key.key_id, key.secret), "lookoutvision", REGION
    )
    signer.add_auth(request)
    assert send_again(station, request, path).status_code == 200
    again = send_again(station, request, path)
    assert again.status_code == 403
    assert again.headers["x-amzn-ErrorType"] == "InvalidSignatureException"
    # The other key's signature is another.
    client_for(station).delete_project(ProjectName=project)
    assert send_again(station, request, path).status_code == 403
    gone = refused(lambda: client_for(station).describe_project(ProjectName=project))
    assert gone["Code"] == "ResourceNotFoundException"


def test_reading_the_same_twice_at_once_is_no_replay(client: Any) -> None:
    project = name()
    client.create_project(ProjectName=project)
    for _ in range(3):
        client.describe_project(ProjectName=project)


def test_an_old_request_is_refused(
    station: StationProcesses, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = datetime.now(UTC) - timedelta(minutes=16)
    monkeypatch.setattr(botocore.auth, "get_current_datetime", lambda *_, **__: old)
    error = refused(lambda: client_for(station).list_projects())
    assert error["Code"] == "InvalidSignatureException"
    assert "expired" in error["Message"]


def test_wrong_keys_are_refused_and_then_held_up(station: StationProcesses) -> None:
    key = issue_key(station)
    wrong = client_of(station.url, key.key.key_id, "another secret")
    absent = client_of(station.url, "AKIAABSENT", "secret")
    first = refused(lambda: wrong.list_projects())["Code"]
    assert first in ("InvalidSignatureException", "ThrottlingException")
    codes = {refused(lambda: absent.list_projects())["Code"] for _ in range(12)}
    assert codes <= {"UnrecognizedClientException", "ThrottlingException"}
    assert "ThrottlingException" in codes
    # Who has a key isn't held up by those who have none.
    client_for(station).list_projects()


def test_a_revoked_key_is_refused(station: StationProcesses) -> None:
    key = issue_key(station)
    client = client_of(station.url, key.key.key_id, key.secret)
    client.list_projects()
    AccessKeys(station.data_dir).revoke(key.key.key_id)
    assert refused(lambda: client.list_projects())["Code"] in (
        "UnrecognizedClientException",
        "ThrottlingException",
    )


def test_a_key_does_what_it_is_for(station: StationProcesses, client: Any) -> None:
    project, other = name(), name()
    for made in (project, other):
        client.create_project(ProjectName=made)
    reader = client_for(station, AccessRight.READ, project=project)
    assert reader.describe_project(ProjectName=project)
    assert [p["ProjectName"] for p in reader.list_projects()["Projects"]] == [project]
    for call in (
        lambda: reader.describe_project(ProjectName=other),
        lambda: reader.delete_project(ProjectName=project),
        lambda: reader.start_model(ProjectName=project, ModelVersion="1", MinInferenceUnits=1),
        lambda: reader.detect_anomalies(
            ProjectName=project, ModelVersion="1", Body=b"x", ContentType="image/png"
        ),
        lambda: reader.list_tags_for_resource(
            ResourceArn=f"arn:aws:lookoutvision:x:000000000000:project/{other}"
        ),
    ):
        error = refused(call)
        assert error["Code"] == "AccessDeniedException"
        assert "is not authorized to perform: lookoutvision:" in error["Message"]
    assert client.describe_project(ProjectName=project)


def test_a_large_body_needs_a_known_key(station: StationProcesses) -> None:
    body = b"0" * 100_000
    stranger = requests.post(f"{station.url}/2020-11-20/projects", data=body)
    assert stranger.status_code == 413
    known = sent(station, "POST", "/2020-11-20/projects", body, Content_Type="application/json")
    assert known.headers["x-amzn-ErrorType"] == "ValidationException"
