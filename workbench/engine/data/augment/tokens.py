"""Augmentations of texts and other sequences of ids: tokens dropped, masked, swapped. Padding (id 0) stays padding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from ...values import Param, register
from .base import Augmentation, DataKind, Stage

if TYPE_CHECKING:
    import torch

    from .token_work import TokenWork

Rate = Annotated[float, Field(gt=0.0, le=0.9)]


class _OfTokens(Augmentation):
    data: ClassVar[DataKind] = "tokens"
    stage: ClassVar[Stage] = "whole"
    numbers = 2

    share: Rate = Param(
        0.1,
        label="Largest share",
        help="Largest share of a text's tokens that it is done to; each sample draws one up to it.",
    )

    def summary(self) -> str:
        return f"up to {self.share:.0%}"


@register("token_drop")
class TokenDrop(_OfTokens):
    """Leaves out tokens; what follows moves up. One token at least stays.

    Source: Wei and Zou, EDA: Easy Data Augmentation Techniques, https://arxiv.org/abs/1901.11196 (random deletion)
    """

    title = "Drop tokens"

    def apply(self, numbers: torch.Tensor, work: TokenWork) -> None:
        work.drop(numbers[1] * self._chosen(numbers[0]) * self.share)


@register("token_mask")
class TokenMask(_OfTokens):
    """Hides tokens: they become the one for unknown words, so that a network learns to do without any single word.

    Source: Xie et al., Data Noising as Smoothing in Neural Network Language Models, https://arxiv.org/abs/1703.02573
    """

    title = "Mask tokens"

    def apply(self, numbers: torch.Tensor, work: TokenWork) -> None:
        work.mask(numbers[1] * self._chosen(numbers[0]) * self.share)


@register("token_swap")
class TokenSwap(_OfTokens):
    """Swaps tokens with their neighbours. Right where the order of two words seldom matters.

    Source: Wei and Zou, EDA: Easy Data Augmentation Techniques, https://arxiv.org/abs/1901.11196 (random swap)
    """

    title = "Swap neighbours"

    def apply(self, numbers: torch.Tensor, work: TokenWork) -> None:
        work.swap(numbers[1] * self._chosen(numbers[0]) * self.share)
