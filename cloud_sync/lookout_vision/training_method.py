"""The method of CreateModel's training, which the API has no word for: a tag says it."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import JsonValue, TypeAdapter, ValidationError

from okng.cloud_sync.lookout_vision.errors import ServiceValidationError
from okng.cloud_sync.lookout_vision.shapes import Tag
from okng.models.training.methods import TrainingMethod
from okng.models.validation_words import explain_first

METHOD_TAG = "okng:method"
"""Key of the tag of a model, or of a project for all models trained from then on."""
_METHOD: TypeAdapter[object] = TypeAdapter(TrainingMethod)


def training_method(tags: Iterable[Tag]) -> dict[str, JsonValue]:
    """The parameter of a training job that these tags ask for; none for the default method.

    Raises:
        ServiceValidationError: the station knows no such method.
    """
    method = next((tag.value for tag in tags if tag.key == METHOD_TAG), None)
    if method is None:
        return {}
    try:
        _METHOD.validate_python({"type": method})
    except ValidationError as error:
        reason = explain_first(error)
        raise ServiceValidationError(f"The tag {METHOD_TAG} is {method!r}: {reason}") from None
    return {"method": {"type": method}}
