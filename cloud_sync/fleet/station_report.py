"""The station's report on itself, as the other stations of the bucket read it."""

from __future__ import annotations

import importlib.metadata
from datetime import UTC, datetime, timedelta

from okng.device.ipc.client import DeviceClient, DeviceUnavailableError
from okng.device.ipc.commands import GetStatus
from okng.device.ipc.status import StationStatus
from okng.device.settings.settings import StationSettings
from okng.device.store.ledger import Ledger
from okng.device.store.sync_reports import StationCondition, StationReport
from okng.device.store.uploads import Uploads, UploadState
from okng.device.types import ModelReference, RecipeReference

TIMEOUT_S = 3.0
LONGEST_MESSAGE = 500


class StationReporter:
    """Makes the report of what the device process and the store say now."""

    def __init__(self, settings: StationSettings, station_id: str) -> None:
        self._settings = settings
        self._station_id = station_id
        self._device = DeviceClient(settings.run_dir, TIMEOUT_S)
        self._ledger = Ledger(settings.data_dir)
        self._uploads = Uploads(settings.data_dir)

    def report(self) -> StationReport:
        """The report of now; without the device's part while its process doesn't answer."""
        now = datetime.now(UTC)
        totals = self._ledger.totals(now - timedelta(hours=24))
        report = StationReport(
            station_id=self._station_id,
            station=self._settings.station,
            okng_version=importlib.metadata.version("okng"),
            reported_at=now,
            running=False,
            parts_24h=totals.parts,
            yield_24h=totals.yield_ratio,
            waiting_files=self._uploads.totals()[UploadState.WAITING].files,
        )
        try:
            status = self._device.ask(GetStatus())
        except DeviceUnavailableError:
            return report
        return report.model_copy(update=_of_device(status))


def what_changes(report: StationReport) -> object:
    """What of a report is worth another one at once when it changes."""
    codes = frozenset(condition.code for condition in report.conditions)
    return (
        report.station,
        report.okng_version,
        report.running,
        report.mode,
        report.camera_state,
        report.recipe,
        report.model,
        codes,
    )


def _of_device(status: StationStatus) -> dict[str, object]:
    recipe, model = status.recipe, status.model
    return {
        "running": True,
        # Of the daemon, whose name may be newer than the settings that this process began with.
        "station": status.station,
        "mode": status.mode.value,
        "camera_state": status.camera_state.value,
        "recipe": recipe and RecipeReference(name=recipe.recipe.name, version=recipe.version),
        "model": model and ModelReference(name=model.name, version=model.version),
        "conditions": tuple(
            StationCondition(
                code=condition.code,
                severity=condition.severity.value,
                message=condition.message[:LONGEST_MESSAGE],
            )
            for condition in status.conditions
        ),
    }
