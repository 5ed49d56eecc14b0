"""Opening, starting and saving projects: file dialogs in front, the session behind."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ..engine.errors import WorkbenchError
from ..engine.project.files import SUFFIX
from ..engine.project.samples import sample
from .top_bar import title_of

if TYPE_CHECKING:
    from ..engine.project.journal import Leftover
    from .main_window import MainWindow


class Opening(QObject):
    """What File and the welcome page offer. Failures become one sentence in the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._folder = ""

    # Starting

    def start_sample(self, sample_id: str) -> None:
        """Starts from a starter project, and shows its network."""
        self.replace(lambda: self._window.session.new(sample(sample_id).project()), "model")

    def start_empty(self) -> None:
        """Starts with nothing."""
        self.replace(self._window.session.new, "data")

    # Opening

    def choose(self) -> None:
        """Asks for a project file and opens it."""
        kinds = self.tr("Workbench projects (*.nnwb);;All files (*)")
        self.ask_for_file("open_dialog", self.tr("Open a project"), kinds, self.open)

    def open(self, path: Path) -> None:
        """Opens a project file."""
        session = self._window.session
        if not path.exists() and str(path) in session.preferences.value.recent:
            forget = (self.tr("Take off the list"), lambda: session.preferences.forget_recent(str(path)))
            self._window.tell(self.tr("{path} is no longer there.").format(path=path), forget)
            return
        self.replace(lambda: session.open(path), "model")

    def recover(self, leftover: Leftover) -> None:
        """Brings back what a crash left behind: an edit on top of the saved file, not yet saved."""
        session = self._window.session

        def start() -> None:
            if leftover.path is not None and leftover.path.is_file():
                session.open(leftover.path)
                session.document.edit(self.tr("Recover unsaved changes"), lambda _: leftover.project)
            else:
                session.new(leftover.project, saved=False)
            self._window.recovery.write(then=forget)

        def forget() -> None:
            """The new journal holds it from now on: only then the old one goes."""
            leftover.discard()
            self._window.offer_leftovers()

        self.replace(start, "model")

    def close_project(self) -> None:
        """Closes the project and shows the welcome page."""
        self.replace(self._window.session.new, "")

    def replace(self, start: Callable[[], None], stage: str) -> None:
        """Asks about what would be lost, then calls ``start`` and shows a stage, "" for the welcome page."""
        window = self._window

        def go() -> None:
            if window.session.run_state != "idle":
                # A step of a huge network can outlast the time that leaving gives it; the run ends after it.
                window.tell(self.tr("The run has not stopped yet. Try again in a moment."))
                return
            try:
                start()
            except WorkbenchError as error:
                window.tell(str(error))
                return
            if stage:
                window.go_to(stage)
            else:
                window.close_project()

        window.leaving.then(go)

    # Saving

    def save(self) -> None:
        """Saves to the project's file, asking for one the first time."""
        self.save_then(lambda: None, lambda: None)

    def save_as(self) -> None:
        """Saves under another name."""
        self._ask_where(lambda: None, lambda: None)

    def save_then(self, saved: Callable[[], None], not_saved: Callable[[], None]) -> None:
        """Saves, then calls one of the two."""
        path = self._window.session.document.path
        if path is None:
            self._ask_where(saved, not_saved)
        else:
            self._save(path, saved, not_saved)

    def _save(self, path: Path, saved: Callable[[], None], not_saved: Callable[[], None]) -> None:
        window = self._window
        before, runs = window.session.document.path, len(window.session.runs)
        try:
            window.session.save(path)
        except WorkbenchError as error:
            window.tell(str(error), (self.tr("Save as…"), lambda: self._ask_where(saved, not_saved)))
            not_saved()
            return
        if before is not None and runs and not window.session.runs:
            text = self.tr("Saved as {name}. The runs stay with {before}; this project starts without any.")
            window.messages.tell(text.format(name=path.name, before=before.name))
        saved()

    def _ask_where(self, saved: Callable[[], None], not_saved: Callable[[], None]) -> None:
        session = self._window.session
        dialog = self.dialog("save_file_dialog", self.tr("Save the project"), self.tr("Workbench projects (*.nnwb)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        path = session.document.path
        dialog.selectFile(str(path) if path is not None else file_name(title_of(session)))
        chosen: list[Path] = []
        dialog.fileSelected.connect(lambda name: chosen.append(Path(name)))

        def finished(_: int) -> None:
            if not chosen:
                not_saved()
                return
            target = chosen[0] if chosen[0].suffix == SUFFIX else chosen[0].with_name(chosen[0].name + SUFFIX)
            self._folder = str(target.parent)
            self._save(target, saved, not_saved)

        dialog.finished.connect(finished)
        dialog.open()

    # File dialogs

    def ask_for_file(self, name: str, title: str, kinds: str, chosen: Callable[[Path], None]) -> None:
        """Asks for a file that is there."""
        dialog = self.dialog(name, title, kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: chosen(Path(path)))
        dialog.open()

    def dialog(self, name: str, title: str, kinds: str) -> QFileDialog:
        """A file dialog of the window, at the project's folder."""
        session = self._window.session
        start = str(session.document.path.parent) if session.document.path is not None else self._folder
        dialog = QFileDialog(self._window, title, start, kinds)
        dialog.setObjectName(name)
        dialog.finished.connect(dialog.deleteLater)
        return dialog


def file_name(title: str) -> str:
    """A file name for a title: what file systems refuse becomes a hyphen."""
    plain = re.sub(r'[<>:"/\\|?*\x00-\x1f]+', "-", title).strip(" .-") or "network"
    return plain[:80] + SUFFIX
