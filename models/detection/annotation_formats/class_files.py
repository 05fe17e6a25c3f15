"""Class files: the names of the classes that darknet's labels number.

LabelImg writes a `classes.txt` into every folder in which it saves labels, each with its own order;
Label Studio's YOLO export has a `notes.json` as well; YOLOv5 and later have one `data.yaml` for a
whole tree (https://docs.ultralytics.com/datasets/detect/).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

from okng.models.boxes import ClassName
from okng.models.detection.annotation_formats.annotation_file import (
    AnnotationError,
    Record,
    read_json,
    read_text,
    shortened,
)
from okng.models.detection.class_names import read_class_names
from okng.models.errors import ImportedModelError

CLASS_FILES = ("obj.names", "classes.txt", "classes.names")
NOTES = "notes.json"
_YAML_ENDINGS = (".yaml", ".yml")
_MAX_YAML_BYTES = 1_000_000


@dataclass(frozen=True)
class ClassNames:
    """Class names by number, with the file that they come from."""

    path: Path
    names: Mapping[int, str]


class _Category(BaseModel):
    id: int
    name: ClassName


class _Notes(BaseModel):
    categories: list[_Category]


_NOTES: Record[_Notes] = Record(_Notes)
_NAMES: Record[list[ClassName] | dict[int, ClassName]] = Record(
    list[ClassName] | dict[int, ClassName]  # type: ignore[arg-type]
)


def read_class_file(path: Path) -> ClassNames:
    """The names in a text file, a `notes.json` or a `data.yaml`; raises `AnnotationError`."""
    try:
        if path.suffix.lower() == ".json":
            return ClassNames(path, _of_notes(read_json(path)))
        if path.suffix.lower() in _YAML_ENDINGS:
            return ClassNames(path, _of_yaml(_load_yaml(path)))
        return ClassNames(path, dict(enumerate(read_class_names(path))))
    except ImportedModelError as error:
        raise AnnotationError(str(error)) from None
    except AnnotationError as error:
        text = str(error)
        raise AnnotationError(text if text.startswith(str(path)) else f"{path}: {text}") from None


class ClassFiles:
    """Finds the class names for the labels in a folder: in that folder, or the nearest above it.

    Raises `AnnotationError` where there are none, and where two files for the same labels differ.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._known: dict[Path, tuple[ClassNames | None, ClassNames | None]] = {}

    def of(self, folder: Path) -> ClassNames:
        """The class names for labels in a folder, which is the root or below it."""
        own, of_tree = self._files(folder)
        if own and of_tree:
            _check_same([own, of_tree])
        names = own or of_tree
        if names is None:
            raise AnnotationError(
                f"{folder}: has none of {', '.join(CLASS_FILES)}, {NOTES}, data.yaml; give the "
                "class file with --classes, one name per line"
            )
        return names

    def _files(self, folder: Path) -> tuple[ClassNames | None, ClassNames | None]:
        """The nearest class file of a folder, and the nearest YAML of a whole tree."""
        if folder not in self._known:
            above = self._files(folder.parent) if folder != self._root else (None, None)
            own = _check_same([read_class_file(path) for path in _own_files(folder)])
            of_tree = _check_same(list(_yaml_files(folder)))
            self._known[folder] = own or above[0], of_tree or above[1]
        return self._known[folder]


def _own_files(folder: Path) -> list[Path]:
    return [folder / name for name in (*CLASS_FILES, NOTES) if (folder / name).is_file()]


def _yaml_files(folder: Path) -> Iterator[ClassNames]:
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in _YAML_ENDINGS and path.is_file():
            content = _load_yaml(path)
            # YAML files of training settings may lie there as well.
            if isinstance(content, dict) and "names" in content:
                yield read_class_file(path)


def _check_same(files: list[ClassNames]) -> ClassNames | None:
    for file in files[1:]:
        if file.names != files[0].names:
            raise AnnotationError(
                f"{files[0].path} has the classes {_listed(files[0])}, and {file.path} "
                f"{_listed(file)}; say with --classes which of them the labels mean"
            )
    return files[0] if files else None


def _listed(file: ClassNames) -> str:
    first = [f"{number} {name}" for number, name in sorted(file.names.items())[:8]]
    return ", ".join([*first, "..."] if len(file.names) > len(first) else first)


def _of_notes(content: Any) -> dict[int, str]:
    return _unique([(category.id, category.name) for category in _NOTES.read(content).categories])


def _of_yaml(content: Any) -> dict[int, str]:
    names = content.get("names") if isinstance(content, dict) else None
    if names is None:
        raise AnnotationError("has no names of classes")
    read = _NAMES.read(names)
    numbered = list(read.items() if isinstance(read, dict) else enumerate(read))
    count = content.get("nc")
    if count not in (None, str(len(numbered))):
        raise AnnotationError(f"nc is {shortened(count)}, and there are {len(numbered)} names")
    return _unique(numbered)


def _unique(numbered: list[tuple[int, str]]) -> dict[int, str]:
    names: dict[int, str] = {}
    for number, name in numbered:
        if number in names:
            raise AnnotationError(f"class {number} is both {names[number]!r} and {name!r}")
        if name in names.values():
            raise AnnotationError(f"two classes are called {name!r}")
        names[number] = name
    if not names:
        raise AnnotationError("has no names of classes")
    return names


class _Loader(yaml.BaseLoader):
    """Loads every scalar as text, since a class may be called `no`."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        # By aliases a few lines can expand to gigabytes.
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("has an alias, which is not allowed here")
        return super().compose_node(parent, index)

    def construct_mapping(self, node: Any, deep: bool = False) -> Any:
        mapping = super().construct_mapping(node, deep)
        if len(mapping) < len(node.value):
            keys = Counter(key.value for key, _ in node.value)
            raise yaml.YAMLError(f"the key {keys.most_common(1)[0][0]!r} is there twice")
        return mapping


def _load_yaml(path: Path) -> Any:
    text = read_text(path)
    if len(text) > _MAX_YAML_BYTES:
        raise AnnotationError(f"{path}: has more than {_MAX_YAML_BYTES} characters")
    try:
        return yaml.load(text, _Loader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        reason = " ".join(str(error).split())
        raise AnnotationError(f"{path}: cannot be read as YAML: {reason[:200]}") from None
