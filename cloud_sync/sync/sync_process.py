"""The sync process: reads what is new on the station, sends it, and tells how that goes."""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Literal, Protocol

from okng.cloud_sync.credentials import session_with
from okng.cloud_sync.fleet.fleet_report import LOOK_S, FleetReport
from okng.cloud_sync.fleet.station_report import StationReporter
from okng.cloud_sync.model_transfer.assignments import Assignments, assignment_keys
from okng.cloud_sync.model_transfer.packages import ModelPackages
from okng.cloud_sync.object_store.errors import (
    BucketError,
    MultipartGoneError,
    ObjectExistsError,
    ObjectRefusedError,
)
from okng.cloud_sync.object_store.link import Link
from okng.cloud_sync.object_store.object_store import ObjectStore
from okng.cloud_sync.uploads.backoff import Backoff
from okng.cloud_sync.uploads.bucket_thread import BucketThread
from okng.cloud_sync.uploads.dataset_pictures import DatasetPictures
from okng.cloud_sync.uploads.file_sender import FileSender, UnsendableFileError
from okng.cloud_sync.uploads.inspection_pictures import InspectionPictures
from okng.cloud_sync.uploads.lake_mirror import LakeMirror
from okng.cloud_sync.uploads.model_bundles import ModelBundles
from okng.cloud_sync.uploads.result_files import ResultFiles
from okng.cloud_sync.uploads.time_windows import is_open, local_time
from okng.cloud_sync.uploads.upload_threads import Attempt, UploadThreads
from okng.device.ipc.client import DeviceClient
from okng.device.settings.settings import StationSettings
from okng.device.store.database import StoreError
from okng.device.store.database_errors import explain
from okng.device.store.station_id import station_id
from okng.device.store.sync_reports import SyncProblem, SyncReports, SyncStatus
from okng.device.store.sync_settings import SyncSettings
from okng.device.store.uploads import Upload, Uploads, UploadState

READ_S = 1.0
"""How often the station is looked through for what is new."""
REPORT_S = 2.0
SIGN_OF_LIFE_S = 30.0
LAKE_LOOK_S = 60.0
"""How often the data lake is looked through for files that have changed."""
STORE_FAULT_S = 5.0
"""Pause while disk or database fail."""
MOST_DELETED = 20
"""Objects that are deleted in one round."""
REFUSALS_TO_TELL = 3
"""So often the store has refused a file while it took others, before a person is told."""

_log = logging.getLogger(__name__)


class Source(Protocol):
    """Where files for the bucket come from."""

    def read(self) -> bool:
        """Adds the next ones to the uploads; returns whether there may be more at once."""


class SyncProcess:
    """All parts of the process; its threads send, and the main loop does the rest."""

    def __init__(self, settings: StationSettings, sync: SyncSettings) -> None:
        """Raises: CredentialsError, AwsConnectionError: the credentials can't be used.
        ParquetMissingError: results are to be Parquet, and its library is missing.
        StoreError, sqlite3.Error: the database can't be used.
        """
        data_dir = settings.data_dir
        own_id = station_id(data_dir)
        self._settings = sync
        self._link = Link(sync.bandwidth_kbit_s)
        self._store = ObjectStore(sync, session_with(sync.credentials, data_dir), self._link)
        self._uploads = Uploads(data_dir)
        self._reports = SyncReports(data_dir)
        self._threads = UploadThreads(
            FileSender(data_dir, self._store, sync.part_mb), sync.connections
        )
        report = FleetReport(
            own_id,
            self._store,
            StationReporter(settings, own_id),
            self._reports,
            sync.station_period_min,
        )
        self._fleet = BucketThread("fleet", report.update, LOOK_S)
        assignments = Assignments(
            data_dir,
            assignment_keys(own_id, sync.group),
            self._store,
            ModelPackages(data_dir, self._store, sync.part_mb),
            DeviceClient(settings.run_dir),
        )
        self._assignments = BucketThread(
            "assignments", assignments.carry_out, sync.station_period_min * 60.0
        )
        lake = settings.export.folder if sync.lake else None
        self._lake: BucketThread | None = None
        if lake:
            mirror = LakeMirror(lake, own_id, self._store, self._window_is_open)
            self._lake = BucketThread("lake", mirror.update, LAKE_LOOK_S)
        self._sources: list[Source] = [InspectionPictures(data_dir, own_id, sync.pictures)]
        self._results: ResultFiles | None = None
        if sync.results != "off":
            period_min = sync.results_period_min
            self._results = ResultFiles(data_dir, own_id, sync.results, period_min)
            self._sources.append(self._results)
        if sync.datasets:
            self._sources.append(DatasetPictures(data_dir, own_id))
        if sync.models:
            self._sources.append(ModelBundles(data_dir, own_id))
        self._backoff = Backoff()
        self._error: BucketError | None = None
        self._delete_backoff = Backoff()
        self._delete_error: BucketError | None = None
        self._problem: SyncProblem | None = None
        self._confirmed: list[int] = []
        """Confirmed by the store, and not yet recorded here."""
        self._last_confirmed_at: datetime | None = None
        self._read_at_s = self._report_at_s = self._reported_at_s = 0.0
        self._reported: dict[str, object] = {}

    def run(self, stopping: threading.Event) -> None:
        """Works until the event is set; a fault of disk or database ends nothing."""
        self._threads.start()
        self._fleet.start()
        self._assignments.start()
        if self._lake:
            self._lake.start()
        begun = False
        while not stopping.is_set():
            try:
                if not begun:
                    self._begin()
                    begun = True
                self._round()
            except (sqlite3.Error, StoreError, OSError) as error:
                _log.warning("nothing can be read or recorded now: %s", explain(error))
                stopping.wait(STORE_FAULT_S)
        self._fleet.stop()
        self._assignments.stop()
        if self._lake:
            self._lake.stop()
        self._threads.stop()
        self._link.stop()

    def _begin(self) -> None:
        target = f"{self._settings.endpoint} {self._settings.bucket} {self._settings.prefix}"
        if self._uploads.send_to(target):
            _log.warning("the bucket is another one: datasets and models are sent there anew")
        if self._results:
            self._results.remove_arrived()

    def _round(self) -> None:
        self._record(self._threads.ended(timeout_s=0.1))
        now_s = time.monotonic()
        if now_s >= self._read_at_s:
            more = [source.read() for source in self._sources]
            self._read_at_s = now_s if any(more) else now_s + READ_S
        self._send()
        if now_s >= self._report_at_s:
            self._report_at_s = now_s + REPORT_S
            self._report(self._status())

    def _report(self, status: SyncStatus) -> None:
        """Writes the status when it has changed, and from time to time as a sign of life."""
        content = status.model_dump(exclude={"written_at", "next_try_at", "rate_bytes_s"})
        now_s = time.monotonic()
        if content != self._reported or now_s - self._reported_at_s >= SIGN_OF_LIFE_S:
            self._reports.write(status)
            self._reported, self._reported_at_s = content, now_s

    def _send(self) -> None:
        if self._backoff.wait_s() or not self._window_is_open():
            return
        # After a failure one file goes ahead, to see whether the rest may follow.
        room = self._threads.room if self._error is None else 1 - len(self._threads.in_flight)
        if room <= 0:
            return
        for upload in self._uploads.waiting(room, self._threads.in_flight.union(self._confirmed)):
            self._threads.send(upload)
        if self._error is None and not self._delete_backoff.wait_s():
            self._delete_obsolete()

    def _delete_obsolete(self) -> None:
        """Deletes objects whose picture has left its dataset, or lies in another folder by now."""
        deleted = []
        try:
            for upload in self._uploads.obsolete(MOST_DELETED, self._threads.in_flight):
                multipart_id, _ = self._uploads.multipart(upload.upload_id)
                if multipart_id:
                    self._store.abort_multipart(upload.key, multipart_id)
                self._store.delete(upload.key)
                deleted.append(upload.upload_id)
            self._delete_error = None
            self._delete_backoff.succeeded()
        except BucketError as error:
            # Files go on arriving, also with keys that may not delete.
            self._delete_error = error
            self._delete_backoff.failed()
        finally:
            if deleted:
                self._uploads.deleted(deleted)

    def _record(self, attempts: Sequence[Attempt]) -> None:
        failed: dict[int, str] = {}
        refused: dict[int, str] = {}
        for upload, error in attempts:
            match error:
                case None:
                    self._confirmed.append(upload.upload_id)
                case UnsendableFileError() | ObjectExistsError():
                    _log.error("%s can't be sent to %s: %s", upload.path, upload.key, error)
                    failed[upload.upload_id] = str(error)
                case ObjectRefusedError():
                    refused[upload.upload_id] = str(error)
                    self._failed(error)
                case MultipartGoneError():
                    _log.warning("%s is sent anew: %s", upload.path, error)
                case BucketError():
                    self._failed(error)
                case sqlite3.Error() | StoreError() | OSError():
                    _log.warning("%s was not sent: %s", upload.path, explain(error))
                    self._backoff.failed()
                case _:
                    raise error
        if self._confirmed:
            self._uploads.uploaded(self._confirmed)
            self._confirmed.clear()
            self._succeeded()
        if failed:
            self._uploads.failed(failed)
        if refused:
            self._uploads.refused(refused)

    def _succeeded(self) -> None:
        self._last_confirmed_at = datetime.now(UTC)
        self._backoff.succeeded()
        if self._error:
            _log.info("files arrive in the bucket again")
        self._error = None
        if self._results:
            self._results.remove_arrived()

    def _failed(self, error: BucketError) -> None:
        if self._error is None or self._error.code != error.code:
            _log.warning("nothing arrives in the bucket: %s", error)
        self._error = error
        self._backoff.failed()

    def _window_is_open(self) -> bool:
        return is_open(self._settings.windows, local_time())

    def _status(self) -> SyncStatus:
        totals = self._uploads.totals()
        waiting, uploaded = totals[UploadState.WAITING], totals[UploadState.UPLOADED]
        self._problem = self._problem_now()
        wait_s = self._backoff.wait_s()
        now = datetime.now(UTC)
        return SyncStatus(
            state=self._state(waiting.files),
            problem=self._problem,
            next_try_at=now + timedelta(seconds=wait_s) if wait_s else None,
            waiting_files=waiting.files,
            waiting_bytes=waiting.size_bytes,
            oldest_waiting_at=self._uploads.oldest_waiting(),
            rate_bytes_s=self._link.rate_bytes_s(),
            uploaded_files=uploaded.files,
            uploaded_bytes=uploaded.size_bytes,
            failed_files=totals[UploadState.FAILED].files,
            last_confirmed_at=self._last_confirmed_at,
            written_at=now,
        )

    def _state(self, waiting: int) -> Literal["idle", "sending", "outside_windows", "retrying"]:
        if waiting and not self._window_is_open():
            return "outside_windows"
        if self._error:
            return "retrying"
        return "sending" if waiting else "idle"

    def _problem_now(self) -> SyncProblem | None:
        error = (
            self._error
            or self._delete_error
            or self._fleet.problem
            or self._assignments.problem
            or (self._lake.problem if self._lake else None)
        )
        if error is None:
            error = _of_refused(self._uploads.most_refused())
        if error is None:
            return None
        known = self._problem
        since = known.since if known and known.code == error.code else datetime.now(UTC)
        return SyncProblem(code=error.code, message=str(error), since=since)


def _of_refused(upload: Upload | None) -> BucketError | None:
    if upload is None or upload.refusals < REFUSALS_TO_TELL:
        return None
    return ObjectRefusedError("files_refused", f"{upload.key}: {upload.reason}")
