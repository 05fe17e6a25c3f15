"""Amazon Resource Names of projects and models; the station stands for an account."""

from __future__ import annotations

import re

from okng.cloud_sync.lookout_vision.errors import ServiceValidationError

ACCOUNT = "000000000000"
DEFAULT_REGION = "us-east-1"
_ARN = re.compile(
    r"arn:aws[a-z-]*:lookoutvision:[a-z0-9-]*:\d{12}:"
    r"(?P<resource>project/(?P<project>[\w-]{1,64})|model/(?P<of>[\w-]{1,64})/(?P<version>[1-9]\d{0,9}))",
    re.ASCII,
)


class Arns:
    """Makes the names in the region that a client signs for: its own code may look for it."""

    def __init__(self, region: str) -> None:
        self._prefix = f"arn:aws:lookoutvision:{region}:{ACCOUNT}:"

    def project(self, name: str) -> str:
        """The ARN of a project."""
        return f"{self._prefix}project/{name}"

    def model(self, project: str, version: int) -> str:
        """The ARN of a model."""
        return f"{self._prefix}model/{project}/{version}"


class TaggedResource:
    """A project or model that an ARN names, whatever region and account the ARN has."""

    def __init__(self, arn: str) -> None:
        match = _ARN.fullmatch(arn)
        if match is None:
            raise ServiceValidationError(
                f"{arn[:200]!r} is not the ARN of a project (...:project/NAME) "
                "or a model (...:model/PROJECT/VERSION)"
            )
        self.key: str = match["resource"]
        """Names the resource in the store: `project/NAME` or `model/PROJECT/VERSION`."""
        self.project: str = match["project"] or match["of"]
        self.version: int | None = int(match["version"]) if match["version"] else None
