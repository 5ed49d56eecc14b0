"""Metrics of predicted numbers; of several targets each is the mean over them."""

from __future__ import annotations

import numpy as np

from .answers import NumberAnswers, Undefined


def mae(said: NumberAnswers) -> float:
    """Mean absolute error, in the data's units."""
    return float(np.abs(said.errors).mean())


def rmse(said: NumberAnswers) -> float:
    """Root of the mean squared error, in the data's units."""
    return float(np.sqrt((said.errors**2).mean(axis=0)).mean())


def r2(said: NumberAnswers) -> float:
    """Share of the spread that is explained: 1 is perfect, 0 no better than the mean.

    Of a target that never varies it is 1 for perfect answers and else 0, as in scikit-learn.
    """
    if len(said.true) < 2:
        raise Undefined("There is a single sample: it has no spread to explain")
    squares = (said.errors**2).sum(axis=0)
    spread = ((said.true - said.true.mean(axis=0)) ** 2).sum(axis=0)
    each = np.where(spread > 0, 1 - squares / np.where(spread > 0, spread, 1.0), np.where(squares > 0, 0.0, 1.0))
    return float(each.mean())


def mape(said: NumberAnswers) -> float:
    """Mean absolute error as a share of the true number."""
    zeros = int((said.true == 0).sum())
    if zeros:
        raise Undefined(f"{zeros:,} of the true numbers are 0, of which no error is a share")
    return float(np.abs(said.errors / said.true).mean())


def coverage(said: NumberAnswers) -> float:
    """Share of the true numbers that lie at or below the prediction: of a right q-quantile it is q."""
    return float((said.true <= said.predicted).mean())
