"""What one can do on the canvas besides dragging, as data: keys and menus are made from the same list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QCursor, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu

from . import clipboard
from .geometry import GRID, snapped
from .gestures.move import moved_by
from .walk import Direction, following, neighbour

if TYPE_CHECKING:
    from .view import CanvasView


@dataclass(frozen=True)
class Command:
    """Something to do. ``enabled`` says whether it makes sense now."""

    name: str
    text: str
    keys: tuple[str, ...]
    run: Callable[[], object]
    enabled: Callable[[], bool]


_ARROWS: tuple[tuple[str, Direction, int, int], ...] = (
    ("Left", "left", -1, 0),
    ("Right", "right", 1, 0),
    ("Up", "up", 0, -1),
    ("Down", "down", 0, 1),
)


def _tr(text: str) -> str:
    return QCoreApplication.translate("CanvasCommands", text)


class CanvasCommands:
    """The commands of one view."""

    def __init__(self, view: CanvasView) -> None:
        self.view, self.canvas, self.editor = view, view.canvas, view.editor
        self._menu: QMenu | None = None
        self.all: dict[str, Command] = {c.name: c for c in self._make()}
        self._keys: dict[str, Command] = {}
        for command in self.all.values():
            for key in command.keys:
                self._keys[QKeySequence(key).toString()] = command

    def _make(self) -> list[Command]:
        def some() -> bool:
            return bool(self.canvas.selected_nodes)

        def anything() -> bool:
            return bool(self.canvas.selected_nodes or self.canvas.selected_links)

        def one() -> bool:
            return len(self.canvas.selected_nodes) == 1

        def several() -> bool:
            return len(self.canvas.selected_nodes) > 1

        def always() -> bool:
            return True

        def nodes() -> bool:
            return bool(self.canvas.cards)

        view = self.view
        made = [
            Command("add", _tr("Add a layer…"), (), view.adding.open_here, always),
            Command("rename", _tr("Rename"), ("F2",), self._rename, one),
            Command("connect", _tr("Connect in the order selected"), ("C",), self._connect, several),
            Command("cut", _tr("Cut"), ("Ctrl+X", "Shift+Del"), self._cut, some),
            Command("copy", _tr("Copy"), ("Ctrl+C", "Ctrl+Ins"), self._copy, some),
            Command("paste", _tr("Paste"), ("Ctrl+V", "Shift+Ins"), self._paste, always),
            Command("duplicate", _tr("Duplicate"), ("Ctrl+D",), self._duplicate, some),
            Command("delete", _tr("Delete"), ("Del", "Backspace"), self._delete, anything),
            Command("select_all", _tr("Select all"), ("Ctrl+A",), lambda: self.canvas.select(self.canvas.cards), nodes),
            Command("arrange", _tr("Arrange the nodes"), ("L",), self._arrange, nodes),
            Command("fit", _tr("Show the whole network"), ("F",), view.fit, nodes),
            Command("zoom_100", _tr("Show at 100 %"), ("Ctrl+0",), lambda: view.set_zoom(1.0), always),
            Command("zoom_in", _tr("Zoom in"), ("Ctrl++", "Ctrl+="), lambda: view.set_zoom(view.zoom * 1.2), always),
            Command("zoom_out", _tr("Zoom out"), ("Ctrl+-",), lambda: view.set_zoom(view.zoom / 1.2), always),
            Command("activate", _tr("Edit the settings"), ("Return", "Enter"), view.activated.emit, one),
            Command("cancel", _tr("Cancel"), ("Esc",), self._cancel, always),
        ]
        for key, direction, dx, dy in _ARROWS:
            made += [
                Command(f"walk_{direction}", "", (key,), partial(self._walk, direction), nodes),
                Command(f"extend_{direction}", "", (f"Shift+{key}",), partial(self._walk, direction, True), nodes),
                Command(f"nudge_{direction}", "", (f"Ctrl+{key}",), partial(self._nudge, dx, dy), some),
            ]
        return made

    # Keys and menus

    def run(self, name: str) -> None:
        """Runs a command if it makes sense now."""
        if self.all[name].enabled():
            self.all[name].run()

    def _command_of(self, event: QKeyEvent) -> Command | None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return self._keys.get(QKeySequence(int(event.key()) | modifiers.value).toString())

    def claims(self, event: QKeyEvent) -> bool:
        """Whether a key is the canvas' own."""
        return self._command_of(event) is not None

    def handle(self, event: QKeyEvent) -> bool:
        """Runs the command of a key; False when there is none."""
        command = self._command_of(event)
        if command is not None and command.enabled():
            command.run()
        return command is not None

    def menu(self, place: QPoint) -> QMenu:
        """The context menu for what is selected, opened at a point of the viewport."""
        if self._menu is not None:
            self._menu.deleteLater()
        menu = self._menu = QMenu(self.view)
        menu.setObjectName("canvas_menu")
        nodes, links = self.canvas.selected_nodes, self.canvas.selected_links
        if nodes:
            if len(nodes) == 1:
                add = menu.addAction(_tr("Add a layer behind it…"))
                add.setObjectName("canvas_add_behind")
                add.triggered.connect(lambda: self.view.adding.open(place, behind=nodes[0]))
            names = ["rename", "connect", "", "cut", "copy", "duplicate", "delete"]
        elif links:
            if len(links) == 1:
                add = menu.addAction(_tr("Insert a layer…"))
                add.setObjectName("canvas_insert")
                add.triggered.connect(lambda: self.view.adding.open(place, link=links[0]))
            names = ["delete"]
        else:
            add = menu.addAction(_tr("Add a layer…"))
            add.setObjectName("canvas_add")
            add.setShortcut(QKeySequence("Space"))
            add.triggered.connect(lambda: self.view.adding.open(place))
            names = ["paste", "", "select_all", "arrange", "", "fit", "zoom_100"]
        for name in names:
            if not name:
                menu.addSeparator()
            elif self.all[name].enabled():
                command = self.all[name]
                action = menu.addAction(command.text)
                action.setObjectName(f"canvas_{name}")
                if command.keys:
                    action.setShortcut(QKeySequence(command.keys[0]))
                action.triggered.connect(lambda _=False, c=command: c.run())
        return menu

    # What they do

    def _rename(self) -> None:
        self.view.rename_field.open_for(self.canvas.selected_nodes[0])

    def _connect(self) -> None:
        self.editor.connect_in_order(self.canvas.selected_nodes)

    def _delete(self) -> None:
        self.editor.remove(self.canvas.selected_nodes, self.canvas.selected_links)

    def _copy(self) -> None:
        text = clipboard.to_text(self.canvas.graph, self.canvas.selected_nodes, self.canvas.positions())
        QGuiApplication.clipboard().setText(text)

    def _cut(self) -> None:
        self._copy()
        self.editor.remove(self.canvas.selected_nodes)

    def _paste(self) -> None:
        place = self.view.viewport().mapFromGlobal(QCursor.pos())
        inside = self.view.viewport().rect().contains(place) and self.view.viewport().underMouse()
        try:
            clip = clipboard.from_text(QGuiApplication.clipboard().text())
        except ValueError as error:
            self.view.hint.say(str(error), self.view.viewport().rect().center(), danger=True, seconds=4.0)
            return
        point = self.view.mapToScene(place)
        made = self.editor.paste(clip, (snapped(point.x()), snapped(point.y())) if inside else None)
        self.canvas.select(made)
        self.view.show_nodes(made)

    def _duplicate(self) -> None:
        self.canvas.select(self.editor.duplicate(self.canvas.selected_nodes))

    def _arrange(self) -> None:
        self.editor.arrange()
        self.view.fit()

    def _cancel(self) -> None:
        if not self.view.cancel_gesture():
            self.view.hint.hide()
            self.canvas.select()

    def _walk(self, direction: Direction, extend: bool = False) -> None:
        current = self.canvas.selected_nodes[-1] if self.canvas.selected_nodes else ""
        found = neighbour(self.canvas.graph, self.canvas.positions(), current, direction)
        if found is not None:
            self._go(found, extend)

    def walk_order(self, step: int) -> bool:
        """Selects the next or previous node in the order of computation; False beyond the ends."""
        current = self.canvas.selected_nodes[-1] if self.canvas.selected_nodes else ""
        found = following(self.canvas.graph, self.canvas.positions(), current, step)
        if found is not None:
            self._go(found)
        return found is not None

    def _go(self, node: str, extend: bool = False) -> None:
        before = [i for i in self.canvas.selected_nodes if i != node] if extend else []
        self.canvas.select([*before, node])
        self.view.show_nodes([node])

    def _nudge(self, dx: int, dy: int) -> None:
        chosen = self.canvas.selected_nodes
        places = {i: p for i, p in self.canvas.positions().items() if i in chosen}
        self.editor.move(moved_by(places, dx * GRID, dy * GRID), merge=f"nudge {sorted(chosen)}")
