"""The public YOLO architectures as darknet's `.cfg` text, and seeded `.weights` for them.

Written from the papers and the layers' public description: yolov3 (Redmon and Farhadi 2018),
yolov4 and yolov4-tiny (Bochkovskiy et al. 2020), yolov4-csp and yolov4x-mish (Wang et al. 2021).
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

import numpy as np

from okng.models.detection.darknet.convolution import DarknetConvolution
from okng.models.detection.darknet.network import DarknetNetwork, read_network
from okng.models.detection.darknet.route_and_shortcut import Shortcut

COCO_CLASSES = 80
ANCHORS_V3 = "10,13, 16,30, 33,23, 30,61, 62,45, 59,119, 116,90, 156,198, 373,326"
ANCHORS_V4 = "12, 16, 19, 36, 40, 28, 36, 75, 76, 55, 72, 146, 142, 110, 192, 243, 459, 401"
ANCHORS_TINY = "10,14,  23,27,  37,58,  81,82,  135,169,  344,319"


class CfgText:
    """Writes sections; methods return the number of the layer that they end with."""

    def __init__(self, size: int, classes: int, activation: str) -> None:
        self.text = f"[net]\n# Testing\nbatch=1\nwidth={size}\nheight={size}\nchannels=3\n"
        self.last = -1
        self._classes = classes
        self._activation = activation

    def layer(self, kind: str, **options: object) -> int:
        lines = "".join(f"{key.rstrip('_')} = {value}\n" for key, value in options.items())
        self.text += f"\n[{kind}]\n{lines}"
        self.last += 1
        return self.last

    def conv(self, filters: int, size: int, stride: int = 1, activation: str = "") -> int:
        how = {"filters": filters, "size": size, "stride": stride, "pad": 1}
        chosen = activation or self._activation
        return self.layer("convolutional", batch_normalize=1, **how, activation=chosen)

    def route(self, *layers: int) -> int:
        """Joins earlier layers, by distance as in most public files; far ones by number."""
        here = self.last + 1
        names = [number if here - number > 60 else number - here for number in layers]
        return self.layer("route", layers=", ".join(map(str, names)))

    def residual(self, narrow: int, wide: int) -> int:
        self.conv(narrow, 1)
        self.conv(wide, 3)
        return self.layer("shortcut", from_=-3, activation="linear")

    def pyramid_pooling(self) -> int:
        top = self.last
        pooled = []
        for size in (5, 9, 13):
            if self.last != top:
                self.route(top)
            pooled.append(self.layer("maxpool", stride=1, size=size))
        return self.route(*reversed(pooled), top)

    def head(
        self, mask: str, anchors: str, scale_xy: float | None, new_coords: bool = False
    ) -> int:
        count = len(mask.split(","))
        filters = count * (self._classes + 5)
        activation = "logistic" if new_coords else "linear"
        self.layer("convolutional", size=1, stride=1, pad=1, filters=filters, activation=activation)
        options: dict[str, object] = {"mask": mask, "anchors": anchors, "classes": self._classes}
        options["num"] = len(anchors.split(",")) // 2
        if scale_xy is not None:
            options["scale_x_y"] = scale_xy
        if new_coords:
            options["new_coords"] = 1
        return self.layer("yolo", **options, jitter=0.3, ignore_thresh=0.7)


def yolov3(size: int = 416, classes: int = COCO_CLASSES) -> str:
    cfg = CfgText(size, classes, "leaky")
    cfg.conv(32, 3)
    stages = []
    for filters, times in ((64, 1), (128, 2), (256, 8), (512, 8), (1024, 4)):
        cfg.conv(filters, 3, 2)
        for _ in range(times):
            cfg.residual(filters // 2, filters)
        stages.append(cfg.last)
    for filters, mask, lateral in (
        (512, "6,7,8", stages[3]),
        (256, "3,4,5", stages[2]),
        (128, "0,1,2", None),
    ):
        for _ in range(2):
            cfg.conv(filters, 1)
            cfg.conv(2 * filters, 3)
        branch = cfg.conv(filters, 1)
        cfg.conv(2 * filters, 3)
        cfg.head(mask, ANCHORS_V3, None)
        if lateral is not None:
            cfg.route(branch)
            cfg.conv(filters // 2, 1)
            up = cfg.layer("upsample", stride=2)
            cfg.route(up, lateral)
    return cfg.text


def _csp_stage(cfg: CfgText, filters: int, half: int, narrow: int, times: int) -> int:
    """Half of the channels go by the residual blocks (Wang et al., CSPNet, 2020)."""
    down = cfg.conv(filters, 3, 2)
    by = cfg.conv(half, 1)
    cfg.route(down)
    cfg.conv(half, 1)
    for _ in range(times):
        cfg.residual(narrow, half)
    through = cfg.conv(half, 1)
    cfg.route(through, by)
    return cfg.conv(filters, 1)


def yolov4(size: int = 416, classes: int = COCO_CLASSES) -> str:
    cfg = CfgText(size, classes, "mish")
    cfg.conv(32, 3)
    _csp_stage(cfg, 64, 64, 32, 1)
    _csp_stage(cfg, 128, 64, 64, 2)
    fine = _csp_stage(cfg, 256, 128, 128, 8)
    middle = _csp_stage(cfg, 512, 256, 256, 8)
    _csp_stage(cfg, 1024, 512, 512, 4)

    def leaky(filters: int, size: int, stride: int = 1) -> int:
        return cfg.conv(filters, size, stride, "leaky")

    def five(filters: int) -> int:
        for _ in range(2):
            leaky(filters, 1)
            leaky(2 * filters, 3)
        return leaky(filters, 1)

    leaky(512, 1)
    leaky(1024, 3)
    leaky(512, 1)
    cfg.pyramid_pooling()
    leaky(512, 1)
    leaky(1024, 3)
    levels = [leaky(512, 1)]
    for filters, lateral in ((256, middle), (128, fine)):
        leaky(filters, 1)
        up = cfg.layer("upsample", stride=2)
        cfg.route(lateral)
        side = leaky(filters, 1)
        cfg.route(side, up)
        levels.append(five(filters))
    for filters, mask, scale, coarser in (
        (128, "0,1,2", 1.2, levels[1]),
        (256, "3,4,5", 1.1, levels[0]),
        (512, "6,7,8", 1.05, None),
    ):
        branch = cfg.last
        leaky(2 * filters, 3)
        cfg.head(mask, ANCHORS_V4, scale)
        if coarser is not None:
            cfg.route(branch)
            down = leaky(2 * filters, 3, 2)
            cfg.route(down, coarser)
            five(2 * filters)
    return cfg.text


def _scaled(size: int, classes: int, width: int, depths: tuple[int, ...], pairs: int) -> str:
    """Scaled-YOLOv4: CSP in backbone and neck, Mish everywhere, `new_coords` heads."""
    cfg = CfgText(size, classes, "mish")
    cfg.conv(32, 3)
    cfg.conv(width, 3, 2)
    cfg.residual(width // 2, width)
    stages = []
    for index, times in enumerate(depths):
        filters = width * 2 ** (index + 1)
        stages.append(_csp_stage(cfg, filters, filters // 2, filters // 2, times))
    base = 4 * width

    def reversed_csp(filters: int) -> int:
        start = cfg.conv(filters, 1)
        by = cfg.conv(filters, 1)
        cfg.route(start)
        for _ in range(pairs):
            cfg.conv(filters, 1)
            end = cfg.conv(filters, 3)
        cfg.route(end, by)
        return cfg.conv(filters, 1)

    top = stages[-1]
    by = cfg.conv(2 * base, 1)
    cfg.route(top)
    cfg.conv(2 * base, 1)
    cfg.conv(2 * base, 3)
    cfg.conv(2 * base, 1)
    cfg.pyramid_pooling()
    for _ in range(pairs - 1):
        cfg.conv(2 * base, 1)
        end = cfg.conv(2 * base, 3)
    cfg.route(end, by)
    levels = [cfg.conv(2 * base, 1)]
    for filters, lateral in ((base, stages[-2]), (base // 2, stages[-3])):
        cfg.conv(filters, 1)
        up = cfg.layer("upsample", stride=2)
        cfg.route(lateral)
        side = cfg.conv(filters, 1)
        cfg.route(side, up)
        levels.append(reversed_csp(filters))
    for filters, mask, coarser in (
        (base // 2, "0,1,2", levels[1]),
        (base, "3,4,5", levels[0]),
        (2 * base, "6,7,8", None),
    ):
        branch = cfg.last
        cfg.conv(2 * filters, 3)
        cfg.head(mask, ANCHORS_V4, 2.0, new_coords=True)
        if coarser is not None:
            cfg.route(branch)
            down = cfg.conv(2 * filters, 3, 2)
            cfg.route(down, coarser)
            reversed_csp(2 * filters)
    return cfg.text


def yolov4_csp(size: int = 512, classes: int = COCO_CLASSES) -> str:
    return _scaled(size, classes, 64, (2, 8, 8, 4), 2)


def yolov4x_mish(size: int = 640, classes: int = COCO_CLASSES) -> str:
    return _scaled(size, classes, 80, (3, 10, 10, 5), 3)


def _tiny(cfg: CfgText) -> tuple[int, int, int]:
    """The backbone; returns the layers that the finer heads take, and its last one."""
    cfg.conv(32, 3, 2)
    cfg.conv(64, 3, 2)
    taps = []
    for filters in (64, 128, 256):
        whole = cfg.conv(filters, 3)
        cfg.layer("route", layers=-1, groups=2, group_id=1)
        first = cfg.conv(filters // 2, 3)
        second = cfg.conv(filters // 2, 3)
        cfg.route(second, first)
        taps.append(cfg.conv(filters, 1))
        cfg.route(whole, taps[-1])
        cfg.layer("maxpool", size=2, stride=2)
    return taps[1], taps[2], cfg.conv(512, 3)


def yolov4_tiny(size: int = 416, classes: int = COCO_CLASSES) -> str:
    cfg = CfgText(size, classes, "leaky")
    _, lateral, _ = _tiny(cfg)
    branch = cfg.conv(256, 1)
    cfg.conv(512, 3)
    cfg.head("3,4,5", ANCHORS_TINY, 1.05)
    cfg.route(branch)
    cfg.conv(128, 1)
    up = cfg.layer("upsample", stride=2)
    cfg.route(up, lateral)
    cfg.conv(256, 3)
    cfg.head("1,2,3", ANCHORS_TINY, 1.05)
    return cfg.text


def yolov4_tiny_3l(size: int = 608, classes: int = COCO_CLASSES) -> str:
    cfg = CfgText(size, classes, "leaky")
    finest, finer, _ = _tiny(cfg)
    branch = cfg.conv(256, 1)
    cfg.conv(512, 3)
    cfg.head("6,7,8", ANCHORS_V4, 1.05)
    for filters, mask, lateral in ((128, "3,4,5", finer), (64, "0,1,2", finest)):
        cfg.route(branch)
        cfg.conv(filters, 1)
        up = cfg.layer("upsample", stride=2)
        cfg.route(up, lateral)
        branch = cfg.conv(2 * filters, 3)
        cfg.head(mask, ANCHORS_V4, 1.05)
    return cfg.text


NETWORKS: dict[str, Callable[[int, int], str]] = {
    "yolov3": yolov3,
    "yolov4": yolov4,
    "yolov4-csp": yolov4_csp,
    "yolov4-tiny": yolov4_tiny,
    "yolov4-tiny-3l": yolov4_tiny_3l,
    "yolov4x-mish": yolov4x_mish,
}


def write_network(folder: Path, text: str, seed: int = 0) -> tuple[Path, Path]:
    """The `.cfg` and seeded `.weights` for it, whose values keep the size that they have."""
    folder.mkdir(parents=True, exist_ok=True)
    cfg, weights = folder / "network.cfg", folder / "network.weights"
    cfg.write_text(text)
    write_weights(weights, read_network(cfg), seed)
    return cfg, weights


def write_weights(path: Path, network: DarknetNetwork, seed: int = 0) -> None:
    generator = np.random.default_rng(seed)
    normal = generator.standard_normal(1 << 20, np.float32)
    following = [*network.layers[1:], None]
    with path.open("wb") as file:
        file.write(struct.pack("<3iQ", 0, 2, 5, 0))
        for layer, after in zip(network.layers, following, strict=True):
            if isinstance(layer, DarknetConvolution):
                # Small steps, or the sums of many residual blocks grow without end.
                scale = 0.3 if isinstance(after, Shortcut) else 1.0
                kernel = np.resize(
                    normal[generator.integers(1 << 19) :], int(np.prod(layer.kernel_shape))
                )
                # He's initialisation (2015), a little less.
                kernel = kernel * np.sqrt(1.6 / np.prod(layer.kernel_shape[1:])).astype(np.float32)
                parts = _biases(layer, generator, scale)
                file.write(np.concatenate([*parts, kernel]).astype("<f4").tobytes())


def _biases(
    layer: DarknetConvolution, generator: np.random.Generator, scale: float
) -> list[np.ndarray[tuple[int], np.dtype[np.float64]]]:
    """Biases and, with batch normalisation, its scales, means and variances."""
    filters = layer.output.channels
    biases = generator.normal(0, 0.1, filters)
    if not layer.batch_normalize:
        return [biases]
    scales = scale * generator.uniform(0.8, 1.2, filters)
    means = generator.normal(0, 0.1, filters)
    return [biases, scales, means, generator.uniform(0.8, 1.2, filters)]
