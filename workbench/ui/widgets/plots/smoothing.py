"""Exponential smoothing that follows a growing series block by block."""

from __future__ import annotations

import numpy as np

from .series import Floats


class Smoother:
    """The exponential moving average of a series, without the pull towards zero at the start.

    ``y_n = (sum of weight**k * x_(n-k)) / (sum of weight**k)`` over the finite values so far; a NaN gives a gap of its own
    and leaves the rest alone. The correction for the start is the one of Adam (https://arxiv.org/abs/1412.6980, section 3).
    """

    def __init__(self, weight: float) -> None:
        assert 0.0 <= weight < 1.0
        self.weight = weight
        self._sum = 0.0
        self._mass = 0.0

    def push(self, values: Floats) -> Floats:
        """The averages for the next values of the series."""
        if not len(values) or self.weight == 0.0:
            return values
        finite = np.isfinite(values)
        whole = bool(finite.all())
        sums = _scan(values if whole else np.where(finite, values, 0.0), self.weight, self._sum)
        masses = _scan(finite.astype(np.float64), self.weight, self._mass)
        self._sum, self._mass = float(sums[-1]), float(masses[-1])
        averages = np.divide(sums, masses, out=np.full_like(sums, np.nan), where=masses > 0.0)
        return averages if whole else np.where(finite, averages, np.nan)


def _scan(values: Floats, weight: float, carry: float) -> Floats:
    """``y_n = weight * y_(n-1) + x_n`` with ``y_(-1) = carry``, in log2 passes over the whole block.

    Each pass adds what lies twice as far back, until the weight of that is nothing (W. Hillis and G. Steele, "Data parallel
    algorithms", 1986).
    """
    result = values.astype(np.float64, copy=True)
    result[0] += weight * carry
    reach, factor = 1, weight
    while reach < len(result) and factor > 1e-17:
        result[reach:] += factor * result[:-reach]
        reach, factor = 2 * reach, factor * factor
    return result
