"""What opens an alternative in its own process: functions that return one call."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from okng.models.detection.darknet import read_network
from okng.models.engines import all_compilers

from .workers import Call


def traced_pytorch(cfg: Path, weights: Path, threads: int) -> Call:
    """`torch.jit.trace` and no more, as AWS's report compares with."""
    import torch

    from okng.models.training.detection.darknet_module import DarknetModule

    torch.set_num_threads(threads)
    network = read_network(cfg)
    picture = torch.tensor(np.random.default_rng(0).random((1, *_size(network.input)), np.float32))
    with torch.no_grad():
        traced = torch.jit.trace(DarknetModule(network, weights).eval(), picture)

    def call() -> object:
        with torch.no_grad():
            return traced(picture)

    return call


def engine_build(engine: str, folder: Path, side_px: int, threads: int) -> Call:
    """What `okng compile` made."""
    opened = all_compilers()[engine].open(folder, threads)
    picture = np.random.default_rng(0).integers(0, 256, (1, side_px, side_px, 3), np.uint8)
    return lambda: opened.run({"image": picture})


def _size(picture: object) -> tuple[int, int, int]:
    return picture.channels, picture.height, picture.width  # type: ignore[attr-defined]
