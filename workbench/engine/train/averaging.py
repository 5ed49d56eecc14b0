"""Which average of the weights is measured and kept, as a value. No torch at import; it is done in ``averages``."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from ..values import Kinded, Param, register

Rate = Annotated[float, Field(gt=0.0, le=100.0)]


class Averaging(Kinded):
    """Base of the ways to average weights. Validation, ``best`` and the weights in ``last`` are the averaged ones."""

    family: ClassVar[str] = "averaging"
    members: ClassVar[dict[str, type[Averaging]]] = {}
    title: ClassVar[str] = ""


@register("none")
class NoAveraging(Averaging):
    """The weights as they are after the last step."""

    title = "None"


@register("ema")
class EMA(Averaging):
    """A mean in which every step counts less than the one after it. Source: Polyak, Juditsky, 1992; decay as in
    https://www.tensorflow.org/api_docs/python/tf/train/ExponentialMovingAverage"""

    title = "EMA (moving average)"
    decay: Annotated[float, Field(gt=0.0, lt=1.0)] = Param(
        0.999,
        help="Share of the average that each step keeps: 0.999 looks back some 1,000 steps. Costs memory for one more copy of "
        "the weights.",
    )
    warm_up: bool = Param(
        True,
        help="The decay begins small and grows to its value, so that the first weights, which know nothing, are soon forgotten.",
        advanced=True,
    )


@register("swa")
class SWA(Averaging):
    """The plain mean of the weights at the ends of the last epochs. Source: https://arxiv.org/abs/1803.05407"""

    title = "SWA (mean of last epochs)"
    start: Annotated[float, Field(ge=0.0, lt=1.0)] = Param(
        0.75,
        help="Share of all epochs after which averaging begins. With batch normalisation, each epoch from then on costs one more "
        "pass over the training data.",
    )
    learning_rate: Rate | None = Param(
        None,
        words={"": "by schedule"},
        help="Constant learning rate from then on, higher than a schedule would end with. Empty: the schedule goes on.",
    )

    def first_epoch(self, epochs: int) -> int:
        """The epoch, counted from 0, whose end is the first to be averaged; the last one at the latest."""
        return min(int(self.start * epochs), epochs - 1)
