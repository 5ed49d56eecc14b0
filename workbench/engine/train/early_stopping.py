"""Early stopping as a hook: which epoch is the best, and when no better one is to be expected."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import torch

from ..errors import sentence
from .hooks import Epoch, Hook, HookState
from .recipe import TrainingRecipe
from .stopping import Stopping, higher_is_better


class EarlyStopping(Hook):
    """Judges epochs by the number that is watched, and ends the run when it has not got better for long enough.

    Args:
        recipe: what to watch and how long to wait; may be replaced while the run goes on.
        epochs: of the whole run; the last one is never stopped early.
    """

    name = "stopping"

    def __init__(self, recipe: Stopping, epochs: int) -> None:
        self.recipe, self.epochs = recipe, epochs
        self.reference: float | None = None
        """The number that has to be beaten, smaller is better."""
        self.waited = 0
        """Epochs since it was reached."""
        self._watched = recipe.monitor

    @property
    def over(self) -> str:
        """Why no better epoch is to be expected; empty while one may be."""
        if not 0 < self.recipe.patience <= self.waited:
            return ""
        watched, waited = self._watched, self.waited
        return sentence(f"{watched} has not got better for {waited} epoch{'s' if waited > 1 else ''}")

    def retuned(self, recipe: TrainingRecipe) -> None:
        """Waits for as long as is asked now; the epochs that it has waited count."""
        self.recipe = recipe.stopping

    def go_on(self) -> None:
        """Waits anew."""
        self.waited = 0

    def after_epoch(self, epoch: Epoch) -> None:
        """Judges the epoch, and may end the run."""
        watched = self.recipe.monitor
        if watched not in epoch.metrics:  # without validation samples
            watched = watched.removeprefix("val_")
        value = epoch.metrics.get(watched)
        if value is None:  # the samples allow no such number, which a warning of the run tells: the loss stands in
            watched = "val_loss" if "val_loss" in epoch.metrics else "loss"
            value = epoch.metrics.get(watched, epoch.judged)
        epoch.judged = -value if higher_is_better(watched) else value
        if not math.isnan(epoch.judged) and (
            self.reference is None or epoch.judged < self.reference - self.recipe.min_delta
        ):
            self.reference, self.waited = epoch.judged, 0
        else:
            self.waited += 1
        self._watched = watched
        if self.over and epoch.number < self.epochs:
            epoch.stop, epoch.why, epoch.restore_best = "early_stopped", self.over, self.recipe.restore_best

    def state(self) -> HookState:
        """What has to be beaten, and for how long it was not."""
        return {}, {"reference": self.reference, "waited": self.waited}

    def load(self, tensors: Mapping[str, torch.Tensor], values: Mapping[str, Any]) -> None:
        """Takes up what ``state`` gave."""
        self.reference, self.waited = values["reference"], values["waited"]


def stopping_hooks(recipe: Stopping, epochs: int) -> list[Hook]:
    """What the recipe asks for, there too where nothing stops a run yet: it may be asked for while the run goes on."""
    return [EarlyStopping(recipe, epochs)]
