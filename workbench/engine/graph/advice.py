"""Networks that would run but hardly mean what their maker meant, and what the program does on its own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from ..shapes import DataFacts
from . import edits
from .data_checks import data_field
from .model import Graph, Link, Node
from .outputs import Head, head_of
from .problems import Draft, Fix, Problem

if TYPE_CHECKING:
    from .infer import NodeInfo

SQUASHING = ("softmax", "sigmoid", "tanh", "relu", "gelu", "silu")
WITH_BIAS = ("dense", "conv1d", "conv2d")


def advise(graph: Graph, nodes: Mapping[str, NodeInfo], facts: DataFacts | None) -> list[Draft]:
    """Warnings that are rarely wrong, and the notice on a folded Softmax or Sigmoid."""
    found: list[Draft] = []
    for node in graph.nodes:
        if node.layer.kind == "output":
            found += _output(graph, node, nodes[node.id], facts)
        elif node.layer.kind == "softmax":
            found += _lone_softmax(node, nodes[node.id])
        elif node.layer.kind in WITH_BIAS:
            found += _cancelled_bias(graph, node)
    return found + _twin_inputs(graph, facts)


def _output(graph: Graph, node: Node, info: NodeInfo, facts: DataFacts | None) -> list[Draft]:
    spec = info.output
    units = spec.dims[-1] if spec is not None and isinstance(spec.dims[-1], int) else None
    head = head_of(graph, node.id, units, facts)
    if head is None:
        return []
    found: list[Draft] = []
    if head.folded is not None:
        before = graph.by_id[head.folded]
        problem = Problem(
            "output.folded",
            "notice",
            before.id,
            f"{before.name} is applied once, for predictions",
            "Training uses the logits in front of it: the loss has its own, numerically safer one",
            brief="applied at the Output",
            values={"activation": head.activation},
        )
        found.append(Draft(problem))
    target = facts.target(getattr(node.layer, "target", "")) if facts else None
    numbers = target is not None and target.task == "regression" and head.activation not in ("none", target.link)
    if numbers or (target is not None and target.task == "reconstruction" and head.activation == "softmax"):
        problem = Problem(
            "output.activation",
            "warning",
            node.id,
            f"{node.name} applies {head.activation} to its predictions",
            "What is to be predicted are numbers, which this can't reach",
            brief=f"{head.activation} of a number",
            values={"activation": head.activation},
        )
        set_auto = partial(edits.set_field, node_id=node.id, field="activation", value="auto")
        found.append(Draft(problem, fixes=(Fix("Set activation to auto", set_auto),)))
    elif head.activation == "softmax" and units == 1:
        problem = Problem(
            "output.single_softmax",
            "warning",
            node.id,
            f"{node.name} applies softmax to a single number",
            "The result is always 1",
            brief="softmax of one number",
        )
        set_sigmoid = partial(edits.set_field, node_id=node.id, field="activation", value="sigmoid")
        found.append(Draft(problem, fixes=(Fix("Set activation to sigmoid", set_sigmoid),)))
    if target is not None and target.task == "multi_label" and head.activation == "softmax":
        problem = Problem(
            "output.softmax_of_labels",
            "warning",
            node.id,
            f"{node.name} applies softmax to labels",
            "A sample may have several of them or none, and softmax lets the probabilities add up to 1",
            brief="softmax of labels",
        )
        set_auto = partial(edits.set_field, node_id=node.id, field="activation", value="auto")
        found.append(Draft(problem, fixes=(Fix("Set activation to auto", set_auto),)))
    classes = target is not None and target.task in ("classification", "multi_label", "tagging")
    if head.activation in ("softmax", "sigmoid") or classes:
        found += _squashed(graph, node, head)
    elif target is not None and target.task == "reconstruction" and not target.unit:
        found += _bounded(graph, head)
    return found


def _squashed(graph: Graph, output: Node, head: Head) -> list[Draft]:
    """An activation that presses the logits together, so that the loss can't see how sure the network is."""
    before = graph.by_id[head.link.source]
    if before.layer.kind not in SQUASHING:
        return []
    fixes = [Fix(f"Remove {before.name}", partial(edits.remove_nodes, ids=(before.id,), bridge=True))]
    if getattr(output.layer, "activation", "auto") != "auto":
        set_auto = partial(edits.set_field, node_id=output.id, field="activation", value="auto")
        fixes.insert(0, Fix(f"Set activation of {output.name} to auto", set_auto))
    problem = Problem(
        "output.squashed",
        "warning",
        before.id,
        f"{before.name} squashes the logits of {output.name}",
        "The loss applies its own activation, and needs numbers of any size and sign",
        brief="squashes the logits",
    )
    return [Draft(problem, fixes=tuple(fixes))]


def _bounded(graph: Graph, head: Head) -> list[Draft]:
    """An activation in front of an Output that is to reach numbers on both sides of 0."""
    before = graph.by_id[head.link.source]
    if before.layer.kind not in SQUASHING:
        return []
    problem = Problem(
        "output.bounded",
        "warning",
        before.id,
        f"{before.name} can't reach every value that is to be reconstructed",
        "The data is scaled to mean 0: it holds numbers of both signs and any size",
        "Remove it, or set data.scaling to minmax for pictures",
        brief="can't reach every value",
    )
    remove = partial(edits.remove_nodes, ids=(before.id,), bridge=True)
    return [Draft(problem, fixes=(Fix(f"Remove {before.name}", remove),))]


def _lone_softmax(node: Node, info: NodeInfo) -> list[Draft]:
    spec = info.output
    if spec is None or spec.dims[1 if spec.rank in (2, 4) else -1] != 1:
        return []
    problem = Problem(
        "softmax.single",
        "warning",
        node.id,
        f"{node.name} works on a single number ({spec})",
        "The result is always 1; Sigmoid is made for one number",
        brief="always gives 1",
        values={"got": str(spec)},
    )
    make_sigmoid = partial(edits.set_layer, node_id=node.id, layer=edits.make_layer("sigmoid"))
    return [Draft(problem, fixes=(Fix("Make it Sigmoid", make_sigmoid),))]


def _cancelled_bias(graph: Graph, node: Node) -> list[Draft]:
    readers = [graph.by_id[k.target] for k in graph.out_of[node.id]]
    if not readers or not getattr(node.layer, "bias", False) or any(r.layer.kind != "batch_norm" for r in readers):
        return []
    problem = Problem(
        "layer.cancelled_bias",
        "warning",
        node.id,
        f"{node.name} has a bias that the batch norm behind it cancels",
        "A batch norm subtracts the mean of each channel, and brings a shift of its own",
        brief="bias without effect",
    )
    turn_off = partial(edits.set_field, node_id=node.id, field="bias", value=False)
    return [Draft(problem, fixes=(Fix("Turn bias off", turn_off),))]


def _twin_inputs(graph: Graph, facts: DataFacts | None) -> list[Draft]:
    """Inputs that take the same data: one could feed everything."""
    first: dict[str, Node] = {}
    found: list[Draft] = []
    for node in graph.nodes:
        if node.layer.kind != "input":
            continue
        name = data_field(graph, node) if facts is not None else getattr(node.layer, "field", "")
        if not name or (facts is not None and facts.input(name) is None):
            continue
        other = first.setdefault(name, node)
        if other is node:
            continue
        problem = Problem(
            "data.same_input",
            "warning",
            node.id,
            f"{node.name} and {other.name} take the same data, '{name}'",
            "One Input can feed several layers",
            brief=f"same data as {other.name}",
            values={"field": name, "other": other.id},
        )
        label = f"Feed everything from {other.name}"
        found.append(Draft(problem, fixes=(Fix(label, partial(_merge_inputs, kept=other.id, gone=node.id)),)))
    return found


def _merge_inputs(graph: Graph, kept: str, gone: str) -> Graph:
    links: list[Link] = [k.updated(source=kept) if k.source == gone else k for k in graph.links]
    if len(set(links)) < len(links):
        raise ValueError("a layer would get the same data twice")
    return edits.remove_nodes(graph.updated(links=tuple(links)), (gone,))
