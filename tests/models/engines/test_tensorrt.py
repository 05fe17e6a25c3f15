"""TensorRT: what can be shown without a GPU, and with one where there is one.

TensorRT itself cannot be installed everywhere: `tensorrt-rtx`, its sister for workstations, has the
same parser and builder and needs no GPU for them. The way of the data runs on a stand-in.
"""

from __future__ import annotations

import ctypes
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import onnx
import pytest
from onnx import TensorProto
from support.anomaly_graphs import anomaly_graph, surface
from support.darknet_networks import NETWORKS, write_network
from support.yolo_exports import export, rows

from okng.models.anomaly import MethodSettings
from okng.models.anomaly.padim import PadimSettings
from okng.models.anomaly.patchcore import PatchcoreSettings
from okng.models.anomaly.tiling import Tiling
from okng.models.detection.darknet import darknet_model
from okng.models.engines.compiler import CompileError, CompileRequest, Precision
from okng.models.engines.engine import EngineMissingError
from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.engines.quantization import quantize
from okng.models.engines.tensorrt import compiler as compiler_module
from okng.models.engines.tensorrt.compiler import BUILT_BY, PLAN, TensorrtCompiler
from okng.models.engines.tensorrt.cuda import CudaDevice, CudaError, DeviceMemory
from okng.models.engines.tensorrt.execution import TensorrtEngine
from okng.models.engines.tensorrt.graph_types import cast_uint8_inputs_first, use_half
from okng.models.engines.tensorrt.plan_build import build_plan
from okng.models.imported.yolo_layouts import YoloLayout
from okng.models.imported.yolo_onnx import read_export, wrap_yolo
from okng.models.onnx.graph import GraphBuilder

HERE = Path(__file__).parent

SMALL = Tiling(height=64, width=64)
TILES = Tiling(height=256, width=256, rows=1, columns=2)

GRAPHS = [
    *(
        (settings, Tiling(height=side, width=side))
        for settings in (PadimSettings(), PatchcoreSettings())
        for side in (224, 256, 320)
    ),
    (PadimSettings(), TILES),
    (PatchcoreSettings(half_scale=True), TILES),
]


def run(model: bytes, picture: Any) -> dict[str, Any]:
    return dict(OnnxRuntimeEngine(model).run({"image": picture}))


@pytest.mark.parametrize(
    ("settings", "tiling"),
    [(PadimSettings(), SMALL), (PatchcoreSettings(half_scale=True, coreset_size=200), TILES)],
)
def test_other_types_inside_give_the_same_answer(settings: MethodSettings, tiling: Tiling) -> None:
    graph = anomaly_graph(settings, tiling)
    picture = surface(9, tiling.input_height, tiling.input_width)
    expected = run(graph, picture)
    model = onnx.load_from_string(graph)

    cast_uint8_inputs_first(model)
    onnx.checker.check_model(model, full_check=True)
    types = {
        value.type.tensor_type.elem_type
        for value in onnx.shape_inference.infer_shapes(model).graph.value_info
    }
    assert TensorProto.UINT8 not in types
    for name, value in run(model.SerializeToString(), picture).items():
        np.testing.assert_array_equal(value, expected[name])

    use_half(model)
    onnx.checker.check_model(model, full_check=True)
    weights = [
        tensor for tensor in model.graph.initializer if tensor.data_type == TensorProto.FLOAT16
    ]
    assert len(weights) > 60
    halved = run(model.SerializeToString(), picture)
    for name, value in halved.items():
        np.testing.assert_allclose(value, expected[name], rtol=0.01, atol=0.1)
    assert not np.array_equal(halved["anomaly_map"], expected["anomaly_map"])


def test_what_does_not_fit_the_types_is_named() -> None:
    graph = GraphBuilder()
    x = graph.rename(graph.add("Conv", "x", graph.constant(np.full((2, 2, 1, 1), 7e4))), "y")
    model = onnx.load_from_string(
        graph.model("large", {"x": (1, (1, 2, 4, 4))}, {x: (1, (1, 2, 4, 4))})
    )
    with pytest.raises(CompileError, match=r"constant_0 has 70000; at most 65504 fits in FP16"):
        use_half(model)
    graph = GraphBuilder()
    graph.rename("x", "y")
    bytes_out = graph.model(
        "bytes", {"x": (TensorProto.UINT8, (1,))}, {"y": (TensorProto.UINT8, (1,))}
    )
    with pytest.raises(CompileError, match=r"the output y is uint8; float32 is needed"):
        cast_uint8_inputs_first(onnx.load_from_string(bytes_out))


def test_without_it_one_is_told_what_to_install(tmp_path: Path) -> None:
    availability = TensorrtCompiler().availability()
    if availability.missing is None:
        pytest.skip("TensorRT and a GPU are here")
    assert "pip install 'okng[tensorrt]'" in availability.missing or "GPU" in availability.missing
    with pytest.raises(EngineMissingError):
        TensorrtCompiler().open(tmp_path, threads=1)
    with pytest.raises(EngineMissingError, match=r"no NVIDIA GPU: its driver, nothing\.so"):
        CudaDevice("nothing.so")


@pytest.fixture(scope="module")
def stand_in_cuda(tmp_path_factory: pytest.TempPathFactory) -> str:
    compiler = shutil.which("cc") or pytest.skip("no C compiler for the stand-in")
    library = tmp_path_factory.mktemp("cuda") / "stand_in_cuda.so"
    source = HERE / "stand_in_cuda.c"
    subprocess.run([compiler, "-shared", "-fPIC", "-o", library, source], check=True)
    return str(library)


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch, stand_in_cuda: str) -> Any:
    """TensorRT's runtime and a GPU, as far as they can be had without."""
    monkeypatch.syspath_prepend(HERE)
    library = __import__("stand_in_tensorrt")
    monkeypatch.setattr(compiler_module, "load_library", lambda: library)
    monkeypatch.setattr(compiler_module, "CudaDevice", lambda: CudaDevice(stand_in_cuda))
    return library


def test_data_goes_to_the_gpu_and_back(stand_in: Any, stand_in_cuda: str) -> None:
    graph = anomaly_graph(PadimSettings(), SMALL)
    driver = ctypes.CDLL(stand_in_cuda)
    allocations = ctypes.c_int.in_dll(driver, "allocations")
    engine = TensorrtEngine(stand_in, graph, CudaDevice(stand_in_cuda))
    assert allocations.value == 3
    for seed in (1, 2):
        picture = surface(seed, 64, 64)
        expected = run(graph, picture)
        # As the inference thread does, which did not load the model.
        with ThreadPoolExecutor(1) as inference:
            results = inference.submit(engine.run, {"image": picture}).result()
        assert set(results) == {"score", "anomaly_map"}
        for name, value in results.items():
            np.testing.assert_array_equal(value, expected[name])
    with pytest.raises(ValueError, match=r"image is uint8 \(1, 32, 64, 3\); .* \(1, 64, 64, 3\)"):
        engine.run({"image": picture[:, ::2]})
    with pytest.raises(CudaError, match="cuMemAlloc_v2: error 2, out of memory"):
        DeviceMemory(CudaDevice(stand_in_cuda), 2 << 30)
    del engine
    assert allocations.value == 0


def test_an_engine_that_was_built_elsewhere_is_refused(stand_in: Any, tmp_path: Path) -> None:
    availability = TensorrtCompiler().availability()
    assert (availability.version, availability.device) == ("10.3.0", "Stand-in (SM 8.7)")
    assert availability.precisions == ("fp32", "fp16", "int8")
    (tmp_path / PLAN).write_bytes(anomaly_graph(PadimSettings(), SMALL))
    with pytest.raises(CompileError, match=r"holds no engine: .*engine\.json"):
        TensorrtCompiler().open(tmp_path, threads=1)
    elsewhere = tmp_path / BUILT_BY
    elsewhere.write_text('{"tensorrt": "8.6.2", "device": "Stand-in (SM 8.7)"}')
    with pytest.raises(
        CompileError, match=r"built by TensorRT 8\.6\.2 .*; here is TensorRT 10\.3\.0 .*again"
    ):
        TensorrtCompiler().open(tmp_path, threads=1)
    elsewhere.write_text('{"tensorrt": "10.3.0", "device": "Stand-in (SM 8.7)"}')
    engine = TensorrtCompiler().open(tmp_path, threads=1)
    assert engine.run({"image": surface(1, 64, 64)})["anomaly_map"].shape == (1, 8, 8)
    (tmp_path / PLAN).write_bytes(b"half a plan")
    with pytest.raises(CompileError, match="cannot load this engine"):
        TensorrtCompiler().open(tmp_path, threads=1)


COMMON = {
    "Builder": {"create_network", "create_builder_config", "build_serialized_network"},
    "IBuilderConfig": {
        "create_timing_cache",
        "get_timing_cache",
        "set_memory_pool_limit",
        "set_timing_cache",
    },
    "ITimingCache": {"serialize"},
    "Logger": {"ERROR"},
    "MemoryPoolType": {"WORKSPACE"},
    "OnnxParser": {"get_error", "parse"},
    "ParserError": {"desc"},
    "Runtime": {"deserialize_cuda_engine"},
    "ICudaEngine": {
        "create_execution_context",
        "get_tensor_dtype",
        "get_tensor_mode",
        "get_tensor_name",
        "get_tensor_shape",
        "num_io_tensors",
    },
    "IExecutionContext": {"execute_async_v3", "set_tensor_address"},
    "TensorIOMode": {"INPUT", "OUTPUT"},
    "DataType": {"FLOAT", "HALF", "INT8", "INT32", "INT64", "BOOL", "UINT8"},
    "NetworkDefinitionCreationFlag": set(),
}
"""What 8.6.1, 10.3.0 and 11.4.0 have alike, looked up in their Python modules (2026-11-26)."""

ASKED_FOR_FIRST = {"STRONGLY_TYPED", "EXPLICIT_BATCH", "node_name", "node_operator", "node"}
"""What some of them lack; the code asks with `hasattr`."""


class Recorder:
    """Passes everything on, and notes which attribute of which class was used."""

    def __init__(self, target: Any, used: set[tuple[str, str]]) -> None:
        self._target, self._used = target, used

    def __getattr__(self, name: str) -> Any:
        owner = self._target if isinstance(self._target, type) else type(self._target)
        self._used.add((owner.__name__, name))
        return self._wrap(getattr(self._target, name))

    def __call__(self, *arguments: Any) -> Any:
        plain = [
            argument._target if isinstance(argument, Recorder) else argument
            for argument in arguments
        ]
        return self._wrap(self._target(*plain))

    def __bytes__(self) -> bytes:
        return bytes(self._target)

    def _wrap(self, value: Any) -> Any:
        ours = type(value).__module__.startswith("tensorrt") and not hasattr(value, "__members__")
        return Recorder(value, self._used) if ours or callable(value) else value


@pytest.fixture(scope="module")
def rtx() -> Any:
    return pytest.importorskip("tensorrt_rtx", reason="no tensorrt-rtx: make engines-environment")


class TestWithTensorrtRtx:
    """The real parser and builder, which need no GPU."""

    pytestmark: ClassVar = [
        pytest.mark.slow,
        pytest.mark.filterwarnings("ignore:.*no-ops in TensorRT-RTX"),
    ]

    @pytest.mark.parametrize("precision", ["fp32", "fp16", "int8"])
    @pytest.mark.parametrize(
        ("settings", "tiling"),
        GRAPHS,
        ids=lambda parameter: getattr(parameter, "type", str(parameter)),
    )
    def test_every_graph_is_built(
        self,
        rtx: Any,
        tmp_path: Path,
        settings: MethodSettings,
        tiling: Tiling,
        precision: Precision,
    ) -> None:
        path = tmp_path / "model.onnx"
        path.write_bytes(anomaly_graph(settings, tiling))
        graph = path.read_bytes()
        if precision == "int8":
            pictures = [{"image": surface(1, tiling.input_height, tiling.input_width)}]
            graph = quantize(path, pictures, "tensorrt")
        plan, _ = build_plan(rtx, graph, precision)
        assert len(plan) > 1e6
        if precision == "fp16":
            assert len(plan) < len(build_plan(rtx, graph, "fp32")[0])

    @pytest.mark.parametrize("precision", ["fp32", "fp16", "int8"])
    @pytest.mark.parametrize("name", sorted(NETWORKS))
    def test_every_darknet_network_is_built(
        self, rtx: Any, tmp_path: Path, name: str, precision: Precision
    ) -> None:
        side, classes = 160, 3
        graph = darknet_model(*write_network(tmp_path, NETWORKS[name](side, classes)))
        if precision == "int8":
            graph = quantize(graph, [{"image": surface(1, side, side)}], "tensorrt")
        plan, _ = build_plan(rtx, graph, precision)
        floats = (tmp_path / "network.weights").stat().st_size / 4
        assert len(plan) > floats * {"fp32": 4, "fp16": 2, "int8": 1}[precision]

    @pytest.mark.parametrize("layout", ["yolov5", "yolov8", "yolov10"])
    def test_the_reading_of_every_export_is_built(self, rtx: Any, layout: YoloLayout) -> None:
        wrapped = wrap_yolo(*read_export(export(rows(layout))), 2, layout)
        plan, _ = build_plan(rtx, wrapped.model, "fp32")
        assert len(plan) > 0

    def test_what_it_refuses_is_named(self, rtx: Any) -> None:
        graph = GraphBuilder()
        inputs = {"x": (TensorProto.FLOAT, (1, 4))}
        graph.rename(graph.add("Det", graph.add("Reshape", "x", graph.shape(2, 2))), "y")
        model = graph.model("det", inputs, {"y": (TensorProto.FLOAT, ())})
        with pytest.raises(CompileError, match=r"tensorrt 1\.\S+ refuses Det \(det_\d\): "):
            build_plan(rtx, model, "fp32")

    def test_only_the_common_interface_is_used(self, rtx: Any) -> None:
        used: set[tuple[str, str]] = set()
        plan, _ = build_plan(Recorder(rtx, used), anomaly_graph(PadimSettings(), SMALL), "fp16")
        assert len(plan) > 1e6
        named = {(owner, name) for owner, name in used if owner in COMMON}
        assert ("Builder", "build_serialized_network") in named
        beyond = {
            (owner, name)
            for owner, name in named
            if name not in COMMON[owner] | ASKED_FOR_FIRST and not name.startswith("_")
        }
        assert beyond == set()

    def test_the_common_interface_is_there(self, rtx: Any) -> None:
        missing = [
            f"{owner}.{name}"
            for owner, names in COMMON.items()
            for name in names
            if not hasattr(getattr(rtx, owner), name)
        ]
        assert missing == []


@pytest.mark.parametrize("precision", ["fp32", "fp16", "int8"])
def test_a_gpu_answers_as_the_processor_does(tmp_path: Path, precision: Precision) -> None:
    compiler = TensorrtCompiler()
    missing = compiler.availability().missing
    if missing:
        pytest.skip(missing)
    model, folder = tmp_path / "model.onnx", tmp_path / "built"
    model.write_bytes(anomaly_graph(PadimSettings(), SMALL))
    folder.mkdir()
    calibration = [{"image": surface(i, 64, 64)} for i in range(8)]
    compiler.compile(CompileRequest(model, precision, calibration), folder)
    engine = compiler.open(folder, threads=1)
    result, expected = engine.run(calibration[0]), run(model.read_bytes(), calibration[0]["image"])
    tolerance = {"fp32": 1e-3, "fp16": 0.02, "int8": 2.0}[precision]
    np.testing.assert_allclose(result["score"], expected["score"], rtol=tolerance)
