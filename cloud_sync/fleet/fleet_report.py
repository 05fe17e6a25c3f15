"""The fleet report: writes the station's report to the bucket and reads those of the others."""

from __future__ import annotations

import time

from okng.cloud_sync.fleet.list_stations import list_stations
from okng.cloud_sync.fleet.station_report import StationReporter, what_changes
from okng.cloud_sync.object_store.object_store import ObjectStore
from okng.cloud_sync.uploads.object_keys import report_key
from okng.device.store.sync_reports import SyncReports

LOOK_S = 5.0
"""How often the station is asked whether something has changed."""


class FleetReport:
    """Writes when something has changed, and at least once a period."""

    def __init__(
        self,
        station_id: str,
        store: ObjectStore,
        reporter: StationReporter,
        reports: SyncReports,
        period_min: int,
    ) -> None:
        self._key = report_key(station_id)
        self._store = store
        self._reporter = reporter
        self._reports = reports
        self._period_s = period_min * 60.0
        self._written: object = None
        self._written_at_s = float("-inf")

    def update(self) -> None:
        """Writes the report if it is due, and then reads the others'.

        Raises:
            BucketError: the bucket can't be used.
            sqlite3.Error, StoreError, OSError: the station can't be read.
        """
        report = self._reporter.report()
        content, now_s = what_changes(report), time.monotonic()
        if content == self._written and now_s - self._written_at_s < self._period_s:
            return
        self._store.replace(self._key, report.model_dump_json(indent=2).encode())
        self._reports.write(list_stations(self._store))
        self._written, self._written_at_s = content, now_s
