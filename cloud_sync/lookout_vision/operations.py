"""The 22 operations of the API: address, method, status, and the right that each needs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from okng.cloud_sync.lookout_vision import requests
from okng.cloud_sync.lookout_vision.errors import ServiceValidationError, UnknownOperationError
from okng.device.store.access_keys import AccessRight

VERSION = "2020-11-20"
_DETECT, _HOST, _MANAGE, _READ = (
    AccessRight.DETECT,
    AccessRight.HOST,
    AccessRight.MANAGE,
    AccessRight.READ,
)


class Operation(NamedTuple):
    """An operation of the service: how it is called, and the right that it needs."""

    name: str
    method: str
    path: str
    """Below the version; `{ProjectName}` stands for a member of the request."""
    request: type[requests.ServiceRequest]
    right: AccessRight
    status: int = 200

    @property
    def changes_something(self) -> bool:
        """Whether doing it a second time could have an effect."""
        return self.right in (_MANAGE, _HOST)


_PROJECT = "projects/{ProjectName}"
_DATASET = f"{_PROJECT}/datasets/{{DatasetType}}"
_MODEL = f"{_PROJECT}/models/{{ModelVersion}}"
_JOBS = f"{_PROJECT}/modelpackagingjobs"
_TAGS = "tags/{ResourceArn}"

OPERATIONS = {
    operation.name: operation
    for operation in (
        Operation("CreateProject", "POST", "projects", requests.CreateProject, _MANAGE),
        Operation("ListProjects", "GET", "projects", requests.Page, _READ),
        Operation("DescribeProject", "GET", _PROJECT, requests.OfProject, _READ),
        Operation("DeleteProject", "DELETE", _PROJECT, requests.DeleteProject, _MANAGE),
        Operation(
            "CreateDataset", "POST", f"{_PROJECT}/datasets", requests.CreateDataset, _MANAGE, 202
        ),
        Operation("DescribeDataset", "GET", _DATASET, requests.OfDataset, _READ),
        Operation("DeleteDataset", "DELETE", _DATASET, requests.DeleteDataset, _MANAGE, 202),
        Operation(
            "ListDatasetEntries", "GET", f"{_DATASET}/entries", requests.ListDatasetEntries, _READ
        ),
        Operation(
            "UpdateDatasetEntries",
            "PATCH",
            f"{_DATASET}/entries",
            requests.UpdateDatasetEntries,
            _MANAGE,
            202,
        ),
        Operation("CreateModel", "POST", f"{_PROJECT}/models", requests.CreateModel, _MANAGE, 202),
        Operation("ListModels", "GET", f"{_PROJECT}/models", requests.ListOfProject, _READ),
        Operation("DescribeModel", "GET", _MODEL, requests.OfModel, _READ),
        Operation("DeleteModel", "DELETE", _MODEL, requests.DeleteModel, _MANAGE, 202),
        Operation("StartModel", "POST", f"{_MODEL}/start", requests.StartModel, _HOST, 202),
        Operation("StopModel", "POST", f"{_MODEL}/stop", requests.StopModel, _HOST, 202),
        Operation("DetectAnomalies", "POST", f"{_MODEL}/detect", requests.DetectAnomalies, _DETECT),
        Operation(
            "StartModelPackagingJob", "POST", _JOBS, requests.StartModelPackagingJob, _MANAGE
        ),
        Operation("ListModelPackagingJobs", "GET", _JOBS, requests.ListOfProject, _READ),
        Operation(
            "DescribeModelPackagingJob",
            "GET",
            f"{_JOBS}/{{JobName}}",
            requests.DescribeModelPackagingJob,
            _READ,
        ),
        Operation("ListTagsForResource", "GET", _TAGS, requests.OfResource, _READ),
        Operation("TagResource", "POST", _TAGS, requests.TagResource, _MANAGE),
        Operation("UntagResource", "DELETE", _TAGS, requests.UntagResource, _MANAGE),
    )
}


class Match(NamedTuple):
    """An operation, and the members of its request that stand in the address."""

    operation: Operation
    members: dict[str, str]


def parts_of(path: str) -> list[str]:
    """The parts of an address as it was sent, percent-encoded.

    Each is decoded by itself: an encoded slash in it makes no other address.

    Raises:
        ServiceValidationError: a part is empty or climbs (`..`).
    """
    parts = [unquote(part) for part in path.removeprefix("/").split("/")]
    if any(part in ("", ".", "..") for part in parts):
        raise ServiceValidationError(f"The address {path[:200]!r} has an empty or relative part")
    return parts


def match(method: str, parts: list[str]) -> Match:
    """The operation of an address.

    Raises:
        UnknownOperationError: there is no such operation.
    """
    for operation in OPERATIONS.values():
        template = [VERSION, *operation.path.split("/")]
        if operation.method == method and len(template) == len(parts):
            members = dict(_members(template, parts))
            if all(part in members or part == own for part, own in _pairs(template, parts)):
                return Match(operation, {name[1:-1]: part for name, part in members.items()})
    address = "/".join(parts)[:200]
    raise UnknownOperationError(f"There is no operation {method} /{address}")


def _pairs(template: list[str], parts: list[str]) -> Iterator[tuple[str, str]]:
    return zip(template, parts, strict=True)


def _members(template: list[str], parts: list[str]) -> Iterator[tuple[str, str]]:
    return ((name, part) for name, part in _pairs(template, parts) if name.startswith("{"))
