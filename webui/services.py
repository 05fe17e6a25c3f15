"""What the views work with: made once for the application, reached from any request."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from flask import current_app

from okng.device.client import DeviceClient, EventSubscriber, PreviewSubscriber
from okng.device.dataset_snapshots import DatasetSnapshots
from okng.device.protocol import Event, PreviewHeader
from okng.device.recipe import RecipeVersion
from okng.device.settings import StationSettings
from okng.device.store.database import Database
from okng.device.store.dataset_changes import DatasetChanges
from okng.device.store.dataset_findings import DatasetFindings
from okng.device.store.datasets import DatasetStore
from okng.device.store.jobs import JobStore
from okng.device.store.ledger import Ledger
from okng.device.store.promotions import PromotionStore
from okng.device.store.recipes import RecipeStore
from okng.device.store.regression import RegressionStore
from okng.device.store.reviews import ReviewStore
from okng.device.store.state import StationState
from okng.device.store.trials import TrialStore
from okng.webui.broadcast import Broadcast
from okng.webui.claim_code import ClaimCode
from okng.webui.health_check import HealthCheck
from okng.webui.stream_format import render_event, render_picture
from okng.webui.tokens import Tokens
from okng.webui.training_jobs import TrainingJobs
from okng.webui.users import Users

EXTENSION = "okng"

QUICK_TIMEOUT_S = 3.0

EVENT_BACKLOG = 256
"""Events kept for a viewer who doesn't keep up."""


@dataclass(frozen=True)
class Services:
    """The station as the web process knows it."""

    settings: StationSettings
    claim_code: ClaimCode
    device: DeviceClient
    quick_device: DeviceClient
    """For what it answers at once: a page doesn't wait long for a process that is away."""
    users: Users
    tokens: Tokens
    ledger: Ledger
    reviews: ReviewStore
    datasets: DatasetStore
    dataset_changes: DatasetChanges
    dataset_findings: DatasetFindings
    dataset_snapshots: DatasetSnapshots
    recipes: RecipeStore
    state: StationState
    promotions: PromotionStore
    trials: TrialStore
    regression: RegressionStore
    jobs: JobStore
    training_jobs: TrainingJobs
    health: HealthCheck
    events: Broadcast[Event]
    preview: Broadcast[tuple[PreviewHeader, bytes]]

    @classmethod
    def of(cls, settings: StationSettings, claim_code: ClaimCode) -> Services:
        """All for one station."""
        data_dir, run_dir = settings.data_dir, settings.run_dir
        max_viewers = settings.web.max_viewers
        database = Database(data_dir)
        quick_device = DeviceClient(run_dir, QUICK_TIMEOUT_S)
        return cls(
            settings=settings,
            claim_code=claim_code,
            device=DeviceClient(run_dir),
            quick_device=quick_device,
            users=Users(database),
            tokens=Tokens(database),
            ledger=Ledger(data_dir),
            reviews=ReviewStore(data_dir),
            datasets=DatasetStore(data_dir),
            dataset_changes=DatasetChanges(data_dir),
            dataset_findings=DatasetFindings(data_dir),
            dataset_snapshots=DatasetSnapshots(data_dir),
            recipes=RecipeStore(data_dir),
            state=StationState(data_dir),
            promotions=PromotionStore(data_dir),
            trials=TrialStore(data_dir),
            regression=RegressionStore(data_dir),
            jobs=JobStore(data_dir),
            training_jobs=TrainingJobs(data_dir),
            health=HealthCheck(quick_device),
            events=Broadcast(
                "events", lambda: EventSubscriber(run_dir), render_event, EVENT_BACKLOG, max_viewers
            ),
            preview=Broadcast(
                "live view", lambda: PreviewSubscriber(run_dir), render_picture, 1, max_viewers
            ),
        )

    @property
    def models_dir(self) -> Path:
        """Where the model bundles are."""
        return self.settings.data_dir / "models"

    def recipe_to_run(self) -> RecipeVersion | None:
        """What the device process runs, or will when it is started; null before its first start."""
        name, version = self.state.get("recipe_name"), self.state.get("recipe_version")
        return self.recipes.get(name, int(version)) if name and version else None


def services() -> Services:
    """Those of the current application."""
    found: Services = current_app.extensions[EXTENSION]
    return found
