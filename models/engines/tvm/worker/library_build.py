"""Library build: compiles an ONNX graph by Apache TVM into one library of code and parameters.

`python -m okng.models.engines.tvm.worker.library_build MODEL LIBRARY --target jetson-orin`
compiles for another machine.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import onnx
import tvm
from tvm import relax
from tvm.relax import pipeline, transform
from tvm.relax.frontend.onnx import from_onnx
from tvm.support import cc

from okng.models.engines.tvm.worker.targets import JETSONS, CompileTarget
from okng.models.engines.tvm.worker.tuning import open_records, tune

SCHEDULED = "tirx.is_scheduled"
"""TVM's attribute of functions whose kernel comes from the tuning records."""


def build_library(
    model: onnx.ModelProto,
    to: CompileTarget,
    library: Path,
    *,
    records: Path | None = None,
    tuning_s: float = 0,
    threads: int = 2,
    progress: Callable[[str], None],
) -> None:
    """Compile `model` into `library` with the best recorded kernels; for GPUs with default ones.

    `tuning_s` is how long to search for better kernels, on this machine's processor. Raises what
    TVM raises.
    """
    target = tvm.target.Target(dict(to.description))
    if to.is_gpu:
        executable = tvm.compile(from_onnx(model), target)
    else:
        records_file = open_records(records)
        with target:
            module = _operators(from_onnx(model), target)
        if tuning_s > 0:
            tune(module, target, records_file, tuning_s, threads, progress)
        progress("builds the library")
        with target, records_file, tvm.transform.PassContext(opt_level=3):
            executable = relax.build(module, target=target, relax_pipeline=_with_records())
    link = cc.create_shared if to.linker == "g++" else cc.cross_compiler(to.linker)
    executable.export_library(str(library), fcompile=link)


def _operators(module: Any, target: Any) -> Any:
    """Lower to fused operators, the units of tuning, whose weights may get another layout."""
    passes = [
        *pipeline.library_dispatch_passes(target),
        transform.DecomposeOpsForInference(),
        transform.CanonicalizeBindings(),
        transform.LegalizeOps(),
        transform.AnnotateTIROpPattern(),
        transform.FoldConstant(),
        transform.FuseOps(),
        transform.FuseTIR(),
        transform.AttachAttrLayoutFreeBuffers(),
    ]
    return tvm.transform.Sequential(passes)(module)


def _with_records() -> Any:
    """The pass that applies recorded kernels and changes the layout of weights at compile time."""
    return tvm.transform.Sequential(
        [
            transform.MetaScheduleApplyDatabase(),
            _split_off_layouts,
            transform.LiftTransformParams(),
            transform.FoldConstant(),
            transform.RewriteDataflowReshape(),
            transform.ToNonDataflow(),
            transform.RemovePurityChecking(),
            transform.CallTIRRewrite(),
            transform.StaticPlanBlockMemory(),
            transform.LowerAllocTensor(),
            transform.KillAfterLastUse(),
            transform.LowerRuntimeBuiltin(),
            transform.ComputePrimValue(),
            transform.VMShapeLower(),
            transform.AttachGlobalSymbol(),
        ]
    )


@tvm.transform.module_pass(opt_level=0)  # type: ignore[untyped-decorator]
def _split_off_layouts(module: Any, _: Any) -> Any:
    """Split the layout changes of weights in recorded kernels into functions of their own.

    TVM's pass fails at functions that call others, such as sorting, so it gets only those kernels.
    """
    settings = {
        name: function
        for name, function in module.functions_items()
        if isinstance(function, tvm.tirx.PrimFunc) and not function.attrs.get(SCHEDULED, False)
    }
    for name in settings:
        del module[name]
    module = transform.SplitLayoutRewritePreproc()(module)
    module.update(tvm.IRModule(settings))
    return module


@click.command()
@click.argument("model", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("library", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--target", type=click.Choice(sorted(JETSONS)), required=True)
@click.option(
    "--records",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
    help="What tuning found on such a Jetson; without it kernels are slow.",
)
def main(model: Path, library: Path, target: str, records: Path | None) -> None:
    """Compile the ONNX file MODEL into the shared library LIBRARY for a Jetson."""
    to = JETSONS[target]
    if records and to.is_gpu:
        raise click.UsageError("GPUs get TVM's default kernels, and no --records")
    build_library(onnx.load(model), to, library, records=records, progress=click.echo)


if __name__ == "__main__":
    main()
