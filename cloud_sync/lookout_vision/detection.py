"""DetectAnomalies: a picture judged by a hosted model, with the mask of its anomalies."""

from __future__ import annotations

import base64

from okng.cloud_sync.lookout_vision.anomaly_mask import COLORS, anomaly_mask, class_areas
from okng.cloud_sync.lookout_vision.answers import (
    Anomaly,
    DetectAnomaliesAnswer,
    DetectAnomalyResult,
    PixelAnomaly,
)
from okng.cloud_sync.lookout_vision.confidence import confidence
from okng.cloud_sync.lookout_vision.errors import InternalServerError
from okng.cloud_sync.lookout_vision.hosting import Hosting
from okng.cloud_sync.lookout_vision.mask_png import encode_mask
from okng.cloud_sync.lookout_vision.models import Models
from okng.cloud_sync.lookout_vision.picture_limits import check_picture
from okng.cloud_sync.lookout_vision.requests import DetectAnomalies
from okng.device.types import Verdict
from okng.models.arrays import Uint8Array


class Detection:
    """Judges pictures that clients send; usable from any thread."""

    def __init__(self, models: Models, hosting: Hosting) -> None:
        self._models = models
        self._hosting = hosting

    def detect(self, request: DetectAnomalies) -> DetectAnomaliesAnswer:
        """Carries out the operation DetectAnomalies.

        Raises:
            ServiceValidationError: the picture is none, too large, too small, or of another type.
            ServiceConflictError: the model is not hosted.
        """
        check_picture(request.body, request.content_type)
        model = self._models.trained(request)
        judged = self._hosting.judge(model, request.body)
        if judged.score is None or judged.threshold is None or judged.verdict is None:
            raise InternalServerError(f"The picture could not be judged: {judged.reason}")
        mask = anomaly_mask(judged)
        result = DetectAnomalyResult(
            is_anomalous=judged.verdict is Verdict.NG,
            confidence=confidence(judged.score, judged.threshold, self._models.usual_score(model)),
            anomalies=_anomalies(mask),
            anomaly_mask=base64.b64encode(encode_mask(mask, COLORS)).decode(),
        )
        return DetectAnomaliesAnswer(detect_anomaly_result=result)


def _anomalies(mask: Uint8Array) -> list[Anomaly]:
    """The background first, then the anomalies; the background alone says that there are none."""
    return [
        Anomaly(
            name=kind.name,
            pixel_anomaly=PixelAnomaly(total_percentage_area=share, color=kind.hex_color),
        )
        for kind, share in class_areas(mask)
    ]
