"""Extension points: implementations are registered by being defined in a package's modules.

The modules of a sub-package count, too.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import Any, TypeGuard, TypeVar

T = TypeVar("T")


def implementations(package: ModuleType, base: type[T]) -> list[type[T]]:
    """All concrete subclasses of `base` that the package's modules define, by module name.

    A sub-package counts like a module, for an implementation in several files. Packages further
    down don't count, since they may need libraries that are imported only on use.
    """
    classes: list[type[T]] = []
    for module in _modules(package):
        classes += [
            value
            for value in vars(module).values()
            if _builds_on(value, base) and value.__module__ == module.__name__
        ]
    return classes


def _modules(package: ModuleType, *, depth: int = 2) -> Iterator[ModuleType]:
    for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda info: info.name):
        if info.ispkg and depth == 1:
            continue
        module = importlib.import_module(f"{package.__name__}.{info.name}")
        yield module
        if info.ispkg:
            yield from _modules(module, depth=depth - 1)


def _builds_on(value: object, base: type[T]) -> TypeGuard[type[T]]:
    """Whether `value` is a concrete subclass; `issubclass` does not tell for protocols."""
    return (
        inspect.isclass(value)
        and value is not base
        and base in inspect.getmro(value)
        and not inspect.isabstract(value)
    )


def by_type(classes: Iterable[type[T]]) -> dict[str, type[T]]:
    """The implementations by the `type` of their `settings_class`.

    Raises:
        ValueError: two implementations claim the same word.
    """
    registry: dict[str, type[T]] = {}
    for cls in classes:
        settings_class: Any = cls.settings_class  # type: ignore[attr-defined]
        word = settings_class.model_fields["type"].default
        if word in registry:
            raise ValueError(
                f"type {word!r} is claimed by {registry[word].__name__} and {cls.__name__}"
            )
        registry[word] = cls
    return registry
