"""Tools of the canvas' tests: a stage with a known network, and the mouse on it."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from workbench.engine.document import Project
from workbench.engine.graph import edits
from workbench.engine.graph.model import Graph
from workbench.ui.canvas.gestures.drop import MIME
from workbench.ui.model.stage import ModelStage
from workbench.ui.session import Session

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def small_chain() -> Graph:
    """Input (1, 8, 8), Conv2d, ReLU, Flatten, Dense, Output: no problems."""
    make = edits.make_layer
    return edits.chain(
        make("input", shape=(1, 8, 8)),
        make("conv2d", filters=4),
        make("relu"),
        make("flatten"),
        make("dense", units=10),
        make("output"),
    )


def model_stage(
    qtbot: QtBot, session: Session, project: Project | None = None, size: tuple[int, int] = (1400, 880)
) -> ModelStage:
    """A Model stage that is shown, with ``small_chain`` unless told otherwise."""
    stage = ModelStage(session)
    qtbot.addWidget(stage)
    stage.resize(*size)
    session.new(project or Project().with_graph(small_chain()))
    with qtbot.waitExposed(stage):
        stage.show()
    stage.entered()
    return stage


def type_into(field: QLineEdit, text: str) -> None:
    """Replaces a field's text as a user does."""
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


class Canvas:
    """The mouse and the keyboard on a stage's canvas, by the names of nodes."""

    def __init__(self, stage: ModelStage) -> None:
        self.stage = stage
        self.view, self.scene, self.document = stage.view, stage.scene, stage.session.document

    @property
    def graph(self) -> Graph:
        return self.document.graph

    def node(self, name: str) -> str:
        return self.graph.by_name[name].id

    def card(self, name: str):
        return self.scene.cards[self.node(name)]

    def links(self) -> set[tuple[str, str]]:
        names = {n.id: n.name for n in self.graph.nodes}
        return {(names[k.source], names[k.target]) for k in self.graph.links}

    def to_view(self, point: QPointF) -> QPoint:
        return self.view.mapFromScene(point)

    def at(self, name: str) -> QPoint:
        return self.to_view(self.card(name).rect.center())

    def port(self, name: str, side: str, port: str | None = None) -> QPoint:
        port = port or ("x" if side == "in" else "y")
        return self.to_view(self.scene.port_point(self.node(name), side, port))

    def on_link(self, source: str, target: str) -> QPoint:
        link = next(k for k in self.graph.links if (k.source, k.target) == (self.node(source), self.node(target)))
        points = self.scene.wires[link].points
        return self.to_view(points[len(points) // 2])

    def free(self) -> QPoint:
        """A place with nothing on it, below everything."""
        rect = self.scene.content_rect()
        return self.to_view(QPointF(rect.left() + 120, rect.bottom() + 60))

    def click(self, at: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseClick(self.view.viewport(), LEFT, modifiers, at)

    def press(self, at: QPoint, button: Qt.MouseButton = LEFT, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.mousePress(self.view.viewport(), button, modifiers, at)

    def move(self, *places: QPoint) -> None:
        for place in places:
            QTest.mouseMove(self.view.viewport(), place)

    def release(self, at: QPoint, button: Qt.MouseButton = LEFT, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseRelease(self.view.viewport(), button, modifiers, at)

    def drag(self, start: QPoint, end: QPoint, button: Qt.MouseButton = LEFT) -> None:
        self.press(start, button)
        self.move(start + QPoint(12, 9), (start + end) / 2, end)
        self.release(end, button)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.view, key, modifiers)

    def drag_in(self, kind: str, at: QPoint, *, drop: bool = True) -> bool:
        """What Qt sends while a layer of the palette is dragged over the canvas; whether it was taken."""
        data = QMimeData()
        data.setData(MIME, QByteArray(kind.encode()))
        actions, action = Qt.DropAction.CopyAction, Qt.DropAction.CopyAction
        viewport = self.view.viewport()
        enter = QDragEnterEvent(at + QPoint(30, 30), actions, data, LEFT, NONE)
        QApplication.sendEvent(viewport, enter)
        QApplication.sendEvent(viewport, QDragMoveEvent(at, actions, data, LEFT, NONE))
        if not drop:
            self.drag_data = data
            return enter.isAccepted()
        dropped = QDropEvent(QPointF(at), actions, data, LEFT, NONE)
        QApplication.sendEvent(viewport, dropped)
        return dropped.isAccepted() and dropped.dropAction() == action

    def drag_away(self) -> None:
        QApplication.sendEvent(self.view.viewport(), QDragLeaveEvent())
