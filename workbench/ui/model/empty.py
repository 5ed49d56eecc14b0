"""What an empty canvas says."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ..canvas.gestures.drop import kind_of


class EmptyHint(QFrame):
    """Lies in the middle of the canvas. ``add_input`` and ``open_samples`` come from its buttons.

    ``dropped(kind, place)`` comes for a layer that is dropped on it, with the place on the screen.
    """

    dropped = Signal(str, QPoint)
    add_input = Signal()
    open_samples = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("canvas_empty")
        self.setProperty("role", "card")
        self.setAcceptDrops(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        title = QLabel(self.tr("Drag an Input here, or start from a sample"))
        title.setProperty("role", "heading")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.about = QLabel(
            self.tr(
                "A network runs from an Input to an Output. Drag layers from the list on the left, "
                "or press Space and type a name."
            )
        )
        self.about.setProperty("role", "muted")
        self.about.setWordWrap(True)
        self.about.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.about.setMinimumWidth(320)
        add = QPushButton(self.tr("Add an Input"))
        add.setObjectName("empty_add_input")
        add.setProperty("role", "primary")
        add.clicked.connect(self.add_input)
        samples = QPushButton(self.tr("Start from a sample…"))
        samples.setObjectName("empty_samples")
        samples.clicked.connect(self.open_samples)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(add)
        row.addWidget(samples)
        row.addStretch(1)
        column.addWidget(title)
        column.addWidget(self.about)
        column.addLayout(row)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes layers of the palette."""
        if kind_of(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hands the layer on to the canvas below."""
        self.dropped.emit(kind_of(event.mimeData()), self.mapToGlobal(event.position().toPoint()))
        event.acceptProposedAction()

    def centre(self) -> None:
        """Puts it into the middle of its parent, a little above."""
        area = self.parentWidget()
        assert area is not None
        self.setMaximumWidth(max(200, area.width() - 48))
        self.adjustSize()
        self.move((area.width() - self.width()) // 2, max(8, (area.height() - self.height()) * 2 // 5))
