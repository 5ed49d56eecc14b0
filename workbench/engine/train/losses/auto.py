"""The loss that task and network decide."""

from __future__ import annotations

from ...values import register
from ..recipe import Loss


@register("auto")
class Auto(Loss):
    """Chosen by the task and the network's output: cross-entropy, binary cross-entropy or mean squared error."""

    title = "Automatic"
    tasks = ("classification", "multi_label", "regression", "reconstruction", "tagging")
