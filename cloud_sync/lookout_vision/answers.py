"""The answers of the API's 22 operations; a member without a value is left out."""

from __future__ import annotations

from okng.cloud_sync.lookout_vision.shapes import (
    DatasetStatus,
    DatasetType,
    ModelPackagingConfiguration,
    ModelStatus,
    OutputConfig,
    OutputS3Object,
    PackagingStatus,
    Shape,
    Tag,
    Timestamp,
)


class DatasetMetadata(Shape):
    """A dataset in short."""

    dataset_type: DatasetType
    creation_timestamp: Timestamp
    status: DatasetStatus
    status_message: str


class DatasetImageStats(Shape):
    """How many pictures of a dataset have which label."""

    total: int
    labeled: int
    normal: int
    anomaly: int


class DatasetDescription(Shape):
    """A dataset of a project, as DescribeDataset returns it."""

    project_name: str
    dataset_type: DatasetType
    creation_timestamp: Timestamp
    last_updated_timestamp: Timestamp
    status: DatasetStatus
    status_message: str
    image_stats: DatasetImageStats


class ProjectMetadata(Shape):
    """A project in short."""

    project_arn: str
    project_name: str
    creation_timestamp: Timestamp


class ProjectDescription(ProjectMetadata):
    """A project with its datasets."""

    datasets: list[DatasetMetadata]


class ModelPerformance(Shape):
    """Figures of an evaluation."""

    f1_score: float
    recall: float
    precision: float


class ModelMetadata(Shape):
    """A model in short."""

    creation_timestamp: Timestamp
    model_version: str
    model_arn: str
    description: str | None = None
    status: ModelStatus
    status_message: str
    performance: ModelPerformance | None = None


class ModelDescription(ModelMetadata):
    """A version of a model, as DescribeModel returns it."""

    output_config: OutputConfig | None = None
    evaluation_manifest: OutputS3Object | None = None
    evaluation_result: OutputS3Object | None = None
    evaluation_end_timestamp: Timestamp | None = None
    kms_key_id: str | None = None
    min_inference_units: int | None = None
    max_inference_units: int | None = None


class GreengrassOutputDetails(Shape):
    """What was packaged."""

    component_version_arn: str | None = None
    component_name: str
    component_version: str


class ModelPackagingOutputDetails(Shape):
    """What a packaging job made."""

    greengrass: GreengrassOutputDetails


class ModelPackagingJobMetadata(Shape):
    """A packaging job in short."""

    job_name: str
    project_name: str
    model_version: str
    model_packaging_job_description: str | None = None
    model_packaging_method: str
    status: PackagingStatus
    status_message: str
    creation_timestamp: Timestamp
    last_updated_timestamp: Timestamp


class ModelPackagingDescription(ModelPackagingJobMetadata):
    """A packaging job."""

    model_packaging_configuration: ModelPackagingConfiguration
    model_packaging_output_details: ModelPackagingOutputDetails | None = None


class PixelAnomaly(Shape):
    """How much of a picture shows an anomaly, and in which colour the mask has it."""

    total_percentage_area: float
    color: str


class Anomaly(Shape):
    """An anomaly, or the background."""

    name: str
    pixel_anomaly: PixelAnomaly


class ImageSource(Shape):
    """Where the picture came from."""

    type: str = "direct"


class DetectAnomalyResult(Shape):
    """What a model says of a picture."""

    source: ImageSource = ImageSource()
    is_anomalous: bool
    confidence: float
    anomalies: list[Anomaly] | None = None
    anomaly_mask: str | None = None
    """A PNG in base64."""


class Answer(Shape):
    """The answer of an operation; this one has no members."""


class CreateProjectAnswer(Answer):
    """The answer of the operation CreateProject."""

    project_metadata: ProjectMetadata


class DeleteProjectAnswer(Answer):
    """The answer of the operation DeleteProject."""

    project_arn: str


class DescribeProjectAnswer(Answer):
    """The answer of the operation DescribeProject."""

    project_description: ProjectDescription


class ListProjectsAnswer(Answer):
    """The answer of the operation ListProjects."""

    projects: list[ProjectMetadata]
    next_token: str | None = None


class CreateDatasetAnswer(Answer):
    """The answer of the operation CreateDataset."""

    dataset_metadata: DatasetMetadata


class DescribeDatasetAnswer(Answer):
    """The answer of the operation DescribeDataset."""

    dataset_description: DatasetDescription


class ListDatasetEntriesAnswer(Answer):
    """ListDatasetEntries: each entry is a line of a manifest."""

    dataset_entries: list[str]
    next_token: str | None = None


class UpdateDatasetEntriesAnswer(Answer):
    """The answer of the operation UpdateDatasetEntries."""

    status: DatasetStatus


class CreateModelAnswer(Answer):
    """The answer of the operation CreateModel."""

    model_metadata: ModelMetadata


class DescribeModelAnswer(Answer):
    """The answer of the operation DescribeModel."""

    model_description: ModelDescription


class ListModelsAnswer(Answer):
    """The answer of the operation ListModels."""

    models: list[ModelMetadata]
    next_token: str | None = None


class DeleteModelAnswer(Answer):
    """The answer of the operation DeleteModel."""

    model_arn: str


class HostingAnswer(Answer):
    """StartModel and StopModel."""

    status: ModelStatus


class DetectAnomaliesAnswer(Answer):
    """The answer of the operation DetectAnomalies."""

    detect_anomaly_result: DetectAnomalyResult


class StartModelPackagingJobAnswer(Answer):
    """The answer of the operation StartModelPackagingJob."""

    job_name: str


class DescribeModelPackagingJobAnswer(Answer):
    """The answer of the operation DescribeModelPackagingJob."""

    model_packaging_description: ModelPackagingDescription


class ListModelPackagingJobsAnswer(Answer):
    """The answer of the operation ListModelPackagingJobs."""

    model_packaging_jobs: list[ModelPackagingJobMetadata]
    next_token: str | None = None


class ListTagsForResourceAnswer(Answer):
    """The answer of the operation ListTagsForResource."""

    tags: list[Tag]
