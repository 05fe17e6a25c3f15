"""All operations of botocore's model are there, with their addresses, statuses and members."""

from __future__ import annotations

import re

import botocore.session
import pytest
from botocore.model import ServiceModel

from okng.cloud_sync.lookout_vision.errors import ServiceValidationError, UnknownOperationError
from okng.cloud_sync.lookout_vision.operations import OPERATIONS, VERSION, match, parts_of
from okng.cloud_sync.lookout_vision.request_reader import QUERY_MEMBERS


@pytest.fixture(scope="module")
def model() -> ServiceModel:
    return botocore.session.Session().get_service_model("lookoutvision", VERSION)


def test_every_operation_has_its_address_and_status(model: ServiceModel) -> None:
    assert sorted(OPERATIONS) == sorted(model.operation_names)
    assert len(OPERATIONS) == 22
    for name, operation in OPERATIONS.items():
        http = model.operation_model(name).http
        path = re.sub(r"\{(\w)(\w+)\}", lambda m: f"{{{m[1].upper()}{m[2]}}}", http["requestUri"])
        assert (operation.method, f"/{VERSION}/{operation.path}") == (http["method"], path)
        assert operation.status == http.get("responseCode", 200), name


def test_every_request_has_its_members(model: ServiceModel) -> None:
    for name, operation in OPERATIONS.items():
        shape = model.operation_model(name).input_shape
        fields = {
            field.alias: field.is_required() for field in operation.request.model_fields.values()
        }
        assert set(fields) == set(shape.members), name
        assert {alias for alias, required in fields.items() if required} <= set(
            shape.required_members
        ), name


def test_every_member_of_a_query_is_known(model: ServiceModel) -> None:
    names = {
        member.serialization["name"]: alias
        for name in OPERATIONS
        for alias, member in model.operation_model(name).input_shape.members.items()
        if member.serialization.get("location") == "querystring"
    }
    assert names == QUERY_MEMBERS


def test_an_encoded_slash_makes_no_other_address() -> None:
    found = match("GET", parts_of("/2020-11-20/projects/cells%2F..%2Fother"))
    assert found.operation.name == "DescribeProject"
    assert found.members == {"ProjectName": "cells/../other"}


@pytest.mark.parametrize(
    "path",
    [
        "/2020-11-20/projects/../../api/v1/status",
        "/2020-11-20/projects/%2e%2e/models",
        "/2020-11-20//projects",
        "/2020-11-20/projects/",
        "/2020-11-20/./projects",
    ],
)
def test_a_climbing_address_is_refused(path: str) -> None:
    with pytest.raises(ServiceValidationError, match="empty or relative part"):
        parts_of(path)


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/2020-11-20/models"), ("PUT", "/2020-11-20/projects"), ("GET", "/2020-11-20")],
)
def test_an_address_of_nothing_is_refused(method: str, path: str) -> None:
    with pytest.raises(UnknownOperationError):
        match(method, parts_of(path))
