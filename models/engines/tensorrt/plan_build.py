"""TensorRT plans built from ONNX graphs, with the API that all versions from 8.6 to 11 have."""

from __future__ import annotations

from typing import Any

import onnx
from google.protobuf.message import DecodeError  # type: ignore[import-untyped]

from okng.models.engines.compiler import CompileError, Precision
from okng.models.engines.tensorrt.graph_types import cast_uint8_inputs_first, use_half
from okng.models.engines.tensorrt.library import logger

WORKSPACE_BYTES = 1 << 30
"""Workspace that kernels may use; on a Jetson it is the processor's memory as well."""

BUILDER_FLAGS: dict[Precision, str] = {"fp16": "FP16", "int8": "INT8"}
"""Builder flags by precision, for libraries without strongly typed networks (8.6)."""


def build_plan(
    library: Any, model: bytes, precision: Precision, timings: bytes = b""
) -> tuple[bytes, bytes]:
    """Build the plan of an ONNX graph; also returns the kernel timings, for a faster next build.

    From TensorRT 10 on the graph's types determine what is computed in FP16, and its quantised
    operators what in INT8. Before, builder flags allow both. `library` is TensorRT's module.

    Raises `CompileError` with the operator that TensorRT refuses, and for data that is not ONNX.
    """
    typed = hasattr(library.NetworkDefinitionCreationFlag, "STRONGLY_TYPED")
    log = logger(library)
    builder = library.Builder(log)
    network = builder.create_network(_network_flags(library))
    parser = library.OnnxParser(network, log)
    if not parser.parse(_adapted(model, half=typed and precision == "fp16")):
        raise CompileError(f"tensorrt {library.__version__} refuses {_first_error(parser)}")
    config = builder.create_builder_config()
    config.set_memory_pool_limit(library.MemoryPoolType.WORKSPACE, WORKSPACE_BYTES)
    if not typed and precision in BUILDER_FLAGS:
        config.set_flag(getattr(library.BuilderFlag, BUILDER_FLAGS[precision]))
    # TensorRT rejects timings of another device or version, and starts with none.
    cache = config.create_timing_cache(timings)
    if not config.set_timing_cache(cache, False):
        config.set_timing_cache(config.create_timing_cache(b""), False)
    plan = builder.build_serialized_network(network, config)
    if plan is None:
        raise CompileError(f"tensorrt {library.__version__} could not build an engine")
    return bytes(plan), bytes(config.get_timing_cache().serialize())


def _network_flags(library: Any) -> int:
    kinds = library.NetworkDefinitionCreationFlag
    names = ("EXPLICIT_BATCH", "STRONGLY_TYPED")
    return sum(1 << int(getattr(kinds, name)) for name in names if hasattr(kinds, name))


def _adapted(model: bytes, half: bool) -> bytes:
    try:
        network = onnx.load_from_string(model)
    except DecodeError as error:
        raise CompileError(f"tensorrt: not an ONNX file: {error}") from None
    cast_uint8_inputs_first(network)
    if half:
        use_half(network)
    return bytes(network.SerializeToString())


def _first_error(parser: Any) -> str:
    """The first error, with the operator where the library names it (10 and later)."""
    error = parser.get_error(0)
    if not hasattr(error, "node_name"):
        return f"node {error.node()} of the graph: {error.desc()}"
    return f"{error.node_operator()} ({error.node_name()}): {error.desc()}"
