"""The networks of a project as tabs above the canvas: show, add, rename, copy and remove."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QTabBar, QToolButton, QWidget

from ...engine.document import Project
from ...engine.errors import WorkbenchError
from ...engine.graph.model import Graph
from ...engine.project.first_network import gans
from ...engine.project.networks import (
    LONGEST,
    add_network,
    copy_network,
    free_network_name,
    remove_network,
    rename_network,
)
from ...engine.shapes import TensorSpec
from .. import theme
from ..icons import icon
from ..language import told
from ..session import Session


class NetworkTabs(QWidget):
    """A tab for each network. Double-click or F2 renames, the menu of a tab does the rest."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setObjectName("network_bar")
        self.tabs = QTabBar()
        self.tabs.setObjectName("network_tabs")
        self.tabs.setAccessibleName(self.tr("Networks of the project"))
        self.tabs.setDocumentMode(True)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setIconSize(QSize(14, 14))
        self.tabs.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tabs.customContextMenuRequested.connect(self._open_menu)
        self.tabs.tabBarDoubleClicked.connect(self.rename)
        self.tabs.currentChanged.connect(self._show)
        self.tabs.installEventFilter(self)
        self.add_button = QToolButton()
        self.add_button.setObjectName("network_add")
        self.add_button.setText("+")
        self.add_button.setToolTip(self.tr("Add a network"))
        self.add_button.setAccessibleName(self.tr("Add a network"))
        self.add_button.clicked.connect(lambda: self._popup(self._add_menu(), self.add_button))
        self.field = QLineEdit(self)
        self.field.setObjectName("network_name")
        self.field.setAccessibleName(self.tr("Name of the network"))
        self.field.setMaxLength(LONGEST)
        self.field.returnPressed.connect(self._take_name)
        self.field.editingFinished.connect(self._leave_name)
        self.field.installEventFilter(self)
        self.field.hide()
        self.complaint = QLabel()
        self.complaint.setObjectName("network_complaint")
        self.complaint.setProperty("role", "danger")
        self.complaint.hide()
        self.field.textEdited.connect(lambda _text: self.complaint.hide())
        self._renaming = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 8, 0)
        row.setSpacing(4)
        row.addWidget(self.tabs)
        row.addWidget(self.add_button)
        row.addWidget(self.complaint)
        row.addStretch(1)
        theme.notifier.changed.connect(self.refresh)
        self.refresh()

    # What is shown

    def refresh(self) -> None:
        """Shows the networks as they are now."""
        project = self.session.document.project
        names = list(project.networks)
        self.tabs.blockSignals(True)
        while self.tabs.count() > len(names):
            self.tabs.removeTab(self.tabs.count() - 1)
        while self.tabs.count() < len(names):
            self.tabs.addTab("")
        for place, name in enumerate(names):
            self._label(place, name, project)
        if self.session.document.network in names:
            self.tabs.setCurrentIndex(names.index(self.session.document.network))
        self.tabs.blockSignals(False)

    def _label(self, place: int, name: str, project: Project) -> None:
        role = next((r for r, network in project.roles.items() if network == name), "")
        words = {"generator": self.tr("generator"), "discriminator": self.tr("discriminator")}
        shown = role in words and words[role] != name
        text = f"{name} ({words[role]})" if shown else name
        self.tabs.setTabText(place, text.replace("&", "&&"))
        several = len(project.networks) > 1
        found = self.session.inference.of_network(name)
        errors = sum(p.severity == "error" and p.network in ("", name) for p in found.problems) if several else 0
        if errors and role:
            self.tabs.setTabIcon(place, icon("error", "danger"))
            tip = self.tr("1 problem") if errors == 1 else self.tr("{0} problems").format(errors)
        else:
            self.tabs.setTabIcon(place, icon("model", "muted") if role and several else QIcon())
            trained = self.tr("{0} parameters, trained").format(f"{found.parameters:,}")
            tip = trained if role else self.tr("Not trained: the objective does not use it")
        self.tabs.setTabToolTip(place, tip)
        self.tabs.setAccessibleTabName(place, f"{text}: {tip}")

    def _show(self, place: int) -> None:
        names = list(self.session.document.project.networks)
        if 0 <= place < len(names):
            self.session.document.show_network(names[place])

    # What one can do

    def add(self, wanted: str, make: Callable[[], Graph] | None = None) -> None:
        """Adds a network under ``wanted`` or the first free name like it, and shows it."""
        document = self.session.document
        name = free_network_name(document.project, wanted)
        graph = make() if make is not None else None
        document.edit(self.tr("Add the network {0}").format(name), lambda p: add_network(p, name, graph))
        document.show_network(name)

    def copy(self, name: str) -> None:
        """Adds a copy of a network and shows it."""
        document = self.session.document
        copy = free_network_name(document.project, f"{name}_2")
        document.edit(self.tr("Copy the network {0}").format(name), lambda p: copy_network(p, name, copy))
        document.show_network(copy)

    def remove(self, name: str) -> None:
        """Removes a network; undo brings it back."""
        text = self.tr("Remove the network {0}").format(name)
        self.session.document.edit(text, lambda p: remove_network(p, name))

    def rename(self, place: int) -> None:
        """Opens a field over a tab in which its network is renamed."""
        names = list(self.session.document.project.networks)
        if not 0 <= place < len(names):
            return
        self._renaming = names[place]
        around = self.tabs.tabRect(place)
        corner = self.tabs.mapTo(self, around.topLeft())
        self.field.setText(self._renaming)
        self.field.setGeometry(corner.x(), corner.y() + 2, max(around.width(), 160), around.height() - 4)
        self.field.show()
        self.field.raise_()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_name(self) -> None:
        old, new = self._renaming, self.field.text()
        if not old:
            return
        text = self.tr("Rename the network {0}").format(old)
        document = self.session.document
        shown = document.network == old
        try:
            document.edit(text, lambda p: rename_network(p, old, new))
        except WorkbenchError as error:
            self.complaint.setText(told(error))
            self.complaint.show()
            return
        if shown:
            document.show_network(new.strip())
        self._close_field()

    def _leave_name(self) -> None:
        """The field lost the focus: a name that can be taken is taken."""
        if self._renaming and not self.field.hasFocus():
            project = self.session.document.project
            free = self.field.text().strip() and self.field.text().strip() not in project.networks
            if free:
                self._take_name()
            else:
                self._close_field()

    def _close_field(self) -> None:
        self._renaming = ""
        self.complaint.hide()
        self.field.hide()
        self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    # Menus and keys

    def _samples(self) -> TensorSpec:
        """What one sample of the data is like; without data, a small picture."""
        facts = self.session.facts
        specs = [s for s in facts.inputs.values() if s.known and s.dtype == "float32"] if facts is not None else []
        return specs[0] if specs else TensorSpec(("N", 1, 28, 28))

    def _bounded(self) -> bool:
        return self._samples().rank == 4 or self.session.document.project.data.scaling == "symmetric"

    def _add_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("network_add_menu")
        spec = self._samples()
        menu.addAction(self.tr("Empty network"), lambda: self.add("network"))
        menu.addAction(
            self.tr("Generator for this data"),
            lambda: self.add("generator", lambda: gans.generator(spec, bounded=self._bounded())),
        )
        menu.addAction(
            self.tr("Discriminator for this data"), lambda: self.add("discriminator", lambda: gans.discriminator(spec))
        )
        return menu

    def _open_menu(self, at: QPoint) -> None:
        names = list(self.session.document.project.networks)
        place = self.tabs.tabAt(at)
        place = place if place >= 0 else self.tabs.currentIndex()
        if not 0 <= place < len(names):
            return
        name = names[place]
        menu = QMenu(self)
        menu.setObjectName("network_menu")
        menu.addAction(self.tr("Rename…"), lambda: self.rename(place))
        menu.addAction(self.tr("Copy"), lambda: self.copy(name))
        remove = menu.addAction(self.tr("Remove"), lambda: self.remove(name))
        remove.setEnabled(len(names) > 1)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.tabs.mapToGlobal(at))

    def _popup(self, menu: QMenu, button: QToolButton) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """F2 and Delete on a tab; Esc in the field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            names = list(self.session.document.project.networks)
            if watched is self.tabs and event.key() == Qt.Key.Key_F2:
                self.rename(self.tabs.currentIndex())
                return True
            if watched is self.tabs and event.key() == Qt.Key.Key_Delete and len(names) > 1:
                self.remove(names[self.tabs.currentIndex()])
                return True
            if watched is self.field and event.key() == Qt.Key.Key_Escape:
                self._close_field()
                return True
        return super().eventFilter(watched, event)
