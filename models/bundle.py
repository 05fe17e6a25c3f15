"""Model bundles: versioned folders `<root>/<name>/<version>/` of `manifest.json` and a model.

A bundle is complete or not there: it is built in a hidden folder, synced to the disk and renamed.
Every file is named in the manifest with its SHA-256, so the manifest's own hash stands for all of
it: that is the model hash which is written with every result.
"""

import fcntl
import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version as package_version
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    TypeAdapter,
    ValidationError,
    field_validator,
)

from okng.models.anomaly import AnomalySettings
from okng.models.anomaly.tiling import Tiling
from okng.models.augmentation import Augmentation
from okng.models.dataset_snapshot import SnapshotPicture, snapshot_sha256
from okng.models.evaluation import Histogram, Metrics
from okng.models.evaluation.defect_types import DefectType
from okng.models.evaluation.held_out import HeldOut
from okng.models.evaluation.intervals import Interval
from okng.models.evaluation.review import ReviewBand
from okng.models.evaluation.worst import ScoredPicture
from okng.models.growth import Growth
from okng.models.imported.anomalib_methods import AnyAnomalibSettings
from okng.models.imported.settings import ImportedSettings
from okng.models.scene.reference import SceneReference

FORMAT_VERSION = 4
MANIFEST, MODEL = "manifest.json", "model.onnx"
OPENVINO_MODEL, OPENVINO_WEIGHTS = "model.xml", "model.bin"
"""Instead of `MODEL`, of models that come as OpenVINO IR: that can't be made ONNX again."""
_TEMPORARY = ".writing-"

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
BundleName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$")]


class BundleError(ValueError):
    """A bundle that cannot be used; the message names the folder and what is wrong with it."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class DatasetImage(_Strict):
    """One picture of the training's dataset. Split "test" never shaped the model's statistics."""

    sha256: Sha256
    name: str
    label: Literal["normal", "anomaly"]
    split: Literal["train", "test"]
    score: float | None = None
    """By a model that had not seen it (cross-validation); None before format 3."""
    batch: str | None = None
    """The lot, shift or day of the part, where it was known."""
    defect_type: str | None = None
    """Of an anomalous one, where it was known; None before format 4."""
    held_out: bool = False
    """Put aside by a person: scored by the final model, and told apart in `held_out`."""

    @property
    def snapshot(self) -> SnapshotPicture:
        """The picture as the dataset had it."""
        return SnapshotPicture(self.sha256, self.label, self.batch, self.defect_type, self.held_out)


class BackboneReference(_Strict):
    """The feature extractor inside the model."""

    name: str
    sha256: Sha256


class ModelInput(_Strict):
    """What `model.onnx` takes: uint8 [1, height, width, 3] RGB, resized by `preprocessing`."""

    height: int = Field(ge=32)
    width: int = Field(ge=32)


class ScoreStatistics(_Strict):
    """Scores of normal pictures by models that had not seen them (cross-validation)."""

    count: int
    mean: float
    standard_deviation: float
    minimum: float
    maximum: float


class FalseRejects(_Strict):
    """How many good parts the threshold rejects.

    `rejected` of `unseen` good pictures score over the threshold by models that had not seen them;
    `interval` is the 95 % interval of that share among the next 1,000 good parts
    (`okng.models.evaluation.intervals.prediction_interval`; before format 4 Clopper and Pearson's).
    """

    expected_rate: float
    """The rate asked for; where it is outside the interval, the share that was counted."""
    rejected: int = Field(ge=0)
    unseen: int = Field(ge=1)
    independent: int | None = Field(default=None, ge=1)
    """As how many pictures they count in the interval: fewer where those of a batch are alike."""
    interval: Interval


class CrossValidation(_Strict):
    """By what the pictures were dealt into so many folds, each scored by a model without it."""

    by: Literal["picture", "batch"]
    folds: int = Field(ge=1)
    """Of a grown model those of the added pictures; one where there is only one picture."""


class ModelDescription(_Strict):
    """What a training knows of its model: the manifest but for what writing adds."""

    method: AnomalySettings | AnyAnomalibSettings | ImportedSettings = Field(discriminator="type")
    backbone: BackboneReference | None
    """None of imported models, which do not tell."""
    input: ModelInput
    tiling: Tiling | None = None
    """How the input is cut inside the graph; None before format 4 and for imported models."""
    augmentation: Augmentation | None = None
    """What the copies of normal pictures varied; None before format 4 and for imported models."""
    threshold: float
    allowed_false_reject_rate: float = Field(gt=0, lt=1)
    normal_scores: ScoreStatistics
    false_rejects: FalseRejects | None = None
    """None in bundles of format 1."""
    cross_validation: CrossValidation | None = None
    """None before format 4, and for models that were scored by themselves."""
    review_band: ReviewBand | None = None
    """Scores so near to the threshold that a person should look; None before format 4."""
    metrics: Metrics | None
    """None where no anomalous picture was given."""
    defect_types: list[DefectType] = []
    """What `metrics` is of, for each type of defect; empty before format 4."""
    held_out: HeldOut | None = None
    """None where no picture was put aside, and before format 4."""
    histogram: Histogram
    worst_pictures: list[ScoredPicture] = []
    """The ten to look at first, the most wrongly judged first; empty in bundles of format 1."""
    scene: SceneReference | None = None
    """What the scene is held against; None before format 3 and for imported models."""
    growth: Growth | None = None
    """Of a model that learnt further pictures; None of one that was trained."""
    dataset: list[DatasetImage]
    seed: int
    author: str
    created_at: AwareDatetime
    warnings: list[str] = []


class Manifest(ModelDescription):
    """`manifest.json`."""

    format_version: Literal[1, 2, 3, 4]
    """2 added intervals, average precision, `false_rejects` and `worst_pictures`; 3 every
    picture's score and batch, and the scene; 4 how pictures were cut and multiplied, by what the
    folds were dealt, the review band, types of defects, pictures that were put aside, the model
    it grew from, and anomalib's methods."""
    name: BundleName
    version: int = Field(ge=1)
    okng_version: str
    dataset_sha256: Sha256 | None = None
    """Of what the training learnt from and was measured on; None before format 4."""
    files: dict[str, Sha256]
    content_hash: Sha256
    """The model hash: SHA-256 of all the rest as canonical JSON (sorted keys, no spaces, ASCII)."""

    @field_validator("files")
    @classmethod
    def _has_model(cls, files: dict[str, Sha256]) -> dict[str, Sha256]:
        if MODEL not in files and not {OPENVINO_MODEL, OPENVINO_WEIGHTS} <= files.keys():
            raise ValueError(f"{MODEL} is not among them")
        return files


@dataclass(frozen=True)
class Bundle:
    """A bundle on disk."""

    path: Path
    manifest: Manifest

    @property
    def model_path(self) -> Path:
        """The file that an engine opens: the ONNX model, or OpenVINO's."""
        return self.path / (MODEL if MODEL in self.manifest.files else OPENVINO_MODEL)


@dataclass(frozen=True)
class BrokenBundle:
    """A folder where a bundle should be, and why it is none."""

    path: Path
    error: str


def write_bundle(
    root: Path, name: str, description: ModelDescription, model: bytes | Mapping[str, bytes]
) -> Bundle:
    """Write the next version of `name` and return it; the folder appears whole or not at all.

    `model` is the ONNX model, or all its files by name. What earlier, killed writers left is
    removed. Raises `BundleError` for a bad name, `OSError` where the disk refuses.
    """
    try:
        TypeAdapter(BundleName).validate_python(name)
    except ValidationError as error:
        raise BundleError(f"bundle name {name!r}: {_first(error)}") from None
    files = {MODEL: model} if isinstance(model, bytes) else model
    folder = root / name
    folder.mkdir(parents=True, exist_ok=True)
    with _exclusive(folder):
        for leftover in folder.glob(f"{_TEMPORARY}*"):
            shutil.rmtree(leftover)
        version = max(_versions(folder), default=0) + 1
        manifest = _manifest(description, name, version, files)
        building = Path(tempfile.mkdtemp(prefix=_TEMPORARY, dir=folder))
        try:
            for file, data in files.items():
                _write_synced(building / file, data)
            _write_synced(building / MANIFEST, (manifest.model_dump_json(indent=2) + "\n").encode())
            building.chmod(0o755)
            _sync_folder(building)
            building.rename(folder / str(version))
        except BaseException:
            shutil.rmtree(building, ignore_errors=True)
            raise
        for changed in (folder, root):
            _sync_folder(changed)
    return Bundle(folder / str(version), manifest)


def _manifest(
    description: ModelDescription, name: str, version: int, files: Mapping[str, bytes]
) -> Manifest:
    document = description.model_dump(mode="json") | {
        "format_version": FORMAT_VERSION,
        "name": name,
        "version": version,
        "okng_version": package_version("okng"),
        "dataset_sha256": snapshot_sha256(image.snapshot for image in description.dataset),
        "files": {file: hashlib.sha256(data).hexdigest() for file, data in files.items()},
    }
    return Manifest.model_validate(document | {"content_hash": _content_hash(document)})


def _content_hash(document: dict[str, Any]) -> str:
    rest = {key: value for key, value in document.items() if key != "content_hash"}
    text = json.dumps(rest, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()


def load_bundle(path: Path) -> Bundle:
    """Read and verify one bundle; raises `BundleError` unless every byte is as it was written."""
    manifest = read_manifest(path)
    found = {file.relative_to(path).as_posix() for file in path.rglob("*") if not file.is_dir()}
    expected = {*manifest.files, MANIFEST}
    if found != expected:
        missing, unknown = sorted(expected - found), sorted(found - expected)
        raise BundleError(f"{path}: missing files {missing}, unknown files {unknown}")
    for file, expected_hash in manifest.files.items():
        actual = hashlib.sha256((path / file).read_bytes()).hexdigest()
        if actual != expected_hash:
            raise BundleError(
                f"{path / file}: SHA-256 is {actual}, the manifest says {expected_hash}"
            )
    return Bundle(path, manifest)


def list_bundles(root: Path) -> tuple[list[Bundle], list[BrokenBundle]]:
    """All bundles under `root` by name and version, unverified, and the folders that are none."""
    bundles: list[Bundle] = []
    broken: list[BrokenBundle] = []
    for folder in sorted(path for path in root.glob("[!.]*") if path.is_dir()):
        for version in sorted(_versions(folder)):
            path = folder / str(version)
            try:
                bundles.append(Bundle(path, read_manifest(path)))
            except BundleError as error:
                broken.append(BrokenBundle(path, str(error)))
    return bundles, broken


def read_manifest(path: Path) -> Manifest:
    """The manifest of the bundle in folder `path`, its other files unverified.

    Raises `BundleError` where it is missing, of a newer format, or says something else than the
    folder's place does.
    """
    try:
        text = (path / MANIFEST).read_bytes()
        document = json.loads(text)
    except OSError as error:
        raise BundleError(f"{path / MANIFEST}: cannot be read: {error.strerror}") from None
    except ValueError as error:
        raise BundleError(f"{path / MANIFEST}: is no JSON: {error}") from None
    found = document.get("format_version") if isinstance(document, dict) else None
    if isinstance(found, int) and found > FORMAT_VERSION:
        raise BundleError(
            f"{path}: bundle format {found} is newer than this okng reads ({FORMAT_VERSION}); "
            "update okng or train the model again"
        )
    try:
        manifest = Manifest.model_validate_json(text)
    except ValidationError as error:
        raise BundleError(f"{path / MANIFEST}: {_first(error)}") from None
    if _content_hash(document) != manifest.content_hash:
        raise BundleError(f"{path / MANIFEST}: was changed: its content hash does not hold")
    if (manifest.name, str(manifest.version)) != (path.parent.name, path.name):
        raise BundleError(f"{path}: holds {manifest.name} version {manifest.version}")
    return manifest


def _first(error: ValidationError) -> str:
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    return f"{where}: {first['msg']} ({error.error_count()} in all)"


def _versions(folder: Path) -> Iterator[int]:
    return (int(p.name) for p in folder.iterdir() if re.fullmatch(r"[1-9][0-9]*", p.name))


@contextmanager
def _exclusive(folder: Path) -> Iterator[None]:
    """Hold the folder for one writer; the lock ends with the process, however it ends."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _write_synced(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
