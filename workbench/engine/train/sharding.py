"""A network whose weights are divided among the processes that train it (torch's FSDP2, ``fully_shard``).

Each process keeps its rows of every weight, of its gradient and of the optimiser's numbers; a layer's weights are put together
while it is computed. A divided tensor is a ``DTensor``: what leaves it for a checkpoint is made ``whole``, and what comes back
is divided anew, so that files are the same as those of one process and a run goes on with any number of them.
"""

from __future__ import annotations

import warnings
from collections import Counter
from typing import TYPE_CHECKING

import torch
from torch import nn

from ..errors import TrainingError
from .shared_norm import has_batch_norm

if TYPE_CHECKING:
    from .recipe import TrainingRecipe
    from .team import Team


def is_divided(tensor: torch.Tensor) -> bool:
    """Whether a process holds only a part of it. Asks for no import: where it is false, there may be no such thing."""
    return hasattr(tensor, "full_tensor")


def divided(module: nn.Module) -> bool:
    """Whether a network's weights are divided."""
    return any(is_divided(p) for p in module.parameters())


def whole(tensor: torch.Tensor) -> torch.Tensor:
    """A copy of a tensor, put together where it is divided: all processes must ask for it, and the first alone gets it, in the
    processor's memory (the others get nothing, of shape (0,)). One that is not divided is copied where it is."""
    if not is_divided(tensor):
        return tensor.detach().clone()
    full: torch.Tensor = tensor.detach().full_tensor()  # type: ignore[attr-defined]
    if torch.distributed.get_rank() != 0:
        return full.new_empty(0)
    return full.cpu() if full.device.type != "cpu" else full.clone()


def part_of(parameter: torch.Tensor, value: torch.Tensor) -> torch.Tensor:
    """This process' part of a whole tensor of the parameter's shape, divided as that is; nobody else is asked."""
    from torch.distributed.tensor import DTensor, distribute_tensor

    assert isinstance(parameter, DTensor)
    given = value.to(parameter.device)
    return distribute_tensor(given, parameter.device_mesh, parameter.placements, src_data_rank=None)


def own_part(tensor: torch.Tensor) -> torch.Tensor:
    """What this process holds of a tensor, in the same memory."""
    if not is_divided(tensor):
        return tensor
    own: torch.Tensor = tensor.detach().to_local()  # type: ignore[attr-defined]
    return own


def divide(module: nn.Module, team: Team) -> None:
    """Divides the weights: each layer by itself, and what several layers share with the network as a whole."""
    from torch.distributed.fsdp import fully_shard

    # It fears changes in place of what a layer returns, which networks made here don't do.
    warnings.filterwarnings("ignore", message="FSDP2-wrapped module", category=UserWarning)
    mesh = team.mesh()
    # A layer as the network calls it, not what it is made of: attention reads the weights of its parts without calling them.
    parts = list(module.children())
    holders = Counter(id(p) for part in parts for p in {id(p): p for p in part.parameters()}.values())
    holders.update(id(p) for p in module.parameters(recurse=False))
    for part in parts:
        own = list(part.parameters())
        if own and all(holders[id(p)] == 1 for p in own):
            fully_shard(part, mesh=mesh)
    # Always, the whole network's too: what is put together must not outlive a change of the parts.
    fully_shard(module, mesh=mesh, reshard_after_forward=True)


def refused(recipe: TrainingRecipe, module: nn.Module) -> str:
    """What of a recipe does not go with divided weights, in a sentence; empty where all of it does."""
    if recipe.accumulation > 1:
        return "Micro-batches do not go with weights that are divided among processes"
    if recipe.regularization.max_norm > 0:
        return "A largest norm of weights does not go with weights that are divided among processes"
    if recipe.optimizer.kind == "muon":
        return "Muon does not go with weights that are divided among processes"
    if recipe.memory_format == "channels_last":
        return "The layout channels last does not go with weights that are divided among processes"
    if recipe.precision == "fp16":
        return "Precision fp16 does not go with weights that are divided among processes"
    if has_batch_norm(module) and not recipe.processes.sync_batch_norm:
        return "Batch norm with weights that are divided among processes needs training.processes.sync_batch_norm"
    if any(not p.ndim for p in module.parameters()):
        return "A weight that is a single number can't be divided among processes"
    return ""


def check_sharding(recipe: TrainingRecipe, module: nn.Module) -> None:
    """Raises ``TrainingError`` for what does not go with divided weights."""
    why = refused(recipe, module)
    if why:
        raise TrainingError(
            why,
            "",
            "Change that setting, or switch training.processes.shard_weights off",
            code="team.not_divided",
        )
