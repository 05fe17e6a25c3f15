"""The search for fast kernels on this machine, for as long as it may take, and its records.

MetaSchedule (Shao, Zhou, Feng, Hou, Lai, Jin, Lin, Masuda, Yu, Chen, "Tensor Program Optimization
with Probabilistic Programs", NeurIPS 2022) compiles and times variants of every operator.
"""

from __future__ import annotations

import importlib
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import tvm
from tvm.s_tir import meta_schedule
from tvm.s_tir.analysis import estimate_tir_flops
from tvm.s_tir.meta_schedule import relax_integration
from tvm.s_tir.meta_schedule.search_strategy import EvolutionarySearch
from tvm.s_tir.transform import RemoveWeightLayoutRewriteBlock

INTRINSICS = "tvm.s_tir.tensor_intrin"
WORKLOADS, TRIALS = "workloads.json", "trials.json"

POPULATION, GENERATIONS = 128, 2
"""Of the evolution between measurements: a quarter of TVM's, which takes some forty times as long
to propose a variant."""
TRIALS_AT_ONCE = 16
LEAST_SHARE = 0.001
"""Of the network's arithmetic: operators that do less are left as they are."""
VARIANT_LIMIT_S = 30.0
"""To build or time one variant, which takes seconds. Some of YOLOv4's first convolution take
minutes to build: a round of sixteen then outlasted what is kept for building the library."""


def open_records(folder: Path | None) -> Any:
    """The tuning records in a folder, which is made; without one, records that are not kept."""
    if folder is None:
        return meta_schedule.database.MemoryDatabase()
    folder.mkdir(parents=True, exist_ok=True)
    return meta_schedule.database.JSONDatabase(str(folder / WORKLOADS), str(folder / TRIALS))


def tune(
    module: Any,
    target: Any,
    records: Any,
    limit_s: float,
    threads: int,
    progress: Callable[[str], None],
) -> None:
    """Search for `limit_s`, but one round of trials at least.

    Every operator gets one round of trials, those that compute most first, so that a short search
    is spent on them. Then the next round goes to whichever takes most of the network's time, the
    less the more rounds it has had. TVM's own scheduler gives up what it measured when it is ended.
    """
    end = time.monotonic() + limit_s
    _load_intrinsics_of_processors()
    tasks = _worth_tuning(relax_integration.extract_tasks(module, target))
    rounds = [0] * len(tasks)
    with tempfile.TemporaryDirectory(prefix="okng-tvm-") as logs:
        contexts, weights = relax_integration.extracted_tasks_to_tune_contexts(
            tasks,
            logs,
            strategy=EvolutionarySearch(population_size=POPULATION, genetic_num_iters=GENERATIONS),
            num_threads=threads,
            seed=0,
        )
        builder = meta_schedule.builder.LocalBuilder(
            max_workers=threads, timeout_sec=VARIANT_LIMIT_S, f_build=_build
        )
        runner = meta_schedule.runner.LocalRunner(timeout_sec=VARIANT_LIMIT_S)
        cost_model = meta_schedule.cost_model.CostModel.create("xgb", num_tuning_cores=threads)
        while tasks:
            best_s = [_best_s(records, context) for context in contexts]
            shares_s = [best * weight for best, weight in zip(best_s, weights, strict=True)]
            number = _next(rounds, shares_s)
            meta_schedule.tune_tasks(
                tasks=[contexts[number]],
                task_weights=[weights[number]],
                work_dir=logs,
                max_trials_global=TRIALS_AT_ONCE,
                num_trials_per_iter=TRIALS_AT_ONCE,
                builder=builder,
                runner=runner,
                database=records,
                cost_model=cost_model,
            )
            rounds[number] += 1
            tuned = sum(count > 0 for count in rounds)
            progress(f"{sum(rounds) * TRIALS_AT_ONCE} trials, {tuned} of {len(tasks)} operators")
            if time.monotonic() > end:
                break


def _load_intrinsics_of_processors() -> None:
    """Keep TVM from loading those of GPUs besides, which takes a minute and more.

    It imports the package whose place is taken here, and with it all that the package has.
    """
    if INTRINSICS in sys.modules:
        return
    package = ModuleType(INTRINSICS)
    package.__path__ = [str(Path(tvm.__file__).parent / "s_tir/tensor_intrin")]
    sys.modules[INTRINSICS] = package
    for part in ("x86", "arm_cpu"):
        importlib.import_module(f"{INTRINSICS}.{part}")


def _worth_tuning(tasks: list[Any]) -> list[Any]:
    """The operators that compute most of all, in that order."""
    flops = {task: task.weight * estimate_tir_flops(task.mod) for task in tasks}
    least = LEAST_SHARE * sum(flops.values())
    return sorted((one for one in tasks if flops[one] >= least), key=lambda one: -flops[one])


def _next(rounds: list[int], shares_s: list[float]) -> int:
    """Number of the operator that is tuned next."""
    if 0 in rounds:
        return rounds.index(0)
    return max(range(len(rounds)), key=lambda number: shares_s[number] / rounds[number])


def _best_s(records: Any, context: Any) -> float:
    """How long the best variant of an operator takes; 0 where none has run yet."""
    best = records.get_top_k(records.commit_workload(context.mod), 1)
    return float(min(best[0].run_secs)) if best else 0.0


def _build(module: Any, target: Any, _: Any) -> Any:
    """As TVM builds a variant, but without loading the tensor intrinsics of GPUs."""
    return tvm.tirx.build(RemoveWeightLayoutRewriteBlock(skip_tensor_rewrite=True)(module), target)
