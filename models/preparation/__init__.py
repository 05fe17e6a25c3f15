"""Preparation of pictures before a model sees them: steps that training and line apply alike."""

from okng.models.errors import OkngError
from okng.models.preparation.preparation import Preparation
from okng.models.preparation.prepare_folder import prepare_folder
from okng.models.preparation.steps.crop import Crop
from okng.models.preparation.steps.grey import Grey
from okng.models.preparation.steps.labels_from_file_names import LabelRule, LabelsFromFileNames
from okng.models.preparation.steps.mask_out import MaskOut, Polygon, Rectangle
from okng.models.preparation.steps.rotate import Rotate
from okng.models.preparation.steps.stretch import Stretch

__all__ = [
    "Crop",
    "Grey",
    "LabelRule",
    "LabelsFromFileNames",
    "MaskOut",
    "OkngError",
    "Polygon",
    "Preparation",
    "Rectangle",
    "Rotate",
    "Stretch",
    "prepare_folder",
]
