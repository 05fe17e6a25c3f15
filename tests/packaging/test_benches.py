"""The benchmarks run with `--quick`, and without packages that only tests need."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TESTS = ROOT / "tests"
BENCHES = sorted((TESTS / "bench").glob("bench_*.py"))
IN_TRAIN_ENVIRONMENT = ("bench_anomalib.py", "bench_yolov4.py")
"""Benchmarks that the Makefile runs in .venv-train, which has the extras below but not [dev]."""
ITS_EXTRAS = ("train", "demo", "bench")


def dev_only_modules() -> set[str]:
    """Modules that an environment without [dev] lacks."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]

    def names(requirements: list[str]) -> set[str]:
        matches = (re.match(r"[\w.-]+", requirement) for requirement in requirements)
        return {name[0].lower() for name in matches if name}

    elsewhere = names(project["dependencies"]).union(
        *(names(extras[extra]) for extra in ITS_EXTRAS)
    )
    only = names(extras["dev"]) - elsewhere
    return {
        module
        for module, distributions in packages_distributions().items()
        if {name.lower() for name in distributions} <= only
    }


def imported(path: Path) -> set[str]:
    """Top-level modules that importing a file imports, through the tests' own modules."""
    waiting, met, modules = [path], set[Path](), set[str]()
    while waiting:
        file = waiting.pop()
        if file in met:
            continue
        met.add(file)
        for name in module_level_imports(file):
            own = [
                folder / f"{name.replace('.', '/')}{end}"
                for folder in (TESTS, TESTS / "bench")
                for end in (".py", "/__init__.py")
            ]
            waiting += [path for path in own if path.is_file()]
            modules.add(name.partition(".")[0])
    return modules


def module_level_imports(file: Path) -> Iterator[str]:
    for node in ast.parse(file.read_text()).body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("name", IN_TRAIN_ENVIRONMENT)
def test_a_bench_of_the_training_environment_imports_nothing_of_dev(name: str) -> None:
    only_dev = dev_only_modules()
    assert {"pytest", "playwright", "hypothesis"} <= only_dev
    modules = imported(TESTS / "bench" / name)
    assert {"okng", "numpy"} <= modules
    assert not modules & only_dev


@pytest.mark.parametrize("bench", BENCHES, ids=lambda bench: bench.name)
def test_every_bench_has_a_quick_run(bench: Path) -> None:
    """`make test-slow` runs each of them so."""
    calls = [node for node in ast.walk(ast.parse(bench.read_text())) if isinstance(node, ast.Call)]
    arguments = {
        call.args[0].value for call in calls if call.args and isinstance(call.args[0], ast.Constant)
    }
    assert "--quick" in arguments


def test_the_slow_tests_run_all_benches_quickly() -> None:
    makefile = (ROOT / "Makefile").read_text()
    slow = makefile.partition("\ntest-slow:")[2].partition("\n\n")[0]
    assert "$(MAKE) bench ARGS=--quick" in slow
    for name in IN_TRAIN_ENVIRONMENT:
        assert name.removeprefix("bench") in makefile
