"""What an Output applies to its logits for a prediction, and which node in front of it that replaces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from ..shapes import DataFacts
from .model import Graph, Link

Activation = Literal["softmax", "sigmoid", "exp", "none"]


@dataclass(frozen=True)
class Head:
    """How one Output node ends the network.

    Attributes:
        activation: applied by ``predict`` to the logits that ``forward`` returns.
        link: where the logits come from.
        folded: id of the Softmax or Sigmoid node in front of the Output that ``activation`` stands for; the logits are
            taken before it, so that it is not applied twice.
    """

    activation: Activation
    link: Link
    folded: str | None = None


def head_of(graph: Graph, output_id: str, units: int | None, facts: DataFacts | None) -> Head | None:
    """The head of an Output node; None while nothing enters it.

    Args:
        graph: the network.
        output_id: id of an Output node.
        units: size of the last dimension that reaches the Output, None when unknown.
        facts: what the data looks like, None when unknown.
    """
    incoming = graph.into[output_id]
    if not incoming:
        return None
    link = incoming[0]
    before = graph.by_id[link.source]
    layer = graph.by_id[output_id].layer
    wanted = getattr(layer, "activation", "auto")
    target = facts.target(getattr(layer, "target", "")) if facts else None
    activation: Activation
    if wanted != "auto":
        activation = cast(Activation, wanted)
    elif target is not None and target.link:
        activation = cast(Activation, target.link)
    elif target is not None:
        single = (units == 1 and target.task != "tagging") or target.task == "multi_label"
        numbers = target.task in ("regression", "reconstruction")
        activation = "none" if numbers else "sigmoid" if single else "softmax"
    else:
        activation = (
            "softmax" if before.layer.kind == "softmax" else "sigmoid" if before.layer.kind == "sigmoid" else "none"
        )
    feeding = graph.into[before.id]
    if activation != "none" and before.layer.kind == activation and len(feeding) == 1:
        return Head(activation, feeding[0], before.id)
    return Head(activation, link)
