"""The stores and clients that the views use, created once for an application."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from flask import current_app

from okng.device.datasets.dataset_profile import DatasetProfiles
from okng.device.datasets.edit_history import DatasetChanges
from okng.device.datasets.picture_rows import PictureOutline
from okng.device.datasets.quick_model_launcher import QuickModelLauncher
from okng.device.datasets.quick_models import QuickModels
from okng.device.datasets.review_results import DatasetFindings
from okng.device.datasets.snapshots import DatasetSnapshots
from okng.device.datasets.store import DatasetStore
from okng.device.hosting.client import HostingClient
from okng.device.ipc.client import DeviceClient
from okng.device.ipc.events import Event, PreviewHeader
from okng.device.ipc.subscribers import EventSubscriber, PreviewSubscriber
from okng.device.jobs.incremental_training import FurtherPictures
from okng.device.jobs.launcher import JobLauncher
from okng.device.jobs.store import JobStore
from okng.device.labelling.labelling import Labelling
from okng.device.recipes.recipe import RecipeVersion
from okng.device.settings.settings import StationSettings
from okng.device.store.access_keys import AccessKeys
from okng.device.store.archive_differences import ArchiveDifferences
from okng.device.store.archive_inspections import ArchiveInspectionStore
from okng.device.store.challenges import ChallengeStore
from okng.device.store.counters import CounterStore
from okng.device.store.ledger import Ledger
from okng.device.store.ng_alarms import NgAlarmStore
from okng.device.store.promotions import PromotionStore
from okng.device.store.quality import QualityStore
from okng.device.store.recipes import RecipeStore
from okng.device.store.regression import RegressionStore
from okng.device.store.reviews import ReviewStore
from okng.device.store.runs import Runs
from okng.device.store.set_aside_results import SetAsideResults
from okng.device.store.state import StationState
from okng.device.store.sync_reports import SyncReports
from okng.device.store.trials import TrialStore
from okng.device.store.uploads import Uploads
from okng.device.store.versioned_cache import VersionedCache
from okng.models.evaluation.false_rejects import FalseRejects
from okng.webui.compression import CompressedDocument
from okng.webui.dataset_scores import DatasetScores
from okng.webui.images.picture_memory import MEGABYTE, PictureMemory
from okng.webui.images.thumbnail_cache import ThumbnailCache
from okng.webui.manifest_cache import ManifestCache
from okng.webui.streaming.broadcast import Broadcast
from okng.webui.streaming.stream_format import render_event, render_picture

EXTENSION = "okng"

QUICK_TIMEOUT_S = 3.0
MAX_SLOW_CALLS = 16
"""Number of changes and waiting triggers at a time: each holds a thread of the web server."""

EVENT_BACKLOG = 256
"""Number of events kept for a slow viewer."""


@dataclass(frozen=True)
class Services:
    """The stores, caches and clients of one station; usable from any thread."""

    settings: StationSettings
    device: DeviceClient
    quick_device: DeviceClient
    """For calls that are answered at once: short timeout, and never queued behind slow calls."""
    hosting: HostingClient
    access_keys: AccessKeys
    ledger: Ledger
    counters: CounterStore
    runs: Runs
    ng_alarms: NgAlarmStore
    challenges: ChallengeStore
    reviews: ReviewStore
    quality: QualityStore
    set_aside: SetAsideResults
    datasets: DatasetStore
    dataset_changes: DatasetChanges
    dataset_findings: DatasetFindings
    dataset_snapshots: DatasetSnapshots
    labelling: Labelling
    dataset_profiles: DatasetProfiles
    dataset_scores: DatasetScores
    picture_documents: VersionedCache[str, CompressedDocument]
    """The answer with all pictures of a dataset in columns."""
    quick_models: QuickModels
    quick_model_launcher: QuickModelLauncher
    recipes: RecipeStore
    state: StationState
    promotions: PromotionStore
    trials: TrialStore
    regression: RegressionStore
    archive: ArchiveInspectionStore
    archive_differences: ArchiveDifferences
    uploads: Uploads
    sync_reports: SyncReports
    jobs: JobStore
    job_launcher: JobLauncher
    manifests: ManifestCache
    further_pictures: VersionedCache[tuple[str, str], FurtherPictures[PictureOutline]]
    """New pictures for incremental training, by the model's content hash and the dataset."""
    too_few_boxes: VersionedCache[str, str | None]
    """Why the boxes of a dataset are too few to train on; None if they aren't."""
    stated_rejects: VersionedCache[tuple[str, float], FalseRejects]
    """What a model states at another threshold than its own, by the model's content hash."""
    picture_memory: PictureMemory
    thumbnails: ThumbnailCache
    events: Broadcast[Event]
    preview: Broadcast[tuple[PreviewHeader, bytes]]

    @classmethod
    def of(cls, settings: StationSettings) -> Services:
        """The services of the station with these settings."""
        data_dir, run_dir = settings.data_dir, settings.run_dir
        max_viewers = settings.web.max_viewers
        manifests = ManifestCache(data_dir / "models")
        return cls(
            settings=settings,
            device=DeviceClient(run_dir, max_calls=MAX_SLOW_CALLS),
            quick_device=DeviceClient(run_dir, QUICK_TIMEOUT_S),
            hosting=HostingClient(run_dir),
            access_keys=AccessKeys(data_dir),
            ledger=Ledger(data_dir),
            counters=CounterStore(data_dir),
            runs=Runs(data_dir),
            ng_alarms=NgAlarmStore(data_dir),
            challenges=ChallengeStore(data_dir),
            reviews=ReviewStore(data_dir),
            quality=QualityStore(data_dir),
            set_aside=SetAsideResults(data_dir),
            datasets=DatasetStore(data_dir),
            dataset_changes=DatasetChanges(data_dir),
            dataset_findings=DatasetFindings(data_dir),
            dataset_snapshots=DatasetSnapshots(data_dir),
            labelling=Labelling.of(data_dir),
            dataset_profiles=DatasetProfiles(data_dir),
            dataset_scores=DatasetScores(data_dir, manifests),
            picture_documents=VersionedCache(4),
            quick_models=QuickModels(data_dir),
            quick_model_launcher=QuickModelLauncher(data_dir, settings.storage.min_free_mb),
            recipes=RecipeStore(data_dir),
            state=StationState(data_dir),
            promotions=PromotionStore(data_dir),
            trials=TrialStore(data_dir),
            regression=RegressionStore(data_dir),
            archive=ArchiveInspectionStore(data_dir),
            archive_differences=ArchiveDifferences(data_dir),
            uploads=Uploads(data_dir),
            sync_reports=SyncReports(data_dir),
            jobs=JobStore(data_dir),
            job_launcher=JobLauncher(data_dir),
            manifests=manifests,
            further_pictures=VersionedCache(4),
            too_few_boxes=VersionedCache(),
            stated_rejects=VersionedCache(64),
            picture_memory=PictureMemory(settings.web.picture_memory_mb * MEGABYTE),
            thumbnails=ThumbnailCache(data_dir, settings.storage.min_free_mb),
            events=Broadcast(
                "events", lambda: EventSubscriber(run_dir), render_event, EVENT_BACKLOG, max_viewers
            ),
            preview=Broadcast(
                "live view", lambda: PreviewSubscriber(run_dir), render_picture, 1, max_viewers
            ),
        )

    @property
    def data_dir(self) -> Path:
        """Folder of all stored data."""
        return self.settings.data_dir

    @property
    def models_dir(self) -> Path:
        """Folder of the model bundles."""
        return self.data_dir / "models"

    def recipe_to_run(self) -> RecipeVersion | None:
        """The active recipe of the device process; None before its first start."""
        name, version = self.state.get("recipe_name"), self.state.get("recipe_version")
        return self.recipes.get(name, int(version)) if name and version else None


def services() -> Services:
    """The services of the current application."""
    extension: Services = current_app.extensions[EXTENSION]
    return extension
