"""Model package: one signed file that brings a bundle and its reference pictures to a station.

It is a ZIP file without compression:

    package.json     what it holds: every other file with its size and SHA-256
    signature.json   the Ed25519 signature of package.json, with the public key of its maker
    bundle/...       the files of the bundle
    references/...   pictures, and `answers.npz`: what the model answered to them

A package is read from its signature inwards: nothing is unpacked that no trusted key signed, and no
more bytes than were signed.
"""

from __future__ import annotations

import base64
import hashlib
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Annotated, Literal

from pydantic import AwareDatetime, Field, StringConstraints, ValidationError

from okng.models.bundles.bundle import Bundle
from okng.models.bundles.manifest import Manifest, Sha256
from okng.models.documents import parse_json
from okng.models.exchange.errors import PackageError
from okng.models.exchange.signatures import PublicKey, SigningKey, decode
from okng.models.names import Name
from okng.models.strict_model import StrictModel

FORMAT = 1
SUFFIX = ".okng-model"
DESCRIPTION, SIGNATURE = "package.json", "signature.json"
BUNDLE, REFERENCES = "bundle", "references"
ANSWERS = f"{REFERENCES}/answers.npz"
MAX_DESCRIPTION_BYTES = 4 * 2**20
MAX_BYTES = 8 * 2**30
MAX_FILES = 256
_BLOCK_BYTES = 2**20

Member = Annotated[
    str,
    StringConstraints(pattern=rf"^({BUNDLE}|{REFERENCES})/[A-Za-z0-9_-][A-Za-z0-9._-]{{0,127}}$"),
]
"""Name of a file in the package; it can't climb out of its folder."""


class PackagedFile(StrictModel):
    """A file of the package."""

    size: int = Field(ge=0, le=MAX_BYTES)
    """Bytes."""
    sha256: Sha256


class PackageDescription(StrictModel):
    """What a package holds."""

    format: Literal[1]
    name: Name
    version: int = Field(ge=1)
    content_hash: Sha256
    """Identity of the model: of the bundle's manifest."""
    station: str = Field(max_length=128)
    """The station that made the package."""
    created_at: AwareDatetime
    files: dict[Member, PackagedFile] = Field(max_length=MAX_FILES)
    references: list[Member]
    """Pictures, in the order of the answers."""

    @property
    def size(self) -> int:
        """Bytes of all files together."""
        return sum(file.size for file in self.files.values())


class _Signature(StrictModel):
    key: str
    signature: str


def write_package(
    target: IO[bytes],
    bundle: Bundle[Manifest],
    references: Sequence[Path],
    answers: bytes,
    *,
    station: str,
    created_at: AwareDatetime,
    key: SigningKey,
) -> PackageDescription:
    """Write a package of the bundle, with `answers` of the model to the reference pictures.

    Raises `OSError` for a file that can't be read or written.
    """
    paths = {f"{BUNDLE}/{name}": bundle.path / name for name in bundle.manifest.files}
    paths[f"{BUNDLE}/manifest.json"] = bundle.path / "manifest.json"
    pictures = {
        f"{REFERENCES}/{number:03}{path.suffix.lower()}": path
        for number, path in enumerate(references)
    }
    files = {name: _describe(path) for name, path in (paths | pictures).items()}
    files[ANSWERS] = PackagedFile(size=len(answers), sha256=hashlib.sha256(answers).hexdigest())
    description = PackageDescription(
        format=FORMAT,
        name=bundle.manifest.name,
        version=bundle.manifest.version,
        content_hash=bundle.manifest.content_hash,
        station=station,
        created_at=created_at,
        files=files,
        references=list(pictures),
    )
    document = description.model_dump_json(indent=2).encode()
    signature = _Signature(
        key=str(key.public), signature=base64.b64encode(key.sign(document)).decode()
    )
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(DESCRIPTION, document)
        archive.writestr(SIGNATURE, signature.model_dump_json())
        for name, path in (paths | pictures).items():
            archive.write(path, name)
        archive.writestr(ANSWERS, answers)
    return description


class Package:
    """A package that is open for reading; a context manager."""

    def __init__(self, path: Path, trusted: Mapping[str, PublicKey]) -> None:
        """Reads the description, and verifies that a trusted key signed it.

        Args:
            path: The package.
            trusted: Public keys by the name of whom they belong to.

        Raises:
            PackageError: it is no package, of a newer format, changed, or of an unknown key.
            OSError: it can't be read.
        """
        self._path = path
        try:
            self._archive = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise PackageError(f"{path.name} is not a model package: {error}") from None
        try:
            document = self._read(DESCRIPTION, MAX_DESCRIPTION_BYTES)
            self.signed_by = _signer(self._read(SIGNATURE, 4096), document, trusted, path)
            """The name of whom the signing key belongs to."""
            self.description = _parse(document, path)
            self._check_members()
        except BaseException:
            self._archive.close()
            raise

    def __enter__(self) -> Package:
        return self

    def __exit__(self, *_: object) -> None:
        self._archive.close()

    def unpack(self, name: str, target: Path) -> None:
        """Writes one of the described files, and verifies its bytes.

        Raises:
            PackageError: they are other ones than were signed.
            OSError: the target can't be written.
        """
        expected = self.description.files[name]
        digest, left = hashlib.sha256(), expected.size
        try:
            with self._archive.open(name) as source, target.open("xb") as file:
                while block := source.read(min(_BLOCK_BYTES, left + 1)):
                    left -= len(block)
                    if left < 0:
                        break
                    digest.update(block)
                    file.write(block)
        except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
            raise PackageError(f"{self._path.name}: {name} is damaged: {error}") from None
        if left or digest.hexdigest() != expected.sha256:
            raise PackageError(f"{self._path.name}: {name} was changed after it was signed")

    def _read(self, name: str, limit: int) -> bytes:
        try:
            with self._archive.open(name) as file:
                content = file.read(limit + 1)
        except KeyError:
            raise PackageError(
                f"{self._path.name} is not a model package: it has no {name}"
            ) from None
        except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
            raise PackageError(f"{self._path.name}: {name} is damaged: {error}") from None
        if len(content) > limit:
            raise PackageError(f"{self._path.name}: {name} has more than {limit} bytes")
        return content

    def _check_members(self) -> None:
        description = self.description
        expected = sorted([DESCRIPTION, SIGNATURE, *description.files])
        actual = sorted(self._archive.namelist())
        if actual != expected:
            others = sorted(set(actual) ^ set(expected)) or ["a name that occurs twice"]
            raise PackageError(
                f"{self._path.name}: has files other than those that were signed: {others}"
            )
        if description.size > MAX_BYTES:
            raise PackageError(
                f"{self._path.name}: has {description.size} bytes; allowed are {MAX_BYTES}"
            )
        if not description.references or not {ANSWERS, *description.references} <= set(
            description.files
        ):
            raise PackageError(
                f"{self._path.name}: has no reference pictures, by which a station proves that the "
                "model answers as it did where it was trained"
            )


def _describe(path: Path) -> PackagedFile:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
        return PackagedFile(size=file.tell(), sha256=digest.hexdigest())


def _signer(content: bytes, document: bytes, trusted: Mapping[str, PublicKey], path: Path) -> str:
    try:
        signature = _Signature.model_validate_json(content)
    except ValidationError:
        raise PackageError(f"{path.name}: its {SIGNATURE} can't be read") from None
    key = PublicKey.parse(signature.key)
    names = [name for name, public in trusted.items() if public == key]
    if not names:
        raise PackageError(
            f"{path.name}: was signed by a key that this station doesn't trust: {key}. If you know "
            "whose it is, trust it: on the Model page, or by okng model trust NAME KEY"
        )
    if not key.verify(decode(signature.signature), document):
        raise PackageError(f"{path.name}: its signature is wrong: {DESCRIPTION} was changed")
    return names[0]


def _parse(document: bytes, path: Path) -> PackageDescription:
    try:
        content = parse_json(document)
        newer = isinstance(content, dict) and content.get("format")
        if isinstance(newer, int) and newer > FORMAT:
            raise PackageError(
                f"{path.name}: package format {newer} is newer than this okng reads ({FORMAT}); "
                "update okng"
            )
        return PackageDescription.model_validate_json(document)
    except ValueError as error:
        raise PackageError(f"{path.name}: its {DESCRIPTION} can't be read: {error}") from None
