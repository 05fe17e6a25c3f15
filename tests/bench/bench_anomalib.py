"""okng's anomaly models beside anomalib's: quality, training and inference in one run.

    PYTHONPATH=tests .venv-train/bin/python tests/bench/bench_anomalib.py [--quick]
        [--only quality training inference] [--seeds 5] [--sizes 224 256] [--coreset-ratio 0.1]

Runs in an environment of its own, which docs/benchmarks.md says how to make. Training and inference
take about ten minutes of a quiet machine, quality an hour or two. Prints the tables of
docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import os
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from beside_anomalib import inference, training
from beside_anomalib.reference import CORESET_RATIO

PARTS = ("quality", "training", "inference")


def run_one(part: str, *arguments: str) -> Any:
    """What a process of its own does for `training` and `inference`, as JSON."""
    if part == "training":
        kind, folder, threads = arguments
        return asdict(training.TRAININGS[kind](Path(folder), int(threads)))
    if part == "export":
        return inference.export(Path(arguments[0]))
    method, folder, threads, rounds = arguments
    latencies = inference.latencies(method, Path(folder), int(threads), int(rounds))
    return {name: asdict(latency) for name, latency in latencies.items()}


def _is_installed(name: str) -> bool:
    # A folder of the tests is named anomalib too, so it could be imported.
    return any(importlib.metadata.distributions(name=name))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--quick", action="store_true", help="few pictures, seeds and rounds")
    parser.add_argument("--seeds", type=int, nargs="+", default=range(5))
    parser.add_argument("--sizes", type=int, nargs="+", default=[224, 256])
    parser.add_argument(
        "--coreset-ratio",
        type=float,
        default=CORESET_RATIO,
        help="anomalib's, for 300 pictures",
    )
    parser.add_argument("--one", nargs="+", help=argparse.SUPPRESS)
    args = parser.parse_args()
    missing = [name for name in ("anomalib", "openvino") if not _is_installed(name)]
    if missing:
        print(f"Not measured beside anomalib: this environment lacks {', '.join(missing)}")
        return
    # The backbone's folder, and what anomalib writes wherever it runs, go with the process.
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        if args.one:
            print(json.dumps(run_one(*args.one)))
            return
        print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n", flush=True)
        threads = (1,) if args.quick else (1, 2)
        if "training" in args.only:
            training.measure(1 if args.quick else 2, threads)
        if "inference" in args.only:
            inference.measure(1 if args.quick else 15, threads)
        if "quality" in args.only:
            from beside_anomalib import quality

            sizes, seeds = args.sizes, args.seeds
            if args.quick:
                sizes, seeds = sizes[:1], seeds[:1]
            quality.measure(sizes, seeds, args.quick, args.coreset_ratio)


if __name__ == "__main__":
    main()
