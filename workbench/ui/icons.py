"""Icons by our own names, drawn by qtawesome in the theme's colours, and files that the program carries."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from PySide6.QtGui import QIcon

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
    return _drawn(NAMES[name] if "." not in name else name, getattr(theme, color or "text"), theme.muted)


@lru_cache(maxsize=512)
def _drawn(name: str, color: str, disabled: str) -> QIcon:
    import qtawesome

    made: QIcon = qtawesome.icon(name, color=color, color_disabled=disabled)
    return made


def resource(name: str) -> Path:
    """The path of a file that the program carries; style sheets and windows want one on the disk."""
    return Path(str(files(resources).joinpath(name)))
