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
from okng.models.anomaly.composition import SCORE
from okng.models.bundle import Bundle
from okng.models.compilation.build import open_build
from okng.models.compilation.fastest import Candidate, compile_all
from okng.models.compilation.pictures import BuildPictures, model_inputs
from okng.models.evaluation import auroc
from okng.models.training.request import TrainingRequest
from okng.models.training.training import train

THREADS = 2


def print_rows(split: Split, bundle: Bundle, most: int | None) -> None:
    pictures = BuildPictures.of(split.train)
    candidates = compile_all(bundle, pictures, threads=THREADS)
    fp32 = next(one for one in candidates if one.name == "onnxruntime-fp32")
    sides = (split.normal[:most], split.anomaly[:most])
    for one in candidates:
        if not one.build:
            continue
        assert one.latency
        assert fp32.latency
        print(
            f"| {split.name} | {bundle.manifest.method.type} | {one.name} "
            f"| {one.latency.median_ms:.1f} | {one.latency.p95_ms:.1f} "
            f"| {fp32.latency.median_ms / one.latency.median_ms:.2f} "
            f"| {one.build.record.parity.figures} | {ranking(one, bundle, sides)} |",
            flush=True,
        )


def ranking(candidate: Candidate, bundle: Bundle, sides: Sequence[Sequence[Path]]) -> str:
    """AUROC of pictures that the model has not learnt, and calls at its threshold."""
    assert candidate.build
    engine = open_build(candidate.build, THREADS)
    normal, anomaly = (
        [float(engine.run(one)[SCORE][0]) for one in model_inputs(bundle.manifest, side)]
        for side in sides
    )
    limit = bundle.manifest.threshold
    rejected, caught = (sum(score > limit for score in side) for side in (normal, anomaly))
    return (
        f"{auroc(normal, anomaly):.4f} | {rejected} of {len(normal)} | {caught} of {len(anomaly)}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="few pictures")
    most = 30 if parser.parse_args().quick else None
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; {THREADS} threads\n")
    print(
        "| pictures | method | build | median ms | p95 ms | times as fast | beside the model "
        "| AUROC | good rejected | defects caught |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|")
    for split in [elpv(40, seed=0), *([cookies()] if COOKIES.is_dir() else [])]:
        for word, method in methods().items():
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
