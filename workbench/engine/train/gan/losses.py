"""What a discriminator and a generator make small, from the numbers that the discriminator gives.

``real`` and ``fake`` are (N,) float32: what it says of real samples and of generated ones.
"""

from __future__ import annotations

from collections.abc import Callable

import torch
import torch.nn.functional as F

from .recipe import GanLoss

Judge = Callable[[torch.Tensor], torch.Tensor]
"""From samples (N, ...) to numbers (N,)."""


def discriminator_loss(
    kind: GanLoss,
    real: torch.Tensor,
    fake: torch.Tensor,
    smoothing: float = 0.0,
    weights: torch.Tensor | None = None,
) -> torch.Tensor:
    """The discriminator's loss, a scalar, without a gradient penalty. ``weights`` (N,) are of the real samples.

    Non-saturating: Goodfellow et al. 2014, with one-sided label smoothing (Salimans et al. 2016); least squares: Mao et al.
    2017, https://arxiv.org/abs/1611.04076; Wasserstein: Arjovsky et al. 2017, https://arxiv.org/abs/1701.07875
    """
    if kind == "non_saturating":
        genuine = F.softplus(-real)
        if smoothing:
            genuine = (1.0 - smoothing) * genuine + smoothing * F.softplus(real)
        return _mean(genuine, weights) + F.softplus(fake).mean()
    if kind == "least_squares":
        return 0.5 * (_mean((real - 1.0).square(), weights) + fake.square().mean())
    return fake.mean() - _mean(real, weights)


def _mean(each: torch.Tensor, weights: torch.Tensor | None) -> torch.Tensor:
    return each.mean() if weights is None else (weights * each).mean()


def generator_loss(kind: GanLoss, fake: torch.Tensor) -> torch.Tensor:
    """The generator's loss, a scalar; sources as in ``discriminator_loss``."""
    if kind == "non_saturating":
        return F.softplus(-fake).mean()
    if kind == "least_squares":
        return 0.5 * (fake - 1.0).square().mean()
    return -fake.mean()


def gradient_penalty(judge: Judge, real: torch.Tensor, fake: torch.Tensor) -> torch.Tensor:
    """Mean of (norm - 1)² of the judge's gradient by each sample, between real samples and generated ones; a scalar.

    Source: Gulrajani et al. 2017, https://arxiv.org/abs/1704.00028
    """
    share = torch.rand(len(real), *[1] * (real.ndim - 1), device=real.device, dtype=real.dtype)
    between = torch.lerp(fake, real, share).requires_grad_(True)
    (gradient,) = torch.autograd.grad(judge(between).sum(), between, create_graph=True)
    # The norm has no gradient at 0, where a discriminator that can't see a difference is.
    norms = (gradient.flatten(1).square().sum(1) + 1e-12).sqrt()
    return (norms - 1.0).square().mean()


def judged_right(kind: GanLoss, real: torch.Tensor, fake: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Shares of real samples and of generated ones that are told rightly, two scalars.

    They lie on their side of 0 (least squares: of 1/2). The numbers of a Wasserstein critic have no zero: there it is the
    middle between the two means of the batch.
    """
    if kind == "non_saturating":
        return (real > 0).float().mean(), (fake < 0).float().mean()
    middle = real.new_tensor(0.5) if kind == "least_squares" else 0.5 * (real.mean() + fake.mean())
    return (real > middle).float().mean(), (fake < middle).float().mean()
