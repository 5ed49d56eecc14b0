"""The Model stage: palette, canvas, settings, and the problems, summary and code below."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSplitter, QTabWidget, QVBoxLayout, QWidget

from ...engine.document import Project
from ...engine.graph.model import Link
from ...engine.graph.problems import Fix, Problem, Remedy
from ...engine.project.first_network.gans import made_of, with_gan
from ...engine.project.first_network.resnet import fits, with_resnet18
from ...engine.project.networks import network_of_node
from ...engine.train.layerwise import trainable_parameters
from .. import theme
from ..canvas.card import translated
from ..canvas.editor import GraphEditor
from ..canvas.geometry import CARD_HEIGHT, CARD_WIDTH, snapped
from ..canvas.scene import CanvasScene
from ..canvas.search import all_layers
from ..canvas.view import CanvasView
from ..session import Session
from ..stage import Stage, StageCommand, Thing
from .code import CodeTab
from .empty import EmptyHint
from .inspector import Inspector
from .networks import NetworkTabs
from .palette import Palette
from .problem_rows import ProblemRows
from .summary import SummaryTab

ELSEWHERE = frozenset(
    {"data.no_source", "training.nesterov_without_momentum", "training.loss_task", "training.unusual_rate"}
)
"""Problems that other stages show, because they are mended there."""
PROBLEMS, SUMMARY, CODE = range(3)


class ModelStage(Stage):
    """Where the network is drawn. Everything shown follows the document and its inference."""

    key = "model"
    icon = "model"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.scene = CanvasScene(self)
        self.editor = GraphEditor(session.document, self.scene)
        self.view = CanvasView(self.scene, self.editor)
        self.palette_panel = Palette()
        self.inspector = Inspector(session, self.scene, self.editor)
        self.problems = ProblemRows(narrow=False)
        self.summary = SummaryTab()
        self.code = CodeTab()
        self.empty = EmptyHint(self.view)
        self.networks = NetworkTabs(session)
        self._fit_wanted = bool(session.document.graph.nodes)
        self._build()
        self._connect()
        self._follow(session.document.project)
        self._show_inference()

    @property
    def title(self) -> str:
        """Name on the rail."""
        return self.tr("Model")

    def _build(self) -> None:
        self.tabs = QTabWidget()
        self.tabs.setObjectName("model_tabs")
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        self.all_well = QLabel()
        self.all_well.setObjectName("no_problems")
        self.all_well.setProperty("role", "muted")
        self.all_well.setContentsMargins(12, 12, 12, 12)
        self.all_well.setWordWrap(True)
        self.all_well.setAlignment(Qt.AlignmentFlag.AlignTop)
        scroll = QScrollArea()
        scroll.setObjectName("problem_list")
        scroll.setAccessibleName(self.tr("Problems"))
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.problems)
        self.problem_scroll = scroll
        column.addWidget(self.all_well)
        column.addWidget(scroll, 1)
        self.tabs.addTab(page, self.tr("Problems"))
        self.tabs.addTab(self.summary, self.tr("Summary"))
        self.tabs.addTab(self.code, self.tr("Code"))
        self.centre = QSplitter(Qt.Orientation.Vertical)
        self.centre.setObjectName("model_centre")
        above = QWidget()
        drawing = QVBoxLayout(above)
        drawing.setContentsMargins(0, 0, 0, 0)
        drawing.setSpacing(0)
        drawing.addWidget(self.networks)
        drawing.addWidget(self.view, 1)
        self.centre.addWidget(above)
        self.centre.addWidget(self.tabs)
        self.centre.setStretchFactor(0, 1)
        self.centre.setStretchFactor(1, 0)
        self.centre.setSizes([540, 170])
        self.centre.setCollapsible(0, False)
        self.panels = QSplitter(Qt.Orientation.Horizontal)
        self.panels.setObjectName("model_panels")
        for widget, stretch in ((self.palette_panel, 0), (self.centre, 1), (self.inspector, 0)):
            self.panels.addWidget(widget)
            self.panels.setStretchFactor(self.panels.count() - 1, stretch)
        self.panels.setSizes([176, 760, 280])
        self.panels.setCollapsible(1, False)
        for splitter in (self.centre, self.panels):
            splitter.setHandleWidth(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panels)
        self.setTabOrder(self.palette_panel.field, self.palette_panel.tree)
        self.setTabOrder(self.palette_panel.tree, self.view)
        self.view.installEventFilter(self)
        self._restyle()

    def _connect(self) -> None:
        session, scene = self.session, self.scene
        session.document.changed.connect(self._document_changed)
        session.document.network_changed.connect(self._network_changed)
        session.document.file_changed.connect(self._file_changed)
        session.checked.connect(self._show_inference)
        scene.selection_changed.connect(self._selection_changed)
        self.palette_panel.add_requested.connect(self.add_layer)
        self.view.activated.connect(self.inspector.edit_first)
        self.inspector.command.connect(self._run_command)
        self.inspector.insert_on.connect(self._insert_on)
        self.inspector.node_picked.connect(self.show_node)
        self.inspector.open_code.connect(lambda: self.tabs.setCurrentIndex(CODE))
        for rows in (self.inspector.problems, self.problems):
            rows.picked.connect(self.show_node)
            rows.fix_picked.connect(self.apply_fix)
        self.summary.picked.connect(self.show_node)
        self.code.picked.connect(self.show_node)
        self.code.trouble.connect(session.trouble)
        self.code.show_problems.connect(lambda: self.tabs.setCurrentIndex(PROBLEMS))
        self.tabs.currentChanged.connect(self._show_tab)
        self.empty.add_input.connect(lambda: self.add_layer("input"))
        self.empty.dropped.connect(self._dropped_on_hint)
        self.empty.open_samples.connect(lambda: self.go_to.emit("welcome"))
        theme.notifier.changed.connect(self._restyle)

    # Following the document

    def _document_changed(self, before: Project, after: Project) -> None:
        graph, shown = self.session.document.graph, self.scene.graph
        if len(graph.nodes) > 1 and not any(i in graph.by_id for i in shown.by_id):
            self._fit_wanted = True  # another network, not the first card of a new one
        if graph is not shown or before.view is not after.view:
            self._follow(after)
            self._show_inference()
        elif before.training is not after.training:
            self.scene.show_training(after.training.layers)
            self.inspector.refresh()
        self.networks.refresh()

    def _network_changed(self) -> None:
        """Another network of the project is shown."""
        if self.session.document.graph is not self.scene.graph:
            self._fit_wanted = bool(self.session.document.graph.nodes)
            self._follow(self.session.document.project)
        self.scene.select([])
        self._show_inference()
        self.networks.refresh()

    def _file_changed(self) -> None:
        self._show_tab()

    def _follow(self, project: Project) -> None:
        self.view.cancel_gesture()
        self.scene.follow(project, self.session.document.network)
        nodes = self.session.document.graph.nodes
        self.empty.setVisible(not nodes)
        if self._fit_wanted and nodes and self.isVisible():
            self._fit()
        else:
            self.view.refit()

    def _show_inference(self) -> None:
        session = self.session
        if session.document.graph is not self.scene.graph:
            return  # inference is ahead of the scene; the scene follows in a moment and calls this again
        facts = session.network_facts
        self.editor.facts = facts
        # The cards of a GAN's Outputs have nothing to say of the data's targets.
        single = "model" in session.document.project.roles
        self.scene.show_inference(session.network_inference, facts if single else None)
        self.inspector.refresh()
        self.networks.refresh()
        mine = self.model_problems()
        names = {n.id: n.name for graph in session.document.project.networks.values() for n in graph.nodes}
        self.problems.show_problems(mine, names)
        self.problem_scroll.setVisible(bool(mine))
        self.all_well.setVisible(not mine)
        self.tabs.setTabText(PROBLEMS, self.tr("Problems {0}").format(len(mine)) if mine else self.tr("Problems"))
        empty = not session.document.graph.nodes
        self.all_well.setText(
            self.tr("The network is empty.")
            if empty
            else self.tr("No problems: shapes fit from the Input to the Output.")
        )
        self._show_tab()
        self._show_state(mine)

    def model_problems(self) -> tuple[Problem, ...]:
        """The problems that are mended on this stage, those of all networks that are trained and of the one that is shown;
        none while the only network is empty."""
        session = self.session
        several = len(session.document.project.networks) > 1
        if not session.document.graph.nodes and not several:
            return ()
        problems = session.inference.problems
        if several and session.document.network not in session.document.project.roles.values():
            problems = (*problems, *session.network_inference.problems)
        return tuple(p for p in problems if p.code not in ELSEWHERE)

    def _show_state(self, problems: tuple[Problem, ...]) -> None:
        errors = sum(p.severity == "error" for p in problems)
        if not any(graph.nodes for graph in self.session.document.project.networks.values()):
            self.set_state("empty", self.tr("No network yet"))
        elif errors:
            text = self.tr("1 problem") if errors == 1 else self.tr("{0} problems").format(errors)
            self.set_state("problem", text)
        else:
            session, project = self.session, self.session.document.project
            learnt = sum(
                trainable_parameters(graph, session.inference.of_network(name), project.training.layers)
                for name, graph in project.networks.items()
                if name in project.roles.values()
            )
            text = self.tr("{0} parameters").format(f"{session.inference.parameters:,}")
            if learnt != session.inference.parameters:
                text = self.tr("{0} of {1} parameters learn").format(f"{learnt:,}", f"{session.inference.parameters:,}")
            self.set_state("ready", text)

    def _show_tab(self) -> None:
        """Brings the visible tab up to date; the others wait until they are looked at."""
        session, graph = self.session, self.session.document.graph
        tab = self.tabs.currentIndex()
        if tab == SUMMARY:
            self.summary.show_network(graph, session.network_inference, session.document.project.training.batch_size)
            self.summary.follow_selection(self.scene.selected_nodes)
        elif tab == CODE:
            several = len(session.document.project.networks) > 1
            title = session.document.network if several else session.document.project.title
            self.code.show_network(graph, session.network_facts, title)
            self.code.follow_selection(self.scene.selected_nodes)

    def _selection_changed(self) -> None:
        self.inspector.refresh()
        tab = self.tabs.currentIndex()
        if tab == SUMMARY:
            self.summary.follow_selection(self.scene.selected_nodes)
        elif tab == CODE:
            self.code.follow_selection(self.scene.selected_nodes)

    # What the panels ask for

    def add_layer(self, kind: str) -> None:
        """Adds a layer: behind the only selected node, else where there is room."""
        chosen = self.scene.selected_nodes
        made = self.editor.add(kind, behind=chosen[0] if len(chosen) == 1 else "")
        self.scene.select([made])
        self.view.show_nodes([made])

    def show_node(self, node_id: str) -> None:
        """Selects a node and brings it into view, and the network that it is of."""
        self.session.document.show_network(network_of_node(self.session.document.project, node_id))
        self.scene.select([node_id])
        self.view.show_nodes([node_id])

    def apply_fix(self, fix: Fix | Remedy, network: str = "") -> None:
        """Applies a cure as one undo step."""
        self.editor.fix(fix, network)

    def _dropped_on_hint(self, kind: str, place: QPoint) -> None:
        point = self.view.mapToScene(self.view.viewport().mapFromGlobal(place))
        made = self.editor.add(kind, (snapped(point.x() - CARD_WIDTH / 2), snapped(point.y() - CARD_HEIGHT / 2)))
        self.scene.select([made])
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _run_command(self, name: str) -> None:
        self.view.commands.run(name)

    def _insert_on(self, link: Link) -> None:
        place = self.view.mapFromScene(self.scene.wires[link].points[12])
        self.view.adding.open(place, link=link)

    # What the command palette finds

    def commands(self) -> Iterable[StageCommand]:
        """What one can do on the canvas."""
        return self.view.commands.all.values()

    def things(self) -> Iterable[Thing]:
        """Nodes to go to, layers to add, and a whole network for pictures."""
        if fits(self.session.facts) is not None:
            words = self.tr("residual network pictures convolution")
            yield Thing(self.tr("Use ResNet-18"), self.tr("network"), self.use_resnet, words)
        if made_of(self.session.facts) is not None and "generator" not in self.session.document.project.roles:
            words = self.tr("generative adversarial networks generator discriminator make samples DCGAN")
            yield Thing(self.tr("Make samples with a GAN"), self.tr("network"), self.use_gan, words)
        for node in self.session.document.graph.nodes:
            title = translated(node.layer.title)
            yield Thing(node.name, self.tr("node"), partial(self.show_node, node.id), title)
        for layer in all_layers():
            words = " ".join((translated(layer.category), *layer.keywords))
            text = self.tr("Add {0}").format(translated(layer.title))
            yield Thing(text, self.tr("layer"), partial(self.add_layer, layer.kind), words)

    def use_resnet(self) -> None:
        """Puts a ResNet-18 for the data in the place of the network, as one undo step."""
        facts = self.session.facts
        self.session.document.edit(self.tr("Use ResNet-18"), lambda project: with_resnet18(project, facts))
        self._fit_wanted = True
        self._fit_if_wanted()

    def use_gan(self) -> None:
        """Adds a generator and a discriminator for the data and makes them the objective, as one undo step."""
        document, facts, data = self.session.document, self.session.facts, self.session.data
        samples = len(data.splits.get("train", ())) if data is not None else 0
        document.edit(self.tr("Make samples with a GAN"), lambda project: with_gan(project, facts, samples))
        document.show_network(document.project.roles["generator"])
        self._fit_wanted = True
        self._fit_if_wanted()

    # Appearance

    def entered(self) -> None:
        """The stage became visible: the canvas gets the keys."""
        self._fit_if_wanted()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit_if_wanted(self) -> None:
        if self._fit_wanted and self.scene.cards and self.view.viewport().width() > 100:
            self._fit()

    def _fit(self) -> None:
        self._fit_wanted = False
        self.view.fit(smallest=0.6)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The empty canvas' text stays in the middle."""
        super().resizeEvent(event)
        self.empty.centre()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the canvas' size."""
        if watched is self.view and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.empty.centre()
            self._fit_if_wanted()
        return super().eventFilter(watched, event)

    def _restyle(self) -> None:
        t = theme.tokens()
        self.view.restyle()
        self.inspector.restyle()
        self.problems.restyle()
        self.code.restyle()
        for panel in (self.palette_panel, self.tabs, self.inspector):
            panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(
            f"#palette, #inspector, #inspector > QWidget > QWidget, #model_tabs, #problem_list {{ background: {t.surface}; }}"
            f"#inspector_code {{ background: {t.canvas}; border-radius: 6px; padding: 8px; }}"
            f"#problem {{ border: 1px solid transparent; border-radius: 6px; }}"
            f"#problem:hover {{ background: {t.raised}; }} #problem:focus {{ border-color: {t.accent}; }}"
            f"#canvas_empty, #zoom_bar, #quick_add {{ background: {t.surface}; }}"
        )
