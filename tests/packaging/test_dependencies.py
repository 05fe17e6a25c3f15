import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
FOLDERS = ("device", "webui", "models", "cloud_sync", "tests")
OUR_OWN = {
    "okng",
    "support",
    "targets",
    "beside_anomalib",
    "beside_pytorch",
    "beside_servers",
    "bench_station",
    "edge_agent_pb2",
    "edge_agent_pb2_grpc",
}
"""With the stubs that a test of the edge agent generates for its client."""

ONLY_BY_HAND = {"models/backbone/build_efficientnet_lite0.py"}
"""Scripts that no part of okng runs; their docstring names what they need."""

COME_WITH = {
    "flask": "apiflask",
    "jinja2": "apiflask",
    "markupsafe": "apiflask",
    "pydantic-core": "pydantic",
    "tvm": "apache-tvm",
    "tvm-ffi": "apache-tvm-ffi",
    "werkzeug": "apiflask",
}
"""Imports that a declared package brings along as a part of its own interface, and packages called
otherwise than their module, which need not be installed here."""


def imported_modules(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def normalized(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def declared() -> set[str]:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    named = [
        *project["dependencies"],
        *(requirement for extra in extras.values() for requirement in extra),
    ]
    return {normalized(re.split(r"[<>=!~\[; ]", requirement)[0]) for requirement in named}


def test_every_package_that_is_imported_is_declared() -> None:
    """An import may work in a grown environment and fail in a fresh one."""
    distributions = packages_distributions()
    undeclared = set()
    for folder in FOLDERS:
        for path in (REPOSITORY / folder).rglob("*.py"):
            name = str(path.relative_to(REPOSITORY))
            if name in ONLY_BY_HAND:
                continue
            for module in set(imported_modules(path)) - OUR_OWN - set(sys.stdlib_module_names):
                sources = distributions.get(module, [module])
                names = {
                    COME_WITH.get(normalized(source), normalized(source)) for source in sources
                }
                if not names & declared():
                    undeclared.add(f"{name} imports {module}")
    assert sorted(undeclared) == []
