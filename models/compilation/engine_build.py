"""Engine builds: a compiled model with `build.json`, in `<bundle>/engines/<engine>-<precision>/`.

Like bundles, a build is complete or does not exist. Its record says where it may be used: the
device and the engine's version that it was made for, and how well it agrees with the model.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version as package_version
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, ValidationError

from okng.models.anomaly.score_range import ScoreRange
from okng.models.bundles.bundle import ENGINES, content_hash
from okng.models.bundles.manifest import Sha256
from okng.models.compilation.anomaly_parity import AnomalyParity
from okng.models.compilation.detection_parity import DetectionParity
from okng.models.compilation.latency import Latency
from okng.models.documents import parse_json
from okng.models.engines import all_compilers
from okng.models.engines.compiler import CompileError, Precision
from okng.models.engines.engine import Engine, EngineMissingError
from okng.models.errors import OkngError
from okng.models.strict_model import StrictModel
from okng.models.validation_words import explain_first

RECORD = "build.json"
FORMAT_VERSION = 1
REFERENCE = "onnxruntime-fp32"
"""The reference that builds are compared with, and that runs where no build is chosen."""


class BuildError(OkngError, ValueError):
    """A build that can't be used; the message names it and says why."""


class BuildDescription(StrictModel):
    """The description of a build: its record without what writing adds."""

    engine: str
    precision: Precision
    engine_version: str
    device: str
    model_sha256: Sha256
    """The bundle's content hash."""
    pictures_sha256: Sha256
    """SHA-256 of the pictures that it was calibrated on and proven with."""
    calibration_pictures: int
    kept_exact: int = 0
    """Number of convolutions that stayed FP32, because the proof failed without."""
    threads: int
    """Threads used in the measurement."""
    compiled_at: AwareDatetime
    compile_s: float
    latency: Latency
    reference_latency: Latency
    """Latency of ONNX Runtime's FP32, measured in turns with the build."""
    score_range: ScoreRange | None = None
    """The range of an anomaly model's scores in the build: INT8 may saturate earlier."""
    parity: Annotated[AnomalyParity | DetectionParity, Field(discriminator="task")]

    @property
    def name(self) -> str:
        """Name of the build and of its folder: `<engine>-<precision>`."""
        return f"{self.engine}-{self.precision}"

    @property
    def times_faster(self) -> float:
        """Speed-up over ONNX Runtime's FP32, measured in the same minutes."""
        return self.reference_latency.median_ms / self.latency.median_ms


class BuildRecord(BuildDescription):
    """The record of a build, stored as `build.json`."""

    format_version: Literal[1]
    okng_version: str
    files: dict[str, Sha256]
    content_hash: Sha256
    """The hash of all other fields, as in a bundle's manifest."""


@dataclass(frozen=True)
class Build:
    """A build on disk: its folder and its record."""

    path: Path
    record: BuildRecord


@dataclass(frozen=True)
class BrokenBuild:
    """A folder that should be a build but cannot be used, and why."""

    path: Path
    error: str


def build_folder(bundle: Path, engine: str, precision: Precision) -> Path:
    """The folder of a build, whether or not it exists."""
    return bundle / ENGINES / f"{engine}-{precision}"


def write_record(folder: Path, description: BuildDescription) -> None:
    """Write the record of the files that an engine has written into `folder`."""
    document = description.model_dump(mode="json") | {
        "format_version": FORMAT_VERSION,
        "okng_version": package_version("okng"),
        "files": _hashes(folder),
    }
    record = BuildRecord.model_validate(document | {"content_hash": content_hash(document)})
    (folder / RECORD).write_text(record.model_dump_json(indent=2) + "\n")


def read_build(folder: Path) -> Build:
    """Read the record of the build in a folder, without verifying the other files.

    Raises `BuildError` where there is no build, or its record was changed.
    """
    try:
        document = parse_json((folder / RECORD).read_bytes())
        record = BuildRecord.model_validate(document)
    except OSError as error:
        raise BuildError(f"{folder / RECORD}: cannot be read: {error.strerror}") from None
    except ValidationError as error:
        raise BuildError(f"{folder / RECORD}: {explain_first(error)}") from None
    except ValueError as error:
        raise BuildError(f"{folder / RECORD}: is not JSON: {error}") from None
    if content_hash(document) != record.content_hash:
        raise BuildError(f"{folder / RECORD}: was changed: its content hash does not match")
    if record.name != folder.name:
        raise BuildError(f"{folder}: contains the build {record.name}")
    return Build(folder, record)


def verify_build(folder: Path) -> Build:
    """Read the build in a folder and verify every byte; raises `BuildError`."""
    build = read_build(folder)
    hashes = _hashes(folder)
    for file in sorted(hashes.keys() | build.record.files.keys()):
        if hashes.get(file) != build.record.files.get(file):
            raise BuildError(f"{folder / file}: was changed, removed or added after the build")
    return build


def list_builds(bundle: Path) -> tuple[list[Build], list[BrokenBuild]]:
    """All builds of a bundle by name, unverified, and the folders that are not usable as builds."""
    builds: list[Build] = []
    broken: list[BrokenBuild] = []
    for folder in sorted((bundle / ENGINES).glob("[!.]*-*")):
        try:
            builds.append(read_build(folder))
        except BuildError as error:
            broken.append(BrokenBuild(folder, str(error)))
    return builds, broken


def why_unfit(record: BuildRecord, model_sha256: str) -> str | None:
    """The reason why the build does not fit this model or machine; None where it does."""
    compiler = all_compilers().get(record.engine)
    if compiler is None:
        return f"this version of okng has no engine {record.engine!r}"
    availability = compiler.availability()
    if availability.missing:
        return availability.missing
    return next(
        (
            f"it was built for {subject} {built}, but here it is {now}"
            for subject, built, now in [
                ("the model", record.model_sha256[:12], model_sha256[:12]),
                ("version", record.engine_version, availability.version),
                ("the device", record.device, availability.device),
            ]
            if built != now
        ),
        None,
    )


def usable_build(folder: Path, model_sha256: str) -> Build:
    """The verified build.

    Raises `BuildError` unless every byte is as it was written, the build fits the model and the
    machine, and it agrees with the model.
    """
    build = verify_build(folder)
    name, problems = build.record.name, build.record.parity.problems
    if unfit := why_unfit(build.record, model_sha256):
        raise BuildError(f"{name}: {unfit}")
    if problems:
        raise BuildError(f"{name}: does not agree with the model: {'; '.join(problems)}")
    return build


def open_build(build: Build, threads: int, threads_between: int = 1) -> Engine:
    """Open the engine of a usable build, warmed up; raises `BuildError` where it is refused.

    `threads_between` over 1 needs an engine that runs operators in parallel.
    """
    compiler = all_compilers()[build.record.engine]
    try:
        if threads_between > 1:
            return compiler.open_parallel(build.path, threads, threads_between)
        return compiler.open(build.path, threads)
    except (CompileError, EngineMissingError) as error:
        raise BuildError(f"{build.record.name}: {error}") from error


def _hashes(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in _files(folder)
    }


def _files(folder: Path) -> Iterator[Path]:
    """The files of a build, without its record."""
    return (
        file for file in sorted(folder.rglob("*")) if file.is_file() and file != folder / RECORD
    )
