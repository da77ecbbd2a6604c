"""Measures of an order against a list: AUC, average precision, Spearman, and intervals by resampling clusters.

All take a heaviness (the higher the heavier) with ties, and weights, so that resampling is counting.
"""

import numpy as np


def auc(heaviness, is_listed, weight=None):
    """The chance that a listed area stands above one that is not listed; a tie counts half.

    Mann and Whitney, "On a test of whether one of two random variables is stochastically larger" (1947).
    """
    weight = np.ones(len(heaviness)) if weight is None else weight
    _, group = np.unique(heaviness, return_inverse=True)
    listed = np.bincount(group, weight * is_listed)
    others = np.bincount(group, weight * ~is_listed)
    below = np.cumsum(others) - others
    return float((listed * (below + others / 2)).sum() / (listed.sum() * others.sum()))


def average_precision(heaviness, is_listed, weight=None):
    """The mean, over the listed areas, of the share of listed areas among all that stand as high or higher.

    Areas of one place come in at once, so that their order in the file does not count.
    """
    weight = np.ones(len(heaviness)) if weight is None else weight
    _, group = np.unique(-heaviness, return_inverse=True)
    listed = np.bincount(group, weight * is_listed)
    everyone = np.bincount(group, weight)
    # The heaviest areas may have no weight in a draw; they then count for nothing.
    precision = np.cumsum(listed) / np.maximum(np.cumsum(everyone), 1e-12)
    return float((listed * precision).sum() / listed.sum())


def mean_ranks(values):
    """Places from low to high; equal values share the mean of their places."""
    _, group, count = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(count)
    return ((last - count + 1 + last) / 2)[group]


def spearman(left, right):
    """Correlation of the places in two orders, with ties (Spearman 1904)."""
    return float(np.corrcoef(mean_ranks(left), mean_ranks(right))[0, 1])


def interval(measure, heaviness, is_listed, cluster, draws=2000, seed=1):
    """The middle 95 % of a measure when whole areas of the list are drawn anew with replacement.

    `cluster` is the number of the area of each listed area, -1 for the others, which stay as they are.
    """
    generator = np.random.default_rng(seed)
    count = cluster.max() + 1
    results = []
    for _ in range(draws):
        drawn = np.bincount(generator.integers(0, count, count), minlength=count)
        weight = np.where(is_listed, drawn[np.maximum(cluster, 0)], 1.0)
        results.append(measure(heaviness, is_listed, weight))
    return tuple(float(np.percentile(results, percent)) for percent in (2.5, 97.5))
