"""YOLOv4 by every engine that is here, beside traced PyTorch: speed, accuracy, memory.

    PYTHONPATH=tests .venv-train/bin/python tests/bench/bench_yolov4.py [--quick] [--only PART]
        [--tvm-minutes 60] [--tvm-records FOLDER]

Prints the tables of docs/benchmarks.md. Speed is of YOLOv4 at 416x416 with 80 classes and drawn
weights, one picture at a time: AWS measured PyTorch and TVM so ("Speed up YOLOv4 inference to twice
as fast on Amazon SageMaker", 2022: 397 and 188 ms), 1,000 calls after 100 to warm up. Accuracy is
of yolov4-tiny with its COCO weights on photographs. What is not installed has a line that says so.
TVM, where it is installed, is tuned first, for most of an hour unless told otherwise.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from beside_pytorch import accuracy, arithmetic
from beside_pytorch.openers import engine_build, traced_pytorch
from beside_pytorch.workers import Alternative, measure
from support.darknet_networks import write_network, yolov4

from okng.models.detection.darknet import darknet_model
from okng.models.engines import all_compilers
from okng.models.engines.compiler import CompileError, CompileRequest, Precision
from okng.models.engines.engine import EngineMissingError

THREADS = 2
SIDE_PX, QUICK_SIDE_PX = 416, 96
GIGA_OPERATIONS = 60.1
"""Of YOLOv4 at `SIDE_PX`: two for each multiplication with its addition."""
PYTORCH = "PyTorch, traced"
PRECISIONS: tuple[Precision, ...] = ("fp32", "bf16", "fp16", "int8")
PARTS = ("arithmetic", "speed", "accuracy")


def compiled(
    folder: Path, model: Path, side_px: int, limit_s: float, records: Path | None
) -> Iterator[Alternative]:
    """YOLOv4 by every engine in every precision that it computes in here."""
    calibration = accuracy.network_inputs(side_px, 20)
    for name, compiler in sorted(all_compilers().items()):
        availability = compiler.availability()
        if availability.missing:
            print(f"{name}: {availability.missing}", flush=True)
        for precision in availability.precisions:
            build = folder / f"{name}-{precision}"
            build.mkdir()
            request = CompileRequest(
                model,
                precision,
                calibration if precision == "int8" else (),
                THREADS,
                limit_s,
                cache=records,
            )
            try:
                compiler.compile(request, build)
            except (CompileError, EngineMissingError) as error:
                print(f"{name}, {precision}: {error}", flush=True)
            else:
                yield Alternative(name, precision, engine_build, (name, build, side_px), THREADS)


def speed(quick: bool, tvm_s: float, tvm_records: Path | None) -> None:
    """The seed's table."""
    warm_up, rounds, calls = (1, 2, 2) if quick else (100, 10, 100)
    side_px = QUICK_SIDE_PX if quick else SIDE_PX
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cfg, weights = write_network(folder, yolov4(side_px))
        model = folder / "yolov4.onnx"
        model.write_bytes(darknet_model(cfg, weights))
        pytorch = Alternative(PYTORCH, "fp32", traced_pytorch, (cfg, weights), THREADS)
        alternatives = [pytorch, *compiled(folder, model, side_px, tvm_s, tvm_records)]
        measure(alternatives, warm_up, rounds, calls)
    peaks = arithmetic.measure(THREADS)
    print(
        f"\nYOLOv4, {side_px}x{side_px}, batch 1, {THREADS} threads, "
        f"{rounds} rounds of {calls} calls\n"
    )
    print(
        "| engine | precision | mean ms | median ms | p95 ms | mean against PyTorch | p95 "
        "| share of the peak | peak MB | load s | CPU share |\n|" + "---|" * 11
    )
    for row in alternatives:
        if row.problem:
            print(f"| {row.name} | {row.precision} | {row.problem} |" + " |" * 8)
            continue
        against = (
            f"{pytorch.mean_ms / row.mean_ms:.2f} | {pytorch.p95_ms / row.p95_ms:.2f}"
            if not pytorch.problem
            else " | "
        )
        operations = GIGA_OPERATIONS * (side_px / SIDE_PX) ** 2
        done = operations / row.median_ms * 1e3
        peak = peaks["int8" if row.precision == "int8" else "fp32"]
        print(
            f"| {row.name} | {row.precision} | {row.mean_ms:.0f} | {row.median_ms:.0f} "
            f"| {row.p95_ms:.0f} | {against} | {done / peak:.0%} | {row.peak_mb:.0f} "
            f"| {row.load_s:.1f} | {row.cpu_share:.2f} |",
            flush=True,
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="a small network, few calls")
    parser.add_argument("--only", choices=PARTS, help="one of the tables")
    parser.add_argument("--tvm-minutes", type=float, default=60, help="for tuning and building")
    parser.add_argument("--tvm-records", type=Path, help="folder with what was tuned before")
    args = parser.parse_args()
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}", flush=True)
    parts = {
        "arithmetic": lambda: arithmetic.print_table(THREADS),
        "speed": lambda: speed(args.quick, args.tvm_minutes * 60, args.tvm_records),
        "accuracy": lambda: accuracy.print_table(THREADS, args.quick),
    }
    for name, part in parts.items():
        if args.only in (None, name):
            part()


if __name__ == "__main__":
    main()
