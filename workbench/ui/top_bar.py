"""The top bar: menus, the project's title and state, search, device, and what the run needs: Train, or Pause and Stop."""

from __future__ import annotations

import os

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QMenuBar, QPushButton, QSizePolicy, QWidget

from ..engine.document import Project
from ..engine.train.devices import DeviceInfo, default_threads, list_devices
from . import theme
from .actions import ActionSet, shortcut_text
from .icons import icon
from .session import Session
from .stylesheet import set_role
from .widgets.elided import ElidedLabel
from .words import memory

ROOMY = 1120
"""Width from which every button says in words what it does."""


class TopBar(QFrame):
    """One row above everything."""

    devices_failed = Signal(str)

    def __init__(self, session: Session, actions: ActionSet, menu_bar: QMenuBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._devices: list[DeviceInfo] | None = None
        self._stage = ""
        self.setObjectName("top_bar")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 12, 6)
        row.setSpacing(8)
        menu_bar.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        row.addWidget(menu_bar, 0, Qt.AlignmentFlag.AlignVCenter)
        self._title = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)
        self._title.setObjectName("project_title")
        self._title.setProperty("role", "strong")
        self._state = QLabel()
        self._state.setObjectName("project_state")
        self._state.setProperty("role", "muted")
        row.addSpacing(8)
        row.addWidget(self._title, 0)
        row.addWidget(self._state, 0)
        row.addStretch(1)
        self._search = self._button("search_button", actions.by_id["edit.search"])
        self._search.setProperty("role", "search")
        self._device = QPushButton()
        self._device.setObjectName("device_button")
        self._device_menu = QMenu(self)
        self._device_menu.setObjectName("device_menu")
        self._device_menu.aboutToShow.connect(self._fill_devices)
        self._device.setMenu(self._device_menu)
        self._train = self._button("train_button", actions.by_id["run.train"])
        self._train.setProperty("role", "primary")
        self._pause = self._button("pause_button", actions.by_id["run.pause"])
        self._resume = self._button("resume_button", actions.by_id["run.resume"])
        self._stop = self._button("stop_button", actions.by_id["run.stop"])
        for button in (self._search, self._device, self._train, self._pause, self._resume, self._stop):
            row.addWidget(button)
        for signal in (session.document.file_changed, session.document.changed):
            signal.connect(self._show_title)
        for signal in (session.run_state_changed, session.checked, session.data_changed):
            signal.connect(self._show_run)
        session.preferences.changed.connect(self._show_device)
        theme.notifier.changed.connect(self._draw)
        self._show_title()
        self._show_run()
        self._show_device()
        self._draw()

    def _button(self, name: str, action: QAction) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.clicked.connect(action.trigger)
        return button

    def _draw(self) -> None:
        """Texts and icons, in the theme's colours."""
        run = self._actions.by_id
        self._fit()
        self._search.setAccessibleName(self.tr("Search anything"))
        self._search.setIcon(icon("search", "muted"))
        self._device.setIcon(icon("device", "muted"))
        self._train.setText(self.tr("Train"))
        self._train.setIcon(icon("ph.play-fill", "on_accent"))
        for button, key, name in (
            (self._pause, "run.pause", "pause"),
            (self._resume, "run.resume", "play"),
            (self._stop, "run.stop", "stop"),
        ):
            button.setText(run[key].text())
            button.setIcon(icon(name))
            button.setToolTip(shortcut_text(run[key]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the title is worth more than the words of a button."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        keys = shortcut_text(self._actions.by_id["edit.search"])
        wide = self.width() >= ROOMY
        self._search.setText(self.tr("Search anything  {keys}").format(keys=keys) if wide else keys)

    def _show_title(self, *_: object) -> None:
        document = self._session.document
        self._title.set_whole(title_of(self._session))
        if not title_of(self._session):
            state = ""
        elif document.path is None:
            state = self.tr("not saved yet")
        else:
            state = self.tr("edited") if document.modified else ""
        self._state.setText(state)

    def show_stage(self, key: str) -> None:
        """Tells which stage is shown."""
        self._stage = key
        self._show_run()

    def _show_run(self) -> None:
        state = self._session.run_state
        self._train.setVisible(state == "idle")
        # The Train stage has them in larger.
        elsewhere = self._stage != "train"
        self._pause.setVisible(elsewhere and state in ("starting", "running"))
        self._pause.setEnabled(state == "running")
        self._resume.setVisible(elsewhere and state == "paused")
        self._stop.setVisible(elsewhere and state != "idle")
        self._stop.setEnabled(state != "stopping")
        why_not = self._session.why_not
        # It can still be pressed: it says then what is in the way, where a grey button would leave one guessing.
        set_role(self._train, "primary" if not why_not else "waiting")
        self._train.setIcon(icon("ph.play-fill", "on_accent" if not why_not else "muted"))
        keys = shortcut_text(self._actions.by_id["run.train"])
        self._train.setToolTip(why_not or self.tr("Train the network  {keys}").format(keys=keys))
        self._train.setAccessibleDescription(why_not)

    # Devices

    def _show_device(self, *_: object) -> None:
        wanted = self._session.preferences.value.device
        threads = self._session.preferences.value.threads or default_threads()
        cores = self.tr("{n} cores").format(n=threads) if threads != 1 else self.tr("1 core")
        names = {"auto": self.tr("Auto"), "cpu": f"CPU · {cores}", "cuda": "GPU", "mps": "Apple GPU"}
        text = names.get(wanted, wanted.replace("cuda:", "GPU "))
        if wanted == "auto" and self._devices is not None:
            best = self._devices[min(1, len(self._devices) - 1)]
            text = f"{text}: {f'CPU · {cores}' if best.name == 'cpu' else best.label}"
        elif wanted == "auto":
            text = self.tr("Device: auto")
        processes = self._session.preferences.value.processes
        if processes > 1:
            text = self.tr("{device} · {n} processes").format(device=text, n=processes)
        self._device.setText(text)
        self._device.setAccessibleName(self.tr("Device to train on: {device}").format(device=text))
        self._device.setToolTip(self.tr("Where networks are trained"))

    def _fill_devices(self) -> None:
        self._device_menu.clear()
        group = QActionGroup(self._device_menu)
        entries: list[tuple[str, str]] = [("auto", self.tr("Auto: the fastest there is"))]
        if self._devices is None:
            entries.append(("cpu", "CPU"))
        else:
            for device in self._devices:
                entries.append((device.name, f"{device.label} ({memory(device.memory)})"))
        wanted = self._session.preferences.value.device
        if wanted not in [name for name, _ in entries]:
            entries.append((wanted, wanted))
        for name, text in entries:
            action = self._device_menu.addAction(text)
            action.setObjectName(f"device_{name}")
            action.setCheckable(True)
            action.setChecked(name == wanted)
            action.setEnabled(self._session.run_state == "idle")
            action.triggered.connect(lambda checked=False, n=name: self._session.preferences.remember(device=n))
            group.addAction(action)
        if self._devices is None:
            waiting = self._device_menu.addAction(self.tr("Looking for other devices…"))
            waiting.setEnabled(False)
            self.look_for_devices()

    def look_for_devices(self) -> None:
        """Asks torch what is there, in a worker thread."""
        if self._devices is None:
            self._session.jobs.start(
                self.tr("Looking for devices"),
                lambda progress: list_devices(),
                done=self._found,
                failed=self.devices_failed.emit,
                cancellable=False,
            )

    def _found(self, devices: list[DeviceInfo]) -> None:
        self._devices = devices
        self._show_device()
        if self._device_menu.isVisible():
            self._fill_devices()


def title_of(session: Session) -> str:
    """The project's name for people: its file's, or its title while it has none; "" while there is nothing at all."""
    path, project = session.document.path, session.document.project
    if path is not None:
        return path.stem
    return "" if project == Project.blank() else project.title


def folder_of(path: str) -> str:
    """A file's folder, with the home folder as ``~``."""
    folder = os.path.dirname(path)
    home = os.path.expanduser("~")
    return "~" + folder[len(home) :] if folder == home or folder.startswith(home + os.sep) else folder
