"""What the engines of this machine make of okng's anomaly models: time, parity and ranking.

    PYTHONPATH=tests .venv/bin/python tests/bench/bench_engines.py [--quick]

Models of real pictures are compiled by `okng.models.compilation` for every engine in every
precision that is here, all are measured in turns, and each judges pictures that the model has not
learnt. Prints the table of docs/engines.md. Needs `elpv-dataset`.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from support.pictures import labelled
from support.real_pictures import COOKIES, Split, cookies, elpv

from okng.models.anomaly import methods
from okng.models.anomaly.graphs import SCORE
from okng.models.bundles.bundle import Bundle
from okng.models.compilation.calibration_pictures import BuildPictures, model_inputs
from okng.models.compilation.engine_build import open_build
from okng.models.compilation.fastest_build import EngineCandidate, compile_all
from okng.models.evaluation import auroc
from okng.models.training.anomaly.train_anomaly_model import train
from okng.models.training.request import TrainingRequest

THREADS = 2


def print_rows(split: Split, bundle: Bundle, most: int | None) -> None:
    pictures = BuildPictures.of(split.train)
    candidates = compile_all(bundle, pictures, threads=THREADS)
    fp32 = next(candidate for candidate in candidates if candidate.name == "onnxruntime-fp32")
    sides = (split.normal[:most], split.anomaly[:most])
    for candidate in candidates:
        if not candidate.build:
            continue
        assert candidate.latency
        assert fp32.latency
        print(
            f"| {split.name} | {bundle.manifest.method.type} | {candidate.name} "
            f"| {candidate.latency.median_ms:.1f} | {candidate.latency.p95_ms:.1f} "
            f"| {fp32.latency.median_ms / candidate.latency.median_ms:.2f} "
            f"| {candidate.build.record.parity.figures} | {ranking(candidate, bundle, sides)} |",
            flush=True,
        )


def ranking(candidate: EngineCandidate, bundle: Bundle, sides: Sequence[Sequence[Path]]) -> str:
    """AUROC of pictures that the model has not learnt, and calls at its threshold."""
    assert candidate.build
    engine = open_build(candidate.build, THREADS)
    normal, anomaly = (
        [
            float(engine.run(model_input)[SCORE][0])
            for model_input in model_inputs(bundle.manifest, side)
        ]
        for side in sides
    )
    limit = bundle.manifest.threshold
    rejected, caught = (sum(score > limit for score in side) for side in (normal, anomaly))
    return (
        f"{auroc(normal, anomaly):.4f} | {rejected} of {len(normal)} | {caught} of {len(anomaly)}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="few pictures, one method")
    quick = parser.parse_args().quick
    most = 10 if quick else None
    every = [elpv(40, seed=0), *([cookies()] if COOKIES.is_dir() else [])]
    splits, tried = (
        ([elpv(20, seed=0)], [*methods().items()][:1]) if quick else (every, [*methods().items()])
    )
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; {THREADS} threads\n")
    print(
        "| pictures | method | build | median ms | p95 ms | times as fast | beside the model "
        "| AUROC | good rejected | defects caught |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|")
    for split in splits:
        for word, method in tried:
            with tempfile.TemporaryDirectory() as folder:
                request = TrainingRequest(
                    name=word,
                    root=Path(folder),
                    pictures=labelled(split.train),
                    method=method.settings_class(),
                )
                print_rows(split, train(request), most)


if __name__ == "__main__":
    main()
