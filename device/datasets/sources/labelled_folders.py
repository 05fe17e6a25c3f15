"""Folders that tell the label: `normal/` and `anomaly/`, MVTec AD's tree, a folder for each class.

A path is read from its first folder on: a split (`train/`, `test/`), the label, the type of defect;
each may be absent. So `anomaly/crack/1.png`, `crack/1.png` beside `good/`, and MVTec AD's
`test/crack/1.png` (Bergmann et al., CVPR 2019) all are cracks. Masks lie in `ground_truth/` or
`masks/`, in the same folders, under the picture's name with or without `_mask`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath

from okng.device.datasets.sources.export_notes import NOTED_MASKS
from okng.device.datasets.sources.file_tree import FileTree, folded, is_picture
from okng.device.datasets.sources.source import (
    UNLABELLED,
    DatasetSource,
    Refusal,
    SourceError,
    SourcePicture,
)
from okng.device.types import Label, Split
from okng.models.masks.class_mask import ClassMask, single_class
from okng.models.masks.mask_images import binary_mask
from okng.models.names import checked_words, normalized

NORMAL = {"normal", "good", "ok", "pass"}
ANOMALY = {
    *("anomaly", "anomalies", "anomalous", "abnormal", "bad", "defect", "defects", "defective"),
    *("fail", "faulty", "ng", "nok", "not_ok", "no_good"),
}
SPLITS = {
    **dict.fromkeys(("train", "training"), Split.TRAIN),
    **dict.fromkeys(("test", "testing", "val", "valid", "validation"), Split.TEST),
}
"""A validation set is never trained on either."""
MASKS = {"ground_truth", "mask", "masks", "mask-images", "mask_images"}
DEFECT = "defect"
"""Class of a mask whose folder names no type of defect."""
MEANING = NORMAL | ANOMALY | MASKS | SPLITS.keys()
"""Names of folders, case-folded, that can't be those of a class."""
_MASK_ENDINGS = ("_mask", "-mask")


@dataclass(frozen=True)
class _Place:
    """What the folders of a picture say."""

    split: Split | None
    word: str | None
    """The folder that may tell the label."""
    inner: str | None
    """The folder in it: a type of defect."""

    @classmethod
    def of(cls, folders: Sequence[str]) -> _Place:
        rest: list[str | None] = [*folders, None, None]
        split = None
        for position in (0, 1):
            # Either train/good or good/train.
            if split is None and folded(rest[position] or "") in SPLITS:
                split = SPLITS[folded(rest.pop(position) or "")]
        return cls(split, *rest[:2])

    def label(self, has_normal: bool) -> Label | None:
        """The label; a class of its own is anomalous where others are normal."""
        word = folded(self.word or "")
        if word in NORMAL:
            return Label.NORMAL
        return Label.ANOMALY if word in ANOMALY or (word and has_normal) else None

    @property
    def defect_type(self) -> str | None:
        """The folder that names a class of defects."""
        folder = self.inner if folded(self.word or "") in ANOMALY else self.word
        return folder and normalized(folder)


def read_labelled_folders(tree: FileTree) -> DatasetSource:
    """The pictures of a tree by the names of its folders.

    Raises:
        SourceError: it has no picture, or is several datasets side by side.
    """
    names = [name for name in tree.names() if is_picture(name) and not _is_noted_mask(name)]
    if not names and not tree.refusals():
        raise SourceError(f"{tree.address} has no picture and no manifest")
    wrapper = _wrapper(names)
    pictures: list[str] = []
    masks: list[str] = []
    for name in names:
        folders = PurePosixPath(name).parts[wrapper:-1]
        (masks if any(folded(folder) in MASKS for folder in folders[:2]) else pictures).append(name)
    _check_one_dataset(tree, pictures, wrapper)
    places = {name: _Place.of(PurePosixPath(name).parts[wrapper:-1]) for name in pictures}
    has_normal = any(folded(place.word or "") in NORMAL for place in places.values())
    pairs = _Masks(masks, pictures, wrapper)
    refusals: list[Refusal] = list(tree.refusals())
    usable = []
    for name, place in places.items():
        label = place.label(has_normal)
        defect_type = None if label is Label.NORMAL else place.defect_type
        if reason := _unfit(defect_type):
            refusals.append(Refusal(where=name, reason=reason))
            continue
        mask = pairs.of(name)
        usable.append(
            SourcePicture(
                where=name,
                path=name,
                read=partial(tree.read, name),
                label=label,
                split=place.split,
                defect_type=defect_type,
                mask=_reader(tree, mask, defect_type) if mask else None,
                unlabelled=_unlabelled(place),
            )
        )
    refusals += [
        Refusal(where=name, reason="is a mask, but no picture here has its name")
        for name in pairs.left()
    ]
    return DatasetSource("folders of labels", usable, refusals)


def _reader(tree: FileTree, name: str, defect_type: str | None) -> Callable[[], ClassMask]:
    def read() -> ClassMask:
        return binary_mask(tree.read(name), name, single_class(defect_type or DEFECT))

    return read


def _is_noted_mask(name: str) -> bool:
    return PurePosixPath(name).parent.name == NOTED_MASKS


def _wrapper(names: Sequence[str]) -> int:
    """How many folders all files have in common that say nothing, as in an archive of a folder."""
    parts = [PurePosixPath(name).parts[:-1] for name in names]
    depth = 0
    while True:
        firsts = {folders[depth] if len(folders) > depth + 1 else None for folders in parts}
        (first,) = firsts if len(firsts) == 1 else (None,)
        if first is None or folded(first) in MEANING:
            return depth
        depth += 1


def _check_one_dataset(tree: FileTree, names: Sequence[str], wrapper: int) -> None:
    """Raises `SourceError` for a folder of datasets, such as all of MVTec AD's categories."""
    datasets = {
        folders[0]
        for name in names
        if len(folders := PurePosixPath(name).parts[wrapper:-1]) >= 3
        and folded(folders[1]) in SPLITS
        and folded(folders[0]) not in NORMAL | ANOMALY | SPLITS.keys()
    }
    if datasets:
        listed = ", ".join(sorted(datasets)[:5])
        raise SourceError(
            f"{tree.address} holds several datasets, such as {listed}; import one of their folders"
        )


def _unfit(defect_type: str | None) -> str | None:
    """Why a folder's name can't be a type of defect."""
    if defect_type is None:
        return None
    try:
        checked_words(defect_type)
    except ValueError as error:
        return f"{defect_type[:80]!r} can't be the name of a type of defect: {error}"
    return None


def _unlabelled(place: _Place) -> str:
    if place.word is None:
        return UNLABELLED
    return (
        f"the folder {place.word!r} does not tell whether it is normal or anomalous; name the "
        "folders normal and anomaly, or give the label of such pictures"
    )


class _Masks:
    """Pairs mask files with pictures: by folders and name, else by a name that is there once."""

    def __init__(self, masks: Sequence[str], pictures: Sequence[str], wrapper: int) -> None:
        self._wrapper = wrapper
        self._by_place: dict[tuple[tuple[str, ...], str], str] = {}
        self._used: set[str] = set()
        self._masks = masks
        for name in masks:
            self._by_place[self._place(name)] = name
        self._stems: defaultdict[str, int] = defaultdict(int)
        for name in pictures:
            self._stems[folded(PurePosixPath(name).stem)] += 1

    def of(self, picture: str) -> str | None:
        """The mask of a picture."""
        folders, stem = self._place(picture)
        for key in self._keys(folders, stem):
            if key in self._by_place:
                self._used.add(self._by_place[key])
                return self._by_place[key]
        return None

    def left(self) -> list[str]:
        """Masks that no picture has."""
        return [name for name in self._masks if name not in self._used]

    def _keys(self, folders: tuple[str, ...], stem: str) -> Iterator[tuple[tuple[str, ...], str]]:
        yield folders, stem
        if folders and folders[0] in NORMAL | ANOMALY:
            yield folders[1:], stem
        if self._stems[stem] == 1:
            yield (), stem

    def _place(self, name: str) -> tuple[tuple[str, ...], str]:
        """Folders but for split and mask folder, and the stem without `_mask`."""
        path = PurePosixPath(name)
        folders = [folded(folder) for folder in path.parts[self._wrapper : -1]]
        kept = tuple(folder for folder in folders if folder not in MASKS | SPLITS.keys())
        stem = folded(path.stem)
        if any(folder in MASKS for folder in folders):
            for ending in _MASK_ENDINGS:
                stem = stem.removesuffix(ending)
        return kept, stem
