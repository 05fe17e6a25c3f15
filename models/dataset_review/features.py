"""The features by which a review compares pictures."""

from __future__ import annotations

from collections.abc import Sequence

from okng.models.anomaly.layers import align_to_stride8, average3, compress, concatenate
from okng.models.anomaly.patchcore import Patchcore
from okng.models.onnx_graph import GraphBuilder


class ReviewFeatures(Patchcore):
    """PatchCore's, with the finest stride besides and more alike in length.

    Part for part a model ranks better without; single pictures stand out more clearly with it, and
    the limits of the review were measured on these.
    """

    def embed(self, graph: GraphBuilder, taps: Sequence[str], half_taps: Sequence[str]) -> str:
        """Strides 4, 8 and 16 at stride 8, averaged over the neighbours that there are."""
        pooled = [average3(graph, tap, zeros_outside=False) for tap in taps]
        aligned = align_to_stride8(graph, pooled)
        return concatenate(graph, [compress(graph, tap, square_roots=1) for tap in aligned])
