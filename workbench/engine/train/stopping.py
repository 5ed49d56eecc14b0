"""When a run ends by itself, as a value, and which epoch counts as its best. No torch at import."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ..values import NonNegative, Param, Value


class Stopping(Value):
    """Early stopping; ``monitor`` also chooses the best epoch when it is off."""

    patience: NonNegative = Param(
        0, help="Epochs in a row without getting better after which training ends. 0: never.", unit="epochs"
    )
    min_delta: Annotated[float, Field(ge=0.0, le=1e9)] = Param(
        0.0, help="What gets better by no more than this counts as no better.", advanced=True
    )
    monitor: Annotated[str, Field(min_length=1, max_length=200)] = Param(
        "val_loss",
        help="The number that is watched, and by which the best epoch is chosen: any that an epoch records.",
    )
    restore_best: bool = Param(
        True,
        help="Where it ends early, the last weights are those of the best epoch too. Evaluation and export read the best ones "
        "anyway.",
        advanced=True,
    )


LOWER_IS_BETTER = ("loss", "distance", "mae", "mse", "rmse", "mape", "error", "brier", "calibration")
"""Ends of the names of numbers of which less is better; of all others more is."""


def higher_is_better(metric: str) -> bool:
    """Whether more of a recorded number is better; ``metric`` as epochs record it ("val_accuracy", "val_price_mae")."""
    return not metric.endswith(LOWER_IS_BETTER)
