"""Our own judge call: a picture in, its verdict out, beside the line and never in its way."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from contextlib import contextmanager

from apiflask import APIBlueprint
from flask import Response, abort, request
from pydantic import Field, model_validator

from okng.device.hosting.commands import HostedJudgement, PictureJudgement, VersionChoice
from okng.device.types import Name
from okng.models.strict_model import StrictModel
from okng.webui.body_limits import takes_upload
from okng.webui.images.heatmap import (
    MOST_OVERLAY_PIXELS,
    OVERLAY_BYTES_PER_PIXEL,
    heat_map_png,
)
from okng.webui.openapi import Responses, error_response
from okng.webui.services import services

judge = APIBlueprint("judge", __name__, tag="Judge")

FILES = ("image/png", "image/jpeg", "image/bmp", "image/tiff", "application/octet-stream")
FORM = "multipart/form-data"
PNG = "image/png"
SMALL_BYTES = 8_000_000
"""A picture's file up to this size is held without asking for memory."""

REFUSALS: Responses = {
    409: error_response("The model or recipe can't be used"),
    415: error_response("The body is neither a picture file nor a form"),
    507: error_response("The model doesn't fit into `hosting.memory_limit_mb`"),
}


class JudgeParameters(StrictModel):
    """By what a picture is judged: a model, or a stored recipe as on the line."""

    model: Name | None = None
    """Name of an anomaly model or a detector; one that isn't hosted is started for the call."""
    recipe: Name | None = None
    """Name of a recipe, with its models, rules and threshold."""
    version: int | None = Field(default=None, ge=1)
    """Of the model or recipe. Without it: the recipe's newest; the model's newest that is hosted,
    or else its newest."""
    threshold: float | None = None
    """Instead of the model's own; a recipe has its own."""
    heatmap: bool = False
    """Whether the answer has the heat map, a PNG to lay over the picture, in base64."""

    @model_validator(mode="after")
    def _is_by_one(self) -> JudgeParameters:
        if (self.model is None) is (self.recipe is None):
            raise ValueError("give either model or recipe")
        if self.recipe and self.threshold is not None:
            raise ValueError("a recipe has its own threshold: give no other")
        return self


class JudgeAnswer(PictureJudgement):
    """The judgement of a picture that was sent."""

    heatmap: str | None = None
    """PNG in base64; null if it was not asked for, or no anomaly model ran."""


@judge.post("/judge")
@judge.input(JudgeParameters, location="query", arg_name="by")
@judge.output(JudgeAnswer)
@judge.doc(responses=REFUSALS)
@takes_upload
def judge_picture(by: JudgeParameters) -> JudgeAnswer | Response:
    """Judges a picture; with `Accept: image/png` the answer is the heat map alone.

    The answer as PNG has the verdict in the headers `X-Okng-Verdict`, `X-Okng-Score` and
    `X-Okng-Threshold`.
    """
    _check_media_type()
    named = by.model or by.recipe
    assert named
    choice = VersionChoice(name=named, version=by.version)
    with _picture() as picture:
        judged = services().hosting.judge(
            picture,
            model=choice if by.model else None,
            recipe=choice if by.recipe else None,
            threshold=by.threshold,
            start_on_demand=True,
        )
    if request.accept_mimetypes.best_match(["application/json", PNG]) == PNG:
        return _png_response(judged)
    fields = {name: getattr(judged, name) for name in PictureJudgement.model_fields}
    heatmap = _heat_map(judged) if by.heatmap else None
    return JudgeAnswer(**fields, heatmap=heatmap and base64.b64encode(heatmap).decode())


def _check_media_type() -> None:
    if request.mimetype not in (*FILES, FORM):
        abort(
            415,
            f"the body is {request.mimetype or 'of no named type'}; send a picture as one of "
            f"{', '.join(FILES)}, or as the file `file` of {FORM}",
        )


@contextmanager
def _picture() -> Iterator[bytes]:
    """The bytes of the picture's file, while there is memory for them."""
    length = request.content_length or 0
    if length <= SMALL_BYTES:
        yield _read()
        return
    # The bytes themselves, and their copy on the way to the hosting process.
    with services().picture_memory.reserve(2 * length):
        yield _read()


def _read() -> bytes:
    if request.mimetype != FORM:
        return request.stream.read()
    files = request.files.getlist("file")
    if len(files) != 1:
        abort(422, f"the form has {len(files)} files called `file`; one is needed")
    data: bytes = files[0].read()
    return data


def _png_response(judged: HostedJudgement) -> Response:
    png = _heat_map(judged)
    if png is None:
        abort(409, f"there is no heat map: {judged.reason or 'no anomaly model ran'}")
    response = Response(png, mimetype=PNG)
    response.headers["X-Okng-Verdict"] = judged.verdict or "none"
    response.headers["X-Okng-Score"] = repr(judged.score)
    response.headers["X-Okng-Threshold"] = repr(judged.threshold)
    return response


def _heat_map(judged: HostedJudgement) -> bytes | None:
    scores = judged.anomaly_map
    if scores is None:
        return None
    size = judged.picture_size
    pixels = min(MOST_OVERLAY_PIXELS, size.width * size.height)
    with services().picture_memory.reserve(pixels * OVERLAY_BYTES_PER_PIXEL):
        return heat_map_png(scores, judged.threshold, size.width, size.height, judged.crop)
