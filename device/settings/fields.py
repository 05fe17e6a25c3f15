"""Fields of the settings classes: which one a path leads to, and its allowed values in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, get_args

from pydantic import BaseModel, TypeAdapter
from pydantic.fields import FieldInfo

from okng.device.settings.toml_positions import KeyPath
from okng.models.names import NAME_PATTERN, NAME_RULE


@dataclass(frozen=True)
class Place:
    """The place in the tree at which pydantic reports an error."""

    path: KeyPath
    """As in the file: without the words that pydantic puts in for a variant of a union."""
    table: type[BaseModel]
    """The class of the table that holds the last key."""
    field: FieldInfo | None
    """None for an unknown key."""


def place(root: type[BaseModel], location: KeyPath) -> Place:
    """Follows the `loc` of a pydantic error down the settings classes."""
    path: KeyPath = ()
    table, field = root, None
    variants: list[type[BaseModel]] = [root]
    # Once a variant is chosen, its word is a key like any other, and a wrong one.
    tag_follows = False
    for part in location:
        if isinstance(part, int):
            path = (*path, part)
            continue
        tagged = {type_word(variant): variant for variant in variants}
        if tag_follows and part in tagged:
            variants, tag_follows = [tagged[part]], False
            continue
        if len(variants) != 1:
            return Place((*path, part), table, field)
        table = variants[0]
        path = (*path, part)
        field = table.model_fields.get(part)
        if field is None:
            break
        variants = list(models_in(field.annotation, *field.metadata))
        tag_follows = True
        if not variants:
            break
    return Place(path, table, field)


def models_in(*annotations: Any) -> Iterator[type[BaseModel]]:
    """The settings classes that a field's annotation allows."""
    for annotation in annotations:
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            yield annotation
        else:
            yield from models_in(*get_args(annotation))


def type_word(model: type[BaseModel]) -> str | None:
    """The `type` by which a table of a union is told apart; None for a class without one."""
    field = model.model_fields.get("type")
    return str(field.default) if field else None


def type_words(field: FieldInfo) -> list[str]:
    """The `type` words that a union field allows."""
    words = (type_word(model) for model in models_in(field.annotation, *field.metadata))
    return sorted(word for word in words if word)


def allowed(field: FieldInfo) -> str:
    """The allowed values in words: `1 to 65535`, `debug, info, warning, error`."""
    annotated: Any = field.annotation
    for constraint in field.metadata:
        annotated = Annotated[annotated, constraint]
    return _in_words(TypeAdapter(annotated).json_schema())


def is_secret(name: str) -> bool:
    """Whether a key's value is a secret, which is never shown."""
    return name.endswith(("password", "secret", "secret_access_key", "token", "apprise_url"))


def _in_words(schema: dict[str, Any]) -> str:
    if "anyOf" in schema:
        words = (_in_words(option) for option in schema["anyOf"] if option.get("type") != "null")
        return " or ".join(dict.fromkeys(words))
    if "oneOf" in schema:
        return " or ".join(dict.fromkeys(_in_words(option) for option in schema["oneOf"]))
    if "const" in schema:
        return str(schema["const"])
    if "enum" in schema:
        return ", ".join(str(value) for value in schema["enum"])
    kind = schema.get("type")
    if kind in ("integer", "number"):
        return _range_in_words(schema)
    if kind == "string":
        return _text_in_words(schema)
    return {"boolean": "true or false", "array": "an array"}.get(str(kind), "a table")


def _range_in_words(schema: dict[str, Any]) -> str:
    kind = "a whole number" if schema["type"] == "integer" else "a number"
    low, above, high = (schema.get(bound) for bound in ("minimum", "exclusiveMinimum", "maximum"))
    if low is not None and high is not None:
        return f"{kind}, {low} to {high}"
    limits = [
        f"{low} or more" if low is not None else "",
        f"above {above}" if above is not None else "",
        f"at most {high}" if high is not None else "",
    ]
    return ", ".join([kind, *filter(None, limits)])


def _text_in_words(schema: dict[str, Any]) -> str:
    if schema.get("pattern") == NAME_PATTERN:
        return NAME_RULE
    if "pattern" in schema:
        return f"text that matches `{schema['pattern']}`"
    if schema.get("format") == "path":
        return "a path"
    return f"text of at most {schema['maxLength']} characters" if "maxLength" in schema else "text"
