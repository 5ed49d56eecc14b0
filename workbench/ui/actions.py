"""What the window can do, as data: menus, shortcuts and the command palette are generated from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from . import theme
from .icons import icon
from .session import Session


@dataclass(frozen=True)
class ActionSpec:
    """One thing that the window can do.

    Attributes:
        id: "menu.name"; also the object name, with underscores.
        text: what the menu says; ``{}`` stands for what ``detail`` gives.
        keys: the shortcut, as Qt writes it ("Ctrl+S"); a standard key where the systems differ ("Save").
        icon: a name of ``icons``, empty for none.
        enabled: when it can be used, None for always.
        detail: text that changes ("Add Dense" behind Undo).
        checked: for a switch, whether it is on.
        separator: whether a line comes before it in the menu.
        stage_command: name of the command of the stage shown that it runs; it can be used where the stage has that.
    """

    id: str
    text: str
    keys: str = ""
    icon: str = ""
    enabled: Callable[[Session], bool] | None = None
    detail: Callable[[Session], str] | None = None
    checked: Callable[[Session], bool] | None = None
    separator: bool = False
    stage_command: str = ""

    @property
    def menu(self) -> str:
        """Which menu it stands in."""
        return self.id.partition(".")[0]


MENUS: tuple[tuple[str, str], ...] = (
    ("file", "&File"),
    ("edit", "&Edit"),
    ("view", "&View"),
    ("run", "&Run"),
    ("help", "&Help"),
)
"""Menus in order: key and title."""


def _idle(session: Session) -> bool:
    return session.run_state == "idle"


def _theme_is(choice: str) -> Callable[[Session], bool]:
    return lambda session: session.preferences.value.theme == choice


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("file.new", "New…", "New", "new"),
    ActionSpec("file.open", "Open…", "Open", "open"),
    ActionSpec("file.data", "Start from my data…", "", "data"),
    ActionSpec("file.folder", "Start from a folder of data…", "", "folder"),
    ActionSpec(
        "file.save",
        "Save",
        "Save",
        "save",
        enabled=lambda s: s.document.modified or s.document.path is None,
        separator=True,
    ),
    ActionSpec("file.save_as", "Save as…", "Ctrl+Shift+S", enabled=_idle),
    ActionSpec("file.preferences", "Preferences…", "Ctrl+,", "settings", separator=True),
    ActionSpec("file.close", "Close project", "Ctrl+W", separator=True),
    ActionSpec("file.quit", "Quit", "Ctrl+Q"),
    ActionSpec(
        "edit.undo",
        "Undo {}",
        "Undo",
        "undo",
        enabled=lambda s: bool(s.document.undo_text),
        detail=lambda s: s.document.undo_text,
    ),
    ActionSpec(
        "edit.redo",
        "Redo {}",
        "Ctrl+Shift+Z",
        "redo",
        enabled=lambda s: bool(s.document.redo_text),
        detail=lambda s: s.document.redo_text,
    ),
    ActionSpec("edit.search", "Search anything…", "Ctrl+K", "search", separator=True),
    ActionSpec("view.data", "Data", "Ctrl+1"),
    ActionSpec("view.model", "Model", "Ctrl+2"),
    ActionSpec("view.train", "Train", "Ctrl+3"),
    ActionSpec("view.evaluate", "Evaluate", "Ctrl+4"),
    ActionSpec("view.export", "Export", "Ctrl+5"),
    ActionSpec("view.theme_system", "Theme of the system", checked=_theme_is("system"), separator=True),
    ActionSpec("view.theme_light", "Light theme", checked=_theme_is("light")),
    ActionSpec("view.theme_dark", "Dark theme", checked=_theme_is("dark")),
    ActionSpec("view.zoom_in", "Zoom in", "Ctrl++", "zoom_in", stage_command="zoom_in", separator=True),
    ActionSpec("view.zoom_out", "Zoom out", "Ctrl+-", "zoom_out", stage_command="zoom_out"),
    ActionSpec("view.zoom_100", "Show at 100 %", "Ctrl+0", stage_command="zoom_100"),
    ActionSpec("view.fit", "Show the whole network", icon="fit", stage_command="fit"),
    ActionSpec("view.full_screen", "Full screen", "F11", separator=True),
    ActionSpec("run.train", "Train", "F5", "play", enabled=_idle),
    ActionSpec("run.pause", "Pause", "F6", "pause", enabled=lambda s: s.run_state == "running"),
    ActionSpec("run.resume", "Resume", "F7", "play", enabled=lambda s: s.run_state == "paused"),
    ActionSpec(
        "run.stop",
        "Stop and keep",
        "Shift+F5",
        "stop",
        enabled=lambda s: s.run_state in ("starting", "running", "paused"),
    ),
    ActionSpec("run.several", "Train on several computers…", "", "copy", separator=True),
    ActionSpec("help.doctor", "Examine this computer…", "", "cpu"),
    ActionSpec("help.log", "Show the log", "", "file"),
    ActionSpec("help.about", "About Workbench", "", "info", separator=True),
)
"""Everything the window itself can do, in the order of the menus."""


class ActionSet(QObject):
    """The ``QAction`` of every spec, kept up to date with the session."""

    refreshed = Signal()

    def __init__(
        self,
        session: Session,
        handlers: Mapping[str, Callable[[], None]],
        parent: QWidget,
        specs: tuple[ActionSpec, ...] = ACTIONS,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.specs = specs
        self._stage_commands: frozenset[str] = frozenset()
        self.by_id: dict[str, QAction] = {}
        for spec in specs:
            action = QAction(parent)
            action.setObjectName(f"action_{spec.id.replace('.', '_')}")
            action.setShortcuts(_shortcuts(spec.keys))
            action.setCheckable(spec.checked is not None)
            action.setMenuRole(_ROLES.get(spec.id, QAction.MenuRole.NoRole))
            # The handler and not the signal's argument: triggered carries whether the action is checked.
            action.triggered.connect(lambda checked=False, run=handlers[spec.id]: run())
            parent.addAction(action)
            self.by_id[spec.id] = action
        for signal in (
            session.document.history_changed,
            session.document.file_changed,
            session.run_state_changed,
            session.preferences.changed,
        ):
            signal.connect(self.refresh)
        theme.notifier.changed.connect(self._redraw)
        self._redraw()
        self.refresh()

    def follow_stage(self, commands: Iterable[str]) -> None:
        """Tells which commands the stage shown has."""
        self._stage_commands = frozenset(commands)
        self.refresh()

    def refresh(self) -> None:
        """Brings texts, switches and what is enabled up to date."""
        for spec in self.specs:
            action = self.by_id[spec.id]
            text = tr(spec.text)
            if spec.detail is not None:
                text = text.format(spec.detail(self._session)).strip()
            action.setText(text)
            possible = spec.enabled is None or spec.enabled(self._session)
            action.setEnabled(possible and (not spec.stage_command or spec.stage_command in self._stage_commands))
            if spec.checked is not None:
                action.setChecked(spec.checked(self._session))
        self.refreshed.emit()

    def fill(self, bar: QMenuBar, extra: Mapping[str, QMenu]) -> None:
        """Makes the menus; ``extra`` puts a submenu behind the action with that id."""
        for key, title in MENUS:
            menu = bar.addMenu(tr(title))
            menu.setObjectName(f"menu_{key}")
            for spec in self.specs:
                if spec.menu != key:
                    continue
                if spec.separator:
                    menu.addSeparator()
                menu.addAction(self.by_id[spec.id])
                if spec.id in extra:
                    menu.addMenu(extra[spec.id])

    def _redraw(self) -> None:
        for spec in self.specs:
            if spec.icon:
                self.by_id[spec.id].setIcon(icon(spec.icon))


_ROLES = {
    "file.quit": QAction.MenuRole.QuitRole,
    "file.preferences": QAction.MenuRole.PreferencesRole,
    "help.about": QAction.MenuRole.AboutRole,
}


def _shortcuts(keys: str) -> list[QKeySequence]:
    standard = {
        "New": QKeySequence.StandardKey.New,
        "Open": QKeySequence.StandardKey.Open,
        "Save": QKeySequence.StandardKey.Save,
        "Undo": QKeySequence.StandardKey.Undo,
    }
    if keys in standard:
        return QKeySequence.keyBindings(standard[keys])
    found = [QKeySequence(keys)] if keys else []
    return [*found, QKeySequence("Ctrl+Y")] if keys == "Ctrl+Shift+Z" else found


def shortcut_text(action: QAction) -> str:
    """The first shortcut as people read it, "" when there is none."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def tr(text: str) -> str:
    """Translates a text of the actions."""
    return QCoreApplication.translate("Actions", text)
