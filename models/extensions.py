"""Extension points: every class that stands in a package's files is registered by being there."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterable
from types import ModuleType
from typing import Any, TypeGuard, TypeVar

T = TypeVar("T")


def implementations(package: ModuleType, base: type[T]) -> list[type[T]]:
    """All concrete subclasses of `base` defined in the modules of `package`, by module name."""
    found: list[type[T]] = []
    for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda info: info.name):
        module = importlib.import_module(f"{package.__name__}.{info.name}")
        found += [
            value
            for value in vars(module).values()
            if _builds_on(value, base) and value.__module__ == module.__name__
        ]
    return found


def _builds_on(value: object, base: type[T]) -> TypeGuard[type[T]]:
    """Whether it is a concrete subclass; `issubclass` does not say it of protocols."""
    return (
        inspect.isclass(value)
        and value is not base
        and base in inspect.getmro(value)
        and not inspect.isabstract(value)
    )


def by_type(classes: Iterable[type[T]]) -> dict[str, type[T]]:
    """The implementations by the `type` word of their `settings_class`.

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
