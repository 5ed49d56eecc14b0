"""Normalisation."""

from __future__ import annotations

from math import prod
from typing import Annotated

from pydantic import Field

from ..errors import SetField, ShapeProblem
from ..graph.layer import Code, Cost, Layer, layer
from ..shapes import TensorSpec
from ..values import Param
from . import needs

Epsilon = Annotated[float, Field(ge=1e-12, le=1.0)]


def _ranks(x: TensorSpec, highest: int) -> None:
    needs.numbers(x)
    if x.rank > highest:
        raise ShapeProblem(
            f"got {x}",
            "It needs vectors N × C, sequences N × T × C or pictures N × C × H × W",
            brief="too many dimensions",
            fix="Put a Reshape or Flatten in front of it",
            code="shape.rank",
            values={"got": str(x)},
        )


@layer(
    "batch_norm",
    title="BatchNorm",
    category="Normalisation",
    keywords=("BatchNorm1d", "BatchNorm2d", "batch norm", "batch normalisation", "batch normalization", "bn"),
)
class BatchNorm(Layer):
    """Brings each channel to mean 0 and variance 1 over the batch, then scales and shifts it by learnt numbers. Shape unchanged.

    One layer stands for nn.BatchNorm1d (vectors (N, C), sequences (N, T, C)) and nn.BatchNorm2d (pictures
    (N, C, H, W)): what reaches it tells which, so that a Flatten put in front of it never makes it wrong. Predictions
    use running averages of mean and variance, which are not learnt and don't count as parameters.

    Source: Ioffe, Szegedy, 2015, https://arxiv.org/abs/1502.03167
    """

    mixes_samples = True
    momentum: Annotated[float, Field(gt=0.0, le=1.0)] = Param(
        0.1, help="Weight of the newest batch in the running averages that predictions use."
    )
    epsilon: Epsilon = Param(1e-5, help="Added to the variance, against division by zero.", advanced=True)
    affine: bool = Param(True, help="Learns a scale and a shift for each channel.", advanced=True)

    def infer(self, x: TensorSpec) -> TensorSpec:
        _ranks(x, 4)
        needs.fixed_channels(x)
        return x

    def cost(self, x: TensorSpec, y: TensorSpec) -> Cost:
        return Cost(2 * _channels(x) if self.affine else 0)

    def code(self, x: TensorSpec) -> Code:
        text = f"nn.BatchNorm{'2d' if x.rank == 4 else '1d'}({_channels(x)}"
        text += "" if self.epsilon == 1e-5 else f", eps={self.epsilon!r}"
        text += "" if self.momentum == 0.1 else f", momentum={self.momentum!r}"
        text += ")" if self.affine else ", affine=False)"
        return Code("{self}({x}.transpose(1, 2)).transpose(1, 2)" if x.rank == 3 else "{self}({x})", text)

    def summary(self) -> str:
        return f"momentum {self.momentum:g}"


@layer(
    "layer_norm",
    title="LayerNorm",
    category="Normalisation",
    keywords=("layer norm", "layer normalisation", "layer normalization"),
)
class LayerNorm(Layer):
    """Brings each sample to mean 0 and variance 1, then scales and shifts it by learnt numbers. Shape unchanged.

    Taken over the features of a vector (N, C), over the features of each step of a sequence (N, T, C), and over
    channels, height and width together of a picture (N, C, H, W).

    Source: Ba, Kiros, Hinton, 2016, https://arxiv.org/abs/1607.06450
    """

    epsilon: Epsilon = Param(1e-5, help="Added to the variance, against division by zero.", advanced=True)
    affine: bool = Param(True, help="Learns a scale and a shift for each value.", advanced=True)

    def _over(self, x: TensorSpec) -> tuple[int, ...]:
        over = x.dims[1:] if x.rank == 4 else x.dims[-1:]
        return tuple(d for d in over if isinstance(d, int))

    def infer(self, x: TensorSpec) -> TensorSpec:
        _ranks(x, 4)
        if x.rank == 4:
            needs.fixed_size(x)
        needs.fixed_channels(x)
        return x

    def cost(self, x: TensorSpec, y: TensorSpec) -> Cost:
        return Cost(2 * prod(self._over(x)) if self.affine else 0)

    def code(self, x: TensorSpec) -> str:
        over = self._over(x)
        text = f"nn.LayerNorm({over[0] if len(over) == 1 else over}"
        text += "" if self.epsilon == 1e-5 else f", eps={self.epsilon!r}"
        return text + (")" if self.affine else ", elementwise_affine=False)")


@layer(
    "group_norm",
    title="GroupNorm",
    category="Normalisation",
    keywords=("group norm", "group normalisation", "group normalization", "gn", "private", "small batch"),
)
class GroupNorm(Layer):
    """Brings each group of channels of a sample to mean 0 and variance 1, then scales and shifts it. Shape unchanged.

    Each sample is taken by itself, so that batches may be small, and training may be private, where BatchNorm can't.
    The mean is over the channels of a group in vectors (N, C), with all steps in sequences (N, T, C), and with height and
    width in pictures (N, C, H, W).

    Source: Wu, He, 2018, https://arxiv.org/abs/1803.08494
    """

    groups: Annotated[int, Field(gt=0, le=65_536)] = Param(
        8, help="Number of groups; it must divide the channels. 1 takes all channels together.", unit="groups"
    )
    epsilon: Epsilon = Param(1e-5, help="Added to the variance, against division by zero.", advanced=True)
    affine: bool = Param(True, help="Learns a scale and a shift for each channel.", advanced=True)

    def infer(self, x: TensorSpec) -> TensorSpec:
        _ranks(x, 4)
        needs.fixed_channels(x)
        channels = _channels(x)
        if channels % self.groups:
            best = groups_for(x, self.groups)
            raise ShapeProblem(
                f"got {channels} channels, and has {self.groups} groups",
                "Groups must divide the channels",
                (SetField(f"Set groups to {best}", "groups", best),),
                brief="groups don't divide channels",
                fix="Set groups to a divisor of the channels",
                code="shape.groups",
                values={"channels": channels, "groups": self.groups},
            )
        if x.known and x.size == self.groups:
            best = groups_for(x, self.groups)
            raise ShapeProblem(
                f"got {x}, which leaves a single number in each group",
                "The mean of a single number takes all of it away: a group needs several",
                (SetField(f"Set groups to {best}", "groups", best),) if channels > 1 else (),
                brief="one number in a group",
                fix="Set fewer groups" if channels > 1 else "Take it away",
                code="shape.groups",
                values={"channels": channels, "groups": self.groups},
            )
        return x

    def cost(self, x: TensorSpec, y: TensorSpec) -> Cost:
        return Cost(2 * _channels(x) if self.affine else 0)

    def code(self, x: TensorSpec) -> Code:
        text = f"nn.GroupNorm({self.groups}, {_channels(x)}"
        text += "" if self.epsilon == 1e-5 else f", eps={self.epsilon!r}"
        text += ")" if self.affine else ", affine=False)"
        return Code("{self}({x}.transpose(1, 2)).transpose(1, 2)" if x.rank == 3 else "{self}({x})", text)

    def summary(self) -> str:
        return f"{self.groups} group{'s' if self.groups > 1 else ''}"


def groups_for(x: TensorSpec, most: int = 32) -> int:
    """The largest number of groups up to ``most`` that divides the channels of ``x`` and leaves at least 4 channels in a
    group; of a vector 8, as few numbers say little once their mean is taken away. 1 where none does."""
    channels = _channels(x)
    least = 8 if x.rank == 2 else 4
    fitting = [g for g in range(1, min(most, channels) + 1) if channels % g == 0 and channels // g >= least]
    return max(fitting, default=1)


def _channels(x: TensorSpec) -> int:
    channels = x.dims[1] if x.rank in (2, 4) else x.dims[-1]
    assert isinstance(channels, int)
    return channels
