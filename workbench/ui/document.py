"""The open document: one Project value, its history, its file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ..engine.document import MODEL, Project
from ..engine.graph.model import Graph
from ..engine.project.files import load_project, save_project

_NONE = Graph()
HISTORY = 500
"""Undo steps kept. Values share what they have in common, so that a step costs little."""


class Document(QObject):
    """Holds the current ``Project``; every edit is a pure function of it, and undo is the list of earlier values.

    ``changed(before, after)`` is emitted after every edit, undo, redo and open; views follow by comparing the two.
    """

    changed = Signal(object, object)
    network_changed = Signal()
    """Another network of the project is shown."""
    history_changed = Signal()
    file_changed = Signal()
    replaced = Signal()
    """Another project is about to take the place of this one."""
    """The path, or whether there is anything to save, changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = Project.blank()
        self._network = MODEL
        self._saved = self._project
        self._path: Path | None = None
        self._undo: list[tuple[str, Project]] = []
        self._redo: list[tuple[str, Project]] = []
        self._merge = ""

    @property
    def project(self) -> Project:
        """The current value."""
        return self._project

    @property
    def network(self) -> str:
        """Name of the network that is shown and edited."""
        return self._network

    @property
    def graph(self) -> Graph:
        """The network that is shown and edited."""
        return self._project.networks.get(self._network, _NONE)

    def show_network(self, name: str) -> None:
        """Shows another network of the project."""
        if name != self._network and name in self._project.networks:
            self._network = name
            self.end_merge()
            self.network_changed.emit()

    @property
    def path(self) -> Path | None:
        """The file, None until the first save."""
        return self._path

    @property
    def modified(self) -> bool:
        """Whether there is something to save."""
        return self._project is not self._saved and self._project != self._saved

    @property
    def undo_text(self) -> str:
        """What undo would take back, empty when there is nothing."""
        return self._undo[-1][0] if self._undo else ""

    @property
    def redo_text(self) -> str:
        """What redo would bring back, empty when there is nothing."""
        return self._redo[-1][0] if self._redo else ""

    def edit(self, text: str, change: Callable[[Project], Project], *, merge: str = "") -> None:
        """Applies an edit as one undo step; what ``change`` raises passes through and leaves the document as it was.

        Args:
            text: what the user did, for the menu ("Add Dense").
            change: a pure function from project to project.
            merge: edits in a row with the same non-empty key become one step (typing in one field, dragging one node).
        """
        after = change(self._project)
        if after is self._project or after == self._project:
            return
        if not (merge and merge == self._merge and self._undo):
            self._undo.append((text, self._project))
            del self._undo[:-HISTORY]
        self._merge = merge
        self._redo.clear()
        self._become(after)

    def edit_graph(self, text: str, change: Callable[[Graph], Graph], *, merge: str = "", network: str = "") -> None:
        """``edit`` for a function of a network: the one that is shown unless told."""
        name = network or self._network
        self.edit(
            text,
            lambda project: project.with_graph(change(project.networks.get(name, _NONE)), name),
            merge=merge,
        )

    def end_merge(self) -> None:
        """The next edit starts a step of its own, whatever its key (a gesture or a field's editing ended)."""
        self._merge = ""

    def undo(self) -> None:
        """Takes the last step back."""
        if self._undo:
            text, before = self._undo.pop()
            self._redo.append((text, self._project))
            self._merge = ""
            self._become(before)

    def redo(self) -> None:
        """Brings the last undone step back."""
        if self._redo:
            text, after = self._redo.pop()
            self._undo.append((text, self._project))
            self._merge = ""
            self._become(after)

    def new(self, project: Project | None = None, *, saved: bool = True) -> None:
        """Starts an untitled document; ``saved`` false marks it as having something to save from the start."""
        self._replace(project or Project.blank(), None)
        if not saved:
            self._saved = Project(title="\0")
            self.file_changed.emit()

    def open(self, path: Path) -> None:
        """Opens a file; raises ``ProjectError`` and leaves the document as it was."""
        self.take(load_project(path), path)

    def take(self, project: Project, path: Path) -> None:
        """Becomes a project that was read from ``path``."""
        self._replace(project, path)

    def save(self, path: Path | None = None) -> None:
        """Saves to ``path`` or the document's own file; raises ``ProjectError`` and leaves an earlier file whole."""
        target = path or self._path
        assert target is not None, "an untitled document needs a path"
        save_project(self._project, target)
        self._path, self._saved = target, self._project
        self.file_changed.emit()

    def _replace(self, project: Project, path: Path | None) -> None:
        self.replaced.emit()
        self._undo.clear()
        self._redo.clear()
        self._merge = ""
        self._path, self._saved = path, project
        self._become(project)
        self.file_changed.emit()

    def _to_show(self, before: Project, after: Project) -> str:
        """The network that was shown, unless it is gone or the change was made to another one."""
        names = list(after.networks)
        new = [name for name in names if name not in before.networks]
        if self._network not in after.networks:
            return new[0] if len(new) == 1 else next(iter(names), MODEL)
        if not any(name in before.networks for name in names):
            return names[0]  # another project
        if len(new) == 1 and len(names) == len(before.networks) + 1:
            return new[0]
        changed = [n for n in names if n in before.networks and before.networks[n] is not after.networks[n]]
        return changed[0] if changed and self._network not in changed else self._network

    def _become(self, project: Project) -> None:
        before, self._project = self._project, project
        shown, self._network = self._network, self._to_show(before, project)
        self.changed.emit(before, project)
        if shown != self._network:
            self.network_changed.emit()
        self.history_changed.emit()
        self.file_changed.emit()
