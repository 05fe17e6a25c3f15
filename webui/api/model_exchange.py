"""Model exchange: packages of models to and from other stations, and whose are trusted."""

from __future__ import annotations

import tempfile
import threading
from pathlib import Path

from apiflask import APIBlueprint
from apiflask.fields import UploadFile
from flask import Response, abort, send_file
from flask.typing import ResponseReturnValue
from pydantic import Field

from okng.device.jobs.model_import import KIND, ModelImportParameters
from okng.device.jobs.store import Job
from okng.device.model_exchange.export_model import export_model
from okng.device.model_exchange.keys import THIS_STATION, ModelKeys
from okng.device.types import Name
from okng.models.bundles.bundle import load_bundle
from okng.models.bundles.manifest import Manifest
from okng.models.exchange.errors import PackageError
from okng.models.exchange.package import SUFFIX, Package
from okng.models.exchange.signatures import PublicKey
from okng.models.processes import ProcessError, run_limited
from okng.models.progress import ReportLine
from okng.models.strict_model import StrictModel
from okng.webui.api.models import manifest_as
from okng.webui.api.uploads import kept_upload
from okng.webui.auth.current_user import user_name
from okng.webui.body_limits import takes_upload
from okng.webui.openapi import error_response, media_type_response
from okng.webui.services import services

model_exchange = APIBlueprint("model_exchange", __name__, tag="Model exchange")

EXPORT_LIMIT_S = 300.0
PACKAGE = "application/octet-stream"
_PACKAGE_OR_NONE = media_type_response(PACKAGE, "A signed package") | {
    409: error_response("The version can't be exported")
}
_exporting = threading.Lock()
"""One package at a time is made: each loads a model."""


class TrustedKey(StrictModel):
    """A public key whose packages this station takes."""

    name: Name
    """Whose it is."""
    key: str = Field(min_length=1, max_length=200)
    """`okng-ed25519 BASE64`."""


class ModelKeyring(StrictModel):
    """The station's own public key, and those that it trusts beside it."""

    own: str
    """To be trusted on the other stations."""
    trusted: list[TrustedKey]


class ModelPackage(StrictModel):
    """A package that another station made."""

    file: UploadFile


@model_exchange.get("/model-keys")
@model_exchange.output(ModelKeyring)
@model_exchange.doc(responses=[422])
def list_model_keys() -> ModelKeyring:
    """Lists the public keys whose model packages this station takes, and its own."""
    keys = _keys().trusted()
    own = keys.pop(THIS_STATION)
    return ModelKeyring(
        own=str(own), trusted=[TrustedKey(name=name, key=str(key)) for name, key in keys.items()]
    )


@model_exchange.post("/model-keys")
@model_exchange.input(TrustedKey, arg_name="trusted")
@model_exchange.output(TrustedKey, status_code=201)
def trust_model_key(trusted: TrustedKey) -> TrustedKey:
    """Takes model packages from now on that this key signed."""
    key = PublicKey.parse(trusted.key)
    _keys().trust(trusted.name, key)
    return TrustedKey(name=trusted.name, key=str(key))


@model_exchange.delete("/model-keys/<name>")
@model_exchange.doc(responses={204: "No longer trusted", 404: "No such key"})
def distrust_model_key(name: str) -> ResponseReturnValue:
    """Takes no more model packages of this key; models that are there stay."""
    try:
        _keys().distrust(name)
    except PackageError as error:
        abort(404, str(error))
    return "", 204


@model_exchange.post("/model-packages")
@model_exchange.input(ModelPackage, location="form_and_files", arg_name="package")
@model_exchange.output(Job, status_code=202)
@model_exchange.doc(responses=[409])
@takes_upload
def import_model_package(package: ModelPackage) -> Job:
    """Starts the import of a package of another station; refused while another job runs.

    A package that no trusted key signed is refused at once. The job verifies the files and tries
    the model on the reference pictures; its result names the version.
    """
    with kept_upload(package.file, "package") as path:
        with Package(path, _keys().trusted()):
            parameters = ModelImportParameters(package=str(path))
        return services().job_launcher.start(parameters.model_dump(), user_name(), KIND)


@model_exchange.get("/models/<name>/<int:version>/package")
@model_exchange.doc(
    responses=media_type_response(PACKAGE, "A signed package")
    | {409: error_response("The version can't be exported")}
)
def export_model_package(name: str, version: int) -> Response:
    """Returns a version as a signed package, for other stations; takes some seconds."""
    manifest_as(name, version, Manifest)
    if not _exporting.acquire(blocking=False):
        abort(409, "another model is being exported; try again in a moment")
    try:
        with tempfile.TemporaryDirectory(prefix="okng-export-") as folder:
            target = Path(folder) / f"{name}-{version}{SUFFIX}"
            bundle_path = services().data_dir / "models" / name / str(version)
            run_limited(
                _export, (services().data_dir, bundle_path, target), EXPORT_LIMIT_S, lambda _: None
            )
            # The open file outlives its name.
            return send_file(
                target.open("rb"), PACKAGE, as_attachment=True, download_name=target.name
            )
    except ProcessError as error:
        abort(409, f"{name} version {version} can't be exported: {error}")
    finally:
        _exporting.release()


def _export(data_dir: Path, bundle_path: Path, target: Path, _: ReportLine) -> None:
    """In another process, because the model is loaded and run."""
    export_model(data_dir, load_bundle(bundle_path, Manifest), target)


def _keys() -> ModelKeys:
    return ModelKeys(services().data_dir)
