"""What `okng tune` finds on this machine, and why it leaves out batches and OpenVINO's streams.

    PYTHONPATH=tests .venv/bin/python tests/bench/bench_tune.py [--quick]

Prints the tables of a PatchCore model of solar cells and of yolov4-tiny with its COCO weights, for
throughput, which tries every setting; then the backbone with several pictures in a batch, and the
PatchCore model in OpenVINO with streams. Needs `elpv-dataset` and `openvino`.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from support.package_files import photographs, yolov4_tiny
from support.pictures import labelled
from support.real_pictures import elpv

from okng.device.commands.tuning_table import table
from okng.models.anomaly import methods
from okng.models.backbone.backbone import load_backbone
from okng.models.bundles.bundle import AnyBundle, write_bundle
from okng.models.compilation.calibration_pictures import BuildPictures
from okng.models.compilation.fastest_build import compile_all
from okng.models.engines.openvino_engine import import_openvino
from okng.models.imported.import_detector import DetectorOptions, import_darknet
from okng.models.training.anomaly.train_anomaly_model import train
from okng.models.training.request import TrainingRequest
from okng.models.tuning.setting import setting_now
from okng.models.tuning.tune import tune

ENGINES = ("onnxruntime", "openvino")
SIDE_PX, BATCHES, ROUNDS = 224, (1, 2, 4, 8), 20
THREADS = 2


def print_tuning(
    name: str,
    bundle: AnyBundle,
    pictures: BuildPictures,
    engines: Sequence[str],
    limit_s: float,
) -> None:
    """The tables of `okng tune --for throughput`, beside a station with one thread."""
    candidates = compile_all(bundle, pictures, engines=engines, threads=1)
    for candidate in candidates:
        if candidate.problem:
            print(f"{name}: not tried: {candidate.name}: {candidate.problem}")
    builds = [
        candidate.build for candidate in candidates if candidate.build and not candidate.problem
    ]
    now = setting_now(bundle, 1)
    report = tune(bundle, builds, pictures.proof, "throughput", now, limit_s=limit_s)
    print(f"## {name}\n{table(report)}\n", flush=True)


def print_medians(title: str, alternatives: Mapping[str, Callable[[], int]]) -> None:
    """Milliseconds for a picture: all in turns; each says how many pictures it judged."""
    taken_ms: dict[str, list[float]] = {name: [] for name in alternatives}
    for _ in range(ROUNDS):
        for name, run in alternatives.items():
            begin_s = time.perf_counter()
            pictures = run()
            taken_ms[name].append((time.perf_counter() - begin_s) * 1e3 / pictures)
    print(f"## {title}, load {os.getloadavg()[0]:.1f}")
    for name, times in taken_ms.items():
        print(f"{name:40} {statistics.median(times):6.2f} ms a picture")
    print(flush=True)


def backbone_in_batches() -> dict[str, Callable[[], int]]:
    """The backbone in ONNX Runtime, which takes any number of pictures at once."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    session = onnxruntime.InferenceSession(load_backbone().model.SerializeToString(), options)

    def judge(batch: int) -> Callable[[], int]:
        shape = (batch, SIDE_PX, SIDE_PX, 3)
        pictures = np.random.default_rng(0).integers(0, 255, shape, np.uint8)
        return lambda: len(session.run(None, {"image": pictures})[0])

    return {f"batch {batch}, {THREADS} threads": judge(batch) for batch in BATCHES}


def openvino_with_streams(model: Path) -> dict[str, Callable[[], int]]:
    """A model in OpenVINO: one picture at a time, and as many as there are streams."""
    openvino = import_openvino()

    def compiled(streams: int) -> Any:
        options = {
            "INFERENCE_NUM_THREADS": THREADS,
            "INFERENCE_PRECISION_HINT": "f32",
            "NUM_STREAMS": streams,
        }
        return openvino.Core().compile_model(model, "CPU", options)

    picture = np.random.default_rng(0).integers(0, 255, (1, SIDE_PX, SIDE_PX, 3), np.uint8)
    alternatives: dict[str, Callable[[], int]] = {}
    for streams in (1, THREADS):
        request = compiled(streams).create_infer_request()

        def one_by_one(request: Any = request) -> int:
            request.infer({"image": picture})
            return 1

        alternatives[f"{streams} streams, one picture at a time"] = one_by_one
    queue = openvino.AsyncInferQueue(compiled(THREADS), THREADS)

    def side_by_side() -> int:
        for _ in range(2 * THREADS):
            queue.start_async({"image": picture})
        queue.wait_all()
        return 2 * THREADS

    alternatives[f"{THREADS} streams, {THREADS} pictures side by side"] = side_by_side
    return alternatives


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="less time for each table")
    quick = parser.parse_args().quick
    limit_s, engines = (10.0, ENGINES[:1]) if quick else (240.0, ENGINES)
    with tempfile.TemporaryDirectory() as folder:
        cells = elpv(20 if quick else 40, seed=0)
        request = TrainingRequest(
            name="cells",
            root=Path(folder),
            pictures=labelled(cells.train),
            method=methods()["patchcore"].settings_class(),
        )
        patchcore = train(request)
        pictures = BuildPictures.of(cells.train, cells.anomaly[:20])
        print_tuning("PatchCore, solar cells, 224 px", patchcore, pictures, engines, limit_s)
        files = yolov4_tiny()
        imported = import_darknet(files.cfg, files.weights, files.names, DetectorOptions("bench"))
        detector = write_bundle(Path(folder), "coco", *imported)
        photos = BuildPictures.of(list(vars(photographs()).values()))
        print_tuning("yolov4-tiny, COCO, 416 px", detector, photos, engines, limit_s)
        print_medians("The backbone in batches", backbone_in_batches())
        print_medians("OpenVINO with streams", openvino_with_streams(patchcore.model_path))


if __name__ == "__main__":
    main()
