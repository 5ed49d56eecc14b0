"""What a user does to the network, each as one undo step: the graph and the positions change together."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from ...engine.document import Project
from ...engine.graph import edits
from ...engine.graph.layer import Layer
from ...engine.graph.model import Graph, Link, Node, new_id
from ...engine.graph.problems import Fix, Remedy
from ...engine.graph.rules import check_connect, propose_link
from ...engine.project.settings import apply_setting
from ...engine.shapes import DataFacts
from ..document import Document
from ..language import told
from ..widgets.parse import field_word
from .card import translated
from .clipboard import Clip
from .geometry import GRID, Position
from .placement import settled
from .scene import CanvasScene, PortHit

STEP = 4 * GRID
"""How far a copy lies from its original."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("GraphEditor", text)


class GraphEditor:
    """The edits that the canvas, the palette and the inspector share. Nothing here draws."""

    def __init__(self, document: Document, scene: CanvasScene) -> None:
        self.document = document
        self.scene = scene
        self.facts: DataFacts | None = None

    @property
    def graph(self) -> Graph:
        """The network as it is now."""
        return self.document.graph

    def apply(
        self,
        text: str,
        change: Callable[[Graph], Graph],
        wanted: Mapping[str, Position] | None = None,
        *,
        merge: str = "",
    ) -> None:
        """Edits the graph and settles where its cards lie, as one undo step; passes on what ``change`` raises."""
        shown, name = self.scene.positions(), self.document.network

        def edited(project: Project) -> Project:
            before = project.networks.get(name, Graph())
            graph = change(before)
            stored = project.view.positions
            own = {i: place for i, place in stored.items() if i in before.by_id}
            elsewhere = {i for other, g in project.networks.items() if other != name for i in g.by_id}
            positions = {i: place for i, place in stored.items() if i in elsewhere}
            positions |= settled(before, graph, own, shown, wanted or {})
            after = project if graph is before else project.with_graph(graph, name)
            if positions == stored:
                return after
            return after.updated(view=after.view.updated(positions=positions))

        self.document.edit(text, edited, merge=merge)

    def fresh_layer(self, kind: str) -> Layer:
        """A layer of a kind with its defaults; an Input takes the shape of the data's input that has none yet."""
        if kind == "input" and self.facts is not None:
            used = {getattr(n.layer, "field", "") or n.name for n in self.graph.nodes if n.layer.kind == "input"}
            free = [name for name in self.facts.inputs if name not in used] or list(self.facts.inputs)
            if free:
                spec = self.facts.inputs[free[0]]
                if spec.known:
                    field = free[0] if len(self.facts.inputs) > 1 else ""
                    return edits.make_layer(kind, shape=spec.sample, dtype=spec.dtype, field=field)
        return edits.make_layer(kind)

    def add(self, kind: str, at: Position | None = None, *, behind: str = "", port: PortHit | None = None) -> str:
        """Adds a layer and returns the new node's id.

        Args:
            kind: the layer's kind.
            at: corner of its card; None lets the layout find a place.
            behind: a node to follow. Where one link leaves it the layer goes onto that link.
            port: a port to connect the layer to.
        """
        node_id, layer = new_id(), self.fresh_layer(kind)

        def change(graph: Graph) -> Graph:
            if port is not None:
                graph = edits.add_node(graph, layer, node_id=node_id)
                return _joined(graph, port, node_id)
            link = _link_behind(graph, behind, layer)
            if link is not None:
                return edits.insert_on_link(graph, link, layer, node_id=node_id)
            graph = edits.add_node(graph, layer, node_id=node_id)
            if behind in graph.by_id:
                proposed = propose_link(graph, behind, node_id) or propose_link(graph, node_id, behind)
                graph = edits.connect(graph, proposed) if proposed is not None else graph
            return graph

        self.apply(_tr("Add {0}").format(translated(layer.title)), change, {node_id: at} if at is not None else None)
        return node_id

    def insert(self, kind: str, link: Link) -> str:
        """Puts a new layer into the middle of a link and returns its id."""
        node_id, layer = new_id(), self.fresh_layer(kind)
        self.apply(
            _tr("Insert {0}").format(translated(layer.title)),
            lambda graph: edits.insert_on_link(graph, link, layer, node_id=node_id),
        )
        return node_id

    def can_insert(self, layer: type[Layer] | Layer) -> bool:
        """Whether a layer can lie in the middle of a link."""
        return bool(layer.inputs) and bool(layer.outputs)

    def splice(self, node_id: str, link: Link, positions: Mapping[str, Position]) -> None:
        """Leads a link through a node that lies free."""
        self.apply(_tr("Insert {0}").format(self._name(node_id)), lambda g: edits.splice(g, link, node_id), positions)

    def connect(self, link: Link, replacing: Link | None = None) -> str:
        """Makes a link, in place of another where one was taken off; returns the reason when it may not be made."""
        graph = edits.disconnect(self.graph, [replacing]) if replacing else self.graph
        reason = check_connect(graph, link)
        if reason:
            return reason
        text = _tr("Connect {0} to {1}").format(self._name(link.source), self._name(link.target))

        def change(before: Graph) -> Graph:
            if replacing is None:
                return edits.connect(before, link)
            return edits.connect(edits.disconnect(before, [replacing]), link)

        self.apply(text, change)
        return ""

    def connect_in_order(self, ids: Iterable[str]) -> None:
        """Links nodes one to the next, where a link may be made."""
        chosen = list(ids)

        def change(graph: Graph) -> Graph:
            for source, target in itertools.pairwise(chosen):
                link = propose_link(graph, source, target)
                graph = edits.connect(graph, link) if link is not None else graph
            return graph

        self.apply(_tr("Connect {0} nodes").format(len(chosen)), change)

    def disconnect(self, links: Iterable[Link]) -> None:
        """Removes links."""
        gone = tuple(links)
        self.apply(_tr("Remove link") if len(gone) == 1 else _tr("Remove links"), lambda g: edits.disconnect(g, gone))

    def move(self, positions: Mapping[str, Position], *, merge: str = "") -> None:
        """Stores new places of cards."""
        ids = list(positions)
        text = _tr("Move {0}").format(self._name(ids[0])) if len(ids) == 1 else _tr("Move {0} nodes").format(len(ids))
        self.apply(text, lambda g: g, positions, merge=merge)

    def arrange(self) -> None:
        """Gives all cards back to the automatic layout."""
        name = self.document.network

        def arranged(project: Project) -> Project:
            own = project.networks[name].by_id
            kept = {i: place for i, place in project.view.positions.items() if i not in own}
            return project.updated(view=project.view.updated(positions=kept))

        self.document.edit(_tr("Arrange"), arranged)

    def remove(self, nodes: Iterable[str], links: Iterable[Link] = ()) -> None:
        """Removes nodes and links; what fed a single removed node of a chain then feeds its followers."""
        ids, gone = tuple(nodes), tuple(links)
        if not ids and not gone:
            return
        if not ids:
            self.disconnect(gone)
            return
        text = (
            _tr("Delete {0}").format(self._name(ids[0])) if len(ids) == 1 else _tr("Delete {0} nodes").format(len(ids))
        )
        self.apply(
            text, lambda g: edits.remove_nodes(edits.disconnect(g, gone), ids, bridge=len(ids) == 1 and not gone)
        )

    def duplicate(self, ids: Iterable[str]) -> list[str]:
        """Copies nodes with the links between them and returns the copies' ids."""
        chosen = set(ids)
        graph = self.graph
        nodes = tuple(n for n in graph.nodes if n.id in chosen)
        places = {i: p for i, p in self.scene.positions().items() if i in chosen}
        return self._paste(_tr("Duplicate"), nodes, graph.links, places, (STEP, STEP))

    def paste(self, clip: Clip, at: Position | None = None) -> list[str]:
        """Adds the nodes of a clip, its upper left corner at ``at``, and returns their ids."""
        offset: Position = (STEP, STEP)
        if at is not None and clip.positions:
            left = min(x for x, _ in clip.positions.values())
            top = min(y for _, y in clip.positions.values())
            offset = (at[0] - left, at[1] - top)
        return self._paste(_tr("Paste"), clip.nodes, clip.links, clip.positions, offset)

    def _paste(
        self,
        text: str,
        nodes: tuple[Node, ...],
        links: tuple[Link, ...],
        places: Mapping[str, Position],
        offset: Position,
    ) -> list[str]:
        pasted, fresh = edits.paste(self.graph, nodes, links)
        taken = set(self.scene.positions().values())
        while places and any((x + offset[0], y + offset[1]) in taken for x, y in places.values()):
            offset = (offset[0] + STEP, offset[1] + STEP)
        wanted = {fresh[i]: (x + offset[0], y + offset[1]) for i, (x, y) in places.items() if i in fresh}
        self.apply(text, lambda _: pasted, wanted)
        return list(fresh.values())

    def rename(self, node_id: str, name: str) -> None:
        """Renames a node; raises ``ValueError`` when the name is taken or not a name."""
        self.apply(_tr("Rename {0}").format(self._name(node_id)), lambda g: edits.rename(g, node_id, name))

    def set_field(self, node_id: str, field: str, value: object, *, merge: bool = False) -> None:
        """Sets one field of a node's layer, in one undo step with the last one if ``merge`` (steps of arrow keys).

        Raises ``ValidationError`` for a bad value.
        """
        text = _tr("Set {0} of {1}").format(field_word(field), self._name(node_id))
        key = f"field {node_id} {field}" if merge else ""
        self.apply(text, lambda g: edits.set_field(g, node_id, field, value), merge=key)

    def fix(self, fix: Fix | Remedy, network: str = "") -> None:
        """Applies a problem's cure, to another network than the one that is shown if told; then it is shown."""
        if isinstance(fix, Remedy):
            self.document.edit(told(fix.label), lambda p: apply_setting(p, fix.path, fix.value))
            return
        self.document.show_network(network)
        self.apply(told(fix.label), fix.edit)

    def _name(self, node_id: str) -> str:
        node = self.graph.by_id.get(node_id)
        return node.name if node is not None else ""


def _link_behind(graph: Graph, behind: str, layer: Layer) -> Link | None:
    """The link that a new layer behind a node goes onto: the only one that leaves it, or enters it if none can leave."""
    if behind not in graph.by_id or not layer.inputs or not layer.outputs:
        return None
    ends = graph.out_of[behind] if graph.by_id[behind].layer.outputs else graph.into[behind]
    return ends[0] if len(ends) == 1 else None


def _joined(graph: Graph, port: PortHit, node_id: str) -> Graph:
    """Links the new node to a port; a port that fits nothing leaves it free."""
    layer = graph.by_id[node_id].layer
    ends = layer.inputs if port.side == "out" else layer.outputs
    if not ends:
        return graph
    if port.side == "out":
        link = Link(source=port.node, source_port=port.port, target=node_id, target_port=ends[0].name)
    else:
        link = Link(source=node_id, source_port=ends[0].name, target=port.node, target_port=port.port)
    return graph if check_connect(graph, link) else edits.connect(graph, link)
