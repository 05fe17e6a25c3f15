"""One picture at a time: okng's judgement beside anomalib's own inferencer and exports."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from support.real_pictures import elpv

from .processes import run

PICTURES, SIZE_PX = 30, 256
CALLS = 10
TIMES_THE_THROUGHPUT = 3
METHODS = ("padim", "patchcore")

JUDGE, ENGINE = "okng: judge, resize included", "okng: graph in ONNX Runtime"
OPENVINO = "okng: graph in OpenVINO"
INFERENCER = "anomalib: its OpenVINOInferencer"
ITS_OPENVINO = "anomalib: its graph in OpenVINO"
ITS_ONNX = "anomalib: its graph in ONNX Runtime"


@dataclass(frozen=True)
class Latency:
    """Medians over the rounds, each the mean of `CALLS` pictures in a row."""

    wall_ms: float
    cpu_ms: float


def export(folder: Path) -> None:
    """Train both methods by both programs from the same pictures, and write what runs later."""
    from pydantic import TypeAdapter
    from support.pictures import labelled

    from okng.models.anomaly import AnomalySettings
    from okng.models.training.anomaly.train_anomaly_model import TrainingRequest, train

    from . import reference

    reference.prepare(threads=1)
    good = elpv(PICTURES, seed=0).train
    pictures = folder / "normal"
    pictures.mkdir()
    for path in good:
        (pictures / path.name).write_bytes(path.read_bytes())
    for method in METHODS:
        train(
            TrainingRequest(
                name=method,
                root=folder / "okng",
                pictures=labelled(good),
                method=TypeAdapter(AnomalySettings).validate_python({"type": method}),
                input_height=SIZE_PX,
                input_width=SIZE_PX,
            )
        )
        model = reference.learn_as_users_do(method, pictures)
        size = (SIZE_PX, SIZE_PX)
        # Without `dynamic_axes`, PatchCore's export takes batches of two only.
        options = {"dynamic_axes": {}, "external_data": False, "opset_version": 18}
        model.to_onnx(folder / "anomalib", method, input_size=size, **options)
        model.to_openvino(folder / "anomalib", method, input_size=size, onnx_kwargs=options)


def alternatives(method: str, folder: Path, threads: int) -> dict[str, Callable[[], Any]]:
    """What judges one picture, by name."""
    from okng.models.training.anomalib import anomalib_worker as worker

    worker.import_torchvision(threads)
    import openvino
    from anomalib.deploy import OpenVINOInferencer

    from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
    from okng.models.images.image_files import read_image
    from okng.models.images.preprocessing import to_model_input
    from okng.models.inference.anomaly_model import AnomalyModel

    bundle = folder / "okng" / method / "1"
    weights = folder / "anomalib/weights"
    config = {
        "INFERENCE_NUM_THREADS": threads,
        "PERFORMANCE_HINT": "LATENCY",
        "NUM_STREAMS": 1,
        "INFERENCE_PRECISION_HINT": "f32",
    }

    def in_openvino(model: Path) -> Callable[[Any], Any]:
        compiled = openvino.Core().compile_model(model, "CPU", config)
        return lambda picture: compiled([picture])

    picture = read_image(elpv(0, seed=0).anomaly[0])
    pixels = to_model_input(picture, SIZE_PX, SIZE_PX)
    zero_to_one = np.ascontiguousarray(pixels.transpose(0, 3, 1, 2), np.float32) / 255
    model = AnomalyModel.load(bundle, threads)
    ours = OnnxRuntimeEngine(bundle / "model.onnx", threads)
    ours_in_openvino = in_openvino(bundle / "model.onnx")
    inferencer = OpenVINOInferencer(weights / f"openvino/{method}.xml", "CPU", config)
    its_openvino = in_openvino(weights / f"openvino/{method}.xml")
    its_onnx = OnnxRuntimeEngine(weights / f"onnx/{method}.onnx", threads)
    return {
        JUDGE: lambda: model.judge(picture),
        ENGINE: lambda: ours.run({"image": pixels}),
        OPENVINO: lambda: ours_in_openvino(pixels),
        INFERENCER: lambda: inferencer.predict(pixels[0]),
        ITS_OPENVINO: lambda: its_openvino(zero_to_one),
        ITS_ONNX: lambda: its_onnx.run({"input": zero_to_one}),
    }


def latencies(method: str, folder: Path, threads: int, rounds: int) -> dict[str, Latency]:
    """All alternatives in turns, so that what else the machine does meets them alike."""
    judges = alternatives(method, folder, threads)
    wall: dict[str, list[float]] = {name: [] for name in judges}
    cpu: dict[str, list[float]] = {name: [] for name in judges}
    for number in range(rounds + 1):
        for name, judge in judges.items():
            start, used = time.perf_counter(), time.process_time()
            for _ in range(CALLS):
                judge()
            if number:  # The first round warms up.
                wall[name].append((time.perf_counter() - start) / CALLS * 1e3)
                cpu[name].append((time.process_time() - used) / CALLS * 1e3)
    return {
        name: Latency(statistics.median(wall[name]), statistics.median(cpu[name]))
        for name in judges
    }


def measure(rounds: int, threads_of: Sequence[int]) -> None:
    print(f"One picture at {SIZE_PX} px, learnt from {PICTURES}, medians of {rounds} rounds:\n")
    print("| method | threads | what | ms | CPU ms |")
    print("|---|---|---|---|---|")
    latencies: dict[tuple[str, int], dict[str, Latency]] = {}
    with tempfile.TemporaryDirectory() as folder:
        run("export", folder, threads=1)
        for method in METHODS:
            for threads in threads_of:
                done = run("latencies", method, folder, str(threads), str(rounds), threads=threads)
                table = {name: Latency(**fields) for name, fields in done.answer.items()}
                latencies[method, threads] = table
                for name, latency in table.items():
                    print(
                        f"| {method} | {threads} | {name} | {latency.wall_ms:.1f} "
                        f"| {latency.cpu_ms:.1f} |",
                        flush=True,
                    )
    print("\n| method | threads | okng beside | times the throughput | in CPU time | reached |")
    print("|---|---|---|---|---|---|")
    for (method, threads), table in latencies.items():
        for theirs in (INFERENCER, ITS_ONNX):
            faster = table[theirs].wall_ms / table[JUDGE].wall_ms
            in_cpu_time = table[theirs].cpu_ms / table[JUDGE].cpu_ms
            print(
                f"| {method} | {threads} | {theirs} | {faster:.1f} | {in_cpu_time:.1f} "
                f"| {'yes' if faster >= TIMES_THE_THROUGHPUT else 'no'} |"
            )
    print(flush=True)
