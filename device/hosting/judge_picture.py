"""Judging one picture that a program sent: decoded, then judged as on the line."""

from __future__ import annotations

import time
from collections.abc import Sequence

import numpy as np

from okng.device.hosting.commands import HostedJudgement, JudgePicture, StageMilliseconds
from okng.device.hosting.errors import HostingError, HugePictureError, UnusablePictureError
from okng.device.hosting.model_memory import HostableModel
from okng.device.hosting.settings import MEBIBYTE
from okng.device.inspection.inspect_image import ImageJudgement, inspect_image
from okng.device.inspection.loaded_recipe import LoadedRecipe, ModelMissingError, assemble_recipe
from okng.device.recipes.detection_rules import DetectionSettings
from okng.device.recipes.recipe import RecipeVersion
from okng.device.types import Outcome, PixelSize, Verdict
from okng.models.arrays import Image
from okng.models.images.decoding import DecodingError, decode
from okng.models.images.image_files import MAX_PIXELS
from okng.models.images.image_header import HeaderError, read_header
from okng.models.inference.anomaly_model import AnomalyModel
from okng.models.inference.detection_model import DetectionModel

NO_RULES = "a detector without a recipe has no rules, so it finds objects and judges nothing"


def judge_picture(
    command: JudgePicture,
    version: RecipeVersion,
    models: Sequence[HostableModel],
    memory_bytes: int,
    arrived_s: float,
) -> HostedJudgement:
    """Judges the attached picture by a recipe whose models are loaded.

    Args:
        command: The picture and how it is to be judged.
        version: The recipe; one without rules where a model alone is to judge.
        models: That the recipe names.
        memory_bytes: That decoding may take.
        arrived_s: When the picture came, on the monotonic clock.

    Raises:
        UnusablePictureError, HugePictureError: the picture can't be decoded.
        HostingError: the recipe can't be used with its models.
    """
    began_s = time.monotonic()
    image = _image(command, memory_bytes)
    decoded_s = time.monotonic()
    recipe = _assembled(version, models)
    judged = _judge(recipe, image)
    result, detected = judged.judgement, judged.detector_result
    scores = result.anomaly_map if result else None
    answer = HostedJudgement(
        verdict=Verdict(judged.outcome) if judged.outcome in (Outcome.OK, Outcome.NG) else None,
        reason=judged.reason,
        score=result.score if result else None,
        threshold=recipe.threshold,
        model=recipe.identity,
        detector=recipe.detector.identity if recipe.detector else None,
        recipe=version.reference if command.recipe else None,
        objects=judged.kept_objects,
        objects_left_out=len(judged.objects) - len(judged.kept_objects),
        picture_size=PixelSize(width=image.shape[1], height=image.shape[0]),
        crop=detected.crop if detected else None,
        map_shape=None if scores is None else (scores.shape[0], scores.shape[1]),
        latency=StageMilliseconds(
            queue_ms=(began_s - arrived_s) * 1e3,
            decode_ms=(decoded_s - began_s) * 1e3 if command.shape is None else None,
            preprocess_ms=judged.preprocess_ms,
            inference_ms=judged.inference_ms,
            total_ms=(time.monotonic() - arrived_s) * 1e3,
        ),
    )
    return answer if scores is None else answer.with_attachment(scores.tobytes())


def _assembled(version: RecipeVersion, models: Sequence[HostableModel]) -> LoadedRecipe:
    """The recipe with its models; a detector that was asked for as a model gets no rules."""
    anomaly = next((model for model in models if isinstance(model, AnomalyModel)), None)
    detector = next((model for model in models if isinstance(model, DetectionModel)), None)
    recipe = version.recipe
    if detector and recipe.model and recipe.detection is None:
        if recipe.threshold is not None:
            raise HostingError(f"{recipe.model.name} is a detector, which has no threshold")
        alone = recipe.model_copy(
            update={"model": None, "detection": DetectionSettings(model=recipe.model)}
        )
        version = version.model_copy(update={"recipe": alone})
    try:
        return assemble_recipe(version, anomaly, detector)
    except ModelMissingError as error:
        raise HostingError(str(error)) from error


def _judge(recipe: LoadedRecipe, image: Image) -> ImageJudgement:
    if recipe.judges or recipe.detector is None:
        return inspect_image(recipe, image)
    return ImageJudgement(Outcome.ERROR, NO_RULES, recipe.detector.detect(image))


def _image(command: JudgePicture, memory_bytes: int) -> Image:
    if command.shape is not None:
        return _raw(command.attachment, command.shape)
    return decode_file(command.attachment, memory_bytes)


def decode_file(data: bytes, memory_bytes: int) -> Image:
    """Decodes a PNG, JPEG, BMP or TIFF file, which may take so much memory.

    Raises:
        UnusablePictureError, HugePictureError: it can't be decoded.
    """
    try:
        header = read_header(data)
        if header.width * header.height > MAX_PIXELS:
            raise HugePictureError(
                f"the picture has {header.width} x {header.height} pixels; at most "
                f"{MAX_PIXELS:,} are allowed"
            )
        if header.decoding_bytes > memory_bytes:
            raise HugePictureError(
                f"decoding the picture takes {header.decoding_bytes / MEBIBYTE:,.0f} MiB; at most "
                f"{memory_bytes / MEBIBYTE:,.0f} are allowed (hosting.picture_memory_mb)"
            )
        return decode(data, header)
    except (HeaderError, DecodingError) as error:
        raise UnusablePictureError(f"the picture can't be used: {error}") from None


def _raw(data: bytes, shape: tuple[int, ...]) -> Image:
    colours = shape[2] if len(shape) == 3 else 1
    if min(shape) < 1 or colours not in (1, 3):
        raise UnusablePictureError(f"the shape is {list(shape)}; allowed are [H, W] and [H, W, 3]")
    needed = shape[0] * shape[1] * colours
    if shape[0] * shape[1] > MAX_PIXELS:
        raise HugePictureError(f"the shape is {list(shape)}; at most {MAX_PIXELS:,} pixels")
    if len(data) != needed:
        raise UnusablePictureError(
            f"pixels of the shape {list(shape)} are {needed} bytes; given were {len(data)}"
        )
    image = np.frombuffer(data, np.uint8).reshape(shape)
    return image[..., 0] if len(shape) == 3 and colours == 1 else image
