"""Reference pictures of a package, with the answers of the model where it was trained."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from okng.models.arrays import AnyArray
from okng.models.bundles.bundle import Bundle, load_bundle
from okng.models.bundles.manifest import Manifest
from okng.models.compilation.calibration_pictures import model_inputs
from okng.models.compilation.parity import compare_answers
from okng.models.engines import open_engine
from okng.models.engines.compiler import Precision
from okng.models.exchange.errors import PackageError
from okng.models.processes import ProcessError, run_limited
from okng.models.progress import ReportLine

Answer = Mapping[str, AnyArray]
"""The outputs of the model's graph by name."""

LIMIT_S = 600.0
PRECISION: Precision = "fp32"
"""Both stations run the original model; builds for an engine are proved by `okng compile`."""


def answer(bundle: Bundle[Manifest], pictures: Sequence[Path]) -> list[Answer]:
    """The answers of the model to the pictures, read, resized and judged as on the line.

    Raises:
        okng.models.images.preprocessing.ImageError: a file is no picture.
        okng.models.engines.engine.EngineMissingError: the model's engine isn't installed.
    """
    engine = open_engine(bundle.model_path, threads=1)
    return [engine.run(model_input) for model_input in model_inputs(bundle.manifest, pictures)]


def to_npz(answers: Sequence[Answer]) -> bytes:
    """The answers as a numpy archive of the arrays `NUMBER/OUTPUT`."""
    arrays = {
        f"{number}/{name}": array
        for number, outputs in enumerate(answers)
        for name, array in outputs.items()
    }
    buffer = io.BytesIO()
    np.savez(buffer, **arrays)  # type: ignore[arg-type]
    return buffer.getvalue()


def from_npz(path: Path, count: int) -> Sequence[Answer]:
    """The answers that `to_npz` wrote, for so many pictures.

    Raises:
        PackageError: the file is none of these; objects (pickles) are refused.
    """
    answers: list[dict[str, AnyArray]] = [{} for _ in range(count)]
    try:
        with np.load(path, allow_pickle=False) as archive:
            for key in archive.files:
                number, _, name = key.partition("/")
                answers[int(number)][name] = archive[key]
    except (ValueError, IndexError, OSError, EOFError, KeyError) as error:
        raise PackageError(
            f"the answers to the reference pictures can't be read: {error}"
        ) from None
    return answers


def check_parity(bundle_path: Path, pictures: Sequence[Path], answers: Path) -> None:
    """Checks in a process of its own that the model answers here as it did where it was trained.

    Raises:
        PackageError: it doesn't, can't be loaded, or takes longer than `LIMIT_S`.
    """
    try:
        problems = run_limited(_problems, (bundle_path, tuple(pictures), answers), LIMIT_S, _no_log)
    except ProcessError as error:
        raise PackageError(
            f"the model could not be tried on its reference pictures: {error}"
        ) from None
    if problems:
        raise PackageError(
            "the model does not answer here as it did where it was trained: " + "; ".join(problems)
        )


def _problems(
    bundle_path: Path, pictures: Sequence[Path], answers: Path, _log: ReportLine
) -> list[str]:
    """In the other process: what differs, in words."""
    bundle = load_bundle(bundle_path, Manifest)
    expected = from_npz(answers, len(pictures))
    actual = answer(bundle, pictures)
    for outputs, here in zip(expected, actual, strict=True):
        shapes = {name: array.shape for name, array in outputs.items()}
        if shapes != {name: array.shape for name, array in here.items()}:
            return [f"its outputs are other ones than {sorted(shapes)}"]
    return compare_answers(bundle.manifest, expected, actual, PRECISION).problems


def _no_log(_: str) -> None:
    pass
