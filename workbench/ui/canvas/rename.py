"""Renaming a node where its name stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from .geometry import CARD_WIDTH
from .naming import refusal

if TYPE_CHECKING:
    from .view import CanvasView


class RenameField(QLineEdit):
    """Lies over the card. Enter renames, Esc leaves the name; a name that is taken is explained and stays to be mended."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view.viewport())
        self.view = view
        self.node = ""
        self.setObjectName("canvas_rename")
        self.setAccessibleName(self.tr("Name of the node"))
        self.setMaxLength(80)
        self.hide()
        self.textEdited.connect(lambda _: self.view.hint.say("", self.pos()))

    def open_for(self, node_id: str) -> None:
        """Starts renaming a node."""
        card = self.view.canvas.cards[node_id]
        self.view.show_nodes([node_id])
        self.node = node_id
        self.setText(card.content.name)
        place = self.view.mapFromScene(card.rect.topLeft())
        self.setFixedWidth(max(140, round(CARD_WIDTH * self.view.zoom)))
        self.adjustSize()
        self.move(place)
        self.show()
        self.raise_()
        self.selectAll()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the name, Esc doesn't."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(stay=True)
        elif event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field takes the name if it can be taken."""
        super().focusOutEvent(event)
        if self.isVisible() and event.reason() != Qt.FocusReason.PopupFocusReason:
            self._take(stay=False)

    def _take(self, *, stay: bool) -> None:
        graph = self.view.canvas.graph
        reason = refusal(graph, self.node, self.text()) if self.node in graph.by_id else ""
        if reason and stay:
            self.view.hint.say(reason, self.geometry().bottomLeft(), danger=True)
            return
        node, name = self.node, self.text()
        self._close()
        if not reason and node in graph.by_id:
            self.view.editor.rename(node, name)

    def _close(self) -> None:
        self.node = ""
        self.hide()
        self.view.hint.clear()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
