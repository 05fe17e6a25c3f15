"""JavaScript bundles: the pages' ES modules in a few files, made when the server starts.

A browser asks for modules one by one as it finds their imports, and over a slow link each round
costs its latency. So a module with all that it imports is one file, and so is each module that is
imported by `import()`, such as a page. Each module becomes a function that is called once, in the
order of the imports; names stay apart as they do in modules. The sources stay as they are written,
without comments. Forms that the modules don't use (default exports, `import *`, circles) are
refused by name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

_COMMENT = re.compile(r"^[ \t]*//[^\n]*\n|/\*\*\s.*?\*/|^/\*\s.*?\*/", re.MULTILINE | re.DOTALL)
"""A comment that begins its line, which may hold exports, or one for the type checker anywhere."""
_EMPTY_LINES = re.compile(r"\n\s*\n")
_IMPORT = re.compile(r'^import\s*\{([^}]*)\}\s*from\s*"([^"]+)";', re.MULTILINE)
_LATER_IMPORT = re.compile(r'\bimport\("([^"]+)"\)')
_EXPORT_FROM = re.compile(r'^export\s*\{([^}]*)\}\s*from\s*"([^"]+)";', re.MULTILINE)
_EXPORT_LIST = re.compile(r"(?:^|(?<=;))export\s*\{([^}]*)\};?", re.MULTILINE)
_EXPORT_DECLARED = re.compile(
    r"^export\s+((?:async\s+)?function\*?|class|const)\s+(\w+)", re.MULTILINE
)
_OTHER = re.compile(r"^(?:import|export)\b[^\n]*", re.MULTILINE)

Renamed = tuple[str, str]
"""A key of an object, and the variable of its value."""


class BundleError(ValueError):
    """A module has a form of import or export that the bundles don't know."""


@dataclass
class _File:
    """The modules of one bundle in the order in which they run."""

    parts: dict[Path, str] = field(default_factory=dict)
    later: list[Path] = field(default_factory=list)
    """Modules that these import when they are needed."""


def bundle_modules(entry: Path, root: Path, name: str) -> dict[str, str]:
    """Returns the bundle of `entry` as `name`, and one of each module that is imported later.

    Raises:
        BundleError: an import or export has an unknown form, or imports go in a circle.
        OSError: a module is missing.
    """
    root = root.resolve()
    first = _File()
    _add(entry.resolve(), root, first, ())
    files = {name: "export const modules = {};\n" + "".join(first.parts.values())}
    for module in first.later:
        file = _File()
        _add(module, root, file, ())
        # Several may bring the same module: it runs once, as the state that it keeps is one.
        parts = [part for path, part in file.parts.items() if path not in first.parts]
        files[module.name] = f'import {{ modules }} from "./{name}";\n' + "".join(parts)
    return files


def _add(module: Path, root: Path, file: _File, importers: tuple[Path, ...]) -> None:
    """Adds a module behind those that it imports."""
    if module in importers:
        circle = " -> ".join(path.name for path in (*importers, module))
        raise BundleError(f"circular import: {circle}")
    if module in file.parts:
        return
    source = _COMMENT.sub("", module.read_text())
    for _, address in _IMPORT.findall(source) + _EXPORT_FROM.findall(source):
        _add((module.parent / address).resolve(), root, file, (*importers, module))
    file.later += [(module.parent / address).resolve() for address in _LATER_IMPORT.findall(source)]
    file.parts[module] = _as_function(source, module, root)


def _as_function(source: str, module: Path, root: Path) -> str:
    """The module as an entry of `modules`, which holds what each exports."""
    exports: list[Renamed] = []

    def key(address: str) -> str:
        return json.dumps((module.parent / address).resolve().relative_to(root).as_posix())

    def imported(match: re.Match[str]) -> str:
        return f"const {_object(_renamed(match[1]))} = modules[{key(match[2])}];"

    def imported_later(match: re.Match[str]) -> str:
        return f'import("./{Path(match[1]).name}").then(() => modules[{key(match[1])}])'

    def exported_from(match: re.Match[str]) -> str:
        exports.extend((new, new) for _, new in _renamed(match[1]))
        return imported(match)

    def exported_list(match: re.Match[str]) -> str:
        exports.extend((new, old) for old, new in _renamed(match[1]))
        return ""

    def declared(match: re.Match[str]) -> str:
        exports.append((match[2], match[2]))
        return f"{match[1]} {match[2]}"

    body = _IMPORT.sub(imported, source)
    body = _EXPORT_FROM.sub(exported_from, body)
    body = _EXPORT_LIST.sub(exported_list, body)
    body = _EXPORT_DECLARED.sub(declared, body)
    if unknown := _OTHER.search(_LATER_IMPORT.sub("", body)):
        raise BundleError(f"{module.relative_to(root)}: the bundles don't know `{unknown[0]}`")
    body = _LATER_IMPORT.sub(imported_later, body)
    lines = _EMPTY_LINES.sub("\n", body).strip()
    function = f"(() => {{\n{lines}\nreturn {_object(exports)};\n}})"
    return f"modules[{key(module.name)}] ??= {function}();\n"


def _object(properties: Iterable[Renamed]) -> str:
    """An object literal, or the pattern of a destructuring."""
    pairs = (key if key == variable else f"{key}: {variable}" for key, variable in properties)
    return f"{{ {', '.join(pairs)} }}"


def _renamed(names: str) -> list[Renamed]:
    """The names of `a, b as c` in braces, each with the one that it gets."""
    pairs = (name.split(" as ") for name in names.split(",") if name.strip())
    return [(pair[0].strip(), pair[-1].strip()) for pair in pairs]
