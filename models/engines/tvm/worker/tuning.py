"""Kernel tuning on this machine within a time limit, and the records of it.

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
"""Size of the evolutionary search between measurements: a quarter of TVM's default, which takes
some forty times as long to propose a variant."""
TRIALS_AT_ONCE = 16
LEAST_SHARE = 0.001
"""Least share of the network's arithmetic for which an operator is tuned."""
VARIANT_LIMIT_S = 30.0
"""Limit for building or timing one variant, which usually takes seconds. Some of YOLOv4's first
convolution take minutes to build; a round of sixteen then used up the time for the library."""


def open_records(folder: Path | None) -> Any:
    """Open the tuning records in a folder, which is created; without one, temporary records."""
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
    """Search for `limit_s`, but at least for one round of trials.

    Every operator gets one round of trials, those with most arithmetic first, so that a short
    search is spent on them. Each further round goes to the operator with the largest share of the
    network's time, discounted by the rounds that it has had. TVM's own scheduler is not used, since
    it loses its measurements when it is interrupted.
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
    """Keep TVM from loading the intrinsics of GPUs as well, which takes over a minute.

    TVM imports the package that is replaced here, and with it everything in that package.
    """
    if INTRINSICS in sys.modules:
        return
    package = ModuleType(INTRINSICS)
    package.__path__ = [str(Path(tvm.__file__).parent / "s_tir/tensor_intrin")]
    sys.modules[INTRINSICS] = package
    for part in ("x86", "arm_cpu"):
        importlib.import_module(f"{INTRINSICS}.{part}")


def _worth_tuning(tasks: list[Any]) -> list[Any]:
    """The operators with enough arithmetic to be tuned, most first."""
    flops = {task: task.weight * estimate_tir_flops(task.mod) for task in tasks}
    least = LEAST_SHARE * sum(flops.values())
    return sorted((task for task in tasks if flops[task] >= least), key=lambda task: -flops[task])


def _next(rounds: list[int], shares_s: list[float]) -> int:
    """The index of the operator to tune next."""
    if 0 in rounds:
        return rounds.index(0)
    return max(range(len(rounds)), key=lambda number: shares_s[number] / rounds[number])


def _best_s(records: Any, context: Any) -> float:
    """Run time of the best variant of an operator; 0 where none was measured yet."""
    best = records.get_top_k(records.commit_workload(context.mod), 1)
    return float(min(best[0].run_secs)) if best else 0.0


def _build(module: Any, target: Any, _: Any) -> Any:
    """Build a variant as TVM does, but without loading the tensor intrinsics of GPUs."""
    return tvm.tirx.build(RemoveWeightLayoutRewriteBlock(skip_tensor_rewrite=True)(module), target)
