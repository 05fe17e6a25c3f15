import time
from pathlib import Path

import numpy as np
import pytest
from onnx import TensorProto

from okng.models.engines.onnxruntime_engine import OnnxRuntimeEngine
from okng.models.onnx.graph import GraphBuilder

SIDE = 768


@pytest.fixture(scope="module")
def products() -> bytes:
    """Matrix products that are worth several threads, and a sum of each."""
    graph = GraphBuilder()
    x = "x"
    for _ in range(6):
        x = graph.add("MatMul", x, graph.constant(np.eye(SIDE)))
    graph.rename(x, "same")
    graph.rename(graph.add("ReduceSum", x, keepdims=0), "sum")
    inputs = {"x": (TensorProto.FLOAT, (SIDE, SIDE))}
    outputs = {
        "same": (TensorProto.FLOAT, (SIDE, SIDE)),
        "sum": (TensorProto.FLOAT, ()),
    }
    return graph.model("products", inputs, outputs)


def test_all_outputs_come_by_name(products: bytes, tmp_path: Path) -> None:
    path = tmp_path / "model.onnx"
    path.write_bytes(products)
    x = np.random.default_rng(0).random((SIDE, SIDE), np.float32)
    for model in (products, path):
        outputs = OnnxRuntimeEngine(model, threads=2).run({"x": x})
        assert set(outputs) == {"same", "sum"}
        np.testing.assert_allclose(outputs["same"], x)
        np.testing.assert_allclose(outputs["sum"], x.sum(), rtol=1e-4)


def test_idle_threads_take_no_processor_time(products: bytes) -> None:
    """Between parts nothing spins: resting after a run takes next to no processor time."""
    engine = OnnxRuntimeEngine(products, threads=2)
    x = np.ones((SIDE, SIDE), np.float32)
    rested_s = used_s = 0.0
    for _ in range(10):
        engine.run({"x": x})
        wall, used = time.perf_counter(), time.process_time()
        time.sleep(0.02)
        rested_s += time.perf_counter() - wall
        used_s += time.process_time() - used
    assert used_s < 0.2 * rested_s


def test_a_file_that_is_no_model_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "model.onnx"
    path.write_bytes(b"no model")
    with pytest.raises(Exception, match=r"model\.onnx"):
        OnnxRuntimeEngine(path)
