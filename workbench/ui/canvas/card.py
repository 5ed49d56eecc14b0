"""What a card says, as a value: the items compare it and touch only what differs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from ...engine.graph.infer import Inference, NodeInfo
from ...engine.graph.layer import Layer
from ...engine.graph.model import Node
from ...engine.graph.problems import Problem
from ...engine.shapes import DataFacts
from ...engine.train.layerwise import AS_ALL, LayerTraining
from ..language import summary_text, told
from ..words import amount

CardState = Literal["ok", "problem", "warning", "unknown"]


@dataclass(frozen=True)
class CardContent:
    """The texts of a card.

    Attributes:
        title: the layer's title, name: the node's.
        summary: the fields that matter.
        corner: parameters, or what the data has to do with it.
        mark: how it is trained where that is not as the rest.
        line: output shape, or the problem in a few words.
        cost: multiply-adds.
        tooltip: everything in full.
    """

    title: str
    name: str
    summary: str
    corner: str
    line: str
    cost: str
    state: CardState
    category: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    tooltip: str = ""
    mark: str = ""


def count(number: int) -> str:
    """All digits up to a million ("18,496"), three above ("3.61 M")."""
    return f"{number:,}" if number < 1_000_000 else amount(number)


def translated(text: str) -> str:
    """A layer's title, category or help in the language of the window."""
    return QCoreApplication.translate("Layers", text)


def card_of(
    node: Node, inference: Inference | None, facts: DataFacts | None, training: LayerTraining = AS_ALL
) -> CardContent:
    """The card of a node; without inference (it is on its way) the shape is left open."""
    layer = node.layer
    info = inference.nodes.get(node.id, NodeInfo("unknown")) if inference else NodeInfo("unknown")
    problems = inference.of(node.id) if inference else ()
    worst = problems[0] if problems else None
    state, line = _state(info, worst)
    summary = summary_text(layer)
    if not summary and worst is not None and worst.severity == "notice":
        summary = told(worst.brief)
    corner = "?" if state == "problem" and not info.outputs else _corner(layer, info, facts)
    return CardContent(
        title=translated(layer.title),
        name=node.name,
        summary=summary,
        corner=corner,
        line=line,
        cost=amount(info.cost.multiply_adds) if info.cost.multiply_adds and state != "problem" else "",
        state=state,
        category=layer.category,
        inputs=tuple(p.name for p in layer.inputs),
        outputs=tuple(p.name for p in layer.outputs),
        tooltip=_tooltip(node, info, problems, line, training),
        mark=training_mark(training) if info.cost.parameters else "",
    )


def training_mark(how: LayerTraining) -> str:
    """How a layer is trained where that is not as the rest, in a word: "frozen", "× 0.1", "own start"."""
    if how.frozen:
        return QCoreApplication.translate("Canvas", "frozen")
    if how.rate != 1.0:
        return f"× {how.rate:g}"
    return QCoreApplication.translate("Canvas", "own start") if how.initialization is not None else ""


def _state(info: NodeInfo, worst: Problem | None) -> tuple[CardState, str]:
    shape = ", ".join(str(s) for s in info.outputs.values())
    if worst is not None and worst.severity == "error":
        return "problem", told(worst.brief or worst.what)
    if worst is not None and worst.severity == "warning":
        return "warning", shape or told(worst.brief)
    if not shape:
        return "unknown", QCoreApplication.translate("Canvas", "unknown")
    return "ok", shape


def _corner(layer: Layer, info: NodeInfo, facts: DataFacts | None) -> str:
    if layer.kind == "output" and facts is not None:
        target = facts.target(getattr(layer, "target", ""))
        if target is not None and target.task == "classification":
            return QCoreApplication.translate("Canvas", "{0} classes").format(len(target.classes))
        if target is not None and target.task == "multi_label":
            return QCoreApplication.translate("Canvas", "%n label(s)", "", len(target.classes))
        if target is not None and target.task == "reconstruction":
            return QCoreApplication.translate("Canvas", "reconstruction")
        if target is not None and target.task == "tagging":
            return QCoreApplication.translate("Canvas", "%n tag(s)", "", len(target.classes))
        if target is not None:
            return QCoreApplication.translate("Canvas", "%n number(s)", "", target.width)
    return count(info.cost.parameters) if info.cost.parameters else ""


def _tooltip(node: Node, info: NodeInfo, problems: tuple[Problem, ...], line: str, training: LayerTraining) -> str:
    parts = [f"{translated(node.layer.title)} · {node.name}"]
    if node.layer.summary():
        parts.append(summary_text(node.layer))
    if problems:
        parts += [told(p) for p in problems]
    if info.outputs or not problems:
        parts.append(line)
    if info.cost.parameters:
        parts.append(QCoreApplication.translate("Canvas", "{0} parameters").format(f"{info.cost.parameters:,}"))
    if info.cost.parameters and training.frozen:
        parts.append(QCoreApplication.translate("Canvas", "Frozen: its weights don't learn"))
    elif info.cost.parameters and training.rate != 1.0:
        text = QCoreApplication.translate("Canvas", "Learns at {0} times the learning rate")
        parts.append(text.format(f"{training.rate:g}"))
    if info.cost.parameters and training.initialization is not None:
        text = QCoreApplication.translate("Canvas", "Begins with: {0}")
        parts.append(text.format(QCoreApplication.translate("Form", training.initialization.title)))
    if info.cost.multiply_adds:
        parts.append(QCoreApplication.translate("Canvas", "{0} multiply-adds").format(f"{info.cost.multiply_adds:,}"))
    return "\n".join(parts)
