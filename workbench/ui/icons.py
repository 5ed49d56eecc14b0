"""Icons by our own names, drawn from qtawesome's Phosphor font in the theme's colours, and files that the program carries."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from .. import resources

NAMES = {
    "add": "ph.plus",
    "back": "ph.arrow-left",
    "cancel": "ph.x",
    "chart": "ph.chart-line",
    "check": "ph.check",
    "close": "ph.x",
    "code": "ph.code",
    "copy": "ph.copy",
    "cpu": "ph.cpu",
    "data": "ph.database",
    "delete": "ph.trash",
    "device": "ph.cpu",
    "edit": "ph.pencil-simple",
    "error": "ph.x-circle",
    "evaluate": "ph.target",
    "export": "ph.export",
    "file": "ph.file",
    "fit": "ph.corners-out",
    "folder": "ph.folder-open",
    "help": "ph.question",
    "image": "ph.image",
    "info": "ph.info",
    "layers": "ph.stack",
    "layout": "ph.tree-structure",
    "menu": "ph.list",
    "model": "ph.share-network",
    "more": "ph.dots-three",
    "moon": "ph.moon",
    "new": "ph.file-plus",
    "open": "ph.folder-open",
    "pause": "ph.pause",
    "play": "ph.play",
    "recent": "ph.clock-counter-clockwise",
    "redo": "ph.arrow-clockwise",
    "reload": "ph.arrows-clockwise",
    "run": "ph.play",
    "save": "ph.floppy-disk",
    "search": "ph.magnifying-glass",
    "settings": "ph.gear",
    "stop": "ph.stop",
    "success": "ph.check-circle",
    "sun": "ph.sun",
    "table": "ph.table",
    "train": "ph.chart-line",
    "undo": "ph.arrow-counter-clockwise",
    "warning": "ph.warning",
    "zoom_in": "ph.magnifying-glass-plus",
    "zoom_out": "ph.magnifying-glass-minus",
}
"""Our names -> Phosphor names. A qtawesome name ("ph.cube") may be asked for directly too."""


def icon(name: str, color: str = "") -> QIcon:
    """The icon called ``name`` in the text colour of the theme, or in the token called ``color``.

    Ask again after ``theme.notifier.changed``: an icon keeps the colour it was made with. Raises ``KeyError`` for an unknown name.
    """
    from .theme import tokens

    theme = tokens()
    return _made(NAMES[name] if "." not in name else name, getattr(theme, color or "text"), theme.muted)


@lru_cache(maxsize=512)
def _made(name: str, color: str, disabled: str) -> QIcon:
    return QIcon(_Glyph(_codes()[name.removeprefix("ph.")], QColor(color), QColor(disabled)))


class _Glyph(QIconEngine):
    """Draws a letter of the icon font, crisp at every size and scale."""

    def __init__(self, letter: str, color: QColor, disabled: QColor) -> None:
        super().__init__()
        self._letter, self._color, self._disabled = letter, color, disabled

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draws the letter in the middle of ``rect``."""
        faded = mode == QIcon.Mode.Disabled
        color = QColor(self._disabled if faded else self._color)
        color.setAlphaF(0.6 if faded else 1.0)
        font = QFont(_family())
        font.setPixelSize(max(1, min(rect.width(), rect.height())))
        painter.save()
        painter.setFont(font)
        painter.setPen(color)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._letter)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The letter as a picture."""
        picture = QPixmap(size)
        if size.isEmpty():  # a button that is not laid out yet has no room
            return picture
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        """A copy, as Qt asks for one."""
        return _Glyph(self._letter, self._color, self._disabled)


def _fonts() -> Path:
    """The folder of qtawesome's fonts. The package itself stays unimported: it costs a quarter of a second at the start."""
    found = find_spec("qtawesome")
    if found is None or found.origin is None:
        raise FileNotFoundError("the package qtawesome is missing: install the program again")
    return Path(found.origin).parent / "fonts"


@lru_cache(maxsize=1)
def _family() -> str:
    file = next(f for f in sorted(_fonts().glob("phosphor*.ttf")))
    return QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))[0]


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    file = next(f for f in sorted(_fonts().glob("phosphor*charmap*.json")))
    return {name: chr(int(code, 16)) for name, code in json.loads(file.read_text(encoding="utf-8")).items()}


def resource(name: str) -> Path:
    """The path of a file that the program carries; style sheets and windows want one on the disk."""
    return Path(str(files(resources).joinpath(name)))
