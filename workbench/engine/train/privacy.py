"""Whether training is private: how much one sample may show in the weights, as a value. No torch at import."""

from __future__ import annotations

import math
from typing import Annotated, ClassVar

from pydantic import Field

from ..values import Kinded, Param, register

EXPONENT = 1.1
"""Exponent of the usual delta, n to the power of minus this: always below 1 / n."""


class Privacy(Kinded):
    """Base of the ways to keep samples private."""

    family: ClassVar[str] = "privacy"
    members: ClassVar[dict[str, type[Privacy]]] = {}
    title: ClassVar[str] = ""


@register("none")
class NoPrivacy(Privacy):
    """Nothing is done: weights may remember single samples."""

    title = "None"


@register("dp_sgd")
class DPSGD(Privacy):
    """Limits what each sample adds to a step and covers it with noise, and tells what that guarantees (epsilon, delta).

    Costs accuracy, time and memory: each sample has a gradient of its own. Source: Abadi et al., 2016,
    https://arxiv.org/abs/1607.00133
    """

    title = "DP-SGD"
    epsilon: Annotated[float, Field(gt=0.0, le=1000.0)] = Param(
        3.0,
        help="The most that the planned epochs may give away; smaller is more private. Up to 1 is strong, 10 is weak.",
    )
    noise_multiplier: Annotated[float, Field(gt=0.0, le=10_000.0)] | None = Param(
        None,
        help="Deviation of the noise, in clipping norms. Empty: as little as the epsilon allows; else epsilon follows from it.",
        words={"": "from epsilon"},
    )
    clipping_norm: Annotated[float, Field(gt=0.0, le=1e6)] = Param(
        1.0,
        help="Longest gradient of a sample; longer ones are shortened. Too small slows learning, too large adds noise.",
    )
    delta: Annotated[float, Field(gt=0.0, lt=1.0)] | None = Param(
        None,
        help="Probability that the guarantee fails; it must be below 1 / samples. Empty: samples to the power of -1.1.",
        words={"": "from samples"},
        advanced=True,
    )
    repeatable: bool = Param(
        False,
        help="Draws noise and batches from the seed. For experiments only: whoever knows the seed can take the noise away.",
        advanced=True,
    )

    def delta_for(self, samples: int) -> float:
        """The delta for a number of training samples: as set, or ``samples`` ** -1.1 rounded down to one digit."""
        if self.delta is not None:
            return self.delta
        wanted = float(max(samples, 2)) ** -EXPONENT
        digit = 10.0 ** math.floor(math.log10(wanted))
        return float(f"{math.floor(wanted / digit * (1 + 1e-12)) * digit:.1g}")
