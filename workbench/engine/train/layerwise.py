"""How single layers are trained: frozen, at a rate of their own, with first weights of their own. No torch at import."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from ..graph.infer import Inference
from ..graph.model import Graph
from ..values import AnyOf, Param, Value
from .initialization import Initialization

if TYPE_CHECKING:
    import torch
    from torch import nn

    from ..build.source import Source
    from .recipe import TrainingRecipe


class LayerTraining(Value):
    """How one layer is trained, where that is not as the rest of the network."""

    frozen: bool = Param(
        False,
        help="Its weights stay as they are, and it works as in evaluation: normalisation keeps its statistics, and nothing is "
        "dropped out. Saves the time and memory of its gradient.",
    )
    rate: Annotated[float, Field(gt=0.0, le=1000.0)] = Param(
        1.0, label="Rate factor", help="Factor on the learning rate for this layer. 1: as the rest of the network."
    )
    initialization: Annotated[Initialization, AnyOf(Initialization)] | None = Param(
        None,
        label="First weights",
        words={"": "As network"},
        help="How its weights begin. None: as is chosen for the whole network.",
    )


AS_ALL = LayerTraining()
"""A layer about which nothing special is said."""


def special(graph: Graph, layers: Mapping[str, LayerTraining]) -> dict[str, LayerTraining]:
    """What is said about layers that are there and differs from the rest, by node id; entries of deleted nodes don't count."""
    return {i: how for i, how in layers.items() if i in graph.by_id and how != AS_ALL}


def frozen_nodes(graph: Graph, layers: Mapping[str, LayerTraining]) -> frozenset[str]:
    """Ids of the frozen nodes."""
    return frozenset(i for i, how in special(graph, layers).items() if how.frozen)


def trainable_parameters(graph: Graph, inference: Inference, layers: Mapping[str, LayerTraining]) -> int:
    """How many of the network's parameters are learnt."""
    frozen = frozen_nodes(graph, layers)
    return sum(info.cost.parameters for i, info in inference.nodes.items() if i not in frozen)


def with_layer(layers: Mapping[str, LayerTraining], node_id: str, how: LayerTraining) -> dict[str, LayerTraining]:
    """A copy in which one layer is trained otherwise; nothing is said about one that is trained as the rest."""
    others = {i: other for i, other in layers.items() if i != node_id}
    return others if how == AS_ALL else {**others, node_id: how}


def initialization_of(recipe: TrainingRecipe, node_id: str) -> Initialization:
    """How a layer's weights begin: as is said for it, or for the whole network."""
    own = recipe.layers.get(node_id, AS_ALL).initialization
    return recipe.initialization if own is None else own


def freeze(module: nn.Module, source: Source, frozen: frozenset[str]) -> None:
    """Takes layers out of training: no gradient, and the evaluation mode whatever mode the network is put into."""
    from torch import nn

    for node_id in frozen & source.attributes.keys():
        part = module.get_submodule(source.attributes[node_id])
        part.requires_grad_(False)
        if isinstance(part, nn.RNNBase):
            # cuDNN passes gradients through a recurrent layer in training mode only; without dropout that is the same.
            part.dropout = 0.0
        else:
            part.eval()
            part.train = _as_it_is(part)  # type: ignore[method-assign]


def _as_it_is(part: nn.Module) -> Any:
    def train(mode: bool = True) -> nn.Module:
        return part

    return train


def parameter_groups(module: nn.Module, source: Source, recipe: TrainingRecipe) -> list[dict[str, Any]]:
    """The parameters that are learnt, as groups for ``Optimizer.build``: by factor of the learning rate, and with
    ``weights_only`` those without weight decay apart. One group where all are alike, in the module's order."""
    rates = {source.attributes[i]: how.rate for i, how in recipe.layers.items() if i in source.attributes}
    exempt = exempt_from_decay(module) if recipe.regularization.weights_only else set()
    groups: dict[tuple[float, bool], list[torch.nn.Parameter]] = {}
    for name, parameter in module.named_parameters():
        if parameter.requires_grad:
            key = (rates.get(name.partition(".")[0], 1.0), id(parameter) in exempt)
            groups.setdefault(key, []).append(parameter)
    return [
        {
            "params": parameters,
            **({"lr_factor": rate} if rate != 1.0 else {}),
            **({"weight_decay": 0.0} if without else {}),
        }
        for (rate, without), parameters in groups.items()
    ]


def exempt_from_decay(module: nn.Module) -> set[int]:
    """Ids of the parameters that are no weights: biases, other vectors, and everything in normalisation."""
    found = {id(p) for p in module.parameters() if p.ndim < 2}
    for part in module.modules():
        if "Norm" in type(part).__name__:
            found |= {id(p) for p in part.parameters(recurse=False)}
    return found
