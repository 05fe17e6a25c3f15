"""The exchange with a bucket: its status, what has arrived there, and the bucket's stations."""

from __future__ import annotations

from typing import Literal

from apiflask import APIBlueprint
from pydantic import AwareDatetime, Field

from okng.device.store.sync_reports import StationReport, SyncStatus, UnreadableReport
from okng.device.store.uploads import Upload, UploadState
from okng.models.strict_model import StrictModel
from okng.webui.services import services

sync = APIBlueprint("sync", __name__, tag="Sync", url_prefix="/sync")


class BucketAddress(StrictModel):
    """Where files are sent to."""

    endpoint: str | None
    """Null is AWS."""
    bucket: str
    prefix: str


class SyncOverview(StrictModel):
    """Whether files are sent to a bucket, and how that goes."""

    target: BucketAddress | None
    """Null where no bucket is configured."""
    running: bool
    """Whether the sync process runs."""
    status: SyncStatus | None
    """The newest status; null before the sync process ran for the first time."""


class UploadsRequest(StrictModel):
    """Which uploads to list."""

    state: Literal["waiting", "uploaded", "failed"] = "waiting"
    before: int | None = Field(default=None, ge=1)
    """Only those with a smaller `upload_id`: the next older page."""
    limit: int = Field(default=100, ge=1, le=500)


class UploadList(StrictModel):
    """Uploads of one state, the newest first, and how many there are in all."""

    total: int
    uploads: list[Upload]


class RetriedUploads(StrictModel):
    """How many files are sent again."""

    retried: int


class FleetOverview(StrictModel):
    """The stations of the bucket, as their last reports say."""

    stations: list[StationReport]
    unreadable: list[UnreadableReport]
    read_at: AwareDatetime | None
    """When the reports were read last; null before the first time."""


@sync.get("")
@sync.output(SyncOverview)
def sync_overview() -> SyncOverview:
    """Returns where files are sent to, what waits, and what is wrong."""
    settings, status = services().settings.sync, services().sync_reports.status()
    return SyncOverview(
        target=settings
        and BucketAddress(
            endpoint=settings.endpoint, bucket=settings.bucket, prefix=settings.prefix
        ),
        running=bool(settings and status and status.is_alive),
        status=status,
    )


@sync.get("/uploads")
@sync.input(UploadsRequest, location="query", arg_name="request")
@sync.output(UploadList)
def list_uploads(request: UploadsRequest) -> UploadList:
    """Lists the files that wait, have arrived in the bucket, or can't be sent any more."""
    state = UploadState(request.state)
    return UploadList(
        total=services().uploads.totals()[state].files,
        uploads=services().uploads.page(state, request.before, request.limit),
    )


@sync.post("/uploads/retry")
@sync.output(RetriedUploads)
def retry_uploads() -> RetriedUploads:
    """Sends all files again that could not be sent."""
    return RetriedUploads(retried=services().uploads.retry())


@sync.get("/stations")
@sync.output(FleetOverview)
def list_stations_of_bucket() -> FleetOverview:
    """Lists the stations that share the bucket: recipe, model, yield and conditions of each."""
    fleet = services().sync_reports.fleet()
    if fleet is None:
        return FleetOverview(stations=[], unreadable=[], read_at=None)
    return FleetOverview(
        stations=list(fleet.stations), unreadable=list(fleet.unreadable), read_at=fleet.read_at
    )
