"""The optimisers. Values for the recipe, without torch; what steps is imported when an optimiser is built."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..recipe import TrainingRecipe
from .adaptive import Adadelta, Adagrad, Adam, AdamW, NAdam, RAdam, RMSprop
from .descent import SGD, Lion
from .lbfgs import LBFGS
from .muon import Muon

if TYPE_CHECKING:
    import torch

__all__ = [
    "LBFGS",
    "SGD",
    "Adadelta",
    "Adagrad",
    "Adam",
    "AdamW",
    "Lion",
    "Muon",
    "NAdam",
    "RAdam",
    "RMSprop",
    "make_optimizer",
]


def make_optimizer(
    recipe: TrainingRecipe, module: torch.nn.Module, groups: list[dict[str, Any]] | None = None
) -> torch.optim.Optimizer:
    """The recipe's optimiser for a network.

    Args:
        recipe: optimiser, learning rate and weight decay.
        module: the network.
        groups: its parameters in groups (see ``Optimizer.build``); None for one group of all that is learnt.
    """
    groups = groups or [{"params": [p for p in module.parameters() if p.requires_grad]}]
    divided = recipe.optimizer.divided(module, groups)
    return recipe.optimizer.build(divided, recipe.learning_rate, recipe.weight_decay)
