"""The half of a variational autoencoder that makes samples, as a network of its own. No torch here."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import ProjectError
from ..shapes import DataFacts, batch
from . import edits
from .infer import Inference
from .model import Graph, Node


@dataclass(frozen=True)
class Decoder:
    """What follows the layer that samples.

    Attributes:
        graph: its layers with their ids and names, behind an Input that takes the place of the layer that samples.
        latent: shape of the latent numbers of one sample.
    """

    graph: Graph
    latent: tuple[int, ...]


def has_decoder(graph: Graph) -> bool:
    """Whether a network is a variational autoencoder: it draws samples in its middle."""
    return any(node.layer.kind == "sampling" for node in graph.nodes)


def decoder_of(graph: Graph, inference: Inference) -> Decoder:
    """Takes a network apart at the layer that samples. Raises ``ProjectError`` where that can't be done."""
    middles = [node for node in graph.nodes if node.layer.kind == "sampling"]
    behind = _behind(graph, middles[0]) if middles else []
    _refuse_joined(graph, inference, middles, behind)
    middle = middles[0]
    spec = inference.nodes[middle.id].output
    assert spec is not None
    latent = tuple(d for d in spec.sample if isinstance(d, int))
    entry = middle.updated(layer=edits.make_layer("input", shape=latent))
    nodes = tuple(entry if node.id == middle.id else node for node in graph.nodes if node.id in {middle.id, *behind})
    port = entry.layer.outputs[0].name
    links = tuple(
        k.updated(source_port=port) if k.source == middle.id else k for k in graph.links if k.target in behind
    )
    return Decoder(Graph(nodes=nodes, links=links), latent)


def decoder_facts(facts: DataFacts, latent: tuple[int, ...], name: str) -> DataFacts:
    """The data as a decoder sees it: latent numbers, called ``name``, and samples to make of them."""
    return DataFacts(inputs={name: batch(*latent)}, targets=facts.targets)


def _behind(graph: Graph, middle: Node) -> list[str]:
    """Ids of all nodes that a node feeds, in the order of the graph."""
    reached = {middle.id}
    for node_id in graph.order:
        if any(link.source in reached for link in graph.into[node_id]):
            reached.add(node_id)
    return [node.id for node in graph.nodes if node.id in reached - {middle.id}]


def _refuse_joined(graph: Graph, inference: Inference, middles: list[Node], behind: list[str]) -> None:
    """Raises ``ProjectError`` where what follows the layer that samples does not stand for itself."""
    what = ""
    past = [k for k in graph.links if k.target in behind and k.source not in {*behind, *(m.id for m in middles)}]
    outputs = {node.id for node in graph.nodes if node.layer.kind == "output"}
    if not middles:
        what = "The network has no layer that draws samples"
    elif len(middles) > 1:
        what = f"The network has {len(middles)} layers that draw samples"
    elif not outputs or not outputs <= set(behind):
        what = f"Not every Output of the network follows {middles[0].name}"
    elif past:
        source, target = graph.by_id[past[0].source].name, graph.by_id[past[0].target].name
        what = f"A link goes past {middles[0].name}, from {source} to {target}"
    elif (spec := inference.nodes[middles[0].id].output) is None or not spec.known:
        what = f"It is not known how many numbers {middles[0].name} gives"
    if what:
        raise ProjectError(
            what,
            "New samples are made by what follows a single layer that draws them, and by nothing else",
            "Make an autoencoder whose two halves meet in one Sampling layer only",
            code="decoder.none",
        )
