"""A daemon inside the test's process, so that faults can be injected into its camera."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from okng.device.cameras.pylon.camera import PylonCamera
from okng.device.ipc.client import DeviceClient
from okng.device.ipc.commands import ApplyRecipe, FireTrigger, GetStatus, SetMode, TriggerAnswer
from okng.device.recipes.recipe import Recipe
from okng.device.settings.settings import StationSettings
from okng.device.station.daemon import Daemon
from okng.device.store.ledger import Ledger
from okng.device.triggers.software import SoftwareTriggerSettings
from okng.device.types import CameraState, Inspection, Mode, ModelReference, TriggerSource
from support.station import eventually

AUTHOR = "tests"


class RunningStation:
    """A daemon, its client, its ledger, and the parts that faults are injected into."""

    def __init__(self, settings: StationSettings, wait_for: CameraState) -> None:
        self.settings = settings
        self.daemon = Daemon(settings)
        self.daemon.start()
        self._runs = True
        self.client = DeviceClient(settings.run_dir)
        self.ledger = Ledger(settings.data_dir)
        eventually(lambda: self.client.ask(GetStatus()).camera_state is wait_for)

    @property
    def camera(self) -> PylonCamera:
        camera = self.daemon._station._camera
        assert isinstance(camera, PylonCamera)
        return camera

    def in_capture_thread(self, function: Callable[[], Any]) -> Any:
        """Runs a function in the capture thread, the only one that may use the camera."""
        return self.daemon._capture.call(function)

    def inspect(self, **recipe: Any) -> None:
        """Starts inspecting with the trained model."""
        defaults: dict[str, Any] = {
            "name": "discs",
            "model": ModelReference(name="discs", version=1),
            "trigger": SoftwareTriggerSettings(),
        }
        self.client.ask(ApplyRecipe(recipe=Recipe(**{**defaults, **recipe}), author=AUTHOR))
        self.client.ask(SetMode(mode=Mode.INSPECT, author=AUTHOR))

    def trigger(self, part_id: str | None = None, wait_ms: int = 10_000) -> TriggerAnswer:
        return self.client.ask(
            FireTrigger(source=TriggerSource.HTTP, part_id=part_id, wait_ms=wait_ms)
        )

    def judge(self, part_id: str | None = None) -> Inspection:
        inspection = self.trigger(part_id).inspection
        assert inspection
        return inspection

    def stop(self) -> None:
        """Stops the daemon; a test may do so before its fixture does."""
        if self._runs:
            self._runs = False
            self.daemon.stop()
