import hashlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from okng.models.bundles.bundle import (
    MANIFEST,
    AnomalyBundle,
    BundleError,
    list_bundles,
    load_bundle,
    write_bundle,
)
from okng.models.bundles.manifest import (
    FORMAT_VERSION,
    AnomalyDescription,
    AnomalyManifest,
    DetectionManifest,
    Manifest,
)
from okng.models.inference.threshold_outcome import threshold_outcome

MODEL_BYTES = b"as good as any model here"


@pytest.fixture
def bundle(tmp_path: Path, description: AnomalyDescription) -> AnomalyBundle:
    return write_bundle(tmp_path, "cells", description, MODEL_BYTES)


def rewrite(bundle: AnomalyBundle, **changes: object) -> None:
    """Change fields of the manifest as somebody who also knows the content hash would."""
    document = json.loads((bundle.path / MANIFEST).read_text()) | changes
    document.pop("content_hash")
    text = json.dumps(document, sort_keys=True, separators=(",", ":"))
    document["content_hash"] = hashlib.sha256(text.encode()).hexdigest()
    (bundle.path / MANIFEST).write_text(json.dumps(document))


def test_written_bundle_loads_as_it_was(
    bundle: AnomalyBundle, description: AnomalyDescription
) -> None:
    loaded = load_bundle(bundle.path, AnomalyManifest)
    assert loaded == bundle
    assert loaded.model_path.read_bytes() == MODEL_BYTES
    written = loaded.manifest.model_dump(include=set(AnomalyDescription.model_fields))
    assert written == description.model_dump()


def test_versions_count_up(
    tmp_path: Path, bundle: AnomalyBundle, description: AnomalyDescription
) -> None:
    second = write_bundle(tmp_path, "cells", description, MODEL_BYTES)
    cookies = write_bundle(tmp_path, "cookies", description, MODEL_BYTES)
    assert (bundle.path, second.path) == (tmp_path / "cells/1", tmp_path / "cells/2")
    assert list_bundles(tmp_path, AnomalyManifest) == ([bundle, second, cookies], [])
    hashes = {b.manifest.content_hash for b in (bundle, second, cookies)}
    assert len(hashes) == 3


def test_content_hash_is_independent_of_the_file_layout(bundle: AnomalyBundle) -> None:
    document = json.loads((bundle.path / MANIFEST).read_text())
    (bundle.path / MANIFEST).write_text(json.dumps(document, sort_keys=True))
    assert (
        load_bundle(bundle.path, AnomalyManifest).manifest.content_hash
        == bundle.manifest.content_hash
    )


@pytest.mark.parametrize("name", ["", "../x", "a/b", ".hidden", "a+b", "x" * 65])
def test_bad_names_are_refused(tmp_path: Path, description: AnomalyDescription, name: str) -> None:
    with pytest.raises(BundleError, match="can't be the name of a model"):
        write_bundle(tmp_path / "models", name, description, MODEL_BYTES)
    assert list(tmp_path.rglob("*")) == []


def test_changed_model_is_refused(bundle: AnomalyBundle) -> None:
    bundle.model_path.write_bytes(MODEL_BYTES.replace(b"good", b"evil"))
    with pytest.raises(BundleError, match=r"model.onnx: SHA-256 is"):
        load_bundle(bundle.path, AnomalyManifest)


def test_changed_threshold_is_refused(bundle: AnomalyBundle) -> None:
    path = bundle.path / MANIFEST
    path.write_text(path.read_text().replace('"threshold": 10.1', '"threshold": 99.1'))
    with pytest.raises(BundleError, match="was changed"):
        load_bundle(bundle.path, AnomalyManifest)


def test_missing_and_unknown_files_are_named(bundle: AnomalyBundle) -> None:
    bundle.model_path.unlink()
    (bundle.path / "extra.txt").write_text("?")
    with pytest.raises(BundleError, match=r"missing files \['model.onnx'\].*\['extra.txt'\]"):
        load_bundle(bundle.path, AnomalyManifest)


def test_a_manifest_without_a_model_is_refused(bundle: AnomalyBundle) -> None:
    rewrite(bundle, files={})
    with pytest.raises(BundleError, match=r"model\.onnx is not among them"):
        load_bundle(bundle.path, AnomalyManifest)


def test_newer_format_is_told_from_damage(bundle: AnomalyBundle) -> None:
    rewrite(bundle, format_version=FORMAT_VERSION + 1, something_new=1)
    with pytest.raises(BundleError, match=r"format \d+ is newer than this okng reads"):
        load_bundle(bundle.path, AnomalyManifest)


def test_a_bundle_of_format_1_still_loads(bundle: AnomalyBundle) -> None:
    path = bundle.path / MANIFEST
    document = json.loads(path.read_text())
    for added in ("false_rejects", "worst_pictures"):
        del document[added]
    path.write_text(json.dumps(document))
    counts = ("true_positives", "false_positives", "true_negatives", "false_negatives")
    metrics = {"image_auroc": 1.0, "precision": None, "recall": 0.0, "f1": 0.0}
    rewrite(bundle, format_version=1, metrics=metrics | dict.fromkeys(counts, 1))
    manifest = load_bundle(bundle.path, AnomalyManifest).manifest
    assert (manifest.format_version, manifest.threshold) == (1, 10.1)
    assert (manifest.false_rejects, manifest.worst_pictures) == (None, [])
    assert manifest.metrics is not None
    assert (manifest.metrics.intervals, manifest.metrics.average_precision) == (None, None)


def test_a_bundle_of_format_2_still_loads(bundle: AnomalyBundle) -> None:
    path = bundle.path / MANIFEST
    document = json.loads(path.read_text())
    for image in document["dataset"]:
        del image["score"], image["batch"]
    rewrite(bundle, format_version=2, dataset=document["dataset"])
    manifest = load_bundle(bundle.path, AnomalyManifest).manifest
    assert [(image.score, image.batch) for image in manifest.dataset] == [(None, None)]


def test_a_bundle_of_format_3_still_loads(bundle: AnomalyBundle) -> None:
    path = bundle.path / MANIFEST
    document = json.loads(path.read_text())
    for added in ("cross_validation", "review_band", "defect_types", "held_out"):
        del document[added]
    for image in document["dataset"]:
        del image["defect_type"], image["held_out"]
        image["score"] = 9.5
    document["dataset"] *= 2
    path.write_text(json.dumps(document))
    rewrite(bundle, format_version=3, dataset=document["dataset"])
    manifest = load_bundle(bundle.path, AnomalyManifest).manifest
    outcome = threshold_outcome(manifest, 9.0)
    assert outcome.false_rejects.rejected == len(outcome.changed) == 2
    assert (outcome.review_band, outcome.held_out, outcome.defect_types) == (None, None, [])


@pytest.mark.parametrize("version", [1, 2, 3, 4])
def test_before_format_5_every_model_was_an_anomaly_model(
    bundle: AnomalyBundle, version: int
) -> None:
    path = bundle.path / MANIFEST
    document = json.loads(path.read_text())
    del document["task"]
    path.write_text(json.dumps(document))
    rewrite(bundle, format_version=version)
    for kind in (AnomalyManifest, Manifest):
        assert load_bundle(bundle.path, kind).manifest.task == "anomaly"
    with pytest.raises(BundleError, match=r"another kind \(anomaly model\); needed.* detector"):
        load_bundle(bundle.path, DetectionManifest)
    assert list_bundles(bundle.path.parents[1], DetectionManifest) == ([], [])


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"threshold": "high"}, "threshold"),
        ({"surprise": 1}, "surprise"),
        ({"method": {"type": "magic"}}, "method"),
        ({"task": "singing"}, "task is 'singing'; known to this okng are anomaly, detection"),
        ({"task": "detection"}, "classes: is missing"),
        ({"version": 7}, "holds cells version 7"),
        ({"name": "other"}, "holds other version 1"),
    ],
)
def test_manifest_is_strict(
    bundle: AnomalyBundle, changes: dict[str, object], message: str
) -> None:
    rewrite(bundle, **changes)
    with pytest.raises(BundleError, match=message):
        load_bundle(bundle.path, AnomalyManifest)


@pytest.mark.parametrize("content", ["", "{", "[]", "null"])
def test_listing_reports_broken_bundles(
    tmp_path: Path, bundle: AnomalyBundle, description: AnomalyDescription, content: str
) -> None:
    second = write_bundle(tmp_path, "cells", description, MODEL_BYTES)
    (bundle.path / MANIFEST).write_text(content)
    bundles, broken = list_bundles(tmp_path, AnomalyManifest)
    assert bundles == [second]
    assert [b.path for b in broken] == [bundle.path]
    assert str(bundle.path) in broken[0].error


def test_listing_an_absent_folder_is_empty(tmp_path: Path) -> None:
    assert list_bundles(tmp_path / "nothing", AnomalyManifest) == ([], [])


KILLED_WRITER = """
import os, signal, sys
from pathlib import Path
from okng.models.bundles.bundle import write_bundle
from okng.models.bundles.manifest import AnomalyDescription

calls, fsync = 0, os.fsync

def fsync_or_die(descriptor):
    global calls
    calls += 1
    if calls == int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)
    fsync(descriptor)

os.fsync = fsync_or_die
description = AnomalyDescription.model_validate_json(sys.stdin.read())
write_bundle(Path(sys.argv[1]), "cells", description, b"never seen")
"""


@pytest.mark.parametrize("call", range(1, 6))
def test_a_killed_writer_leaves_all_or_nothing(
    tmp_path: Path, description: AnomalyDescription, call: int
) -> None:
    """Killed at each fsync: of model, manifest and folder; then, renamed, of the parents."""
    killed = subprocess.run(
        [sys.executable, "-c", KILLED_WRITER, str(tmp_path), str(call)],
        input=description.model_dump_json(),
        text=True,
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    bundles, broken = list_bundles(tmp_path, AnomalyManifest)
    assert broken == []
    assert len(bundles) == (1 if call > 3 else 0)
    for left in bundles:
        assert load_bundle(left.path, AnomalyManifest).model_path.read_bytes() == b"never seen"

    following = write_bundle(tmp_path, "cells", description, MODEL_BYTES)
    assert following.manifest.version == len(bundles) + 1
    assert sorted(p.name for p in (tmp_path / "cells").iterdir()) == [
        str(i + 1) for i in range(len(bundles) + 1)
    ]


def test_a_refusing_disk_leaves_nothing(
    tmp_path: Path, description: AnomalyDescription, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError, match="No space"):
        write_bundle(tmp_path, "cells", description, MODEL_BYTES)
    assert list((tmp_path / "cells").iterdir()) == []
