"""Gathering a network's answers batch by batch, without waiting for the device, into metrics of the whole split."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch.nn.functional import log_softmax, logsigmoid

from .answers import Answers, ClassAnswers, LabelAnswers, NumberAnswers, TagAnswers
from .registry import METRICS, Measured, measured

if TYPE_CHECKING:
    from ..objectives import Goal


class Collector:
    """The answers of one goal on a split.

    Args:
        goal: what is asked of the network.
        names: metrics of its task that are wanted; without those that need scores only what was chosen is kept.
    """

    def __init__(self, goal: Goal, names: Sequence[str]) -> None:
        self.goal, self.names = goal, tuple(n for n in names if n in METRICS[goal.task])
        by_choice = goal.task in ("classification", "tagging")
        self._scores = not by_choice or any(METRICS[goal.task][n].scores for n in self.names)
        self._logits: list[torch.Tensor] = []
        self._targets: list[torch.Tensor] = []

    def add(self, logits: torch.Tensor, target: torch.Tensor) -> None:
        """Takes a batch, (N, units) and its targets as the loss takes them."""
        self._logits.append(logits if self._scores else self.goal.chosen(logits))
        self._targets.append(target)

    def take(self, gather: Callable[[torch.Tensor], torch.Tensor] | None = None) -> Measured:
        """The metrics of everything that was added, by other processes too where ``gather`` puts theirs beside; waits for
        the device."""
        if not self.names or not self._logits:
            return Measured()
        said, target = torch.cat(self._logits).cpu(), torch.cat(self._targets).cpu()
        if gather is not None:
            said, target = gather(said), gather(target)
        self._logits, self._targets = [], []
        if self.goal.task == "tagging":
            tags = TagAnswers(target.numpy(), said.numpy(), self.goal.classes)
            return measured("tagging", tags, self.names)
        if not self._scores:
            classes = max(self.goal.units, 2)
            return measured(self.goal.task, ClassAnswers(target.numpy(), said.numpy(), classes), self.names)
        return measured(self.goal.task, answers(self.goal, said, target), self.names)


def answers(goal: Goal, logits: torch.Tensor, target: torch.Tensor) -> Answers:
    """A split's logits (n, units) and targets, on the CPU, as metrics take them."""
    logits = logits.double()
    if goal.task == "classification":
        scores, surprise = class_scores(goal, logits, target)
        return ClassAnswers(target.numpy(), goal.chosen(logits).numpy(), scores.shape[1], scores, surprise)
    if goal.task == "multi_label":
        true = target > 0.5
        surprise = -logsigmoid(torch.where(true, logits, -logits)).numpy()
        return LabelAnswers(true.numpy(), (logits > 0).numpy(), logits.numpy(), surprise)
    spread = np.asarray(goal.spread or (1.0,))
    offset = np.asarray(goal.offset or (0.0,))
    return NumberAnswers(target.double().numpy() * spread + offset, goal.numbers(logits).numpy() * spread + offset)


def class_scores(goal: Goal, logits: torch.Tensor, target: torch.Tensor) -> tuple[np.ndarray, np.ndarray | None]:
    """What speaks for each class (n, C), and -log of the true one's probability (n,); None where there are only scores."""
    if goal.units == 1:
        yes = logits.squeeze(-1)
        if goal.margins:
            return torch.stack([-yes, yes], dim=-1).numpy(), None
        both = torch.stack([logsigmoid(-yes), logsigmoid(yes)], dim=-1)
    elif goal.margins:
        return goal.loss.margins(logits).numpy(), None
    else:
        both = log_softmax(logits, dim=-1)
    return both.exp().numpy(), -both.gather(-1, target.unsqueeze(-1)).squeeze(-1).numpy()
