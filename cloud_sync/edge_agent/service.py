"""The five calls of the edge agent, answered by the station's models and its hosting process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from pydantic import ValidationError

from okng.cloud_sync.edge_agent.errors import CallError, GrpcStatus
from okng.cloud_sync.edge_agent.messages import MODEL_STATUS, message
from okng.cloud_sync.edge_agent.shared_memory import check_segment, read_segment, write_segment
from okng.cloud_sync.lookout_vision.anomaly_mask import (
    MaskClass,
    anomaly_mask,
    class_areas,
    colored,
)
from okng.cloud_sync.lookout_vision.arns import DEFAULT_REGION, Arns
from okng.cloud_sync.lookout_vision.confidence import confidence
from okng.device.hosting.client import HostingClient
from okng.device.hosting.commands import (
    HostedJudgement,
    HostedModel,
    HostingState,
    HostingStatus,
    VersionChoice,
)
from okng.device.types import ModelIdentity, ModelReference, Verdict
from okng.models.arrays import Image
from okng.models.bundles.bundle import list_bundles, read_manifest
from okng.models.bundles.manifest import AnomalyManifest

SMALLEST_PX, LARGEST_PX = 64, 4096
CHANNELS = 3

_STATUS = {
    HostingState.STOPPED: "STOPPED",
    HostingState.STARTING: "STARTING",
    HostingState.HOSTED: "RUNNING",
    HostingState.FAILED: "FAILED",
    HostingState.STOPPING: "STOPPING",
}

_ARNS = Arns(DEFAULT_REGION)


class EdgeAgent:
    """Answers requests; usable from any thread.

    A model component is an anomaly model of the station by its name: the newest version that is
    hosted, or else the newest. `NAME:VERSION` is that version.
    """

    def __init__(self, models_dir: Path, hosting: HostingClient) -> None:
        self._models_dir = models_dir
        self._hosting = hosting
        self._manifests: dict[str, AnomalyManifest] = {}

    @property
    def calls(self) -> dict[str, Callable[[Any], Any]]:
        """The function of each call of the service; each raises `CallError`."""
        return {
            "DetectAnomalies": self.detect_anomalies,
            "ListModels": self.list_models,
            "DescribeModel": self.describe_model,
            "StartModel": self.start_model,
            "StopModel": self.stop_model,
        }

    def detect_anomalies(self, request: Any) -> Any:
        """Judges the bitmap by a model that is RUNNING."""
        choice = _choice(request.model_component)
        mask_memory = _mask_memory(request)
        image = _image(request.bitmap)
        if mask_memory is not None:
            check_segment(mask_memory, image.size)
        judged = self._hosting.judge(image, choice)
        if judged.score is None or judged.threshold is None or judged.verdict is None:
            raise CallError(
                GrpcStatus.FAILED_PRECONDITION,
                f"model {choice.name} can't judge: {judged.reason or 'it gives no score'}",
            )
        assert judged.model
        usual = self._manifest(judged.model).normal_scores.mean
        certainty = confidence(judged.score, judged.threshold, usual)
        result = _result(judged, judged.score, judged.threshold, certainty, mask_memory)
        return message("DetectAnomaliesResponse", detect_anomaly_result=result)

    def list_models(self, _: Any) -> Any:
        """Lists the anomaly models of the station, each name once."""
        status = self._hosting.status()
        bundles, _broken = list_bundles(self._models_dir, AnomalyManifest)
        names = sorted({bundle.manifest.name for bundle in bundles})
        models = [
            message("ModelMetadata", **self._described(VersionChoice(name=name), status))
            for name in names
        ]
        return message("ListModelsResponse", models=models)

    def describe_model(self, request: Any) -> Any:
        """Describes a model and its status."""
        described = self._described(_choice(request.model_component), self._hosting.status())
        described["model_component"] = request.model_component
        return message(
            "DescribeModelResponse", model_description=message("ModelDescription", **described)
        )

    def start_model(self, request: Any) -> Any:
        """Begins to start a model that is STOPPED or FAILED; answers while it is STARTING."""
        hosted = self._hosted(_choice(request.model_component), self._hosting.status())
        _require(hosted, HostingState.STOPPED, HostingState.FAILED)
        started = self._hosting.start(hosted.model)
        return message("StartModelResponse", status=_number(started.status))

    def stop_model(self, request: Any) -> Any:
        """Stops a model that is RUNNING; answers when it is STOPPED."""
        hosted = self._hosted(_choice(request.model_component), self._hosting.status())
        _require(hosted, HostingState.HOSTED)
        stopped = self._hosting.stop(hosted.model)
        return message("StopModelResponse", status=_number(stopped.status))

    def _manifest(self, model: ModelIdentity) -> AnomalyManifest:
        """The manifest of a model that has judged; it never changes, so it is read once."""
        if model.sha256 not in self._manifests:
            path = self._models_dir / model.name / str(model.version)
            self._manifests[model.sha256] = read_manifest(path, AnomalyManifest)
        return self._manifests[model.sha256]

    def _described(self, choice: VersionChoice, status: HostingStatus) -> dict[str, Any]:
        hosted = self._hosted(choice, status)
        name, version = hosted.model.name, hosted.model.version
        return {
            "model_component": name,
            "lookout_vision_model_arn": _ARNS.model(name, version),
            "status": _number(hosted.status),
            "status_message": hosted.message,
        }

    def _hosted(self, choice: VersionChoice, status: HostingStatus) -> HostedModel:
        """The version that a component means, with its status."""
        versions = [
            int(folder.name)
            for folder in (self._models_dir / choice.name).glob("[1-9]*")
            if folder.name.isdecimal() and choice.version in (None, int(folder.name))
        ]
        if not versions:
            raise CallError(GrpcStatus.NOT_FOUND, f"there is no model component {_shown(choice)}")
        candidates = [
            status.of(ModelReference(name=choice.name, version=version))
            for version in sorted(versions, reverse=True)
        ]
        for wanted in (HostingState.HOSTED, HostingState.STARTING, HostingState.STOPPING):
            for hosted in candidates:
                if hosted.status is wanted:
                    return hosted
        return candidates[0]


def _choice(component: str) -> VersionChoice:
    name, _, version = component.partition(":")
    try:
        return VersionChoice.model_validate({"name": name, "version": version or None})
    except ValidationError:
        raise CallError(
            GrpcStatus.NOT_FOUND,
            f"there is no model component {component!r}; a component is the name of a model, or "
            "NAME:VERSION",
        ) from None


def _shown(choice: VersionChoice) -> str:
    return repr(choice.name if choice.version is None else f"{choice.name}:{choice.version}")


def _require(hosted: HostedModel, *allowed: HostingState) -> None:
    if hosted.status not in allowed:
        names = " or ".join(_STATUS[status] for status in allowed)
        raise CallError(
            GrpcStatus.FAILED_PRECONDITION,
            f"model {hosted.model.name} is {_STATUS[hosted.status]}; this needs {names}",
        )


def _number(status: HostingState) -> int:
    return MODEL_STATUS[_STATUS[status]]


def _image(bitmap: Any) -> Image:
    """The bitmap as BGR."""
    width, height = bitmap.width, bitmap.height
    if not (SMALLEST_PX <= width <= LARGEST_PX and SMALLEST_PX <= height <= LARGEST_PX):
        raise CallError(
            GrpcStatus.INVALID_ARGUMENT,
            f"the bitmap has {width} x {height} pixels; allowed are {SMALLEST_PX} to {LARGEST_PX} "
            "on each side",
        )
    needed = width * height * CHANNELS
    source = bitmap.WhichOneof("data")
    if source is None:
        raise CallError(GrpcStatus.INVALID_ARGUMENT, "the bitmap has no data")
    if source == "byte_data":
        data = bitmap.byte_data
    else:
        data = read_segment(bitmap.shared_memory_handle, needed)
    if len(data) != needed:
        raise CallError(
            GrpcStatus.INVALID_ARGUMENT,
            f"the bitmap has {len(data)} bytes; {width} x {height} pixels of RGB888 have {needed}",
        )
    return np.frombuffer(data, np.uint8).reshape(height, width, CHANNELS)[..., ::-1]


def _mask_memory(request: Any) -> Any:
    """Where the mask is to be written; None for within the answer."""
    params = request.anomaly_mask_params
    for field in ("shared_memory_handle", "shared_memory_handle_of_samples"):
        if params.HasField(field):
            return getattr(params, field)
    return None


def _result(
    judged: HostedJudgement, score: float, threshold: float, certainty: float, mask_memory: Any
) -> Any:
    mask = anomaly_mask(judged)
    pixels = colored(mask).tobytes()
    bitmap = message("Bitmap", width=mask.shape[1], height=mask.shape[0])
    if mask_memory is None:
        bitmap.byte_data = pixels
    else:
        write_segment(mask_memory, pixels)
        bitmap.shared_memory_handle.CopyFrom(mask_memory)
    return message(
        "DetectAnomalyResult",
        is_anomalous=judged.verdict is Verdict.NG,
        confidence=certainty,
        anomaly_mask=bitmap,
        anomalies=[_anomaly(*area) for area in class_areas(mask)],
        anomaly_score=_relative(score, threshold),
        anomaly_threshold=_relative(threshold, threshold),
    )


def _anomaly(kind: MaskClass, share: float) -> Any:
    pixels = message("PixelAnomaly", total_percentage_area=share, hex_color=kind.hex_color)
    return message("Anomaly", name=kind.name, pixel_anomaly=pixels)


def _relative(score: float, threshold: float) -> float:
    """A score on a scale from 0 to 1 on which the threshold is 0.5."""
    score, threshold = max(score, 0.0), max(threshold, 1e-9)
    return score / (score + threshold)
