"""What fine-tuning is made of, as far as it needs no torch."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
from support.darknet_networks import NETWORKS, write_network

from okng.models.boxes import LabelledBox
from okng.models.bundles.bundle import Bundle, write_bundle
from okng.models.bundles.manifest import DetectionManifest
from okng.models.bundles.training_records import DetectorTrainingRecord
from okng.models.detection.darknet import DarknetError, read_network
from okng.models.detection.darknet.transfer_learning import retargeted_cfg, retargeted_weights
from okng.models.detection.graph_outputs import BOXES, IMAGE, OBJECTNESS, SCORES
from okng.models.detection.resize import Resize
from okng.models.imported.import_detector import DetectorOptions, import_darknet
from okng.models.training.detection.anchor_assignment import AnchorAssigner
from okng.models.training.detection.augmentation import Sample, SampleAugmentation
from okng.models.training.detection.initial_network import network_in
from okng.models.training.detection.request import BoxedPicture, need_boxes_of_each_class
from okng.models.training.detection.splits import split_pictures
from okng.models.training.request import TrainingError

SIZE = 96


def outputs(model: bytes) -> dict[str, np.ndarray]:
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    picture = np.random.default_rng(3).integers(0, 256, (1, SIZE, SIZE, 3), np.uint8)
    names = [BOXES, OBJECTNESS, SCORES]
    return dict(zip(names, session.run(names, {IMAGE: picture}), strict=True))


def test_a_network_for_other_classes_keeps_what_it_knows(tmp_path: Path) -> None:
    cfg, weights = write_network(tmp_path, NETWORKS["yolov4-tiny"](416, 5))
    original = read_network(cfg, height=SIZE, width=SIZE)
    before = outputs(original.to_onnx(weights))
    (tmp_path / "new.cfg").write_text(retargeted_cfg(original, 3))
    (tmp_path / "new.weights").write_bytes(retargeted_weights(original, weights, [4, None, 0]))
    network = read_network(tmp_path / "new.cfg")
    assert (network.classes, network.input.height) == (3, SIZE)
    after = outputs(network.to_onnx(tmp_path / "new.weights"))
    assert np.array_equal(after[BOXES], before[BOXES])
    assert np.array_equal(after[OBJECTNESS], before[OBJECTNESS])
    assert np.allclose(after[SCORES][..., [0, 2]], before[SCORES][..., [4, 0]], atol=1e-6)
    # Of three classes, one that nothing is known of begins with a third.
    share = after[SCORES][..., 1] / after[OBJECTNESS]
    assert np.median(share) == pytest.approx(1 / 3, abs=0.1)


def a_detector(folder: Path, training: bool, **changes: object) -> Bundle[DetectionManifest]:
    """A bundle with darknet's files, its manifest changed."""
    cfg, weights = write_network(folder / "files", NETWORKS["yolov4-tiny"](SIZE, 2))
    names = folder / "names.txt"
    names.write_text("scratch\ndent\n")
    written = write_bundle(
        folder, "parts", *import_darknet(cfg, weights, names, DetectorOptions(author="tests"))
    )
    record = DetectorTrainingRecord.model_construct() if training else None
    manifest = written.manifest.model_copy(update={"training": record, **changes})
    return Bundle(written.path, manifest)


@pytest.mark.parametrize(
    ("training", "resize", "expected"),
    [
        # Before format 6: tuned here on letterboxed pictures, or imported and never seen here.
        (True, None, "letterbox"),
        (False, None, "stretch"),
        (True, "stretch", "stretch"),
        (False, "letterbox", "letterbox"),
    ],
)
def test_learning_goes_on_with_pictures_as_the_weights_have_seen_them(
    training: bool, resize: Resize | None, expected: Resize, tmp_path: Path
) -> None:
    network = network_in(a_detector(tmp_path, training, resize=resize))
    resized = read_network(network.cfg, resize=network.resize)
    assert resized.resize == expected
    (tmp_path / "new.cfg").write_text(retargeted_cfg(resized, 3))
    assert read_network(tmp_path / "new.cfg").resize == expected


def test_what_cannot_be_made_a_network_for_other_classes_is_named(tmp_path: Path) -> None:
    text = NETWORKS["yolov4-tiny"](SIZE, 2)
    cfg, weights = write_network(tmp_path, text)
    network = read_network(cfg)
    weights.write_bytes(weights.read_bytes()[:-4])
    with pytest.raises(DarknetError, match=r"network\.weights: is too short for this \.cfg"):
        retargeted_weights(network, weights, [None])
    head = "[convolutional]\nsize = 1\nstride = 1\npad = 1\nfilters = 21"
    cfg.write_text(text.replace(head, f"{head}\nbatch_normalize = 1", 1))
    with pytest.raises(DarknetError, match=r"line \d+: \[yolo\] cannot be made one of other"):
        retargeted_cfg(read_network(cfg), 3)


def test_an_object_is_assigned_to_its_cell_and_the_anchors_that_fit(tmp_path: Path) -> None:
    cfg, _ = write_network(tmp_path, NETWORKS["yolov4-tiny"](SIZE, 2))
    # Anchors 81x82, 135x169, 344x319 on 3 x 3 cells, then 23x27, 37x58, 81x82 on 6 x 6.
    assigner = AnchorAssigner(read_network(cfg).heads)
    coarse, fine = 9, 36
    small, large = (40, 50, 63, 77), (0, 0, 90, 90)
    rows, objects = assigner.assign(np.array([small, large], np.float64))
    by_object = {which: sorted(rows[objects == which]) for which in (0, 1)}
    # The small one's centre, (51.5, 63.5), is in column 3 and row 3 of six; 37x58 fits by 0.29.
    first = 3 * coarse + 3 * 6 + 3
    assert by_object[0] == [first, first + fine]
    # The large one's centre is in column 1 and row 1 of three, column 2 and row 2 of six; 37x58
    # fits it by 0.26, 135x169 by 0.36.
    assert by_object[1] == [4, coarse + 4, *(3 * coarse + k * fine + 2 * 6 + 2 for k in (1, 2))]
    rows, objects = assigner.assign(np.array([small, (41, 51, 62, 76)], np.float64))
    assert objects[rows == first].tolist() == [0], "two of one cell: the anchor fits this better"
    assert [len(part) for part in assigner.assign(np.empty((0, 4)))] == [0, 0]


@pytest.mark.parametrize("size", [(96, 96), (64, 96)])
def test_boxes_go_with_what_they_are_around(size: tuple[int, int]) -> None:
    def drawn(left: int, top: int) -> Sample:
        pixels = np.full((*size, 3), 127, np.uint8)
        pixels[top : top + 12, left : left + 20] = 0
        box = np.array([[left, top, left + 20, top + 12]], np.float64)
        return Sample(pixels, box, np.array([left % 2]))

    samples = [drawn(12, 14), drawn(35, 40), drawn(60, 30), drawn(49, 5)]
    variation = SampleAugmentation(mirror=True, quarter_turns=True, seed=0)
    visible = 0
    for round_number in range(80):
        varied = variation.augment(samples, round_number % 4)
        assert varied.pixels.shape == (*size, 3)
        assert (varied.pixels.dtype, varied.pixels.flags.writeable) == (np.uint8, True)
        dark = varied.pixels[..., 0] < 60
        inside = np.zeros_like(dark)
        for left, top, right, bottom in varied.boxes:
            inside[int(top) : int(np.ceil(bottom)), int(left) : int(np.ceil(right))] = True
            middle = dark[int((top + bottom) / 2), int((left + right) / 2)]
            assert middle, "a box is around its object"
            visible += 1
        # Of what is cut off by more than is allowed, dark pixels may be left over.
        assert dark[~inside].sum() < 20 * 12 * 0.6 * 4
    assert visible > 80


def picture(number: int, *names: str, split: str | None = None) -> BoxedPicture:
    boxes = tuple(LabelledBox(name=name, left=0, top=0, right=5, bottom=5) for name in names)
    sha256 = f"{number * 7919 % 1009:064x}"
    return BoxedPicture.model_validate(
        {"path": f"{number}.png", "sha256": sha256, "boxes": boxes, "split": split}
    )


def test_pictures_are_dealt_by_class_and_a_persons_choice_stands() -> None:
    pictures = [
        *(picture(i, "dent", "scratch") for i in range(40)),
        *(picture(i, "crack") for i in range(40, 50)),
        *(picture(i) for i in range(50, 60)),
        picture(0, "dent", "scratch"),
    ]
    dealt = split_pictures(pictures)
    groups = [dealt.learnt, dealt.validation, dealt.test]
    hashes = [{picture.sha256 for picture in group} for group in groups]
    assert sum(map(len, groups)) == len(pictures)
    assert not hashes[0] & hashes[1] | hashes[0] & hashes[2] | hashes[1] & hashes[2]
    assert [len(group) for group in hashes] == [41, 7, 12]
    for group in groups[1:]:
        kinds = Counter(box.name for picture in group for box in picture.boxes)
        assert kinds["crack"] >= 1
        assert kinds["dent"] > kinds["crack"]
    assert split_pictures(pictures[::-1]).test == [
        picture for picture in pictures[::-1] if picture in dealt.test
    ]
    chosen = [*pictures[1:], picture(100, "crack", split="test")]
    assert [picture.path.name for picture in split_pictures(chosen).test] == ["100.png"]


def test_classes_with_too_few_boxes_are_named() -> None:
    pictures = [*(picture(i, "dent") for i in range(9)), *(picture(9, "crack"), picture(10))]
    with pytest.raises(TrainingError, match=r"too few boxes in the 11 .*: crack 1; at least 5"):
        need_boxes_of_each_class(pictures, ["crack", "dent"])
    need_boxes_of_each_class(pictures, ["dent"])
