import hashlib
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
from pydantic import ValidationError
from support.pictures import labelled, scratched, texture

from okng.models.anomaly import create_method, methods
from okng.models.anomaly.augmentation import Augmentation
from okng.models.anomaly.embeddings import Embeddings
from okng.models.anomaly.patchcore import PatchcoreSettings
from okng.models.anomaly.tiling import Tiling
from okng.models.bundles.bundle import list_bundles, load_bundle
from okng.models.bundles.manifest import AnomalyManifest
from okng.models.images.image_files import read_image
from okng.models.images.image_format import ImageFormat
from okng.models.inference.anomaly_model import AnomalyModel
from okng.models.inference.threshold_outcome import threshold_outcome
from okng.models.training.anomaly.cross_validation import cross_validate
from okng.models.training.anomaly.folds import make_folds
from okng.models.training.anomaly.train_anomaly_model import train
from okng.models.training.request import TrainingCancelledError, TrainingError, TrainingRequest

Textures = Callable[[int], list[Path]]


@pytest.fixture
def request_of(tmp_path: Path) -> Callable[..., TrainingRequest]:
    def make(normal: list[Path], anomaly: list[Path] | None = None) -> TrainingRequest:
        return TrainingRequest(
            name="textures",
            root=tmp_path / "models",
            pictures=labelled(normal, anomaly or []),
            input_height=64,
            input_width=64,
            author="Anna",
            seed=5,
        )

    return make


Requests = Callable[..., TrainingRequest]


def test_the_bundle_tells_where_the_model_comes_from(
    tmp_path: Path, textures: Textures, request_of: Requests
) -> None:
    normal = textures(21)
    anomaly = tmp_path / "scratched.png"
    cv2.imwrite(str(anomaly), scratched(0))
    bundle = train(request_of(normal, [anomaly]))

    manifest = load_bundle(bundle.path, AnomalyManifest).manifest
    assert (manifest.name, manifest.version, manifest.author) == ("textures", 1, "Anna")
    assert manifest.seed == 5
    assert manifest.normal_scores.count == 21
    assert manifest.threshold > manifest.normal_scores.mean
    assert manifest.metrics is not None
    assert manifest.metrics.intervals is not None
    assert manifest.false_rejects is not None
    assert manifest.false_rejects.unseen == 21
    hashes = {image.sha256: image.name for image in manifest.dataset}
    assert len(manifest.worst_pictures) == 10
    assert all(hashes[worst.sha256] == worst.name for worst in manifest.worst_pictures)
    assert sum(manifest.histogram.normal) == 21
    assert sum(manifest.histogram.anomaly) == 1
    assert [image.name for image in manifest.dataset[:1]] == ["pictures/normal-0.png"]
    assert [(image.label, image.split) for image in manifest.dataset].count(
        ("normal", "train")
    ) == 21
    assert manifest.dataset[-1].model_dump(exclude={"score"}) == {
        "sha256": hashlib.sha256(anomaly.read_bytes()).hexdigest(),
        "name": "scratched.png",
        "label": "anomaly",
        "split": "test",
        "batch": None,
        "defect_type": None,
        "held_out": False,
        "mask": None,
    }
    score = manifest.dataset[-1].score
    assert score is not None
    assert manifest.histogram.edges[0] <= score <= manifest.histogram.edges[-1]
    scores = [image.score for image in manifest.dataset if image.label == "normal"]
    assert (None in scores, len(scores)) == (False, 21)
    assert np.mean(np.array(scores, float)) == pytest.approx(manifest.normal_scores.mean)
    assert manifest.warnings == []
    band = manifest.review_band
    assert band is not None
    assert band.distance > 0
    assert band.unseen == 21


def test_pictures_put_aside_are_measured_by_the_final_model_and_told_apart(
    tmp_path: Path, textures: Textures, request_of: Requests
) -> None:
    paths = [*textures(26), *(tmp_path / f"scratched-{i}.png" for i in range(5))]
    for i, path in enumerate(paths[26:]):
        cv2.imwrite(str(path), scratched(i))
    pictures, request = labelled(paths[:26], paths[26:]), request_of([])
    test = [
        picture.model_copy(update={"split": "test"}) for picture in pictures[22:26] + pictures[29:]
    ]
    test[4:] = [picture.model_copy(update={"defect_type": "scratch"}) for picture in test[4:]]
    rest = pictures[:22] + pictures[26:29]
    without = train(request.model_copy(update={"pictures": rest})).manifest
    bundle = train(request.model_copy(update={"pictures": test + rest}))

    manifest = bundle.manifest
    assert manifest.files == without.files
    assert manifest.threshold == without.threshold
    assert (manifest.false_rejects, manifest.metrics) == (without.false_rejects, without.metrics)
    assert (manifest.defect_types, without.held_out) == ([], None)
    outcome = threshold_outcome(manifest, manifest.threshold, manifest.allowed_false_reject_rate)
    assert outcome.held_out == manifest.held_out
    assert (outcome.false_rejects, outcome.metrics) == (manifest.false_rejects, manifest.metrics)
    assert (outcome.review_band, outcome.changed) == (manifest.review_band, [])
    held_out = manifest.held_out
    assert held_out is not None
    assert (held_out.normal, held_out.anomaly, held_out.caught) == (4, 2, 2)
    assert [(row.name, row.pictures, row.caught) for row in held_out.defect_types] == [
        ("scratch", 2, 2)
    ]
    model = AnomalyModel.load(bundle.path)
    for path, image in zip(paths[22:26] + paths[29:], manifest.dataset[:6], strict=True):
        assert image.held_out
        assert image.score == pytest.approx(model.judge(read_image(path)).score, rel=1e-4)
    with pytest.raises(TrainingError, match=r"^18 normal pictures were given, besides 4 for test"):
        train(request.model_copy(update={"pictures": test + pictures[:18]}))


def test_pictures_of_a_batch_are_tested_by_a_model_that_had_seen_none_of_it(
    textures: Textures, request_of: Requests
) -> None:
    pictures = labelled(textures(24))
    request = request_of([])
    days = [
        picture.model_copy(update={"batch": f"2026-11-{1 + i % 3:02}"})
        for i, picture in enumerate(pictures)
    ]
    manifest = train(request.model_copy(update={"pictures": days})).manifest
    tested, rejects = manifest.cross_validation, manifest.false_rejects
    assert tested is not None
    assert rejects is not None
    assert (tested.by, tested.folds, manifest.warnings) == ("batch", 3, [])
    assert [image.batch for image in manifest.dataset[:3]] == [f"2026-11-0{i}" for i in (1, 2, 3)]
    assert rejects.independent is not None
    assert 3 <= rejects.independent <= rejects.unseen == 24

    one_day = [picture.model_copy(update={"batch": "2026-11-01"}) for picture in pictures]
    manifest = train(request.model_copy(update={"pictures": one_day})).manifest
    tested = manifest.cross_validation
    assert tested is not None
    assert (tested.by, tested.folds) == ("picture", 10)
    (warning,) = manifest.warnings
    assert "all normal pictures are from batch '2026-11-01'" in warning


def test_the_same_request_gives_the_same_model(textures: Textures, request_of: Requests) -> None:
    request = request_of(textures(20))
    first, second = train(request).manifest, train(request).manifest
    assert (first.version, second.version) == (1, 2)
    assert first.files == second.files
    assert first.threshold == second.threshold


def test_progress_grows_to_one_with_words(textures: Textures, request_of: Requests) -> None:
    reports: list[tuple[float, str]] = []
    train(request_of(textures(20)), lambda share, message: reports.append((share, message)))
    shares = [share for share, _ in reports]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0, 1)
    assert len(reports) > 30
    assert reports[0][1] == "Looking for 16-bit pictures"
    assert reports[-1][1] == "textures version 1 has been trained"


def test_too_few_normal_pictures(textures: Textures, request_of: Requests) -> None:
    with pytest.raises(TrainingError, match=r"^19 normal pictures were given; at least 20"):
        train(request_of(textures(19)))


def test_every_bad_picture_is_named(
    tmp_path: Path, textures: Textures, request_of: Requests
) -> None:
    paths = textures(24)
    paths[3].write_bytes(b"a text")
    paths[7].write_bytes(paths[7].read_bytes()[:500])
    paths[9].unlink()
    cv2.imwrite(str(paths[11].with_suffix(".tiff")), np.ones((8, 8), np.float32))
    paths[11] = paths[11].with_suffix(".tiff")
    with pytest.raises(TrainingError) as error:
        train(request_of(paths))
    message = str(error.value)
    assert message.startswith("4 bad pictures:")
    for bad, why in (
        (3, "not an image"),
        (7, "truncated"),
        (9, "No such file"),
        (11, "floating point"),
    ):
        (line,) = [line for line in message.splitlines() if str(paths[bad]) in line]
        assert why in line
    assert list_bundles(tmp_path / "models", AnomalyManifest) == ([], [])


def test_a_file_that_changed_since_it_was_stored_is_named(
    textures: Textures, request_of: Requests
) -> None:
    """An uncompressed file has no checksum of its own: its hash in the store tells."""
    request = request_of(textures(20))
    hashes = [hashlib.sha256(picture.path.read_bytes()).hexdigest() for picture in request.pictures]
    hashes[4] = hashes[5]
    pictures = [
        picture.model_copy(update={"sha256": sha256})
        for picture, sha256 in zip(request.pictures, hashes, strict=True)
    ]
    with pytest.raises(TrainingError, match=r"normal-4.png: the file has changed since"):
        train(request.model_copy(update={"pictures": pictures}))


def test_significant_bits_out_of_range_are_named(textures: Textures, request_of: Requests) -> None:
    request = request_of(textures(20)).model_copy(update={"significant_bits": 7})
    with pytest.raises(TrainingError, match=r"normal-0.png: 7 significant bits; allowed are 8"):
        train(request)


def test_twelve_bit_pictures_train_like_eight_bit_ones(
    tmp_path: Path, textures: Textures, request_of: Requests
) -> None:
    deep = []
    for i in range(20):
        deep.append(tmp_path / f"deep-{i}.png")
        cv2.imwrite(str(deep[-1]), texture(i).astype(np.uint16) * 16)
    shallow = train(request_of(textures(20))).manifest
    request = request_of(deep).model_copy(update={"significant_bits": 12})
    assert train(request).manifest.threshold == pytest.approx(shallow.threshold, rel=0.1)


def test_copies_and_contradictions_are_told(textures: Textures, request_of: Requests) -> None:
    paths = textures(20)
    warnings = train(request_of([*paths, paths[0]], [paths[1]])).manifest.warnings
    assert warnings == [
        "1 pictures are copies of others, so metrics look better than they are",
        "1 pictures are labelled both normal and anomalous",
    ]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("input_width", 100),
        ("input_height", 2048),
        ("allowed_false_reject_rate", 0),
        ("name", "a/b"),
        ("augmentation", {"copies": 17}),
    ],
)
def test_requests_are_checked(
    textures: Textures, request_of: Requests, field: str, value: object
) -> None:
    fields = request_of(textures(1)).model_dump() | {field: value}
    with pytest.raises(ValidationError, match=field):
        TrainingRequest.model_validate(fields)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"tile_rows": 2}, "tiles of 64 px; allowed are 256 px and more"),
        (
            {"smallest_defect_px": 10},
            "an input of 64 x 64 px and a smallest defect were given; give only one of them",
        ),
    ],
)
def test_an_input_that_can_not_be_is_told(
    textures: Textures, request_of: Requests, options: dict[str, int], message: str
) -> None:
    with pytest.raises(ValidationError, match=message):
        TrainingRequest.model_validate(request_of(textures(1)).model_dump() | options)


@pytest.mark.parametrize("stage", ["Reading picture 9", "Testing on unseen pictures, 4", "Writing"])
def test_cancelling_stops_at_once_and_leaves_nothing(
    tmp_path: Path, textures: Textures, request_of: Requests, stage: str
) -> None:
    """Cancelled once a message is seen, the training goes no step further."""
    messages: list[str] = []
    with pytest.raises(TrainingCancelledError):
        train(
            request_of(textures(20)),
            lambda share, message: messages.append(message),
            lambda: bool(messages) and messages[-1].startswith(stage),
        )
    assert messages[-1].startswith(stage)
    assert list(tmp_path.glob("models/*/*")) == []


KILLED_TRAINING = """
import os, signal, sys
from okng.models.training.request import TrainingRequest
from okng.models.training.anomaly.train_anomaly_model import train

def kill(share, message):
    if message.startswith(sys.argv[1]):
        os.kill(os.getpid(), signal.SIGKILL)

train(TrainingRequest.model_validate_json(sys.stdin.read()), kill)
"""


@pytest.mark.parametrize("stage", ["Testing", "Writing"])
def test_a_killed_training_leaves_nothing(
    tmp_path: Path, textures: Textures, request_of: Requests, stage: str
) -> None:
    request = request_of(textures(20))
    killed = subprocess.run(
        [sys.executable, "-c", KILLED_TRAINING, stage],
        input=request.model_dump_json(),
        text=True,
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    assert list_bundles(tmp_path / "models", AnomalyManifest) == ([], [])
    assert train(request).manifest.version == 1


def test_varied_copies_are_learnt_and_never_scored(
    textures: Textures, request_of: Requests
) -> None:
    """Striped parts that come turned: copies of upright ones make them known."""
    turned = np.rot90(texture(300))
    plain = AnomalyModel.load(train(request_of(textures(20))).path)
    request = request_of(textures(20)).model_copy(
        update={"augmentation": Augmentation(quarter_turns=True)}
    )
    bundle = train(request)
    varied = AnomalyModel.load(bundle.path)
    assert plain.judge(turned).score > plain.threshold
    assert varied.judge(turned).score <= varied.threshold
    assert varied.judge(scratched(300)).score > varied.threshold
    assert bundle.manifest.augmentation == Augmentation(quarter_turns=True, copies=4)
    assert bundle.manifest.normal_scores.count == len(bundle.manifest.dataset) == 20
    assert train(request).manifest.files == bundle.manifest.files


@pytest.mark.parametrize("type_", sorted(methods()))
def test_a_picture_is_tested_without_its_copies(type_: str) -> None:
    """Copies that equal their pictures change no fold but for what each learns twice."""
    method = create_method(methods()[type_].settings_class())
    values = np.random.default_rng(0).normal(size=(20, 176, 6, 6)).astype(np.float32)
    once, none = Embeddings.of(values), Embeddings.of(values)[:0]
    twice = Embeddings.of(np.concatenate([values, values]))
    folds = make_folds([None] * 20, [], 0)
    expected, _ = cross_validate(method, once, none, folds, 0, 1)
    scores, _ = cross_validate(method, twice, none, folds, 0, 1)
    assert len(scores) == 20
    np.testing.assert_allclose(scores, expected, rtol=0.05)


def test_pictures_of_other_kinds_are_named(
    tmp_path: Path, textures: Textures, request_of: Requests
) -> None:
    odd = [tmp_path / name for name in ("wide.png", "deep.png", "colour.png")]
    cv2.imwrite(str(odd[0]), texture(30)[:48])
    cv2.imwrite(str(odd[1]), texture(31).astype(np.uint16) * 256)
    cv2.imwrite(str(odd[2]), cv2.cvtColor(texture(32), cv2.COLOR_GRAY2BGR))
    manifest = train(request_of([*textures(20), *odd])).manifest
    assert manifest.picture_format == ImageFormat(width=96, height=96, colour=False, bits=8)
    size, colour, depth = manifest.warnings
    most = "than most (96 x 96 px, grey, 8 bit)"
    assert size.startswith(f"1 of 23 pictures have a different size {most}")
    assert size.endswith(": wide.png (96 x 48 px, grey, 8 bit)")
    assert depth.startswith(f"1 of 23 pictures have a different bit depth {most}")
    assert depth.endswith(": deep.png (96 x 96 px, grey, 16 bit)")
    assert colour.startswith(f"1 of 23 pictures have a different colour {most}")
    assert colour.endswith(": colour.png (96 x 96 px, colour, 8 bit)")


def test_many_pictures_of_another_kind_are_counted(
    tmp_path: Path, textures: Textures, request_of: Requests
) -> None:
    small = [tmp_path / f"small-{i}.png" for i in range(8)]
    for path in small:
        cv2.imwrite(str(path), texture(0)[:, :64])
    warnings = train(request_of(textures(20), small)).manifest.warnings
    assert warnings[-1].startswith("8 of 28 pictures have a different size than most (96 x 96 px")
    assert warnings[-1].endswith("small-4.png (64 x 96 px, grey, 8 bit), 3 more")


def test_a_smallest_defect_chooses_the_input(
    tmp_path: Path, textures: Textures, request_of: Requests
) -> None:
    large = [tmp_path / f"large-{i}.png" for i in range(20)]
    for i, path in enumerate(large):
        cv2.imwrite(str(path), cv2.resize(texture(i), (640, 480)))
    request = TrainingRequest(
        name="large", root=tmp_path, pictures=labelled(large), smallest_defect_px=48
    )
    manifest = train(request).manifest
    assert (manifest.input.width, manifest.input.height) == (320, 256)
    assert manifest.tiling == Tiling(width=320, height=256)
    assert manifest.method == PatchcoreSettings(half_scale=False)
