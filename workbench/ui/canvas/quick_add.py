"""Adding a layer with the keyboard: a few letters, Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ...engine.graph.layer import Layer
from .bars import bar_icon
from .card import translated
from .search import description, found

ROWS = 9
"""Layers shown without scrolling."""
KIND = Qt.ItemDataRole.UserRole


class QuickAdd(QFrame):
    """A search field over a list of layers. ``chosen(kind)`` comes once; Esc or a click outside closes it."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("quick_add")
        self.setProperty("role", "card")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        self.field = QLineEdit()
        self.field.setObjectName("quick_add_field")
        self.field.setAccessibleName(self.tr("Search layers"))
        self.field.setPlaceholderText(self.tr("Add a layer…"))
        self.field.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setObjectName("quick_add_list")
        self.list.setAccessibleName(self.tr("Layers found"))
        self.list.setIconSize(QSize(8, 16))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.about = QLabel()
        self.about.setProperty("role", "muted")
        self.about.setWordWrap(True)
        self.about.setMinimumHeight(self.about.fontMetrics().height() * 2 + 4)
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.about)
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._take)
        self.list.currentItemChanged.connect(self._explain)
        self.setFixedWidth(300)
        self._ends: tuple[str, ...] = ()

    def open_at(self, place: QPoint, ends: tuple[str, ...] = ()) -> None:
        """Opens at a place on the screen.

        ``ends`` are the sides of the ports that the layer will be linked to: "out" leaves out layers without an input,
        "in" those without an output.
        """
        self._ends = ends
        self.field.clear()
        self._search("")
        parent = self.parentWidget()
        screen = (parent.screen() if parent is not None else self.screen()).availableGeometry()
        self.move(
            max(screen.left(), min(place.x(), screen.right() - self.width())),
            max(screen.top(), min(place.y(), screen.bottom() - self.height())),
        )
        self.show()
        self.field.setFocus()

    def _search(self, text: str) -> None:
        self.list.clear()
        for layer in found(text):
            if ("out" in self._ends and not layer.inputs) or ("in" in self._ends and not layer.outputs):
                continue
            item = QListWidgetItem(bar_icon(layer.category), translated(layer.title))
            item.setData(KIND, layer.kind)
            item.setToolTip(translated(layer.category))
            self.list.addItem(item)
        rows = max(1, min(ROWS, self.list.count()))
        self.list.setFixedHeight(rows * max(self.list.sizeHintForRow(0), 24) + 2 * self.list.frameWidth() + 4)
        self.adjustSize()
        if self.list.count():
            self.list.setCurrentRow(0)
        else:
            self.about.setText(
                self.tr("No layer is called “{0}”. Try another word, such as conv or pool.").format(text)
            )

    def _explain(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.about.setText(description(Layer.members[item.data(KIND)]))

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.hide()
            self.chosen.emit(item.data(KIND))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leads the keys that move in the list from the search field to it."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}.get(
                Qt.Key(event.key())
            )
            if step is not None:
                last = self.list.count() - 1
                self.list.setCurrentRow(max(0, min(last, self.list.currentRow() + step)))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)
