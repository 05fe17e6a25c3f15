"""Design effect: scores of one batch are alike, so they carry less information."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from okng.models.arrays import Float64Array


def independent_count(scores: Float64Array, batches: Sequence[str | None] | None) -> int:
    """The effective number of independent pictures of `scores` [n]; n without batches.

    n divided by Kish's design effect `1 + (m - 1) rho` ("Survey Sampling", 1965, 5.4), m pictures
    to a batch and rho the intraclass correlation from the analysis of variance (Fisher; for
    unequal batches Donner, International Statistical Review 54, 1986, 67-82). It is at least the
    number of batches, which is the value where all pictures of a batch score the same.
    """
    n = len(scores)
    names = sorted({str(batch) for batch in batches or ()})
    if len(names) < 2:
        return n
    groups = [scores[np.array([batch == name for batch in batches or ()])] for name in names]
    sizes = np.array([len(group) for group in groups], dtype=np.float64)
    means = np.array([group.mean() for group in groups])
    within = sum(float(((group - group.mean()) ** 2).sum()) for group in groups)
    within /= max(n - len(groups), 1)
    between = float((sizes * (means - scores.mean()) ** 2).sum()) / (len(groups) - 1)
    size = (n - float((sizes**2).sum()) / n) / (len(groups) - 1)
    spread = between + (size - 1) * within
    rho = max((between - within) / spread, 0.0) if spread > 0 else 0.0
    return max(int(n / (1 + max(size - 1, 0) * rho)), len(groups))
