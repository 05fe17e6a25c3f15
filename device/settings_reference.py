"""The settings' reference as Markdown, from the settings classes and their docstrings."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator
from pathlib import PurePath
from typing import get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from okng.device.settings import StationSettings
from okng.device.settings_fields import allowed, models_in, type_word

INTRODUCTION = """\
# Settings

Written by `make docs` from the settings classes; a test keeps it fresh.

A station's settings are one TOML file: the one named by `$OKNG_CONFIG`, or else
`/etc/okng/okng.toml` if it is there. Environment variables win over it: `__` goes one table down,
a number into an array (`OKNG_WEB__PORT=8090`, `OKNG_SINKS__0__HOST=broker`). A value that begins
with `[` or `{` is JSON and replaces the whole array or table. An unknown key is an error.

`okng settings show` prints what is in force and where each value came from. Exposure,
trigger, model, threshold and outputs are no settings: they are the recipe, edited in the browser.
"""


def reference() -> str:
    """The whole reference."""
    return INTRODUCTION + "".join(_section(StationSettings, ""))


def _section(model: type[BaseModel], header: str) -> Iterator[str]:
    """The table of one class, then those of the tables in it."""
    yield f"\n## {header}\n" if header else "\n## The root of the file\n"
    yield f"\n{inspect.getdoc(model)}\n"
    meanings = attribute_docs(model)
    tables = {name: list(_variants(field)) for name, field in model.model_fields.items()}
    keys = {name: field for name, field in model.model_fields.items() if not tables[name]}
    yield "\n| key | allowed | default | meaning |\n|---|---|---|---|\n"
    for name, field in keys.items():
        yield _row(name, field, meanings.get(name, ""))
    for name, variants in tables.items():
        for variant in variants:
            yield from _section(variant, _header(name, model.model_fields[name], variant))


def _variants(field: FieldInfo) -> Iterator[type[BaseModel]]:
    return models_in(field.annotation, *field.metadata)


def _header(name: str, field: FieldInfo, variant: type[BaseModel]) -> str:
    table = f"`[[{name}]]`" if get_origin(field.annotation) is tuple else f"`[{name}]`"
    word = type_word(variant)
    return f'{table} with `type = "{word}"`' if word else table


def _row(name: str, field: FieldInfo, meaning: str) -> str:
    cells = (f"`{name}`", allowed(field), _default(name, field), " ".join(meaning.split()))
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def _default(name: str, field: FieldInfo) -> str:
    if field.is_required() or name == "type":
        return "required"
    if field.default_factory:
        return "see meaning"
    if field.default is None or field.default == ():
        return "none"
    if isinstance(field.default, str | PurePath):
        return f'`"{field.default}"`'
    return f"`{str(field.default).lower() if isinstance(field.default, bool) else field.default}`"


def attribute_docs(model: type[BaseModel]) -> dict[str, str]:
    """The texts that stand below the attributes of a class and of its bases.

    Read from the source, because to have pydantic collect them costs every start of the daemon.
    """
    texts: dict[str, str] = {}
    for cls in reversed(model.__mro__):
        if issubclass(cls, BaseModel) and cls is not BaseModel:
            texts |= _docs_in(textwrap.dedent(inspect.getsource(cls)))
    return texts


def _docs_in(source: str) -> dict[str, str]:
    texts: dict[str, str] = {}
    body = ast.parse(source).body[0]
    assert isinstance(body, ast.ClassDef)
    for attribute, after in zip(body.body, body.body[1:], strict=False):
        if (
            isinstance(attribute, ast.AnnAssign)
            and isinstance(attribute.target, ast.Name)
            and isinstance(after, ast.Expr)
            and isinstance(after.value, ast.Constant)
            and isinstance(after.value.value, str)
        ):
            texts[attribute.target.id] = inspect.cleandoc(after.value.value)
    return texts
