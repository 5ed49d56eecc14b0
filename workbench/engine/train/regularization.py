"""What keeps weights and gradients small, as a value. No torch at import; it is done in ``constraints``."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ..values import Param, Value

Strength = Annotated[float, Field(ge=0.0, le=10.0)]
Limit = Annotated[float, Field(ge=0.0, le=1e6)]


class Regularization(Value):
    """Limits to weights and gradients beside weight decay. 0 switches each off; "weights" are the parameters of two or more
    dimensions outside normalisation."""

    weights_only: bool = Param(
        False,
        label="Decay weights only",
        help="Weight decay leaves biases and the parameters of normalisation alone, which need none.",
    )
    l1: Strength = Param(
        0.0,
        label="L1",
        help="Pull of every weight towards zero by the same amount, until it is exactly zero; biases and normalisation are "
        "left alone. 0: off. Costs three passes over the weights in each step.",
    )
    clip_norm: Limit = Param(
        0.0,
        label="Clip gradient norm",
        help="Longest that the gradient of all parameters together may be; a longer one is scaled down. 0: off. Of use where "
        "the loss jumps, as in recurrent networks. Costs little but in tiny networks.",
    )
    clip_value: Limit = Param(
        0.0,
        label="Clip gradient values",
        help="Largest that each number of the gradient may be. 0: off. It turns the gradient: try the norm first.",
        advanced=True,
    )
    max_norm: Limit = Param(
        0.0,
        help="Longest that the weights into one unit may be together; longer ones are scaled down after each step. 0: off. "
        "Goes well with dropout, 3 or 4 is usual.",
        advanced=True,
    )
