"""The requests of the API's 22 operations: from address, query, headers and body."""

from __future__ import annotations

from typing import Annotated

from pydantic import AwareDatetime, Base64Bytes, Field

from okng.cloud_sync.lookout_vision.shapes import (
    ClientToken,
    DatasetType,
    InferenceUnits,
    InputS3Object,
    KmsKeyId,
    ModelDescriptionMessage,
    ModelPackagingConfiguration,
    ModelVersion,
    NumberedVersion,
    OutputConfig,
    PackagingJobName,
    PlainDescription,
    ProjectName,
    Shape,
    TagKey,
    Tags,
)

MAX_PICTURE_BYTES = 8_000_000
MAX_CHANGES_BYTES = 10_485_760
"""Of UpdateDatasetEntries' `Changes`, decoded."""


class ServiceRequest(Shape):
    """A request of any operation."""


class Page(ServiceRequest):
    """Which part of a list."""

    next_token: Annotated[str, Field(pattern=r"^[a-zA-Z0-9/+=]{0,2048}$")] | None = None
    max_results: int = Field(default=100, ge=1, le=100)


class Idempotent(ServiceRequest):
    """A request that is carried out once, however often it is sent with the same token."""

    client_token: ClientToken | None = None


class OfProject(ServiceRequest):
    """A request about a project."""

    project_name: ProjectName


class OfDataset(OfProject):
    """A request about a dataset."""

    dataset_type: DatasetType


class OfModel(OfProject):
    """A request about a model."""

    model_version: ModelVersion


class CreateProject(OfProject, Idempotent):
    """The request of the operation CreateProject."""


class DeleteProject(OfProject, Idempotent):
    """The request of the operation DeleteProject."""


class ListOfProject(OfProject, Page):
    """ListModels and ListModelPackagingJobs."""


class GroundTruthManifest(Shape):
    """A manifest file."""

    s3_object: InputS3Object | None = None


class DatasetSource(Shape):
    """Where the entries of a new dataset come from."""

    ground_truth_manifest: GroundTruthManifest | None = None


class CreateDataset(OfDataset, Idempotent):
    """CreateDataset; without a source the dataset is empty."""

    dataset_source: DatasetSource | None = None


class DeleteDataset(OfDataset, Idempotent):
    """The request of the operation DeleteDataset."""


class ListDatasetEntries(OfDataset, Page):
    """ListDatasetEntries, with filters of which all given ones hold."""

    labeled: bool | None = None
    anomaly_class: Annotated[str, Field(min_length=1, max_length=128)] | None = None
    """`normal`, `anomaly`, or a class that the masks of entries show."""
    before_creation_date: AwareDatetime | None = None
    after_creation_date: AwareDatetime | None = None
    source_ref_contains: Annotated[str, Field(pattern=r"\S", max_length=2048)] | None = None


class UpdateDatasetEntries(OfDataset, Idempotent):
    """UpdateDatasetEntries; the changes are lines of a manifest."""

    changes: Annotated[Base64Bytes, Field(min_length=1, max_length=MAX_CHANGES_BYTES)]


class CreateModel(OfProject, Idempotent):
    """The request of the operation CreateModel."""

    description: ModelDescriptionMessage | None = None
    output_config: OutputConfig
    kms_key_id: KmsKeyId | None = None
    tags: Tags | None = None


class DeleteModel(OfProject, Idempotent):
    """The request of the operation DeleteModel."""

    model_version: NumberedVersion


class StartModel(OfModel, Idempotent):
    """The request of the operation StartModel."""

    min_inference_units: InferenceUnits
    max_inference_units: InferenceUnits | None = None


class StopModel(OfModel, Idempotent):
    """The request of the operation StopModel."""


class DetectAnomalies(OfModel):
    """DetectAnomalies: the picture is the body."""

    body: bytes
    content_type: str


class StartModelPackagingJob(OfModel, Idempotent):
    """The request of the operation StartModelPackagingJob."""

    job_name: PackagingJobName | None = None
    configuration: ModelPackagingConfiguration
    description: PlainDescription | None = None


class DescribeModelPackagingJob(OfProject):
    """The request of the operation DescribeModelPackagingJob."""

    job_name: PackagingJobName


class OfResource(ServiceRequest):
    """A request about the tags of a project or model."""

    resource_arn: Annotated[str, Field(min_length=1, max_length=1011)]


class TagResource(OfResource):
    """The request of the operation TagResource."""

    tags: Tags


class UntagResource(OfResource):
    """The request of the operation UntagResource."""

    tag_keys: Annotated[tuple[TagKey, ...], Field(max_length=200)] = ()
