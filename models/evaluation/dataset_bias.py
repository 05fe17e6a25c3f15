"""Bias figures of a dataset: whether labels are spread alike over batches, days, cameras, persons.

The pre-training metrics of Das et al., "Fairness Measures for Machine Learning in Finance" (Journal
of Financial Data Science 3, 2021, 33-64), which Amazon SageMaker Clarify reports by the same names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike

from okng.models.arrays import Float64Array
from okng.models.strict_model import StrictModel

LISTED_VALUES = 50
"""Most values of an attribute that are listed, those of the most pictures; all of them count."""


class ValueBias(StrictModel):
    """The pictures of one value of an attribute, such as one batch."""

    value: str
    pictures: int
    anomalous: int
    label_difference: float
    """`difference_in_proportions` between its pictures and those of all other values."""


class AttributeBias(StrictModel):
    """How labels are spread over the values of an attribute that has several."""

    attribute: str
    jensen_shannon: float
    values: list[ValueBias]


class DatasetBias(StrictModel):
    """Bias figures of a dataset that has both labels."""

    class_imbalance: float
    attributes: list[AttributeBias]


def class_imbalance(normal: int, anomaly: int) -> float:
    """CI, `(n_a - n_d) / (n_a + n_d)`: 0 where both labels are as frequent, 1 where all are normal.

    Raises ValueError where there is no picture.
    """
    if normal + anomaly == 0:
        raise ValueError("class imbalance needs at least one picture")
    return (normal - anomaly) / (normal + anomaly)


def difference_in_proportions(
    anomalous: int, pictures: int, other_anomalous: int, other_pictures: int
) -> float:
    """DPL, `q_a - q_d`: the share of anomalous pictures in one group less that in another.

    Raises ValueError where a group is empty.
    """
    if not pictures or not other_pictures:
        raise ValueError("a difference in proportions needs two groups with pictures")
    return anomalous / pictures - other_anomalous / other_pictures


def jensen_shannon(counts: ArrayLike) -> float:
    """The Jensen-Shannon divergence of the rows of `counts` [values, labels], in bits.

    `H(sum w_i P_i) - sum w_i H(P_i)`, where P_i are the shares of the labels in row i and w_i is
    the row's share of all (Lin, IEEE Transactions on Information Theory 37, 1991, 145-151, equation
    5.1): the mutual information of label and value. 0 where all rows have the same shares; at most
    the entropy of the labels, so 1 for two. Raises ValueError where nothing is counted.
    """
    table = np.asarray(counts, np.float64)
    rows = table.sum(axis=1)
    if not rows.sum():
        raise ValueError("a divergence needs at least one picture")
    table, rows = table[rows > 0], rows[rows > 0]
    weights = rows / rows.sum()
    together = float(_entropy(table.sum(axis=0) / rows.sum()))
    return max(together - float(weights @ _entropy(table / rows[:, None])), 0.0)


def _entropy(shares: Float64Array) -> Float64Array:
    """The entropy of the last axis in bits."""
    logarithms = np.log2(shares, where=shares > 0, out=np.zeros_like(shares))
    entropy: Float64Array = -(shares * logarithms).sum(axis=-1)
    return entropy


def dataset_bias(
    anomalous: Sequence[bool], attributes: Mapping[str, Sequence[str | None]]
) -> DatasetBias | None:
    """The figures of pictures, of which `anomalous` are; None unless there are both labels.

    Of each attribute the pictures that have a value count, and there are no figures of it unless
    these have both labels and several values.
    """
    positive = sum(anomalous)
    if not 0 < positive < len(anomalous):
        return None
    found = (_attribute_bias(name, anomalous, values) for name, values in attributes.items())
    return DatasetBias(
        class_imbalance=class_imbalance(len(anomalous) - positive, positive),
        attributes=[bias for bias in found if bias],
    )


def _attribute_bias(
    name: str, anomalous: Sequence[bool], values: Sequence[str | None]
) -> AttributeBias | None:
    pairs = [
        (value, bad) for value, bad in zip(values, anomalous, strict=True) if value is not None
    ]
    pictures = Counter(value for value, _ in pairs)
    positive = Counter(value for value, bad in pairs if bad)
    total, bad = pictures.total(), positive.total()
    if len(pictures) < 2 or bad in (0, total):
        return None
    return AttributeBias(
        attribute=name,
        jensen_shannon=jensen_shannon(
            [(positive[value], count - positive[value]) for value, count in pictures.items()]
        ),
        values=[
            ValueBias(
                value=value,
                pictures=count,
                anomalous=positive[value],
                label_difference=difference_in_proportions(
                    positive[value], count, bad - positive[value], total - count
                ),
            )
            for value, count in pictures.most_common(LISTED_VALUES)
        ],
    )
