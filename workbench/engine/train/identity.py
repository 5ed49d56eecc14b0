"""What of a recipe must stay when a run is taken up again, beside network, data, loss, optimiser and seed."""

from __future__ import annotations

import json

from ..graph.model import Graph
from ..values import Kinded, Value
from .layerwise import special
from .recipe import TrainingRecipe

NAMED = {
    "regularization": "the regularisation",
    "averaging": "the averaging",
    "initialization": "the first weights",
    "privacy": "the privacy",
}
"""Fields, and what they are called."""

CHOSEN = {"precision": "the precision", "memory_format": "the memory format"}
"""The same of fields with words to choose from."""


def further_identity(recipe: TrainingRecipe, *graphs: Graph) -> dict[str, str]:
    """By name, only what is not as it was before there was a choice: older runs go on. ``graphs`` are the networks."""
    usual = TrainingRecipe()
    found = {
        name: told(getattr(recipe, field))
        for field, name in NAMED.items()
        if getattr(recipe, field) != getattr(usual, field)
    }
    found |= {
        name: getattr(recipe, field)
        for field, name in CHOSEN.items()
        if getattr(recipe, field) != getattr(usual, field)
    }
    if recipe.compile:
        found["compiling"] = "on"
    if recipe.processes.sync_batch_norm:
        found["the batch norm of several processes"] = "over all"
    if recipe.stopping.monitor != usual.stopping.monitor:
        found["what is monitored"] = recipe.stopping.monitor
    layers = {i: how for graph in graphs for i, how in special(graph, recipe.layers).items()}
    if layers:
        found["the training of single layers"] = json.dumps({i: told(layers[i]) for i in sorted(layers)})
    return found


def told(value: Value) -> str:
    """A value's JSON without what has its default, so that fields that come later change nothing."""
    kind = {"kind": value.kind} if isinstance(value, Kinded) else {}
    return json.dumps({**kind, **value.model_dump(mode="json", exclude_defaults=True)}, sort_keys=True)
