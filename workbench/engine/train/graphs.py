"""CUDA graphs: the network's work for a batch of the usual shape is recorded once, and then started as a whole.

A step of a small network is many short kernels, which the processor starts one by one more slowly than the GPU computes them.
torch's ``make_graphed_callables`` records forward and backward on a stream of its own and keeps drawing new random numbers for
dropout; loss, hooks and optimiser stay as they are. The last, smaller batch of an epoch and everything in evaluation mode is computed
by the network itself.

What is recorded is compared with the network before it is used: the same batches must give the same gradients. A network that
waits for the device, or decides by what it computed, can't be recorded; the run then says so and goes on as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import torch
from torch import nn

from ..data.augment.mixing import Mix
from ..data.feed import Tensors
from .added import added_of
from .checkpoint import rng_state, set_rng_state
from .gan.step import GanStep
from .mixed import DTYPES
from .step import Step

if TYPE_CHECKING:
    from .precision import Computing
    from .recipe import TrainingRecipe
    from .session import Session

TOLERANCE = 0.02
"""How far recorded gradients may be from the network's, as a share of their length: some kernels add up in any order. Without
other faults, stale inputs, outputs or dropout masks differ by about as much as the gradients are long."""


def asked(recipe: TrainingRecipe, device: torch.device) -> bool:
    """Whether steps are recorded where the run allows it: then layers can't be looked into."""
    single = recipe.accumulation == 1 and recipe.privacy.kind == "none" and recipe.optimizer.kind != "lbfgs"
    return recipe.cuda_graphs == "auto" and device.type == "cuda" and not recipe.compile and single


def recordable(session: Session, step: Step | GanStep) -> bool:
    """Whether a run's steps have one shape and one network, and nothing looks into its layers."""
    plain = isinstance(step, Step) and session.batches is None and added_of(session.hooks) is None
    return plain and asked(session.recipe, session.device)


class _Shell(nn.Module):
    """Holds the network, since recording changes the ``forward`` of what it is given."""

    def __init__(self, module: nn.Module) -> None:
        super().__init__()
        self.module = module
        self.training = module.training

    def forward(self, *inputs: torch.Tensor) -> Any:
        return self.module(*inputs)


class Recorded:
    """Computes batches of one shape by what was recorded, and others by the network itself."""

    def __init__(self, module: nn.Module, inputs: Tensors, computing: Computing) -> None:
        self.module, self.shapes = module, tuple([x.shape for x in inputs])
        given = tuple([x.clone() for x in inputs])
        # Casts that are kept beyond a recording would be of weights from before it.
        half = DTYPES.get(computing.precision)
        with torch.autocast(inputs[0].device.type, half, enabled=half is not None, cache_enabled=False):
            self._replay = torch.cuda.make_graphed_callables(_Shell(module), given, allow_unused_input=True)

    def __call__(self, *inputs: torch.Tensor) -> Any:
        """The network's outputs."""
        if tuple([x.shape for x in inputs]) != self.shapes or not torch.is_grad_enabled():
            return self.module(*inputs)
        outputs: Any = self._replay(*inputs)
        # The next batch is written over these, while a block of steps keeps them.
        return tuple([o.clone() for o in outputs]) if isinstance(outputs, tuple) else outputs.clone()


def record_step(step: Step, inputs: Tensors, targets: Tensors, mix: Mix | None, computing: Computing) -> str:
    """Records the network of a step for batches like this one; returns what went wrong, empty when all is well."""
    module = step.module
    try:
        recorded = Recorded(module, inputs, computing)
        if not _same(step, recorded, inputs, targets, mix):
            step.network = module
            return "what was recorded gives other gradients"
    except Exception as error:
        # Whatever it is: either the network itself fails too, and the first step tells so, or it runs as it is.
        step.network = module
        return f"{type(error).__name__}: {' '.join(str(error).split())[:160]}"
    step.network = recorded
    return ""


def _same(step: Step, recorded: Recorded, inputs: Tensors, targets: Tensors, mix: Mix | None) -> bool:
    """Whether two batches in a row have the gradients that the network gives them, the second other inputs than the first."""
    batches = [inputs, tuple([x.roll(1, 0) for x in inputs])]
    plain = _gradients(step, step.module, batches, targets, mix)
    found = _gradients(step, recorded, batches, targets, mix)
    length = torch.linalg.vector_norm(plain)
    return bool(torch.linalg.vector_norm(found - plain) <= TOLERANCE * length + 1e-6)


def _gradients(step: Step, network: Any, batches: list[Tensors], targets: Tensors, mix: Mix | None) -> torch.Tensor:
    """All gradients of some batches, one behind the other, drawn with the same random numbers each time."""
    device = batches[0][0].device
    states, found = rng_state(device), []
    parameters = list(step.module.parameters())
    step.network = network
    for inputs in batches:
        for parameter in parameters:
            parameter.grad = None
        step.rehearse(inputs, targets, mix)
        found += [p.grad.flatten().clone() for p in parameters if p.grad is not None]
    set_rng_state(states, device)
    return torch.cat(found)
