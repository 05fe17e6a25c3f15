"""The shapes that requests and answers share, named and limited as in the API's model.

Members are CamelCase on the wire (`ProjectName`) and Python's usual names here.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, PlainSerializer
from pydantic.alias_generators import to_pascal

from okng.device.types import Split


class Shape(BaseModel):
    """A structure of the API."""

    model_config = ConfigDict(
        alias_generator=to_pascal, validate_by_name=True, extra="forbid", frozen=True
    )


def _seconds(time: datetime) -> float:
    return round(time.timestamp(), 3)


Timestamp = Annotated[AwareDatetime, PlainSerializer(_seconds, return_type=float)]
"""Seconds since 1970 on the wire."""

ProjectName = Annotated[str, Field(pattern=r"^[a-zA-Z0-9][a-zA-Z0-9_\-]*$", max_length=64)]
"""The service allows 255 characters; here it is the name of a dataset and of a model, too."""
ModelVersion = Annotated[str, Field(pattern=r"^([1-9][0-9]*|latest)$", max_length=10)]
NumberedVersion = Annotated[str, Field(pattern=r"^[1-9][0-9]*$", max_length=10)]
ClientToken = Annotated[str, Field(pattern=r"^[a-zA-Z0-9-]+$", max_length=64)]
KmsKeyId = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9:_/+=,@.-]{0,2047}$")]
ModelDescriptionMessage = Annotated[
    str, Field(pattern=r"^[0-9A-Za-z.\-_]*$", min_length=1, max_length=500)
]
BucketName = Annotated[str, Field(pattern=r"^[0-9A-Za-z.\-_]*$", min_length=3, max_length=63)]
_KEY = r"^([a-zA-Z0-9!_.*'()-][/a-zA-Z0-9!_.*'()-]*)?$"
ObjectKey = Annotated[str, Field(pattern=_KEY, min_length=1, max_length=1024)]
KeyPrefix = Annotated[str, Field(pattern=_KEY, max_length=1024)]
InferenceUnits = Annotated[int, Field(ge=1)]
TagKey = Annotated[
    str, Field(pattern=r"^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$", min_length=1, max_length=128)
]
TagValue = Annotated[str, Field(pattern=r"^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$", max_length=256)]
PackagingJobName = Annotated[str, Field(pattern=r"^[a-zA-Z0-9-]+$", max_length=64)]
PlainDescription = Annotated[
    str, Field(pattern=r"^[a-zA-Z0-9\-_. ()':,;?]+$", min_length=1, max_length=256)
]
DatasetType = Split
"""Words of the API: `train` and `test`."""


class DatasetStatus(StrEnum):
    """What is being done to a dataset, or was done last."""

    CREATE_IN_PROGRESS = "CREATE_IN_PROGRESS"
    CREATE_COMPLETE = "CREATE_COMPLETE"
    CREATE_FAILED = "CREATE_FAILED"
    UPDATE_IN_PROGRESS = "UPDATE_IN_PROGRESS"
    UPDATE_COMPLETE = "UPDATE_COMPLETE"
    UPDATE_FAILED_ROLLBACK_COMPLETE = "UPDATE_FAILED_ROLLBACK_COMPLETE"
    DELETE_IN_PROGRESS = "DELETE_IN_PROGRESS"
    DELETE_FAILED = "DELETE_FAILED"

    @property
    def is_in_progress(self) -> bool:
        """Whether something is being done to it."""
        return self.endswith("_IN_PROGRESS")


class ModelStatus(StrEnum):
    """Where a model is between its training and its deletion."""

    TRAINING = "TRAINING"
    TRAINED = "TRAINED"
    TRAINING_FAILED = "TRAINING_FAILED"
    STARTING_HOSTING = "STARTING_HOSTING"
    HOSTED = "HOSTED"
    HOSTING_FAILED = "HOSTING_FAILED"
    STOPPING_HOSTING = "STOPPING_HOSTING"
    DELETING = "DELETING"


class PackagingStatus(StrEnum):
    """Where a packaging job is."""

    CREATED = "CREATED"
    RUNNING = "RUNNING"
    SUCCEEDED = "SUCCEEDED"
    FAILED = "FAILED"


class S3Location(Shape):
    """A folder in a bucket."""

    bucket: BucketName
    prefix: KeyPrefix | None = None


class InputS3Object(Shape):
    """An object to read."""

    bucket: BucketName
    key: ObjectKey
    version_id: Annotated[str, Field(min_length=1, max_length=1024)] | None = None


class OutputS3Object(Shape):
    """An object that was written."""

    bucket: BucketName
    key: ObjectKey


class OutputConfig(Shape):
    """Where the results of an evaluation go."""

    s3_location: S3Location


class Tag(Shape):
    """A tag of a project or model."""

    key: TagKey
    value: TagValue


Tags = Annotated[list[Tag], Field(max_length=200)]


class TargetPlatform(Shape):
    """A kind of machine that a packaged model is to run on."""

    os: Annotated[str, Field(pattern="^LINUX$")]
    arch: Annotated[str, Field(pattern="^(ARM64|X86_64)$")]
    accelerator: Annotated[str, Field(pattern="^NVIDIA$")] | None = None


class GreengrassConfiguration(Shape):
    """What to package, and where to put it."""

    compiler_options: Annotated[str, Field(min_length=3, max_length=1024)] | None = None
    target_device: Annotated[str, Field(pattern="^jetson_xavier$")] | None = None
    target_platform: TargetPlatform | None = None
    s3_output_location: S3Location
    component_name: Annotated[str, Field(pattern=r"^[a-zA-Z0-9\-_.]+$", max_length=128)]
    component_version: (
        Annotated[str, Field(pattern=r"^[0-9]{1,6}\.[0-9]{1,6}\.[0-9]{1,6}$")] | None
    ) = None
    component_description: PlainDescription | None = None
    tags: Tags | None = None


class ModelPackagingConfiguration(Shape):
    """Configuration of a packaging job."""

    greengrass: GreengrassConfiguration
