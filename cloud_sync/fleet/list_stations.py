"""Lists the stations of a bucket by the reports that they wrote there."""

from __future__ import annotations

from datetime import UTC, datetime

from pydantic import ValidationError

from okng.cloud_sync.object_store.errors import ObjectRefusedError
from okng.cloud_sync.object_store.object_store import ObjectStore
from okng.device.store.sync_reports import Fleet, StationReport, UnreadableReport
from okng.models.validation_words import explain_first

FOLDER = "stations"
LARGEST_REPORT = 256 * 1024
MOST_STATIONS = 1000


def list_stations(store: ObjectStore) -> Fleet:
    """All stations; a report that can't be read is named, and hides none of the others.

    Raises:
        BucketError: the bucket can't be read.
    """
    stations, unreadable = [], []
    for number, key in enumerate(sorted(store.keys(FOLDER))):
        if number >= MOST_STATIONS:
            unreadable.append(
                UnreadableReport(key=key, reason=f"only {MOST_STATIONS} reports are read")
            )
            break
        try:
            report = StationReport.model_validate_json(store.get(key, LARGEST_REPORT))
            if key != f"{FOLDER}/{report.station_id}.json":
                raise ValueError(f"it is the report of station {report.station_id}")
            stations.append(report)
        except ValidationError as error:
            unreadable.append(UnreadableReport(key=key, reason=explain_first(error)))
        except (ObjectRefusedError, ValueError) as error:
            unreadable.append(UnreadableReport(key=key, reason=str(error)))
    return Fleet(
        stations=tuple(sorted(stations, key=lambda report: (report.station, report.station_id))),
        unreadable=tuple(unreadable),
        read_at=datetime.now(UTC),
    )
