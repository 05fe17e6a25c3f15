"""Models that don't go the straight way: failed trainings, the station's own, and those in use."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from support.lookout_vision import refused, source_of, wait_for_status, write_manifest
from support.station import StationProcesses, write_pictures

from okng.cloud_sync.lookout_vision.storage import STATION_BUCKET
from okng.device.datasets.store import DatasetStore
from okng.device.jobs.store import JobStore
from okng.device.recipes.recipe import Recipe
from okng.device.store.recipes import RecipeStore
from okng.device.types import Label, ModelReference, Split

OUTPUT = {"S3Location": {"Bucket": STATION_BUCKET}}


def described(client: Any, project: str, version: str) -> dict[str, Any]:
    answer = client.describe_model(ProjectName=project, ModelVersion=version)
    description: dict[str, Any] = answer["ModelDescription"]
    return description


def test_a_version_that_failed_keeps_its_number(
    client: Any, station: StationProcesses, tmp_path: Path
) -> None:
    good = write_pictures(tmp_path / "good", 32, 96, 80)
    client.create_project(ProjectName="failing")
    client.create_dataset(ProjectName="failing", DatasetType="train")
    store = DatasetStore(station.data_dir)
    paths = sorted(good.iterdir())
    store.import_files(paths[:20], "failing", Label.NORMAL, "tests")
    taken = store.import_files(paths[20:], "failing", Label.ANOMALY, "tests")
    for picture in taken:
        (station.data_dir / picture.path).write_bytes(b"no picture")
    project = client.describe_project(ProjectName="failing")["ProjectDescription"]["ProjectArn"]
    client.tag_resource(ResourceArn=project, Tags=[{"Key": "okng:method", "Value": "patchcore"}])
    client.create_model(ProjectName="failing", OutputConfig=OUTPUT)
    jobs = JobStore(station.data_dir)
    assert jobs.newest(1)[0].parameters["method"] == {"type": "patchcore"}
    failed = wait_for_status(
        lambda: described(client, "failing", "1"), "TRAINING_FAILED", "TRAINED"
    )
    assert failed["Status"] == "TRAINING_FAILED"
    assert Path(taken[0].path).name in failed["StatusMessage"]
    assert "Performance" not in failed
    arn = failed["ModelArn"]
    client.tag_resource(ResourceArn=arn, Tags=[{"Key": "a", "Value": "b"}])

    for method, words in (("gan", "padim"), ("anomalib:draem", "would have to download")):
        tags = [{"Key": "okng:method", "Value": method}]
        for call in (
            lambda tags=tags: client.tag_resource(ResourceArn=arn, Tags=tags),
            lambda tags=tags: client.create_model(
                ProjectName="failing", OutputConfig=OUTPUT, Tags=tags
            ),
        ):
            unknown = refused(call)
            assert (unknown["Code"], words in unknown["Message"]) == ("ValidationException", True)
    own = [{"Key": "okng:method", "Value": "padim"}]
    second = client.create_model(ProjectName="failing", OutputConfig=OUTPUT, Tags=own)
    assert second["ModelMetadata"]["ModelVersion"] == "2"
    assert jobs.newest(1)[0].parameters["method"] == {"type": "padim"}
    jobs.request_cancel(jobs.newest(1)[0].job_id)
    wait_for_status(lambda: described(client, "failing", "2"), "TRAINING_FAILED")
    client.delete_model(ProjectName="failing", ModelVersion="1")

    def versions() -> dict[str, Any]:
        listed = client.list_models(ProjectName="failing")["Models"]
        return {"Status": " ".join(model["ModelVersion"] for model in listed)}

    wait_for_status(versions, "2")
    assert refused(lambda: client.list_tags_for_resource(ResourceArn=arn))["Code"] == (
        "ResourceNotFoundException"
    )


def test_models_of_the_station_are_listed_and_protected_while_in_use(
    client: Any, station: StationProcesses, trained_models: Path
) -> None:
    shutil.copytree(trained_models, station.data_dir / "models", dirs_exist_ok=True)
    client.create_project(ProjectName="discs")
    (listed,) = client.list_models(ProjectName="discs")["Models"]
    assert (listed["ModelVersion"], listed["Status"]) == ("1", "TRAINED")
    assert listed["Performance"]["F1Score"] > 0.5
    latest = described(client, "discs", "latest")
    assert latest["ModelArn"] == listed["ModelArn"]
    assert "OutputConfig" not in latest
    recipe = Recipe(name="line", model=ModelReference(name="discs", version=1))
    RecipeStore(station.data_dir).save(recipe, "tests")
    used = refused(lambda: client.delete_model(ProjectName="discs", ModelVersion="1"))
    assert used["Code"] == "ConflictException"
    assert "recipe line version 1" in used["Message"]
    assert (station.data_dir / "models" / "discs" / "1").is_dir()


def test_without_the_hosting_process_a_start_says_so(
    client: Any, station: StationProcesses, trained_models: Path
) -> None:
    name = "unhosted"
    folder = shutil.copytree(trained_models, station.data_dir / "models", dirs_exist_ok=True)
    client.create_project(ProjectName=name)
    absent = refused(
        lambda: client.start_model(ProjectName=name, ModelVersion="1", MinInferenceUnits=1)
    )
    assert absent["Code"] == "ResourceNotFoundException"
    assert (folder / "discs").is_dir()
    units = {"MinInferenceUnits": 2, "MaxInferenceUnits": 1}
    wrong = refused(lambda: client.start_model(ProjectName="discs", ModelVersion="1", **units))
    assert wrong["Code"] == "ValidationException"
    away = refused(
        lambda: client.start_model(ProjectName="discs", ModelVersion="1", MinInferenceUnits=1)
    )
    assert away["Code"] == "InternalServerException"
    assert "okng run" in away["Message"]


def test_a_test_dataset_measures_the_model(
    client: Any, station: StationProcesses, tmp_path: Path
) -> None:
    good = write_pictures(tmp_path / "good", 34, 96, 80)
    bad = write_pictures(tmp_path / "bad", 10, 96, 80, defect_every=1)
    client.create_project(ProjectName="measured")
    for kind, normal, anomalous in (("train", range(22), 0), ("test", range(22, 34), 9)):
        folder = tmp_path / kind
        folder.mkdir()
        for number in normal:
            shutil.copy(good / f"{number:05d}.png", folder / f"good-{number}.png")
        for number in range(anomalous):
            shutil.copy(bad / f"{number:05d}.png", folder / f"bad-{number}.png")
        labels = {
            path.name: "normal" if path.name.startswith("good") else "anomaly"
            for path in folder.iterdir()
        }
        key = write_manifest(station, f"measured-{kind}", folder, labels)
        client.create_dataset(
            ProjectName="measured", DatasetType=kind, DatasetSource=source_of(key)
        )
        wait_for_status(
            lambda kind=kind: client.describe_dataset(ProjectName="measured", DatasetType=kind)[
                "DatasetDescription"
            ],
            "CREATE_COMPLETE",
        )
    few = refused(lambda: client.create_model(ProjectName="measured", OutputConfig=OUTPUT))
    assert "the test dataset has 9 pictures labelled anomaly, at least 10" in few["Message"]
    splits = [picture.split for picture in DatasetStore(station.data_dir).pictures("measured")]
    assert (splits.count(Split.TRAIN), splits.count(Split.TEST)) == (22, 21)


@pytest.mark.parametrize("version", ["0", "01", "-1", "1.0", "newest", "12345678901"])
def test_versions_that_can_not_be(client: Any, version: str) -> None:
    error = refused(lambda: client.describe_model(ProjectName="discs", ModelVersion=version))
    assert error["Code"] == "ValidationException"
