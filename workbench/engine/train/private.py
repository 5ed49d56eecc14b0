"""DP-SGD: each sample's gradient is shortened to a norm, their sum is covered with noise, and what that gives away is told.

What the guarantee stands on, and how it is kept here:

- Each step draws every sample by itself with the same probability (Poisson sampling), so that batches differ in size; a
  batch without a sample is a step too, of noise alone.
- What one sample adds is bounded before samples are added up, and nothing else is learnt from the data in a step.
- Noise and draws come from a secret of the run, not from the seed, which everybody may know. The secret stands in the
  run's ``last`` checkpoint, which goes on exactly with it; ``best`` and exports don't have it. The generators are torch's
  and not cryptographically secure.

Source: Abadi et al., 2016, https://arxiv.org/abs/1607.00133
"""

from __future__ import annotations

import hashlib
import math
import secrets
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import torch
from torch import nn

from ..errors import TrainingError
from .accounting import epsilon_of, noise_for
from .events import Warned
from .hooks import Epoch, Hook, HookState
from .privacy import DPSGD
from .sample_gradients import SampleGradients

if TYPE_CHECKING:
    from .session import Session


class PrivateTraining(Hook):
    """Makes each step private, draws the batches, and keeps account.

    Must be the first hook: what others do with gradients then works on private ones.

    Raises ``TrainingError`` where the settings guarantee nothing.
    """

    name = "privacy"

    def __init__(self, session: Session, how: DPSGD) -> None:
        self.session, self.how = session, how
        self.samples = session.train.count
        self.delta = how.delta_for(self.samples)
        if self.delta >= 1 / self.samples:
            raise TrainingError(
                f"The delta of the privacy is {self.delta:g}, and there are {self.samples:,} training samples",
                f"It must be below 1 / samples ({1 / self.samples:.1g}): else giving away one of them whole would be allowed",
                "Lower training.privacy.delta, or leave it empty",
                code="privacy.delta",
                values={"delta": self.delta, "samples": self.samples},
            )
        self._batch = session.recipe.batch_size
        self.noise = how.noise_multiplier or noise_for(
            how.epsilon, self.delta, self.rate, session.recipe.epochs * self.steps_per_epoch
        )
        # In a new process each new run has a secret of its own, and one that goes on finds it in its checkpoint.
        self._secret = f"seed {session.recipe.seed}" if how.repeatable else secrets.token_hex(32)
        self._generator = torch.Generator(session.device)
        self._history: list[list[float]] = []
        self._first_step = 0
        self._empty: frozenset[int] = frozenset()
        self._told = False
        self._sums: dict[nn.Parameter, torch.Tensor] = {}
        self._parameters = [p for group in session.optimizer.param_groups for p in group["params"] if p.requires_grad]
        self._padding = [
            (m.weight, m.padding_idx)
            for m in session.module.modules()
            if isinstance(m, nn.Embedding) and m.padding_idx is not None
        ]
        self._watched = SampleGradients(session.module)

    @property
    def rate(self) -> float:
        """Probability with which a step draws a sample."""
        return min(1.0, self._batch / self.samples)

    @property
    def steps_per_epoch(self) -> int:
        """As many steps as make each sample come about once."""
        return math.ceil(self.samples / self._batch)

    def left(self, epoch: int, position: int, step: int) -> tuple[torch.Tensor, list[int]]:
        """Numbers of the samples in the batches that are left of an epoch, one batch behind the other, and their sizes.

        A batch that drew nothing holds one sample, which counts for nothing in the step.

        Args:
            epoch: counted from 0.
            position: samples of its batches so far.
            step: steps done in all.
        """
        self._batch = self.session.recipe.batch_size
        if position == 0:
            self._first_step = step
        done = step - self._first_step
        generator = torch.Generator().manual_seed(self._number(f"epoch {epoch}, {self._batch} samples"))
        order, sizes = poisson_batches(self.samples, self.rate, self.steps_per_epoch, generator)
        self._empty = frozenset(self._first_step + 1 + i for i, size in enumerate(sizes) if size == 0)
        if self._empty:
            order = _with_stand_ins(order, sizes)
        sizes = [max(1, size) for size in sizes]
        return order[sum(sizes[:done]) :], sizes[done:]

    def after_part(self, samples: int, total: int) -> None:
        """Takes up a micro-batch, whose loss is its share of the mean over the step's samples."""
        self._gather(total / samples)

    @torch.no_grad()
    def on_gradients(self, step: int) -> None:
        """Puts the private gradients in the place of the plain ones."""
        self._gather(1.0)
        self._generator.manual_seed(self._number(f"step {step}"))
        for parameter in self._parameters:
            total = torch.empty_like(parameter).normal_(
                0.0, self.noise * self.how.clipping_norm, generator=self._generator
            )
            own = self._sums.pop(parameter, None)
            # A batch that drew nothing holds one sample for form's sake.
            if own is not None and step not in self._empty:
                total += own
            parameter.grad = total.div_(self._batch)
        for weight, row in self._padding:
            if weight.grad is not None:
                weight.grad[row] = 0.0  # it stays zero, which tells nothing of the data
        if not self._history or self._history[-1][:2] != [self.noise, self.rate]:
            self._history.append([self.noise, self.rate, 0])
        self._history[-1][2] += 1

    @torch.no_grad()
    def _gather(self, scale: float) -> None:
        """Adds up what samples came with since the last time, each times ``scale`` and then no longer than the norm."""
        found = self._watched.take()
        if not found:
            return
        norms = torch.stack([own.flatten(1).norm(dim=1).float() for own in found.values()]).norm(dim=0) * scale
        factors = (norms.clamp(min=1e-12).reciprocal() * self.how.clipping_norm).clamp(max=1.0) * scale
        for parameter, own in found.items():
            total = torch.einsum("n,n...->...", factors.to(own.dtype), own)
            before = self._sums.get(parameter)
            self._sums[parameter] = total if before is None else before + total

    def figures(self) -> dict[str, float]:
        """``epsilon``: what all steps so far have given away at most."""
        return {"epsilon": epsilon_of([(noise, rate, int(steps)) for noise, rate, steps in self._history], self.delta)}

    def after_epoch(self, epoch: Epoch) -> None:
        """Says once when more was given away than was planned."""
        spent = self.figures()["epsilon"]
        if self.how.noise_multiplier is None and spent > self.how.epsilon * 1.001 and not self._told:
            self._told = True
            message = (
                f"The privacy budget is spent: epsilon is {spent:.3g}, and {self.how.epsilon:g} was planned. "
                "The epochs or the batch size were raised after the noise was chosen."
            )
            run = self.session.run
            epoch.events.append(Warned(run=run, time=time.time(), code="privacy.budget", message=message))

    def state(self) -> HookState:
        """The secret, the noise and the account."""
        return {}, {
            "secret": self._secret,
            "noise": self.noise,
            "history": [list(entry) for entry in self._history],
            "first_step": self._first_step,
            "told": self._told,
        }

    def load(self, tensors: Mapping[str, torch.Tensor], values: Mapping[str, Any]) -> None:
        """Goes on with the noise that was chosen when the run began."""
        self._secret, self.noise, self._told = values["secret"], values["noise"], values["told"]
        self._history = [list(entry) for entry in values["history"]]
        self._first_step = values["first_step"]

    def _number(self, what: str) -> int:
        """A seed that only who knows the secret can know."""
        return int.from_bytes(hashlib.sha256(f"{self._secret}/{what}".encode()).digest()[:8], "big")


def private_hooks(session: Session) -> list[Hook]:
    """What makes the run private, which then draws its batches too; nothing where that is off."""
    how = session.recipe.privacy
    if not isinstance(how, DPSGD):
        return []
    session.batches = private = PrivateTraining(session, how)
    return [private]


def poisson_batches(
    samples: int, rate: float, steps: int, generator: torch.Generator
) -> tuple[torch.Tensor, list[int]]:
    """Batches into each of which every sample comes with probability ``rate``, independently of all others.

    Steps and samples are one long row of coin flips, of which the distances between heads are drawn: they are geometric,
    and there are as few of them as samples in the batches.

    Returns: numbers of samples, one batch behind the other (int64), and the batches' sizes (``steps`` of them).
    """
    if rate >= 1.0:
        return torch.arange(samples).repeat(steps), [samples] * steps
    cells = samples * steps
    expected = cells * rate
    heads = torch.empty(0, dtype=torch.int64)
    last = -1
    while last < cells:
        uniform = torch.rand(int(expected + 6 * math.sqrt(expected)) + 16, generator=generator, dtype=torch.float64)
        gaps = (torch.log1p(-uniform) / math.log1p(-rate)).floor_().clamp_(max=float(cells)).long() + 1
        more = gaps.cumsum(0) + last
        last = int(more[-1])
        heads = torch.cat([heads, more])
    heads = heads[heads < cells]
    return heads % samples, torch.bincount(heads // samples, minlength=steps).tolist()


def _with_stand_ins(order: torch.Tensor, sizes: list[int]) -> torch.Tensor:
    """The order with sample 0 in each batch that has none."""
    nobody = torch.zeros(1, dtype=order.dtype)
    return torch.cat([part if len(part) else nobody for part in torch.split(order, sizes)])
