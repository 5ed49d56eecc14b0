"""The canvas' scene: follows the document by comparing values, and answers what lies where. It never edits."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtWidgets import QGraphicsScene

from ...engine.document import MODEL, Project
from ...engine.graph.infer import Inference
from ...engine.graph.model import Graph, Link, Node
from ...engine.shapes import DataFacts
from ...engine.train.layerwise import AS_ALL, LayerTraining
from . import placement
from .card import CardContent, card_of
from .geometry import CARD_HEIGHT, CARD_WIDTH, LINK_REACH, PORT_REACH, Position, course
from .link_item import LinkItem
from .node_item import Fonts, NodeItem


@dataclass(frozen=True)
class PortHit:
    """A port under the mouse; ``side`` is "in" or "out"."""

    node: str
    side: Literal["in", "out"]
    port: str


class CanvasScene(QGraphicsScene):
    """Cards and links of one graph, and which of them are selected.

    Signals:
        selection_changed: other nodes or links are selected.
        arranged: cards came, went or moved.
    """

    selection_changed = Signal()
    arranged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.fonts = Fonts()
        self.graph = Graph()
        self.cards: dict[str, NodeItem] = {}
        self.wires: dict[Link, LinkItem] = {}
        self.inference: Inference | None = None
        self.facts: DataFacts | None = None
        self.selected_nodes: tuple[str, ...] = ()
        self.selected_links: tuple[Link, ...] = ()
        self._stored: Mapping[str, Position] = {}
        self._shape: tuple[object, ...] | None = None
        self._layers: Mapping[str, LayerTraining] = {}
        self._detail = 2
        self._glowing: Link | None = None

    # Following the document

    def follow(self, project: Project, network: str = MODEL) -> None:
        """Shows a network of a project: items that mean the same stay, others come, go or change."""
        graph, stored = project.networks.get(network, Graph()), project.view.positions
        self._layers = project.training.layers
        shape = (tuple(n.id for n in graph.nodes), graph.links)
        if shape != self._shape or stored != self._stored:
            positions = placement.shown(graph, stored)
        else:
            positions = self.positions()
        rewired = shape != self._shape
        self._shape, self._stored = shape, stored
        self._follow_nodes(graph, positions)
        if rewired:
            self._drop_links(set(graph.links))
        moved = {i for i, p in positions.items() if self.cards[i].position != p}
        for node_id in moved:
            self.cards[node_id].place(positions[node_id])
        if rewired or moved:
            self._route(graph.links)
            self.arranged.emit()
        self._look()
        self._prune_selection()

    def _follow_nodes(self, graph: Graph, positions: Mapping[str, Position]) -> None:
        for node_id in [i for i in self.cards if i not in graph.by_id]:
            self.removeItem(self.cards.pop(node_id))
        old, self.graph = self.graph, graph
        for node in graph.nodes:
            card = self.cards.get(node.id)
            if card is None:
                card = NodeItem(node.id, node.layer, self._content(node), self.fonts)
                card.set_detail(self._detail)
                card.place(positions[node.id])
                self.cards[node.id] = card
                self.addItem(card)
            elif old.by_id.get(node.id) is not node:
                card.show_content(node.layer, self._content(node))

    def show_training(self, layers: Mapping[str, LayerTraining]) -> None:
        """Marks the cards of layers that are trained otherwise than the rest."""
        before, self._layers = self._layers, layers
        for node in self.graph.nodes:
            if before.get(node.id) != layers.get(node.id):
                self.cards[node.id].show_content(node.layer, self._content(node))

    def _content(self, node: Node) -> CardContent:
        return card_of(node, self.inference, self.facts, self._layers.get(node.id, AS_ALL))

    def _drop_links(self, kept: Collection[Link]) -> None:
        for link in [k for k in self.wires if k not in kept]:
            self.removeItem(self.wires.pop(link))

    def show_inference(self, inference: Inference, facts: DataFacts | None) -> None:
        """Shows shapes, costs and problems on the cards."""
        self.inference, self.facts = inference, facts
        for node in self.graph.nodes:
            self.cards[node.id].show_content(node.layer, self._content(node))
        self._look()

    def _route(self, links: Iterable[Link]) -> None:
        positions = self.positions()
        for link in links:
            item = self.wires.get(link)
            if item is None:
                item = self.wires[link] = LinkItem(link)
                self.addItem(item)
            path = course(self.graph, link, positions)
            backward = positions[link.target][0] < positions[link.source][0] + CARD_WIDTH
            item.follow(path, ends=backward)

    # What is where

    def positions(self) -> dict[str, Position]:
        """The corner of every card as it is shown now."""
        return {i: card.position for i, card in self.cards.items()}

    def content_rect(self, ids: Iterable[str] | None = None) -> QRectF:
        """The rectangle around all cards, or around some."""
        places = [self.cards[i].position for i in (self.cards if ids is None else ids)]
        if not places:
            return QRectF()
        left, top = min(x for x, _ in places), min(y for _, y in places)
        right, bottom = max(x for x, _ in places) + CARD_WIDTH, max(y for _, y in places) + CARD_HEIGHT
        return QRectF(left, top, right - left, bottom - top)

    def node_at(self, point: QPointF) -> str | None:
        """The uppermost card under a point."""
        found = None
        for node_id, card in self.cards.items():
            if card.rect.contains(point) and (found is None or card.zValue() >= self.cards[found].zValue()):
                found = node_id
        return found

    def port_at(self, point: QPointF, scale: float = 1.0, side: str = "") -> PortHit | None:
        """The nearest port within reach; inside its own card a port reaches less far, so that the card can be grabbed."""
        reach = min(PORT_REACH / scale, 40.0)
        best, found = reach, None
        for node_id, card in self.cards.items():
            if not card.rect.adjusted(-reach, -reach, reach, reach).contains(point):
                continue
            for (port_side, port), dot in card.ports.items():
                if side and port_side != side:
                    continue
                offset = point - card.rect.topLeft() - dot.pos()
                inward = offset.x() if port_side == "in" else -offset.x()
                away = (offset.x() ** 2 + offset.y() ** 2) ** 0.5 * (1.5 if inward > 2 else 1.0)
                if away <= best:
                    best, found = away, PortHit(node_id, "in" if port_side == "in" else "out", port)
        return found

    def link_at(self, point: QPointF, scale: float = 1.0, reach: float = LINK_REACH) -> Link | None:
        """The nearest link within reach, in pixels of the screen."""
        best, found = reach / min(scale, 1.0), None
        for link, item in self.wires.items():
            away = item.distance_to(point, best)
            if away <= best:
                best, found = away, link
        return found

    def port_point(self, node_id: str, side: str, port: str) -> QPointF:
        """Centre of a port in the scene."""
        card = self.cards[node_id]
        dot = card.ports.get((side, port))
        return card.pos() + dot.pos() if dot is not None else card.rect.center()

    # Selection

    def select(self, nodes: Iterable[str] = (), links: Iterable[Link] = ()) -> None:
        """Selects exactly these; what is not there is left out."""
        chosen = tuple(dict.fromkeys(i for i in nodes if i in self.cards))
        wires = tuple(dict.fromkeys(k for k in links if k in self.wires))
        if (chosen, wires) == (self.selected_nodes, self.selected_links):
            return
        self.selected_nodes, self.selected_links = chosen, wires
        for node_id, card in self.cards.items():
            card.set_selected(node_id in chosen)
        self._look()
        self.selection_changed.emit()

    def _prune_selection(self) -> None:
        nodes = tuple(i for i in self.selected_nodes if i in self.cards)
        links = tuple(k for k in self.selected_links if k in self.wires)
        if (nodes, links) != (self.selected_nodes, self.selected_links):
            self.select(nodes, links)

    # Looks

    def _look(self) -> None:
        selected, chosen = set(self.selected_links), set(self.selected_nodes)
        for link, item in self.wires.items():
            bad = self.cards[link.target].content.state == "problem"
            if link == self._glowing:
                item.look("accent", 4.0)
            elif link in selected:
                item.look("accent", 3.0)
            elif bad:
                item.look("danger", 1.8, dashed=True)
            elif link.source in chosen or link.target in chosen:
                item.look("accent", 1.8)
            else:
                item.look()

    def glow(self, link: Link | None) -> None:
        """Makes one link stand out as the place where something would be inserted."""
        if link != self._glowing:
            self._glowing = link
            self._look()

    def preview_positions(self, positions: Mapping[str, Position]) -> None:
        """Shows cards elsewhere while a gesture runs; the document is not touched."""
        for node_id, position in positions.items():
            if node_id in self.cards:
                self.cards[node_id].place(position)
        moved = set(positions)
        self._route(k for k in self.graph.links if k.source in moved or k.target in moved)
        self.arranged.emit()

    def settle(self) -> None:
        """Puts every card where the document has it (a gesture was cancelled) and routes all links anew."""
        for node_id, position in placement.shown(self.graph, self._stored).items():
            self.cards[node_id].place(position)
        self._route(self.graph.links)
        self.arranged.emit()

    def set_detail(self, detail: int) -> None:
        """Level of detail of every card; the view decides when the zoom changes."""
        if detail != self._detail:
            self._detail = detail
            for card in self.cards.values():
                card.set_detail(detail)

    def restyle(self) -> None:
        """Takes colours and fonts from the theme again."""
        self.fonts = Fonts()
        for card in self.cards.values():
            card.restyle(self.fonts)
        for item in self.wires.values():
            item.restyle()
