"""Shapes, costs and problems of a whole graph: plain arithmetic, memoised per layer and input specs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache, partial
from typing import Literal

from pydantic import ValidationError

from ..errors import InsertBefore, ReplaceBy, SetField, ShapeProblem, Suggestion
from ..shapes import DataFacts, TensorSpec
from . import edits
from .advice import advise
from .checks import structure
from .data_checks import against_facts, vocabulary_of
from .layer import Code, Cost, Layer, UnknownLayer
from .model import Graph
from .problems import Draft, Fix, Problem, Severity

State = Literal["ok", "problem", "unknown"]


@dataclass(frozen=True)
class NodeInfo:
    """What inference found for one node. ``outputs`` is empty unless ``state`` is "ok"; ``inputs`` holds what is known."""

    state: State
    inputs: Mapping[str, tuple[TensorSpec, ...]] = field(default_factory=dict)
    outputs: Mapping[str, TensorSpec] = field(default_factory=dict)
    cost: Cost = field(default_factory=Cost)

    @property
    def output(self) -> TensorSpec | None:
        """The first output's spec, None when it is not known."""
        return next(iter(self.outputs.values()), None)


@dataclass(frozen=True)
class Inference:
    """Shapes and problems of a graph.

    Attributes:
        nodes: info by node id; of a project with several networks, those of all that are trained.
        problems: errors first, then warnings and notices, each group in graph order.
        networks: of a project with several networks, what was found for each by its name, those that aren't trained too.
    """

    nodes: Mapping[str, NodeInfo]
    problems: tuple[Problem, ...]
    networks: Mapping[str, Inference] = field(default_factory=dict)

    def of_network(self, name: str) -> Inference:
        """Shapes, costs and problems of one network of a project."""
        return self.networks.get(name, self)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the network from training."""
        return tuple(p for p in self.problems if p.severity == "error")

    @property
    def parameters(self) -> int:
        """Learnt numbers in the whole network."""
        return sum(n.cost.parameters for n in self.nodes.values())

    @property
    def multiply_adds(self) -> int:
        """Multiply-adds of one forward pass for one sample."""
        return sum(n.cost.multiply_adds for n in self.nodes.values())

    @property
    def activation_bytes(self) -> int:
        """Bytes of all layers' outputs for one sample, as training keeps them for the backward pass."""
        return sum(spec.bytes for n in self.nodes.values() for spec in n.outputs.values())

    def of(self, node_id: str) -> tuple[Problem, ...]:
        """The problems of one node."""
        return tuple(p for p in self.problems if p.node == node_id)


SpecKey = tuple[tuple[str, tuple[TensorSpec, ...]], ...]


@lru_cache(maxsize=8192)
def _infer_layer(layer: Layer, inputs: SpecKey) -> tuple[dict[str, TensorSpec], Cost] | ShapeProblem:
    specs = dict(inputs)
    try:
        outputs = layer.infer_ports(specs)
        return outputs, layer.cost_ports(specs, outputs)
    except ShapeProblem as problem:
        return problem.with_traceback(None)


def code_of(layer: Layer, inputs: Mapping[str, tuple[TensorSpec, ...]]) -> Code:
    """The layer's source for input specs that ``infer`` accepted."""
    return _code_layer(layer, tuple(inputs.items()))


@lru_cache(maxsize=8192)
def _code_layer(layer: Layer, inputs: SpecKey) -> Code:
    return layer.code_ports(dict(inputs))


def infer(graph: Graph, facts: DataFacts | None = None) -> Inference:
    """Infers every node's shape and cost and collects all problems.

    Args:
        graph: the network.
        facts: what the data looks like; without it the checks against the data are left out.
    """
    found = _Findings(graph, facts)
    problems = [replace(d.problem, fixes=tuple(_working(found, d))) for d in found.drafts]
    rank = {"error": 0, "warning": 1, "notice": 2}
    problems.sort(key=lambda p: rank[p.severity])
    return Inference(found.nodes, tuple(problems))


class _Findings:
    """Everything found in a graph, with the cures not yet tried.

    ``base``: what was found before an edit; nodes that the edit does not reach keep their info.
    """

    def __init__(self, graph: Graph, facts: DataFacts | None, base: _Findings | None = None) -> None:
        self.graph, self.facts = graph, facts
        self.drafts = structure(graph, facts)
        broken = {d.problem.node for d in self.drafts if d.problem.severity == "error"}
        self.nodes: dict[str, NodeInfo] = {}
        self.shape_drafts: dict[str, Draft] = {}
        for node_id in graph.order:
            if base is not None and self._untouched(node_id, base, broken):
                info, draft = base.nodes[node_id], base.shape_drafts.get(node_id)
            else:
                info, draft = _examine_node(graph, node_id, self.nodes, node_id in broken)
            self.nodes[node_id] = info
            if draft is not None:
                self.shape_drafts[node_id] = draft
        for node in graph.nodes:
            self.nodes.setdefault(node.id, NodeInfo("unknown"))
        self.drafts += self.shape_drafts.values()
        if facts is not None:
            self.drafts += against_facts(graph, self.nodes, facts)
        self.drafts += advise(graph, self.nodes, facts)
        self.broken = broken

    def _untouched(self, node_id: str, base: _Findings, broken: set[str | None]) -> bool:
        links = self.graph.into[node_id]
        return (
            self.graph.by_id[node_id] is base.graph.by_id.get(node_id)
            and links == base.graph.into[node_id]
            and (node_id in broken) == (node_id in base.broken)
            and all(self.nodes[k.source] is base.nodes[k.source] for k in links)
        )

    def signs(self, *severities: Severity) -> set[tuple[str, str | None]]:
        """Code and node of each problem of these severities."""
        return {(d.problem.code, d.problem.node) for d in self.drafts if d.problem.severity in severities}

    @cached_property
    def well(self) -> set[str]:
        """Nodes of known shape without an error."""
        sick = {node for _, node in self.signs("error")}
        return {i for i, n in self.nodes.items() if n.state == "ok" and i not in sick}


def _examine_node(
    graph: Graph, node_id: str, done: Mapping[str, NodeInfo], broken: bool
) -> tuple[NodeInfo, Draft | None]:
    node = graph.by_id[node_id]
    inputs: dict[str, tuple[TensorSpec, ...]] = {}
    complete = True
    for port in node.layer.inputs:
        specs = []
        for link in graph.into[node_id]:
            if link.target_port == port.name:
                spec = done[link.source].outputs.get(link.source_port)
                complete = complete and spec is not None
                if spec is not None:
                    specs.append(spec)
        if specs or not port.optional:
            inputs[port.name] = tuple(specs)
    if broken or isinstance(node.layer, UnknownLayer):
        return NodeInfo("problem" if broken else "unknown", inputs), None
    if not complete or not all(inputs.values()):
        return NodeInfo("unknown", inputs), None
    result = _infer_layer(node.layer, tuple(inputs.items()))
    if not isinstance(result, ShapeProblem):
        return NodeInfo("ok", inputs, result[0], result[1]), None
    problem = Problem(
        code=result.code,
        severity="error",
        node=node_id,
        what=f"{node.name} {result.what}",
        expected=result.expected,
        fix=result.fix,
        brief=result.brief,
        values=result.values,
    )
    return NodeInfo("problem", inputs), Draft(problem, result.suggestions)


def _working(before: _Findings, draft: Draft) -> Iterator[Fix]:
    """The cures that really remove the problem and bring no other."""
    for fix in (*_as_fixes(draft, before), *draft.fixes):
        try:
            edited = fix.edit(before.graph)
        except (ValidationError, ValueError, KeyError, IndexError):
            continue  # a cure that can't even be applied is simply not offered
        if not _worse(before, _Findings(edited, before.facts, before), draft.problem):
            yield fix


def _worse(before: _Findings, after: _Findings, problem: Problem) -> bool:
    """Whether the problem is still there, or another came that was not hidden behind it."""
    if any((d.problem.code, d.problem.node) == (problem.code, problem.node) for d in after.drafts):
        return True
    errors = after.signs("error")
    if before.well & {node for _, node in errors}:
        return True
    if any(code.startswith("graph.") for code, _ in errors - before.signs("error")):
        return True
    if problem.severity != "error" and after.signs("error", "warning") - before.signs("error", "warning"):
        return True
    # The node itself, and what the cure has put in, must be able to take what reaches them.
    fresh = [i for i in after.nodes if i not in before.nodes or i == problem.node]
    return any(after.nodes[i].state == "problem" for i in fresh)


def _as_fixes(draft: Draft, before: _Findings) -> list[Fix]:
    node_id = draft.problem.node
    if node_id is None:
        return []
    return [Fix(s.label, _as_edit(_with_vocabulary(s, before, node_id), node_id)) for s in draft.suggestions]


def _with_vocabulary(suggestion: Suggestion, before: _Findings, node_id: str) -> Suggestion:
    """An Embedding to insert gets as many vectors as the data has ids."""
    if not isinstance(suggestion, InsertBefore) or suggestion.kind != "embedding" or before.facts is None:
        return suggestion
    size = vocabulary_of(before.graph, before.nodes, node_id, before.facts)
    return suggestion if size is None else replace(suggestion, fields=(*suggestion.fields, ("vocabulary", size)))


def _as_edit(suggestion: Suggestion, node_id: str) -> Callable[[Graph], Graph]:
    if isinstance(suggestion, SetField):
        return partial(edits.set_field, node_id=node_id, field=suggestion.field, value=suggestion.value)
    if isinstance(suggestion, ReplaceBy):
        return partial(_replace, node_id=node_id, suggestion=suggestion)
    return partial(_insert, node_id=node_id, suggestion=suggestion)


def _insert(graph: Graph, node_id: str, suggestion: InsertBefore) -> Graph:
    made = edits.make_layer(suggestion.kind, **dict(suggestion.fields))
    return edits.insert_on_link(graph, graph.into[node_id][suggestion.link], made)


def _replace(graph: Graph, node_id: str, suggestion: ReplaceBy) -> Graph:
    return edits.set_layer(graph, node_id, edits.make_layer(suggestion.kind, **dict(suggestion.fields)))
