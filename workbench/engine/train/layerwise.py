"""Which parameters of a network are weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torch import nn


def exempt_from_decay(module: nn.Module) -> set[int]:
    """Ids of the parameters that are no weights: biases, other vectors, and everything in normalisation."""
    found = {id(p) for p in module.parameters() if p.ndim < 2}
    for part in module.modules():
        if "Norm" in type(part).__name__:
            found |= {id(p) for p in part.parameters(recurse=False)}
    return found
