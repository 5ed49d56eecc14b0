"""Batch normalisation over the samples of all processes: the same numbers as one process has for the whole batch.

torch's ``SyncBatchNorm`` does the same on GPUs alone, and would count the sample that stands in where a process has none of a
batch. Weights and statistics are those of the layer that it stands for, under the same names, so that checkpoints, evaluation
and export know nothing of it.
"""

from __future__ import annotations

from typing import Any

import torch
import torch.distributed as dist
from torch import nn
from torch.nn.modules.batchnorm import _BatchNorm


class SharedBatchNorm(_BatchNorm):
    """Takes the place of a batch norm layer of any number of dimensions, whose parameters and statistics it has."""

    def __init__(self, plain: _BatchNorm) -> None:
        super().__init__(
            plain.num_features, plain.eps, plain.momentum, affine=False, track_running_stats=plain.track_running_stats
        )
        self.affine = plain.affine
        self._parameters = plain._parameters
        self._buffers = plain._buffers
        self.train(plain.training)
        self.counts = True
        """Whether this process' samples count; not where one only stands in."""

    def forward(self, input: torch.Tensor) -> torch.Tensor:
        """Shapes as ``nn.BatchNorm``'s. Without gradients each process is taken to see whole batches, and asks nobody."""
        if not self.training or not torch.is_grad_enabled():
            return super().forward(input)
        result: tuple[torch.Tensor, ...] = _OverAll.apply(  # type: ignore[no-untyped-call]
            input, self.weight, self.bias, self.eps, self.counts
        )
        output, mean, variance, count = result
        if self.track_running_stats:
            self._note(mean, variance, count)
        return output

    @torch.no_grad()
    def _note(self, mean: torch.Tensor, variance: torch.Tensor, count: torch.Tensor) -> None:
        assert self.num_batches_tracked is not None
        assert self.running_mean is not None
        assert self.running_var is not None
        self.num_batches_tracked.add_(1)
        # The share stays on the device: nothing waits for it.
        share: Any = self.momentum if self.momentum is not None else 1.0 / self.num_batches_tracked.to(mean.dtype)
        self.running_mean.lerp_(mean, share)
        self.running_var.lerp_(variance * (count / (count - 1).clamp(min=1)), share)

    def _check_input_dim(self, input: torch.Tensor) -> None:
        """The layer it stands for was made for what comes."""


class _OverAll(torch.autograd.Function):
    """Normalises by mean and variance over all processes; means and squares are put together as they are, without the
    cancellation that sums of squares suffer. Source: Chan, Golub, LeVeque, 1979."""

    @staticmethod
    def forward(  # noqa: PLR0917 - torch passes arguments by place
        ctx: Any,
        input: torch.Tensor,
        weight: torch.Tensor | None,
        bias: torch.Tensor | None,
        eps: float,
        counts: bool,
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
        numbers = input.float()
        others = [d for d in range(input.dim()) if d != 1]
        shape = [1, -1] + [1] * (input.dim() - 2)
        own_variance, own_mean = torch.var_mean(numbers, others, correction=0)
        own = torch.stack([own_mean, own_variance, torch.full_like(own_mean, numbers[:, 0].numel() if counts else 0)])
        rows = [torch.empty_like(own) for _ in range(dist.get_world_size())]
        dist.all_gather(rows, own)
        means, variances, sizes = torch.stack(rows).unbind(1)
        count = sizes.sum(0)
        shares = sizes / count
        mean = (means * shares).sum(0)
        variance = ((variances + (means - mean).square()) * shares).sum(0)
        scale = (variance + eps).rsqrt()
        normal = (numbers - mean.view(shape)) * scale.view(shape)
        ctx.save_for_backward(normal, scale, count, weight)
        ctx.others, ctx.shape, ctx.counts = others, shape, counts
        output = normal
        if weight is not None:
            output = output * weight.view(shape)
        if bias is not None:
            output = output + bias.view(shape)
        ctx.mark_non_differentiable(mean, variance, count)
        return output.to(input.dtype), mean, variance, count

    @staticmethod
    def backward(ctx: Any, *gradients: torch.Tensor) -> tuple[torch.Tensor | None, ...]:
        normal, scale, count, weight = ctx.saved_tensors
        gradient = gradients[0].float()
        sums = torch.stack([gradient.sum(ctx.others), (gradient * normal).sum(ctx.others)])
        own_bias, own_weight = sums.clone().unbind()
        dist.all_reduce(sums)
        whole, along = (s.view(ctx.shape) for s in (sums / count).unbind())
        back = (gradient - whole - normal * along) * scale.view(ctx.shape)
        if weight is not None:
            back = back * weight.view(ctx.shape)
        # The statistics don't depend on a stand-in.
        back = back.to(gradients[0].dtype) if ctx.counts else torch.zeros_like(gradients[0])
        return (
            back,
            own_weight if ctx.needs_input_grad[1] else None,
            own_bias if ctx.needs_input_grad[2] else None,
            None,
            None,
        )


def share_norms(module: nn.Module) -> list[SharedBatchNorm]:
    """Puts a ``SharedBatchNorm`` in the place of every batch norm that learns; returns them. Frozen ones stay as they are."""
    found: dict[nn.Module, SharedBatchNorm] = {}
    for part in list(module.modules()):
        for name, child in list(part.named_children()):
            if isinstance(child, _BatchNorm) and child.training:
                if child not in found:
                    found[child] = SharedBatchNorm(child)
                setattr(part, name, found[child])
    return list(found.values())


def has_batch_norm(module: nn.Module) -> bool:
    """Whether some batch norm takes its means over what it is given."""
    return any(isinstance(m, _BatchNorm) and m.training for m in module.modules())
