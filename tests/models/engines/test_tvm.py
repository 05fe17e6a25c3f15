"""TVM: compiled here, run without the compiler, and compiled for a Jetson."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from support.anomaly_graphs import anomaly_graph, surface

from okng.models.anomaly.padim import PadimSettings
from okng.models.anomaly.tiling import Tiling
from okng.models.engines.compiler import CompileError, CompileRequest
from okng.models.engines.engine import EngineMissingError
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.engines.tvm.compiler import DESCRIPTION, FOR_BUILDING_S, TvmCompiler
from okng.models.engines.tvm.worker.targets import JETSONS

SIDE_PX = 64
BUILD = "okng.models.engines.tvm.worker.library_build"
AARCH64 = 183
"""`e_machine` of ELF files for 64-bit ARM."""

RUN_WITHOUT_COMPILER = """
import sys
sys.modules["tvm"] = None  # As if it were not installed.
import numpy as np
from pathlib import Path
from okng.models.engines.tvm.compiler import TvmCompiler
folder, picture, answer = map(Path, sys.argv[1:])
engine = TvmCompiler().open(folder, threads=1)
np.savez(answer, **engine.run({"image": np.load(picture)}))
loaded = Path("/proc/self/maps").read_text()
assert "libtvm_runtime" in loaded and "libtvm_compiler" not in loaded
"""


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("model") / "model.onnx"
    path.write_bytes(anomaly_graph(PadimSettings(), Tiling(height=SIDE_PX, width=SIDE_PX)))
    return path


def test_without_it_one_is_told_what_to_install(model: Path, tmp_path: Path) -> None:
    availability = TvmCompiler().availability()
    if availability.precisions:
        pytest.skip("TVM is here")
    with pytest.raises(EngineMissingError, match=r"pip install 'okng\[tvm"):
        TvmCompiler().compile(CompileRequest(model, "fp32"), tmp_path)
    if availability.missing:
        assert "pip install 'okng[tvm-runtime]'" in availability.missing
        with pytest.raises(EngineMissingError):
            TvmCompiler().open(tmp_path, threads=1)


@pytest.fixture(scope="module")
def compiler() -> TvmCompiler:
    compiler = TvmCompiler()
    if not compiler.availability().precisions:
        pytest.skip("TVM is not installed: make engines-environment")
    return compiler


@pytest.fixture(scope="module")
def built(
    compiler: TvmCompiler, model: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, list[str]]:
    """A build with one round of tuning, and what was said of it."""
    folder, cache = tmp_path_factory.mktemp("built"), tmp_path_factory.mktemp("cache")
    lines: list[str] = []
    compiler.compile(
        CompileRequest(
            model, "fp32", limit_s=FOR_BUILDING_S + 1, cache=cache, progress=lines.append
        ),
        folder,
    )
    assert (next(cache.iterdir()) / "trials.json").stat().st_size > 0
    return folder, lines


@pytest.mark.slow
@pytest.mark.timeout(900)
class TestCompiled:
    def test_it_answers_as_onnx_runtime_does_without_the_compiler(
        self, built: tuple[Path, list[str]], model: Path, tmp_path: Path
    ) -> None:
        folder, lines = built
        assert lines[0].startswith("16 trials, 1 of")
        assert lines[1:] == ["builds the library"]
        picture, answer = tmp_path / "picture.npy", tmp_path / "answer.npz"
        image = surface(5, SIDE_PX, SIDE_PX)
        np.save(picture, image)
        command = [sys.executable, "-c", RUN_WITHOUT_COMPILER, folder, picture, answer]
        subprocess.run([str(part) for part in command], check=True)
        expected = OnnxRuntimeEngine(model).run({"image": image})
        with np.load(answer) as answers:
            assert set(answers) == set(expected)
            for name in answers:
                np.testing.assert_allclose(answers[name], expected[name], rtol=1e-3, atol=1e-3)

    def test_what_does_not_fit_is_refused(
        self, compiler: TvmCompiler, built: tuple[Path, list[str]], tmp_path: Path
    ) -> None:
        folder, _ = built
        engine = compiler.open(folder, threads=1)
        with pytest.raises(ValueError, match=r"image is float64 \(1, 2\); the engine takes uint8"):
            engine.run({"image": np.zeros((1, 2))})
        with pytest.raises(CompileError, match=r"tvm: .* holds no engine"):
            compiler.open(tmp_path, threads=1)
        description = json.loads((folder / DESCRIPTION).read_text())
        elsewhere = tmp_path / DESCRIPTION
        elsewhere.write_text(json.dumps(description | {"device": "another processor"}))
        with pytest.raises(CompileError, match=r"on another processor; here .*compile it again"):
            compiler.open(tmp_path, threads=1)

    @pytest.mark.parametrize("target", ["jetson-orin", "jetson-orin-gpu"])
    def test_a_jetson_s_library_is_linked_here(
        self, compiler: TvmCompiler, model: Path, tmp_path: Path, target: str
    ) -> None:
        if shutil.which(JETSONS[target].linker) is None:
            pytest.skip("no compiler for ARM: apt-get install g++-aarch64-linux-gnu")
        if JETSONS[target].is_gpu and shutil.which("nvcc") is None:
            pytest.skip("no nvcc of CUDA")
        library = tmp_path / "model.so"
        command = [sys.executable, "-m", BUILD, model, library, "--target", target]
        subprocess.run([str(part) for part in command], check=True)
        header = library.read_bytes()[:20]
        assert header[:4] == b"\x7fELF"
        assert int.from_bytes(header[18:20], "little") == AARCH64
