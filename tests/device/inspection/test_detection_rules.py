"""What rules say of objects, and where the part is cut out."""

from __future__ import annotations

import numpy as np
import pytest
from pydantic import ValidationError

from okng.device.inspection.crop import area_around, crop
from okng.device.inspection.inspect_image import ImageJudgement
from okng.device.inspection.recipe_detector import DetectorResult
from okng.device.recipes.detection_rules import (
    DetectionRule,
    DetectionSettings,
    PartSettings,
    apply_rules,
)
from okng.device.types import ModelReference, Outcome, PixelArea, PixelBox, Verdict
from okng.models.inference.detection_model import Box, Detection

COCO = ModelReference(name="coco", version=1)


def found(name: str, left: float, top: float, side: float) -> Detection:
    return Detection(name, 0.9, Box(left, top, left + side, top + side / 2))


def test_objects_count_by_size_and_zone() -> None:
    scratches = [found("scratch", 10, 10, 20), found("scratch", 100, 10, 4), found("dent", 0, 0, 9)]
    rule = DetectionRule(name="scratch", at_most=0)
    objects, failed = apply_rules(scratches, [rule])
    assert failed == {"scratch": "scratch: 2 found, at most 0 allowed"}
    assert [detection.counted_as for detection in objects] == [Verdict.NG, Verdict.NG, None]
    for limit, counted in (
        ({"minimum_size_px": 4.1}, [Verdict.NG, None, None]),
        ({"maximum_size_px": 4}, [None, Verdict.NG, None]),
        # Their centres are at x 20 and 102.
        ({"zone": {"left": 20, "top": 0, "right": 102, "bottom": 50}}, [Verdict.NG, None, None]),
    ):
        narrow = DetectionRule.model_validate({**rule.model_dump(), **limit})
        objects, failed = apply_rules(scratches, [narrow])
        assert [detection.counted_as for detection in objects] == counted, limit
        assert failed == {"scratch": "scratch: 1 found, at most 0 allowed"}


def test_every_broken_rule_is_said() -> None:
    rules = [
        DetectionRule(name="label", at_least=1, at_most=1),
        DetectionRule(name="screw", at_least=2),
        DetectionRule(name="dent"),
    ]
    assert [rule.can_fail for rule in rules] == [True, True, False]
    objects, failed = apply_rules([found("screw", 0, 0, 5), found("dent", 0, 0, 5)], rules)
    assert list(failed.values()) == [
        "label: 0 found, at least 1 needed",
        "screw: 1 found, at least 2 needed",
    ]
    assert [detection.counted_as for detection in objects] == [Verdict.OK, Verdict.OK]


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        ([{"name": "a", "at_least": 2, "at_most": 1}], "at_most is 1, less than at_least, 2"),
        ([{"name": "a", "minimum_size_px": 9, "maximum_size_px": 8}], "less than minimum_size_px"),
        ([{"name": "a"}, {"name": "b"}, {"name": "a"}], "more than one rule for a"),
        ([{"name": "a", "minimum_score": 1.5}], "less than or equal to 1"),
        ([{"name": "a", "zone": {"left": 5, "top": 0, "right": 5, "bottom": 9}}], "left must be"),
    ],
)
def test_rules_that_make_no_sense_are_refused(rules: list[dict[str, object]], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        DetectionSettings.model_validate({"model": COCO, "rules": rules})


@pytest.mark.parametrize("aspect_ratio", [0.5, 1, 2])
def test_a_crop_has_its_aspect_ratio_and_the_part_in_its_middle(aspect_ratio: float) -> None:
    settings = PartSettings(name="part", margin=0.1, aspect_ratio=aspect_ratio)
    for box in (
        PixelBox(left=100, top=50, right=200, bottom=90),
        PixelBox(left=0, top=0, right=33.4, bottom=80.2),
    ):
        area = area_around(box, settings)
        width, height = area.right - area.left, area.bottom - area.top
        assert width / height == pytest.approx(aspect_ratio, rel=0.03)
        assert (area.left + area.right) / 2 == pytest.approx((box.left + box.right) / 2, abs=1)
        assert (area.top + area.bottom) / 2 == pytest.approx((box.top + box.bottom) / 2, abs=1)
        margin = 0.1 * max(box.right - box.left, box.bottom - box.top)
        assert area.left <= box.left - margin + 1
        assert area.bottom >= box.bottom + margin - 1


def test_beyond_the_edge_the_outermost_pixels_are_repeated() -> None:
    image = np.arange(12, dtype=np.uint16).reshape(3, 4)
    inside = crop(image, PixelArea(left=1, top=1, right=3, bottom=3))
    np.testing.assert_array_equal(inside, [[5, 6], [9, 10]])
    beyond = crop(image, PixelArea(left=-1, top=-1, right=2, bottom=1))
    np.testing.assert_array_equal(beyond, [[0, 0, 1], [0, 0, 1]])
    np.testing.assert_array_equal(crop(image, None), image)


def test_an_inspection_keeps_a_hundred_objects_the_telling_ones_first() -> None:
    many = [found("nut", 0, 0, 5)] * 150 + [found("scratch", 0, 0, 5)] * 2
    rules = [DetectionRule(name="scratch", at_most=0)]
    objects, failed = apply_rules(many, rules)
    result = DetectorResult(objects, failed, None, None, 1.0, 2.0)
    kept_objects = ImageJudgement(Outcome.NG, detector_result=result).kept_objects
    assert [detection.name for detection in kept_objects] == ["scratch"] * 2 + ["nut"] * 98
