"""The learning rate over a run that is not trained yet, as a picture of it needs it. No torch."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .averaging import SWA
from .recipe import TrainingRecipe
from .schedules import Floats, Plan, Plateau, curve, is_constant

USUAL_STEPS = 100
"""Steps of an epoch where the data isn't known."""


@dataclass(frozen=True)
class RateCurve:
    """Learning rates by place.

    Attributes:
        at: places in epochs, from 0.
        rates: the learning rate there.
        epochs: length of the run.
        foreseen: whether it will be so; a plateau schedule waits for the losses.
    """

    at: Floats
    rates: Floats
    epochs: int
    foreseen: bool = True

    @property
    def flat(self) -> bool:
        """Whether the rate never changes."""
        return bool(len(self.rates)) and bool((self.rates == self.rates[0]).all())

    def rate_at(self, place: float) -> float:
        """The learning rate of the step at a place in epochs."""
        index = int(np.searchsorted(self.at, place, side="right")) - 1
        return float(self.rates[max(index, 0)])


def rate_curve(recipe: TrainingRecipe, steps_per_epoch: int = 0) -> RateCurve:
    """The curve of a recipe; ``steps_per_epoch`` 0 where the data isn't known.

    It is what ``ScheduledRate`` sets, and from its first epoch on the rate that weight averaging (SWA) asks for.
    """
    plan = Plan(recipe.epochs, steps_per_epoch or USUAL_STEPS, recipe.warmup)
    at, factors = curve(recipe.schedule, plan)
    rates = recipe.learning_rate * factors
    averaging = recipe.averaging
    if isinstance(averaging, SWA) and averaging.learning_rate is not None:
        rates = np.where(at >= averaging.first_epoch(recipe.epochs), averaging.learning_rate, rates)
    return RateCurve(at, rates, recipe.epochs, not isinstance(recipe.schedule, Plateau))


def is_steady(recipe: TrainingRecipe) -> bool:
    """Whether there is nothing to draw: each step has the same learning rate."""
    swapped = isinstance(recipe.averaging, SWA) and recipe.averaging.learning_rate is not None
    return is_constant(recipe.schedule, recipe.warmup) and not swapped
