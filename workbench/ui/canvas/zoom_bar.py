"""Zoom, fit and arrange in a corner of the canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton

from ..icons import icon

if TYPE_CHECKING:
    from .view import CanvasView


class ZoomBar(QFrame):
    """Buttons for those who don't know the keys; the tooltips name them."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self.setObjectName("zoom_bar")
        self.setProperty("role", "card")
        layout = self._row = QHBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(0)
        self._icons: list[tuple[QToolButton, str]] = []
        self._add("zoom_out", "zoom_out", self.tr("Zoom out (Ctrl+-)"), lambda: view.set_zoom(view.zoom / 1.2))
        self.percent = QPushButton("100 %")
        self.percent.setObjectName("zoom_percent")
        self.percent.setProperty("role", "quiet")
        self.percent.setToolTip(self.tr("Show at 100 % (Ctrl+0)"))
        self.percent.setAccessibleName(self.tr("Zoom"))
        self.percent.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.percent.setMinimumWidth(self.percent.fontMetrics().horizontalAdvance("100 %") + 24)
        self.percent.clicked.connect(lambda: view.set_zoom(1.0))
        layout.addWidget(self.percent)
        self._add("zoom_in", "zoom_in", self.tr("Zoom in (Ctrl++)"), lambda: view.set_zoom(view.zoom * 1.2))
        self._add("fit", "zoom_fit", self.tr("Show the whole network (F)"), view.fit)
        self._add("layout", "arrange", self.tr("Arrange the nodes (L)"), lambda: view.commands.run("arrange"))
        self.restyle()
        view.zoom_changed.connect(self._show_zoom)

    def _add(self, name: str, object_name: str, tip: str, run) -> None:  # type: ignore[no-untyped-def]
        button = QToolButton()
        button.setObjectName(object_name)
        button.setToolTip(tip)
        button.setAccessibleName(tip.split(" (", maxsplit=1)[0])
        button.setIconSize(QSize(16, 16))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _checked=False: run())
        self._icons.append((button, name))
        self._row.addWidget(button)

    def _show_zoom(self, zoom: float) -> None:
        self.percent.setText(f"{zoom * 100:.0f} %")

    def restyle(self) -> None:
        """Takes the theme's colours again."""
        for button, name in self._icons:
            button.setIcon(icon(name))
