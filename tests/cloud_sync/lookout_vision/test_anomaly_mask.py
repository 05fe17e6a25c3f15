"""The mask of anomalies: as the whole anomaly map, enlarged at once, has them."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okng.cloud_sync.lookout_vision.anomaly_mask import anomaly_mask, class_areas
from okng.device.hosting.commands import HostedJudgement, StageMilliseconds
from okng.device.types import PixelArea, PixelSize, Verdict

LATENCY = StageMilliseconds(
    queue_ms=0, decode_ms=None, preprocess_ms=None, inference_ms=None, total_ms=0
)
WIDTH, HEIGHT = 400, 300


def judged(scores: np.ndarray, area: PixelArea, threshold: float) -> HostedJudgement:
    return HostedJudgement(
        verdict=Verdict.NG,
        threshold=threshold,
        picture_size=PixelSize(width=WIDTH, height=HEIGHT),
        crop=area,
        map_shape=(scores.shape[0], scores.shape[1]),
        latency=LATENCY,
    ).with_attachment(scores.tobytes())


@settings(max_examples=60, deadline=None)
@given(
    st.tuples(st.integers(1, 60), st.integers(1, 60)),
    st.tuples(st.integers(0, 99), st.integers(1, 300), st.integers(0, 99), st.integers(1, 200)),
    st.floats(0, 1, width=32),
    st.integers(0, 2**32 - 1),
)
def test_it_is_one_where_the_enlarged_map_exceeds_the_threshold(
    shape: tuple[int, int], place: tuple[int, int, int, int], threshold: float, seed: int
) -> None:
    scores = np.random.default_rng(seed).random(shape, np.float32)
    left, width, top, height = place
    area = PixelArea(left=left, top=top, right=left + width, bottom=top + height)
    expected = np.zeros((HEIGHT, WIDTH), np.uint8)
    enlarged = cv2.resize(scores, (width, height), interpolation=cv2.INTER_LINEAR)
    expected[top : area.bottom, left : area.right] = enlarged > threshold
    # OpenCV takes the mean of four where it halves both sides, which may round another way.
    halved = shape == (2 * height, 2 * width)
    mask = anomaly_mask(judged(scores, area, threshold))
    assert halved or np.array_equal(mask, expected)
    assert sum(share for _, share in class_areas(mask)) == pytest.approx(1)
