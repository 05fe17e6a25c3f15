import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import onnxruntime
import pytest

from okng.models.backbone.backbone import BackboneError, load_backbone

FOLDER = Path(__file__).parents[3] / "models/backbone"


@pytest.mark.parametrize("size", [(224, 224), (256, 384), (512, 512)])
def test_taps_have_their_strides_and_channels_at_every_size(size: tuple[int, int]) -> None:
    backbone = load_backbone()
    session = onnxruntime.InferenceSession(backbone.model.SerializeToString())
    image = np.random.default_rng(0).integers(0, 255, (2, *size, 3), dtype=np.uint8)
    taps = session.run([tap.name for tap in backbone.taps], {"image": image})
    assert [(tap.stride, tap.channels) for tap in backbone.taps] == [(4, 24), (8, 40), (16, 112)]
    for tap, values in zip(backbone.taps, taps, strict=True):
        assert values.shape == (2, tap.channels, size[0] // tap.stride, size[1] // tap.stride)
        assert values.std() > 0.1


def test_shipped_file_is_the_verified_one() -> None:
    description = json.loads((FOLDER / "efficientnet_lite0.json").read_text())
    data = (FOLDER / "efficientnet_lite0.onnx").read_bytes()
    assert hashlib.sha256(data).hexdigest() == description["sha256"] == load_backbone().sha256
    verification = description["verification"]
    assert verification["largest_difference"] <= verification["tolerance"]
    assert "Apache" in (FOLDER / "LICENSE").read_text()


def test_damaged_file_is_refused(tmp_path: Path) -> None:
    for name in ("efficientnet_lite0.onnx", "efficientnet_lite0.json"):
        shutil.copy(FOLDER / name, tmp_path)
    path = tmp_path / "efficientnet_lite0.onnx"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with pytest.raises(BackboneError, match="SHA-256"):
        load_backbone(folder=tmp_path)


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BackboneError, match=r"efficientnet_lite0.onnx is missing"):
        load_backbone(folder=tmp_path)
