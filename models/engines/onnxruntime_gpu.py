"""ONNX Runtime on NVIDIA's graphics cards: by CUDA, and by its TensorRT provider."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any, ClassVar

from okng.models.engines.compiler import Int8Style, Precision
from okng.models.engines.onnxruntime_compiler import OnnxRuntimeCompiler

BOARD = Path("/proc/device-tree/model")
INSTALL = (
    "install ONNX Runtime for NVIDIA instead of the plain one: pip uninstall onnxruntime, then "
    "pip install 'onnxruntime-gpu[cuda,cudnn]'; on a Jetson NVIDIA's own wheel (docs/engines.md)"
)


class OnnxRuntimeCudaCompiler(OnnxRuntimeCompiler):
    """Compiler for ONNX Runtime's CUDA provider, in FP32 without TF32."""

    name = "onnxruntime-cuda"
    # ONNX Runtime refuses it for this provider.
    runs_operators_in_parallel: ClassVar = False
    provider: ClassVar = "CUDAExecutionProvider"
    precisions: ClassVar[tuple[Precision, ...]] = ("fp32",)

    def _options(self, precision: Precision) -> dict[str, Any]:
        # TF32 would keep only ten bits of the mantissa.
        return {"use_tf32": "0"}

    def _device(self) -> str:
        return graphics_card()

    def _what_to_install(self) -> str:
        return f"this ONNX Runtime has no {self.provider}; {INSTALL}"


class OnnxRuntimeTensorrtCompiler(OnnxRuntimeCudaCompiler):
    """Compiler for ONNX Runtime's TensorRT provider, whose engine is kept in the build."""

    name = "onnxruntime-tensorrt"
    provider: ClassVar = "TensorrtExecutionProvider"
    precisions: ClassVar[tuple[Precision, ...]] = ("fp32", "fp16", "bf16", "int8")
    int8: ClassVar[Int8Style] = "tensorrt"

    def _options(self, precision: Precision) -> dict[str, Any]:
        kinds = ("fp16", "bf16", "int8")
        return {"trt_engine_cache_enable": "1", "trt_timing_cache_enable": "1"} | {
            f"trt_{kind}_enable": "1" for kind in kinds if kind == precision
        }

    def _options_of_place(self, folder: Path) -> dict[str, Any]:
        return {"trt_engine_cache_path": str(folder), "trt_timing_cache_path": str(folder)}


def graphics_card(board: Path = BOARD) -> str:
    """The driver's name of the first graphics card; on a Jetson the board's name."""
    if board.is_file():
        return board.read_text(encoding="utf-8").strip("\0\n ")
    ask = ["nvidia-smi", "--query-gpu=name,compute_cap", "--format=csv,noheader", "--id=0"]
    try:
        answer = subprocess.run(ask, capture_output=True, text=True, timeout=20, check=True)
    except (OSError, subprocess.SubprocessError):
        return "graphics card"
    return answer.stdout.strip()
