"""A station's data directory with parts in it, and its sync process in a thread."""

from __future__ import annotations

import threading
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from okng.cloud_sync.credentials import session_with
from okng.cloud_sync.object_store.link import Link
from okng.cloud_sync.object_store.object_store import ObjectStore
from okng.cloud_sync.sync.sync_process import SyncProcess
from okng.device.settings.settings import StationSettings, SyncSettings
from okng.device.store.inspection_writer import Recorded, Recording, SafeRecorder
from okng.device.store.ledger import Ledger
from okng.device.store.station_id import station_id
from okng.device.store.sync_reports import SyncReports, SyncStatus
from okng.device.store.uploads import Uploads, UploadState
from okng.device.types import Outcome
from support.inspections import inspection
from support.object_store_server import STATION

KEYS = {"type": "keys", "access_key_id": STATION[0], "secret_access_key": STATION[1]}


def open_store(settings: SyncSettings, data_dir: Path = Path("/nowhere")) -> ObjectStore:
    """The store as the sync process opens it."""
    return ObjectStore(settings, session_with(settings.credentials, data_dir), Link())


class SyncedStation:
    """A station without a device process: tests record its parts."""

    def __init__(self, folder: Path, endpoint: str, bucket: str, **sync: Any) -> None:
        values = {"endpoint": endpoint, "bucket": bucket, "credentials": KEYS, **sync}
        folder.mkdir(parents=True, exist_ok=True)
        self.settings = StationSettings.model_validate(
            {
                "station": folder.name.replace("_", "-")[:60],
                "data_dir": folder / "data",
                # Nothing listens there; its path is short.
                "run_dir": Path("/tmp") / f"okng-{uuid.uuid4().hex[:8]}",
                "storage": {"min_free_mb": 0, "ballast_mb": 1},
                "sync": values,
            }
        )
        assert self.settings.sync
        self.data_dir = self.settings.data_dir
        self.recorder = SafeRecorder(
            self.data_dir, self.settings.storage, [], self.settings.sync.pictures
        )
        self.ledger = Ledger(self.data_dir)
        self.uploads = Uploads(self.data_dir)
        self.reports = SyncReports(self.data_dir)
        self.station_id = station_id(self.data_dir)
        self._random = np.random.default_rng(int(self.station_id, 16))
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def record(
        self, count: int = 1, outcome: Outcome = Outcome.NG, size: int = 16, **fields: Any
    ) -> list[Recorded]:
        """Records parts with noisy pictures of `size` x `size` pixels."""
        first = self.ledger.last_trigger_id() + 1
        return self.recorder.record(
            [
                Recording(
                    inspection(
                        number,
                        outcome=outcome,
                        **{"triggered_at": datetime.now(UTC), **fields},
                    ),
                    self._random.integers(0, 256, (size, size), np.uint8),
                )
                for number in range(first, first + count)
            ]
        )

    def start(self) -> None:
        """Runs the sync process in a thread."""
        assert self.settings.sync
        self._stopping.clear()
        process = SyncProcess(self.settings, self.settings.sync)
        self._thread = threading.Thread(target=process.run, args=(self._stopping,))
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        if self._thread:
            self._thread.join()
            self._thread = None

    @property
    def status(self) -> SyncStatus:
        status = self.reports.status()
        assert status
        return status

    def problem(self) -> str | None:
        """The code of what is wrong, by the newest status."""
        status = self.reports.status()
        return status.problem.code if status and status.problem else None

    def waits(self) -> int:
        """How many files wait."""
        return self.uploads.totals()[UploadState.WAITING].files

    def pictures(self, *outcomes: Outcome) -> dict[str, bytes]:
        """The stored pictures of parts that ended so, by file name."""
        return {
            Path(part.picture_path).name: (self.data_dir / part.picture_path).read_bytes()
            for part in self.ledger.iterate()
            if part.picture_path and (not outcomes or part.outcome in outcomes)
        }
