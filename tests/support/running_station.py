"""A daemon inside the test's process, so that faults can be injected into its camera."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from okng.device.cameras.pylon import PylonCamera
from okng.device.client import DeviceClient
from okng.device.daemon import Daemon
from okng.device.protocol import TriggerAnswer
from okng.device.recipe import Recipe
from okng.device.settings import StationSettings
from okng.device.store.ledger import Ledger
from okng.device.triggers.software import SoftwareTriggerSettings
from okng.device.types import CameraState, Inspection, Mode, ModelReference, TriggerSource
from support.station import eventually

AUTHOR = "tests"


class RunningStation:
    """A daemon, its client, its ledger, and the parts of it that a fault is injected into."""

    def __init__(self, settings: StationSettings, wait_for: CameraState) -> None:
        self.settings = settings
        self.daemon = Daemon(settings)
        self.daemon.start()
        self.client = DeviceClient(settings.run_dir)
        self.ledger = Ledger(settings.data_dir)
        eventually(lambda: self.client.status().camera_state is wait_for)

    @property
    def camera(self) -> PylonCamera:
        camera = self.daemon._station._camera
        assert isinstance(camera, PylonCamera)
        return camera

    def in_capture_thread(self, function: Callable[[], Any]) -> Any:
        """Where the camera may be touched."""
        return self.daemon._capture.call(function)

    def inspect(self, **recipe: Any) -> None:
        """Starts inspecting with the trained model."""
        defaults: dict[str, Any] = {
            "name": "discs",
            "model": ModelReference(name="discs", version=1),
            "trigger": SoftwareTriggerSettings(),
        }
        self.client.apply_recipe(Recipe(**{**defaults, **recipe}), AUTHOR)
        self.client.set_mode(Mode.INSPECT, AUTHOR)

    def trigger(self, part_id: str | None = None, wait_ms: int = 10_000) -> TriggerAnswer:
        return self.client.fire_trigger(TriggerSource.HTTP, part_id, wait_ms)

    def judge(self, part_id: str | None = None) -> Inspection:
        inspection = self.trigger(part_id).inspection
        assert inspection
        return inspection

    def stop(self) -> None:
        self.daemon.stop()
