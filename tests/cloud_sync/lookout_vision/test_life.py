"""A whole life by the client of boto3: manifest, training, hosting, detection, packages, end."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from support.lookout_vision import (
    client_for,
    refused,
    source_of,
    wait_for_status,
    write_manifest,
)
from support.station import StationProcesses, write_pictures

from okng.cloud_sync.lookout_vision.storage import FOLDER, STATION_BUCKET
from okng.device.model_exchange.keys import ModelKeys
from okng.models.atomic_files import write_files
from okng.models.bundles.bundle import ENGINES, load_bundle, read_manifest
from okng.models.bundles.manifest import AnomalyManifest
from okng.models.exchange.errors import PackageError
from okng.models.exchange.receive import receive_package

PROJECT = "discs"
NORMAL, ANOMALY = 24, 12
WIDTH, HEIGHT = 160, 120
OUTPUT = {"S3Location": {"Bucket": STATION_BUCKET, "Prefix": "output/"}}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("life")


@pytest.fixture(scope="module")
def station(folder: Path) -> Iterator[StationProcesses]:
    write_pictures(folder / "good", NORMAL + 6, WIDTH, HEIGHT)
    write_pictures(folder / "bad", ANOMALY + 6, WIDTH, HEIGHT, defect_every=1)
    station = StationProcesses(folder, {"type": "folder", "path": str(folder / "good")})
    station.start_host()
    station.start_web()
    yield station
    station.stop()


@pytest.fixture(scope="module")
def client(station: StationProcesses) -> Any:
    return client_for(station)


@pytest.fixture(scope="module")
def labelled(folder: Path) -> Path:
    """Pictures of both kinds in one folder."""
    both = folder / "both"
    both.mkdir()
    for kind, count in (("good", NORMAL), ("bad", ANOMALY)):
        for number in range(count):
            data = (folder / kind / f"{number:05d}.png").read_bytes()
            (both / f"{kind}-{number:05d}.png").write_bytes(data)
    return both


def model_of(client: Any, version: str = "1") -> Callable[[], dict[str, Any]]:
    def describe() -> dict[str, Any]:
        answer = client.describe_model(ProjectName=PROJECT, ModelVersion=version)
        described: dict[str, Any] = answer["ModelDescription"]
        return described

    return describe


def encoded(path: Path, suffix: str = ".png", scale: float = 1) -> bytes:
    picture = cv2.imread(str(path))
    return cv2.imencode(suffix, cv2.resize(picture, None, fx=scale, fy=scale))[1].tobytes()


def detect(client: Any, body: Any, content_type: str = "image/png", version: str = "1") -> Any:
    return client.detect_anomalies(
        ProjectName=PROJECT, ModelVersion=version, Body=body, ContentType=content_type
    )["DetectAnomalyResult"]


def test_a_whole_life(client: Any, station: StationProcesses, folder: Path, labelled: Path) -> None:
    _make_a_project(client, station, labelled)
    _train(client, station)
    _host(client)
    _detect(client, folder)
    _refuse_pictures(client, folder)
    _package(client, station)
    _stop_and_delete(client, station)


def _make_a_project(client: Any, station: StationProcesses, labelled: Path) -> None:
    client.create_project(ProjectName=PROJECT)
    labels = {
        path.name: "normal" if path.name.startswith("good") else "anomaly"
        for path in sorted(labelled.iterdir())
    }
    few = write_manifest(station, "few", labelled, dict(list(labels.items())[:8]))
    client.create_dataset(ProjectName=PROJECT, DatasetType="train", DatasetSource=source_of(few))

    def dataset() -> dict[str, Any]:
        answer = client.describe_dataset(ProjectName=PROJECT, DatasetType="train")
        described: dict[str, Any] = answer["DatasetDescription"]
        return described

    wait_for_status(dataset, "CREATE_COMPLETE")
    too_few = refused(lambda: client.create_model(ProjectName=PROJECT, OutputConfig=OUTPUT))
    assert too_few["Code"] == "ValidationException"
    assert "0 pictures labelled normal, at least 20" in too_few["Message"]

    key = write_manifest(station, "discs", labelled, labels)
    lines = (station.data_dir / FOLDER / key).read_bytes()
    client.update_dataset_entries(ProjectName=PROJECT, DatasetType="train", Changes=lines)
    done = wait_for_status(dataset, "UPDATE_COMPLETE")
    counts = {"Total": 36, "Labeled": 36, "Normal": NORMAL, "Anomaly": ANOMALY}
    assert done["ImageStats"] == counts, done["StatusMessage"]


def _train(client: Any, station: StationProcesses) -> None:
    metadata = client.create_model(
        ProjectName=PROJECT,
        OutputConfig=OUTPUT,
        Description="first",
        Tags=[{"Key": "line", "Value": "3"}, {"Key": "okng:method", "Value": "padim"}],
    )["ModelMetadata"]
    assert (metadata["ModelVersion"], metadata["Status"]) == ("1", "TRAINING")
    arn = metadata["ModelArn"]
    assert client.list_tags_for_resource(ResourceArn=arn)["Tags"]
    for call, code in (
        (
            lambda: client.create_model(ProjectName=PROJECT, OutputConfig=OUTPUT),
            "ServiceQuotaExceededException",
        ),
        (
            lambda: client.start_model(ProjectName=PROJECT, ModelVersion="1", MinInferenceUnits=1),
            "ConflictException",
        ),
        (
            lambda: client.delete_model(ProjectName=PROJECT, ModelVersion="1"),
            "ConflictException",
        ),
        (
            lambda: client.describe_model(ProjectName=PROJECT, ModelVersion="latest"),
            "ResourceNotFoundException",
        ),
    ):
        assert refused(call)["Code"] == code
    trained = wait_for_status(model_of(client), "TRAINED", "TRAINING_FAILED")
    assert trained["Status"] == "TRAINED", trained["StatusMessage"]
    manifest = read_manifest(station.data_dir / "models" / PROJECT / "1", AnomalyManifest)
    assert manifest.method.type == "padim"
    assert manifest.metrics
    assert trained["Performance"]["F1Score"] == pytest.approx(manifest.metrics.f1)
    assert trained["Performance"]["Recall"] == pytest.approx(manifest.metrics.recall)
    assert trained["Description"] == "first"
    assert trained["OutputConfig"] == OUTPUT

    def evaluated() -> dict[str, Any]:
        described = model_of(client)()
        return {**described, "Status": "yes" if "EvaluationResult" in described else "no"}

    written = wait_for_status(evaluated, "yes")
    _check_evaluation(station, written, manifest)
    latest = client.describe_model(ProjectName=PROJECT, ModelVersion="latest")
    assert latest["ModelDescription"]["ModelArn"] == arn
    (listed,) = client.list_models(ProjectName=PROJECT)["Models"]
    assert (listed["ModelArn"], listed["Status"]) == (arn, "TRAINED")


def _check_evaluation(
    station: StationProcesses, model: dict[str, Any], manifest: AnomalyManifest
) -> None:
    folder = station.data_dir / FOLDER
    place = model["EvaluationResult"]
    assert place == {"Bucket": STATION_BUCKET, "Key": "output/EvaluationResult-discs-1.json"}
    result = json.loads((folder / place["Key"]).read_text())
    assert result["EvaluationDetails"]["ModelArn"] == model["ModelArn"]
    assert manifest.metrics
    recall = result["AggregatedEvaluationResults"]["Metrics"]["Recall"]
    assert recall == pytest.approx(manifest.metrics.recall)
    lines = (folder / model["EvaluationManifest"]["Key"]).read_text().splitlines()
    entries = [json.loads(line) for line in lines]
    assert len(entries) == NORMAL + ANOMALY
    for entry in entries:
        is_anomaly = "bad-" in entry["source-ref"]
        assert entry["anomaly-label-metadata"]["class-name"] == (
            "anomaly" if is_anomaly else "normal"
        )
        detected = entry["anomaly-label-detected-metadata"]
        assert detected["class-name"] == ("normal", "anomaly")[entry["anomaly-label-detected"]]
        assert 0.5 <= detected["confidence"] <= 1


def _host(client: Any) -> None:
    not_hosted = refused(lambda: detect(client, b"x" * 100))
    assert not_hosted["Code"] == "ValidationException"
    picture = encoded_blank()
    not_hosted = refused(lambda: detect(client, picture))
    assert (not_hosted["Code"], not_hosted["ResourceType"]) == ("ConflictException", "MODEL")
    answer = client.start_model(ProjectName=PROJECT, ModelVersion="1", MinInferenceUnits=1)
    assert answer["Status"] == "STARTING_HOSTING"
    hosted = wait_for_status(model_of(client), "HOSTED", "HOSTING_FAILED")
    assert hosted["Status"] == "HOSTED", hosted["StatusMessage"]
    assert hosted["MinInferenceUnits"] == 1
    again = refused(
        lambda: client.start_model(ProjectName=PROJECT, ModelVersion="1", MinInferenceUnits=1)
    )
    assert again["Code"] == "ConflictException"
    busy = refused(lambda: client.delete_model(ProjectName=PROJECT, ModelVersion="1"))
    assert busy["Code"] == "ConflictException"
    assert "HOSTED" in busy["Message"]


def encoded_blank(width: int = WIDTH, height: int = HEIGHT) -> bytes:
    return cv2.imencode(".png", np.full((height, width), 128, np.uint8))[1].tobytes()


def _detect(client: Any, folder: Path) -> None:
    verdicts = {True: 0, False: 0}
    for kind, count, is_bad in (("good", NORMAL, False), ("bad", ANOMALY, True)):
        for path in sorted((folder / kind).iterdir())[count:]:
            with path.open("rb") as file:
                result = detect(client, file)
            verdicts[is_bad] += result["IsAnomalous"] is is_bad
            _check_result(result, (HEIGHT, WIDTH))
    assert verdicts[True] == 6
    assert verdicts[False] >= 4
    jpeg = encoded(folder / "bad" / f"{ANOMALY:05d}.png", ".jpg", scale=2)
    result = detect(client, jpeg, "image/jpeg", "latest")
    _check_result(result, (2 * HEIGHT, 2 * WIDTH))


def _check_result(result: dict[str, Any], shape: tuple[int, int]) -> None:
    assert result["Source"] == {"Type": "direct"}
    assert 0.5 <= result["Confidence"] <= 1
    mask = cv2.imdecode(np.frombuffer(result["AnomalyMask"], np.uint8), cv2.IMREAD_UNCHANGED)
    assert mask.shape == (*shape, 3)
    first = result["Anomalies"][0]
    assert (first["Name"], first["PixelAnomaly"]["Color"]) == ("background", "#FFFFFF")
    shares = [anomaly["PixelAnomaly"]["TotalPercentageArea"] for anomaly in result["Anomalies"]]
    assert sum(shares) == pytest.approx(1, abs=1e-4)
    for anomaly in result["Anomalies"]:
        color = bytes.fromhex(anomaly["PixelAnomaly"]["Color"][1:])[::-1]
        share = float(np.mean(np.all(mask == list(color), axis=2)))
        assert share == pytest.approx(anomaly["PixelAnomaly"]["TotalPercentageArea"], abs=1e-4)
    if not result["IsAnomalous"]:
        assert len(result["Anomalies"]) == 1


def _refuse_pictures(client: Any, folder: Path) -> None:
    png = (folder / "good" / "00000.png").read_bytes()
    for body, content_type, words in (
        (png, "image/jpeg", "type image/jpeg"),
        (png, "image/bmp", "allowed are image/png"),
        (png[:-100], "image/png", "can't be used"),
        (b"", "image/png", "not a picture"),
        (encoded_blank(63), "image/png", "63 x 120"),
        (encoded_blank(WIDTH, 4097), "image/png", "160 x 4097"),
        (png + b"0" * 8_000_000, "image/png", "at most 8,000,000"),
    ):
        error = refused(
            lambda body=body, content_type=content_type: detect(client, body, content_type)
        )
        assert error["Code"] == "ValidationException", words
        assert words in error["Message"]
    absent = refused(lambda: detect(client, png, version="7"))
    assert (absent["Code"], absent["ResourceType"]) == ("ResourceNotFoundException", "MODEL")


def _package(client: Any, station: StationProcesses) -> None:
    original = load_bundle(station.data_dir / "models" / PROJECT / "1", AnomalyManifest)
    # A build for this machine, which is not for others.
    write_files([(original.path / ENGINES / "builds.json", b"[]")])
    greengrass = {
        "S3OutputLocation": {"Bucket": STATION_BUCKET, "Prefix": "packages"},
        "ComponentName": "discs-model",
        "TargetDevice": "jetson_xavier",
    }

    def start(name: str) -> Any:
        return client.start_model_packaging_job(
            ProjectName=PROJECT,
            ModelVersion="1",
            JobName=name,
            Configuration={"Greengrass": greengrass},
        )

    def job() -> dict[str, Any]:
        answer = client.describe_model_packaging_job(ProjectName=PROJECT, JobName="job-1")
        described: dict[str, Any] = answer["ModelPackagingDescription"]
        return described

    assert start("job-1")["JobName"] == "job-1"
    assert refused(lambda: start("job-1"))["Code"] == "ConflictException"
    done = wait_for_status(job, "SUCCEEDED", "FAILED")
    assert done["Status"] == "SUCCEEDED", done["StatusMessage"]
    assert done["ModelPackagingConfiguration"] == {"Greengrass": greengrass}
    package = station.data_dir / FOLDER / "packages/discs-model-1.0.0.okng-model"
    models = station.data_dir.parent / "taker" / "models"
    with pytest.raises(PackageError, match="doesn't trust"):
        receive_package(package, models, {})
    assert not models.exists()
    maker = ModelKeys(station.data_dir).signing_key().public
    received = receive_package(package, models, {"line 3": maker})
    assert (received.signed_by, received.is_new) == ("line 3", True)
    assert received.bundle.manifest == original.manifest
    with zipfile.ZipFile(package) as packed:
        assert not [name for name in packed.namelist() if ENGINES in name]
    listed = client.list_model_packaging_jobs(ProjectName=PROJECT)["ModelPackagingJobs"]
    assert [entry["JobName"] for entry in listed] == ["job-1"]
    absent = refused(
        lambda: client.describe_model_packaging_job(ProjectName=PROJECT, JobName="job-2")
    )
    assert absent["ResourceType"] == "MODEL_PACKAGE_JOB"


def _stop_and_delete(client: Any, station: StationProcesses) -> None:
    assert client.stop_model(ProjectName=PROJECT, ModelVersion="1")["Status"] == "STOPPING_HOSTING"
    wait_for_status(model_of(client), "TRAINED")
    stopped = refused(lambda: client.stop_model(ProjectName=PROJECT, ModelVersion="1"))
    assert stopped["Code"] == "ConflictException"
    arn = client.delete_model(ProjectName=PROJECT, ModelVersion="1")["ModelArn"]
    assert arn.endswith(":model/discs/1")

    def models() -> dict[str, Any]:
        listed = client.list_models(ProjectName=PROJECT)["Models"]
        return {"Status": listed[0]["Status"] if listed else "gone"}

    wait_for_status(models, "gone")
    assert list((station.data_dir / "models" / PROJECT).iterdir()) == []
    assert refused(lambda: client.list_tags_for_resource(ResourceArn=arn))["Code"] == (
        "ResourceNotFoundException"
    )
    client.delete_dataset(ProjectName=PROJECT, DatasetType="train")

    def project() -> dict[str, Any]:
        described = client.describe_project(ProjectName=PROJECT)["ProjectDescription"]
        return {"Status": "busy" if described["Datasets"] else "empty"}

    wait_for_status(project, "empty")
    client.delete_project(ProjectName=PROJECT)
    assert client.list_projects()["Projects"] == []
