"""The window: top bar, rail, the stage, status bar. Everything it does is an action of ``actions.py``."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, QTimer, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QMenuBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ..engine.folders import log_file
from ..engine.project.files import SUFFIX
from ..engine.train.events import Event, RunEnded, RunStarted, Warned
from . import theme
from .actions import ACTIONS, ActionSet
from .awake import Awake
from .command_palette import CommandPalette
from .data.opening import dropped_path
from .dialogs import TextDialog, about
from .endings import ending_text
from .importing import Importing
from .leaving import Leaving
from .message_bar import MessageBar
from .opening import Opening
from .palette import entries_for
from .preferences_dialog import PreferencesDialog
from .rail import Rail
from .recovery import Recovery
from .session import Session
from .stage import Stage
from .stages import STAGES, StageEntry
from .status_bar import StatusBar
from .top_bar import TopBar, title_of
from .train.several_machines import SeveralMachinesDialog
from .welcome import Welcome

SMALLEST = (1040, 640)
USUAL = (1280, 800)
FRAME = QSize(4, 40)
"""What a window manager's frame may take: with it the window still fits the screen."""


class MainWindow(QMainWindow):
    """One window, one document.

    Stages are made one by one after the window shows, so that it shows at once.
    """

    def __init__(self, session: Session, stages: tuple[StageEntry, ...] = STAGES) -> None:
        super().__init__()
        self.session = session
        self._entries = {entry.key: entry for entry in stages}
        self._stages: dict[str, Stage] = {}
        self._shown_key, self._last_key = "", "model"
        self.setObjectName("main_window")
        self.setMinimumSize(*SMALLEST)
        self.setAcceptDrops(True)
        self.opening = Opening(self)
        self.importing = Importing(self)
        self.leaving = Leaving(self)
        self.actions_set = ActionSet(session, self._handlers(), self)
        self._awake = Awake()
        self.recovery = Recovery(session, self)
        self._build(stages)
        self._connect()
        self._restore_geometry()
        self._retitle()
        self.show_welcome()

    # Building

    def _handlers(self) -> dict[str, Callable[[], None]]:
        session = self.session
        handlers: dict[str, Callable[[], None]] = {
            "file.new": self.show_welcome,
            "file.open": self.opening.choose,
            "file.data": self.importing.choose_file,
            "file.folder": self.importing.choose_folder,
            "file.save": self.opening.save,
            "file.save_as": self.opening.save_as,
            "file.preferences": self.show_preferences,
            "file.close": self.opening.close_project,
            "file.quit": lambda: (self.close(), None)[1],
            "edit.undo": session.document.undo,
            "edit.redo": session.document.redo,
            "edit.search": self.show_palette,
            "view.full_screen": self._toggle_full_screen,
            "run.train": self.train,
            "run.pause": session.pause,
            "run.resume": session.resume_run,
            "run.stop": session.stop,
            "run.several": self._show_several_machines,
            "help.doctor": self._examine,
            "help.log": self._show_log,
            "help.about": lambda: (about(self), None)[1],
        }
        for choice in ("system", "light", "dark"):
            handlers[f"view.theme_{choice}"] = lambda c=choice: self._choose_theme(c)
        for spec in ACTIONS:
            if spec.stage_command:
                handlers[spec.id] = lambda name=spec.stage_command: self._run_in_stage(name)
        for key in ("data", "model", "train", "evaluate", "export"):
            handlers[f"view.{key}"] = lambda k=key: self.go_to(k)
        return handlers

    def _build(self, stages: tuple[StageEntry, ...]) -> None:
        menu_bar = QMenuBar()
        menu_bar.setObjectName("menu_bar")
        self._recent_menu = QMenu(self.tr("Open recent"), self)
        self._recent_menu.setObjectName("menu_recent")
        self._recent_menu.aboutToShow.connect(self._fill_recent)
        self.actions_set.fill(menu_bar, {"file.open": self._recent_menu})
        self.top_bar = TopBar(self.session, self.actions_set, menu_bar, self)
        self.messages = MessageBar(self)
        self.rail = Rail(stages, self)
        self.welcome = Welcome(self.session)
        self._stack = QStackedWidget()
        self._stack.setObjectName("stage_stack")
        self._stack.addWidget(self.welcome)
        self.status = StatusBar(self.session, self)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.messages)
        right.addWidget(self._stack, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addLayout(right, 1)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addLayout(middle, 1)
        column.addWidget(self.status)
        self.setCentralWidget(page)

    def _connect(self) -> None:
        session = self.session
        self.rail.chosen.connect(self.go_to)
        self.welcome.sample_chosen.connect(self.opening.start_sample)
        self.welcome.empty_chosen.connect(self.opening.start_empty)
        self.welcome.open_chosen.connect(self.opening.choose)
        self.welcome.file_chosen.connect(self.importing.choose_file)
        self.welcome.folder_chosen.connect(self.importing.choose_folder)
        self.welcome.data_dropped.connect(self.importing.start)
        self.welcome.recent_chosen.connect(lambda path: self.opening.open(Path(path)))
        self.welcome.recover_chosen.connect(self.opening.recover)
        self.welcome.back_chosen.connect(self.leave_welcome)
        session.document.replaced.connect(self.messages.outdate)
        session.document.file_changed.connect(self._retitle)
        session.document.changed.connect(self._retitle)
        session.run_state_changed.connect(self._run_state)
        session.run_events.connect(self._run_events)
        session.trouble.connect(lambda sentence: self.messages.tell(sentence, "danger"))
        session.jobs.failed.connect(self.tell_unexpected)
        session.preferences.changed.connect(self._preferences_changed)
        self.top_bar.devices_failed.connect(lambda sentence: self.messages.tell(sentence, "danger"))
        if session.preferences.notice:
            self.messages.tell(session.preferences.notice, "warning")

    # Stages

    def stage(self, key: str) -> Stage:
        """The stage with this key, made when it is first asked for."""
        if key not in self._stages:
            made = self._entries[key].make(self.session)
            made.go_to.connect(self.go_to)
            made.state_changed.connect(lambda k=key: self._show_state(k))
            made.import_asked.connect(self._import)
            self._stages[key] = made
            self._stack.addWidget(made)
            self._show_state(key)
        return self._stages[key]

    def stage_made(self, key: str) -> bool:
        """Whether the stage is there yet."""
        return key in self._stages

    def make_stages(self) -> None:
        """Makes the stages that are not there yet, one for each turn of the event loop."""
        missing = [key for key in self._entries if key not in self._stages]
        if missing and self.isVisible():
            self.stage(missing[0])
            QTimer.singleShot(0, self, self.make_stages)

    @property
    def stage_keys(self) -> tuple[str, ...]:
        """Keys of all stages, in the order of the work."""
        return tuple(self._entries)

    @property
    def shown(self) -> str:
        """Key of the stage shown, "" for the welcome page."""
        return self._shown_key

    def go_to(self, key: str) -> None:
        """Shows a stage, or the welcome page for "welcome"."""
        if key == "welcome":
            self.show_welcome()
            return
        stage = self.stage(key)
        self._stack.setCurrentWidget(stage)
        changed, self._shown_key = self._shown_key != key, key
        self.rail.select(key)
        self.top_bar.show_stage(key)
        self.actions_set.follow_stage(c.name for c in stage.commands())
        if changed:
            stage.entered()

    def show_page(self, page: QWidget) -> None:
        """Shows a page that is no stage; the open project stays as it is."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._last_key, self._shown_key = self._shown_key or self._last_key, ""
        self.rail.select("")
        self.top_bar.show_stage("")
        self.actions_set.follow_stage(())

    def shows(self, page: QWidget) -> bool:
        """Whether a page is the one that is shown."""
        return self._stack.currentWidget() is page

    def _import(self, asked: object) -> None:
        """Looks at data for the open project: a path, or "file" or "folder" to ask for one."""
        if isinstance(asked, Path):
            self.importing.start(asked, replacing=True)
        elif asked == "folder":
            self.importing.choose_folder(replacing=True)
        else:
            self.importing.choose_file(replacing=True)

    def show_welcome(self) -> None:
        """Shows the welcome page; the open project stays as it is."""
        self.welcome.offer_back(bool(self.session.document.path or self.session.document.modified or self._shown_key))
        self.welcome.refresh()
        self.show_page(self.welcome)

    def leave_welcome(self) -> None:
        """Goes back to the stage that was shown before the welcome page."""
        self.go_to(self._last_key)

    def close_project(self) -> None:
        """Shows the welcome page with no project behind it."""
        self._shown_key = ""
        self.show_welcome()

    def offer_leftovers(self) -> None:
        """Looks for what a crash left behind, in a worker thread, and offers it on the welcome page."""
        self.session.jobs.start(
            self.tr("Looking for unsaved changes"),
            lambda progress: self.recovery.leftovers(),
            done=self.welcome.offer_leftovers,
            failed=self.tell,
        )

    def _run_in_stage(self, name: str) -> None:
        if self._shown_key:
            for command in self.stage(self._shown_key).commands():
                if command.name == name and command.enabled():
                    command.run()

    def _show_state(self, key: str) -> None:
        stage = self._stages[key]
        self.rail.buttons[key].show_state(stage.state, stage.state_text)

    # What the window says

    def tell(self, sentence: str, *buttons: tuple[str, Callable[[], None]]) -> None:
        """Shows an error that the user can do something about."""
        self.messages.tell(sentence, "danger", *buttons)

    def tell_unexpected(self, sentence: str, details: str) -> None:
        """Shows a failure of the program itself, with its details to copy."""
        copy = (self.tr("Copy details"), lambda: QApplication.clipboard().setText(details or sentence))
        self.messages.tell(sentence, "danger", copy)

    def _retitle(self, *_: object) -> None:
        name = title_of(self.session)
        self.setWindowTitle(f"{name}[*] – Workbench" if name else "Workbench[*]")
        self.setWindowModified(self.session.document.modified)
        path = self.session.document.path
        self.setWindowFilePath(str(path) if path is not None else "")

    def _preferences_changed(self, before: object, after: object) -> None:
        theme.apply(self.session.preferences.value.theme)

    # Training

    def train(self) -> None:
        """Starts a run and shows it, or says what is in the way."""
        why_not = self.session.why_not
        if why_not:
            key = "data" if self.session.data_state in ("empty", "problem") else "model"
            self.messages.tell(why_not, "warning", (self.tr("Show"), lambda: self.go_to(key)))
            return
        self.session.train()
        self.go_to("train")

    def _run_state(self) -> None:
        if self.session.run_state == "idle" and not self.session.studies.busy:
            self._awake.release()
        else:
            self._awake.hold()

    def _run_events(self, events: list[Event]) -> None:
        for event in events:
            if isinstance(event, Warned) and self.shown != "train":
                self.messages.tell(event.message, "warning")
            elif isinstance(event, RunStarted):
                self.messages.outdate()
            elif isinstance(event, RunEnded) and not self.leaving.under_way:
                self._tell_ending(event)

    def _tell_ending(self, ended: RunEnded) -> None:
        number = next((r.number for r in self.session.runs if r.id == ended.run), None)
        text, tone = ending_text(ended, number)
        evaluate = (self.tr("Evaluate"), lambda: self.go_to("evaluate"))
        if tone == "success" or self.shown != "train":
            # The Train stage tells warnings and bad endings itself, with what would help: one message is enough.
            self.messages.tell(text, tone, *([evaluate] if tone == "success" and self._shown_key != "evaluate" else []))
        if self.session.preferences.value.notify and not self.isActiveWindow():
            QApplication.alert(self)

    # Small actions

    def show_palette(self) -> None:
        """Opens the search over everything."""
        CommandPalette(entries_for(self), self).show_over(self)

    def show_preferences(self) -> None:
        """Opens the preferences."""
        dialog = PreferencesDialog(self.session.preferences, self.session.jobs, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_several_machines(self) -> None:
        dialog = SeveralMachinesDialog(self.session, self.opening.save, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose_theme(self, choice: str) -> None:
        self.session.preferences.remember(theme=choice)
        self.actions_set.refresh()

    def _toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def _fill_recent(self) -> None:
        self._recent_menu.clear()
        recent = self.session.preferences.value.recent
        for number, path in enumerate(recent):
            action = self._recent_menu.addAction(f"{Path(path).name}  –  {Path(path).parent}")
            action.setObjectName(f"recent_action_{number}")
            action.triggered.connect(lambda checked=False, p=path: self.opening.open(Path(p)))
        if not recent:
            self._recent_menu.addAction(self.tr("Nothing yet")).setEnabled(False)

    def _examine(self) -> None:
        from .doctor import findings

        def show(text: str) -> None:
            TextDialog(self, "doctor_dialog", self.tr("This computer"), text).open()

        self.session.jobs.start(self.tr("Examining this computer"), findings, done=show, failed=self.tell)

    def _show_log(self) -> None:
        path = log_file()
        if path.is_file():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        else:
            self.messages.tell(self.tr("The log is empty: nothing has gone wrong yet."))

    # Window events

    def showEvent(self, event: QShowEvent) -> None:
        """Makes the stages once the window stands."""
        super().showEvent(event)
        if not self._shown_key:
            self.welcome.focus_first()
        QTimer.singleShot(0, self, self.make_stages)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Asks about a run and unsaved changes first; closes for good once that is settled."""
        if not self.leaving.may_close:
            event.ignore()
            # Qt ignores a close in the middle of another.
            QTimer.singleShot(0, self, lambda: self.leaving.then(self._close_for_good))
            return
        self.session.preferences.remember(geometry=base64.b64encode(self.saveGeometry().data()).decode())
        self.recovery.close()
        self._awake.release()
        self.session.close(0.5)
        event.accept()

    def _close_for_good(self) -> None:
        self.leaving.may_close = True
        self.close()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes project files, and data wherever a stage has no use of its own for it."""
        if _dropped_project(event) is not None or dropped_path(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Opens the project dropped on the window, or looks at the data."""
        path, data = _dropped_project(event), dropped_path(event.mimeData())
        # After the drop has ended: a question must not appear in the middle of it.
        if path is not None:
            event.acceptProposedAction()
            QTimer.singleShot(0, self, lambda: self.opening.open(path))
        elif data is not None:
            event.acceptProposedAction()
            QTimer.singleShot(0, self, lambda: self.importing.start(data, replacing=bool(self._shown_key)))

    def _restore_geometry(self) -> None:
        room = self.screen().availableSize() - FRAME
        self.resize(room.boundedTo(QSize(*USUAL)))
        saved = self.session.preferences.value.geometry
        if saved:
            try:
                self.restoreGeometry(QByteArray(base64.b64decode(saved, validate=True)))
            except ValueError:
                self.session.preferences.remember(geometry="")


def _dropped_project(event: QDragEnterEvent | QDropEvent) -> Path | None:
    for url in event.mimeData().urls():
        if url.isLocalFile() and Path(url.toLocalFile()).suffix == SUFFIX:
            return Path(url.toLocalFile())
    return None
