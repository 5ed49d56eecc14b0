"""Augmentations that mix the pictures of a batch by pairs, and what is to be predicted with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from ...values import Param, register
from .base import Augmentation, Share, Stage

if TYPE_CHECKING:
    import torch

    from .mixing import Blending

Alpha = Annotated[float, Field(ge=0.05, le=10.0)]


class _Mixing(Augmentation):
    stage: ClassVar[Stage] = "mix"

    probability: Share = Param(0.5, help="Share of the samples that it is done to.")


@register("mixup")
class MixUp(_Mixing):
    """Blends each picture with another one of its batch; the loss counts both classes, each by its share.

    Source: Zhang et al., mixup: Beyond Empirical Risk Minimization, https://arxiv.org/abs/1710.09412
    """

    title = "MixUp"
    numbers = 2

    alpha: Alpha = Param(
        0.2,
        help="Of the distribution Beta(alpha, alpha) of the shares: small ones leave mostly one picture, 1 draws all alike.",
    )

    def summary(self) -> str:
        return f"alpha {self.alpha:g}"

    def apply(self, numbers: torch.Tensor, work: Blending) -> None:
        from .mixing import beta_quantile

        work.blend(beta_quantile(numbers[1], self.alpha), numbers[0])


@register("cutmix")
class CutMix(_Mixing):
    """Pastes a rectangle of another picture of the batch; the loss counts both classes, each by its share of the area.

    Source: Yun et al., CutMix, https://arxiv.org/abs/1905.04899
    """

    title = "CutMix"
    numbers = 4

    alpha: Alpha = Param(1.0, help="Of the distribution Beta(alpha, alpha) of the shares: 1 draws all areas alike.")

    def summary(self) -> str:
        return f"alpha {self.alpha:g}"

    def apply(self, numbers: torch.Tensor, work: Blending) -> None:
        from .mixing import beta_quantile

        work.paste(beta_quantile(numbers[1], self.alpha), numbers[2], numbers[3], numbers[0])
