"""Builds: `<bundle>/engines/<engine>-<precision>/`, what an engine compiled, and `build.json`.

A build is complete or not there, as bundles are, and says itself whether it may be used: on which
device and with which version of the engine it was made, and how it answered beside the model.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version as package_version
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from okng.models.bundle import ENGINES, content_hash
from okng.models.compilation.latency import Latency
from okng.models.compilation.parity import AnomalyParity
from okng.models.compilation.parity_detection import DetectionParity
from okng.models.engines import all_compilers
from okng.models.engines.compiler import CompileError, Precision
from okng.models.engines.engine import Engine, EngineMissing
from okng.models.manifest import Sha256

RECORD = "build.json"
FORMAT_VERSION = 1
REFERENCE = "onnxruntime-fp32"
"""What every build is held against, and what runs where no build is chosen."""


class BuildError(ValueError):
    """A build that can't be used; the message names it and says why."""


class BuildDescription(BaseModel):
    """What is known of a build: its record but for what writing adds."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)

    engine: str
    precision: Precision
    engine_version: str
    device: str
    model_sha256: Sha256
    """The bundle's content hash."""
    pictures_sha256: Sha256
    """Of the pictures that it was calibrated on and proven with."""
    calibration_pictures: int
    kept_exact: int = 0
    """Convolutions that stayed FP32 because the proof failed without."""
    threads: int
    """Those of the measurement."""
    compiled_at: AwareDatetime
    compile_s: float
    latency: Latency
    reference_latency: Latency
    """Of ONNX Runtime's FP32, in turns with the build."""
    parity: Annotated[AnomalyParity | DetectionParity, Field(discriminator="task")]

    @property
    def name(self) -> str:
        """The folder's."""
        return f"{self.engine}-{self.precision}"

    @property
    def times_faster(self) -> float:
        """Than ONNX Runtime's FP32 in the same minutes."""
        return self.reference_latency.median_ms / self.latency.median_ms


class BuildRecord(BuildDescription):
    """`build.json`."""

    format_version: Literal[1]
    okng_version: str
    files: dict[str, Sha256]
    content_hash: Sha256
    """The build's own hash: of all the rest, as a bundle's."""


@dataclass(frozen=True)
class Build:
    """A build on disk."""

    path: Path
    record: BuildRecord


@dataclass(frozen=True)
class BrokenBuild:
    """A folder where a build should be, and why it is none."""

    path: Path
    error: str


def build_folder(bundle: Path, engine: str, precision: Precision) -> Path:
    """Where the build is, or would be."""
    return bundle / ENGINES / f"{engine}-{precision}"


def write_record(folder: Path, description: BuildDescription) -> None:
    """Write the record of what an engine has written into `folder`."""
    document = description.model_dump(mode="json") | {
        "format_version": FORMAT_VERSION,
        "okng_version": package_version("okng"),
        "files": _hashes(folder),
    }
    record = BuildRecord.model_validate(document | {"content_hash": content_hash(document)})
    (folder / RECORD).write_text(record.model_dump_json(indent=2) + "\n")


def read_build(folder: Path) -> Build:
    """The build in a folder, its other files unverified.

    Raises `BuildError` where there is none, or it was changed.
    """
    try:
        document = json.loads((folder / RECORD).read_bytes())
        record = BuildRecord.model_validate(document)
    except OSError as error:
        raise BuildError(f"{folder / RECORD}: cannot be read: {error.strerror}") from None
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise BuildError(f"{folder / RECORD}: {where}: {first['msg']}") from None
    except ValueError as error:
        raise BuildError(f"{folder / RECORD}: is no JSON: {error}") from None
    if content_hash(document) != record.content_hash:
        raise BuildError(f"{folder / RECORD}: was changed: its content hash does not hold")
    if record.name != folder.name:
        raise BuildError(f"{folder}: holds {record.name}")
    return Build(folder, record)


def verify_build(folder: Path) -> Build:
    """The same with every byte verified."""
    build = read_build(folder)
    found = _hashes(folder)
    for file in sorted(found.keys() | build.record.files.keys()):
        if found.get(file) != build.record.files.get(file):
            raise BuildError(f"{folder / file}: is not as it was built")
    return build


def list_builds(bundle: Path) -> tuple[list[Build], list[BrokenBuild]]:
    """All builds of the bundle in a folder by name, unverified, and the folders that are none."""
    builds: list[Build] = []
    broken: list[BrokenBuild] = []
    for folder in sorted((bundle / ENGINES).glob("[!.]*-*")):
        try:
            builds.append(read_build(folder))
        except BuildError as error:
            broken.append(BrokenBuild(folder, str(error)))
    return builds, broken


def why_unfit(record: BuildRecord, model_sha256: str) -> str | None:
    """Why the build does not fit this model on this machine; None where it does."""
    compiler = all_compilers().get(record.engine)
    if compiler is None:
        return f"this okng has no engine {record.engine!r}"
    here = compiler.availability()
    if here.missing:
        return here.missing
    return next(
        (
            f"it was built for {what} {built}, here is {now}"
            for what, built, now in [
                ("the model", record.model_sha256[:12], model_sha256[:12]),
                ("version", record.engine_version, here.version),
                ("the device", record.device, here.device),
            ]
            if built != now
        ),
        None,
    )


def usable_build(folder: Path, model_sha256: str) -> Build:
    """The build, verified.

    Raises `BuildError` unless every byte is as it was written, it fits model and machine, and it
    answered as the model does.
    """
    build = verify_build(folder)
    name, problems = build.record.name, build.record.parity.problems
    if unfit := why_unfit(build.record, model_sha256):
        raise BuildError(f"{name}: {unfit}")
    if problems:
        raise BuildError(f"{name}: does not answer as the model does: {'; '.join(problems)}")
    return build


def open_build(build: Build, threads: int, threads_between: int = 1) -> Engine:
    """The engine of a usable build, warmed up; raises `BuildError` where it refuses the build.

    More than one of `threads_between` only where the engine runs operators in parallel.
    """
    compiler = all_compilers()[build.record.engine]
    try:
        if threads_between > 1:
            return compiler.open_parallel(build.path, threads, threads_between)
        return compiler.open(build.path, threads)
    except (CompileError, EngineMissing) as error:
        raise BuildError(f"{build.record.name}: {error}") from error


def _hashes(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in _files(folder)
    }


def _files(folder: Path) -> Iterator[Path]:
    """All but the record."""
    return (
        file for file in sorted(folder.rglob("*")) if file.is_file() and file != folder / RECORD
    )
