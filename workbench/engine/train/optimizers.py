"""The optimisers."""

from __future__ import annotations

from ..values import register
from .recipe import Optimizer


@register("adam")
class Adam(Optimizer):
    """Adapts each weight's step to the size of its recent gradients. Source: https://arxiv.org/abs/1412.6980"""

    title = "Adam"
