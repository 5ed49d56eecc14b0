"""What is learnt when nothing else is said: the task of the data."""

from __future__ import annotations

from ..values import register
from .recipe import Aim

MODEL = "model"
"""Name of the network that learns the data's task."""


@register("auto")
class AutoAim(Aim):
    """Classes, labels, numbers, or the input again: whatever the data asks for."""

    title = "Automatic"

    @property
    def roles(self) -> dict[str, str]:
        """The network called model."""
        return {"model": MODEL}
