"""Augmentations of a table's rows: noise on numbers, cells blanked, cells taken from other rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from ...values import Param, register
from .base import Augmentation, DataKind, Share, Stage

if TYPE_CHECKING:
    import torch

    from .row_work import RowWork

Rate = Annotated[float, Field(gt=0.0, le=0.9)]


class _OfRows(Augmentation):
    data: ClassVar[DataKind] = "table"
    stage: ClassVar[Stage] = "whole"


@register("number_noise")
class NumberNoise(_OfRows):
    """Adds a random number of its own to every number of a row (Gaussian). Categories stay.

    Source: Bishop, Training with Noise is Equivalent to Tikhonov Regularization, Neural Computation 7 (1995)
    """

    title = "Noise on numbers"
    numbers = 2

    strength: Annotated[float, Field(ge=0.0, le=2.0)] = Param(
        0.1,
        help="Largest standard deviation of the noise, as a share of the column's; each row draws one up to it.",
    )

    def summary(self) -> str:
        return f"up to {self.strength:g}"

    def apply(self, numbers: torch.Tensor, work: RowWork) -> None:
        work.noise(numbers[1] * self._chosen(numbers[0]) * self.strength)


@register("cell_drop")
class CellDrop(_OfRows):
    """Blanks cells: they look as missing ones do, so that a network learns to do without any single column.

    Source: Vincent et al., Extracting and Composing Robust Features with Denoising Autoencoders, ICML 2008 (masking noise)
    """

    title = "Blank cells"
    numbers = 2

    probability: Share = Param(0.5, help="Share of the samples that it is done to.")
    share: Rate = Param(
        0.1, label="Largest share", help="Largest share of a row's cells that is blanked; each row draws one up to it."
    )

    def summary(self) -> str:
        return f"up to {self.share:.0%}"

    def apply(self, numbers: torch.Tensor, work: RowWork) -> None:
        work.blank(numbers[1] * self._chosen(numbers[0]) * self.share)


@register("cell_swap")
class CellSwap(_OfRows):
    """Takes cells from another row of the batch: each stays a value that its column has. A category moves as a whole.

    Source: Jahrer, Porto Seguro's Safe Driver Prediction, first place (swap noise),
    https://www.kaggle.com/c/porto-seguro-safe-driver-prediction/discussion/44629
    """

    title = "Swap cells"
    numbers = 2

    probability: Share = Param(0.5, help="Share of the samples that it is done to.")
    share: Rate = Param(
        0.15, label="Largest share", help="Largest share of a row's cells that is swapped; each row draws one up to it."
    )

    def summary(self) -> str:
        return f"up to {self.share:.0%}"

    def apply(self, numbers: torch.Tensor, work: RowWork) -> None:
        work.swap(numbers[1] * self._chosen(numbers[0]) * self.share)
