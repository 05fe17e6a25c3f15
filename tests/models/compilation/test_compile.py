"""Builds of a real model: made once, used only where they fit and answer as the model does."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import onnx
import pytest
from onnx import helper
from support.pictures import Pictures, labelled

from okng.models.bundles.bundle import AnomalyBundle, content_hash, load_bundle, write_bundle
from okng.models.bundles.manifest import MODEL, AnomalyManifest
from okng.models.compilation import compile as compile_steps
from okng.models.compilation.anomaly_parity import TOLERANCES
from okng.models.compilation.build_choice import CHOSEN, choose_build, choose_none
from okng.models.compilation.calibration_pictures import BuildPictures
from okng.models.compilation.compile import compile_bundle
from okng.models.compilation.engine_build import (
    RECORD,
    Build,
    BuildError,
    build_folder,
    list_builds,
    read_build,
    usable_build,
)
from okng.models.compilation.fastest_build import EngineCandidate, best, compile_all
from okng.models.compilation.latency import Latency
from okng.models.engines.compiler import CompileError, Precision
from okng.models.engines.engine import EngineMissingError
from okng.models.images.image_files import read_image
from okng.models.inference.anomaly_model import AnomalyModel
from okng.models.training.anomaly.train_anomaly_model import train
from okng.models.training.request import TrainingRequest

ENGINE = "onnxruntime"


@pytest.fixture(scope="session")
def built(
    trained_models: Path, pictures: BuildPictures, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The model with its build for ONNX Runtime in FP32."""
    models = shutil.copytree(trained_models, tmp_path_factory.mktemp("built") / "models")
    compile_bundle(
        load_bundle(models / "discs/1", AnomalyManifest), ENGINE, "fp32", pictures, threads=1
    )
    return models


@pytest.fixture
def with_build(built: Path, tmp_path: Path) -> AnomalyBundle:
    return load_bundle(shutil.copytree(built, tmp_path / "models") / "discs/1", AnomalyManifest)


def rewrite(folder: Path, **changes: Any) -> None:
    """Change the record as somebody would who also knows its hash."""
    document = json.loads((folder / RECORD).read_text()) | changes
    document["content_hash"] = content_hash(document)
    (folder / RECORD).write_text(json.dumps(document))


def told(bundle: AnomalyBundle, pictures: BuildPictures, **options: Any) -> list[str]:
    lines: list[str] = []
    compile_bundle(
        bundle, ENGINE, "fp32", pictures, **{"threads": 1, "progress": lines.append, **options}
    )
    return lines


@pytest.fixture(scope="session")
def cells(
    elpv: Pictures, tmp_path_factory: pytest.TempPathFactory
) -> tuple[AnomalyBundle, BuildPictures]:
    """A model of real pictures, and some of them."""
    request = TrainingRequest(
        name="cells", root=tmp_path_factory.mktemp("cells"), pictures=labelled(elpv.train[:30])
    )
    return train(request), BuildPictures.of(elpv.train[:12], elpv.anomaly[:6])


@pytest.mark.parametrize(
    ("engine", "precision"),
    [
        pytest.param("onnxruntime", "int8", marks=pytest.mark.slow),
        ("openvino", "fp32"),
        ("openvino", "int8"),
    ],
)
def test_a_build_judges_as_the_model_does(
    engine: str, precision: Precision, cells: tuple[AnomalyBundle, BuildPictures]
) -> None:
    if engine == "openvino":
        pytest.importorskip("openvino")
    bundle, pictures = cells
    build = compile_bundle(bundle, engine, precision, pictures, threads=1)
    assert build.record.parity.problems == []
    assert build.record.latency.calls >= 20
    choose_none(bundle.path)
    plain = AnomalyModel.load(bundle.path, threads=1)
    choose_build(bundle.path, build, "tests")
    chosen = AnomalyModel.load(bundle.path, threads=1)
    assert (chosen.engine_build, chosen.engine_problem) == (build.record, None)
    assert plain.engine_build is None
    limit = bundle.manifest.normal_scores.standard_deviation * TOLERANCES[precision].score
    for path in pictures.proof:
        image = read_image(path)
        assert chosen.judge(image).score == pytest.approx(plain.judge(image).score, abs=limit)
    assert load_bundle(bundle.path, AnomalyManifest) == bundle


def test_a_build_is_made_once_and_again_where_it_does_not_fit(
    with_build: AnomalyBundle, pictures: BuildPictures, tmp_path: Path
) -> None:
    folder = build_folder(with_build.path, ENGINE, "fp32")
    before = folder.stat().st_ino
    assert told(with_build, pictures) == ["onnxruntime-fp32: exists already; nothing to do"]
    assert folder.stat().st_ino == before
    fewer = replace(pictures, proof=pictures.proof[1:])
    assert "made with other pictures" in told(with_build, fewer)[0]
    rewrite(folder, device="another processor")
    assert "built again: it was built for the device another" in told(with_build, fewer)[0]
    assert read_build(folder).record.device != "another processor"
    assert [build.path for build in list_builds(with_build.path)[0]] == [folder]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"device": "another processor"}, "built for the device another processor, but here it is"),
        ({"engine_version": "0.1"}, "built for version 0.1, but here it is"),
        ({"model_sha256": "f" * 64}, "built for the model ffffffffffff, but here it is"),
    ],
)
def test_a_build_from_elsewhere_is_not_used(
    changes: dict[str, str], reason: str, with_build: AnomalyBundle, pictures: BuildPictures
) -> None:
    folder = build_folder(with_build.path, ENGINE, "fp32")
    rewrite(folder, **changes)
    with pytest.raises(BuildError, match=f"onnxruntime-fp32: it was {reason}"):
        usable_build(folder, with_build.manifest.content_hash)
    choose_build(with_build.path, read_build(folder), "tests")
    model = AnomalyModel.load(with_build.path, threads=1)
    assert model.engine_build is None
    assert reason in str(model.engine_problem)
    assert model.judge(read_image(pictures.proof[0])).score > 0


def test_a_changed_byte_is_noticed(with_build: AnomalyBundle, pictures: BuildPictures) -> None:
    folder = build_folder(with_build.path, ENGINE, "fp32")
    choose_build(with_build.path, read_build(folder), "tests")
    with (folder / MODEL).open("r+b") as file:
        file.seek(1000)
        file.write(b"X")
    model = AnomalyModel.load(with_build.path, threads=1)
    assert "model.onnx: was changed, removed or added after the build" in str(model.engine_problem)
    record = folder / RECORD
    record.write_text(record.read_text().replace('"fp32"', '"int8"'))
    assert "was changed" in str(AnomalyModel.load(with_build.path, 1).engine_problem)
    record.unlink()
    assert "cannot be read" in str(AnomalyModel.load(with_build.path, 1).engine_problem)
    (folder.parent / CHOSEN).write_text("{")
    assert CHOSEN in str(AnomalyModel.load(with_build.path, 1).engine_problem)
    choose_none(with_build.path)
    assert AnomalyModel.load(with_build.path, 1).engine_problem is None


def test_a_build_that_answers_otherwise_is_kept_and_refused(
    with_build: AnomalyBundle, pictures: BuildPictures
) -> None:
    folder = build_folder(with_build.path, ENGINE, "fp32")
    parity = read_build(folder).record.parity.model_dump() | {"problems": ["2 verdicts change"]}
    rewrite(folder, parity=parity)
    with pytest.raises(BuildError, match="can't be used: 2 verdicts change"):
        choose_build(with_build.path, read_build(folder), "tests")
    with pytest.raises(BuildError, match="does not agree with the model: 2 verdicts change"):
        usable_build(folder, with_build.manifest.content_hash)


def test_int8_that_answers_otherwise_is_tried_again_with_more_in_fp32(
    bundle: AnomalyBundle,
    pictures: BuildPictures,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "build"
    folder.mkdir()
    quantised_nodes: list[int] = []
    lines: list[str] = []
    prove = compile_steps.compare_answers

    def strict(*arguments: Any) -> Any:
        model = onnx.load(folder / "model.onnx")
        quantised_nodes.append(sum(node.op_type == "QuantizeLinear" for node in model.graph.node))
        # Whether the second try agrees is the processor's to say: without VNNI it may not.
        problems = [] if len(quantised_nodes) > 1 else ["it differs"]
        return prove(*arguments).model_copy(update={"problems": problems})

    monkeypatch.setattr(compile_steps, "compare_answers", strict)
    compile_steps._build(folder, bundle.path, ENGINE, "int8", pictures, 1, 60, lines.append)
    record = json.loads((folder / RECORD).read_text())
    assert (record["kept_exact"], record["parity"]["problems"]) == (2, [])
    assert quantised_nodes[0] > quantised_nodes[1] > 0
    assert "does not agree with the model: it differs" in lines
    assert "tries again with 2 more convolutions in FP32" in lines


def test_engines_that_cannot_are_named(bundle: AnomalyBundle, pictures: BuildPictures) -> None:
    with pytest.raises(
        CompileError, match=r"unknown engine 'tensorflow'; available are .*onnxruntime"
    ):
        compile_bundle(bundle, "tensorflow", "fp32", pictures)
    with pytest.raises(CompileError, match=r"onnxruntime does not support bf16 on .*; it supports"):
        compile_bundle(bundle, ENGINE, "bf16", pictures)
    with pytest.raises(EngineMissingError, match=r"onnxruntime-cuda: .* install"):
        compile_bundle(bundle, "onnxruntime-cuda", "fp32", pictures)
    with pytest.raises(CompileError, match="no pictures"):
        compile_bundle(bundle, ENGINE, "fp32", BuildPictures((), ()))


def test_the_limit_ends_a_compilation(with_build: AnomalyBundle, pictures: BuildPictures) -> None:
    with pytest.raises(CompileError, match=r"onnxruntime-int8: took longer than .* 0\.3 s"):
        compile_bundle(with_build, ENGINE, "int8", pictures, limit_s=0.3)
    assert sorted(path.name for path in (with_build.path / "engines").iterdir()) == [
        "onnxruntime-fp32"
    ]


def test_a_compilation_that_is_killed_leaves_nothing(
    bundle: AnomalyBundle, pictures: BuildPictures
) -> None:
    """First its process, as the kernel does when memory runs out; then all of `okng compile`."""

    def kill_child(line: str) -> None:
        if "compiles the graph" in line:
            (child,) = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()[-1:]
            os.kill(int(child), signal.SIGKILL)

    with pytest.raises(CompileError, match="killed, most likely because memory ran out"):
        compile_bundle(bundle, ENGINE, "fp32", pictures, progress=kill_child)
    assert list((bundle.path / "engines").iterdir()) == []

    program = (
        "import sys; from pathlib import Path\n"
        "from okng.models.bundles.bundle import load_bundle\n"
        "from okng.models.compilation.compile import compile_bundle\n"
        "from okng.models.compilation.calibration_pictures import BuildPictures\n"
        "from okng.models.bundles.manifest import AnomalyManifest\n"
        "pictures = BuildPictures.of([Path(one) for one in sys.argv[2:]])\n"
        "bundle = load_bundle(Path(sys.argv[1]), AnomalyManifest)\n"
        "compile_bundle(bundle, 'onnxruntime', 'int8', pictures,"
        " progress=lambda line: print(line, flush=True))\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program, bundle.path, *pictures.calibration],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    while "calibrates" not in process.stdout.readline():
        pass
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    process.kill()
    process.wait()
    assert children
    deadline = time.monotonic() + 30
    while any(_runs(child) for child in children):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    assert list_builds(bundle.path) == ([], [])
    compile_bundle(bundle, ENGINE, "fp32", pictures, threads=1)
    assert [path.name for path in (bundle.path / "engines").iterdir()] == ["onnxruntime-fp32"]
    process.stdout.close()


def _runs(process: str) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.slow
def test_what_one_engine_does_not_know_the_others_still_compile(
    bundle: AnomalyBundle, pictures: BuildPictures
) -> None:
    pytest.importorskip("openvino")
    model = onnx.load(bundle.path / MODEL)
    # An operator of ONNX Runtime's own: the inverse of a matrix, of which the score is multiplied.
    model.opset_import.append(helper.make_opsetid("com.microsoft", 1))
    producer = next(node for node in model.graph.node if "score" in node.output)
    producer.output[0] = "plain"
    one = helper.make_tensor("one", onnx.TensorProto.FLOAT, (1, 1), [1.0])
    shape = helper.make_tensor("shape", onnx.TensorProto.INT64, (1,), [1])
    model.graph.initializer.extend([one, shape])
    model.graph.node.extend(
        [
            helper.make_node("Inverse", ["one"], ["inverse"], domain="com.microsoft"),
            helper.make_node("Reshape", ["inverse", "shape"], ["factor"]),
            helper.make_node("Mul", ["plain", "factor"], ["score"]),
        ]
    )
    special = write_bundle(
        bundle.path.parent.parent, "special", bundle.manifest, model.SerializeToString()
    )
    candidates = compile_all(special, pictures, ["fp32", "int8"], threads=1)
    by_name = {candidate.name: candidate for candidate in candidates}
    usable = [
        candidate.latency.median_ms
        for candidate in candidates
        if candidate.latency and not candidate.problem
    ]
    assert usable == sorted(usable)
    assert all(candidate.problem for candidate in candidates[len(usable) :])
    assert by_name["onnxruntime-fp32"].problem is None
    assert by_name["onnxruntime-int8"].build
    assert "Inverse" in str(by_name["openvino-fp32"].problem)
    assert "install" in str(by_name["onnxruntime-cuda"].problem)


def test_of_builds_that_are_about_as_fast_the_most_exact_is_taken(
    with_build: AnomalyBundle,
) -> None:
    fp32 = read_build(build_folder(with_build.path, ENGINE, "fp32"))
    int8 = replace(fp32, record=fp32.record.model_copy(update={"precision": "int8"}))

    def candidate(build: Build, median_ms: float, problem: str | None = None) -> EngineCandidate:
        latency = Latency(median_ms=median_ms, p95_ms=median_ms, calls=20)
        return EngineCandidate(build.record.name, build, problem, latency)

    assert best([candidate(int8, 10.0), candidate(fp32, 10.5)]) is fp32
    assert best([candidate(int8, 10.0), candidate(fp32, 20.0)]) is int8
    assert best([candidate(int8, 10.0, "changes sides"), candidate(fp32, 20.0)]) is fp32
    assert best([candidate(int8, 10.0, "changes sides")]) is None
