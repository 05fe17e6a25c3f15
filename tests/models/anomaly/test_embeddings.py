"""Embeddings in a scratch file, of which memory holds parts only."""

from pathlib import Path

import numpy as np
import pytest

from okng.models.anomaly import embeddings as module
from okng.models.anomaly.embeddings import Embeddings, ScratchError
from okng.models.anomaly.padim import Padim, PadimSettings
from okng.models.anomaly.patchcore import Patchcore, PatchcoreSettings

GENERATED = np.random.default_rng(0).normal(size=(12, 16, 3, 4)).astype(np.float32)


def in_file(folder: Path) -> Embeddings:
    kept = Embeddings.in_scratch_file(folder, 12, 16, 3, 4)
    for i, embedding in enumerate(GENERATED):
        kept.put(i, embedding[None])
    return kept


def test_what_was_put_comes_back_and_leaves_no_name(tmp_path: Path) -> None:
    kept = in_file(tmp_path)
    assert list(tmp_path.iterdir()) == []
    np.testing.assert_array_equal(np.concatenate(list(kept)), GENERATED)
    some = kept[np.array([7, 2])]
    np.testing.assert_array_equal(np.concatenate(list(some)), GENERATED[[7, 2]])
    vectors = some.vectors(np.array([0, 1]), np.array([5, 11]))
    np.testing.assert_array_equal(vectors, [GENERATED[7, :, 1, 1], GENERATED[2, :, 2, 3]])


def test_blocks_are_every_position_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BLOCK_BYTES", 12 * 16 * 4 * 5)
    blocks = list(in_file(tmp_path).blocks())
    assert [(block.start, block.stop) for block, _ in blocks] == [(0, 5), (5, 10), (10, 12)]
    expected = GENERATED.reshape(12, 16, 12).transpose(2, 0, 1)
    np.testing.assert_array_equal(np.concatenate([vectors for _, vectors in blocks]), expected)


def test_many_are_kept_in_half_precision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "HALF_PRECISION_BYTES", 100)
    kept = in_file(tmp_path)
    assert kept.values.dtype == np.float16
    np.testing.assert_allclose(np.concatenate(list(kept)), GENERATED, rtol=1e-3, atol=1e-6)


def test_methods_learn_the_same_from_file_and_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    padim = Padim(PadimSettings(dimensions=8))
    patchcore = Patchcore(PatchcoreSettings(coreset_size=20))
    means = padim.fit(Embeddings.of(GENERATED), 1).means
    bank = patchcore.fit(Embeddings.of(GENERATED), 1).bank
    monkeypatch.setattr(module, "BLOCK_BYTES", 12 * 16 * 4 * 5)
    kept = in_file(tmp_path)
    np.testing.assert_allclose(padim.fit(kept, 1).means, means, rtol=1e-5, atol=1e-6)
    np.testing.assert_array_equal(patchcore.fit(kept, 1).bank, bank)


def test_a_disk_too_small_is_told_with_what_is_needed(tmp_path: Path) -> None:
    with pytest.raises(ScratchError, match=r"10000000 pictures need .* GB .* cannot be had"):
        Embeddings.in_scratch_file(tmp_path, 10_000_000, 176, 128, 128)
    assert list(tmp_path.iterdir()) == []
