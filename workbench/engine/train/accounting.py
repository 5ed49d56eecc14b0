"""What private training has given away so far: epsilon by Renyi differential privacy, through ``opacus``.

Sampled Gaussian mechanism: Mironov, Talwar, Zhang, 2019, https://arxiv.org/abs/1908.10530; from Renyi to (epsilon,
delta): Balle et al., 2020, https://arxiv.org/abs/1905.09982, theorem 21. ``opacus`` takes one to two seconds to import,
so that it is imported when a private run needs it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from ..errors import TrainingError

Spent = tuple[float, float, int]
"""Steps that were alike: noise multiplier, share of the samples drawn in each, and their number."""

ORDERS = (*(1 + x / 10 for x in range(1, 110)), *range(12, 64), 72, 96, 128, 192, 256, 512)
"""Renyi orders that are tried: those of opacus, and larger ones for few steps or much noise."""

PRECISION = 1e-3
"""How near to the least possible the noise that is found comes, as a share of it."""

LEAST, MOST = 0.05, 1e5
"""Noise multipliers between which one is sought."""


def epsilon_of(history: Sequence[Spent], delta: float) -> float:
    """What steps have given away at most, for a ``delta``. 0 for none; infinite where nothing is guaranteed."""
    if not any(steps for _, _, steps in history):
        return 0.0
    orders = np.array(ORDERS)
    total = sum(np.array(_one_step(noise, rate)) * steps for noise, rate, steps in history)
    epsilons = total - (np.log(delta) + np.log(orders)) / (orders - 1) + np.log1p(-1 / orders)
    # Below 0 the bound says no more than that nothing was given away.
    return max(0.0, float(np.nanmin(epsilons)))


def noise_for(epsilon: float, delta: float, rate: float, steps: int) -> float:
    """The least noise multiplier that keeps ``steps`` steps within ``epsilon``. Raises ``TrainingError`` for none."""
    low, high = LEAST, 1.0
    while epsilon_of([(high, rate, steps)], delta) > epsilon:
        low, high = high, high * 2
        if high > MOST:
            raise TrainingError(
                f"No noise keeps {steps:,} steps within an epsilon of {epsilon:g} at a delta of {delta:g}",
                f"With a noise multiplier of {MOST:g} they still give away more",
                "Raise epsilon or delta, or train for fewer epochs",
                code="privacy.unreachable",
                values={"epsilon": epsilon, "delta": delta, "steps": steps},
            )
    while high - low > PRECISION * high:
        middle = (low + high) / 2
        if epsilon_of([(middle, rate, steps)], delta) > epsilon:
            low = middle
        else:
            high = middle
    return high


@lru_cache(maxsize=256)
def _one_step(noise: float, rate: float) -> tuple[float, ...]:
    """The Renyi divergence of one step at each of ``ORDERS``; that of several is their sum."""
    from opacus.accountants.analysis.rdp import compute_rdp

    return tuple(compute_rdp(q=rate, noise_multiplier=noise, steps=1, orders=list(ORDERS)).tolist())
