"""What INT8 gains and costs on this processor: okng's graphs with a quantised backbone.

    PYTHONPATH=tests .venv/bin/python tests/bench/bench_int8.py [--quick]

The backbone is quantised, calibrated on normal training pictures, and the method learns from its
features; the method's own arithmetic stays FP32, because quantised distances lose the ranking.
Besides: where a picture's time goes, and what the same arithmetic takes in either precision, which
says what can be gained at most. Where OpenVINO and NNCF are installed they are measured as well.
One thread everywhere. Prints the tables of docs/benchmarks.md. Needs `elpv-dataset`.
"""

from __future__ import annotations

import argparse
import importlib.util
import logging
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto
from onnxruntime.quantization import CalibrationDataReader, QuantFormat, QuantType, quantize_static
from support.real_pictures import COOKIES, Split, cookies, elpv
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from okng.models.anomaly import create_method, methods
from okng.models.anomaly.embeddings import Embeddings
from okng.models.anomaly.graphs import EMBEDDING, IMAGE, SCORE, embedding_model, whole_model
from okng.models.anomaly.method import AnomalyMethod
from okng.models.anomaly.tiling import Tiling
from okng.models.arrays import AnyArray
from okng.models.backbone.backbone import Backbone, load_backbone
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.evaluation import auroc
from okng.models.images.image_files import read_image
from okng.models.images.preprocessing import to_model_input
from okng.models.onnx.graph import GraphBuilder

Run = Callable[[], Any]

SIZE_PX, CALIBRATED_ON, CALLS = 224, 30, 10
WHOLE = Tiling(height=SIZE_PX, width=SIZE_PX)
FP32, BACKBONE, INT8, INT8_BACKBONE = "FP32", "FP32 backbone", "INT8", "INT8 backbone"


def in_turns(runs: Mapping[str, Run], rounds: int) -> dict[str, float]:
    """Processor time of one call in ms: the median of rounds, in which all take turns."""
    spent: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            run()
            start = time.process_time()
            for _ in range(CALLS):
                run()
            spent[name].append((time.process_time() - start) / CALLS * 1e3)
    return {name: statistics.median(times) for name, times in spent.items()}


def runner(model: bytes, image: AnyArray) -> Run:
    engine = OnnxRuntimeEngine(model, threads=1)
    return lambda: engine.run({IMAGE: image})


# --- Quantising ----------------------------------------------------------------------------------


class _Calibration(CalibrationDataReader):  # type: ignore[misc]
    def __init__(self, images: Iterable[AnyArray]) -> None:
        self._images = iter(images)

    def get_next(self) -> dict[str, AnyArray] | None:
        image = next(self._images, None)
        return None if image is None else {IMAGE: image}


def quantised(model: onnx.ModelProto, images: Iterable[AnyArray]) -> onnx.ModelProto:
    """The model with INT8 convolutions, per channel, calibrated on `images`.

    Weights have seven bits: without VNNI, sums of two products of eight bits saturate.
    """
    with tempfile.TemporaryDirectory() as folder:
        fp32, int8 = Path(folder) / "fp32.onnx", Path(folder) / "int8.onnx"
        onnx.save(model, fp32)
        quantize_static(
            fp32,
            int8,
            _Calibration(images),
            quant_format=QuantFormat.QDQ,
            per_channel=True,
            reduce_range=True,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
        )
        return onnx.load(int8)


def alone(backbone: Backbone) -> bytes:
    """The backbone as a model of one picture: `image` -> its feature maps."""
    graph, outputs = GraphBuilder(), dict[str, tuple[int, Sequence[int | str]]]()
    embedding = graph.apply(backbone.model, {IMAGE: IMAGE})
    for tap in backbone.taps:
        side = SIZE_PX // tap.stride
        name = graph.rename(embedding[tap.name], tap.name)
        outputs[name] = (TensorProto.FLOAT, (1, tap.channels, side, side))
    inputs = {IMAGE: (TensorProto.UINT8, (1, SIZE_PX, SIZE_PX, 3))}
    return graph.model("backbone", inputs, outputs)


# --- What the processor can do -------------------------------------------------------------------


def convolutions(shapes: Sequence[tuple[int, int, int]], channels: int, side: int) -> bytes:
    """Convolutions in a row, each (filters, kernel, groups) and with the backbone's ReLU6."""
    generator = np.random.default_rng(0)
    graph, x, entered = GraphBuilder(), IMAGE, channels
    for filters, kernel, groups in shapes:
        shape = (filters, entered // groups, kernel, kernel)
        weights = graph.constant(generator.normal(size=shape) * (2 / np.prod(shape[1:])) ** 0.5)
        bias = graph.constant(np.zeros(filters))
        x = graph.add("Conv", x, weights, bias, pads=[kernel // 2] * 4, group=groups)
        x = graph.add("Clip", x, graph.constant(0), graph.constant(6))
        entered = filters
    inputs = {IMAGE: (TensorProto.FLOAT, (1, channels, side, side))}
    outputs = {graph.rename(x, "y"): (TensorProto.FLOAT, (1, entered, side, side))}
    return graph.model("convolutions", inputs, outputs)


def product(side: int, element_type: int, result_type: int) -> bytes:
    """[side, side] by a constant of the same shape: float32, or uint8 by int8 into int32."""
    graph = GraphBuilder()
    values = np.random.default_rng(0).integers(-60, 60, (side, side))
    if element_type == TensorProto.FLOAT:
        y = graph.add("MatMul", IMAGE, graph.constant(values))
    else:
        y = graph.add("MatMulInteger", IMAGE, graph.constant(values, np.int8))
    shape = (side, side)
    outputs = {graph.rename(y, "y"): (result_type, shape)}
    return graph.model("product", {IMAGE: (element_type, shape)}, outputs)


def print_arithmetic(rounds: int) -> None:
    print("| arithmetic | FP32 GOP/s | INT8 GOP/s | times faster |")
    print("|---|---|---|---|")
    side = 1024
    ones = np.ones((side, side), np.float32)
    products = {
        "FP32": runner(product(side, TensorProto.FLOAT, TensorProto.FLOAT), ones),
        "INT8": runner(product(side, TensorProto.UINT8, TensorProto.INT32), ones.astype(np.uint8)),
    }
    print_gops("product of matrices, 1,024", 2 * side**3, products, rounds)
    kinds = {
        "1x1 convolutions, 112 to 672 to 112 channels": ([(672, 1, 1), (112, 1, 1)] * 4, 112, 14),
        "5x5 convolutions of single channels, 672": ([(672, 5, 672)] * 8, 672, 14),
    }
    for name, (shapes, channels, side) in kinds.items():
        image = np.random.default_rng(1).random((1, channels, side, side), np.float32)
        model = convolutions(shapes, channels, side)
        int8 = quantised(onnx.load_from_string(model), [image]).SerializeToString()
        entering = [channels, *(filters for filters, _, _ in shapes)]
        operations = sum(
            2 * filters * before // groups * kernel**2 * side**2
            for before, (filters, kernel, groups) in zip(entering, shapes, strict=False)
        )
        runs = {"FP32": runner(model, image), "INT8": runner(int8, image)}
        print_gops(f"{name}, {side}x{side} positions", operations, runs, rounds)


def print_gops(name: str, operations: int, runs: Mapping[str, Run], rounds: int) -> None:
    ms = in_turns(runs, rounds)
    rates = {precision: operations / time_ms / 1e6 for precision, time_ms in ms.items()}
    print(
        f"| {name} | {rates['FP32']:.0f} | {rates['INT8']:.0f} "
        f"| {rates['INT8'] / rates['FP32']:.2f} |",
        flush=True,
    )


# --- Whole models --------------------------------------------------------------------------------


def pixels(paths: Iterable[Path]) -> list[AnyArray]:
    return [to_model_input(read_image(path), SIZE_PX, SIZE_PX) for path in paths]


def learnt(backbone: Backbone, method: AnomalyMethod, images: Iterable[AnyArray]) -> bytes:
    """The whole model."""
    engine = OnnxRuntimeEngine(embedding_model(backbone, method, WHOLE), threads=1)
    embeddings = np.concatenate([engine.run({IMAGE: image})[EMBEDDING] for image in images])
    with threadpool_limits(limits=1, user_api="blas"):
        fitted = method.fit(Embeddings.of(embeddings), seed=0)
    return whole_model(backbone, method, fitted, WHOLE)


def in_openvino(
    model: bytes, calibrated_on: Sequence[AnyArray] | None
) -> Callable[[AnyArray], Any]:
    """The model in OpenVINO; with pictures to calibrate on, NNCF has quantised its backbone."""
    import nncf
    import openvino

    network = openvino.Core().read_model(model)
    if calibrated_on is not None:
        backbone = load_backbone().model.graph.name
        names = [node.get_friendly_name() for node in network.get_ordered_ops()]
        rest = [name for name in names if not name.startswith(f"{backbone}.")]
        network = nncf.quantize(
            network,
            nncf.Dataset(list(calibrated_on)),
            subset_size=len(calibrated_on),
            ignored_scope=nncf.IgnoredScope(names=rest, validate=False),
        )
    config = {"INFERENCE_NUM_THREADS": 1, "INFERENCE_PRECISION_HINT": "f32", "NUM_STREAMS": 1}
    compiled = openvino.Core().compile_model(network, "CPU", config)
    return lambda image: compiled([image])[SCORE]


def print_models(splits: Sequence[Split], rounds: int) -> None:
    print(
        "\n| engine | method | pictures | FP32 ms | of it backbone | INT8 ms | of it backbone "
        "| times faster | AUROC FP32 | INT8 |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|")
    for split in splits:
        train, normal, anomaly = (pixels(p) for p in (split.train, split.normal, split.anomaly))
        calibrated_on = train[:CALIBRATED_ON]
        backbone = load_backbone()
        int8 = replace(backbone, model=quantised(backbone.model, calibrated_on))
        for name, kind in methods().items():
            method = create_method(kind.settings_class())
            fp32_model, int8_model = (
                learnt(weights, method, train) for weights in (backbone, int8)
            )
            judges = [scorer(fp32_model), scorer(int8_model)]
            runs = {
                FP32: runner(fp32_model, train[0]),
                BACKBONE: runner(alone(backbone), train[0]),
                INT8: runner(int8_model, train[0]),
                INT8_BACKBONE: runner(alone(int8), train[0]),
            }
            row = f"{name} | {split.name}"
            print_model(
                f"ONNX Runtime | {row}", in_turns(runs, rounds), aurocs(judges, normal, anomaly)
            )
            if importlib.util.find_spec("nncf"):
                judges = [in_openvino(fp32_model, None), in_openvino(fp32_model, calibrated_on)]
                runs = {FP32: partial(judges[0], train[0]), INT8: partial(judges[1], train[0])}
                print_model(
                    f"OpenVINO | {row}", in_turns(runs, rounds), aurocs(judges, normal, anomaly)
                )


def scorer(model: bytes) -> Callable[[AnyArray], Any]:
    engine = OnnxRuntimeEngine(model, threads=1)
    return lambda image: engine.run({IMAGE: image})[SCORE]


def aurocs(
    judges: Sequence[Callable[[AnyArray], Any]],
    normal: Sequence[AnyArray],
    anomaly: Sequence[AnyArray],
) -> list[float]:
    return [
        auroc(
            [float(judge(picture)[0]) for picture in normal],
            [float(judge(picture)[0]) for picture in anomaly],
        )
        for judge in judges
    ]


def print_model(row: str, ms: Mapping[str, float], rates: Sequence[float]) -> None:
    cells = [
        f"{ms[name]:.1f}" if name in ms else "" for name in (FP32, BACKBONE, INT8, INT8_BACKBONE)
    ]
    print(
        f"| {row} | {' | '.join(cells)} | {ms[FP32] / ms[INT8]:.2f} "
        f"| {rates[0]:.4f} | {rates[1]:.4f} |",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="few pictures and rounds")
    args = parser.parse_args()
    # What the quantisers recommend is known, and done by hand where it matters.
    logging.disable(logging.WARNING)
    rounds = 1 if args.quick else 15
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; processor time, one thread\n")
    print_arithmetic(rounds)
    few = elpv(20 if args.quick else 40, seed=0)
    most = 5 if args.quick else None
    splits = [Split(few.name, few.train, few.normal[:most], few.anomaly[:most])]
    if COOKIES.is_dir() and not args.quick:
        splits.append(cookies())
    print_models(splits, rounds)


if __name__ == "__main__":
    main()
