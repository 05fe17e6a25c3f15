"""Whether yolov4-tiny finds the same in every engine and precision, on photographs."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
from support.package_files import photographs, yolov4_tiny

from okng.models.compilation.compile import KEPT_EXACT
from okng.models.compilation.detection_parity import detection_parity
from okng.models.detection.darknet import darknet_model
from okng.models.detection.resize import to_detector_input
from okng.models.engines import all_compilers
from okng.models.engines.compiler import CompileError, Compiler, CompileRequest, Precision
from okng.models.engines.engine import EngineMissingError
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine

PICTURES, CALIBRATED = 840, 40
QUICK_PICTURES, QUICK_CALIBRATED = 12, 6
SIZE_PX = 416
NMS_IOU = 0.45
LIMIT_S = 600.0
"""TVM need not be fast here."""


def network_inputs(size_px: int, count: int) -> list[dict[str, npt.NDArray[np.uint8]]]:
    """Photographs of three things, as `count` parts of them, turned, lit and seen otherwise."""
    photos = photographs()
    whole = [cv2.imread(str(path)) for path in (photos.astronaut, photos.chelsea, photos.coffee)]
    generator = np.random.default_rng(0)
    inputs = []
    for number in range(count):
        image = _varied(whole[number % len(whole)], generator)
        inputs.append({"image": to_detector_input(image, size_px, size_px, "stretch")[0]})
    return inputs


def _varied(image: npt.NDArray[np.uint8], generator: np.random.Generator) -> npt.NDArray[np.uint8]:
    height, width = image.shape[:2]
    share = generator.uniform(0.6, 1.0)
    rows, columns = round(height * share), round(width * share)
    top, left = generator.integers(0, height - rows + 1), generator.integers(0, width - columns + 1)
    part = image[top : top + rows, left : left + columns]
    if generator.random() < 0.5:
        part = part[:, ::-1]
    lit = part * generator.uniform(0.6, 1.3) + generator.normal(0, 3, part.shape)
    return np.clip(lit, 0, 255).astype(np.uint8)


def print_table(threads: int, quick: bool) -> None:
    count, calibrated = (QUICK_PICTURES, QUICK_CALIBRATED) if quick else (PICTURES, CALIBRATED)
    files, inputs = yolov4_tiny(), network_inputs(SIZE_PX, count)
    calibration, tested = inputs[:calibrated], inputs[calibrated:]
    print(
        f"\nyolov4-tiny, {len(tested)} pictures, calibrated on {calibrated} others\n\n"
        "| engine | precision | boxes over 0.5 | matched at IoU 0.8 | scores within (95 %) |\n"
        "|---|---|---|---|---|"
    )
    with tempfile.TemporaryDirectory() as name:
        model = Path(name, "tiny.onnx")
        model.write_bytes(darknet_model(files.cfg, files.weights))
        reference = OnnxRuntimeEngine(model, threads)
        expected = [reference.run(picture) for picture in tested]
        for compiler, precision, kept_exact in _variants():
            folder = Path(name, f"{compiler.name}-{precision}-{kept_exact}")
            folder.mkdir()
            pictures = calibration if precision == "int8" else ()
            request = CompileRequest(
                model, precision, pictures, threads, LIMIT_S, kept_exact=kept_exact
            )
            exact = f", {kept_exact} convolutions FP32" if kept_exact else ""
            label = f"{compiler.name} | {precision}{exact}"
            try:
                compiler.compile(request, folder)
                opened = compiler.open(folder, threads)
            except (CompileError, EngineMissingError) as error:
                print(f"| {label} | {error} | | |")
                continue
            answers = [opened.run(picture) for picture in tested]
            parity = detection_parity(expected, answers, precision=precision, nms_iou=NMS_IOU)
            share = parity.matched / parity.boxes if parity.boxes else 0.0
            print(
                f"| {label} | {parity.boxes} | {share:.2%} | {parity.score_difference:.4f} |",
                flush=True,
            )


def _variants() -> Iterator[tuple[Compiler, Precision, int]]:
    for _, compiler in sorted(all_compilers().items()):
        for precision in compiler.availability().precisions:
            for kept_exact in KEPT_EXACT.get(precision, (0,)):
                yield compiler, precision, kept_exact
