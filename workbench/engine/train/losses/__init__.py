# ruff: noqa: I001 - in the order of forms
"""The losses. Each is the mean over the batch, from logits: no loss expects an activation in front of it.

Importing this package fills ``Loss.members``, in the order of forms.
"""

from .auto import Auto
from .cross_entropy import CrossEntropy
from .binary import BinaryCrossEntropy
from .focal import Focal
from .logit_adjusted import LogitAdjusted, prior_shift
from .hinge import Hinge, SquaredHinge
from .mse import MeanSquaredError
from .mae import MeanAbsoluteError
from .huber import Huber, SmoothL1
from .quantile import Quantile
from .poisson import Poisson
from .kl import KLDivergence
from .cosine import Cosine

__all__ = [
    "Auto",
    "BinaryCrossEntropy",
    "Cosine",
    "CrossEntropy",
    "Focal",
    "Hinge",
    "Huber",
    "KLDivergence",
    "LogitAdjusted",
    "MeanAbsoluteError",
    "MeanSquaredError",
    "Poisson",
    "Quantile",
    "SmoothL1",
    "SquaredHinge",
    "prior_shift",
]
