"""Learning rates of an optimiser's groups, and whether one is usual."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...graph.problems import Problem
from ..recipe import TrainingRecipe

if TYPE_CHECKING:
    import torch

FAR = 10.0
"""A learning rate that is this many times outside what is usual is worth a word."""


def set_learning_rate(optimizer: torch.optim.Optimizer, rate: float) -> None:
    """Sets the learning rate of every group: ``rate`` times the group's own factor."""
    for group in optimizer.param_groups:
        group["lr"] = rate * group.get("lr_factor", 1.0)


def unusual_rate(recipe: TrainingRecipe) -> Iterator[Problem]:
    """A learning rate far from what the optimiser is used with: 0.001, good for Adam, leaves Adadelta standing still."""
    low, high = recipe.optimizer.usual
    rate, name = recipe.learning_rate, recipe.optimizer.title
    if low / FAR <= rate <= high * FAR:
        return
    what = f"A learning rate of {rate:g} is small for {name}"
    if rate > high:
        what = f"A learning rate of {rate:g} is large for {name}"
    yield Problem(
        "training.unusual_rate",
        "warning",
        None,
        what,
        f"Usual is {low:g} to {high:g}",
        f"Set the learning rate to about {low if rate < low else high:g}",
    )
