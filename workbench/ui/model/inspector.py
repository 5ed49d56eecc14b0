"""The panel on the right: settings, shapes, cost, code and problems of what is selected."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ...engine.graph.infer import NodeInfo, code_of
from ...engine.graph.layer import UnknownLayer
from ...engine.graph.model import Link, Node
from ...engine.shapes import TensorSpec
from ...engine.train.layerwise import trainable_parameters
from ..canvas.card import translated
from ..canvas.editor import GraphEditor
from ..canvas.naming import refusal
from ..canvas.scene import CanvasScene
from ..canvas.search import description
from ..language import told
from ..session import Session
from ..widgets.form import Form
from ..words import amount, memory
from .facts_grid import FactsGrid
from .layer_training import LayerTrainingSection
from .problem_rows import ProblemRows


class Inspector(QScrollArea):
    """Shows the selected node, the selected nodes or link, or the whole network.

    Signals:
        command(str): a button asks for one of the canvas' commands.
        insert_on(Link): asks for a layer to put onto a link.
        node_picked(str): asks to show a node.
        fix_picked(Fix): asks to apply a cure.
        open_code: asks for the Code tab.
    """

    command = Signal(str)
    insert_on = Signal(object)
    node_picked = Signal(str)
    fix_picked = Signal(object)
    open_code = Signal()

    def __init__(
        self, session: Session, scene: CanvasScene, editor: GraphEditor, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session, self.scene, self.editor = session, scene, editor
        self.node = ""
        self.setObjectName("inspector")
        self.setAccessibleName(self.tr("Settings"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(248)
        self._body = QWidget()
        self.setWidget(self._body)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(16, 14, 12, 16)
        column.setSpacing(8)
        self.heading = QLabel()
        self.heading.setObjectName("inspector_title")
        self.heading.setProperty("role", "heading")
        self.heading.setWordWrap(True)
        self.about = QLabel()
        self.about.setObjectName("inspector_about")
        self.about.setProperty("role", "muted")
        self.about.setWordWrap(True)
        column.addWidget(self.heading)
        column.addWidget(self.about)
        self.settings = self._make_settings()
        column.addWidget(self.settings)
        self.buttons = QWidget()
        self._button_column = QVBoxLayout(self.buttons)
        self._button_column.setContentsMargins(0, 4, 0, 4)
        self._button_column.setSpacing(8)
        self._buttons: list[QPushButton] = []
        column.addWidget(self.buttons)
        self._line_above_facts = _separator()
        column.addWidget(self._line_above_facts)
        self.facts = FactsGrid()
        self.facts.setObjectName("inspector_facts")
        column.addWidget(self.facts)
        self.training = LayerTrainingSection(session.document)
        column.addWidget(self.training)
        self.code = self._make_code()
        column.addWidget(self.code)
        self.trouble = QWidget()
        troubles = QVBoxLayout(self.trouble)
        troubles.setContentsMargins(0, 0, 0, 0)
        troubles.setSpacing(4)
        troubles.addWidget(_separator())
        self.problems = ProblemRows(narrow=True)
        self.problems.setObjectName("inspector_problems")
        self.problems.fix_picked.connect(self.fix_picked)
        troubles.addWidget(self.problems)
        column.addWidget(self.trouble)
        column.addStretch(1)
        self.refresh()

    def _make_settings(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(8)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        label = QLabel(self.tr("Name"))
        label.setProperty("role", "muted")
        self.name = _NameField()
        self.name.setObjectName("field_name")
        self.name.setAccessibleName(self.tr("Name of the node"))
        self.name.setMaxLength(80)
        self.name.committed.connect(self._rename)
        label.setBuddy(self.name)
        self.name_error = QLabel()
        self.name_error.setObjectName("error_name")
        self.name_error.setProperty("role", "danger")
        self.name_error.setWordWrap(True)
        self.name_error.hide()
        grid.addWidget(label, 0, 0)
        grid.addWidget(self.name, 0, 1)
        grid.addWidget(self.name_error, 1, 0, 1, 2)
        column.addLayout(grid)
        self.form = Form()
        self.form.setObjectName("layer_form")
        self.form.edited.connect(self._edited)
        column.addWidget(self.form)
        return box

    def _make_code(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(_separator())
        row = QHBoxLayout()
        title = QLabel(self.tr("Code"))
        title.setProperty("role", "muted")
        whole = QPushButton(self.tr("open"))
        whole.setObjectName("inspector_open_code")
        whole.setAccessibleName(self.tr("Open the whole source"))
        whole.setProperty("role", "link")
        whole.clicked.connect(self.open_code)
        row.addWidget(title)
        row.addStretch(1)
        row.addWidget(whole)
        column.addLayout(row)
        self.snippet = QLabel()
        self.snippet.setObjectName("inspector_code")
        self.snippet.setProperty("role", "mono")
        self.snippet.setTextFormat(Qt.TextFormat.PlainText)
        self.snippet.setWordWrap(True)
        self.snippet.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.snippet.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.snippet)
        return box

    # Showing

    def refresh(self) -> None:
        """Shows what is selected now, with what inference knows of it."""
        nodes, links = self.scene.selected_nodes, self.scene.selected_links
        graph = self.session.document.graph
        nodes = tuple(i for i in nodes if i in graph.by_id)
        if len(nodes) == 1:
            self._show_node(graph.by_id[nodes[0]])
        elif nodes:
            self._show_several(nodes)
        elif len(links) == 1 and links[0].source in graph.by_id and links[0].target in graph.by_id:
            self._show_link(links[0])
        else:
            self._show_network()

    def _show(
        self, heading: str, about: str, *, settings: bool = False, code: bool = False, training: bool = False
    ) -> None:
        self.heading.setText(heading)
        self.about.setText(about)
        self.about.setVisible(bool(about))
        self.settings.setVisible(settings)
        self.code.setVisible(code)
        self.training.setVisible(training)
        if not settings:
            self.node = ""

    def _show_node(self, node: Node) -> None:
        info = self.session.network_inference.nodes.get(node.id, NodeInfo("unknown"))
        layer = node.layer
        unknown = isinstance(layer, UnknownLayer)
        about = told(layer.reason) if isinstance(layer, UnknownLayer) else description(type(layer))
        # What learns nothing has nothing to set, unless something was said while it did.
        learns = bool(info.cost.parameters) or node.id in self.session.document.project.training.layers
        known = info.state == "ok" and layer.kind != "input"
        self._show(translated(layer.title), about, settings=True, code=known, training=learns)
        self.training.show_node(node.id)
        same, self.node = self.node == node.id, node.id
        if not (same and self.name.hasFocus() and self.name.isModified()):
            self.name.setText(node.name)
            self.name_error.hide()
        self.form.setVisible(not unknown and bool(type(layer).model_fields))
        self.form.set_value(None if unknown else layer)
        if info.state == "ok":
            code = code_of(layer, info.inputs)
            names = {"self": "self." + node.name, **{p.name: p.name for p in layer.inputs}}
            many = {
                f"{p.name}{i}": f"{p.name}{i}" for p in layer.inputs for i in range(len(info.inputs.get(p.name, ())))
            }
            self.snippet.setText(code.module or code.forward.format(**names, **many))
        self._show_buttons([])
        self.facts.show_facts(self._facts_of(node, info))
        self._show_problems(node.id)

    def _facts_of(self, node: Node, info: NodeInfo) -> list[tuple[str, str]]:
        batch = self.session.document.project.training.batch_size
        facts = [
            (self.tr("Input") if len(info.inputs) < 2 else self.tr("Input {0}").format(port), _shapes(specs))
            for port, specs in info.inputs.items()
        ]
        if info.state != "ok":
            return [*facts, (self.tr("Output"), self.tr("unknown"))]
        several = len(info.outputs) > 1
        facts += [
            (self.tr("Output {0}").format(port) if several else self.tr("Output"), _shapes((spec,)))
            for port, spec in info.outputs.items()
        ]
        size = sum(spec.bytes for spec in info.outputs.values()) * batch
        return [
            *facts,
            (self.tr("Parameters"), f"{info.cost.parameters:,}"),
            (self.tr("Multiply-adds"), amount(info.cost.multiply_adds)),
            (self.tr("Activations, batch {0}").format(batch), memory(size)),
        ]

    def _show_several(self, nodes: tuple[str, ...]) -> None:
        self._show(self.tr("{0} nodes selected").format(len(nodes)), "")
        known = [self.session.network_inference.nodes[i] for i in nodes if i in self.session.network_inference.nodes]
        batch = self.session.document.project.training.batch_size
        size = sum(s.bytes for n in known for s in n.outputs.values()) * batch
        self._show_buttons(
            [
                ("connect", self.tr("Connect in the order selected")),
                ("duplicate", self.tr("Duplicate")),
                ("copy", self.tr("Copy")),
                ("delete", self.tr("Delete")),
            ]
        )
        self.facts.show_facts(
            [
                (self.tr("Parameters"), f"{sum(n.cost.parameters for n in known):,}"),
                (self.tr("Multiply-adds"), amount(sum(n.cost.multiply_adds for n in known))),
                (self.tr("Activations, batch {0}").format(batch), memory(size)),
            ]
        )
        self._show_problems(*nodes)

    def _show_link(self, link: Link) -> None:
        graph = self.session.document.graph
        source, target = graph.by_id[link.source], graph.by_id[link.target]
        self._show(self.tr("Link"), f"{source.name} → {target.name}")
        info = self.session.network_inference.nodes.get(link.source, NodeInfo("unknown"))
        spec = info.outputs.get(link.source_port)
        self._show_buttons([("insert", self.tr("Insert a layer…")), ("delete", self.tr("Remove the link"))])
        self.facts.show_facts([(self.tr("Carries"), _shapes((spec,)) if spec else self.tr("unknown"))])
        self._show_problems()

    def _show_network(self) -> None:
        graph, inference = self.session.document.graph, self.session.network_inference
        batch = self.session.document.project.training.batch_size
        self._show_buttons([])
        self._show_problems(None)
        if not graph.nodes:
            self._show(self.tr("Network"), self.tr("No layers yet. What you select on the canvas is set here."))
            self.facts.show_facts([])
            return
        self._show(self.tr("Network"), self.tr("Select a node to see and change its settings."))
        inputs = [inference.nodes[n.id] for n in graph.nodes if n.layer.kind == "input" and n.id in inference.nodes]
        outputs = [inference.nodes[n.id] for n in graph.nodes if n.layer.kind == "output" and n.id in inference.nodes]
        learnt = trainable_parameters(graph, inference, self.session.document.project.training.layers)
        facts = [(self.tr("Nodes"), str(len(graph.nodes)))]
        facts += [(self.tr("Input"), _shapes(tuple(i.outputs.values()))) for i in inputs if i.outputs]
        facts += [(self.tr("Output"), _shapes(tuple(i.outputs.values()))) for i in outputs if i.outputs]
        facts += [
            (self.tr("Parameters"), f"{inference.parameters:,}"),
            *([] if learnt == inference.parameters else [(self.tr("of them trainable"), f"{learnt:,}")]),
            (self.tr("Size of the weights"), memory(inference.parameters * 4)),
            (self.tr("Multiply-adds"), amount(inference.multiply_adds)),
            (self.tr("Activations, batch {0}").format(batch), memory(inference.activation_bytes * batch)),
        ]
        self.facts.show_facts(facts)

    def _show_problems(self, *nodes: str | None) -> None:
        names = {n.id: n.name for n in self.session.document.graph.nodes}
        mine = tuple(p for p in self.session.network_inference.problems if p.node in nodes) if nodes != (None,) else ()
        self.problems.show_problems(mine, names)
        self.trouble.setVisible(bool(mine))

    def _show_buttons(self, wanted: list[tuple[str, str]]) -> None:
        names = [name for name, _ in wanted]
        if [b.objectName().removeprefix("inspector_") for b in self._buttons] != names:
            for old in self._buttons:
                self._button_column.removeWidget(old)
                old.hide()
                old.deleteLater()
            self._buttons = []
            for name, text in wanted:
                button = QPushButton(text)
                button.setObjectName(f"inspector_{name}")
                button.clicked.connect(lambda _=False, n=name: self._press(n))
                self._button_column.addWidget(button)
                self._buttons.append(button)
        self.buttons.setVisible(bool(wanted))
        self._line_above_facts.setVisible(self.settings.isVisibleTo(self._body) or bool(wanted))

    # Editing

    def _press(self, name: str) -> None:
        if name == "insert" and self.scene.selected_links:
            self.insert_on.emit(self.scene.selected_links[0])
        else:
            self.command.emit(name)

    def _edited(self, path: str, value: object) -> None:
        if self.node in self.session.document.graph.by_id:
            self.editor.set_field(self.node, path, value, merge=self.form.stepping)

    def _rename(self, text: str) -> None:
        graph = self.session.document.graph
        if self.node not in graph.by_id or text.strip() == graph.by_id[self.node].name:
            self.name_error.hide()
            return
        reason = refusal(graph, self.node, text)
        self.name_error.setText(reason)
        self.name_error.setVisible(bool(reason))
        self.name.setModified(bool(reason))
        if not reason:
            self.editor.rename(self.node, text)

    def edit_first(self) -> None:
        """Puts the cursor into the first setting."""
        names = list(type(self.form.value).model_fields) if self.form.value is not None else []
        if names:
            self.form.focus_field(names[0])
        elif self.node:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self) -> None:
        """Takes the theme's colours."""
        self.problems.restyle()


class _NameField(QLineEdit):
    """``committed(text)`` for Enter or leaving the field; Esc gives the old name back."""

    committed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._before = ""
        self.returnPressed.connect(lambda: self.committed.emit(self.text()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remembers the name."""
        super().focusInEvent(event)
        self._before = self.text()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes the name."""
        super().focusOutEvent(event)
        if self.isModified():
            self.committed.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes back what was typed."""
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.setText(self._before)
            self.committed.emit(self.text())
        else:
            super().keyPressEvent(event)


def _shapes(specs: tuple[TensorSpec, ...]) -> str:
    """Shapes below each other, none of them broken in two."""
    texts = [str(s) + ("" if s.dtype == "float32" else f" {s.dtype}") for s in specs]
    return "\n".join(t.replace(" ", "\u00a0") for t in texts) or "–"


def _separator() -> QFrame:
    line = QFrame()
    line.setProperty("role", "separator")
    return line
