"""How many CPU threads are worth it for a network: a small one is as quick with one, and much quicker beside other programs."""

from __future__ import annotations

from torch import nn

from ..graph.infer import Inference

SMALL = 6_000_000
"""Multiply-adds of a step up to which one thread is as quick as several on a machine with nothing else to do."""

SMALL_RECURRENT = 15_000_000
"""The same for a recurrent network, whose work falls into many small operations, one after the other."""

PASSES, PER_PARAMETER = 3, 10
"""Forward and twice backward; what the optimiser does for each parameter."""


def worthwhile_threads(most: int, module: nn.Module, inference: Inference, samples: int) -> int:
    """``most`` or 1, by the work of a step on ``samples`` samples; the same on every machine, busy or not.

    Measured on two cores, steps per second of one thread over those of two, on a quiet machine and on a busy one: MLP
    784-64-64-10 at batch 32 1.03 and 1.9, at 64 0.95 and 1.0, at 256 0.76; convolutions over 8x8 at batch 8 0.95 and 1.07;
    LSTM of 32 units over 40 words at batch 32 0.94 and 1.5, of 64 units 0.64 and 0.7.
    """
    multiply_adds = sum(n.cost.multiply_adds for n in inference.nodes.values())
    work = PASSES * samples * multiply_adds + PER_PARAMETER * sum(p.numel() for p in module.parameters())
    recurrent = any(isinstance(m, nn.RNNBase) for m in module.modules())
    return 1 if work <= (SMALL_RECURRENT if recurrent else SMALL) else most


def why_one() -> str:
    """Why a run has one thread where it could have more."""
    return "One CPU thread: the network is so small that several would not be quicker."
