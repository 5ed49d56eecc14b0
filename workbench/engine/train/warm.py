"""Warm start: a new run begins with the weights that another one left, as far as they fit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import nn

from ..build.source import Source
from ..document import Project
from ..errors import TrainingError, sentence
from ..graph.model import Graph, slugs
from ..runs.store import RunStore
from .checkpoint import read_snapshot
from .runspec import WarmStart

MOST_NAMED = 4
"""Layers that a sentence names."""


@dataclass(frozen=True)
class Fit:
    """What a network took over.

    Attributes:
        run: id of the run that the weights are of, asked: where it was found.
        layers: names of the layers that took over all their weights.
        fresh: of each other layer with weights, by name, why it begins afresh, whole or in part.
        unused: names of the other network's layers whose weights found no place.
        taken, parameters: learnt numbers that were taken over, and all that the network has.
    """

    run: str
    asked: WarmStart
    layers: tuple[str, ...]
    fresh: Mapping[str, str]
    unused: tuple[str, ...]
    taken: int
    parameters: int

    @property
    def message(self) -> str:
        """In words."""
        layers, share = len(self.layers), 100 * self.taken / max(self.parameters, 1)
        found = f"The weights of run {self.run} fill {layers} of {layers + len(self.fresh)} layers, {share:.3g} % of the numbers"
        named = [f"{name} ({why})" for name, why in self.fresh.items()]
        fresh = f"Begun afresh: {_some(named)}" if named else ""
        unused = f"Not used of it: {_some(self.unused)}" if self.unused else ""
        return sentence(found, fresh, unused)


class Donor:
    """A run's weights and the layers they belong to, by the role of the network. Raises ``TrainingError`` when the run left none."""

    def __init__(self, asked: WarmStart) -> None:
        self.asked = asked
        store = RunStore(asked.runs_dir)
        self.run = store.get(asked.run).id
        which = asked.weights if store.has_weights(self.run, asked.weights) else "last"
        weights = read_snapshot(store.weights_path(self.run, which), extra=False).weights
        project: Project = store.project(self.run)
        self.graphs = {role: project.networks.get(name, Graph()) for role, name in project.roles.items()}
        self.weights = {
            role: self._weights_of(role, weights) if len(self.graphs) > 1 else weights for role in self.graphs
        }

    @staticmethod
    def _weights_of(role: str, weights: Mapping[str, torch.Tensor]) -> dict[str, torch.Tensor]:
        """Those of one of several networks, as it calls them."""
        return {n.removeprefix(f"{role}."): t for n, t in weights.items() if n.startswith(f"{role}.")}

    def fill(self, parts: Mapping[str, tuple[nn.Module, Source, Graph]]) -> Fit:
        """Copies every weight that fits into the modules, each from the network of the same role: by the node's id, and of
        other layers by name and shape.

        Raises ``TrainingError`` when none does, and when the run trained other kinds of networks.
        """
        if self.graphs.keys() != parts.keys():
            of_run, of_project = (" and ".join(f"a {role}" for role in roles) for roles in (self.graphs, parts))
            raise TrainingError(
                f"Run {self.run} trained {of_run}, and this project trains {of_project}",
                "A run begins with the weights of the same kind of network",
                "Start it without them, or choose another run",
                code="warm.roles",
                values={"run": self.run},
            )
        filled = {role: self._fill(role, *part) for role, part in parts.items()}
        found = {role: fit for role, fit in filled.items() if fit is not None}
        if not found:
            raise TrainingError(
                f"None of the weights of run {self.run} fits this network",
                "A layer takes over weights of a layer with the same origin, or the same name, and the same shape",
                "Start a run without them, or restore that run's project first",
                code="warm.nothing_fits",
                values={"run": self.run},
            )
        if len(parts) == 1:
            return next(iter(found.values()))
        return self._joined({role: filled[role] or self._nothing(role, *part) for role, part in parts.items()})

    def _fill(self, role: str, module: nn.Module, source: Source, graph: Graph) -> Fit | None:
        """What one network took over; None for nothing at all."""
        own = module.state_dict()
        theirs = attributes_of(self.graphs[role])
        known = {node.id: node.name for node in graph.nodes}
        matched = {source.attributes[i]: theirs[i] for i in source.attributes if i in theirs and i in known}
        taken_from = set(matched.values())
        weights = self.weights[role]
        fresh: dict[str, list[str]] = {}
        filled: dict[str, list[str]] = {}
        used: set[str] = set()
        names = {attribute: known[i] for i, attribute in source.attributes.items() if i in known}
        with torch.no_grad():
            for name, tensor in own.items():
                attribute, _, rest = name.partition(".")
                layer = names.get(attribute, attribute)
                other = f"{matched[attribute]}.{rest}" if attribute in matched else name
                found = weights.get(other)
                if attribute not in matched and attribute in taken_from:
                    found = None  # another layer has these, by its id
                if found is not None and found.shape == tensor.shape:
                    tensor.copy_(found)
                    filled.setdefault(layer, []).append(name)
                    used.add(other)
                else:
                    fresh.setdefault(layer, []).append(_why(rest or name, tensor, found))
        if not filled:
            return None
        learnt = {name for name, _ in module.named_parameters()}
        called = {attribute: self.graphs[role].by_id[i].name for i, attribute in theirs.items()}
        left = dict.fromkeys(called.get(n.partition(".")[0], n) for n in weights if n not in used)
        return Fit(
            run=self.run,
            asked=self.asked,
            layers=tuple(layer for layer in filled if layer not in fresh),
            fresh={layer: "; ".join(dict.fromkeys(whys)) for layer, whys in fresh.items()},
            unused=tuple(left),
            taken=sum(own[n].numel() for names_ in filled.values() for n in names_ if n in learnt),
            parameters=sum(own[n].numel() for n in own if n in learnt),
        )

    def _nothing(self, role: str, module: nn.Module, source: Source, graph: Graph) -> Fit:
        """Of a network that took over nothing while another one did."""
        called = {attribute: graph.by_id[i].name for i, attribute in source.attributes.items() if i in graph.by_id}
        layers = dict.fromkeys(called.get(n.partition(".")[0], n) for n in module.state_dict())
        return Fit(
            run=self.run,
            asked=self.asked,
            layers=(),
            fresh=dict.fromkeys(layers, "no layer fits"),
            unused=(),
            taken=0,
            parameters=sum(p.numel() for p in module.parameters()),
        )

    def _joined(self, fits: Mapping[str, Fit]) -> Fit:
        """What several networks took over, as that of one, whose layers are told with their network's role."""
        return Fit(
            run=self.run,
            asked=self.asked,
            layers=tuple(f"{role}: {layer}" for role, fit in fits.items() for layer in fit.layers),
            fresh={f"{role}: {layer}": why for role, fit in fits.items() for layer, why in fit.fresh.items()},
            unused=tuple(f"{role}: {layer}" for role, fit in fits.items() for layer in fit.unused),
            taken=sum(fit.taken for fit in fits.values()),
            parameters=sum(fit.parameters for fit in fits.values()),
        )


def attributes_of(graph: Graph) -> dict[str, str]:
    """What the nodes' modules are called in the network's class, by node id."""
    return dict(zip((n.id for n in graph.nodes), slugs(n.name for n in graph.nodes), strict=True))


def _why(name: str, own: torch.Tensor, other: torch.Tensor | None) -> str:
    if other is None:
        return "not in it"
    return f"{name} is {_shape(own)} here and {_shape(other)} there"


def _shape(tensor: torch.Tensor) -> str:
    return " × ".join(map(str, tensor.shape)) or "one number"


def _some(names: list[str] | tuple[str, ...]) -> str:
    more = len(names) - MOST_NAMED
    return ", ".join(names[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
