"""One step of a GAN: the discriminator learns from a batch, and at its turn the generator. Nothing waits for the device."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from ...data.augment.mixing import Mix
from ...data.feed import Tensors
from ..hooks import Hook, overriding
from ..step import StepResult
from .losses import discriminator_loss, generator_loss, gradient_penalty, judged_right
from .pair import GanPair
from .recipe import GanAim


class GanStep:
    """Trains both networks.

    Every step teaches the discriminator from a batch of real samples and as many generated ones. The first step, and from
    there every ``discriminator_steps``-th, teaches the generator too, from the same noise. Noise comes from torch's default
    generator of the device, whose state a checkpoint carries.
    """

    def __init__(
        self,
        pair: GanPair,
        aim: GanAim,
        noise: tuple[int, ...],
        optimizer: torch.optim.Optimizer,
        hooks: Sequence[Hook] = (),
    ) -> None:
        self.pair, self.aim, self.noise = pair, aim, noise
        self._optimizer = optimizer
        self._before, self._after = overriding(hooks, "before_step"), overriding(hooks, "after_step")
        self._on_gradients = overriding(hooks, "on_gradients")
        self._learning = {
            "generator": [p for p in pair.generator.parameters() if p.requires_grad],
            "discriminator": [p for p in pair.discriminator.parameters() if p.requires_grad],
        }
        self._all = list(pair.parameters())
        self.part = 0
        """As in ``Step``; a GAN's batches are not split."""
        self.join_single = False

    def __call__(self, number: int, inputs: Tensors, targets: Tensors, mix: Mix | None = None) -> StepResult:
        """Steps on a batch of real samples, whose weights stand behind the targets; gives the numbers of ``metric_names`` as one tensor, and no outputs."""
        for before in self._before:
            before(number)
        kind, pair = self.aim.loss, self.pair
        (real,) = inputs
        turn = (number - 1) % self.aim.discriminator_steps == 0
        noise = torch.randn(len(real), *self.noise, device=real.device)
        with torch.set_grad_enabled(turn):
            made = pair(noise)
        fake = made.detach()
        said_real, said_fake = pair.judge(real), pair.judge(fake)
        weights = targets[1] if len(targets) > 1 else None
        loss = discriminator_loss(kind, said_real, said_fake, self.aim.smoothing, weights)
        total = loss
        extra: tuple[torch.Tensor, ...] = ()
        if kind == "wasserstein_gp":
            penalty = gradient_penalty(pair.judge, real, fake)
            total, extra = loss + self.aim.penalty * penalty, (penalty.detach(),)
        self._learn(number, total, "discriminator")
        with torch.no_grad():
            right = judged_right(kind, said_real, said_fake)
        if turn:
            own = generator_loss(kind, pair.judge(made))
            self._learn(number, own, "generator")
        else:
            own = generator_loss(kind, said_fake)
        for after in self._after:
            after(number)
        return torch.stack([own.detach(), loss.detach(), *right, *extra]), ()

    def parts(self, total: int) -> list[int]:
        """Sizes of the micro-batches that a batch is split into."""
        return [total]

    def _learn(self, number: int, loss: torch.Tensor, role: str) -> None:
        """Steps one of the networks; the other has no gradients, by which optimisers leave it alone."""
        if not self._learning[role]:
            return  # all of its layers are frozen
        for parameter in self._all:
            parameter.grad = None
        torch.autograd.backward(loss, inputs=self._learning[role])
        for change in self._on_gradients:
            change(number)
        self._optimizer.step()


class NumbersBlock:
    """As ``Block``, for steps that give a tensor of numbers, one for each name."""

    limit = 4096
    """Steps after which the block must leave."""

    tokens: tuple[float, ...] = ()
    """Its numbers are means over samples."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names
        self.sizes: list[int] = []
        self._rows: list[torch.Tensor] = []

    def __len__(self) -> int:
        return len(self.sizes)

    def add(self, loss: torch.Tensor, outputs: Tensors, targets: Tensors) -> None:
        """Takes one step's numbers, detached; ``targets`` tells the size of its batch."""
        self._rows.append(loss)
        self.sizes.append(len(targets[0]))

    def take(self) -> dict[str, list[float]]:
        """One number for each step by name; waits for the device once and empties the block."""
        values = torch.stack(self._rows, dim=1).tolist()
        self.sizes, self._rows = [], []
        return dict(zip(self.names, values, strict=True))
