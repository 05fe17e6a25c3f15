"""The station's status: everything about it that is no result, read at one moment."""

from __future__ import annotations

import importlib.metadata
import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from okng.device.health.conditions import Conditions
from okng.device.inspection.loaded_recipe import LoadedRecipe
from okng.device.ipc.status import QueueDepths, StationStatus
from okng.device.outputs.output_lines import OutputLines
from okng.device.pipeline.camera_stream import CameraStream
from okng.device.pipeline.inference_queue import InferenceQueue
from okng.device.pipeline.operation_history import OperationHistory
from okng.device.pipeline.recorder import RecorderThread
from okng.device.pipeline.scene_watch import SceneWatch
from okng.device.pipeline.shadow import ShadowThread
from okng.device.settings.settings import StationSettings
from okng.device.sinks import Sink
from okng.device.wires import Wire


class StatusReporter:
    """Reads the parts of the station and changes none; usable from any thread, and never waits."""

    def __init__(
        self,
        settings: StationSettings,
        operations: OperationHistory,
        stream: CameraStream,
        inference_queue: InferenceQueue,
        recorder: RecorderThread,
        shadow: ShadowThread,
        scene_watch: SceneWatch,
        sinks: Sequence[Sink],
        wires: Sequence[Wire],
        output_lines: OutputLines,
        conditions: Conditions,
    ) -> None:
        self._settings = settings
        self._operations = operations
        self._stream = stream
        self._inference_queue = inference_queue
        self._recorder = recorder
        self._shadow = shadow
        self._scene_watch = scene_watch
        self._sinks = sinks
        self._wires = wires
        self._output_lines = output_lines
        self._conditions = conditions
        self._started_at = datetime.now(UTC)
        self._version = importlib.metadata.version("okng")

    def read(self) -> StationStatus:
        """The status as it is now."""
        operation, trial = self._operations.current, self._shadow.trial
        recipe = operation.recipe
        return StationStatus(
            station=self._settings.station,
            okng_version=self._version,
            started_at=self._started_at,
            now=datetime.now(UTC),
            mode=operation.mode,
            dataset=operation.dataset,
            label=operation.label,
            split=operation.split,
            run_started_at=operation.run_started_at,
            camera_state=self._stream.state,
            camera=self._stream.info,
            acquisition=self._stream.applied,
            counters=self._stream.counters,
            outputs=self._output_lines.counters,
            recipe=recipe.version,
            model=recipe.identity,
            detector=recipe.detector.identity if recipe.detector else None,
            threshold=recipe.threshold,
            trial=trial.model if trial else None,
            queues=QueueDepths(
                inference=self._inference_queue.depth, recorder=self._recorder.depth
            ),
            sinks=tuple(sink.status() for sink in self._sinks),
            wires=tuple(wire.status() for wire in self._wires),
            results_waiting=self._recorder.results_waiting,
            results_lost=self._recorder.results_lost,
            free_bytes=_free_bytes(self._settings.data_dir),
            conditions=self._conditions.present(),
            scene_watched=recipe.scene is not None,
            scene_note=_scene_note(recipe),
            scene=self._scene_watch.status(recipe.identity),
        )


def _scene_note(recipe: LoadedRecipe) -> str | None:
    """What of the scene can't be watched, and why."""
    if recipe.model is None:
        return None
    if recipe.scene is None:
        return "This model has learnt no scene. Train again to watch the scene."
    note = recipe.scene.position_note
    sentences = [f"The position is not measured: {note}."] if note else []
    if recipe.cuts_part_out:
        sentences.append("Measured on the cut-out part, so not on the live picture.")
    return " ".join(sentences) or None


def _free_bytes(folder: Path) -> int | None:
    """Of the file system that holds the folder; None when the folder can't be reached."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None
