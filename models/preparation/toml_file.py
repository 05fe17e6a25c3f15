"""Preparations as TOML, for people and other stations."""

from __future__ import annotations

from http import HTTPStatus

import tomli_w
from pydantic import ValidationError

from okng.models.documents import parse_toml
from okng.models.errors import OkngError
from okng.models.preparation.preparation import Preparation
from okng.models.validation_words import explain_first


class PreparationFileError(OkngError, ValueError):
    """A TOML file that describes no preparation; the message says where and what is allowed."""

    http_status = HTTPStatus.UNPROCESSABLE_ENTITY


def to_toml(preparation: Preparation) -> str:
    """The preparation as TOML; what is not given is left out."""
    return tomli_w.dumps(preparation.model_dump(mode="json", exclude_none=True))


def from_toml(text: str, name: str) -> Preparation:
    """Read what `to_toml` wrote; `name` is what messages call the file.

    Raises `PreparationFileError` for what is no TOML, and for keys and values that a preparation
    does not have.
    """
    try:
        return Preparation.model_validate(parse_toml(text))
    except ValidationError as error:
        raise PreparationFileError(f"{name}: {explain_first(error)}") from None
    except ValueError as error:
        raise PreparationFileError(f"{name} is not TOML: {error}") from None
