"""One optimiser step: forward, loss, backward, step. Nothing in here waits for the device."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from typing import Any

import torch
from torch import nn

from ..data.augment.mixing import Mix
from ..data.feed import Tensors, batch_sizes
from .added import added_of
from .fused import quick_step
from .hooks import Hook, overriding
from .mixed import Scaler, in_precision
from .objectives import Objective
from .optimizers.measured import measured_step
from .precision import Computing

# What a step returns: the loss, a scalar, and the outputs of each goal, all detached and on the device.
StepResult = tuple[torch.Tensor, Tensors]


class Step:
    """Trains a module on one batch after the other, with what hooks do around each step.

    Among the hooks, a ``Scaler`` takes over the backward pass and the optimiser's step. ``computing`` tells in which
    precision the layers compute.
    """

    def __init__(
        self,
        module: nn.Module,
        objective: Objective,
        optimizer: torch.optim.Optimizer,
        hooks: Sequence[Hook] = (),
        computing: Computing | None = None,
    ) -> None:
        self.module, self.objective = module, objective
        self.network: Callable[..., Any] = module
        """What computes the outputs: the module, or a compiled form of it."""
        device = next((p.device for p in module.parameters()), torch.device("cpu"))
        self._added = added_of(hooks)
        self._forward = in_precision(forward, computing or Computing(), device)
        self._scaler = next((h for h in hooks if isinstance(h, Scaler)), None)
        self._before, self._after = overriding(hooks, "before_step"), overriding(hooks, "after_step")
        self._on_gradients = overriding(hooks, "on_gradients")
        self._optimizer = optimizer
        self._after_part = overriding(hooks, "after_part")
        self._measures = bool(getattr(optimizer, "needs_closure", False))
        self._backward: Callable[[torch.Tensor], object] = torch.Tensor.backward
        if self._scaler is not None:
            self._backward = self._scaler.backward
        self._step = quick_step(optimizer) if self._scaler is None else self._scaler.step
        if self._scaler is not None and self._on_gradients:
            # They are to see gradients of their own size.
            self._on_gradients = (lambda _number, unscale=self._scaler.unscale: unscale(), *self._on_gradients)
        self.part = 0
        """Samples of a batch that go through the network at a time; 0 for all."""
        self.join_single = False
        """Whether a single sample left over joins the micro-batch before it."""
        self.scale: float | torch.Tensor = 1.0
        """By what the loss is multiplied for the gradients: above or below 1 where another process has a smaller or larger
        part of the batch."""
        self._parameters = [p for group in optimizer.param_groups for p in group["params"]]

    def __call__(self, number: int, inputs: Tensors, targets: Tensors, mix: Mix | None = None) -> StepResult:
        """Steps on a batch in training mode; ``number`` counts steps from 1, ``mix`` tells how samples were mixed by pairs."""
        for before in self._before:
            before(number)
        if self._measures:
            result = measured_step(self._optimizer, lambda: self._gradients(number, inputs, targets, mix))
        else:
            result = self._gradients(number, inputs, targets, mix)
            self._step()
        for after in self._after:
            after(number)
        return result

    def rehearse(self, inputs: Tensors, targets: Tensors, mix: Mix | None) -> None:
        """Forward and backward of a batch, without hooks or the optimiser."""
        if 0 < self.part < len(targets[0]):
            self._learn_in_parts(inputs, targets, mix)
        else:
            self._learn(inputs, targets, mix)

    def _gradients(self, number: int, inputs: Tensors, targets: Tensors, mix: Mix | None) -> StepResult:
        """The loss and outputs of a batch, its gradients in the parameters."""
        # Dropping the gradients instead of zeroing them saves a pass over them; optimizer.zero_grad does the same with
        # more ceremony.
        for parameter in self._parameters:
            parameter.grad = None
        if not 0 < self.part < len(targets[0]):
            loss, outputs = self._learn(inputs, targets, mix)
        else:
            loss, outputs = self._learn_in_parts(inputs, targets, mix)
        for change in self._on_gradients:
            change(number)
        return loss, outputs

    def _learn(self, inputs: Tensors, targets: Tensors, mix: Mix | None) -> StepResult:
        """Forward and backward of a whole batch."""
        outputs = self._forward(self.network, inputs)
        if mix is None:
            loss = self.objective.loss(outputs, targets)
        else:
            loss = self.objective.mixed_loss(outputs, targets, mix)
        if self._added is not None:
            loss = self._added.loss(loss)
        self._backward(self._scaled(loss))
        return loss.detach(), tuple([o.detach() for o in outputs])

    def _learn_in_parts(self, inputs: Tensors, targets: Tensors, mix: Mix | None) -> StepResult:
        """The same gradient and the same mean loss, one micro-batch after the other."""
        losses: list[torch.Tensor] = []
        answers: list[Tensors] = []
        first, total = 0, len(targets[0])
        for size in self.parts(total):
            part = slice(first, first + size)
            # Several processes wait for each other only once in a step.
            alone = getattr(self.network, "no_sync", nullcontext) if first + size < total else nullcontext
            with alone():
                outputs = self._forward(self.network, tuple([t[part] for t in inputs]))
                own = tuple([t[part] for t in targets])
                if mix is None:
                    loss = self.objective.loss(outputs, own)
                else:
                    loss = self.objective.mixed_loss(outputs, targets, mix, first)
                if self._added is not None:
                    loss = self._added.loss(loss, size / total)
                # Each sample, or token, counts alike, however large its part is.
                loss = loss * self.objective.share(own, targets)
                self._backward(self._scaled(loss))
            for look in self._after_part:
                look(size, total)
            losses.append(loss.detach())
            answers.append(tuple([o.detach() for o in outputs]))
            first += size
        return torch.stack(losses).sum(), tuple([torch.cat(a) for a in zip(*answers, strict=True)])

    def _scaled(self, loss: torch.Tensor) -> torch.Tensor:
        return loss if isinstance(self.scale, float) and self.scale == 1.0 else loss * self.scale

    def parts(self, total: int) -> list[int]:
        """Sizes of the micro-batches that a batch is split into."""
        return batch_sizes(total, self.part, join_single=self.join_single) if 0 < self.part < total else [total]


def forward(network: Callable[..., Any], inputs: Tensors) -> Tensors:
    """The network's outputs, always as a tuple."""
    result: Any = network(*inputs)
    return result if isinstance(result, tuple) else (result,)
