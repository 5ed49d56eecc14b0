"""A card with a plot: title, legend with toggles, scale of the y axis, and export."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...icons import icon
from ...theme import notifier, tokens
from .area import PlotArea
from .picture import save_csv, save_png, save_svg
from .trace import Trace


class Chart(QFrame):
    """A plot with its header. The owner sets traces and range on ``area``; ``failed`` brings a sentence when a file can't be
    written. ``of_splits`` is false for a quantity that is not measured on the training and the validation split."""

    failed = Signal(str)
    saved = Signal(str)

    def __init__(self, name: str, title: str, parent: QFrame | None = None, *, of_splits: bool = True) -> None:
        super().__init__(parent)
        self.of_splits = of_splits
        self.setObjectName(f"chart_{name}")
        self.setProperty("role", "card")
        self._name = name
        self._title = QLabel(title)
        self._title.setObjectName(f"chart_{name}_title")
        self._title.setProperty("role", "heading")
        self.area = PlotArea(self)
        self.area.setObjectName(f"plot_{name}")
        self._training = self._toggle("training", self.tr("training"))
        self._validation = self._toggle("validation", self.tr("validation"))
        self._bad = QLabel()
        self._bad.setObjectName(f"chart_{name}_bad")
        self._bad.setProperty("role", "danger")
        self._bad.hide()
        self.log_y = QPushButton(self.tr("log y"))
        self.log_y.setObjectName(f"chart_{name}_log_y")
        self.log_y.setProperty("role", "chip")
        self.log_y.setCheckable(True)
        self.log_y.setAccessibleName(self.tr("Logarithmic y axis of {title}").format(title=title))
        self.log_y.toggled.connect(self._set_log_y)
        self.more = QToolButton()
        self.more.setObjectName(f"chart_{name}_more")
        self.more.setAccessibleName(self.tr("More for {title}").format(title=title))
        self.more.setToolTip(self.tr("Save as picture or numbers"))
        self.more.setProperty("role", "menu")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(self._menu())
        header = self._header = QHBoxLayout()
        header.setSpacing(8)
        header.addWidget(self._title)
        header.addSpacing(4)
        header.addWidget(self._training)
        header.addWidget(self._validation)
        header.addWidget(self._bad)
        header.addStretch(1)
        header.addWidget(self.log_y)
        header.addWidget(self.more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 4)
        layout.setSpacing(2)
        layout.addLayout(header)
        layout.addWidget(self.area, 1)
        notifier.changed.connect(self._restyle)
        self.set_title(title)
        self._restyle()

    @property
    def title(self) -> str:
        """What is plotted."""
        return self._title.text()

    def hold_title(self, widget: QWidget) -> None:
        """Puts a widget into the header that can tell what is plotted."""
        self._header.insertWidget(1, widget)

    def set_title(self, title: str, *, told_elsewhere: bool = False) -> None:
        """Another quantity is plotted; ``told_elsewhere``: the header's widget shows it."""
        self._title.setText(title)
        self._title.setVisible(not told_elsewhere)
        self.area.setAccessibleName(self.tr("Plot of {title}").format(title=title.lower()))
        self.area.setAccessibleDescription(
            self.tr("Arrow keys move the crosshair, plus and minus zoom, Home shows everything.")
        )

    def set_legend(self, solid: str, dashed: str) -> None:
        """What the solid curves are called, and the dashed ones."""
        self._training.setText(solid)
        self._validation.setText(dashed)

    def set_traces(self, traces: Sequence[Trace]) -> None:
        """Other curves."""
        self.area.set_traces(traces)
        self._validation.setVisible(self.of_splits and any(t.dashed for t in traces))
        self._training.setVisible(self.of_splits and any(not t.dashed for t in traces))
        self._restyle()
        self._tell_bad()

    def grown(self) -> None:
        """The series have grown."""
        self.area.grown()
        self._tell_bad()

    def save_as(self, path: Path) -> None:
        """Writes a picture or the numbers, by the file's ending. Raises ``OSError``."""
        kind = path.suffix.lower()
        if kind == ".csv":
            save_csv(path, self.area.visible_traces())
        elif kind == ".svg":
            save_svg(path, self.area, self.title)
        else:
            save_png(path if kind == ".png" else path.with_name(path.name + ".png"), self.area, self.title)

    def _toggle(self, key: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"chart_{self._name}_{key}")
        button.setText(text)
        button.setToolTip(self.tr("Show or hide these curves"))
        button.setCheckable(True)
        button.setChecked(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(22, 12))
        button.setProperty("role", "legend")
        button.toggled.connect(lambda on, key=key: self._show(key, on))
        return button

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        entries: tuple[tuple[str, str, Callable[[], None]], ...] = (
            ("png", self.tr("Save picture (PNG)…"), lambda: self._ask("png")),
            ("svg", self.tr("Save drawing (SVG)…"), lambda: self._ask("svg")),
            ("csv", self.tr("Save numbers (CSV)…"), lambda: self._ask("csv")),
            ("whole", self.tr("Show everything"), self.area.restore),
        )
        for key, text, action in entries:
            entry = menu.addAction(text)
            entry.setObjectName(f"chart_{self._name}_{key}")
            entry.triggered.connect(lambda _checked=False, act=action: act())
        return menu

    def _ask(self, kind: str) -> None:
        words = {"png": self.tr("Pictures"), "svg": self.tr("Drawings"), "csv": self.tr("Tables")}
        proposal = f"{self.title.lower().replace(' ', '-')}.{kind}"
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save"), proposal, f"{words[kind]} (*.{kind})")
        if not chosen:
            return
        path = Path(chosen)
        path = path if path.suffix else path.with_suffix(f".{kind}")
        try:
            self.save_as(path)
        except OSError as error:
            sentence = self.tr("{path} could not be written ({reason}). Choose another folder.")
            self.failed.emit(sentence.format(path=path, reason=error.strerror or error))
        else:
            self.saved.emit(self.tr("Saved {path}").format(path=path))

    def _show(self, key: str, on: bool) -> None:
        if key == "training":
            self.area.show_training = on
        else:
            self.area.show_validation = on
        self._restyle()
        self.area.redraw()

    def _set_log_y(self, on: bool) -> None:
        self.area.log_y = on
        self.area.free_y()

    def _tell_bad(self) -> None:
        bad = [t for t in self.area.visible_traces() if len(t.series.bad)]
        text = ""
        if bad:
            first = min(int(t.series.bad[0]) for t in bad)
            total = sum(len(t.series.bad) for t in bad)
            one = self.tr("✕ not finite at step {step}")
            many = self.tr("✕ not finite at {count} steps, first at {step}")
            text = (one if total == 1 else many).format(step=f"{first:,}", count=f"{total:,}")
        if text != self._bad.text():
            self._bad.setText(text)
            self._bad.setVisible(bool(text))

    def _restyle(self) -> None:
        focused = next((t for t in reversed(self.area.traces) if t.focused), None)
        color = focused.color if focused is not None else tokens().muted
        for button, dashed in ((self._training, False), (self._validation, True)):
            button.setIcon(
                _line_icon(color if button.isChecked() else tokens().border, dashed, self.devicePixelRatioF())
            )
        self.more.setIcon(icon("more"))


def _line_icon(color: str, dashed: bool, ratio: float) -> QIcon:
    pixmap = QPixmap(QSize(round(22 * ratio), round(12 * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    pen = QPen(QColor(color), 2.0)
    if dashed:
        pen.setDashPattern([3.0, 2.0])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(1, 6, 21, 6)
    painter.end()
    return QIcon(pixmap)
