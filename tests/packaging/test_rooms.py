"""No import cycles between packages: a reader of a room has to know only the rooms below it.

    python tests/packaging/test_rooms.py

lists the cycles, each with the imports that make it. Imports inside functions and for types only
count as well. import-linter's layers define the order of the rooms in each folder; this test also
sees the packages inside a room.
"""

from __future__ import annotations

import ast
import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

REPOSITORY = Path(__file__).parents[2]
FOLDERS = ("cloud_sync", "device", "models", "webui")


class Import(NamedTuple):
    """An import of one module by another, both by their dotted names."""

    importer: str
    imported: str


def module_names(root: Path) -> dict[str, Path]:
    """Every module of the code folders by its dotted name; a package is its `__init__`."""
    modules = {}
    for folder in FOLDERS:
        for path in (root / folder).rglob("*.py"):
            name = ".".join(("okng", *path.relative_to(root).with_suffix("").parts))
            modules[name.removesuffix(".__init__")] = path
    return modules


def imports(root: Path) -> Iterator[Import]:
    """Every import of one module of okng by another, anywhere in the file."""
    modules = module_names(root)
    for importer, path in modules.items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                assert not node.level, f"{path}, line {node.lineno}: a relative import"
                # `from package import module` imports the module, not only the package.
                names = [f"{node.module}.{alias.name}" for alias in node.names]
                names = [name if name in modules else str(node.module) for name in names]
            yield from (Import(importer, name) for name in names if name in modules)


def package_imports(root: Path) -> dict[tuple[str, str], list[Import]]:
    """The imports between two different packages, by both packages."""
    modules = module_names(root)

    def package(module: str) -> str:
        is_package = modules[module].name == "__init__.py"
        return module if is_package else module.rpartition(".")[0]

    between = defaultdict(list)
    for statement in imports(root):
        edge = package(statement.importer), package(statement.imported)
        if edge[0] != edge[1]:
            between[edge].append(statement)
    return between


def circles(edges: Mapping[tuple[str, str], object]) -> list[list[str]]:
    """Groups of packages that reach each other by imports: the strongly connected components."""
    imported = defaultdict(set)
    for importer, package in edges:
        imported[importer].add(package)

    def reachable(start: str) -> set[str]:
        reached, waiting = set[str](), [start]
        while waiting:
            new = imported[waiting.pop()] - reached
            reached |= new
            waiting += new
        return reached

    reached_by = {package: reachable(package) for package in list(imported)}
    groups = {
        frozenset(neighbour for neighbour in reached if package in reached_by.get(neighbour, ()))
        for package, reached in reached_by.items()
        if package in reached
    }
    return sorted(sorted(group) for group in groups)


def test_no_packages_import_each_other_in_a_circle() -> None:
    edges = package_imports(REPOSITORY)
    assert len(edges) > 100
    assert circles(edges) == []


@pytest.mark.parametrize(
    ("file", "statement", "circle"),
    [
        (
            "models/evaluation/wrong.py",
            "import okng.models.inference.evaluate_model",
            {"okng.models.evaluation", "okng.models.inference"},
        ),
        (
            "device/store/wrong.py",
            "from typing import TYPE_CHECKING\n"
            "if TYPE_CHECKING:\n    from okng.device.jobs import store",
            {"okng.device.store", "okng.device.jobs"},
        ),
        (
            "models/detection/wrong.py",
            "def late() -> None:\n    from okng.models.detection.darknet import read_network",
            {"okng.models.detection", "okng.models.detection.darknet"},
        ),
    ],
)
def test_an_import_that_closes_a_circle_is_found(
    file: str, statement: str, circle: set[str], tmp_path: Path
) -> None:
    for folder in FOLDERS:
        shutil.copytree(REPOSITORY / folder, tmp_path / folder)
    (tmp_path / file).write_text(f'"""."""\n{statement}\n')
    (packages,) = circles(package_imports(tmp_path))
    assert circle <= set(packages)


if __name__ == "__main__":
    between_packages = package_imports(REPOSITORY)
    for group in circles(between_packages):
        print(f"circle of {', '.join(group)}")
        for (importer, package), made in sorted(between_packages.items()):
            if importer in group and package in group:
                print(f"  {importer} -> {package}: {made[0].importer} -> {made[0].imported}")
