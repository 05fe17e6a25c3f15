"""A detector's parity with OpenCV at 416 px, and what is before and after its network.

    PYTHONPATH=tests .venv/bin/python tests/bench/bench_detection.py [--quick]

Prints the tables of docs/detection.md. Needs `openvino` and OpenCV below 5, and the packages whose
files `support.package_files` takes.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import onnx
import openvino
from onnx import TensorProto, helper, numpy_helper
from support.darknet_networks import NETWORKS, write_network
from support.opencv_darknet import OPENCV_EPSILON, by_opencv, with_heads
from support.package_files import photographs, yolov4_tiny

from okng.models.detection.darknet import darknet_model, read_network
from okng.models.detection.nms import non_maximum_suppression
from okng.models.detection.resize import letterbox
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine

SIDE_PX = 416
BOXES, CLASSES = 10_647, 80
"""Of yolov4 at 416 px on COCO."""
OVER_THE_MINIMUM = (5, 60, 300)
MINIMUM_SCORE, NMS_IOU = 0.25, 0.45
ROUNDS = 100
CPU = {"INFERENCE_PRECISION_HINT": "f32", "INFERENCE_NUM_THREADS": 2, "PERFORMANCE_HINT": "LATENCY"}


def rgb(path: Path) -> npt.NDArray[np.uint8]:
    resized = cv2.resize(cv2.imread(str(path)), (SIDE_PX, SIDE_PX))
    return cv2.cvtColor(resized, cv2.COLOR_BGR2RGB)  # type: ignore[return-value]


def networks(folder: Path, names: list[str]) -> Iterator[tuple[str, Path, Path, list[Path]]]:
    """Name, `.cfg`, `.weights` and pictures."""
    coco, photos = yolov4_tiny(), photographs()
    pictures = [photos.astronaut, photos.chelsea, photos.coffee]
    yield "yolov4-tiny, COCO", coco.cfg, coco.weights, pictures
    for name in names:
        yield (name, *write_network(folder, NETWORKS[name](SIDE_PX, CLASSES)), pictures[:1])


def parity(names: list[str]) -> None:
    print("| network | floats | largest value | from OpenCV | OpenVINO |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for name, cfg, weights, pictures in networks(Path(folder), names):
            network = read_network(cfg, height=SIDE_PX, width=SIDE_PX)
            model = with_heads(darknet_model(cfg, weights, epsilon=OPENCV_EPSILON))
            engine = OnnxRuntimeEngine(model)
            compiled = openvino.compile_model(openvino.Core().read_model(model), "CPU", CPU)
            largest, from_opencv, from_openvino = [], [], []
            for picture in map(rgb, pictures):
                own = engine.run({"image": picture[None]})
                results = compiled(picture[None])
                reference = by_opencv(cfg, weights, network, picture)
                for head, (raw, _) in zip(network.heads, reference, strict=True):
                    tensor = f"head_{network.layers.index(head)}"
                    largest.append(np.abs(own[tensor]).max())
                    from_opencv.append(np.abs(own[tensor] - raw).max())
                    from_openvino.append(np.abs(own[tensor] - results[tensor]).max())
            print(
                f"| {name} | {network.float_count:,} | {max(largest):.3g} | "
                f"{max(from_opencv):.1e} | {max(from_openvino):.1e} |",
                flush=True,
            )


def made_outputs(over: int) -> dict[str, npt.NDArray[np.float32]]:
    """A graph's outputs with so many boxes over the minimum."""
    generator = np.random.default_rng(over)
    objectness = np.full(BOXES, 1e-4, np.float32)
    objectness[generator.permutation(BOXES)[:over]] = generator.uniform(0.3, 1, over)
    classes = generator.dirichlet(np.full(CLASSES, 0.02), BOXES)
    corner = generator.uniform(0, 400, (BOXES, 2))
    boxes = np.hstack([corner, corner + generator.uniform(5, 60, (BOXES, 2))])
    scores = (objectness[:, None] * classes).astype(np.float32)
    return {
        "boxes": boxes.astype(np.float32)[None],
        "objectness": objectness[None],
        "scores": scores[None],
    }


def suppression_graph() -> bytes:
    """ONNX's own suppression over the same boxes and scores."""
    nodes = [
        helper.make_node("Transpose", ["scores"], ["by_class"], perm=[0, 2, 1]),
        helper.make_node(
            "NonMaxSuppression", ["boxes", "by_class", "most", "iou", "score"], ["kept"]
        ),
    ]
    shapes = {"boxes": [1, BOXES, 4], "scores": [1, BOXES, CLASSES]}
    inputs = [helper.make_tensor_value_info(k, TensorProto.FLOAT, v) for k, v in shapes.items()]
    output = helper.make_tensor_value_info("kept", TensorProto.INT64, ["kept", 3])
    constants = [
        numpy_helper.from_array(np.array([value], dtype), name)
        for name, value, dtype in (
            ("most", 300, np.int64),
            ("iou", NMS_IOU, np.float32),
            ("score", MINIMUM_SCORE, np.float32),
        )
    ]
    graph = helper.make_graph(nodes, "suppression", inputs, [output], constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    onnx.checker.check_model(model)
    return bytes(model.SerializeToString())


def interleaved_ms(calls: dict[str, Callable[[], object]]) -> dict[str, float]:
    """The median of each, all in turn."""
    times_ms: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(ROUNDS):
        for name, call in calls.items():
            start = time.perf_counter()
            call()
            times_ms[name].append((time.perf_counter() - start) * 1e3)
    return {name: statistics.median(times) for name, times in times_ms.items()}


def before_and_after() -> None:
    picture = cv2.resize(cv2.imread(str(photographs().coffee)), (1920, 1080))
    suppression = suppression_graph()
    engine = OnnxRuntimeEngine(suppression)
    compiled = openvino.compile_model(openvino.Core().read_model(suppression), "CPU", CPU)
    request = compiled.create_infer_request()
    print("\n| boxes over the minimum | letterbox | select | ONNX Runtime | OpenVINO |")
    print("|---|---|---|---|---|")
    for over in OVER_THE_MINIMUM:
        outputs = made_outputs(over)
        arrays = {name: outputs[name] for name in ("boxes", "scores")}
        ms = interleaved_ms(
            {
                "letterbox": lambda: letterbox(picture, SIDE_PX, SIDE_PX),
                "select": lambda outputs=outputs: non_maximum_suppression(
                    outputs, MINIMUM_SCORE, NMS_IOU
                ),
                "ONNX Runtime": lambda arrays=arrays: engine.run(arrays),
                "OpenVINO": lambda arrays=arrays: request.infer(arrays),
            }
        )
        print(f"| {over} | " + " | ".join(f"{time_ms:.2f} ms" for time_ms in ms.values()) + " |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="Parity of the small networks only.")
    quick = parser.parse_args().quick
    parity([name for name in NETWORKS if "tiny" in name or not quick])
    before_and_after()


if __name__ == "__main__":
    main()
