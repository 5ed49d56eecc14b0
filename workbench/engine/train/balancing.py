"""Evening out classes while training: what each class weighs in the loss, and which samples an epoch shows."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import torch

from ..data.balance import Balance, FocalBalance, LogitAdjustedBalance, Smote
from ..data.labels import label_weights
from ..data.prepared import PreparedData
from ..data.raw import Array
from ..data.sampling import EpochSampler, make_sampler
from ..errors import DataError
from .losses import Focal, prior_shift
from .objectives import Goal, Objective


@dataclass(frozen=True)
class Balancing:
    """What a run does about unequal classes.

    Attributes:
        weights: of each class, or of not having and having each label (2, labels), by target, on the device; empty for
            equal ones.
        shifts: what is added to the logits while training, by target, for one unit and for several.
        gamma: of the focal loss that takes the loss's place while training; None where it keeps its own.
        sampler: None where each sample comes once an epoch.
        made_up: how rows are made up for the small classes; None where none are.
        identity: tells one way of balancing from another; empty for none.
    """

    weights: Mapping[str, torch.Tensor] = field(default_factory=dict)
    shifts: Mapping[str, dict[int, tuple[float, ...]]] = field(default_factory=dict)
    gamma: float | None = None
    sampler: EpochSampler | None = None
    made_up: Smote | None = None
    identity: str = ""

    def training(self, objective: Objective, *, samples: bool) -> Objective:
        """The objective that steps follow, where ``samples`` may have weights; what is measured stays as it is."""
        return Objective(tuple(self._training(goal) for goal in objective.goals), samples)

    def _training(self, goal: Goal) -> Goal:
        if goal.task == "multi_label":
            return replace(goal, weights=self.weights.get(goal.target))
        if goal.task not in ("classification", "tagging"):
            return goal
        loss = goal.loss if self.gamma is None else Focal(gamma=self.gamma)
        shift = self.shifts.get(goal.target, {}).get(goal.units, goal.shift)
        return replace(goal, loss=loss, shift=shift, weights=self.weights.get(goal.target))


def sample_weights(prepared: PreparedData) -> Array | None:
    """The weight of each sample (N,) float32, whose mean over the training split is 1, so that the learning rate keeps its
    meaning; None where samples have no weights. Raises ``DataError`` where all of the training split have the weight 0."""
    weights = prepared.raw.weights
    if weights is None:
        return None
    mean = float(weights[prepared.splits["train"]].mean(dtype=np.float64))
    if not mean > 0.0:
        raise DataError(
            "All samples of the training part have the weight 0",
            "Some must count for there to be something to learn",
            "Choose another split, or give the column of weights another role",
            code="data.bad_weights",
        )
    scaled: Array = (weights / mean).astype(np.float32)
    return scaled


def balance_training(
    balance: Balance, prepared: PreparedData, targets: Sequence[str], device: torch.device
) -> Balancing:
    """What ``balance`` means for the training split. Samples are drawn by the first target that has classes; each such
    target gets weights of its own, and labels that of not having and having each. Without classes nothing is done."""
    train = prepared.splits["train"]
    samples = sample_weights(prepared)
    classed = [name for name in targets if prepared.raw.targets[name].task == "classification"]
    labelled = [name for name in targets if prepared.raw.targets[name].task == "multi_label"]
    tagged = [name for name in targets if prepared.raw.targets[name].task == "tagging"]
    if not (classed or labelled or tagged) or balance.kind == "none":
        return Balancing()
    weights: dict[str, torch.Tensor] = {}
    shifts: dict[str, dict[int, tuple[float, ...]]] = {}
    sampler: EpochSampler | None = None
    for name in classed:
        target = prepared.raw.targets[name]
        labels = target.values[train]
        counts = np.bincount(labels, minlength=len(target.classes))
        # Where samples have weights, a class counts with theirs: its share of the loss is what is to be evened out.
        mass = counts if samples is None else np.bincount(labels, samples[train], minlength=len(target.classes))
        found = balance.weights(mass)
        if found is not None:
            weights[name] = torch.from_numpy(found).to(device, torch.float32)
        if isinstance(balance, LogitAdjustedBalance):
            known = mass.tolist()
            shifts[name] = {units: prior_shift(known, units, balance.tau) for units in (1, len(known))}
        if name == classed[0]:
            sampler = make_sampler(balance, labels, len(target.classes))
    for name in labelled:
        found = label_weights(balance, prepared.raw.targets[name].values[train])
        if found is not None:
            weights[name] = torch.from_numpy(found).to(device, torch.float32)
    for name in tagged:
        # Tags are weighed in the loss; a sequence has many of them, so that which sequences are shown evens nothing out.
        counts = np.asarray(prepared.preprocess.targets[name].counts)
        found = balance.weights(counts)
        if found is not None:
            weights[name] = torch.from_numpy(found).to(device, torch.float32)
        if isinstance(balance, LogitAdjustedBalance):
            shifts[name] = {len(counts): prior_shift(counts.tolist(), len(counts), balance.tau)}
    return Balancing(
        weights,
        shifts,
        gamma=balance.gamma if isinstance(balance, FocalBalance) else None,
        sampler=sampler,
        made_up=balance if classed and isinstance(balance, Smote) else None,
        identity=json.dumps(balance.dump(), sort_keys=True),
    )
